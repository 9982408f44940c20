// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/e2e/program.h"
#include "tests/server/http/httpfixture.h"
#include "tests/server/peers/postgrespeer.h"

#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace akwaba;
using namespace Qt::StringLiterals;

/// The real program while its PostgreSQL is away, as an operator's monitoring sees it.
class TestLostDatabase : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void whileItIsDown_weAreAliveButNotReady();
    void whileItHangs_weAreAliveButNotReady();
    void cleanupTestCase();

private:
    /// Of a new connection; 0 where no answer comes.
    [[nodiscard]] int statusOf(const QByteArray &path) const;

    QTemporaryDir m_dir;
    PostgresPeer m_database;
    QProcess m_server;
    quint16 m_port = 0;
};

namespace {

constexpr int patience = 20000; // ms

void ask(http::Client &client, const QByteArray &path) { client.send("GET " + path + " HTTP/1.1\r\nHost: h\r\n\r\n"); }

} // namespace

void TestLostDatabase::initTestCase()
{
    QVERIFY2(m_database.start() && m_database.createDatabase(u"akwaba"_s), qPrintable(m_database.report()));
    QFile config(m_dir.filePath(u"server.toml"_s));
    QVERIFY(config.open(QIODevice::WriteOnly));
    config.write("data = \"is given\"\n[database]\nurl = \"" + m_database.url(u"akwaba"_s).toUtf8()
                 + "\"\npatience_seconds = 3\n");
    config.close();
    endWithTest(m_server);
    m_server.start(programPath(u"akwaba-server"_s),
                   {u"--test-instance"_s, m_dir.filePath(u"data"_s), u"--config"_s, config.fileName()});
    const QJsonObject ready = QJsonDocument::fromJson(firstLine(m_server, patience)).object();
    m_port = quint16(QUrl(ready.value(u"url"_s).toString()).port(0));
    QVERIFY2(m_port != 0, m_server.readAllStandardError().constData());
}

int TestLostDatabase::statusOf(const QByteArray &path) const
{
    http::Client client(m_port);
    ask(client, path);
    (void)QTest::qWaitFor([&client] { return !client.answers().isEmpty(); }, patience);
    return client.answers().value(0).status;
}

void TestLostDatabase::whileItIsDown_weAreAliveButNotReady()
{
    QCOMPARE(statusOf("/readyz"), 200);
    m_database.kill();
    for (int i = 0; i < 20; ++i) { // each of them finds it refused, or refused a moment ago
        QCOMPARE(statusOf("/readyz"), 503);
        QCOMPARE(statusOf("/healthz"), 200);
    }
    QVERIFY2(m_database.start(), qPrintable(m_database.report()));
    QTRY_COMPARE_WITH_TIMEOUT(statusOf("/readyz"), 200, patience);
}

/// The first who needs it waits until the limit for calls is reached, and all others with him; from then on nobody
/// does.
void TestLostDatabase::whileItHangs_weAreAliveButNotReady()
{
    QCOMPARE(statusOf("/readyz"), 200);
    m_database.freeze();
    for (int i = 0; i < 50; ++i) {
        QCOMPARE(statusOf("/readyz"), 503);
        QCOMPARE(statusOf("/healthz"), 200);
    }
    m_database.thaw();
    QTRY_COMPARE_WITH_TIMEOUT(statusOf("/readyz"), 200, patience);
}

void TestLostDatabase::cleanupTestCase() { QVERIFY(end(m_server)); }

QTEST_GUILESS_MAIN(TestLostDatabase)
#include "tst_lostdatabase.moc"
