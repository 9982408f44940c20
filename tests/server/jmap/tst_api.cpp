// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/jmap/session.h"
#include "jmapfixture.h"

#include <QTest>

using namespace akwaba;
using namespace akwaba::jmap;
using namespace Qt::StringLiterals;

/// What is there besides method calls: log-in, session, blobs, and requests that are none.
class TestApi : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void logIn_givesATokenThatLetsIn();
    void logIn_withAWrongPasswordGivesNothing();
    void logIn_keepsTheDeviceOfBefore();
    void logIn_doesNotTakeAnothersDevice();
    void logOut_endsTheToken();
    void nobody_getsIn_data();
    void nobody_getsIn();
    void basic_worksOnATestInstanceOnly();
    void theSession_hasAbsoluteUrlsAndTheVendorsCapability();
    void theSession_refusesAHostThatIsNone();
    void theSessionState_changesWithWhatItShows();
    void aRequestThatIsNone_isAProblem_data();
    void aRequestThatIsNone_isAProblem();
    void aBlob_comesBackToWhoMaySeeIt();
    void uploadsAtOnce_areCounted();
    void everyAnswer_namesTheDeviceToTheLog();
};

void TestApi::logIn_givesATokenThatLetsIn()
{
    JmapFixture fixture;
    const QJsonObject answer = fixture.logIn();
    QCOMPARE(answer.value(u"agent"_s).toString(), fixture.awa.id.value);
    QCOMPARE(answer.value(u"accountId"_s).toString(), u"company"_s);
    QCOMPARE(answer.value(u"serverTime"_s).toString(), u"2026-11-23T09:00:00.000Z"_s);
    const auto device = fixture.find<Device>(DeviceId{answer.value(u"device"_s).toString()});
    QVERIFY(device);
    QCOMPARE(device->name, u"Poste 4"_s);
    const http::Response session = fixture.ask("GET", "/jmap/session", {}, fixture.token);
    QCOMPARE(session.status, 200);
    QVERIFY(session.authenticated);
}

void TestApi::logIn_withAWrongPasswordGivesNothing()
{
    JmapFixture fixture;
    const auto attempt = [&fixture](const QByteArray &body) { return fixture.ask("POST", "/auth/login", body); };
    const http::Response wrong = attempt(R"({"email":"awa@akwaba.test","password":"guess"})");
    QCOMPARE(wrong.status, 401);
    QVERIFY(!wrong.authenticated);
    QCOMPARE(JmapFixture::objectIn(wrong).value(u"type"_s).toString(), u"unauthenticated"_s);
    const http::Response unknown = attempt(R"({"email":"nobody@akwaba.test","password":"guess"})");
    QCOMPARE(unknown.status, 401);
    QCOMPARE(unknown.body, wrong.body); // doesn't tell who exists
    QCOMPARE(attempt("nonsense").status, 400);
}

void TestApi::logIn_keepsTheDeviceOfBefore()
{
    JmapFixture fixture;
    const QString device = fixture.logIn().value(u"device"_s).toString();
    const QByteArray former = fixture.token;
    QCOMPARE(fixture.logIn(device).value(u"device"_s).toString(), device);
    QCOMPARE(fixture.ask("GET", "/jmap/session", {}, fixture.token).status, 200);
    QCOMPARE(fixture.ask("GET", "/jmap/session", {}, former).status, 401);
}

void TestApi::logIn_doesNotTakeAnothersDevice()
{
    JmapFixture fixture;
    const Agent koffi = fixture.agent(u"Koffi"_s, {fixture.legal.id});
    Device his;
    his.id = fixture.id<DeviceId>();
    his.agent = koffi.id;
    fixture.put(his);
    QVERIFY(fixture.logIn(his.id.value).value(u"device"_s).toString() != his.id.value);
    QCOMPARE(fixture.find<Device>(his.id)->agent, koffi.id);
}

void TestApi::logOut_endsTheToken()
{
    JmapFixture fixture;
    fixture.logIn();
    QCOMPARE(fixture.ask("POST", "/auth/logout", {}, fixture.token).status, 204);
    QCOMPARE(fixture.ask("GET", "/jmap/session", {}, fixture.token).status, 401);
    QCOMPARE(fixture.ask("POST", "/auth/logout", {}, fixture.token).status, 401);
}

