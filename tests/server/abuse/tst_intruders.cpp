// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/abuse/victim.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <array>
#include <map>

using namespace akwaba::http;
using namespace Qt::StringLiterals;

/// Those who say that they are somebody else, or that the server is something else, sent to the real program.
class TestIntruders : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aWrongToken_opensNothing_data();
    void aWrongToken_opensNothing();
    void aRevokedToken_opensNothing();
    void aDeviceRevokedByAnotherProcess_losesSocketAndStream();
    void guessingPasswords_keepsNobodyOut();
    void aForgedFuture_changesNothing_data();
    void aForgedFuture_changesNothing();
    void aFrameOverTheLimit_endsItsSocket_data();
    void aFrameOverTheLimit_endsItsSocket();
    void theLog_knowsDevicesAndNobody();
    void cleanup();
    void cleanupTestCase();

private:
    [[nodiscard]] QByteArray call(const QString &method, QJsonObject arguments) const;
    /// The answer to one call: its name and arguments.
    [[nodiscard]] QJsonArray answerTo(const QString &method, const QJsonObject &arguments) const;

    Victim m_victim;
};

void TestIntruders::initTestCase() { QVERIFY(m_victim.start()); }

QByteArray TestIntruders::call(const QString &method, QJsonObject arguments) const
{
    arguments.insert(u"accountId"_s, u"company"_s);
    const QJsonObject body{{u"using"_s, QJsonArray{u"urn:ietf:params:jmap:core"_s, u"https://localhost/jmap/akwaba"_s}},
                           {u"methodCalls"_s, QJsonArray{QJsonArray{method, arguments, u"0"_s}}}};
    return post("/jmap/api", QJsonDocument(body).toJson(),
                m_victim.authorization() + "Content-Type: application/json\r\n");
}

QJsonArray TestIntruders::answerTo(const QString &method, const QJsonObject &arguments) const
{
    const QList<Answer> answers = answersTo(m_victim, call(method, arguments));
    const QJsonObject answer = QJsonDocument::fromJson(answers.value(0).body).object();
    return answer.value(u"methodResponses"_s).toArray().at(0).toArray();
}

