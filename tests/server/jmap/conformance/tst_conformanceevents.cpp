// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/http/stream.h"
#include "conformancefixture.h"

#include <QSignalSpy>

using namespace akwaba;
using namespace akwaba::jmap;
using namespace Qt::StringLiterals;

/// RFC 8620 2 (session) and 7 (push), as far as they bind a server: event streams; WebSockets are tst_push's.
class TestConformanceEvents : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void s2_theSession_hasEveryProperty();
    void s7_3_theUrl_hasItsVariables();
    void s7_3_aState_isPushedWithItsId();
    void s7_3_types_filterWhatIsPushed();
    void s7_3_whatIsOutOfSight_isNotPushed();
    void s7_3_closeAfterState_endsTheAnswer();
    void s7_3_lastEventId_bringsWhatWasMissed();
    void s7_3_ping_comesWithItsIntervalAndNoId();
    void s7_3_ping_isClamped();
    void s7_3_wrongVariables_areRefused_data();
    void s7_3_wrongVariables_areRefused();
    void s7_3_aStranger_isNotLetIn();
    void s7_2_pushSubscriptions_areNotOffered();
    void aRevokedToken_endsTheStream();
    void anAgentWhoIsDisabled_losesHisStream();
    void aClientThatLeaves_isForgotten();
    void aClientThatDoesNotRead_isDropped();
    void tooManyStreamsOfADevice_areRefused();
    void head_opensNoStream();
    void aServerThatCloses_endsTheStreams();

private:
    std::shared_ptr<http::Stream> m_flood;
};

namespace {

struct Event {
    QByteArray name;
    QByteArray id;
    QJsonObject data;
};

/// A stream as a browser reads it.
struct Listener : http::Client {
    Listener(const ConformanceFixture &fixture, const QByteArray &variables, const QByteArray &more = {})
        : http::Client(fixture.port)
    {
        send("GET /jmap/eventsource/?" + variables + " HTTP/1.1\r\nHost: h\r\nAuthorization: " + fixture.token + "\r\n"
             + more + "\r\n");
    }
    /// Its head is here, and with it what the server posted to itself behind it.
    [[nodiscard]] bool opened() const
    {
        return QTest::qWaitFor([this] { return received.contains("\r\n\r\n"); });
    }
    [[nodiscard]] QList<Event> events() const
    {
        QList<Event> all;
        QByteArray rest = received.mid(received.indexOf("\r\n\r\n") + 4);
        for (qsizetype end = rest.indexOf("\n\n"); end >= 0; end = rest.indexOf("\n\n")) {
            Event event;
            for (const QByteArray &line : rest.first(end).split('\n')) {
                const qsizetype colon = line.indexOf(": ");
                const QByteArray value = line.mid(colon + 2);
                if (line.startsWith("event")) event.name = value;
                if (line.startsWith("id")) event.id = value;
                if (line.startsWith("data")) event.data = QJsonDocument::fromJson(value).object();
            }
            rest = rest.mid(end + 2);
            all.append(event);
        }
        return all;
    }
};

constexpr char everything[] = "types=*&closeafter=no&ping=0";

} // namespace

