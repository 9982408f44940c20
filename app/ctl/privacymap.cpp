// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/datamap.h"

#include <QCommandLineParser>
#include <QJsonArray>
#include <QJsonDocument>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace akwaba::ctl {

namespace {

void print(const QByteArray &text) { std::fwrite(text.constData(), 1, static_cast<std::size_t>(text.size()), stdout); }

/// The same for people: one line a personal field.
void printTable(const QJsonArray &fields)
{
    for (const QJsonValue &value : fields) {
        const QJsonObject field = value.toObject();
        if (field.value(u"personal"_s).toString() == u"no") continue;
        const QString where = field.value(u"type"_s).toString() + u'.' + field.value(u"field"_s).toString();
        print(u"%1 %2 %3 %4 %5\n"_s.arg(where, -28)
                  .arg(field.value(u"personal"_s).toString(), -9)
                  .arg(field.value(u"onErasure"_s).toString(), -8)
                  .arg(field.value(u"purpose"_s).toString(), -15)
                  .arg(field.value(u"retention"_s).toString())
                  .toUtf8());
    }
}

} // namespace

int privacyMap(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(u"The data map: what is held about people, what for and how long."_s);
    const QCommandLineOption help = parser.addHelpOption();
    parser.addOption({u"json"_s, u"Every field, as JSON."_s});
    if (!parser.parse(arguments)) {
        std::fprintf(stderr, "%s\n", qPrintable(parser.errorText()));
        return Usage;
    }
    if (parser.isSet(help)) {
        print(parser.helpText().toUtf8());
        return Ok;
    }
    const QJsonObject map = dataMap();
    if (parser.isSet(u"json"_s))
        print(QJsonDocument(map).toJson());
    else
        printTable(map.value(u"fields"_s).toArray());
    return Ok;
}

} // namespace akwaba::ctl
