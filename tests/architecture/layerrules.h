// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringList>

/// The layers as tables: change them here when the architecture changes, and ARCHITECTURE.md with them.
/// A folder stands for itself and for what lies in it.
namespace akwaba::architecture {

/// The longest folder that a file lies in decides what it may include besides itself.
struct Edges {
    QString folder;
    QStringList mayInclude;
};

/// What a file in one of the folders must not hold, unless it lies in an excepted one.
struct Ban {
    QStringList folders;
    QStringList except;
    QString expression;
    QString why;
};

[[nodiscard]] const QStringList &productFolders();
[[nodiscard]] const QList<Edges> &edges();
/// Modules of Qt, as one expression each.
[[nodiscard]] const QList<Ban> &bannedModules();
/// Words in code, outside comments and literals.
[[nodiscard]] const QList<Ban> &bannedWords();
/// Words in string literals.
[[nodiscard]] const Ban &sqlText();

[[nodiscard]] bool liesIn(const QString &path, const QString &folder);
[[nodiscard]] bool liesInOne(const QString &path, const QStringList &folders);
[[nodiscard]] bool applies(const Ban &ban, const QString &path);

} // namespace akwaba::architecture