void TestConformanceEvents::s2_theSession_hasEveryProperty()
{
    ConformanceFixture f;
    const QJsonObject session = objectIn(f.ask("GET", "/.well-known/jmap"));
    for (const QString &name : {u"capabilities"_s, u"accounts"_s, u"primaryAccounts"_s, u"username"_s, u"apiUrl"_s,
                                u"downloadUrl"_s, u"uploadUrl"_s, u"eventSourceUrl"_s, u"state"_s})
        QVERIFY2(session.contains(name), qPrintable(name));
    const QJsonObject core = session[u"capabilities"_s][u"urn:ietf:params:jmap:core"_s].toObject();
    const Settings settings = ConformanceFixture::settings();
    QCOMPARE(core[u"maxSizeUpload"_s].toInteger(), settings.maxSizeUpload);
    QCOMPARE(core[u"maxConcurrentUpload"_s].toInt(), settings.maxConcurrentUpload);
    QCOMPARE(core[u"maxSizeRequest"_s].toInteger(), settings.maxSizeRequest);
    QCOMPARE(core[u"maxConcurrentRequests"_s].toInt(), settings.maxConcurrentRequests);
    QCOMPARE(core[u"maxCallsInRequest"_s].toInt(), settings.maxCallsInRequest);
    QCOMPARE(core[u"maxObjectsInGet"_s].toInt(), settings.maxObjectsInGet);
    QCOMPARE(core[u"maxObjectsInSet"_s].toInt(), settings.maxObjectsInSet);
    QVERIFY(core[u"collationAlgorithms"_s].toArray().isEmpty());
    QCOMPARE(session[u"primaryAccounts"_s].toObject(), (QJsonObject{{ConformanceFixture::vendor(), u"company"_s}}));
    const QJsonObject account = session[u"accounts"_s][u"company"_s].toObject();
    for (const QString &name : {u"name"_s, u"isPersonal"_s, u"isReadOnly"_s, u"accountCapabilities"_s})
        QVERIFY2(account.contains(name), qPrintable(name));
    QCOMPARE(f.request(R"([["Core/echo",{},"0"]])")[u"sessionState"_s], session[u"state"_s]);
}

void TestConformanceEvents::s7_3_theUrl_hasItsVariables()
{
    ConformanceFixture f;
    const QString url = objectIn(f.ask("GET", "/jmap/session"))[u"eventSourceUrl"_s].toString();
    QCOMPARE(url, u"http://desk.local/jmap/eventsource/?types={types}&closeafter={closeafter}&ping={ping}"_s);
}

void TestConformanceEvents::s7_3_aState_isPushedWithItsId()
{
    ConformanceFixture f;
    Listener listener(f, everything);
    QVERIFY(listener.opened());
    QVERIFY(listener.received.contains("Content-Type: text/event-stream"));
    QVERIFY(!listener.received.contains("Content-Length"));
    f.StoreFixture::ticket(f.printing.id);
    QTRY_COMPARE(listener.events().size(), 1);
    const Event event = listener.events().first();
    QCOMPARE(event.name, "state");
    QCOMPARE(event.id, f.state().toLatin1());
    QCOMPARE(event.data[u"@type"_s].toString(), u"StateChange"_s);
    QCOMPARE(event.data[u"changed"_s][u"company"_s][u"Ticket"_s].toString(), f.stateOf("Ticket"));
    f.clock.advance(ConformanceFixture::settings().pushEvery);
    f.message(f.ticket.id);
    QTRY_COMPARE(listener.events().size(), 2);
    const QJsonObject changed = listener.events().last().data[u"changed"_s][u"company"_s].toObject();
    QVERIFY(changed.contains(u"Message"_s) && !changed.contains(u"Ticket"_s));
}

void TestConformanceEvents::s7_3_types_filterWhatIsPushed()
{
    ConformanceFixture f;
    Listener listener(f, "types=Customer,Ticket&closeafter=no&ping=0");
    QVERIFY(listener.opened());
    f.message(f.ticket.id);
    f.clock.advance(ConformanceFixture::settings().pushEvery);
    f.StoreFixture::ticket(f.printing.id);
    QTRY_COMPARE(listener.events().size(), 1);
    QCOMPARE(listener.events().first().data[u"changed"_s][u"company"_s].toObject().keys(), QStringList{u"Ticket"_s});
}

void TestConformanceEvents::s7_3_whatIsOutOfSight_isNotPushed()
{
    ConformanceFixture f;
    Listener listener(f, everything);
    QVERIFY(listener.opened());
    f.StoreFixture::ticket(f.legal.id);
    f.StoreFixture::ticket(f.printing.id);
    QTRY_COMPARE(listener.events().size(), 1); // of the second: the first would have come before it
    QCOMPARE(listener.events().first().id, f.state().toLatin1());
}

