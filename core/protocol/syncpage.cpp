// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/syncpage.h"

#include "core/domain/schema.h"
#include "core/protocol/codec.h"

#include <QJsonArray>

namespace akwaba {

using namespace Qt::StringLiterals;

namespace {

QStringList strings(const QJsonValue &value)
{
    QStringList result;
    for (const QJsonValue &entry : value.toArray())
        result.append(entry.toString());
    return result;
}

} // namespace

QJsonObject toJson(const SyncPage &page)
{
    QJsonArray changes;
    for (const TypeChanges &entry : page.changes) {
        changes.append(QJsonObject{
            {u"type"_s, entry.type->name},
            {u"created"_s, QJsonArray::fromStringList(entry.created)},
            {u"updated"_s, QJsonArray::fromStringList(entry.updated)},
            {u"destroyed"_s, QJsonArray::fromStringList(entry.destroyed + entry.removed + entry.erased)},
            {u"removed"_s, QJsonArray::fromStringList(entry.removed)},
            {u"erased"_s, QJsonArray::fromStringList(entry.erased)},
        });
    }
    return {{u"oldState"_s, page.oldState},
            {u"newState"_s, page.newState},
            {u"hasMoreChanges"_s, page.hasMoreChanges},
            {u"changes"_s, changes},
            {u"scopeState"_s, page.scopeState},
            {u"serverTime"_s, utcDate(page.serverTime)}};
}

Result<SyncPage> syncPageFromJson(const QJsonObject &object)
{
    if (!object.value(u"newState"_s).isString() || !object.value(u"changes"_s).isArray())
        return fail(Code::BadInput, u"no page of changes"_s);
    SyncPage page;
    page.oldState = object.value(u"oldState"_s).toString();
    page.newState = object.value(u"newState"_s).toString();
    page.hasMoreChanges = object.value(u"hasMoreChanges"_s).toBool();
    page.scopeState = object.value(u"scopeState"_s).toString();
    page.serverTime = fromUtcDate(object.value(u"serverTime"_s).toString());
    for (const QJsonValue &value : object.value(u"changes"_s).toArray()) {
        const QJsonObject entry = value.toObject();
        const TypeInfo *type = typeByName(entry.value(u"type"_s).toString());
        if (type == nullptr) continue;
        TypeChanges changes{type, strings(entry.value(u"created"_s)), strings(entry.value(u"updated"_s)),
                            {},   strings(entry.value(u"removed"_s)), strings(entry.value(u"erased"_s))};
        for (const QString &id : strings(entry.value(u"destroyed"_s))) {
            if (!changes.removed.contains(id) && !changes.erased.contains(id)) changes.destroyed.append(id);
        }
        page.changes.append(std::move(changes));
    }
    return page;
}

} // namespace akwaba
