// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/http/encoding.h"
#include "app/server/http/gzip.h"

#include <QTest>

using namespace akwaba;
using namespace akwaba::http;

class TestEncoding : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void gzip_comesBackUnchanged();
    void aBomb_isStoppedAtTheLimit();
    void damagedGzip_isRefused_data();
    void damagedGzip_isRefused();
    void aBody_isPackedWhereTheClientTakesIt_data();
    void aBody_isPackedWhereTheClientTakesIt();
    void anUnknownCoding_isRefused();
    void anAnswer_carriesDateAndLengthAndNothingOfTheProgram();
    void aHeaderValue_cannotEndItsLine();
};

void TestEncoding::gzip_comesBackUnchanged()
{
    const QByteArray plain = QByteArray("Bonjour, ").repeated(20'000);
    const QByteArray packed = gzip(plain);
    QVERIFY(packed.size() < plain.size() / 50);
    QVERIFY(packed.startsWith("\x1f\x8b"));
    QCOMPARE(gunzip(packed, plain.size()).value_or(QByteArray()), plain);
    QCOMPARE(gunzip(gzip({}), 10).value_or("x"), QByteArray());
}

void TestEncoding::aBomb_isStoppedAtTheLimit()
{
    const Result<QByteArray> bomb = gunzip(gzip(QByteArray(5'000'000, '0')), 1'000'000);
    QVERIFY(!bomb);
    QCOMPARE(bomb.error().code, Code::Unsupported);
}

void TestEncoding::damagedGzip_isRefused_data()
{
    QTest::addColumn<QByteArray>("packed");
    const QByteArray good = gzip("some words that are worth it");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("not gzip") << QByteArray("hello");
    QTest::newRow("cut off") << good.chopped(3);
    QTest::newRow("more behind it") << QByteArray(good + "x");
    QByteArray flipped = good;
    flipped[14] = char(flipped[14] ^ 0x20);
    QTest::newRow("a bit flipped") << flipped;
}

void TestEncoding::damagedGzip_isRefused()
{
    QFETCH(const QByteArray, packed);
    const Result<QByteArray> plain = gunzip(packed, 1000);
    QVERIFY(!plain);
    QCOMPARE(plain.error().code, Code::BadInput);
}

void TestEncoding::aBody_isPackedWhereTheClientTakesIt_data()
{
    QTest::addColumn<QByteArray>("accept");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<int>("size");
    QTest::addColumn<bool>("packed");
    const QByteArray json = "application/json";
    QTest::newRow("taken") << QByteArray("deflate, gzip;q=0.5") << json << 1025 << true;
    QTest::newRow("anything") << QByteArray("*") << json << 1025 << true;
    QTest::newRow("not asked for") << QByteArray() << json << 1025 << false;
    QTest::newRow("refused") << QByteArray("gzip;q=0") << json << 1025 << false;
    QTest::newRow("too small") << QByteArray("gzip") << json << 1024 << false;
    QTest::newRow("a picture") << QByteArray("gzip") << QByteArray("image/png") << 1025 << false;
}

void TestEncoding::aBody_isPackedWhereTheClientTakesIt()
{
    QFETCH(const QByteArray, accept);
    QFETCH(const QByteArray, type);
    QFETCH(const int, size);
    QFETCH(const bool, packed);
    Headers request;
    request.add("Accept-Encoding", accept);
    Response response;
    response.headers.set("Content-Type", type);
    response.body = QByteArray(size, 'a');
    encodeBody(response, request, {});
    QCOMPARE(response.headers.value("Content-Encoding"), packed ? QByteArray("gzip") : QByteArray());
    QCOMPARE(packed ? gunzip(response.body, size).value_or(QByteArray()) : response.body, QByteArray(size, 'a'));
}

void TestEncoding::anUnknownCoding_isRefused()
{
    Request request;
    request.body = "x";
    QCOMPARE(decodeBody(request, {}), 0);
    request.headers.add("Content-Encoding", "br");
    QCOMPARE(decodeBody(request, {}), 415);
    request.headers.set("Content-Encoding", "gzip");
    QCOMPARE(decodeBody(request, {}), 400);
    request.body = gzip("plain");
    QCOMPARE(decodeBody(request, {}), 0);
    QCOMPARE(request.body, QByteArray("plain"));
}

void TestEncoding::anAnswer_carriesDateAndLengthAndNothingOfTheProgram()
{
    const QDateTime now({1994, 11, 6}, {8, 49, 37}, Qt::UTC);
    QCOMPARE(serialise(textResponse(404), {}, now),
             QByteArray("HTTP/1.1 404 Not Found\r\nDate: Sun, 06 Nov 1994 08:49:37 GMT\r\n"
                        "Content-Type: text/plain; charset=utf-8\r\nContent-Length: 10\r\n\r\nNot Found\n"));
    QCOMPARE(serialise(textResponse(204), {.headOnly = false, .keepAlive = false}, now),
             QByteArray("HTTP/1.1 204 No Content\r\nDate: Sun, 06 Nov 1994 08:49:37 GMT\r\nConnection: close\r\n\r\n"));
}

void TestEncoding::aHeaderValue_cannotEndItsLine()
{
    Response response;
    response.headers.add("Location", "/a\r\nSet-Cookie: b");
    QVERIFY(!serialise(response, {}, QDateTime::currentDateTimeUtc()).contains("\r\nSet-Cookie"));
}

QTEST_GUILESS_MAIN(TestEncoding)
#include "tst_encoding.moc"
