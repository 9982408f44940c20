// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/async.h"
#include "ui/inbox/ticketsource.h"

#include <QHash>

#include <vector>

namespace akwaba {

/// Tickets in memory, in an order that the test sets. keys() answers at once unless `waits`, then with answerAll().
class FakeSource : public TicketSource {
public:
    qint64 add(TicketRow row)
    {
        row.key = ++lastKey;
        if (row.id.isEmpty()) row.id = TicketId{QStringLiteral("t-%1").arg(row.key)};
        if (row.subject.isEmpty()) row.subject = QStringLiteral("Subject %1").arg(row.key);
        tickets.insert(row.key, row);
        order.push_back(row.key);
        return row.key;
    }
    void addMany(int count)
    {
        for (int i = 0; i < count; ++i)
            add({});
    }
    void answerAll()
    {
        auto waiting = std::exchange(pending, {});
        for (Answer<TicketKeys> &answer : waiting)
            answer.give(TicketKeys{order, groups});
    }

    Result<QList<TicketRow>> firstPage(const ViewSpec &, int count) override
    {
        if (error) return fail(*error);
        const auto end = order.begin() + qMin(std::ptrdiff_t(count), std::ptrdiff_t(order.size()));
        return rows({order.begin(), end}, {});
    }
    QFuture<Result<TicketKeys>> keys(const ViewSpec &spec) override
    {
        asked = spec;
        if (error) return answered<TicketKeys>(fail(*error));
        if (!waits) return answered<TicketKeys>(TicketKeys{order, groups});
        return pending.emplace_back().future();
    }
    Result<QList<TicketRow>> rows(std::span<const qint64> keys, const QString &) override
    {
        ++reads;
        QList<TicketRow> found;
        for (const qint64 key : keys) {
            TicketRow row = tickets.value(key);
            row.gone = !tickets.contains(key);
            row.key = key;
            found.append(row);
        }
        return found;
    }

    QHash<qint64, TicketRow> tickets;
    std::vector<qint64> order;
    QList<TicketGroup> groups;
    std::vector<Answer<TicketKeys>> pending;
    std::optional<Code> error;
    ViewSpec asked;
    qint64 lastKey = 0;
    int reads = 0;
    bool waits = false;
};

} // namespace akwaba