void TestConformanceEvents::s7_3_closeAfterState_endsTheAnswer()
{
    ConformanceFixture f;
    Listener listener(f, "types=*&closeafter=state&ping=0");
    QVERIFY(listener.opened());
    f.StoreFixture::ticket(f.printing.id);
    QTRY_VERIFY(listener.isClosed());
    QCOMPARE(listener.events().size(), 1);
    QTRY_COMPARE(f.api.events().sessionCount(), 0U);
}

void TestConformanceEvents::s7_3_lastEventId_bringsWhatWasMissed()
{
    ConformanceFixture f;
    const QByteArray before = f.state().toLatin1();
    f.StoreFixture::ticket(f.printing.id);
    Listener missed(f, everything, "Last-Event-ID: " + before + "\r\n");
    QTRY_COMPARE(missed.events().size(), 1);
    QVERIFY(missed.events().first().data[u"changed"_s][u"company"_s].toObject().contains(u"Ticket"_s));
    QVERIFY(!missed.events().first().data[u"changed"_s][u"company"_s].toObject().contains(u"Customer"_s));
    Listener strange(f, everything, "Last-Event-ID: nonsense\r\n"); // whoever knows nothing is told of everything
    QTRY_COMPARE(strange.events().size(), 1);
    QVERIFY(strange.events().first().data[u"changed"_s][u"company"_s].toObject().contains(u"Customer"_s));
    Listener current(f, everything, "Last-Event-ID: " + f.state().toLatin1() + "\r\n");
    QVERIFY(current.opened());
    f.message(f.ticket.id);
    QTRY_COMPARE(current.events().size(), 1);
    QVERIFY(!current.events().first().data[u"changed"_s][u"company"_s].toObject().contains(u"Ticket"_s));
}

void TestConformanceEvents::s7_3_ping_comesWithItsIntervalAndNoId()
{
    ConformanceFixture f;
    Settings settings = ConformanceFixture::settings();
    settings.pingLeast = std::chrono::seconds(1);
    EventSession::Wishes wishes;
    wishes.ping = std::chrono::seconds(1);
    const auto stream = std::make_shared<http::Stream>();
    QByteArray sent;
    connect(stream.get(), &http::Stream::piece, this, [&sent](const QByteArray &bytes) { sent += bytes; });
    Doorkeeper doorkeeper(*f.store);
    const Authenticator authenticator(*f.store, doorkeeper, false);
    Herald herald(*f.store);
    const StateWatch::Surroundings around{*f.store, authenticator, settings, herald};
    EventSession session(stream, std::make_unique<StateWatch>(around, http::Headers(), f.caller(f.awa.id)), wishes,
                         nullptr, nullptr);
    session.begin();
    QTRY_COMPARE(sent, "event: ping\ndata: {\"interval\":1}\n\n");
}

void TestConformanceEvents::s7_3_ping_isClamped()
{
    const Settings settings;
    QVERIFY(settings.pingLeast <= std::chrono::seconds(30));
    QVERIFY(settings.pingMost >= std::chrono::seconds(300));
}

void TestConformanceEvents::s7_3_wrongVariables_areRefused_data()
{
    QTest::addColumn<QByteArray>("variables");
    for (const char *wrong :
         {"", "closeafter=no&ping=0", "types=*&ping=0", "types=*&closeafter=maybe&ping=0", "types=*&closeafter=no",
          "types=*&closeafter=no&ping=-1", "types=*&closeafter=no&ping=often", "types=&closeafter=no&ping=0"})
        QTest::newRow(*wrong == '\0' ? "none" : wrong) << QByteArray(wrong);
}

void TestConformanceEvents::s7_3_wrongVariables_areRefused()
{
    QFETCH(const QByteArray, variables);
    ConformanceFixture f;
    const http::Answer answer = f.ask("GET", "/jmap/eventsource/?" + variables);
    QCOMPARE(answer.status, 400);
    QCOMPARE(answer.headers.value("Content-Type"), "application/problem+json");
}

void TestConformanceEvents::s7_3_aStranger_isNotLetIn()
{
    ConformanceFixture f;
    f.token = "Bearer guess";
    QCOMPARE(f.ask("GET", QByteArray("/jmap/eventsource/?") + everything).status, 401);
}

