// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/erasure.h"

#include "core/protocol/codec.h"

#include <QJsonArray>

namespace akwaba {

using namespace Qt::StringLiterals;

namespace {

QStringList texts(const QJsonValue &array)
{
    QStringList all;
    for (const QJsonValue &value : array.toArray())
        all.append(value.toString());
    return all;
}

/// Whole numbers from 0 on.
bool readCount(const QJsonObject &object, const QString &name, qint64 &count)
{
    count = object.value(name).toInteger(-1);
    return count >= 0;
}

} // namespace

QJsonObject toJson(const ErasureOrder &order)
{
    QJsonObject object{{u"id"_s, order.id}, {u"cause"_s, wireName(order.cause)}};
    if (order.cause == ErasureCause::Scope) {
        object.insert(u"scopes"_s, QJsonArray::fromStringList(order.scopes));
        return object;
    }
    QJsonObject ids;
    for (const IdsOfType &entry : order.ids)
        ids.insert(entry.type->name, QJsonArray::fromStringList(entry.ids));
    object.insert(u"ids"_s, ids);
    return object;
}

Result<ErasureOrder> erasureOrderFromJson(const QJsonObject &object)
{
    ErasureOrder order;
    order.id = object.value(u"id"_s).toString();
    const auto cause = fromWireName<ErasureCause>(object.value(u"cause"_s).toString());
    if (order.id.isEmpty() || !cause) return fail(Code::BadInput, u"erasure"_s);
    order.cause = *cause;
    // Without the list nothing could be told from everything.
    if (order.cause == ErasureCause::Scope && !object.value(u"scopes"_s).isArray())
        return fail(Code::BadInput, u"scopes"_s);
    order.scopes = texts(object.value(u"scopes"_s));
    const QJsonObject ids = object.value(u"ids"_s).toObject();
    for (auto entry = ids.constBegin(); entry != ids.constEnd(); ++entry) {
        if (const TypeInfo *type = typeByName(entry.key())) order.ids.append({type, texts(entry.value())});
    }
    return order;
}

QJsonObject toJson(const ErasureAck &ack)
{
    return {{u"erasure"_s, ack.erasure},
            {u"level"_s, wireName(ack.level)},
            {u"path"_s, wireName(ack.path)},
            {u"filesScanned"_s, ack.filesScanned},
            {u"bytesScanned"_s, ack.bytesScanned},
            {u"needles"_s, ack.needles},
            {u"hits"_s, ack.hits},
            {u"sqliteVersion"_s, ack.sqliteVersion},
            {u"endedAt"_s, utcDate(ack.endedAt)}};
}

Result<ErasureAck> erasureAckFromJson(const QJsonObject &object)
{
    ErasureAck ack;
    ack.erasure = object.value(u"erasure"_s).toString();
    ack.sqliteVersion = object.value(u"sqliteVersion"_s).toString().left(20);
    ack.endedAt = fromUtcDate(object.value(u"endedAt"_s).toString());
    const auto level = fromWireName<ErasureLevel>(object.value(u"level"_s).toString());
    const auto path = fromWireName<ErasurePath>(object.value(u"path"_s).toString());
    if (ack.erasure.isEmpty()) return fail(Code::BadInput, u"erasure"_s);
    if (!level) return fail(Code::BadInput, u"level"_s);
    if (!path) return fail(Code::BadInput, u"path"_s);
    if (!ack.endedAt.isValid()) return fail(Code::BadInput, u"endedAt"_s);
    ack.level = *level;
    ack.path = *path;
    if (!readCount(object, u"filesScanned"_s, ack.filesScanned)) return fail(Code::BadInput, u"filesScanned"_s);
    if (!readCount(object, u"bytesScanned"_s, ack.bytesScanned)) return fail(Code::BadInput, u"bytesScanned"_s);
    if (!readCount(object, u"needles"_s, ack.needles)) return fail(Code::BadInput, u"needles"_s);
    if (!readCount(object, u"hits"_s, ack.hits)) return fail(Code::BadInput, u"hits"_s);
    return ack;
}

} // namespace akwaba
