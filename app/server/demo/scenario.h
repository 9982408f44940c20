// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/enums.h"

#include <QHash>
#include <QList>
#include <QString>

namespace akwaba {
class Random;
}

namespace akwaba::demo {

enum class Voice { Customer, Agent, Note, Call };

struct Turn {
    Voice voice = Voice::Customer;
    QString text; // with [a|b] and {word}
    QString attachment; // file name, or empty
};

/// One conversation as written in scenarios/*.txt.
struct Scenario {
    QString name;
    QString category; // path of the category tree: livraison/retard
    QString team;
    QStringList tags;
    QList<Channel> channels; // repeated ones are more frequent
    Priority priority = Priority::Normal;
    QStringList subjects;
    QList<Turn> turns;
};

/// Code::BadInput with the line number for a text that isn't in the form that fr.txt describes.
[[nodiscard]] Result<QList<Scenario>> parseScenarios(const QString &text);

/// One wording: chooses among [a|b], fills in {word}. A word that is not in `words` stays as it is.
[[nodiscard]] QString worded(const QString &text, const QHash<QString, QString> &words, Random &random);

} // namespace akwaba::demo
