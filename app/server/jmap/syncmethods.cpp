// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/jmap/arguments.h"
#include "app/server/jmap/methods.h"
#include "app/server/store/erasuretables.h"
#include "app/server/store/restored.h"
#include "core/base/clock.h"
#include "core/domain/ticket.h"
#include "core/protocol/codec.h"

#include <algorithm>
#include <variant>

namespace akwaba::jmap {

using namespace Qt::StringLiterals;

namespace {

/// Every answer of these methods names the account and the server's time (sync.md 2.13).
QJsonObject stamped(QJsonObject object, const ReadCall &call)
{
    object.insert(u"accountId"_s, QString(account));
    object.insert(u"serverTime"_s, utcDate(call.clock.now()));
    return object;
}

/// What the device has to let go of before it may believe that it knows everything up to this answer: it is of the same
/// moment, so no cursor passes an erasure unnoticed (store/decisions/0005).
MethodResult withErasures(QJsonObject object, const ReadCall &call)
{
    const auto erasures = store::pendingErasures(call.snapshot.database(), call.caller.device);
    if (!erasures) return tl::unexpected(methodErrorOf(erasures.error()));
    if (!erasures->isEmpty()) object.insert(u"erasures"_s, QJsonArray::fromStringList(*erasures));
    return object;
}

MethodResult refusal(const store::ScopeChanged &changed, const ReadCall &call)
{
    return withErasures(
               {{u"scopes"_s, QJsonArray::fromStringList(changed.scopes)}, {u"scopeState"_s, changed.scopeState}}, call)
        .and_then([](const QJsonObject &more) -> MethodResult { return methodFail(u"scopeChanged"_s, {}, more); });
}

QJsonObject rowsIn(const store::RecordPage &page)
{
    QJsonObject object{{u"list"_s, toArray(page.list)}};
    QJsonObject children;
    for (auto it = page.children.begin(); it != page.children.end(); ++it)
        children.insert(it.key(), toArray(it.value()));
    if (!children.isEmpty()) object.insert(u"children"_s, children);
    return object;
}

QJsonObject toJson(const store::RecordPage &page)
{
    QJsonObject object = rowsIn(page);
    object.insert(u"total"_s, page.total);
    object.insert(u"after"_s, page.after.isEmpty() ? QJsonValue() : QJsonValue(page.after));
    return object;
}

/// Those of `ids` that the caller doesn't see.
QJsonArray missingIn(const store::RecordPage &page, const QStringList &ids)
{
    QStringList missing = ids;
    missing.removeDuplicates();
    for (const QJsonObject &record : page.list)
        missing.removeOne(record.value(u"id"_s).toString());
    return QJsonArray::fromStringList(missing);
}

/// Just these, and who of them the caller doesn't see.
MethodResult pageOf(const ReadCall &call, const TypeInfo &type, const QStringList &ids)
{
    if (ids.size() > call.settings.maxObjectsInGet) return methodFail(u"requestTooLarge"_s);
    const Result<store::RecordPage> page = call.snapshot.pageOf(type, ids, call.caller);
    if (!page) return tl::unexpected(methodErrorOf(page.error()));
    QJsonObject object = toJson(*page);
    object.insert(u"notFound"_s, missingIn(*page, ids));
    return stamped(std::move(object), call);
}

qsizetype namedIn(const SyncPage &page)
{
    qsizetype count = 0;
    for (const TypeChanges &changes : page.changes)
        count += changes.created.size() + changes.updated.size();
    return count;
}

/// What a page names, of the moment that the page is of. Tickets that come into sight bring their children.
Result<QJsonArray> recordsOf(const SyncPage &page, const ReadCall &call)
{
    QJsonArray records;
    const auto add = [&](const TypeInfo &type, const QStringList &ids, bool isEntering) -> Result<void> {
        if (ids.isEmpty()) return {};
        auto found = isEntering ? call.snapshot.pageOf(type, ids, call.caller)
                                : call.snapshot.get(type, ids, call.caller).map([](store::Records &&plain) {
                                      return store::RecordPage{std::move(plain.list), {}, {}, {}};
                                  });
        if (!found) return tl::unexpected(found.error());
        QJsonObject entry = rowsIn(*found);
        entry.insert(u"type"_s, type.name);
        entry.insert(u"notFound"_s, missingIn(*found, ids));
        records.append(entry);
        return {};
    };
    for (const TypeChanges &changes : page.changes) {
        const bool bringsChildren = changes.type == &typeInfo<Ticket>();
        const QStringList entering = bringsChildren ? changes.created : QStringList();
        const QStringList plain = bringsChildren ? changes.updated : changes.created + changes.updated;
        const auto added =
            add(*changes.type, entering, true).and_then([&] { return add(*changes.type, plain, false); });
        if (!added) return tl::unexpected(added.error());
    }
    return records;
}

} // namespace

MethodResult syncState(const ReadCall &call)
{
    const auto lineages = store::lineagesOf(call.snapshot.database());
    if (!lineages) return tl::unexpected(methodErrorOf(lineages.error()));
    QJsonObject object = akwaba::toJson(*lineages);
    object.insert(u"state"_s, call.snapshot.state());
    object.insert(u"scopeState"_s, call.caller.member.state());
    return withErasures(stamped(std::move(object), call), call);
}

MethodResult syncChanges(const ReadCall &call)
{
    const Argument<QString> since = stringArgument(call.arguments, u"sinceState"_s);
    if (!since) return tl::unexpected(since.error());
    const Argument<QString> scopeState = stringArgument(call.arguments, u"scopeState"_s);
    if (!scopeState) return tl::unexpected(scopeState.error());
    const auto most = intArgument(call.arguments, u"maxChanges"_s, 1);
    if (!most) return tl::unexpected(most.error());
    const int maxChanges = std::min(most->value_or(call.settings.maxObjectsInGet), call.settings.maxChanges);
    const auto inlined = intArgument(call.arguments, u"maxRecords"_s, 0);
    if (!inlined) return tl::unexpected(inlined.error());
    const auto answer = call.snapshot.syncChanges(*since, *scopeState, maxChanges, call.caller);
    if (!answer) return tl::unexpected(methodErrorOf(answer.error()));
    if (const auto *refused = std::get_if<store::CannotCalculate>(&*answer))
        return methodFail(u"cannotCalculateChanges"_s, {}, {{u"reason"_s, refused->reason}});
    if (const auto *changed = std::get_if<store::ScopeChanged>(&*answer)) return refusal(*changed, call);
    const auto &page = std::get<SyncPage>(*answer);
    QJsonObject object = stamped(akwaba::toJson(page), call);
    // One question less for whoever is nearly up to date.
    const int mostRecords = std::min(inlined->value_or(0), call.settings.maxObjectsInGet);
    if (mostRecords > 0 && namedIn(page) <= mostRecords) {
        const auto records = recordsOf(page, call);
        if (!records) return tl::unexpected(methodErrorOf(records.error()));
        object.insert(u"records"_s, *records);
    }
    return withErasures(std::move(object), call);
}

MethodResult syncPage(const ReadCall &call)
{
    const Argument<QString> name = stringArgument(call.arguments, u"type"_s);
    if (!name) return tl::unexpected(name.error());
    const TypeInfo *type = typeByName(*name);
    if (type == nullptr) return invalidArguments(u"type"_s);
    const auto ids = idsArgument(call.arguments, u"ids"_s);
    if (!ids) return tl::unexpected(ids.error());
    if (*ids) return pageOf(call, *type, **ids);
    const auto limit = intArgument(call.arguments, u"limit"_s, 1);
    if (!limit) return tl::unexpected(limit.error());
    const int most = std::min(limit->value_or(call.settings.maxObjectsInGet), call.settings.maxObjectsInGet);
    const Result<store::RecordPage> page =
        call.snapshot.page(*type, call.arguments.value(u"after"_s).toString(), most, call.caller);
    if (!page) return tl::unexpected(methodErrorOf(page.error()));
    return stamped(toJson(*page), call);
}

} // namespace akwaba::jmap
