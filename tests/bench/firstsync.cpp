// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/firstsync.h"

#include "core/cache/cache.h"
#include "tests/bench/report.h"

#include <QTest>

namespace akwaba::bench {

using namespace Qt::StringLiterals;

namespace {
constexpr int patienceMs = 300'000;
}

LogInAnswer logInTo(const ServerAddress &server, const QString &user, const QString &password)
{
    QObject context;
    const auto answer = logIn(server, {user, password, u"bench"_s, u"0"_s, {}}, &context);
    if (!QTest::qWaitFor([&answer] { return answer.isFinished(); }, patienceMs))
        giveUp({Code::Unreachable, u"no answer to the log-in"_s});
    return must(answer.result());
}

ClientConfig newConsole(const QTemporaryDir &folder, Random &random, const ServerAddress &server,
                        const LogInAnswer &login)
{
    return {folder.filePath(u"cache.db"_s),
            folder.filePath(u"outbox.db"_s),
            newSecrets(random, login.token),
            server,
            {login.agent, login.device}};
}

FirstSync firstSync(const ClientConfig &config)
{
    const SystemClock clock;
    SystemRandom random;
    Client client(config, clock, random);
    FirstSync times;
    QElapsedTimer timer;
    QObject::connect(&client, &Client::statusChanged, &client, [&client, &times, &timer] {
        const SyncStatus status = client.status();
        if (status.usable && times.usableMs == 0) times.usableMs = milliseconds(timer);
        if (status.phase == SyncPhase::Live && times.completeMs == 0) times.completeMs = milliseconds(timer);
        times.rows = std::max(times.rows, status.rowsDone);
    });
    timer.start();
    const auto opened = client.open();
    if (!QTest::qWaitFor([&times] { return times.completeMs > 0; }, patienceMs))
        giveUp({client.status().reason.value_or(Code::Internal), u"the first sync does not end"_s});
    must(opened.result());
    return times;
}

void finishIndex(const ClientConfig &config)
{
    const auto cache = must(Cache::open(config.cacheFile, config.secrets.cacheKey()));
    while (must(cache->indexSome(500))) { }
}

CacheReaderOptions readerOptions(const ClientConfig &config)
{
    return {config.cacheFile, config.secrets.cacheKey(), config.outboxFile, config.secrets.outboxKey, config.me.me};
}

} // namespace akwaba::bench
