// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/random.h"
#include "tests/torture/symbols.h"

#include <QProcessEnvironment>
#include <QSet>

/// The places from which one of our programs writes, as it tells them itself (killpoint.cpp), and how often it died at
/// each. A place is a kind of call, a file, and the functions of ours that asked for it. Whoever is to die next does so
/// where it was tried least: that spreads the deaths over the whole way of a write, and not over what is frequent.
class Sites {
public:
    Sites(const QString &program, akwaba::Random &random);

    /// For a process that writes below this folder and dies of it.
    [[nodiscard]] QProcessEnvironment planned(const QString &folder);
    /// After its end: the way it died, and the place; empty when it was not by our plan.
    [[nodiscard]] QString death(const QString &folder);

    /// How often it died where; places that it only passed by have none.
    [[nodiscard]] QMap<QString, int> deaths() const;

private:
    struct Site {
        QSet<QByteArray> stacks; // hashes
        int planned = 0;
        int deaths = 0;
    };

    void note(const QList<QByteArray> &line);
    [[nodiscard]] QString nameOf(const QList<QByteArray> &line);
    [[nodiscard]] Site *leastTried();

    Symbols m_program;
    Symbols m_sqlite;
    akwaba::Random &m_random;
    QMap<QString, Site> m_sites;
    QHash<QByteArray, QString> m_names; // of stacks
};
