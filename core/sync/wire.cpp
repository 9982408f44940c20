// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/wire.h"

#include "core/protocol/codec.h"

#include <QJsonDocument>
#include <QUrl>

namespace akwaba::wire {

using namespace Qt::StringLiterals;

namespace {

QString vendorCapability(const QJsonObject &capabilities)
{
    // A URL under the operator's own name (sync.md 2.1), so only its end is known here.
    for (const QString &name : capabilities.keys()) {
        if (name.endsWith("/jmap/akwaba"_L1)) return name;
    }
    return {};
}

QString accountOf(const QJsonObject &session, const QString &capability)
{
    const QString primary = session.value(u"primaryAccounts"_s).toObject().value(capability).toString();
    if (!primary.isEmpty()) return primary;
    const QStringList accounts = session.value(u"accounts"_s).toObject().keys();
    return accounts.isEmpty() ? QString() : accounts.constFirst();
}

} // namespace

Result<Session> sessionFrom(const QByteArray &body)
{
    const QJsonObject object = QJsonDocument::fromJson(body).object();
    const QJsonObject capabilities = object.value(u"capabilities"_s).toObject();
    Session session;
    session.capability = vendorCapability(capabilities);
    if (session.capability.isEmpty()) return fail(Code::Protocol, u"no Akwaba server"_s);
    const QJsonObject vendor = capabilities.value(session.capability).toObject();
    session.account = accountOf(object, session.capability);
    session.apiPath = QUrl(object.value(u"apiUrl"_s).toString()).path();
    session.agent.value = vendor.value(u"agent"_s).toString();
    session.device.value = vendor.value(u"device"_s).toString();
    session.scopeState = vendor.value(u"scopeState"_s).toString();
    const QJsonObject versions = vendor.value(u"opversions"_s).toObject();
    for (auto version = versions.begin(); version != versions.end(); ++version)
        session.opVersions.insert(version.key(), version.value().toInt());
    session.serverTime = fromUtcDate(vendor.value(u"serverTime"_s).toString());
    session.servers = strings(vendor.value(u"servers"_s));
    if (session.account.isEmpty() || !session.apiPath.startsWith(u'/') || session.agent.isEmpty()
        || session.device.isEmpty())
        return fail(Code::Protocol, u"incomplete session"_s);
    return session;
}

Result<jmap::Response> responseFrom(const QByteArray &body)
{
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (!document.isObject()) return fail(Code::Protocol, u"no JSON object"_s);
    Result<jmap::Response> response = jmap::responseFromJson(document.object());
    if (!response) return fail(Code::Protocol, response.error().detail);
    return response;
}

QByteArray bytes(const Session &session, const QList<jmap::Invocation> &calls)
{
    const jmap::Request request{{u"urn:ietf:params:jmap:core"_s, session.capability}, calls};
    return QJsonDocument(jmap::toJson(request)).toJson(QJsonDocument::Compact);
}

QString downloadPath(const QString &account, const BlobId &blob)
{
    return u"/jmap/download/%1/%2/file"_s.arg(account, blob.value);
}

QString originalPath(const MessageId &message) { return u"/original/"_s + message.value; }

QString picturePath(const MessageId &message, const QString &key)
{
    return u"/picture/%1/%2"_s.arg(message.value, key);
}

jmap::Invocation syncState(const Session &session)
{
    return {u"Sync/state"_s, {{u"accountId"_s, session.account}}, u"state"_s};
}

jmap::Invocation syncPage(const Session &session, const QString &type, const QString &after, int limit)
{
    QJsonObject arguments{{u"accountId"_s, session.account}, {u"type"_s, type}, {u"limit"_s, limit}};
    if (!after.isEmpty()) arguments.insert(u"after"_s, after);
    return {u"Sync/page"_s, arguments, u"page"_s};
}

jmap::Invocation ticketsWithChildren(const Session &session, const QStringList &ids)
{
    return {u"Sync/page"_s,
            {{u"accountId"_s, session.account}, {u"type"_s, u"Ticket"_s}, {u"ids"_s, QJsonArray::fromStringList(ids)}},
            enteringCall};
}

jmap::Invocation syncChanges(const Session &session, const QString &since, const QString &scopeState)
{
    return {u"Sync/changes"_s,
            {{u"accountId"_s, session.account},
             {u"sinceState"_s, since},
             {u"scopeState"_s, scopeState},
             {u"maxChanges"_s, maxChanges},
             {u"maxRecords"_s, maxRecords}},
            u"changes"_s};
}

jmap::Invocation get(const Session &session, const QString &type, const QStringList &ids)
{
    return {type + "/get"_L1, {{u"accountId"_s, session.account}, {u"ids"_s, QJsonArray::fromStringList(ids)}}, type};
}

jmap::Invocation intentApply(const Session &session, const Progress &progress, const QList<NumberedIntent> &intents)
{
    QJsonArray list;
    for (const NumberedIntent &numbered : intents) {
        QJsonObject entry = toJson(numbered.intent);
        entry.insert(u"dseq"_s, numbered.dseq);
        if (numbered.sentBefore != SentBefore::No) entry.insert(u"sentBefore"_s, wireName(numbered.sentBefore));
        list.append(entry);
    }
    QJsonObject arguments{{u"accountId"_s, session.account},
                          {u"device"_s, session.device.value},
                          {u"ackedThrough"_s, progress.ackedThrough},
                          {u"intents"_s, list}};
    if (progress.lineage) arguments.insert(u"lineage"_s, *progress.lineage);
    if (progress.forgottenThrough > 0) arguments.insert(u"forgottenThrough"_s, progress.forgottenThrough);
    return {u"Intent/apply"_s, arguments, u"apply"_s};
}

jmap::Invocation erasurePending(const Session &session)
{
    return {
        u"Erasure/pending"_s, {{u"accountId"_s, session.account}, {u"device"_s, session.device.value}}, u"erasures"_s};
}

jmap::Invocation erasureAck(const Session &session, const ErasureAck &ack)
{
    QJsonObject arguments = toJson(ack);
    arguments.insert(u"accountId"_s, session.account);
    return {u"Erasure/ack"_s, arguments, u"ack"_s};
}

Result<QList<ErasureOrder>> erasuresFrom(const QJsonObject &arguments)
{
    if (!arguments.value(u"list"_s).isArray()) return fail(Code::Protocol, u"no erasures"_s);
    QList<ErasureOrder> orders;
    for (const QJsonObject &entry : objects(arguments.value(u"list"_s))) {
        Result<ErasureOrder> order = erasureOrderFromJson(entry);
        if (!order) return fail(Code::Protocol, order.error().detail);
        orders.append(std::move(*order));
    }
    return orders;
}

Result<QList<Outcome>> outcomesFrom(const QJsonObject &arguments)
{
    if (!arguments.value(u"outcomes"_s).isArray()) return fail(Code::Protocol, u"no outcomes"_s);
    QList<Outcome> outcomes;
    for (const QJsonObject &entry : objects(arguments.value(u"outcomes"_s))) {
        Result<Outcome> outcome = fromJson<Outcome>(entry);
        if (!outcome) return fail(Code::Protocol, outcome.error().detail);
        outcomes.append(std::move(*outcome));
    }
    return outcomes;
}

QDateTime serverTimeOf(const jmap::Invocation &answer)
{
    return fromUtcDate(answer.arguments.value(u"serverTime"_s).toString());
}

QList<TypedRecords> childrenOf(const QJsonObject &rows)
{
    QList<TypedRecords> result;
    const QJsonObject children = rows.value(u"children"_s).toObject();
    for (const TypeInfo *type : syncedTypes()) {
        const QJsonValue records = children.value(type->name);
        if (records.isArray()) result.append({type, objects(records)});
    }
    return result;
}

QList<QJsonObject> objects(const QJsonValue &array)
{
    QList<QJsonObject> result;
    for (const QJsonValue &entry : array.toArray()) {
        if (entry.isObject()) result.append(entry.toObject());
    }
    return result;
}

QStringList strings(const QJsonValue &array)
{
    QStringList result;
    for (const QJsonValue &entry : array.toArray())
        result.append(entry.toString());
    return result;
}

} // namespace akwaba::wire
