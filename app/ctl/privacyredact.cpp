// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/answers.h"
#include "app/ctl/commands.h"
#include "app/ctl/redaction.h"

#include <QCommandLineParser>
#include <QFile>

using namespace Qt::StringLiterals;

namespace akwaba::ctl {

int privacyRedact(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Says as JSON the text of standard input without the numbers of payment cards."_s);
    parser.addOptions({{u"html"_s, u"The text is HTML."_s},
                       {u"batch"_s, u"Standard input holds objects {\"text\": ...}, one a line."_s}});
    if (const auto ended = parsed(parser, arguments)) return *ended;
    const bool isHtml = parser.isSet(u"html"_s);
    if (parser.isSet(u"batch"_s)) {
        return answerLines([isHtml](const QJsonObject &asked) {
            const QJsonValue text = asked.value(u"text"_s);
            return text.isString() ? redaction(text.toString(), isHtml) : badInput(u"no member text"_s);
        });
    }
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly)) {
        sayObject(badInput(u"can't read standard input"_s));
        return Failed;
    }
    sayObject(redaction(QString::fromUtf8(input.readAll()), isHtml));
    return Ok;
}

} // namespace akwaba::ctl
