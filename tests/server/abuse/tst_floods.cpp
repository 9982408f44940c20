// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/http/gzip.h"
#include "tests/server/abuse/victim.h"

#include <QElapsedTimer>
#include <QTest>

using namespace akwaba::http;
using namespace Qt::StringLiterals;

/// Too much of everything, sent to the real program. Its memory is looked at after each.
class TestFloods : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void twoGigabytes_areRefusedAsTheyAreAnnounced_data();
    void twoGigabytes_areRefusedAsTheyAreAnnounced();
    void aBodyInTinyChunks_isCutOff();
    void aBomb_isNotUnpacked_data();
    void aBomb_isNotUnpacked();
    void anEndlessHead_isCutOff_data();
    void anEndlessHead_isCutOff();
    void deepJson_isRefused_data();
    void deepJson_isRefused();
    void manySmallValues_areRefused_data();
    void manySmallValues_areRefused();
    void badUtf8_isRefused();
    void hundredsOfLargeBodies_areNotHeld();
    void fiveHundredDrippingClients_keepNobodyOut();
    void thousandsOfConnections_areTaken();
    void cleanup();
    void cleanupTestCase();

private:
    [[nodiscard]] QByteArray api(const QByteArray &body, const QByteArray &fields = {}) const
    {
        return post("/jmap/api", body, m_victim.authorization() + "Content-Type: application/json\r\n" + fields);
    }

    Victim m_victim;
};

void TestFloods::initTestCase() { QVERIFY(m_victim.start()); }

void TestFloods::twoGigabytes_areRefusedAsTheyAreAnnounced_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::newRow("length") << QByteArray("Content-Length: 2147483648\r\n\r\n");
    QTest::newRow("chunk") << QByteArray("Transfer-Encoding: chunked\r\n\r\n80000000\r\n");
}

