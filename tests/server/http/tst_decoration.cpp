// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/http/decoration.h"
#include "httpfixture.h"

#include <QTest>

using namespace akwaba;
using namespace akwaba::http;

class TestDecoration : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyAnswer_isDecorated_data();
    void everyAnswer_isDecorated();
    void whatAnAnswerSaysItself_stays();
    void onlyTls_promisesTls();
    void byDefault_noOtherSiteIsLetIn();
    void aConfiguredSite_isLetInByName();
    void aPreflight_isAnsweredForConfiguredSitesOnly_data();
    void aPreflight_isAnsweredForConfiguredSitesOnly();
};

void TestDecoration::everyAnswer_isDecorated_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    QTest::newRow("good") << QByteArray("GET /hello/1 HTTP/1.1\r\nHost: h\r\n\r\n") << 200;
    QTest::newRow("unknown path") << QByteArray("GET /nothing HTTP/1.1\r\nHost: h\r\n\r\n") << 404;
    QTest::newRow("no HTTP") << QByteArray("hello\r\n\r\n") << 400;
    QTest::newRow("traversal") << QByteArray("GET /%2e%2e/x HTTP/1.1\r\nHost: h\r\n\r\n") << 400;
    QTest::newRow("too large") << QByteArray("POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 99999999\r\n\r\n")
                               << 413;
}

void TestDecoration::everyAnswer_isDecorated()
{
    Fixture fixture;
    QVERIFY(fixture.start());
    Client client(fixture.port);
    QFETCH(const QByteArray, request);
    client.send(request);
    QTRY_COMPARE(client.answers().size(), 1);
    const http::Answer answer = client.answers().first();
    QTEST(answer.status, "status");
    QCOMPARE(answer.headers.value("X-Content-Type-Options"), QByteArray("nosniff"));
    QCOMPARE(answer.headers.value("Referrer-Policy"), QByteArray("no-referrer"));
    QVERIFY(answer.headers.value("Content-Security-Policy").startsWith("default-src 'none'"));
    QCOMPARE(answer.headers.value("Cache-Control"), QByteArray("no-store"));
    QVERIFY(!answer.headers.contains("Server"));
    QVERIFY(!answer.headers.contains("Strict-Transport-Security")); // a plain answer that says so is ignored
}

void TestDecoration::whatAnAnswerSaysItself_stays()
{
    Response response;
    response.headers.add("Content-Security-Policy", "default-src 'self'");
    decorate(response, {}, false, {});
    QCOMPARE(response.headers.value("Content-Security-Policy"), QByteArray("default-src 'self'"));
}

void TestDecoration::onlyTls_promisesTls()
{
    Response response;
    decorate(response, {}, true, {});
    QCOMPARE(response.headers.value("Strict-Transport-Security"), QByteArray("max-age=31536000"));
}

void TestDecoration::byDefault_noOtherSiteIsLetIn()
{
    Headers request;
    request.add("Origin", "https://www.shop.ci");
    Response response;
    decorate(response, request, false, {});
    QVERIFY(!response.headers.contains("Access-Control-Allow-Origin"));
}

void TestDecoration::aConfiguredSite_isLetInByName()
{
    const QByteArrayList origins{"https://www.shop.ci", "https://aide.shop.ci"};
    for (const QByteArray &origin : {QByteArray("https://aide.shop.ci"), QByteArray("https://evil.ci"), QByteArray()}) {
        Headers request;
        if (!origin.isEmpty()) request.add("Origin", origin);
        Response response;
        decorate(response, request, false, origins);
        QCOMPARE(response.headers.value("Access-Control-Allow-Origin"),
                 origins.contains(origin) ? origin : QByteArray());
        QCOMPARE(response.headers.value("Vary"), QByteArray("Origin")); // a cache must not mix them up
        QVERIFY(!response.headers.contains("Access-Control-Allow-Credentials"));
    }
}

void TestDecoration::aPreflight_isAnsweredForConfiguredSitesOnly_data()
{
    QTest::addColumn<QByteArrayList>("origins");
    QTest::addColumn<QByteArray>("origin");
    QTest::addColumn<int>("status");
    QTest::newRow("ours") << QByteArrayList{"https://www.shop.ci"} << QByteArray("https://www.shop.ci") << 204;
    QTest::newRow("another") << QByteArrayList{"https://www.shop.ci"} << QByteArray("https://evil.ci") << 405;
    QTest::newRow("longer") << QByteArrayList{"https://www.shop.ci"} << QByteArray("https://www.shop.ci.evil.ci")
                            << 405;
    QTest::newRow("nobody is") << QByteArrayList() << QByteArray("https://www.shop.ci") << 405;
    QTest::newRow("null") << QByteArrayList{"https://www.shop.ci"} << QByteArray("null") << 405;
}

void TestDecoration::aPreflight_isAnsweredForConfiguredSitesOnly()
{
    QFETCH(const QByteArrayList, origins);
    QFETCH(const QByteArray, origin);
    Fixture fixture;
    QVERIFY(fixture.start());
    fixture.server->allowOrigins(origins);
    Client client(fixture.port);
    client.send("OPTIONS /echo HTTP/1.1\r\nHost: h\r\nOrigin: " + origin
                + "\r\nAccess-Control-Request-Method: POST\r\n\r\n");
    QTRY_COMPARE(client.answers().size(), 1);
    const http::Answer answer = client.answers().first();
    QTEST(answer.status, "status");
    const bool isAllowed = answer.status == 204;
    QCOMPARE(answer.headers.value("Access-Control-Allow-Origin"), isAllowed ? origin : QByteArray());
    QCOMPARE(answer.headers.hasToken("Access-Control-Allow-Headers", "Authorization"), isAllowed);
}

QTEST_GUILESS_MAIN(TestDecoration)
#include "tst_decoration.moc"