void TestApi::nobody_getsIn_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::newRow("session") << QByteArray("GET") << QByteArray("/jmap/session");
    QTest::newRow("well-known") << QByteArray("GET") << QByteArray("/.well-known/jmap");
    QTest::newRow("api") << QByteArray("POST") << QByteArray("/jmap/api");
    QTest::newRow("upload") << QByteArray("POST") << QByteArray("/jmap/upload/company/");
    QTest::newRow("download") << QByteArray("GET") << QByteArray("/jmap/download/company/b1/a.txt");
    QTest::newRow("log-out") << QByteArray("POST") << QByteArray("/auth/logout");
}

void TestApi::nobody_getsIn()
{
    JmapFixture fixture;
    QFETCH(const QByteArray, method);
    QFETCH(const QByteArray, path);
    for (const QByteArray &authorization :
         QByteArrayList{QByteArray(), "Bearer guess", "Bearer ",
                        "Basic " + QByteArray("awa@akwaba.test:correct horse battery").toBase64()}) {
        const http::Response answer = fixture.ask(method, path, "{}", authorization);
        QCOMPARE(answer.status, 401);
        QCOMPARE(answer.headers.value("WWW-Authenticate"), QByteArray("Bearer"));
        QVERIFY(!answer.authenticated);
    }
}

void TestApi::basic_worksOnATestInstanceOnly()
{
    JmapFixture fixture;
    http::Router router;
    Settings settings = JmapFixture::settings();
    settings.basicAllowed = true;
    const Api api(router, *fixture.store, {}, settings);
    http::Request request;
    request.method = "GET";
    request.path = "/jmap/session";
    request.headers.add("Host", "h");
    request.headers.add("Authorization", "basic " + QByteArray("awa@akwaba.test:correct horse battery").toBase64());
    int status = 0;
    router.dispatch(request, http::Responder([&status](const http::Response &answer) { status = answer.status; }));
    QCOMPARE(status, 200);
    request.headers.set("Authorization", "basic " + QByteArray("awa@akwaba.test:guess").toBase64());
    router.dispatch(request, http::Responder([&status](const http::Response &answer) { status = answer.status; }));
    QCOMPARE(status, 401);
}

void TestApi::theSession_hasAbsoluteUrlsAndTheVendorsCapability()
{
    JmapFixture fixture;
    const QString device = fixture.logIn().value(u"device"_s).toString();
    const QJsonObject session = JmapFixture::objectIn(fixture.ask("GET", "/.well-known/jmap", {}, fixture.token));
    QCOMPARE(session.value(u"apiUrl"_s).toString(), u"http://desk.local:8080/jmap/api"_s);
    QCOMPARE(session.value(u"uploadUrl"_s).toString(), u"http://desk.local:8080/jmap/upload/{accountId}/"_s);
    QCOMPARE(session.value(u"downloadUrl"_s).toString(),
             u"http://desk.local:8080/jmap/download/{accountId}/{blobId}/{name}?accept={type}"_s);
    QCOMPARE(session.value(u"username"_s).toString(), u"awa@akwaba.test"_s);
    const QJsonObject capabilities = session.value(u"capabilities"_s).toObject();
    const QJsonObject core = capabilities.value(u"urn:ietf:params:jmap:core"_s).toObject();
    QCOMPARE(core.value(u"maxObjectsInGet"_s).toInt(), 10);
    QCOMPARE(core.value(u"maxCallsInRequest"_s).toInt(), 8);
    const QJsonObject push = capabilities.value(u"urn:ietf:params:jmap:websocket"_s).toObject();
    QCOMPARE(push.value(u"url"_s).toString(), u"ws://desk.local:8080/jmap/ws"_s);
    const QJsonObject vendor = capabilities.value(JmapFixture::vendor()).toObject();
    QCOMPARE(vendor.value(u"agent"_s).toString(), fixture.awa.id.value);
    QCOMPARE(vendor.value(u"device"_s).toString(), device);
    QCOMPARE(vendor.value(u"scopeState"_s).toString(), fixture.scopeState(fixture.awa.id));
    QCOMPARE(vendor.value(u"opversions"_s).toObject().value(u"message.reply"_s).toInt(), 1);
    QCOMPARE(session.value(u"primaryAccounts"_s).toObject().value(JmapFixture::vendor()).toString(), u"company"_s);
    QVERIFY(session.value(u"accounts"_s).toObject().contains(u"company"_s));
}

