// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/protocol/intent.h"
#include "tests/fuzz/choices.h"
#include "tests/fuzz/company.h"

#include <QHash>

namespace akwaba::fuzz {

/// Makes intents out of bytes: real ops, of which most members have a value that fits, and some have any other.
class IntentMaker {
public:
    IntentMaker(Company &company, Choices &choices);

    [[nodiscard]] Intent make();

private:
    void fill(QJsonObject &object, QChar letter);
    [[nodiscard]] QJsonValue fitting(const QString &name, const QJsonValue &usual, QChar letter);
    [[nodiscard]] QJsonValue fittingText(const QString &name, const QJsonValue &usual, QChar letter);
    [[nodiscard]] QJsonArray listFor(const QString &name);
    [[nodiscard]] QString newId(QChar letter);
    [[nodiscard]] QJsonValue odd();

    Company &m_company;
    Choices &m_choices;
    QHash<QString, QStringList> m_fitting; // what is known to fit, by the name of the member
    QStringList m_iids;
};

} // namespace akwaba::fuzz
