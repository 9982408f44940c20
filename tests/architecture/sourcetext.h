// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace akwaba::architecture {

struct Include {
    QString path;
    bool quoted = false;
    int line = 0;
};

struct Literal {
    QString text;
    int line = 0;
};

/// A C++ file taken apart as far as rules about its words need it; no preprocessor, no grammar.
struct SourceText {
    QString code; ///< without comments and without what stands in literals; same lines
    QList<Include> includes;
    QList<Literal> literals; ///< adjacent ones are joined, as the compiler does
};

[[nodiscard]] SourceText takeApart(const QString &text);

} // namespace akwaba::architecture
