// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/http/proxies.h"
#include "httpfixture.h"

#include <QTest>

using namespace akwaba::http;
using namespace Qt::StringLiterals;

class TestProxies : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theClient_isTheLastWhoIsNotTrusted_data();
    void theClient_isTheLastWhoIsNotTrusted();
    void withoutTrust_nothingIsBelieved();
    void whichWasEncrypted_isSaidByTheProxy();
    void aRequest_carriesItsClient();
};

namespace {

const QStringList trusted{u"127.0.0.1"_s, u"10.0.0.0/8"_s, u"fd00::/8"_s};

Headers headersOf(const QByteArray &name, const QByteArray &value)
{
    Headers headers;
    headers.add(name, value);
    return headers;
}

} // namespace

void TestProxies::theClient_isTheLastWhoIsNotTrusted_data()
{
    QTest::addColumn<QString>("peer");
    QTest::addColumn<QByteArray>("forwarded");
    QTest::addColumn<QByteArray>("older");
    QTest::addColumn<QString>("client");
    const auto row = [](const char *name, const QByteArray &forwarded, const QByteArray &older, const QString &client,
                        const QString &peer = u"127.0.0.1"_s) {
        QTest::newRow(name) << peer << forwarded << older << client;
    };
    row("nobody says", {}, {}, u"127.0.0.1"_s);
    row("one entry", "for=192.0.2.60;proto=http;by=203.0.113.43", {}, u"192.0.2.60"_s);
    row("a name in capitals", "For=192.0.2.60", {}, u"192.0.2.60"_s);
    row("IPv6 with a port", R"(for="[2001:db8::17]:4711")", {}, u"2001:db8::17"_s);
    row("IPv4 with a port", R"(for="192.0.2.60:80")", {}, u"192.0.2.60"_s);
    row("IPv4 in IPv6", R"(for="[::ffff:192.0.2.60]")", {}, u"192.0.2.60"_s);
    row("what he wrote himself", "for=198.51.100.1, for=192.0.2.60", {}, u"192.0.2.60"_s);
    row("a chain of ours", "for=198.51.100.1, for=192.0.2.60, for=10.1.2.3", {}, u"192.0.2.60"_s);
    row("all are ours", "for=10.0.0.9, for=10.1.2.3", {}, u"10.0.0.9"_s);
    row("he claims to be ours", "for=10.0.0.9, for=192.0.2.60", {}, u"192.0.2.60"_s);
    row("hidden", "for=_secret", {}, u"127.0.0.1"_s);
    row("unknown behind one of ours", "for=unknown, for=10.1.2.3", {}, u"10.1.2.3"_s);
    row("nonsense", "for=;;=,,", {}, u"127.0.0.1"_s);
    row("a quote that swallows", R"(for="x, for=192.0.2.60)", {}, u"127.0.0.1"_s);
    row("a quote that swallows behind another entry", R"(for=198.51.100.1;x="a, for=192.0.2.60)", {}, u"127.0.0.1"_s);
    row("a comma in quotes", R"(for="1.2.3.4, for=5.6.7.8";x=1, for=192.0.2.60)", {}, u"192.0.2.60"_s);
    row("an escaped quote", R"(for="\", for=192.0.2.60)", {}, u"127.0.0.1"_s);
    row("older", {}, "192.0.2.60", u"192.0.2.60"_s);
    row("older, what he wrote himself", {}, "198.51.100.1, 192.0.2.60", u"192.0.2.60"_s);
    row("older, a chain", {}, "192.0.2.60,10.1.2.3", u"192.0.2.60"_s);
    row("older, IPv6", {}, "2001:db8::17", u"2001:db8::17"_s);
    row("older, empty", {}, "", u"127.0.0.1"_s);
    row("both agree", "for=192.0.2.60", "192.0.2.60", u"192.0.2.60"_s);
    row("one is an invention", "for=198.51.100.1", "192.0.2.60", u"127.0.0.1"_s);
    row("no proxy of ours", "for=198.51.100.1", "198.51.100.1", u"192.0.2.60"_s, u"192.0.2.60"_s);
    row("a proxy in a network", "for=192.0.2.60", {}, u"192.0.2.60"_s, u"10.200.0.1"_s);
    row("a proxy on a socket of both kinds", "for=192.0.2.60", {}, u"192.0.2.60"_s, u"::ffff:127.0.0.1"_s);
    row("a proxy of IPv6", {}, "192.0.2.60", u"192.0.2.60"_s, u"fd12::1"_s);
}

void TestProxies::theClient_isTheLastWhoIsNotTrusted()
{
    QFETCH(const QString, peer);
    QFETCH(const QByteArray, forwarded);
    QFETCH(const QByteArray, older);
    QFETCH(const QString, client);
    Headers headers;
    if (!forwarded.isNull()) headers.add("Forwarded", forwarded);
    if (!older.isNull()) headers.add("X-Forwarded-For", older);
    QCOMPARE(Proxies(trusted).originOf(QHostAddress(peer), headers).client.toString(), client);
}

void TestProxies::withoutTrust_nothingIsBelieved()
{
    const QHostAddress peer(QHostAddress::LocalHost);
    const Origin origin = Proxies().originOf(peer, headersOf("Forwarded", "for=192.0.2.60;proto=https"));
    QCOMPARE(origin.client, peer);
    QVERIFY(!origin.secure);
}

void TestProxies::whichWasEncrypted_isSaidByTheProxy()
{
    const Proxies proxies(trusted);
    const QHostAddress peer(QHostAddress::LocalHost);
    QCOMPARE(proxies.originOf(peer, headersOf("Forwarded", "for=192.0.2.60;proto=https")).secure, true);
    QCOMPARE(proxies.originOf(peer, headersOf("Forwarded", "for=192.0.2.60;proto=http")).secure, false);
    QVERIFY(!proxies.originOf(peer, headersOf("Forwarded", "for=192.0.2.60")).secure);
    // The client's own word stands before that of the proxy.
    const auto lied = headersOf("Forwarded", "for=192.0.2.60;proto=https, for=192.0.2.60;proto=http");
    QCOMPARE(proxies.originOf(peer, lied).secure, false);
    Headers older = headersOf("X-Forwarded-For", "192.0.2.60");
    older.add("X-Forwarded-Proto", "https");
    QCOMPARE(proxies.originOf(peer, older).secure, true);
}

void TestProxies::aRequest_carriesItsClient()
{
    Fixture fixture;
    fixture.router.add("GET", u"/who"_s, [](const Request &request, Responder responder) {
        responder.answer(textResponse(200, request.client.toString().toLatin1() + (request.secure ? " s" : "")));
    });
    for (const bool trusts : {false, true}) {
        QVERIFY(fixture.start());
        if (trusts) fixture.server->trustProxies(Proxies({u"127.0.0.1"_s}));
        Client client(fixture.port);
        client.send("GET /who HTTP/1.1\r\nHost: h\r\nForwarded: for=192.0.2.60;proto=https\r\n\r\n");
        QTRY_COMPARE(client.answers().size(), 1);
        QCOMPARE(client.answers().first().body, trusts ? QByteArray("192.0.2.60 s") : QByteArray("127.0.0.1"));
    }
}

QTEST_GUILESS_MAIN(TestProxies)
#include "tst_proxies.moc"
