// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/peers/testplace.h"

#include "app/server/store/serverschema.h"
#include "core/base/random.h"
#include "core/database/database.h"
#include "tests/server/peers/postgrespeer.h"

using namespace akwaba;
using namespace Qt::StringLiterals;

namespace {

const auto prepared = u"prepared"_s;

/// The tables of a company, without its log: copied for each one, since making them takes ten times as long.
Result<void> prepare(const PostgresPeer &peer)
{
    SeededRandom random(1);
    auto database = Database::connect({peer.url(prepared), {}, false});
    if (!database) return tl::unexpected(database.error());
    return store::prepareSchema(*database, random)
        .and_then([&] { return database->execute(u"SET akwaba.lane = '1'"_s); })
        .and_then([&] { return database->execute(u"DELETE FROM sync_clock"_s); });
}

/// One for all tests of a program, since it takes a second to make.
PostgresPeer &cluster()
{
    static PostgresPeer peer;
    static const bool started = peer.start() && peer.createDatabase(prepared) && prepare(peer).has_value();
    if (!started) qFatal("%s", qPrintable(peer.report()));
    return peer;
}

} // namespace

bool isOnPostgresql() { return qEnvironmentVariable("AKWABA_TEST_DATABASE") == u"postgresql"; }

store::Place testPlace(const QString &folder)
{
    return isOnPostgresql() ? postgresqlPlace(folder) : store::Place(folder);
}

store::Place postgresqlPlace(const QString &folder)
{
    static int last = 0;
    const QString name = u"company%1"_s.arg(++last);
    if (!cluster().createDatabase(name, prepared)) qFatal("%s", qPrintable(cluster().report()));
    return {folder, cluster().url(name)};
}
