// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QVariant>

#include <optional>

namespace akwaba {

/// One statement as one kind of database runs it. Only Statement and Database use it, inside a Call. What returns false
/// has failed, and error() says why; but for next(), which may also be at the end. Values are those of the row that
/// next() came to. Destroyed before the connection is closed.
class Query {
public:
    Query() = default;
    Q_DISABLE_COPY_MOVE(Query)
    virtual ~Query() = default;

    /// What is not to be run again.
    [[nodiscard]] virtual bool execute(const QString &sql) = 0;

    [[nodiscard]] virtual bool prepare(const QString &sql) = 0;
    virtual void bind(int index, const QVariant &value) = 0;
    virtual void bind(const QString &name, const QVariant &value) = 0;
    [[nodiscard]] virtual bool run() = 0;
    [[nodiscard]] virtual bool next() = 0;
    virtual void finish() = 0;
    [[nodiscard]] virtual std::optional<Error> error() const = 0;

    [[nodiscard]] virtual QVariant value(int column) const = 0;
    [[nodiscard]] virtual QString text(int column) const = 0;
    [[nodiscard]] virtual qint64 integer(int column) const = 0;
    [[nodiscard]] virtual bool isNull(int column) const = 0;
    [[nodiscard]] virtual int affected() const = 0;
    [[nodiscard]] virtual qint64 insertedRow() const = 0;
};

} // namespace akwaba
