// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAtomicInteger>
#include <QString>

namespace akwaba {

/// A new one each time: Qt Sql names its connections for the whole program. Any thread.
[[nodiscard]] inline QString connectionName()
{
    static QAtomicInteger<quint64> last;
    return QStringLiteral("akwaba-%1").arg(last.fetchAndAddRelaxed(1));
}

} // namespace akwaba
