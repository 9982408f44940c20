// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/jmap/arguments.h"
#include "app/server/jmap/methods.h"

#include <algorithm>

namespace akwaba::jmap {

using namespace Qt::StringLiterals;

namespace {

/// The rows that a filter names by what they belong to: tickets of a customer, messages of a ticket. Other filters, and
/// sorting, are for the store to learn.
Argument<QStringList> candidates(const ReadCall &call)
{
    const QJsonObject filter = call.arguments.value(u"filter"_s).toObject();
    const bool ofTickets = call.type->name == u"Ticket";
    const QString name = ofTickets ? u"customer"_s : u"ticket"_s;
    if (filter.size() != 1 || !filter.value(name).isString())
        return methodFail(u"unsupportedFilter"_s, u"only {%1: id}"_s.arg(name));
    const QString owner = filter.value(name).toString();
    const auto idsOf = [](const auto &rows) {
        QStringList ids;
        for (const auto &row : rows)
            ids.append(row.id.value);
        return ids;
    };
    if (ofTickets) return call.snapshot.ticketsOf(CustomerId{owner}).map(idsOf).map_error(methodErrorOf);
    return call.snapshot.messagesOf(TicketId{owner}).map(idsOf).map_error(methodErrorOf);
}

Argument<QStringList> visible(const ReadCall &call, const QStringList &ids)
{
    const Result<store::Records> records = call.snapshot.get(*call.type, ids, call.caller, int(ids.size()));
    if (!records) return tl::unexpected(methodErrorOf(records.error()));
    QStringList result;
    for (const QJsonObject &record : records->list)
        result.append(record.value(u"id"_s).toString());
    return result;
}

/// Where the window starts (RFC 8620 5.5): at the anchor, or at the position, counted from the end where negative.
Argument<qsizetype> startOf(const QJsonObject &arguments, const QStringList &ids)
{
    const QString anchor = arguments.value(u"anchor"_s).toString();
    if (anchor.isEmpty()) {
        const qsizetype position = arguments.value(u"position"_s).toInt();
        return std::clamp<qsizetype>(position < 0 ? ids.size() + position : position, 0, ids.size());
    }
    const qsizetype found = ids.indexOf(anchor);
    if (found < 0) return methodFail(u"anchorNotFound"_s);
    return std::clamp<qsizetype>(found + arguments.value(u"anchorOffset"_s).toInt(), 0, ids.size());
}

} // namespace

MethodResult query(const ReadCall &call)
{
    if (!call.arguments.value(u"sort"_s).toArray().isEmpty()) return methodFail(u"unsupportedSort"_s);
    const auto limit = intArgument(call.arguments, u"limit"_s, 0);
    if (!limit) return tl::unexpected(limit.error());
    const auto found = candidates(call);
    if (!found) return tl::unexpected(found.error());
    const auto ids = visible(call, *found);
    if (!ids) return tl::unexpected(ids.error());
    const auto start = startOf(call.arguments, *ids);
    if (!start) return tl::unexpected(start.error());
    const Result<QString> state = call.snapshot.typeState(*call.type);
    if (!state) return tl::unexpected(methodErrorOf(state.error()));
    const int most = std::min(limit->value_or(call.settings.maxObjectsInGet), call.settings.maxObjectsInGet);
    QJsonObject object{{u"accountId"_s, QString(account)},
                       {u"queryState"_s, *state},
                       {u"canCalculateChanges"_s, false},
                       {u"position"_s, *start},
                       {u"ids"_s, QJsonArray::fromStringList(ids->mid(*start, most))}};
    if (call.arguments.value(u"calculateTotal"_s).toBool()) object.insert(u"total"_s, ids->size());
    if (most < limit->value_or(most + 1)) object.insert(u"limit"_s, most);
    return object;
}

/// Not offered (sync.md 2.1).
MethodResult queryChanges(const ReadCall &call)
{
    Q_UNUSED(call)
    return methodFail(u"cannotCalculateChanges"_s);
}

} // namespace akwaba::jmap
