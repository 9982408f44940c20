// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace akwaba::hostile {

/// One HTML part as a stranger may send it. All of them are invented here; the small ones are files beside this one.
struct Html {
    QString name;
    QByteArray bytes;
    QByteArray charset; ///< the label in the mail
    /// Readers disagree about what such errors of markup show: only that "fin" is seen can be asked.
    bool isDisputed = false;
};

/// Every part holds the word "fin" where a person would see it last.
[[nodiscard]] QList<Html> htmlParts();

} // namespace akwaba::hostile