void TestApi::theSession_refusesAHostThatIsNone()
{
    http::Request request;
    const Settings settings;
    for (const char *host : {"", "a/b", "user@h", "h?x", "h#x"}) {
        request.headers.set("Host", host);
        QVERIFY2(!baseUrl(settings, request).isValid(), host);
    }
    request.headers.set("Host", "h:1");
    QCOMPARE(baseUrl(settings, request), QUrl(u"http://h:1"_s));
    request.secure = true;
    QCOMPARE(baseUrl(settings, request), QUrl(u"https://h:1"_s));
    Settings named;
    named.publicUrl = QUrl(u"https://help.toner.ci"_s);
    QCOMPARE(baseUrl(named, request), named.publicUrl);
}

void TestApi::theSessionState_changesWithWhatItShows()
{
    JmapFixture fixture;
    fixture.logIn();
    const auto stateNow = [&fixture] {
        return JmapFixture::objectIn(fixture.ask("GET", "/jmap/session", {}, fixture.token)).value(u"state"_s);
    };
    const auto toldNow = [&fixture] {
        const QByteArray nothing = R"({"using":[],"methodCalls":[]})";
        return JmapFixture::objectIn(fixture.ask("POST", "/jmap/api", nothing, fixture.token)).value(u"sessionState"_s);
    };
    const QJsonValue before = stateNow();
    QCOMPARE(toldNow(), before);
    fixture.ticket(fixture.printing.id); // is not in it
    QCOMPARE(stateNow(), before);
    fixture.awa.email = u"awa.diallo@akwaba.test"_s; // `username`
    fixture.put(fixture.awa);
    const QJsonValue renamed = stateNow();
    QVERIFY(renamed != before);
    QCOMPARE(toldNow(), renamed);
    store::Caller caller;
    Settings settings = JmapFixture::settings();
    const QString offered = sessionState(settings, caller);
    settings.maxObjectsInGet = 11;
    QVERIFY(sessionState(settings, caller) != offered);
}

