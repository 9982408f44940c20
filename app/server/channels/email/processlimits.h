// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QProcess;

namespace akwaba::mail {

/// A program that reads what strangers sent gets 1 GiB of memory and ten seconds of a processor, where the system can
/// see to it. Before it is started.
void limitProcess(QProcess &process);

} // namespace akwaba::mail
