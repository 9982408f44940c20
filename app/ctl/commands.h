// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

/// The words of `akwabactl`, one file each: `akwabactl GROUP WORD ...`. JSON on stdout and nothing else there.
namespace akwaba::ctl {

enum Exit { Ok = 0, Failed = 1, Usage = 2 };

/// privacy map --json
[[nodiscard]] int privacyMap(const QStringList &arguments);
/// privacy redact [--html] [--batch]
[[nodiscard]] int privacyRedact(const QStringList &arguments);
/// sla due|elapsed|open|intervals --calendar FILE ..., sla --batch
[[nodiscard]] int slaDue(const QStringList &arguments);
[[nodiscard]] int slaElapsed(const QStringList &arguments);
[[nodiscard]] int slaOpen(const QStringList &arguments);
[[nodiscard]] int slaIntervals(const QStringList &arguments);
[[nodiscard]] int slaBatch(const QStringList &arguments);

} // namespace akwaba::ctl
