// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/erasuretables.h"

#include "app/server/commands/commands.h"
#include "app/server/jmap/erasuremethods.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace akwaba::commands {

namespace {

/// By his id, or by an address of his.
Result<CustomerId> customerCalled(store::Store &store, const QString &word)
{
    return store.read().and_then([&word](const store::Snapshot &snapshot) -> Result<CustomerId> {
        const auto found =
            isAddress(word) ? snapshot.customerByAddress(word) : snapshot.find<Customer>(CustomerId{word});
        if (!found) return tl::unexpected(found.error());
        if (!*found) return fail(Code::NotFound, u"there is no such customer"_s);
        return (*found)->id;
    });
}

} // namespace

int eraseCustomer(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Erases a customer: his words and names here and on every console that may ever have held some of them. His "
        "tickets stay as numbers, times and facts. Nothing brings it back. The server may run meanwhile."_s);
    parser.addOptions(placeOptions());
    parser.addOption({u"yes"_s, u"He is to be erased. Without it nothing is done."_s});
    parser.addPositionalArgument(u"customer"_s, u"His id, or an address of his."_s);
    int exit = Ok;
    if (!parse(parser, arguments, exit)) return exit;
    if (parser.positionalArguments().size() != 1 || !parser.isSet(u"yes"_s)) {
        complain(u"akwaba-server erase-customer: name one customer, and say --yes"_s);
        return Usage;
    }
    Surroundings system;
    const auto store = system.open(parser);
    if (!store) return failed(store.error());
    const auto erasure =
        customerCalled(**store, parser.positionalArguments().constFirst()).and_then([&](const CustomerId &customer) {
            return (*store)->eraseCustomer(customer);
        });
    if (!erasure) return failed(erasure.error());
    say(u"Erased here; erasure %1 is on its way to the consoles: akwaba-server erasures says how far it has come"_s.arg(
        *erasure));
    return Ok;
}

int erasures(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Says how far each erasure has come: a line of JSON for each, the newest first, with the number of devices "
        u"that "
        "have to answer, that have, and that found nothing left in their files; and the devices that have not. Ids "
        "only."_s);
    parser.addOptions(placeOptions());
    int exit = Ok;
    if (!parse(parser, arguments, exit)) return exit;
    Surroundings system;
    const auto store = system.open(parser);
    if (!store) return failed(store.error());
    const auto all = (*store)->read().and_then(
        [](const store::Snapshot &snapshot) { return store::erasureStatus(snapshot.database()); });
    if (!all) return failed(all.error());
    for (const store::ErasureStatus &status : *all)
        say(QString::fromUtf8(QJsonDocument(jmap::statusObject(status)).toJson(QJsonDocument::Compact)));
    return Ok;
}

} // namespace akwaba::commands
