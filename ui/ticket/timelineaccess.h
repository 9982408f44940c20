// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace akwaba {

/// Makes the messages of every Timeline readable for screen readers and for tests through AT-SPI: a list with one text
/// per item. Once per process; further calls do nothing.
void installTimelineAccess();

} // namespace akwaba
