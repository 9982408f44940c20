// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/http/router.h"

#include <QTest>

using namespace akwaba::http;

class TestRouter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aPath_findsItsHandler_data();
    void aPath_findsItsHandler();
    void namedSegments_areDecoded();
    void anotherMethod_isToldWhichOnesThereAre();
    void aWebSocketPath_asksForAnUpgrade();
    void aDroppedResponder_answers500();

private:
    [[nodiscard]] Response ask(const QByteArray &method, const QByteArray &path) const;

    Router m_router;
};

void TestRouter::init()
{
    m_router = Router();
    const auto says = [](const QByteArray &word) {
        return [word](const Request &request, Responder responder) {
            responder.answer(textResponse(200, word + request.parameters.value(QStringLiteral("blob")).toUtf8()));
        };
    };
    m_router.add("GET", QStringLiteral("/"), says("root"));
    m_router.add("GET", QStringLiteral("/jmap"), says("session"));
    m_router.add("POST", QStringLiteral("/jmap"), says("api"));
    m_router.add("GET", QStringLiteral("/blob/{account}/{blob}"), says("blob "));
    m_router.add("GET", QStringLiteral("/dropped"), [](const Request &, const Responder &) { });
    m_router.addUpgrade(QStringLiteral("/push"),
                        {.decide = [](const Request &) { return textResponse(101); },
                         .accepted = [](const Request &, const std::unique_ptr<QWebSocket> &) {},
                         .subprotocols = {QStringLiteral("jmap")}});
}

Response TestRouter::ask(const QByteArray &method, const QByteArray &path) const
{
    Response answer;
    Request request;
    request.method = method;
    request.path = path;
    m_router.dispatch(request, Responder([&answer](const Response &response) { answer = response; }));
    return answer;
}

void TestRouter::aPath_findsItsHandler_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("root") << QByteArray("GET") << QByteArray("/") << 200 << QByteArray("root");
    QTest::newRow("by method") << QByteArray("POST") << QByteArray("/jmap") << 200 << QByteArray("api");
    QTest::newRow("HEAD is GET") << QByteArray("HEAD") << QByteArray("/jmap") << 200 << QByteArray("session");
    QTest::newRow("encoded") << QByteArray("GET") << QByteArray("/j%6dap") << 200 << QByteArray("session");
    QTest::newRow("unknown") << QByteArray("GET") << QByteArray("/nothing") << 404 << QByteArray("Not Found\n");
    QTest::newRow("trailing slash") << QByteArray("GET") << QByteArray("/jmap/") << 404 << QByteArray("Not Found\n");
    for (const char *path :
         {"/../etc", "/%2e%2E/etc", "/a/./b", "/a%00b", "/%ff", "/a%0ab", "/jmap%c3", "/blob/a/%e2%82"})
        QTest::newRow(path) << QByteArray("GET") << QByteArray(path) << 400 << QByteArray("Bad Request\n");
}

void TestRouter::aPath_findsItsHandler()
{
    QFETCH(const QByteArray, method);
    QFETCH(const QByteArray, path);
    const Response response = ask(method, path);
    QTEST(response.status, "status");
    QTEST(response.body, "body");
}

void TestRouter::namedSegments_areDecoded()
{
    QCOMPARE(ask("GET", "/blob/a1/caf%C3%A9%20noir").body, QByteArray("blob café noir"));
    QCOMPARE(ask("GET", "/blob/a1/").status, 404);
}

void TestRouter::anotherMethod_isToldWhichOnesThereAre()
{
    const Response response = ask("DELETE", "/jmap");
    QCOMPARE(response.status, 405);
    QCOMPARE(response.headers.value("Allow"), QByteArray("GET, HEAD, POST"));
}

void TestRouter::aWebSocketPath_asksForAnUpgrade()
{
    const Response response = ask("GET", "/push");
    QCOMPARE(response.status, 426);
    QCOMPARE(response.headers.value("Upgrade"), QByteArray("websocket"));
    QCOMPARE(m_router.subprotocols(), QStringList{QStringLiteral("jmap")});
}

void TestRouter::aDroppedResponder_answers500() { QCOMPARE(ask("GET", "/dropped").status, 500); }

QTEST_GUILESS_MAIN(TestRouter)
#include "tst_router.moc"
