// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/endurance/records.h"

#include "app/server/store/snapshot.h"
#include "core/protocol/codec.h"

using namespace akwaba;
using namespace Qt::StringLiterals;

namespace {

template <class T> T held(Result<T> result)
{
    if (!result) qFatal("records: %s", qPrintable(result.error().detail));
    return std::move(*result);
}

template <class T> QMap<QString, T> byId(const QList<T> &values)
{
    QMap<QString, T> all;
    for (const T &value : values)
        all.insert(value.id.value, value);
    return all;
}

/// The names of members that are not equal.
template <class T> QString differing(const T &one, const T &other)
{
    const QJsonObject shown = toJson(one);
    const QJsonObject held = toJson(other);
    QStringList names;
    for (auto member = held.begin(); member != held.end(); ++member) {
        if (shown.value(member.key()) != *member) names.append(member.key());
    }
    return names.join(u", "_s);
}

template <class T> QStringList differences(QMap<QString, T> shown, const QMap<QString, T> &records)
{
    QStringList lines;
    for (auto record = records.cbegin(); record != records.cend(); ++record) {
        const T one = shown.take(record.key());
        if (one != *record)
            lines.append(u"a console shows of %1 another %2"_s.arg(record.key(), differing(one, *record)));
    }
    for (const QString &id : shown.keys())
        lines.append(u"a console shows %1, which the server has not"_s.arg(id));
    return lines;
}

} // namespace

ServerRecords recordsOf(const store::Snapshot &moment)
{
    return {byId(held(moment.all<Ticket>())), byId(held(moment.all<Message>()))};
}

QStringList shownOtherwise(const ServerRecords &records, const QList<TicketId> &tickets, CacheReader &console)
{
    QList<Ticket> shown;
    QList<Message> messages;
    for (const TicketId &ticket : tickets) {
        const Conversation conversation = held(console.conversation(ticket));
        shown.append(conversation.ticket);
        messages.append(conversation.messages);
    }
    return differences(byId(shown), records.tickets) + differences(byId(messages), records.messages);
}
