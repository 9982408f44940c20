// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/answers.h"

#include "app/ctl/commands.h"

#include <QCommandLineParser>
#include <QJsonDocument>
#include <QTextStream>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace akwaba::ctl {

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

int answerLines(const std::function<QJsonObject(const QJsonObject &)> &answer)
{
    QTextStream input(stdin);
    input.setEncoding(QStringConverter::Utf8);
    QString line;
    while (input.readLineInto(&line)) {
        const QJsonDocument document = QJsonDocument::fromJson(line.toUtf8());
        sayObject(document.isObject() ? answer(document.object()) : badInput(u"no object"_s));
    }
    return Ok;
}

std::optional<int> parsed(QCommandLineParser &parser, const QStringList &arguments)
{
    const QCommandLineOption help = parser.addHelpOption();
    if (!parser.parse(arguments)) {
        std::fprintf(stderr, "%s\n", qPrintable(parser.errorText()));
        return Usage;
    }
    if (!parser.isSet(help)) return std::nullopt;
    std::printf("%s", qPrintable(parser.helpText()));
    return Ok;
}

} // namespace akwaba::ctl
