// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later

// An empty console meets the corpus "hundred" on loopback: when it can be used, and how fast it fills, with the company
// in either database. The search index is written when all rows are there, as in the console, and is not part of these
// figures.
#include "tests/bench/firstsync.h"
#include "tests/bench/hundredserver.h"
#include "tests/bench/report.h"

#include <QCoreApplication>

using namespace akwaba;
using namespace akwaba::bench;
using namespace Qt::StringLiterals;

namespace {

void measureAll(Backend backend, int runs)
{
    HundredServer server;
    must(server.start(backend));
    SystemRandom random;
    QList<double> usable;
    QList<double> complete;
    QList<double> rates;
    FirstSync last;
    for (int i = 0; i < runs; ++i) {
        const LogInAnswer login = logInTo(server.address(), server.user(), server.password());
        const QTemporaryDir dir;
        last = firstSync(newConsole(dir, random, server.address(), login));
        usable += last.usableMs;
        complete += last.completeMs;
        rates += double(last.rows) * 1000 / last.completeMs;
    }
    const auto named = [backend](const QString &name) { return u"sync.%1, %2"_s.arg(name, nameOf(backend)); };
    const QJsonObject rows{{u"rows"_s, last.rows}};
    print({named(u"usable inbox"_s), u"ms"_s, u"<= 2000 ms"_s, rows}, usable);
    print({named(u"complete"_s), u"ms"_s, {}, rows}, complete);
    print({named(u"rate, search index not included"_s), u"rows/s"_s, u">= 30000 rows/s without the text index"_s, rows},
          rates);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const int runs = argc > 1 ? QByteArray(argv[1]).toInt() : 3;
    measureAll(Backend::Sqlite, runs);
    measureAll(Backend::Postgresql, runs);
    return 0;
}
