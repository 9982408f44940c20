// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/commands/commands.h"
#include "app/server/config/reading.h"
#include "app/server/http/certificate.h"
#include "app/server/receiving.h"

#include <QFile>
#include <QFileInfo>
#include <QHostAddress>

using namespace Qt::StringLiterals;

namespace akwaba::commands {

namespace {

constexpr int warnDays = 30;

/// What serve would stumble over later, or clients would.
struct Found {
    QStringList errors;
    QStringList warnings;
};

void checkCertificate(const ServerConfig &config, const QDateTime &now, Found &found)
{
    const auto certificate = http::readCertificate(certificateFileOf(config), keyFileOf(config));
    if (!certificate) {
        found.errors.append(certificate.error().detail);
        return;
    }
    const QDateTime end = certificate->expiresAt;
    if (end <= now)
        found.warnings.append(u"the certificate expired on %1"_s.arg(end.date().toString(Qt::ISODate)));
    else if (end < now.addDays(warnDays))
        found.warnings.append(u"the certificate expires on %1"_s.arg(end.date().toString(Qt::ISODate)));
}

Found check(const ServerConfig &config, const QDateTime &now)
{
    Found found;
    if (config.dataDirectory.isEmpty()) return found; // told already
    if (config.plainHttp && !QHostAddress(config.listenAddress).isLoopback())
        found.errors.append(u"plain_http is for loopback addresses only"_s);
    if (!config.plainHttp) checkCertificate(config, now, found);
    if (const auto receiving = receiveSettingsOf(config); !receiving)
        found.errors.append(u"[answers] "_s + receiving.error().detail);
    if (config.acknowledge && !config.smtp)
        found.warnings.append(u"[answers] acknowledge: nothing is sent without smtp_host"_s);
    const QString logFolder = QFileInfo(config.accessLog).path();
    if (!config.accessLog.isEmpty() && config.accessLog != u"stderr" && !QFileInfo(logFolder).isDir())
        found.errors.append(u"access_log: there is no folder %1"_s.arg(logFolder));
    if (!QFile::exists(config.dataDirectory))
        found.warnings.append(u"%1 is missing: akwaba-server init makes it"_s.arg(config.dataDirectory));
    if (config.databaseUrl != u"sqlite" && config.databasePassword.isEmpty())
        found.warnings.append(u"[database] has no password_file: the database must let us in without"_s);
    return found;
}

void print(const QList<config::Setting> &settings)
{
    QString heading;
    for (const config::Setting &setting : settings) {
        if (setting.heading != heading) say(u"\n[%1]"_s.arg(setting.heading));
        heading = setting.heading;
        if (!setting.value.isEmpty())
            say(u"%1 = %2%3"_s.arg(setting.key, setting.value, setting.isGiven ? QString() : u" # default"_s));
    }
}

} // namespace

int checkConfig(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Says what a configuration file means and everything that is wrong in it. Ends with 1 where it can't be "
        "served."_s);
    parser.addOption({u"sample"_s, u"Prints a file with every key and its meaning."_s});
    parser.addPositionalArgument(u"FILE"_s, u"The configuration file."_s);
    int exit = Ok;
    if (!parse(parser, arguments, exit)) return exit;
    if (parser.isSet(u"sample"_s)) {
        say(config::sampleFile().chopped(1));
        return Ok;
    }
    if (parser.positionalArguments().size() != 1) {
        complain(u"akwaba-server check-config: one FILE, or --sample"_s);
        return Usage;
    }
    const QString path = parser.positionalArguments().first();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return failed({Code::NotFound, u"can't read %1"_s.arg(path)});
    const config::Reading reading = config::examine(file.readAll());
    print(reading.settings);
    Found found = check(reading.config, SystemClock().now());
    for (const config::Mistake &mistake : reading.mistakes)
        complain(path + u": "_s + config::sentence(mistake));
    for (const QString &error : found.errors)
        complain(path + u": "_s + error);
    for (const QString &warning : found.warnings)
        complain(path + u": warning: "_s + warning);
    return reading.mistakes.isEmpty() && found.errors.isEmpty() ? Ok : Failed;
}

} // namespace akwaba::commands
