// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/http/certificate.h"
#include "app/server/http/server.h"
#include "app/server/monitoring.h"
#include "tests/server/store/storefixture.h"

#include <QHostAddress>
#include <QTest>

using namespace akwaba;
using namespace Qt::StringLiterals;

class TestMonitoring : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aliveIsSaidWithoutAskingAnybody();
    void readyMeansDatabaseDiskAndDoor();
    void aFullDiskIsNotReady();
    void aLostDatabaseIsNotReadyButAlive();
    void aClosingServerIsNotReady();
    void anExpiredCertificateIsToldButServes();
    void theFiguresHoldCommitsAndMemory();
    void strangersHaveNoFigures();
};

namespace {

struct Fixture : store::StoreFixture {
    Fixture()
    {
        monitoring.addHealth(open);
        monitoring.addMetrics(hidden);
    }

    [[nodiscard]] static http::Response ask(const http::Router &router, const QByteArray &path)
    {
        http::Response answer;
        http::Request request;
        request.method = "GET";
        request.path = path;
        router.dispatch(request, http::Responder([&answer](const http::Response &given) { answer = given; }));
        return answer;
    }

    qint64 free = 1'000'000'000;
    http::Router open;
    http::Router hidden;
    http::Server server{open, clock};
    Monitoring monitoring{{*store, server, [this] { return free; }}};
};

} // namespace

void TestMonitoring::aliveIsSaidWithoutAskingAnybody()
{
    Fixture fixture;
    fixture.free = 0;
    const http::Response answer = Fixture::ask(fixture.open, "/healthz");
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.body, QByteArray("ok\n"));
}

void TestMonitoring::readyMeansDatabaseDiskAndDoor()
{
    Fixture fixture;
    const http::Response answer = Fixture::ask(fixture.open, "/readyz");
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.body, QByteArray("database: ok\ndisk: ok\nopen: ok\n"));
}

void TestMonitoring::aFullDiskIsNotReady()
{
    Fixture fixture;
    fixture.free = 1000;
    const http::Response answer = Fixture::ask(fixture.open, "/readyz");
    QCOMPARE(answer.status, 503);
    QVERIFY(answer.body.contains("disk: failing\n"));
    fixture.free = -1; // nobody knows: no reason to refuse
    QCOMPARE(Fixture::ask(fixture.open, "/readyz").status, 200);
}

void TestMonitoring::aLostDatabaseIsNotReadyButAlive()
{
    Fixture fixture;
    // No connection for reading is open yet, and none can be opened any more.
    QVERIFY(QFile::rename(fixture.dir.filePath(u"akwaba.db"_s), fixture.dir.filePath(u"away.db"_s)));
    const http::Response answer = Fixture::ask(fixture.open, "/readyz");
    QCOMPARE(answer.status, 503);
    QVERIFY(answer.body.contains("database: failing\n"));
    QVERIFY(Fixture::ask(fixture.hidden, "/metrics").body.contains("akwaba_ready 0\n"));
    QCOMPARE(Fixture::ask(fixture.open, "/healthz").status, 200);
}

void TestMonitoring::aClosingServerIsNotReady()
{
    Fixture fixture;
    fixture.server.close();
    const http::Response answer = Fixture::ask(fixture.hidden, "/readyz");
    QCOMPARE(answer.status, 503);
    QVERIFY(answer.body.contains("open: failing\n"));
}

void TestMonitoring::anExpiredCertificateIsToldButServes()
{
    Fixture fixture;
    const QString path = fixture.dir.filePath(u"server.crt"_s);
    QVERIFY(http::makeCertificate({u"localhost"_s}, fixture.clock.now(), path, path + u".key"_s));
    QVERIFY(fixture.server.useCertificate(path, path + u".key"_s));
    QVERIFY(Fixture::ask(fixture.open, "/readyz").body.contains("certificate: ok\n"));
    fixture.clock.advance(std::chrono::hours(24 * 366 * 10));
    const http::Response answer = Fixture::ask(fixture.open, "/readyz");
    QCOMPARE(answer.status, 200);
    QVERIFY(answer.body.contains("certificate: failing\n"));
    const QByteArray end = QByteArray::number(fixture.server.certificateEnd()->toSecsSinceEpoch());
    const QByteArray figure = "akwaba_certificate_expires_seconds " + end + '\n';
    QVERIFY(Fixture::ask(fixture.hidden, "/metrics").body.contains(figure));
}

void TestMonitoring::theFiguresHoldCommitsAndMemory()
{
    Fixture fixture;
    QVERIFY(Fixture::ask(fixture.hidden, "/metrics").body.contains("akwaba_commits_total 0\n"));
    const Team team = fixture.team(u"Support"_s);
    const http::Response answer = Fixture::ask(fixture.hidden, "/metrics");
    QVERIFY(answer.headers.value("Content-Type").startsWith("text/plain; version=0.0.4"));
    QVERIFY(answer.body.contains("akwaba_commits_total 1\n"));
    QVERIFY(answer.body.contains("akwaba_ready 1\n"));
    QVERIFY(answer.body.contains("akwaba_disk_free_bytes 1000000000\n"));
    QVERIFY(answer.body.contains("process_resident_memory_bytes "));
    QVERIFY(!answer.body.contains(team.name.toUtf8()));
}

void TestMonitoring::strangersHaveNoFigures()
{
    const Fixture fixture;
    QCOMPARE(Fixture::ask(fixture.open, "/metrics").status, 404);
}

QTEST_GUILESS_MAIN(TestMonitoring)
#include "tst_monitoring.moc"
