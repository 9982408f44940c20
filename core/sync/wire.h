// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cache/cachepage.h"
#include "core/cache/outbox.h"
#include "core/domain/ids.h"
#include "core/protocol/erasure.h"
#include "core/protocol/intent.h"
#include "core/protocol/jmap.h"

#include <QDateTime>
#include <QList>

/// The requests that the console makes and the answers that it understands, and nothing else: no state, no I/O.
namespace akwaba::wire {

/// What the console needs of the Session object (RFC 8620 2).
struct Session {
    QString account;
    QString capability; // the vendor's URL, for `using`
    QString apiPath; // on the server that answered, wherever the Session object claims the API to be
    AgentId agent;
    DeviceId device;
    QString scopeState;
    QMap<QString, int> opVersions; // the newest that the server understands of each op
    QDateTime serverTime;
    QStringList servers; // where else the same company can be reached
    bool operator==(const Session &) const = default;
};

inline constexpr int maxChanges = 500;
inline constexpr int maxRecords = 50; // that come along with the page of changes which names them
inline constexpr qsizetype maxTickets = 200; // with their children, in one call
inline constexpr QLatin1StringView enteringCall("entering");

[[nodiscard]] Result<Session> sessionFrom(const QByteArray &body);
/// Code::Protocol for anything that is not a JMAP response.
[[nodiscard]] Result<jmap::Response> responseFrom(const QByteArray &body);

[[nodiscard]] QByteArray bytes(const Session &session, const QList<jmap::Invocation> &calls);

/// Where the content of a blob is read (RFC 8620 6.2). Its name is not told: an address is kept in many logs.
[[nodiscard]] QString downloadPath(const QString &account, const BlobId &blob);
/// Where the mail is read that a message was made of, and a picture of it that lies elsewhere (app/server/mailview).
[[nodiscard]] QString originalPath(const MessageId &message);
[[nodiscard]] QString picturePath(const MessageId &message, const QString &key);

[[nodiscard]] jmap::Invocation syncState(const Session &session);
[[nodiscard]] jmap::Invocation syncPage(const Session &session, const QString &type, const QString &after, int limit);
/// The tickets of these ids with their children.
[[nodiscard]] jmap::Invocation ticketsWithChildren(const Session &session, const QStringList &ids);
[[nodiscard]] jmap::Invocation syncChanges(const Session &session, const QString &since, const QString &scopeState);
[[nodiscard]] jmap::Invocation get(const Session &session, const QString &type, const QStringList &ids);
/// What a request of intents says of its device (sync.md 2.8).
struct Progress {
    qint64 ackedThrough = 0; // the server may forget the outcomes up to here
    qint64 forgottenThrough = 0; // what the server misses up to here does not come any more
    std::optional<QString> lineage; // of the server; nothing: it is not to be compared
};
[[nodiscard]] jmap::Invocation intentApply(const Session &session, const Progress &progress,
                                           const QList<NumberedIntent> &intents);

[[nodiscard]] jmap::Invocation erasurePending(const Session &session);
[[nodiscard]] jmap::Invocation erasureAck(const Session &session, const ErasureAck &ack);
/// The same two questions, for a device that is let in for nothing else.
inline constexpr QLatin1StringView lonePendingPath("/erasures/pending");
inline constexpr QLatin1StringView loneAckPath("/erasures/ack");
/// Code::Protocol where it is not a list of orders.
[[nodiscard]] Result<QList<ErasureOrder>> erasuresFrom(const QJsonObject &arguments);

/// Code::Protocol where it is not a list of outcomes.
[[nodiscard]] Result<QList<Outcome>> outcomesFrom(const QJsonObject &arguments);

/// Invalid where the answer carries none.
[[nodiscard]] QDateTime serverTimeOf(const jmap::Invocation &answer);

/// The children that a list of tickets brings; types that this program doesn't know are left out.
[[nodiscard]] QList<TypedRecords> childrenOf(const QJsonObject &rows);

[[nodiscard]] QList<QJsonObject> objects(const QJsonValue &array);
[[nodiscard]] QStringList strings(const QJsonValue &array);

} // namespace akwaba::wire
