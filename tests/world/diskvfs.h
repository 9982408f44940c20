// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace akwaba::world {

class FaultyDisk;

/// From here on SQLite goes through this disk for files below its folder. The first one puts the shim below the page
/// cipher, as the default of this process; files of no disk are as they always were. One thread.
void addDisk(FaultyDisk *disk);
void removeDisk(FaultyDisk *disk);

} // namespace akwaba::world
