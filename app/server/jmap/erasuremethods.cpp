// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/jmap/erasuremethods.h"

#include "app/server/jmap/arguments.h"
#include "app/server/jmap/methods.h"
#include "app/server/store/erasuretables.h"
#include "app/server/store/store.h"
#include "core/base/clock.h"
#include "core/protocol/codec.h"

namespace akwaba::jmap {

using namespace Qt::StringLiterals;

QJsonObject pendingObject(const QList<ErasureOrder> &orders, const store::Snapshot &snapshot,
                          const QDateTime &serverTime)
{
    QJsonArray list;
    for (const ErasureOrder &order : orders)
        list.append(akwaba::toJson(order));
    return {{u"accountId"_s, QString(account)},
            {u"list"_s, list},
            {u"lineage"_s, snapshot.lineage()},
            {u"serverTime"_s, utcDate(serverTime)}};
}

QJsonObject statusObject(const store::ErasureStatus &status)
{
    return {{u"id"_s, status.id},
            {u"cause"_s, wireName(status.cause)},
            {u"digest"_s, status.digest},
            {u"createdAt"_s, utcDate(status.createdAt)},
            {u"expected"_s, status.expected},
            {u"acked"_s, status.acked},
            {u"byteClean"_s, status.byteClean},
            {u"shredded"_s, status.shredded},
            {u"leaseEnded"_s, status.leaseEnded},
            {u"pending"_s, QJsonArray::fromStringList(status.pending)}};
}

MethodResult erasurePending(const ReadCall &call)
{
    const Argument<QString> device = stringArgument(call.arguments, u"device"_s);
    if (!device) return tl::unexpected(device.error());
    if (call.caller.device.isEmpty() || *device != call.caller.device.value) return methodFail(u"forbidden"_s);
    const auto orders = store::erasureOrders(call.snapshot.database(), call.caller.device, call.caller.member.scopes);
    if (!orders) return tl::unexpected(methodErrorOf(orders.error()));
    return pendingObject(*orders, call.snapshot, call.clock.now());
}

void acknowledgeErasure(store::Store &store, const DeviceId &device, const QJsonObject &arguments,
                        std::function<void(const MethodResult &)> done)
{
    const Result<ErasureAck> ack = erasureAckFromJson(arguments);
    if (!ack) return done(invalidArguments(ack.error().detail));
    store.submit([device, ack = *ack](store::Writer &writer) { return store::acknowledgeErasure(writer, device, ack); },
                 [done = std::move(done), erasure = ack->erasure, &clock = store.clock()](const Result<void> &kept) {
                     if (kept)
                         return done(QJsonObject{{u"accountId"_s, QString(account)},
                                                 {u"erasure"_s, erasure},
                                                 {u"serverTime"_s, utcDate(clock.now())}});
                     if (kept.error().code == Code::NotFound) return done(methodFail(u"notFound"_s));
                     done(tl::unexpected(methodErrorOf(kept.error())));
                 });
}

} // namespace akwaba::jmap
