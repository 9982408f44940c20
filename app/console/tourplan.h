// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QStringList>

namespace akwaba {

/// One step of a tour, from a plan with one step a line: a verb and its words (see tourplan.cpp).
struct TourStep {
    int line = 0;
    QString verb;
    QStringList words;
};

/// Code::BadInput with the line for a verb that does not exist.
[[nodiscard]] Result<QList<TourStep>> parseTour(const QString &text);

} // namespace akwaba
