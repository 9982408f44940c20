// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/http/server.h"
#include "app/server/store/sessions.h"
#include "jmapfixture.h"

#include <QTest>
#include <QWebSocket>
#include <QWebSocketHandshakeOptions>

using namespace akwaba;
using namespace akwaba::jmap;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Where an agent is logged in, and how that ends: for requests and for open sockets, here and in other processes.
class TestDevices : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theList_saysWhereAnAgentIsLoggedIn();
    void onlyAnAdministrator_seesThoseOfAnother();
    void aRevokedDevice_isOutForGood();
    void anothersDevice_cannotBeRevoked();
    void anAdministrator_revokesAny();
    void oneSeenLater_isWrittenDownNowAndThen();
    void revoking_endsTheOpenSocket();
    void revokingInAnotherProcess_endsTheOpenSocket();
    void disablingInAnotherProcess_endsTheOpenSocket();
    void loggingOutInAnotherProcess_endsTheOpenSocket();
    void aNewPassword_endsOtherSocketsOnly();
};

namespace {

/// A console's socket, which need not have asked for hints.
struct OpenSocket {
    OpenSocket(const QByteArray &token, quint16 port)
    {
        QNetworkRequest request(QUrl(u"ws://127.0.0.1:%1/jmap/ws"_s.arg(port)));
        request.setRawHeader("Authorization", token);
        QWebSocketHandshakeOptions options;
        options.setSubprotocols({u"jmap"_s});
        socket.open(request, options);
    }
    [[nodiscard]] bool isOpen() const { return socket.state() == QAbstractSocket::ConnectedState; }

    QWebSocket socket;
};

struct Office : JmapFixture {
    Office() : server(router, clock), port(must(server.listen(QHostAddress::LocalHost, 0)))
    {
        device = logIn().value(u"device"_s).toString();
    }
    [[nodiscard]] http::Response get(const QByteArray &path) { return ask("GET", path, {}, token); }
    [[nodiscard]] http::Response revoke(const QString &which)
    {
        return ask("POST", "/auth/devices/revoke", QJsonDocument(QJsonObject{{u"device"_s, which}}).toJson(), token);
    }
    [[nodiscard]] QJsonArray devices(const QByteArray &query = {})
    {
        return objectIn(get("/auth/devices" + query)).value(u"devices"_s).toArray();
    }
    /// A session without the HTTP around it.
    store::Login sessionOf(const Agent &agent) { return must(store->openSession(agent.id, {u"Poste 9"_s, {}, {}})); }
    void signInAs(const Agent &agent) { token = "Bearer " + sessionOf(agent).token.toLatin1(); }
    [[nodiscard]] bool isLetIn() { return get("/jmap/session").status == 200; }
    /// The same data in another process, which did something; this one looks for it as it does every half second.
    template <class F> void elsewhere(F act)
    {
        const auto other = must(store::Store::open(place, clock, random));
        act(*other);
        store->noticeOthers();
    }
    [[nodiscard]] bool opens(const OpenSocket &socket)
    {
        return QTest::qWaitFor([&] { return socket.isOpen() && api.push().sessionCount() > 0; });
    }

    http::Server server;
    quint16 port;
    QString device;
};

} // namespace

void TestDevices::theList_saysWhereAnAgentIsLoggedIn()
{
    Office office;
    const QString first = office.device;
    office.clock.advance(24h);
    office.logIn();
    office.clock.advance(24h);
    office.logIn(first);
    const QJsonArray devices = office.devices();
    QCOMPARE(devices.size(), 2);
    const QJsonObject own = devices.at(0).toObject();
    QCOMPARE(own.value(u"id"_s).toString(), first);
    QCOMPARE(own.value(u"name"_s).toString(), u"Poste 4"_s);
    QCOMPARE(own.value(u"version"_s).toString(), u"0.1.0"_s);
    QCOMPARE(own.value(u"state"_s).toString(), u"active"_s);
    QCOMPARE(own.value(u"createdAt"_s).toString(), u"2026-11-23T09:00:00.000Z"_s);
    QCOMPARE(own.value(u"lastSeenAt"_s).toString(), u"2026-11-25T09:00:00.000Z"_s);
    QVERIFY(own.value(u"isCurrent"_s).toBool());
    QVERIFY(!devices.at(1).toObject().value(u"isCurrent"_s).toBool());
}

void TestDevices::onlyAnAdministrator_seesThoseOfAnother()
{
    Office office;
    const Agent koffi = office.agent(u"Koffi"_s, {}, {Role::Supervisor});
    const Agent boss = office.agent(u"Boss"_s, {}, {Role::Administrator});
    const QByteArray query = "?agent=" + office.awa.id.value.toLatin1();
    office.signInAs(koffi);
    QCOMPARE(office.get("/auth/devices" + query).status, 403);
    QCOMPARE(office.devices().size(), 1); // his own
    office.signInAs(boss);
    QCOMPARE(office.devices(query).size(), 1);
    QCOMPARE(office.devices(query).at(0).toObject().value(u"id"_s).toString(), office.device);
    office.token = {};
    QCOMPARE(office.get("/auth/devices").status, 401);
}