void TestIntruders::aWrongToken_opensNothing_data()
{
    QTest::addColumn<QByteArray>("authorization");
    QTest::newRow("none") << QByteArray();
    QTest::newRow("empty") << QByteArray("Authorization: Bearer \r\n");
    QTest::newRow("guessed") << QByteArray("Authorization: Bearer aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\n");
    QTest::newRow("long") << QByteArray("Authorization: Bearer " + QByteArray(10'000, 'a') + "\r\n");
    QTest::newRow("quoted") << QByteArray("Authorization: Bearer ' OR '1'='1\r\n");
    QTest::newRow("no scheme") << QByteArray(m_victim.authorization().replace("Bearer ", ""));
    QTest::newRow("almost") << QByteArray(m_victim.authorization().trimmed().chopped(1) + "\r\n");
    QTest::newRow("password") << QByteArray("Authorization: Basic " + QByteArray("nobody@test.invalid:guess").toBase64()
                                            + "\r\n");
}

void TestIntruders::aWrongToken_opensNothing()
{
    QFETCH(const QByteArray, authorization);
    for (const QByteArray &request :
         {get("/jmap/session", authorization), post("/jmap/api", "{}", authorization),
          post("/jmap/upload/company/", "x", authorization), get("/jmap/download/company/b1/x", authorization),
          upgrade(authorization), post("/auth/logout", {}, authorization)}) {
        const QList<Answer> answers = answersTo(m_victim, request);
        QCOMPARE(answers.size(), 1);
        const int status = answers.first().status;
        const bool mayHaveToWait = status == 429 && authorization.contains("Basic");
        QVERIFY2(status == 401 || mayHaveToWait, QByteArray::number(status).constData());
    }
}

void TestIntruders::aRevokedToken_opensNothing()
{
    const QList<Answer> in = answersTo(m_victim, logIn(m_victim.user(), m_victim.password()));
    QCOMPARE(in.value(0).status, 200);
    const QString token = QJsonDocument::fromJson(in.first().body).object().value(u"token"_s).toString();
    const QByteArray field = "Authorization: Bearer " + token.toLatin1() + "\r\n";
    QCOMPARE(answersTo(m_victim, get("/jmap/session", field)).value(0).status, 200);
    QCOMPARE(answersTo(m_victim, post("/auth/logout", {}, field)).value(0).status, 204);
    QCOMPARE(answersTo(m_victim, get("/jmap/session", field)).value(0).status, 401);
}

void TestIntruders::aDeviceRevokedByAnotherProcess_losesSocketAndStream()
{
    const QList<Answer> in = answersTo(m_victim, logIn(m_victim.user(), m_victim.password()));
    const QJsonObject login = QJsonDocument::fromJson(in.value(0).body).object();
    const QByteArray field = "Authorization: Bearer " + login.value(u"token"_s).toString().toLatin1() + "\r\n";
    const QByteArray stream = "/jmap/eventsource/?types=*&closeafter=no&ping=0";
    Client socket(m_victim.port());
    socket.send(upgrade(field));
    Client events(m_victim.port());
    events.send(get(stream, field));
    Client others(m_victim.port());
    others.send(get(stream, m_victim.authorization()));
    QTRY_VERIFY(socket.received.startsWith("HTTP/1.1 101 "));
    for (const Client *client : {&events, &others})
        QTRY_VERIFY(client->received.startsWith("HTTP/1.1 200 "));
    QVERIFY(m_victim.command({u"user"_s, u"revoke"_s, m_victim.user(), login.value(u"device"_s).toString()}));
    QElapsedTimer timer;
    timer.start();
    QTRY_VERIFY(events.isClosed());
    QTRY_VERIFY(socket.received.contains("unauthenticated")); // in the frame that ends it
    qInfo("ended after %lld ms", timer.elapsed());
    QVERIFY(!others.isClosed());
    QCOMPARE(answersTo(m_victim, get("/jmap/session", field)).value(0).status, 401);
}

void TestIntruders::guessingPasswords_keepsNobodyOut()
{
    // A server of its own: whoever comes from this address may have to wait afterwards.
    Victim victim;
    QVERIFY(victim.start());
    bool isGiven = false;
    const int given = qEnvironmentVariableIntValue("AKWABA_ABUSE_LOGINS", &isGiven);
    const int attempts = isGiven ? given : 10'000;
    constexpr int batch = 50; // one behind the other, on each of some connections
    std::array<std::unique_ptr<Client>, 8> guessers;
    std::map<int, int> answered;
    for (int sent = 0; sent < attempts;) {
        for (std::unique_ptr<Client> &guesser : guessers) {
            if (!guesser || guesser->isClosed()) guesser = std::make_unique<Client>(victim.port());
            guesser->received.clear();
            QByteArray guesses;
            for (int i = 0; i < batch; ++i, ++sent)
                guesses += logIn(u"somebody%1@test.invalid"_s.arg(sent % 200), u"guess%1"_s.arg(sent));
            guesser->send(guesses);
        }
        QVERIFY(victim.isAlive()); // while they are at it
        for (const std::unique_ptr<Client> &guesser : guessers) {
            QVERIFY(QTest::qWaitFor([&guesser] { return guesser->received.count("HTTP/1.1 ") == batch; }, 60000));
            for (const Answer &answer : guesser->answers())
                ++answered[answer.status];
        }
    }
    for (const auto &[status, count] : answered) {
        qInfo("%d: %d times", status, count);
        QVERIFY2(status == 401 || status == 429, QByteArray::number(status).constData());
    }
    QVERIFY(answered[429] > answered[401]);
    QCOMPARE(answersTo(victim, get("/jmap/session", victim.authorization())).value(0).status, 200);
    QVERIFY(victim.isAlive());
    QVERIFY2(victim.growth() < 80'000'000, QByteArray::number(victim.growth()).constData());
}

void TestIntruders::aForgedFuture_changesNothing_data()
{
    QTest::addColumn<QString>("mac");
    QTest::newRow("another") << u"0123456789abcdef"_s;
    QTest::newRow("that of now") << u"now"_s;
    QTest::newRow("none") << QString();
}

void TestIntruders::aForgedFuture_changesNothing()
{
    QFETCH(QString, mac);
    const QJsonValue before = answerTo(u"Sync/state"_s, {}).at(1);
    QStringList parts = before[u"state"_s].toString().split(u'.');
    QCOMPARE(parts.size(), 4);
    const QString lineage = parts.first();
    parts[2] = QString::number(parts.at(2).toLongLong() + 1000);
    if (mac != u"now") parts[3] = mac;
    const QJsonArray answer =
        answerTo(u"Sync/changes"_s,
                 {{u"sinceState"_s, parts.join(u'.')}, {u"scopeState"_s, before[u"scopeState"_s].toString()}});
    QCOMPARE(answer.at(0).toString(), u"error"_s);
    QCOMPARE(answer.at(1)[u"reason"_s].toString(), u"future"_s);
    // With a MAC that holds it would have been the proof of a rollback, and a new lineage for everybody at the next
    // commit, which this log-in is.
    QCOMPARE(answersTo(m_victim, logIn(m_victim.user(), m_victim.password())).value(0).status, 200);
    QCOMPARE(answerTo(u"Sync/state"_s, {}).at(1)[u"state"_s].toString().section(u'.', 0, 0), lineage);
}

void TestIntruders::aFrameOverTheLimit_endsItsSocket_data()
{
    QTest::addColumn<QByteArray>("frame");
    const QByteArray mask = "mask";
    const QByteArray long64 = QByteArray::fromHex("81ff");
    QTest::newRow("two megabytes") << QByteArray(long64 + QByteArray::fromHex("0000000000200000") + mask);
    QTest::newRow("half of everything") << QByteArray(long64 + QByteArray::fromHex("4000000000000000") + mask);
    QTest::newRow("negative") << QByteArray(long64 + QByteArray::fromHex("ffffffffffffffff") + mask);
    QTest::newRow("reserved") << QByteArray(QByteArray::fromHex("8381") + mask + "a");
    QTest::newRow("a long ping") << QByteArray(QByteArray::fromHex("89fe0400") + mask + QByteArray(1024, 'a'));
    QTest::newRow("bad UTF-8") << QByteArray(QByteArray::fromHex("8182") + QByteArray(4, '\0')
                                             + QByteArray::fromHex("c328"));
}

void TestIntruders::aFrameOverTheLimit_endsItsSocket()
{
    QFETCH(const QByteArray, frame);
    Client client(m_victim.port());
    client.send(upgrade(m_victim.authorization()));
    QTRY_VERIFY(client.received.startsWith("HTTP/1.1 101 "));
    client.send(frame);
    QTRY_VERIFY_WITH_TIMEOUT(client.isClosed() || client.received.contains("\x88"), 20000); // or a frame that says so
}

void TestIntruders::theLog_knowsDevicesAndNobody()
{
    const QList<Answer> in = answersTo(m_victim, logIn(m_victim.user(), m_victim.password()));
    const QJsonObject login = QJsonDocument::fromJson(in.value(0).body).object();
    const QByteArray token = login.value(u"token"_s).toString().toLatin1();
    const QByteArray session = get("/jmap/session?secret=1", "Authorization: Bearer " + token + "\r\n");
    QCOMPARE(answersTo(m_victim, session).value(0).status, 200);
    const QByteArray device = login.value(u"device"_s).toString().toLatin1();
    QVERIFY(!device.isEmpty());
    const QByteArrayList lines = m_victim.log().trimmed().split('\n');
    QVERIFY2(lines.last().contains(" GET /jmap/session 200 "), lines.last().constData());
    QVERIFY2(lines.last().endsWith(QByteArray(' ' + device)), lines.last().constData());
    for (const QByteArray &word : {QByteArray("secret"), QByteArray("@"), QByteArray("127.0.0.1"), QByteArray("guess"),
                                   token, m_victim.token(), m_victim.password().toLatin1()})
        QVERIFY2(!m_victim.log().contains(word), word.constData());
}

void TestIntruders::cleanup() { QVERIFY(m_victim.isAlive()); }

void TestIntruders::cleanupTestCase()
{
    QVERIFY2(m_victim.growth() < 80'000'000, QByteArray::number(m_victim.growth()).constData());
    QVERIFY(m_victim.stop());
}

QTEST_GUILESS_MAIN(TestIntruders)
#include "tst_intruders.moc"
