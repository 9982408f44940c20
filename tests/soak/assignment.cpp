// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/soak/assignment.h"

#include <QJsonArray>

using namespace akwaba;
using namespace Qt::StringLiterals;

namespace {

QString fileOf(const Assignment &assignment, int index, QLatin1StringView kind)
{
    return assignment.folder + u"/console%1-"_s.arg(assignment.first + index) + kind + u".db"_s;
}

} // namespace

QJsonObject toJson(const Assignment &assignment)
{
    QJsonArray seats;
    for (qsizetype i = 0; i < assignment.company.seats.size(); ++i) {
        const Company::Seat &seat = assignment.company.seats.at(i);
        seats.append(QJsonObject{{u"agent"_s, seat.agent.value},
                                 {u"device"_s, seat.device.value},
                                 {u"ticket"_s, seat.ticket.value},
                                 {u"secrets"_s, QString::fromLatin1(toBytes(assignment.secrets.at(i)).toBase64())}});
    }
    QJsonArray shared;
    for (const TicketId &ticket : assignment.company.shared)
        shared.append(ticket.value);
    return {{u"server"_s, assignment.server.toString()},
            {u"folder"_s, assignment.folder},
            {u"pace"_s, qint64(assignment.pace.count())},
            {u"seed"_s, qint64(assignment.seed)},
            {u"first"_s, assignment.first},
            {u"tag"_s, assignment.company.tag.value},
            {u"customer"_s, assignment.company.customer},
            {u"shared"_s, shared},
            {u"seats"_s, seats}};
}

Assignment assignmentFrom(const QJsonObject &object)
{
    Assignment assignment;
    assignment.server = QUrl(object.value(u"server"_s).toString());
    assignment.folder = object.value(u"folder"_s).toString();
    assignment.pace = std::chrono::milliseconds(object.value(u"pace"_s).toInteger());
    assignment.seed = quint64(object.value(u"seed"_s).toInteger());
    assignment.first = object.value(u"first"_s).toInt();
    assignment.company.tag.value = object.value(u"tag"_s).toString();
    assignment.company.customer = object.value(u"customer"_s).toString();
    for (const QJsonValue &ticket : object.value(u"shared"_s).toArray())
        assignment.company.shared.append({ticket.toString()});
    for (const QJsonValue &value : object.value(u"seats"_s).toArray()) {
        const QJsonObject seat = value.toObject();
        const QByteArray entry = QByteArray::fromBase64(seat.value(u"secrets"_s).toString().toLatin1());
        assignment.secrets.append(secretsFrom(entry).value());
        assignment.company.seats.append({assignment.secrets.constLast().token,
                                         {seat.value(u"agent"_s).toString()},
                                         {seat.value(u"device"_s).toString()},
                                         {seat.value(u"ticket"_s).toString()}});
    }
    return assignment;
}

QString cacheFileOf(const Assignment &assignment, int index) { return fileOf(assignment, index, "cache"_L1); }

QString outboxFileOf(const Assignment &assignment, int index) { return fileOf(assignment, index, "outbox"_L1); }

QString textOf(const QString &kind, qint64 number, int console)
{
    return u"%1 %2 of console %3"_s.arg(kind).arg(number).arg(console);
}
