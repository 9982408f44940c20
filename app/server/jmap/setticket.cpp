// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/jmap/settypes.h"

namespace akwaba::jmap {

using namespace Qt::StringLiterals;

namespace {

Meaning createTicket(const QJsonObject &record, const store::Snapshot &)
{
    return QList<Meant>{{CreateTicket{structOf<Ticket>(record)}, {u"status"_s}}};
}

/// One intent for each scalar that changed, from what it was.
Meaning changeFields(const QJsonObject &before, const QJsonObject &after, const store::Snapshot &,
                     const store::Caller &)
{
    QList<Meant> all;
    const TicketId ticket{before.value(u"id"_s).toString()};
    for (const QString &name : {u"subject"_s, u"priority"_s, u"complexity"_s, u"category"_s, u"order"_s, u"product"_s,
                                u"language"_s, u"snoozedUntil"_s, u"cause"_s, u"solution"_s}) {
        if (before.value(name) == after.value(name)) continue;
        all.append({SetField{ticket, name, before.value(name).toString(), after.value(name).toString()}, {name}});
    }
    return all;
}

template <class I> QList<I> without(QList<I> ids, const QList<I> &others)
{
    ids.removeIf([&others](const I &id) { return others.contains(id); });
    return ids;
}

Meaning changeTags(const QJsonObject &before, const QJsonObject &after, const store::Snapshot &, const store::Caller &)
{
    const Ticket was = structOf<Ticket>(before);
    const Ticket wanted = structOf<Ticket>(after);
    return QList<Meant>{{SetTags{was.id, without(wanted.tags, was.tags), without(was.tags, wanted.tags)}, {u"tags"_s}}};
}

/// Everybody decides for himself what he follows.
Meaning changeFollowers(const QJsonObject &before, const QJsonObject &after, const store::Snapshot &,
                        const store::Caller &caller)
{
    const Ticket was = structOf<Ticket>(before);
    const Ticket wanted = structOf<Ticket>(after);
    const QList<AgentId> touched = without(wanted.followers, was.followers) + without(was.followers, wanted.followers);
    if (touched != QList<AgentId>{caller.agent}) return invalidProperties({u"followers"_s});
    return QList<Meant>{{Follow{was.id, wanted.followers.contains(caller.agent)}, {u"followers"_s}}};
}

/// A client of /set changes what is there now (RFC 8620 5.3), so he has seen the newest message.
Meaning changeStatus(const QJsonObject &before, const QJsonObject &after, const store::Snapshot &snapshot,
                     const store::Caller &)
{
    const Ticket was = structOf<Ticket>(before);
    const auto timeLine = snapshot.messagesOf(was.id);
    if (!timeLine) return tl::unexpected(setErrorOf(timeLine.error()));
    const MessageId seen = timeLine->isEmpty() ? MessageId() : timeLine->last().id;
    return QList<Meant>{{SetStatus{was.id, was.status, structOf<Ticket>(after).status, seen}, {u"status"_s}}};
}

Meaning assign(const QJsonObject &before, const QJsonObject &after, const store::Snapshot &, const store::Caller &)
{
    const Ticket was = structOf<Ticket>(before);
    const Ticket wanted = structOf<Ticket>(after);
    // A ticket goes to another team, never to none.
    if (wanted.team.isEmpty() && !was.team.isEmpty()) return invalidProperties({u"team"_s});
    return QList<Meant>{
        {Assign{was.id, wanted.team, wanted.assignee, was.assignee, false}, {u"team"_s, u"assignee"_s}}};
}

} // namespace

SetType setTicket()
{
    SetType ticket{&typeInfo<Ticket>(), toJson(Ticket{}), normalisedAs<Ticket>, {}, {}, nullptr};
    ticket.creates = {
        {[](const QJsonObject &) { return true; },
         {u"subject"_s,   u"status"_s,        u"priority"_s,  u"complexity"_s,   u"channel"_s, u"category"_s,
          u"tags"_s,      u"language"_s,      u"customer"_s,  u"order"_s,        u"product"_s, u"team"_s,
          u"assignee"_s,  u"customerOwner"_s, u"followers"_s, u"snoozedUntil"_s, u"cause"_s,   u"solution"_s,
          u"splitFrom"_s, u"parent"_s,        u"links"_s},
         createTicket}};
    // Who is assigned comes last: it may take the ticket out of the caller's sight.
    ticket.updates = {{{u"subject"_s, u"priority"_s, u"complexity"_s, u"category"_s, u"order"_s, u"product"_s,
                        u"language"_s, u"snoozedUntil"_s, u"cause"_s, u"solution"_s},
                       changeFields},
                      {{u"tags"_s}, changeTags},
                      {{u"followers"_s}, changeFollowers},
                      {{u"status"_s}, changeStatus},
                      {{u"team"_s, u"assignee"_s}, assign}};
    return ticket;
}

} // namespace akwaba::jmap
