// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/presence.h"

#include "core/domain/enums.h"

#include <QJsonArray>

namespace akwaba {

using namespace Qt::StringLiterals;

namespace {

const auto typeName = "Presence"_L1;

bool isPresence(const QJsonObject &frame) { return frame.value(u"@type"_s).toString() == typeName; }

QJsonObject frameFor(const TicketId &ticket)
{
    return {{u"@type"_s, QString(typeName)}, {u"ticket"_s, ticket.isEmpty() ? QJsonValue() : QJsonValue(ticket.value)}};
}

} // namespace

QJsonObject toJson(const OwnPresence &own)
{
    QJsonObject frame = frameFor(own.ticket);
    if (!own.ticket.isEmpty()) frame.insert(u"mode"_s, wireName(own.mode));
    return frame;
}

QJsonObject toJson(const TicketPresence &all)
{
    QJsonArray present;
    for (const Present &one : all.present)
        present.append(QJsonObject{{u"agent"_s, one.agent.value}, {u"mode"_s, wireName(one.mode)}});
    QJsonObject frame = frameFor(all.ticket);
    frame.insert(u"present"_s, present);
    return frame;
}

Result<OwnPresence> ownPresenceFrom(const QJsonObject &frame)
{
    OwnPresence own;
    own.ticket.value = frame.value(u"ticket"_s).toString();
    const auto mode = fromWireName<PresenceMode>(frame.value(u"mode"_s).toString());
    const bool isNowhere = own.ticket.isEmpty() && frame.value(u"ticket"_s).isNull();
    if (!isPresence(frame) || (!isNowhere && (!isWellFormedId(own.ticket.value) || !mode)))
        return fail(Code::BadInput, u"no presence"_s);
    own.mode = mode.value_or(PresenceMode::Viewing);
    return own;
}

Result<TicketPresence> ticketPresenceFrom(const QJsonObject &frame)
{
    TicketPresence all;
    all.ticket.value = frame.value(u"ticket"_s).toString();
    if (!isPresence(frame) || !isWellFormedId(all.ticket.value) || !frame.value(u"present"_s).isArray())
        return fail(Code::BadInput, u"no presence"_s);
    for (const QJsonValue &entry : frame.value(u"present"_s).toArray()) {
        const auto mode = fromWireName<PresenceMode>(entry.toObject().value(u"mode"_s).toString());
        // A newer server may know of more that one can do.
        if (mode) all.present.append({{entry.toObject().value(u"agent"_s).toString()}, *mode});
    }
    return all;
}

} // namespace akwaba
