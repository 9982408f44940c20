// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/http/requestparser.h"

#include <QTest>

using namespace akwaba::http;

class TestRequestParser : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aHead_isRefusedAsItDeserves_data();
    void aHead_isRefusedAsItDeserves();
    void aHead_isReadIntoItsParts();
    void theAbsoluteForm_meansTheSamePath();
    void aHead_isFoundOnlyOnceItIsComplete();
    void aTooLongHead_isRefusedBeforeItsEnd();
    void aChunkedBody_isTheSameWhereverItIsCut();
    void aChunkedBody_mayComeByteByByte();
    void aChunkedBody_overTheLimitIsRefused();
    void aBrokenChunk_isRefused();
    void aBrokenChunk_isRefusedWhereverItIsCut();
    void trailers_neverBecomeHeaders();
};

namespace {

/// What findHead and readHead say together.
int refusalOf(const QByteArray &head, const Limits &limits = {})
{
    const RequestParser::Head found = RequestParser::findHead(head, limits);
    if (found.refusal != 0) return found.refusal;
    if (found.length != head.size()) return -1;
    RequestParser parser(limits);
    return parser.readHead(head);
}

} // namespace

void TestRequestParser::aHead_isRefusedAsItDeserves_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, const QByteArray &head, int status) {
        QTest::newRow(name) << QByteArray(head + "\r\n\r\n") << status;
    };
    row("plain", "GET / HTTP/1.1\r\nHost: a", 0);
    row("old, without host", "GET / HTTP/1.0", 0);
    row("no host", "GET / HTTP/1.1", 400);
    row("two hosts", "GET / HTTP/1.1\r\nHost: a\r\nHost: b", 400);
    row("length and chunked", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: chunked", 400);
    row("chunked and length", "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nContent-Length: 3", 400);
    row("two lengths", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nContent-Length: 3", 400);
    row("a list of lengths", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3, 3", 400);
    row("a negative length", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: -3", 400);
    row("a length with a sign", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: +3", 400);
    row("a huge length", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2000000000", 413);
    row("a length beyond 64 bits", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999", 400);
    row("another transfer coding", "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip, chunked", 501);
    row("a misspelt transfer coding", "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: xchunked", 501);
    row("chunked in HTTP/1.0", "POST / HTTP/1.0\r\nTransfer-Encoding: chunked", 400);
    row("bare line feed", "GET / HTTP/1.1\nHost: a", 400);
    row("bare carriage return", "GET / HTTP/1.1\r\nHost: a\rX: b", 400);
    row("no colon", "GET / HTTP/1.1\r\nHost: a\r\nnonsense", 400);
    row("space before the colon", "GET / HTTP/1.1\r\nHost : a", 400);
    row("a folded line", "GET / HTTP/1.1\r\nHost: a\r\nX: b\r\n c", 400);
    row("a NUL", QByteArray("GET / HTTP/1.1\r\nHost: a\0b", 26), 400);
    row("no version", "GET /", 400);
    row("another version", "GET / HTTP/2.0\r\nHost: a", 505);
    row("a target that is no path", "GET index.html HTTP/1.1\r\nHost: a", 400);
    row("a fragment", "GET /#a HTTP/1.1\r\nHost: a", 400);
    row("an unknown expectation", "POST / HTTP/1.1\r\nHost: a\r\nExpect: tea", 417);
    row("a long target", "GET /" + QByteArray(9000, 'a') + " HTTP/1.1\r\nHost: a", 414);
    row("a long head", "GET / HTTP/1.1\r\nHost: a\r\nX: " + QByteArray(17000, 'a'), 431);
    row("many fields", "GET / HTTP/1.1\r\nHost: a" + QByteArray("\r\nX: a").repeated(101), 431);
}

void TestRequestParser::aHead_isRefusedAsItDeserves()
{
    QFETCH(const QByteArray, head);
    QTEST(refusalOf(head), "status");
}

void TestRequestParser::aHead_isReadIntoItsParts()
{
    const Limits limits;
    RequestParser parser(limits);
    QCOMPARE(parser.readHead("PUT /a%20b/c?x=1&y=%C3%A9 HTTP/1.1\r\nHost: h\r\nX-A: 1\r\nx-a: 2\r\n"
                             "Content-Length: 2\r\nConnection: close\r\n\r\n"),
             0);
    QVERIFY(!parser.isComplete());
    QCOMPARE(parser.readBody("okGET").consumed, 2);
    QVERIFY(parser.isComplete());
    QVERIFY(!parser.keepsAlive());
    const Request &request = parser.request();
    QCOMPARE(request.method, QByteArray("PUT"));
    QCOMPARE(request.path, QByteArray("/a%20b/c"));
    QCOMPARE(request.query.queryItemValue(QStringLiteral("y"), QUrl::FullyDecoded), QStringLiteral("é"));
    QCOMPARE(request.headers.value("X-A"), QByteArray("1, 2"));
    QCOMPARE(request.body, QByteArray("ok"));
}

void TestRequestParser::theAbsoluteForm_meansTheSamePath()
{
    const Limits limits;
    RequestParser parser(limits);
    QCOMPARE(parser.readHead("GET http://h:80/a?b HTTP/1.1\r\nHost: h\r\n\r\n"), 0);
    QCOMPARE(parser.request().path, QByteArray("/a"));
    QVERIFY(parser.isComplete());
}

void TestRequestParser::aHead_isFoundOnlyOnceItIsComplete()
{
    const QByteArray head = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
    for (qsizetype cut = 0; cut < head.size(); ++cut) {
        const RequestParser::Head found = RequestParser::findHead(head.first(cut), {});
        QCOMPARE(found.refusal, 0);
        QCOMPARE(found.length, 0);
    }
    QCOMPARE(RequestParser::findHead(QByteArray(head + "POST /"), {}).length, head.size());
}

void TestRequestParser::aTooLongHead_isRefusedBeforeItsEnd()
{
    const Limits limits;
    const QByteArray endless = "GET / HTTP/1.1\r\nX: " + QByteArray(limits.head, 'a');
    QCOMPARE(RequestParser::findHead(endless, limits).refusal, 431);
}

void TestRequestParser::aChunkedBody_isTheSameWhereverItIsCut()
{
    const Limits limits;
    const QByteArray body = "5\r\nhello\r\n1;name=\"v\"\r\n \r\n5\r\nworld\r\n0\r\nX-T: 1\r\n\r\n";
    for (qsizetype cut = 0; cut <= body.size(); ++cut) {
        RequestParser parser(limits);
        QCOMPARE(parser.readHead("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"), 0);
        qsizetype consumed = 0;
        if (cut > 0) {
            const auto first = parser.readBody(body.first(cut));
            QCOMPARE(first.refusal, 0);
            consumed = first.consumed;
        }
        if (!parser.isComplete()) {
            const auto second = parser.readBody(body.mid(consumed));
            QCOMPARE(second.refusal, 0);
            consumed += second.consumed;
        }
        QVERIFY(parser.isComplete());
        QCOMPARE(consumed, body.size());
        QCOMPARE(parser.request().body, QByteArray("hello world"));
    }
}

/// As a connection shows it: what was not taken comes again with one more byte.
void TestRequestParser::aChunkedBody_mayComeByteByByte()
{
    const Limits limits;
    for (const QByteArray &body : {QByteArray("0\r\n\r\n"), QByteArray("00\r\n\r\n"), QByteArray("0;a=b\r\n\r\n"),
                                   QByteArray("1\r\na\r\n0\r\n\r\n"), QByteArray("0\r\nX-T: 1\r\n\r\n")}) {
        RequestParser parser(limits);
        QCOMPARE(parser.readHead("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"), 0);
        qsizetype taken = 0;
        for (qsizetype come = 1; come <= body.size(); ++come) {
            QVERIFY(!parser.isComplete());
            const auto [consumed, refusal] = parser.readBody(QByteArrayView(body).sliced(taken, come - taken));
            QCOMPARE(refusal, 0);
            taken += consumed;
        }
        QVERIFY(parser.isComplete());
        QCOMPARE(taken, body.size());
    }
}

void TestRequestParser::aChunkedBody_overTheLimitIsRefused()
{
    Limits limits;
    limits.body = 8;
    RequestParser parser(limits);
    QCOMPARE(parser.readHead("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"), 0);
    QCOMPARE(parser.readBody("8\r\nabcdefgh\r\n1\r\ni\r\n").refusal, 413);
    RequestParser announced(limits);
    QCOMPARE(announced.readHead("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"), 0);
    QCOMPARE(announced.readBody("9\r\n").refusal, 413); // nobody has to see it come
}

void TestRequestParser::aBrokenChunk_isRefusedWhereverItIsCut()
{
    const Limits limits;
    const QByteArray broken = "5\r\nhello\r\n1;a=\"d/ HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\n\r\n";
    for (qsizetype cut = 1; cut <= broken.size(); ++cut) {
        RequestParser parser(limits);
        QCOMPARE(parser.readHead("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"), 0);
        const auto first = parser.readBody(QByteArrayView(broken).first(cut));
        if (first.refusal == 0) QCOMPARE(parser.readBody(QByteArrayView(broken).sliced(first.consumed)).refusal, 400);
    }
}

void TestRequestParser::aBrokenChunk_isRefused()
{
    const Limits limits;
    for (const char *broken :
         {"x\r\n", "5\nhello\r\n", "-1\r\n", "2\r\nabcd\r\n", "ffffffffffffffffff\r\n", "5;a=\"\n\"\r\nhello\r\n",
          "5;a=\"\x01\"\r\n", "0;a=\"\n\"\r\n\r\n", "5;a=\"b\r\nhello\r\n", "5;a=\"\\\"\r\nhello\r\n",
          "5 \r\nhello\r\n", "5 a\r\n", ";a\r\n", "0\r\nX-T : 1\r\n\r\n", "0\r\n X-T: 1\r\n\r\n", "0\r\nX-T\r\n\r\n",
          "0\r\ncontent-length: 5\r\n\r\n"}) {
        RequestParser parser(limits);
        QCOMPARE(parser.readHead("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"), 0);
        QVERIFY2(parser.readBody(QByteArrayView(broken)).refusal == 400, broken);
    }
}

void TestRequestParser::trailers_neverBecomeHeaders()
{
    const Limits limits;
    RequestParser parser(limits);
    QCOMPARE(parser.readHead("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"), 0);
    QCOMPARE(parser.readBody("0\r\nAuthorization: Bearer stolen\r\n\r\n").refusal, 0);
    QVERIFY(parser.isComplete());
    QVERIFY(!parser.request().headers.contains("Authorization"));
}

QTEST_GUILESS_MAIN(TestRequestParser)
#include "tst_requestparser.moc"
