// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/audit.h"

#include "app/server/commands/commands.h"
#include "core/protocol/codec.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace akwaba::commands {

namespace {

/// A day, or an instant with its offset; days begin in UTC.
Result<QDateTime> sinceIn(const QCommandLineParser &parser)
{
    if (!parser.isSet(u"since"_s)) return QDateTime();
    const QString typed = parser.value(u"since"_s);
    const QDate day = QDate::fromString(typed, Qt::ISODate);
    const QDateTime since = day.isValid() ? day.startOfDay(Qt::UTC) : QDateTime::fromString(typed, Qt::ISODate);
    if (!since.isValid()) return fail(Code::BadInput, u"--since is no day like 2026-11-26, nor an instant"_s);
    return since;
}

void sayEntry(const QDateTime &at, const store::AuditEntry &entry)
{
    const QJsonObject line{
        {u"at"_s, utcDate(at)},          {u"action"_s, wireName(entry.action)}, {u"result"_s, wireName(entry.result)},
        {u"actor"_s, entry.actor.value}, {u"subject"_s, entry.subject.value},   {u"device"_s, entry.device.value},
        {u"repeats"_s, entry.repeats}};
    say(QString::fromUtf8(QJsonDocument(line).toJson(QJsonDocument::Compact)));
}

} // namespace

int audit(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Says who did what to sessions, devices and ways in: a line of JSON for each, in "
                                     "the order of time. Ids only."_s);
    parser.addOptions(placeOptions());
    parser.addOption({u"since"_s, u"From this day on, like 2026-11-26, or instant."_s, u"DAY"_s});
    int exit = Ok;
    if (!parse(parser, arguments, exit)) return exit;
    const auto since = sinceIn(parser);
    if (!since) return failed(since.error());
    Surroundings system;
    const auto store = system.open(parser);
    if (!store) return failed(store.error());
    const auto done = (*store)->readAll().and_then(
        [&since](const store::Snapshot &snapshot) { return store::readAudit(snapshot, *since, sayEntry); });
    return done ? Ok : failed(done.error());
}

} // namespace akwaba::commands
