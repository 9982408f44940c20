// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/redaction.h"

#include <QCommandLineParser>
#include <QFile>
#include <QJsonDocument>
#include <QTextStream>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace akwaba::ctl {

namespace {

void sayObject(const QJsonObject &object)
{
    const QByteArray line = QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
    std::fwrite(line.constData(), 1, static_cast<std::size_t>(line.size()), stdout);
    std::fflush(stdout);
}

QJsonObject badInput(const QString &message)
{
    return {{u"error"_s, QJsonObject{{u"type"_s, u"badInput"_s}, {u"message"_s, message}}}};
}

/// One answer a line, in the order of the lines.
int redactLines(bool isHtml)
{
    QTextStream input(stdin);
    input.setEncoding(QStringConverter::Utf8);
    QString line;
    while (input.readLineInto(&line)) {
        const QJsonValue text = QJsonDocument::fromJson(line.toUtf8()).object().value(u"text"_s);
        sayObject(text.isString() ? redaction(text.toString(), isHtml) : badInput(u"no member text"_s));
    }
    return Ok;
}

} // namespace

int privacyRedact(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Says as JSON the text of standard input without the numbers of payment cards."_s);
    const QCommandLineOption help = parser.addHelpOption();
    parser.addOptions({{u"html"_s, u"The text is HTML."_s},
                       {u"batch"_s, u"Standard input holds objects {\"text\": ...}, one a line."_s}});
    if (!parser.parse(arguments)) {
        std::fprintf(stderr, "%s\n", qPrintable(parser.errorText()));
        return Usage;
    }
    if (parser.isSet(help)) {
        std::printf("%s", qPrintable(parser.helpText()));
        return Ok;
    }
    const bool isHtml = parser.isSet(u"html"_s);
    if (parser.isSet(u"batch"_s)) return redactLines(isHtml);
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly)) {
        sayObject(badInput(u"can't read standard input"_s));
        return Failed;
    }
    sayObject(redaction(QString::fromUtf8(input.readAll()), isHtml));
    return Ok;
}

} // namespace akwaba::ctl
