// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/abuse/victim.h"

#include <QTest>

using namespace akwaba::http;
using namespace Qt::StringLiterals;

/// Requests that two readers could understand differently, or that are not what they seem, sent to the real program.
class TestSmuggling : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void whatIsAmbiguous_getsOneAnswerAndTheDoor_data();
    void whatIsAmbiguous_getsOneAnswerAndTheDoor();
    void whatIsOddButClear_isAnswered_data();
    void whatIsOddButClear_isAnswered();
    void fivePipelinedRequests_areAnsweredInOrder();
    void head_hasNoBody();
    void expect_isAnsweredBeforeTheBody();
    void noPathLeadsOut_data();
    void noPathLeadsOut();
    void cleanup();
    void cleanupTestCase();

private:
    Victim m_victim;
};

void TestSmuggling::initTestCase() { QVERIFY(m_victim.start()); }

void TestSmuggling::whatIsAmbiguous_getsOneAnswerAndTheDoor_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, const QByteArray &request, int status) {
        QTest::newRow(name) << request << status;
    };
    const auto field = [&row](const char *name, const QByteArray &fields, int status) {
        row(name, "POST /auth/login HTTP/1.1\r\nHost: h\r\n" + fields + "\r\n\r\n", status);
    };
    const auto chunks = [&row](const char *name, const QByteArray &body) {
        row(name, "POST /auth/login HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n" + body, 400);
    };
    field("length and chunked", "Content-Length: 5\r\nTransfer-Encoding: chunked", 400);
    field("chunked and length", "Transfer-Encoding: chunked\r\nContent-Length: 5", 400);
    field("two lengths", "Content-Length: 0\r\nContent-Length: 44", 400);
    field("the same length twice", "Content-Length: 0\r\nContent-Length: 0", 400);
    field("a list of lengths", "Content-Length: 0, 44", 400);
    field("a signed length", "Content-Length: +0", 400);
    field("a length in hex", "Content-Length: 0x0", 400);
    field("an empty length", "Content-Length:", 400);
    field("a length beyond 64 bits", "Content-Length: 18446744073709551616", 400);
    field("chunked twice", "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked", 400);
    field("chunked, then something", "Transfer-Encoding: chunked, identity", 501);
    field("chunked with a tab",
          "Transfer-Encoding: \x0b"
          "chunked",
          400);
    field("space before the colon", "Content-Length : 0", 400);
    field("space before the coding's colon", "Transfer-Encoding : chunked", 400);
    field("no colon", "Content-Length 0", 400);
    field("no name", ": 0", 400);
    field("a folded line", "X: a\r\n Content-Length: 44", 400);
    field("a bare line feed", "X: a\nContent-Length: 44", 400);
    field("a bare carriage return", "X: a\rContent-Length: 44", 400);
    field("a NUL", QByteArray("X: a\0b", 6), 400);
    field("two hosts", "Host: evil", 400);
    row("no host", "GET /healthz HTTP/1.1\r\n\r\n", 400);
    row("chunked in HTTP/1.0", "POST /auth/login HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400);
    row("a head of bare line feeds", "GET /healthz HTTP/1.1\nHost: h\n\n", 400);
    row("HTTP/0.9", "GET /healthz\r\n\r\n", 400);
    row("HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505);
    row("TLS", QByteArray("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n", 15), 400);
    chunks("a chunk with a sign", "-1\r\n\r\n");
    chunks("a chunk that is no number", "zz\r\n\r\n");
    chunks("a chunk in 0x", "0x1\r\na\r\n0\r\n\r\n");
    chunks("a chunk beyond 64 bits", "10000000000000000\r\n");
    chunks("a chunk longer than it says", "1\r\nab\r\n0\r\n\r\n");
    chunks("a chunk size ended by a line feed", "1\na\r\n0\r\n\r\n");
    chunks("a length among the trailers", "2\r\n{}\r\n0\r\nContent-Length: 44\r\n\r\n");
    chunks("a trailer without a colon", "0\r\nnonsense\r\n\r\n");
}

void TestSmuggling::whatIsAmbiguous_getsOneAnswerAndTheDoor()
{
    QFETCH(const QByteArray, request);
    Client client(m_victim.port());
    // What a proxy in front would have taken for the body, or for a second request.
    client.send(request + get("/healthz") + get("/healthz"));
    QTRY_VERIFY_WITH_TIMEOUT(client.isClosed(), 20000);
    QCOMPARE(client.answers().size(), 1);
    QTEST(client.answers().first().status, "status");
    QCOMPARE(client.answers().first().headers.value("Connection"), QByteArray("close"));
}

void TestSmuggling::whatIsOddButClear_isAnswered_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    const QByteArray head = "POST /auth/login HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n";
    QTest::newRow("chunk extensions") << QByteArray(head + "1;a=b;c=\"d e\"\r\n{\r\n1;x\r\n}\r\n0;end\r\n\r\n") << 400;
    QTest::newRow("trailers") << QByteArray(head + "2\r\n{}\r\n0\r\nAuthorization: Bearer x\r\n\r\n") << 400;
    QTest::newRow("absolute address") << get("http://elsewhere/healthz") << 200;
    QTest::newRow("an unknown method") << QByteArray("BREW /healthz HTTP/1.1\r\nHost: h\r\n\r\n") << 405;
    QTest::newRow("a method in small letters") << QByteArray("get /healthz HTTP/1.1\r\nHost: h\r\n\r\n") << 405;
    QTest::newRow("an empty line before") << QByteArray("\r\n" + get("/healthz")) << 200;
}

