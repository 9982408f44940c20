// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/cache/ticketrow.h"

#include <QFuture>

#include <span>

namespace akwaba {

/// Where the list reads tickets from. firstPage() and rows() answer at once, from an index; keys() answers when the
/// whole order is known, in the background.
class TicketSource {
public:
    TicketSource() = default;
    virtual ~TicketSource() = default;
    Q_DISABLE_COPY_MOVE(TicketSource)

    [[nodiscard]] virtual Result<QList<TicketRow>> firstPage(const ViewSpec &spec, int count) = 0;
    [[nodiscard]] virtual QFuture<Result<TicketKeys>> keys(const ViewSpec &spec) = 0;
    /// One row per key; gone is set where there is none any more. With where it was found, if it was searched for.
    [[nodiscard]] virtual Result<QList<TicketRow>> rows(std::span<const qint64> keys, const QString &search) = 0;
};

} // namespace akwaba
