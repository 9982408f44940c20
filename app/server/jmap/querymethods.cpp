// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/jmap/arguments.h"
#include "app/server/jmap/methods.h"
#include "app/server/jmap/queryarguments.h"

#include <algorithm>

namespace akwaba::jmap {

using namespace Qt::StringLiterals;

namespace {

/// The window: position or anchor, limit, total.
Argument<store::Query> windowOf(const ReadCall &call)
{
    const auto position = wholeArgument(call.arguments, u"position"_s);
    const auto anchor = optionalIdArgument(call.arguments, u"anchor"_s);
    const auto offset = wholeArgument(call.arguments, u"anchorOffset"_s);
    const auto limit = intArgument(call.arguments, u"limit"_s, 0);
    const auto total = flagArgument(call.arguments, u"calculateTotal"_s);
    if (!position) return tl::unexpected(position.error());
    if (!anchor) return tl::unexpected(anchor.error());
    if (!offset) return tl::unexpected(offset.error());
    if (!limit) return tl::unexpected(limit.error());
    if (!total) return tl::unexpected(total.error());
    store::Query query;
    query.position = *position;
    query.anchor = *anchor;
    query.anchorOffset = *offset;
    query.limit = std::min(limit->value_or(call.settings.maxObjectsInGet), call.settings.maxObjectsInGet);
    query.withTotal = *total;
    return query;
}

/// True where fewer may come than were asked for; no limit is the highest.
bool isClamped(const ReadCall &call, qint64 limit)
{
    const QJsonValue wanted = call.arguments.value(u"limit"_s);
    return !wanted.isDouble() || wanted.toDouble() > double(limit);
}

} // namespace

MethodResult query(const ReadCall &call)
{
    const auto filter = filterArgument(*call.type, call.arguments.value(u"filter"_s), call.settings);
    if (!filter) return tl::unexpected(filter.error());
    const auto sort = sortArgument(*call.type, call.arguments.value(u"sort"_s));
    if (!sort) return tl::unexpected(sort.error());
    auto wanted = windowOf(call);
    if (!wanted) return tl::unexpected(wanted.error());
    wanted->filter = *filter;
    wanted->sort = *sort;
    const auto page = call.snapshot.query(*call.type, *wanted, call.caller);
    if (!page) return tl::unexpected(methodErrorOf(page.error()));
    if (!*page) return methodFail(u"anchorNotFound"_s);
    const Result<QString> state = call.snapshot.typeState(*call.type, call.caller);
    if (!state) return tl::unexpected(methodErrorOf(state.error()));
    QJsonObject object{{u"accountId"_s, QString(account)},
                       {u"queryState"_s, *state},
                       {u"canCalculateChanges"_s, false},
                       {u"position"_s, (*page)->position},
                       {u"ids"_s, QJsonArray::fromStringList((*page)->ids)}};
    if ((*page)->total) object.insert(u"total"_s, *(*page)->total);
    if (isClamped(call, wanted->limit)) object.insert(u"limit"_s, wanted->limit);
    return object;
}

/// Not offered (sync.md 2.1): what is asked for is still looked at.
MethodResult queryChanges(const ReadCall &call)
{
    const Argument<QString> since = stringArgument(call.arguments, u"sinceQueryState"_s);
    if (!since) return tl::unexpected(since.error());
    const auto filter = filterArgument(*call.type, call.arguments.value(u"filter"_s), call.settings);
    if (!filter) return tl::unexpected(filter.error());
    const auto sort = sortArgument(*call.type, call.arguments.value(u"sort"_s));
    if (!sort) return tl::unexpected(sort.error());
    const auto most = intArgument(call.arguments, u"maxChanges"_s, 1);
    if (!most) return tl::unexpected(most.error());
    return methodFail(u"cannotCalculateChanges"_s);
}

} // namespace akwaba::jmap
