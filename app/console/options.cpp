// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/options.h"

#include <QCommandLineParser>
#include <QFile>
#include <QHash>
#include <QStandardPaths>

namespace akwaba {

using namespace Qt::StringLiterals;

namespace {

Result<QString> firstLineOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return fail(Code::BadInput, u"cannot read "_s + path);
    return QString::fromUtf8(file.readLine()).trimmed();
}

} // namespace

Result<Options> parseOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Customer-support console that works offline"_s);
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions({
        {u"server"_s, u"Address of the server."_s, u"url"_s},
        {u"email"_s, u"Address of the agent."_s, u"address"_s},
        {u"password-file"_s, u"Logs in with the first line of this file."_s, u"file"_s},
        {u"profiles"_s, u"Folder of the profiles."_s, u"folder"_s},
        {u"offline"_s, u"Begin without the network."_s},
        {u"keep-nothing"_s, u"Keep nothing on this machine."_s},
        {u"keep-days"_s, u"Keep closed tickets of the last days only; else all."_s, u"days"_s},
        {u"language"_s, u"fr or en."_s, u"language"_s},
        {u"theme"_s, u"light, dark or system."_s, u"theme"_s},
        {u"tour"_s, u"Takes the pictures of a tour into this folder and ends."_s, u"folder"_s},
        {u"tour-plan"_s, u"The steps of the tour."_s, u"file"_s},
        {u"started-mark"_s, u"File that is written when the first inbox is painted."_s, u"file"_s},
    });
    parser.process(arguments);

    static const QHash<QString, Theme::Scheme> schemes{
        {u"light"_s, Theme::Scheme::Light}, {u"dark"_s, Theme::Scheme::Dark}, {u"system"_s, Theme::Scheme::System}};
    Options options;
    options.server = parser.value(u"server"_s);
    options.email = parser.value(u"email"_s);
    options.profiles = parser.isSet(u"profiles"_s)
        ? parser.value(u"profiles"_s)
        : QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) + u"/profiles"_s;
    options.offline = parser.isSet(u"offline"_s);
    options.keepNothing = parser.isSet(u"keep-nothing"_s);
    if (parser.isSet(u"keep-days"_s)) {
        bool isNumber = false;
        options.keepDays = parser.value(u"keep-days"_s).toInt(&isNumber);
        if (!isNumber || options.keepDays < 1) return fail(Code::BadInput, u"--keep-days is a number of days"_s);
    }
    options.language = parser.value(u"language"_s);
    options.tour = parser.value(u"tour"_s);
    options.tourPlan = parser.value(u"tour-plan"_s);
    options.startedMark = parser.value(u"started-mark"_s);
    if (parser.isSet(u"theme"_s)) {
        if (!schemes.contains(parser.value(u"theme"_s)))
            return fail(Code::BadInput, u"--theme is light, dark or system"_s);
        options.scheme = schemes.value(parser.value(u"theme"_s));
    }
    if (parser.isSet(u"password-file"_s)) {
        Result<QString> password = firstLineOf(parser.value(u"password-file"_s));
        if (!password) return tl::unexpected(password.error());
        options.password = *password;
    }
    return options;
}

} // namespace akwaba