void TestDevices::aRevokedDevice_isOutForGood()
{
    Office office;
    const QByteArray lost = office.token;
    const QString device = office.device;
    office.logIn();
    QCOMPARE(office.revoke(device).status, 204);
    QVERIFY(office.isLetIn());
    QCOMPARE(office.find<Device>(DeviceId{device})->state, DeviceState::Revoked);
    office.token = lost;
    QVERIFY(!office.isLetIn());
    QVERIFY(office.logIn(device).value(u"device"_s).toString() != device); // with the password: as a new one
}

void TestDevices::anothersDevice_cannotBeRevoked()
{
    Office office;
    const QByteArray his = office.token;
    office.signInAs(office.agent(u"Koffi"_s, {}, {Role::Supervisor}));
    QCOMPARE(office.revoke(office.device).status, 404);
    QCOMPARE(office.revoke(office.id<DeviceId>().value).status, 404);
    office.token = his;
    QVERIFY(office.isLetIn());
}

void TestDevices::anAdministrator_revokesAny()
{
    Office office;
    const QByteArray his = office.token;
    office.signInAs(office.agent(u"Boss"_s, {}, {Role::Administrator}));
    QCOMPARE(office.revoke(office.device).status, 204);
    office.token = his;
    QVERIFY(!office.isLetIn());
}

void TestDevices::oneSeenLater_isWrittenDownNowAndThen()
{
    Office office;
    const DeviceId device{office.device};
    const auto seen = [&] {
        const bool letIn = office.isLetIn();
        office.store->flush();
        return letIn ? office.find<Device>(device)->lastSeenAt : QDateTime();
    };
    const QDateTime start = office.clock.now();
    office.clock.advance(9min);
    QCOMPARE(seen(), start);
    const QString before = office.state();
    office.clock.advance(11min);
    QCOMPARE(seen(), start.addSecs(20 * 60));
    QVERIFY(office.state() != before);
    const QString after = office.state();
    office.clock.advance(9min);
    QCOMPARE(seen(), start.addSecs(20 * 60));
    QCOMPARE(office.state(), after); // and writes nothing meanwhile
}

void TestDevices::revoking_endsTheOpenSocket()
{
    Office office;
    const OpenSocket console(office.token, office.port);
    QVERIFY(office.opens(console));
    office.logIn();
    QCOMPARE(office.revoke(office.device).status, 204);
    QTRY_COMPARE(console.socket.state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(console.socket.closeCode(), QWebSocketProtocol::CloseCodePolicyViolated);
}

void TestDevices::revokingInAnotherProcess_endsTheOpenSocket()
{
    Office office;
    const OpenSocket console(office.token, office.port);
    QVERIFY(office.opens(console));
    office.elsewhere([&office](store::Store &other) {
        Office::must(other.write(
            [&office](store::Writer &writer) { return store::revokeDevice(writer, DeviceId{office.device}, {}); }));
    });
    QTRY_COMPARE(console.socket.state(), QAbstractSocket::UnconnectedState);
    QTRY_COMPARE(office.api.push().sessionCount(), 0U);
}

void TestDevices::disablingInAnotherProcess_endsTheOpenSocket()
{
    Office office;
    const OpenSocket console(office.token, office.port);
    QVERIFY(office.opens(console));
    office.elsewhere([&office](store::Store &other) { Office::must(other.setActive(office.awa.id, false)); });
    QTRY_COMPARE(console.socket.state(), QAbstractSocket::UnconnectedState);
}

void TestDevices::loggingOutInAnotherProcess_endsTheOpenSocket()
{
    Office office;
    const OpenSocket console(office.token, office.port);
    QVERIFY(office.opens(console));
    office.elsewhere(
        [&office](store::Store &other) { Office::must(other.logOut(QString::fromLatin1(office.token.mid(7)))); });
    QTRY_COMPARE(console.socket.state(), QAbstractSocket::UnconnectedState);
}

void TestDevices::aNewPassword_endsOtherSocketsOnly()
{
    Office office;
    const OpenSocket former(office.token, office.port);
    QVERIFY(office.opens(former));
    office.logIn();
    const OpenSocket own(office.token, office.port);
    QTRY_COMPARE(office.api.push().sessionCount(), 2U);
    const QJsonObject body{{u"old"_s, Office::password()}, {u"new"_s, u"quatre mots bien choisis"_s}};
    QCOMPARE(office.ask("POST", "/auth/password", QJsonDocument(body).toJson(), office.token).status, 204);
    QTRY_COMPARE(former.socket.state(), QAbstractSocket::UnconnectedState);
    QTRY_COMPARE(office.api.push().sessionCount(), 1U);
    QVERIFY(own.isOpen());
}

QTEST_GUILESS_MAIN(TestDevices)
#include "tst_devices.moc"