void TestFloods::twoGigabytes_areRefusedAsTheyAreAnnounced()
{
    QFETCH(const QByteArray, field);
    const QByteArray head = "POST /jmap/upload/company/ HTTP/1.1\r\nHost: h\r\n" + m_victim.authorization() + field;
    const QList<Answer> answers = answersTo(m_victim, head + QByteArray(100'000, 'a'));
    QCOMPARE(answers.size(), 1);
    QCOMPARE(answers.first().status, 413);
}

void TestFloods::aBodyInTinyChunks_isCutOff()
{
    Client client(m_victim.port());
    client.send("POST /jmap/api HTTP/1.1\r\nHost: h\r\n" + m_victim.authorization()
                + "Transfer-Encoding: chunked\r\n\r\n");
    const QByteArray chunk = "1;" + QByteArray(2'000, 'x') + "\r\na\r\n";
    for (int sent = 0; sent < 40'000'000 && !client.isClosed(); sent += 500 * 2'000) {
        client.send(chunk.repeated(500));
        QVERIFY(QTest::qWaitFor([&client] { return client.socket.bytesToWrite() < 1'000'000 || client.isClosed(); },
                                20000));
    }
    QTRY_VERIFY_WITH_TIMEOUT(client.isClosed(), 20000);
    QVERIFY(!client.received.contains(" 200 "));
}

void TestFloods::aBomb_isNotUnpacked_data()
{
    QTest::addColumn<QByteArray>("request");
    const QByteArray bomb = gzip(QByteArray(100'000'000, '['));
    const QByteArray fields = "Content-Encoding: gzip\r\n";
    QTest::newRow("of an agent") << api(bomb, fields);
    const QByteArray small = gzip(QByteArray(9'000'000, '['));
    QVERIFY(small.size() < 64 * 1024); // fits where a log-in does
    QTest::newRow("of a stranger") << post("/auth/login", small, fields);
}

void TestFloods::aBomb_isNotUnpacked()
{
    QFETCH(const QByteArray, request);
    const QList<Answer> answers = answersTo(m_victim, request + request + request, 3);
    QCOMPARE(answers.size(), 3);
    for (const Answer &answer : answers)
        QCOMPARE(answer.status, 413);
}

void TestFloods::anEndlessHead_isCutOff_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    QTest::newRow("address of a megabyte") << QByteArray("GET /" + QByteArray(1'000'000, 'a')) << 414;
    QTest::newRow("one field") << QByteArray("GET / HTTP/1.1\r\nX: " + QByteArray(1'000'000, 'a')) << 431;
    QTest::newRow("fields") << QByteArray("GET / HTTP/1.1\r\n" + QByteArray("X: a\r\n").repeated(100'000)) << 431;
    QTest::newRow("many fields, complete")
        << QByteArray("GET / HTTP/1.1\r\nHost: h\r\n" + QByteArray("X: a\r\n").repeated(200) + "\r\n") << 431;
    QTest::newRow("method") << QByteArray(1'000'000, 'A') << 414;
}

void TestFloods::anEndlessHead_isCutOff()
{
    QFETCH(const QByteArray, bytes);
    Client client(m_victim.port());
    client.send(bytes);
    QTRY_VERIFY_WITH_TIMEOUT(client.isClosed(), 20000);
    QCOMPARE(client.answers().size(), 1);
    QTEST(client.answers().first().status, "status");
}

void TestFloods::deepJson_isRefused_data()
{
    QTest::addColumn<QByteArray>("request");
    const QByteArray lists = QByteArray(20'000, '[') + QByteArray(20'000, ']');
    const QByteArray objects = QByteArray("{\"a\":").repeated(20'000) + "1" + QByteArray(20'000, '}');
    QTest::newRow("lists") << api(lists);
    QTest::newRow("objects") << api(objects);
    QTest::newRow("in an argument") << api("{\"using\":[],\"methodCalls\":[[\"Core/echo\"," + objects + ",\"0\"]]}");
    QTest::newRow("of a stranger") << post("/auth/login", lists);
}

void TestFloods::deepJson_isRefused()
{
    QFETCH(const QByteArray, request);
    const QList<Answer> answers = answersTo(m_victim, request);
    QCOMPARE(answers.size(), 1);
    QCOMPARE(answers.first().status, 400);
}

void TestFloods::manySmallValues_areRefused_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("objects") << QByteArray(R"({"a":1},)");
    QTest::newRow("lists") << QByteArray("[],");
    QTest::newRow("numbers") << QByteArray("1,");
}

/// An agent's: a few megabytes on the wire would be hundreds in memory.
void TestFloods::manySmallValues_areRefused()
{
    QFETCH(const QByteArray, value);
    const QByteArray values = value.repeated(7'700'000 / value.size()).chopped(1);
    const QByteArray request = api(R"({"using":[],"methodCalls":[["Core/echo",{"a":[)" + values + R"(]},"0"]]})");
    std::vector<std::unique_ptr<Client>> clients;
    for (int i = 0; i < 3; ++i) {
        clients.push_back(std::make_unique<Client>(m_victim.port()));
        clients.back()->send(request);
    }
    for (const auto &client : clients) {
        QVERIFY(QTest::qWaitFor([&client] { return client->answers().size() == 1; }, 20000));
        QCOMPARE(client->answers().first().status, 400);
        QVERIFY(client->answers().first().body.contains("maxValuesInRequest"));
    }
}

void TestFloods::badUtf8_isRefused()
{
    const QList<Answer> answers = answersTo(
        m_victim, api("{\"using\":[\"\xc3\x28\"],\"methodCalls\":[]}") + post("/auth/login", "{\"email\":\"\xff\"}"),
        2);
    QCOMPARE(answers.size(), 2);
    QCOMPARE(answers.first().status, 400);
    QCOMPARE(answers.last().status, 400);
}

void TestFloods::hundredsOfLargeBodies_areNotHeld()
{
    // 150 strangers with 8 MB each of 9 would be more than a gigabyte.
    const QByteArray head = "POST /jmap/api HTTP/1.1\r\nHost: h\r\nContent-Length: 9000000\r\n\r\n";
    const QByteArray body(8'000'000, 'a');
    std::vector<std::unique_ptr<Client>> hoarders;
    for (int i = 0; i < 150; ++i) {
        hoarders.push_back(std::make_unique<Client>(m_victim.port()));
        Client &client = *hoarders.back();
        client.send(head + body);
        QVERIFY(QTest::qWaitFor([&client] { return client.socket.bytesToWrite() == 0 || client.isClosed(); }, 20000));
    }
    QVERIFY(m_victim.isAlive());
    QVERIFY(hoarders.front()->isClosed());
}

/// The one place where time is what is asked for: who hangs must not slow down who does not.
void TestFloods::fiveHundredDrippingClients_keepNobodyOut()
{
    std::vector<std::unique_ptr<Client>> dripping;
    for (int i = 0; i < 500; ++i) {
        dripping.push_back(std::make_unique<Client>(m_victim.port()));
        dripping.back()->send("GET /healthz HTTP/1.1\r\nX: ");
    }
    for (int second = 0; second < 4; ++second) {
        for (const auto &client : dripping) {
            if (!client->isClosed()) client->send("a");
        }
        QElapsedTimer timer;
        timer.start();
        QVERIFY(m_victim.isAlive());
        QVERIFY2(timer.elapsed() < 1000, QByteArray::number(timer.elapsed()).constData());
        QTest::qWait(1000); // one byte a second is the attack
    }
    const auto open =
        std::count_if(dripping.begin(), dripping.end(), [](const auto &client) { return !client->isClosed(); });
    QVERIFY2(open > 0 && open <= Limits().strangers, QByteArray::number(qint64(open)).constData());
}

void TestFloods::thousandsOfConnections_areTaken()
{
    for (int round = 0; round < 20; ++round) {
        std::vector<std::unique_ptr<Client>> clients;
        clients.reserve(100);
        for (int i = 0; i < 100; ++i)
            clients.push_back(std::make_unique<Client>(m_victim.port()));
        for (const auto &client : clients)
            client->send(get("/healthz"));
        for (const auto &client : clients)
            QVERIFY(QTest::qWaitFor([&client] { return client->answers().size() == 1; }, 20000));
    }
}

void TestFloods::cleanup()
{
    QVERIFY(m_victim.isAlive());
    const qint64 growth = m_victim.growth();
    QVERIFY2(growth < 80'000'000, QByteArray::number(growth).constData());
}

void TestFloods::cleanupTestCase() { QVERIFY(m_victim.stop()); }

QTEST_GUILESS_MAIN(TestFloods)
#include "tst_floods.moc"
