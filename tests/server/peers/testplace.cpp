// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/peers/testplace.h"

#include "tests/server/peers/postgrespeer.h"

using namespace Qt::StringLiterals;

namespace {

/// One for all tests of a program, since it takes a second to make.
PostgresPeer &cluster()
{
    static PostgresPeer peer;
    static const bool started = peer.start();
    if (!started) qFatal("%s", qPrintable(peer.report()));
    return peer;
}

} // namespace

bool isOnPostgresql() { return qEnvironmentVariable("AKWABA_TEST_DATABASE") == u"postgresql"; }

akwaba::store::Place testPlace(const QString &folder)
{
    return isOnPostgresql() ? postgresqlPlace(folder) : akwaba::store::Place(folder);
}

akwaba::store::Place postgresqlPlace(const QString &folder)
{
    static int last = 0;
    const QString name = u"company%1"_s.arg(++last);
    if (!cluster().createDatabase(name)) qFatal("%s", qPrintable(cluster().report()));
    return {folder, cluster().url(name)};
}
