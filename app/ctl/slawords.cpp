// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/answers.h"
#include "app/ctl/businesstime.h"
#include "app/ctl/commands.h"

#include <QCommandLineParser>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

namespace akwaba::ctl {

using namespace Qt::StringLiterals;

namespace {

const QCommandLineOption calendarOption{
    u"calendar"_s, u"The calendar, as JSON; - is standard input, always is day and night."_s, u"file"_s};
const QCommandLineOption pausesOption{u"pauses"_s, u"Stretches that don't count: [[from, to], ...] as JSON."_s,
                                      u"file"_s};

QCommandLineOption instant(const QString &name)
{
    return {name, u"An instant like 2026-11-27T08:00:00Z."_s, u"instant"_s};
}

QJsonValue read(const QString &path)
{
    QFile file(path);
    const bool isOpen = path == u"-" ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    const QJsonDocument document = isOpen ? QJsonDocument::fromJson(file.readAll()) : QJsonDocument();
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
}

QJsonObject answer(const QJsonObject &question)
{
    const Result<QJsonObject> answer = businessTime(question);
    return answer ? *answer : badInput(answer.error().detail);
}

QJsonValue memberOf(const QString &name, const QString &value)
{
    if (name == u"pauses" || (name == u"calendar" && value != u"always")) return read(value);
    bool isNumber = false;
    const qint64 number = value.toLongLong(&isNumber);
    return isNumber ? QJsonValue(number) : QJsonValue(value);
}

/// One question, put together from its options: each is a member of the same name.
int ask(const QString &op, const QStringList &arguments, QList<QCommandLineOption> options)
{
    options.prepend(calendarOption);
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Counts the open time of a calendar, and answers as JSON."_s);
    parser.addOptions(options);
    if (const auto ended = parsed(parser, arguments)) return *ended;
    QJsonObject question{{u"op"_s, op}};
    for (const QCommandLineOption &option : std::as_const(options)) {
        const QString name = option.names().constFirst();
        if (!parser.isSet(option)) continue;
        question.insert(name, memberOf(name, parser.value(option)));
    }
    const QJsonObject said = answer(question);
    sayObject(said);
    return said.contains(u"error"_s) ? Failed : Ok;
}

} // namespace

int slaDue(const QStringList &arguments)
{
    return ask(u"due"_s, arguments,
               {instant(u"start"_s),
                {u"minutes"_s, u"Open time, in minutes."_s, u"n"_s},
                {u"seconds"_s, u"Open time, in seconds."_s, u"n"_s},
                {u"days"_s, u"Working days."_s, u"n"_s},
                pausesOption});
}

int slaElapsed(const QStringList &arguments)
{
    return ask(u"elapsed"_s, arguments, {instant(u"from"_s), instant(u"to"_s), pausesOption});
}

int slaOpen(const QStringList &arguments) { return ask(u"open"_s, arguments, {instant(u"at"_s)}); }

int slaIntervals(const QStringList &arguments)
{
    return ask(u"intervals"_s, arguments, {instant(u"from"_s), instant(u"to"_s)});
}

int slaBatch(const QStringList & /*arguments*/) { return answerLines(answer); }

} // namespace akwaba::ctl
