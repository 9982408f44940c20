// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/jmap/arguments.h"
#include "app/server/jmap/methods.h"
#include "app/server/jmap/queryarguments.h"

#include <algorithm>
#include <variant>

namespace akwaba::jmap {

using namespace Qt::StringLiterals;

namespace {

using store::ChangesPage;
using store::Records;

Argument<QStringList> propertiesOf(const ReadCall &call)
{
    const auto wanted = namesArgument(call.arguments, u"properties"_s);
    if (!wanted) return tl::unexpected(wanted.error());
    QStringList properties{u"id"_s};
    if (*wanted) {
        for (const QString &name : **wanted) {
            if (servedField(*call.type, name) == nullptr) return invalidArguments(u"properties: no such property"_s);
            if (!properties.contains(name)) properties.append(name);
        }
        return properties;
    }
    for (const FieldInfo &field : call.type->fields) {
        if (servedField(*call.type, field.name) != nullptr && field.name != u"id") properties.append(field.name);
    }
    return properties;
}

QJsonObject reduced(const QJsonObject &record, const QStringList &properties)
{
    QJsonObject result;
    for (const QString &name : properties)
        result.insert(name, record.value(name));
    return result;
}

Argument<Records> recordsOf(const ReadCall &call, const QStringList &properties)
{
    const auto ids = idsArgument(call.arguments, u"ids"_s);
    if (!ids) return tl::unexpected(ids.error());
    const int most = call.settings.maxObjectsInGet;
    if (*ids && (*ids)->size() > most) return methodFail(u"requestTooLarge"_s);
    if (*ids) return call.snapshot.get(*call.type, *ids, call.caller, most, properties).map_error(methodErrorOf);
    const Result<store::RecordPage> all = call.snapshot.page(*call.type, {}, most, call.caller);
    if (!all) return tl::unexpected(methodErrorOf(all.error()));
    if (all->total > most) return methodFail(u"requestTooLarge"_s);
    Records records;
    for (const QJsonObject &record : all->list)
        records.list.append(reduced(record, properties));
    return records;
}

QJsonObject toJson(const ChangesPage &page)
{
    return {{u"oldState"_s, page.oldState},
            {u"newState"_s, page.newState},
            {u"hasMoreChanges"_s, page.hasMoreChanges},
            {u"created"_s, QJsonArray::fromStringList(page.created)},
            {u"updated"_s, QJsonArray::fromStringList(page.updated)},
            {u"destroyed"_s, QJsonArray::fromStringList(page.destroyed)}};
}

} // namespace

MethodResult get(const ReadCall &call)
{
    const Argument<QStringList> properties = propertiesOf(call);
    if (!properties) return tl::unexpected(properties.error());
    const Argument<Records> records = recordsOf(call, *properties);
    if (!records) return tl::unexpected(records.error());
    const Result<QString> state = call.snapshot.typeState(*call.type, call.caller);
    if (!state) return tl::unexpected(methodErrorOf(state.error()));
    QJsonArray list;
    for (const QJsonObject &record : records->list)
        list.append(record);
    return QJsonObject{{u"accountId"_s, QString(account)},
                       {u"state"_s, *state},
                       {u"list"_s, list},
                       {u"notFound"_s, QJsonArray::fromStringList(records->notFound)}};
}

MethodResult changes(const ReadCall &call)
{
    const Argument<QString> since = stringArgument(call.arguments, u"sinceState"_s);
    if (!since) return tl::unexpected(since.error());
    const auto most = intArgument(call.arguments, u"maxChanges"_s, 1);
    if (!most) return tl::unexpected(most.error());
    const int maxChanges = std::min(most->value_or(call.settings.maxObjectsInGet), call.settings.maxChanges);
    const auto answer = call.snapshot.changes(*call.type, *since, maxChanges, call.caller);
    if (!answer) return tl::unexpected(methodErrorOf(answer.error()));
    if (const auto *refused = std::get_if<store::CannotCalculate>(&*answer))
        return methodFail(u"cannotCalculateChanges"_s, {}, {{u"reason"_s, refused->reason}});
    QJsonObject object = toJson(std::get<ChangesPage>(*answer));
    object.insert(u"accountId"_s, QString(account));
    return object;
}

/// There is one account, so nothing can be copied from another (RFC 8620 5.4, 6.3).
MethodResult copy(const ReadCall &call)
{
    const Argument<QString> from = stringArgument(call.arguments, u"fromAccountId"_s);
    if (!from) return tl::unexpected(from.error());
    if (*from == account) return invalidArguments(u"fromAccountId: that is the same account"_s);
    return methodFail(u"fromAccountNotFound"_s);
}

} // namespace akwaba::jmap
