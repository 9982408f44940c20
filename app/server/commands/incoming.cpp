// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/commands/commands.h"
#include "app/server/jobs/import.h"
#include "app/server/jobs/receivemail.h"
#include "app/server/receiving.h"

#include <QFile>

using namespace Qt::StringLiterals;

// What brings data in from outside: a mail, files of the shop.

namespace akwaba::commands {

namespace {

constexpr int tryAgainLater = 75; // EX_TEMPFAIL: the mail server keeps the mail
constexpr int noMail = 65; // EX_DATAERR

int later(const Error &error)
{
    (void)failed(error);
    return tryAgainLater;
}

} // namespace

int deliver(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Takes one mail from standard input, as a mail server's local delivery."_s);
    parser.addOptions(placeOptions());
    parser.addPositionalArgument(u"recipient"_s, u"The addresses that it was delivered to."_s, u"[recipient...]"_s);
    int exit = Ok;
    // A mistake in the mail server's configuration must not send the mail back to the customer.
    if (!parse(parser, arguments, exit)) return exit == Usage ? tryAgainLater : exit;
    const auto raw = standardInput();
    if (!raw) return later(raw.error());
    const auto settings = configFrom(parser).and_then(receiveSettingsOf);
    if (!settings) return later(settings.error());
    Surroundings system;
    const auto store = system.open(parser);
    if (!store) return later(store.error());
    const auto receipt = jobs::receiveMail(**store, *raw, parser.positionalArguments(), *settings);
    if (receipt) return Ok;
    if (receipt.error().code != Code::BadInput) return later(receipt.error());
    (void)failed(receipt.error());
    return noMail;
}

int import(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Takes orders or products of the shop from a CSV file. The same file twice "
                                     "changes nothing."_s);
    parser.addOptions(placeOptions());
    parser.addPositionalArgument(u"what"_s, u"orders or products"_s);
    parser.addPositionalArgument(u"file"_s, u"The CSV file."_s);
    int exit = Ok;
    if (!parse(parser, arguments, exit)) return exit;
    const QString what = parser.positionalArguments().value(0);
    if ((what != u"orders" && what != u"products") || parser.positionalArguments().size() != 2) {
        complain(u"akwaba-server import: orders FILE or products FILE"_s);
        return Usage;
    }
    QFile file(parser.positionalArguments().at(1));
    if (!file.open(QIODevice::ReadOnly)) return failed({Code::NotFound, u"can't read %1"_s.arg(file.fileName())});
    Surroundings system;
    const auto store = system.open(parser);
    if (!store) return failed(store.error());
    const auto report =
        what == u"orders" ? jobs::importOrders(**store, file.readAll()) : jobs::importProducts(**store, file.readAll());
    if (!report) return failed(report.error());
    for (const jobs::RefusedLine &refused : report->refused)
        complain(u"line %1: %2"_s.arg(refused.line).arg(refused.reason));
    say(u"%1 created, %2 updated, %3 unchanged, %4 lines refused"_s.arg(report->created)
            .arg(report->updated)
            .arg(report->unchanged)
            .arg(report->refused.size()));
    return report->refused.isEmpty() ? Ok : Failed;
}

} // namespace akwaba::commands
