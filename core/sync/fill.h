// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace akwaba {

struct TypeInfo;

/// How far the filling of a cache has come: the resume token, stored in the transaction of each page. A value.
struct Fill {
    enum class Kind {
        First, ///< an empty cache
        Resync, ///< the log can't be continued: what is not met again goes at the end
        Scope, ///< permissions changed: as Resync, but the cursor stays where it is
    };

    Kind kind = Kind::First;
    QString state; // the cursor, taken before the first page; empty for Scope
    QString scopeState;
    int type = 0; // index in filledTypes()
    QString after; // key of the last row of the last page
    qint64 rowsDone = 0;
    qint64 rowsTotal = 0; // of this type
    bool operator==(const Fill &) const = default;

    [[nodiscard]] QString toToken() const;
    /// Nothing for an empty token or one of another program version: begin anew.
    [[nodiscard]] static std::optional<Fill> fromToken(const QString &token);

    [[nodiscard]] const TypeInfo *currentType() const;
    /// The first page of tickets has been here.
    [[nodiscard]] bool hasTickets() const;
    [[nodiscard]] int pageSize() const;
    /// Goes on to the next page or type; false when that was the last one.
    [[nodiscard]] bool advance(const QString &afterKey);
};

} // namespace akwaba