void TestConformanceEvents::s7_2_pushSubscriptions_areNotOffered()
{
    ConformanceFixture f;
    const QJsonArray answers = f.call(R"([["PushSubscription/get",{"ids":null},"0"],["PushSubscription/set",{},"1"]])");
    QCOMPARE(errorIn(answers, 0), u"unknownMethod"_s);
    QCOMPARE(errorIn(answers, 1), u"unknownMethod"_s);
}

void TestConformanceEvents::aRevokedToken_endsTheStream()
{
    ConformanceFixture f;
    Listener listener(f, everything);
    QVERIFY(listener.opened());
    QCOMPARE(f.ask("POST", "/auth/logout").status, 204);
    QTRY_VERIFY(listener.isClosed());
    QVERIFY(listener.events().isEmpty());
}

void TestConformanceEvents::anAgentWhoIsDisabled_losesHisStream()
{
    ConformanceFixture f;
    Listener listener(f, "types=Product&closeafter=no&ping=0");
    QVERIFY(listener.opened());
    f.awa.active = false;
    f.put(f.awa);
    QTRY_VERIFY(listener.isClosed());
    QVERIFY(listener.events().isEmpty());
}

void TestConformanceEvents::aClientThatLeaves_isForgotten()
{
    ConformanceFixture f;
    auto listener = std::make_unique<Listener>(f, everything);
    QVERIFY(listener->opened());
    listener.reset();
    QTRY_COMPARE(f.api.events().sessionCount(), 0U);
    f.StoreFixture::ticket(f.printing.id); // nobody is told
}

void TestConformanceEvents::aClientThatDoesNotRead_isDropped()
{
    ConformanceFixture f;
    f.router.add("GET", u"/flood"_s, [this](const http::Request &, http::Responder responder) {
        http::Response response;
        response.stream = std::make_shared<http::Stream>();
        m_flood = response.stream;
        responder.answer(response);
    });
    http::Client client(f.port);
    client.socket.setReadBufferSize(1); // it leaves in the kernel what comes
    client.send("GET /flood HTTP/1.1\r\nHost: h\r\n\r\n");
    QTRY_VERIFY(m_flood);
    bool dropped = false;
    connect(m_flood.get(), &http::Stream::closed, this, [&dropped] { dropped = true; });
    const QByteArray piece(100'000, 'x');
    for (int i = 0; i < 1000 && !dropped; ++i) {
        m_flood->send(piece);
        QCoreApplication::sendPostedEvents();
    }
    QVERIFY(dropped);
    m_flood.reset();
}

void TestConformanceEvents::tooManyStreamsOfADevice_areRefused()
{
    ConformanceFixture f;
    std::vector<std::unique_ptr<Listener>> all;
    for (int i = 0; i < ConformanceFixture::settings().maxEventStreams; ++i)
        all.push_back(std::make_unique<Listener>(f, everything));
    QTRY_COMPARE(f.api.events().sessionCount(), all.size());
    QCOMPARE(f.ask("GET", QByteArray("/jmap/eventsource/?") + everything).status, 429);
    all.pop_back();
    QTRY_COMPARE(f.api.events().sessionCount(), all.size());
    Listener another(f, everything);
    QTRY_VERIFY(another.received.startsWith("HTTP/1.1 200"));
}

void TestConformanceEvents::head_opensNoStream()
{
    ConformanceFixture f;
    QCOMPARE(f.ask("HEAD", QByteArray("/jmap/eventsource/?") + everything).status, 200);
    QTRY_COMPARE(f.api.events().sessionCount(), 0U);
}

void TestConformanceEvents::aServerThatCloses_endsTheStreams()
{
    ConformanceFixture f;
    Listener listener(f, everything);
    QVERIFY(listener.opened());
    QSignalSpy drained(&f.server, &http::Server::drained);
    f.server.close();
    QTRY_COMPARE(drained.size(), 1);
    QTRY_VERIFY(listener.isClosed());
}

QTEST_GUILESS_MAIN(TestConformanceEvents)
#include "tst_conformanceevents.moc"
