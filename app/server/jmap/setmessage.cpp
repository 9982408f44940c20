// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/jmap/settypes.h"

namespace akwaba::jmap {

using namespace Qt::StringLiterals;

namespace {

bool is(const QJsonObject &record, MessageKind kind) { return record.value(u"kind"_s) == wireName(kind); }
bool is(const QJsonObject &record, Direction direction) { return record.value(u"direction"_s) == wireName(direction); }

/// Based on the newest message where nothing else was said, and without a change of status.
Meaning reply(const QJsonObject &record, const store::Snapshot &snapshot)
{
    const Message message = structOf<Message>(record);
    Reply meant;
    meant.id = message.id;
    meant.ticket = message.ticket;
    meant.toAddresses = message.toAddresses;
    meant.ccAddresses = message.ccAddresses;
    meant.text = message.text;
    meant.basedOn = message.basedOn;
    if (meant.basedOn.isEmpty()) {
        const auto timeLine = snapshot.messagesOf(message.ticket);
        if (!timeLine) return tl::unexpected(setErrorOf(timeLine.error()));
        if (!timeLine->isEmpty()) meant.basedOn = timeLine->last().id;
    }
    return QList<Meant>{{meant, {u"ticket"_s, u"toAddresses"_s, u"text"_s}}};
}

Meaning capture(const QJsonObject &record, const store::Snapshot &)
{
    const Message message = structOf<Message>(record);
    const CaptureMessage meant{message.id,   message.ticket,     message.channel,  CustomerId{message.author.value},
                               message.text, message.externalId, message.writtenAt};
    return QList<Meant>{{meant, {u"ticket"_s, u"author"_s}}};
}

Meaning note(const QJsonObject &record, const store::Snapshot &)
{
    const Message message = structOf<Message>(record);
    return QList<Meant>{{AddNote{message.id, message.ticket, message.text}, {u"ticket"_s, u"text"_s}}};
}

Meaning call(const QJsonObject &record, const store::Snapshot &)
{
    const Message message = structOf<Message>(record);
    const LogCall meant{message.id,   message.ticket,      message.direction,
                        message.text, message.callSeconds, message.callOutcome};
    return QList<Meant>{{meant, {u"ticket"_s, u"callSeconds"_s}}};
}

/// A message is what it is; all that can be done to it is to hold back one that was not sent yet.
Meaning cancelSend(const QJsonObject &before, const QJsonObject &after, const store::Snapshot &, const store::Caller &)
{
    const Message was = structOf<Message>(before);
    if (structOf<Message>(after).delivery != Delivery::Cancelled) return invalidProperties({u"delivery"_s});
    return QList<Meant>{{CancelSend{was.id, was.ticket}, {u"delivery"_s}}};
}

} // namespace

SetType setMessage()
{
    SetType message{&typeInfo<Message>(), toJson(Message{}), normalisedAs<Message>, {}, {}, nullptr};
    message.creates = {
        {[](const QJsonObject &record) { return is(record, MessageKind::Public) && is(record, Direction::Outgoing); },
         {u"kind"_s, u"direction"_s, u"ticket"_s, u"toAddresses"_s, u"ccAddresses"_s, u"text"_s, u"basedOn"_s},
         reply},
        {[](const QJsonObject &record) { return is(record, MessageKind::Public); },
         {u"kind"_s, u"direction"_s, u"ticket"_s, u"channel"_s, u"author"_s, u"text"_s, u"externalId"_s,
          u"writtenAt"_s},
         capture},
        {[](const QJsonObject &record) { return is(record, MessageKind::Note); },
         {u"kind"_s, u"ticket"_s, u"text"_s},
         note},
        {[](const QJsonObject &record) { return is(record, MessageKind::Call); },
         {u"kind"_s, u"direction"_s, u"ticket"_s, u"text"_s, u"callSeconds"_s, u"callOutcome"_s},
         call},
    };
    message.updates = {{{u"delivery"_s}, cancelSend}};
    return message;
}

} // namespace akwaba::jmap
