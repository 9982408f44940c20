// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/servicelevel.h"

#include <optional>

/// Opening hours as people type them.
namespace akwaba {

/// "08:00-12:00, 14:00-18:00", also "8h-12h; 14h30–18h". No hours where the text is empty, nothing where it can't be
/// read.
[[nodiscard]] std::optional<QList<HoursOfADay>> hoursFrom(const QString &text);
/// The inverse, in its one form.
[[nodiscard]] QString hoursText(const QList<HoursOfADay> &hours);

} // namespace akwaba