void TestSmuggling::whatIsOddButClear_isAnswered()
{
    QFETCH(const QByteArray, request);
    const QList<Answer> answers = answersTo(m_victim, request + get("/healthz"), 2);
    QCOMPARE(answers.size(), 2);
    QTEST(answers.first().status, "status"); // an empty log-in is a bad one: what was asked is understood
    QCOMPARE(answers.last().status, 200);
}

void TestSmuggling::fivePipelinedRequests_areAnsweredInOrder()
{
    const QList<Answer> answers = answersTo(m_victim,
                                            get("/healthz") + post("/auth/login", "{}") + get("/jmap/session")
                                                + get("/nothing") + get("/jmap/session", m_victim.authorization()),
                                            5);
    QCOMPARE(answers.size(), 5);
    QList<int> statuses;
    for (const Answer &answer : answers)
        statuses.append(answer.status);
    QCOMPARE(statuses, (QList<int>{200, 400, 401, 404, 200}));
}

void TestSmuggling::head_hasNoBody()
{
    Client client(m_victim.port());
    client.send("HEAD /healthz HTTP/1.1\r\nHost: h\r\n\r\n");
    QTRY_COMPARE(client.answers(true).size(), 1);
    QCOMPARE(client.answers(true).first().headers.value("Content-Length"), QByteArray("3"));
    QVERIFY(client.received.endsWith("\r\n\r\n"));
    client.received.clear();
    client.send(get("/healthz"));
    QTRY_COMPARE(client.answers().size(), 1);
}

void TestSmuggling::expect_isAnsweredBeforeTheBody()
{
    Client client(m_victim.port());
    client.send("POST /auth/login HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
    QTRY_COMPARE(client.received, QByteArray("HTTP/1.1 100 Continue\r\n\r\n"));
    client.received.clear();
    client.send("{}");
    QTRY_COMPARE(client.answers().size(), 1);
    Client hopeless(m_victim.port());
    hopeless.send("POST /auth/login HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\nContent-Length: 2000000000\r\n\r\n");
    QTRY_VERIFY(hopeless.isClosed());
    QVERIFY(!hopeless.received.contains("100 Continue"));
    QCOMPARE(hopeless.answers().value(0).status, 413);
}

void TestSmuggling::noPathLeadsOut_data()
{
    QTest::addColumn<QByteArray>("path");
    for (const char *path :
         {"/../../../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/..%2f..%2f..%2fetc%2fpasswd", "//etc/passwd",
          "/jmap/download/company/..%2f..%2fakwaba.db/x", "/jmap/download/company/b..%2fstate.key/x",
          "/jmap/download/company/../../state.key", "/%c0%ae%c0%ae/etc/passwd", "/%252e%252e/etc/passwd",
          "/..%5c..%5cetc", "/healthz%00.html", "/./healthz", "/healthz/..;/x", "/%zz"})
        QTest::newRow(path) << QByteArray(path);
}

void TestSmuggling::noPathLeadsOut()
{
    QFETCH(const QByteArray, path);
    for (const QByteArray &fields : {QByteArray(), m_victim.authorization()}) {
        const QList<Answer> answers = answersTo(m_victim, get(path, fields));
        QCOMPARE(answers.size(), 1);
        const int status = answers.first().status;
        QVERIFY2(status == 400 || status == 401 || status == 404, QByteArray::number(status).constData());
    }
}

void TestSmuggling::cleanup() { QVERIFY(m_victim.isAlive()); }

void TestSmuggling::cleanupTestCase()
{
    QVERIFY2(m_victim.growth() < 80'000'000, QByteArray::number(m_victim.growth()).constData());
    QVERIFY(m_victim.stop());
}

QTEST_GUILESS_MAIN(TestSmuggling)
#include "tst_smuggling.moc"