void TestApi::aRequestThatIsNone_isAProblem_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("type");
    const QString base = u"urn:ietf:params:jmap:error:"_s;
    QTest::newRow("no JSON") << QByteArray("{") << QString(base + u"notJSON"_s);
    QTest::newRow("bad UTF-8") << QByteArray("{\"using\":[\"\xff\"]}") << QString(base + u"notJSON"_s);
    QTest::newRow("too deep") << QByteArray(QByteArray(20'000, '[') + QByteArray(20'000, ']'))
                              << QString(base + u"notJSON"_s);
    QTest::newRow("no object") << QByteArray("[]") << QString(base + u"notRequest"_s);
    QTest::newRow("no using") << QByteArray(R"({"methodCalls":[]})") << QString(base + u"notRequest"_s);
    QTest::newRow("bad call") << QByteArray(R"({"using":[],"methodCalls":[["a",{}]]})")
                              << QString(base + u"notRequest"_s);
    QTest::newRow("unknown capability") << QByteArray(R"({"using":["https://example.com/x"],"methodCalls":[]})")
                                        << QString(base + u"unknownCapability"_s);
    QByteArray many = R"({"using":[],"methodCalls":[)";
    many += QByteArray(R"(["Core/echo",{},"0"],)").repeated(9);
    many.chop(1);
    QTest::newRow("too many calls") << QByteArray(many + "]}") << QString(base + u"limit"_s);
}

void TestApi::aRequestThatIsNone_isAProblem()
{
    JmapFixture fixture;
    fixture.logIn();
    QFETCH(const QByteArray, body);
    const http::Response answer = fixture.ask("POST", "/jmap/api", body, fixture.token);
    QCOMPARE(answer.status, 400);
    QCOMPARE(answer.headers.value("Content-Type"), QByteArray("application/problem+json"));
    QTEST(JmapFixture::objectIn(answer).value(u"type"_s).toString(), "type");
}

void TestApi::aBlob_comesBackToWhoMaySeeIt()
{
    JmapFixture fixture;
    fixture.logIn();
    const QByteArray content("\x89PNG\0x", 6);
    const http::Response up = fixture.ask("POST", "/jmap/upload/company/", content, fixture.token);
    QCOMPARE(up.status, 201);
    QCOMPARE(JmapFixture::objectIn(up).value(u"size"_s).toInt(), 6);
    const QString blob = JmapFixture::objectIn(up).value(u"blobId"_s).toString();
    const QByteArray path = "/jmap/download/company/" + blob.toLatin1() + "/caf%C3%A9.png?accept=image/png";
    Agent yao = fixture.agent(u"Yao"_s, {fixture.printing.id});
    JmapFixture::must(fixture.store->setPassword(yao.id, JmapFixture::password()));
    QCOMPARE(fixture.ask("GET", path, {}, fixture.token).status, 200); // his own
    std::swap(fixture.awa, yao);
    fixture.logIn();
    QCOMPARE(fixture.ask("GET", path, {}, fixture.token).status, 404); // nothing that Yao may see uses it

    const auto attachTo = [&fixture, &blob](const TeamId &team) {
        Attachment file;
        file.id = fixture.id<AttachmentId>();
        file.message = fixture.message(fixture.ticket(team).id).id;
        file.ticket = fixture.find<Message>(file.message)->ticket;
        file.blob.value = blob;
        fixture.put(file);
    };
    attachTo(fixture.legal.id);
    QCOMPARE(fixture.ask("GET", path, {}, fixture.token).status, 404);
    attachTo(fixture.printing.id);
    const http::Response down = fixture.ask("GET", path, {}, fixture.token);
    QCOMPARE(down.status, 200);
    QCOMPARE(down.body, content);
    QCOMPARE(down.headers.value("Content-Type"), QByteArray("image/png"));
    QCOMPARE(down.headers.value("Content-Disposition"),
             QByteArray("attachment; filename=\"caf_.png\"; filename*=UTF-8''caf%C3%A9.png"));
    QCOMPARE(fixture.ask("GET", QByteArray(path).replace("company", "other"), {}, fixture.token).status, 404);
}

void TestApi::uploadsAtOnce_areCounted()
{
    JmapFixture fixture;
    fixture.logIn();
    const QJsonObject session = JmapFixture::objectIn(fixture.ask("GET", "/jmap/session", {}, fixture.token));
    const int most = session[u"capabilities"_s][u"urn:ietf:params:jmap:core"_s][u"maxConcurrentUpload"_s].toInt();
    QVERIFY(most > 1);
    std::vector<std::shared_ptr<const http::Response>> uploads;
    for (int i = 0; i <= most; ++i)
        uploads.push_back(fixture.begin("POST", "/jmap/upload/company/", QByteArray::number(i), fixture.token));
    QCOMPARE(uploads.back()->status, 429);
    QCOMPARE(JmapFixture::objectIn(*uploads.back()).value(u"limit"_s).toString(), u"maxConcurrentUpload"_s);
    uploads.pop_back();
    for (const auto &upload : uploads)
        QTRY_COMPARE(upload->status, 201);
    QCOMPARE(fixture.ask("POST", "/jmap/upload/company/", "x", fixture.token).status, 201);
}

void TestApi::everyAnswer_namesTheDeviceToTheLog()
{
    JmapFixture fixture;
    const QByteArray credentials = R"({"email":"awa@akwaba.test","password":"correct horse battery"})";
    const http::Response in = fixture.ask("POST", "/auth/login", credentials);
    QCOMPARE(in.status, 200);
    const QByteArray device = JmapFixture::objectIn(in).value(u"device"_s).toString().toLatin1();
    QCOMPARE(in.principal, device);
    fixture.token = "Bearer " + JmapFixture::objectIn(in).value(u"token"_s).toString().toLatin1();
    const http::Response up = fixture.ask("POST", "/jmap/upload/company/", "x", fixture.token);
    const QByteArray blob = JmapFixture::objectIn(up).value(u"blobId"_s).toString().toLatin1();
    QCOMPARE(up.principal, device);
    for (const QByteArray &path :
         {QByteArray("/jmap/session"), QByteArray("/jmap/download/company/" + blob + "/x"), QByteArray("/auth/devices"),
          QByteArray("/jmap/eventsource/?types=*&closeafter=no&ping=0")})
        QCOMPARE(fixture.ask("GET", path, {}, fixture.token).principal, device);
    http::Request upgrade;
    upgrade.path = "/jmap/ws";
    upgrade.headers.add("Authorization", fixture.token);
    upgrade.headers.add("Sec-WebSocket-Protocol", "jmap");
    const http::Response welcome = fixture.router.upgradeFor(upgrade)->decide(upgrade);
    QCOMPARE(welcome.status, 101);
    QCOMPARE(welcome.principal, device);
    QCOMPARE(fixture.ask("POST", "/jmap/api", "nonsense", fixture.token).principal, device);
    QCOMPARE(fixture.ask("POST", "/auth/logout", {}, fixture.token).principal, device);
}

QTEST_GUILESS_MAIN(TestApi)
#include "tst_api.moc"
