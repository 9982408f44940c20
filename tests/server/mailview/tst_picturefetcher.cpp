// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/http/certificate.h"
#include "app/server/http/server.h"
#include "core/base/clock.h"
#include "fakeweb.h"

#include "app/server/mailview/picturetype.h"

#include <QSslCertificate>
#include <QSslConfiguration>
#include <QTemporaryDir>

using namespace akwaba;
using namespace akwaba::mailview;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int patienceMs = 30'000;

Result<Picture> fetched(FakeWeb &web, const QString &url, const FetchLimits &limits = {})
{
    PictureFetcher fetcher(web.rules(), limits);
    const QFuture<Result<Picture>> picture = fetcher.fetch(QUrl(url));
    if (!QTest::qWaitFor([&picture] { return picture.isFinished(); }, patienceMs)) qFatal("no answer");
    return picture.result();
}

std::optional<Code> refusal(FakeWeb &web, const QString &url, const FetchLimits &limits = {})
{
    const Result<Picture> picture = fetched(web, url, limits);
    return picture ? std::nullopt : std::optional(picture.error().code);
}

} // namespace

class TestPictureFetcher : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPicture_comes_andNobodyIsToldWhoAsks()
    {
        FakeWeb web;
        web.answers["/a.png?b=1"] = FakeWeb::ok("image/png", FakeWeb::png());
        const Result<Picture> picture = fetched(web, web.at(u"/a.png?b=1#c"_s));
        QVERIFY(picture);
        QCOMPARE(picture->content, FakeWeb::png());
        QCOMPARE(picture->type, "image/png");
        QCOMPARE(web.requests.size(), 1);
        const QByteArray request = web.requests.first().toLower();
        QVERIFY(request.contains("host: images.example:"));
        QVERIFY(request.contains("user-agent: mozilla/5.0\r\n"));
        for (const char *told : {"cookie", "referer", "authorization", "qt", "akwaba", "127.0.0"})
            QVERIFY2(!request.contains(told), request.constData());
    }

    void nothingOfAMail_isRemembered()
    {
        FakeWeb web;
        web.answers["/a"] = "HTTP/1.1 302 Found\r\nSet-Cookie: qui=42\r\nLocation: /b\r\nContent-Length: 0\r\n\r\n";
        web.answers["/b"] = FakeWeb::ok("image/png", FakeWeb::png());
        QVERIFY(fetched(web, web.at(u"/a"_s)));
        QCOMPARE(web.requests.size(), 2);
        QVERIFY(!web.requests.last().toLower().contains("cookie"));
    }

    void privatePlaces_areNotAsked_data()
    {
        QTest::addColumn<QString>("url");
        for (const QString &url :
             {u"http://127.0.0.1/a.png"_s, u"http://2130706433/a.png"_s, u"http://0x7f.1/a.png"_s, u"http://[::1]/a"_s,
              u"http://[::ffff:7f00:1]/a"_s, u"http://10.0.0.1/a"_s, u"http://169.254.169.254/latest/meta-data"_s,
              u"http://intern.example/a"_s, u"http://both.example/a"_s, u"https://both6.example/a"_s,
              u"ftp://images.example/a.png"_s, u"file:///etc/hostname"_s, u"http://images.example:22/a"_s,
              u"http://images.example:8080/a"_s, u"http://user:secret@images.example/a"_s, u"http:///a"_s})
            QTest::newRow(qPrintable(url)) << url;
    }
    void privatePlaces_areNotAsked()
    {
        QFETCH(QString, url);
        FakeWeb web;
        web.names[u"intern.example"_s] = {QHostAddress(u"192.168.1.1"_s)};
        web.names[u"both.example"_s] = {FakeWeb::address(), QHostAddress(u"10.0.0.1"_s)};
        web.names[u"both6.example"_s] = {FakeWeb::address(), QHostAddress(u"fd00::1"_s)};
        const std::optional<Code> code = refusal(web, url);
        // What is no address anywhere has none.
        QVERIFY2(code == Code::Denied || (code == Code::Unreachable && url.contains(u"0x7f")),
                 qPrintable(code ? codeName(*code) : u"fetched"_s));
        QVERIFY(web.requests.isEmpty());
    }

    void aRedirection_isANewQuestion_data()
    {
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("path");
        QTest::newRow("to this machine") << u"http://127.0.0.1:%1/b"_s << QString();
        QTest::newRow("to a private name") << u"http://intern.example/b"_s << QString();
        QTest::newRow("to a file") << u"file:///etc/hostname"_s << QString();
        QTest::newRow("to another port") << u"http://images.example:22/b"_s << QString();
        QTest::newRow("within") << u"/b"_s << u"/b"_s;
    }
    void aRedirection_isANewQuestion()
    {
        QFETCH(QString, to);
        QFETCH(QString, path);
        FakeWeb web;
        web.names[u"intern.example"_s] = {QHostAddress(u"192.168.1.1"_s)};
        web.answers["/a"] = FakeWeb::redirection(to.contains(u'%') ? to.arg(QUrl(web.at({})).port()) : to);
        web.answers["/b"] = FakeWeb::ok("image/png", FakeWeb::png());
        const std::optional<Code> code = refusal(web, web.at(u"/a"_s));
        if (path.isEmpty())
            QCOMPARE(code, Code::Denied);
        else
            QVERIFY(!code);
        QCOMPARE(web.requests.size(), path.isEmpty() ? 1 : 2);
    }

    void redirections_comeToAnEnd()
    {
        FakeWeb web;
        web.answers["/a"] = FakeWeb::redirection(u"/a"_s);
        QCOMPARE(refusal(web, web.at(u"/a"_s)), Code::Denied);
        QCOMPARE(web.requests.size(), 4);
    }

    /// A name server that gives a public address first and this machine's the next time.
    void theAddressThatWasLookedAt_isTheOneThatIsAsked()
    {
        FakeWeb web;
        web.answers["/a"] = FakeWeb::ok("image/png", FakeWeb::png());
        FetchRules rules = web.rules();
        const auto resolve = rules.resolve;
        rules.resolve = [&web, resolve](const QString &host, QObject *context, const FetchRules::Resolved &resolved) {
            resolve(host, context, resolved);
            web.names[host] = {QHostAddress(QHostAddress::LocalHost)};
        };
        PictureFetcher fetcher(rules);
        const auto picture = fetcher.fetch(QUrl(web.at(u"/a"_s)));
        QVERIFY(QTest::qWaitFor([&picture] { return picture.isFinished(); }, patienceMs));
        QVERIFY(picture.result());
        QCOMPARE(web.asked, QStringList{u"images.example"_s});
        QCOMPARE(web.requests.size(), 1);
    }

    void whatIsNoPicture_isRefused_whateverItIsCalled_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("page") << QByteArray("image/png") << QByteArray("<html><script>alert(1)</script>");
        QTest::newRow("SVG") << QByteArray("image/svg+xml") << QByteArray("<svg xmlns='http://www.w3.org/2000/svg'/>");
        QTest::newRow("SVG called PNG") << QByteArray("image/png") << QByteArray("<?xml version='1.0'?><svg/>");
        QTest::newRow("nothing") << QByteArray("image/png") << QByteArray();
    }
    void whatIsNoPicture_isRefused_whateverItIsCalled()
    {
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, body);
        FakeWeb web;
        web.answers["/a"] = FakeWeb::ok(type, body);
        QCOMPARE(refusal(web, web.at(u"/a"_s)), Code::Unsupported);
    }

    void aPictureThatIsCalledSomethingElse_isAPicture()
    {
        FakeWeb web;
        web.answers["/a"] = FakeWeb::ok("text/html", FakeWeb::png());
        QCOMPARE(fetched(web, web.at(u"/a"_s)).value().type, "image/png");
        QCOMPARE(pictureType("GIF89a.."), "image/gif");
        QCOMPARE(pictureType("\xff\xd8\xff\xe0"), "image/jpeg");
        QCOMPARE(pictureType(QByteArray("RIFF\0\0\0\0WEBPVP8 ", 16)), "image/webp");
        QCOMPARE(pictureType("RIFF"), QByteArray());
    }

    void whatIsTooLarge_isNotReadToItsEnd_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("announced") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 6000000\r\n\r\n");
        QTest::newRow("endless") << "HTTP/1.1 200 OK\r\n\r\n" + FakeWeb::png() + "...";
        QTest::newRow("more than announced to be chunks")
            << "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n7fffffff\r\n" + FakeWeb::png() + "...";
    }
    void whatIsTooLarge_isNotReadToItsEnd()
    {
        QFETCH(QByteArray, answer);
        FakeWeb web;
        web.answers["/a"] = answer;
        FetchLimits limits;
        limits.bytes = 1024 * 1024;
        QCOMPARE(refusal(web, web.at(u"/a"_s), limits), Code::Unsupported);
    }

    void whoSaysNothing_isNotWaitedForLong_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("no head") << QByteArray();
        QTest::newRow("half a head") << QByteArray("HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n");
        QTest::newRow("half a body") << "HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n" + FakeWeb::png();
    }
    void whoSaysNothing_isNotWaitedForLong()
    {
        QFETCH(QByteArray, answer);
        FakeWeb web;
        web.answers["/a"] = answer;
        FetchLimits limits;
        limits.whole = 100ms;
        QCOMPARE(refusal(web, web.at(u"/a"_s), limits), Code::Unreachable);
    }

    /// The connection goes to an address; the certificate must be for the name all the same.
    void aCertificate_isForTheName_notForTheAddress()
    {
        const QTemporaryDir dir;
        const QString certificate = dir.filePath(u"certificate"_s);
        const QString key = dir.filePath(u"key"_s);
        QVERIFY(http::makeCertificate({u"images.example"_s}, QDateTime::currentDateTimeUtc().addDays(-1), certificate,
                                      key));
        http::Router router;
        router.add("GET", u"/a"_s, [](const http::Request &, http::Responder responder) {
            http::Response response;
            response.body = FakeWeb::png();
            responder.answer(response);
        });
        const SystemClock clock;
        http::Server server(router, clock);
        QVERIFY(server.useCertificate(certificate, key));
        const quint16 port = server.listen(FakeWeb::address(), 0).value();
        const QSslConfiguration before = QSslConfiguration::defaultConfiguration();
        QSslConfiguration trusting = before;
        trusting.setCaCertificates(QSslCertificate::fromPath(certificate));

        FakeWeb web;
        web.names[u"other.example"_s] = {FakeWeb::address()};
        FetchRules rules = web.rules();
        rules.isAllowedPort = [](int) { return true; };
        const auto codeOf = [&rules, port](const QString &host) -> std::optional<Code> {
            PictureFetcher fetcher(rules);
            const auto picture = fetcher.fetch(QUrl(u"https://%1:%2/a"_s.arg(host).arg(port)));
            if (!QTest::qWaitFor([&picture] { return picture.isFinished(); }, patienceMs)) qFatal("no answer");
            return picture.result() ? std::nullopt : std::optional(picture.result().error().code);
        };
        QCOMPARE(codeOf(u"images.example"_s), Code::Unreachable); // nobody trusts it yet
        QSslConfiguration::setDefaultConfiguration(trusting);
        QCOMPARE(codeOf(u"images.example"_s), std::nullopt);
        QCOMPARE(codeOf(u"other.example"_s), Code::Unreachable);
        QSslConfiguration::setDefaultConfiguration(before);
    }

    void errorsOfTheServer_areNoPictures()
    {
        FakeWeb web;
        web.answers["/a"] =
            "HTTP/1.1 404 Not Found\r\nContent-Type: image/png\r\nContent-Length: 108\r\n\r\n" + FakeWeb::png();
        QCOMPARE(refusal(web, web.at(u"/a"_s)), Code::Unreachable);
        QCOMPARE(refusal(web, u"http://unknown.example/a"_s), Code::Unreachable);
    }

    void manyAtOnce_waitForEachOther_andTooManyAreSentAway()
    {
        FakeWeb web;
        web.answers["/a"] = QByteArray(); // says nothing
        FetchLimits limits;
        limits.atOnce = 2;
        limits.waiting = 3;
        limits.whole = 100ms;
        PictureFetcher fetcher(web.rules(), limits);
        QList<QFuture<Result<Picture>>> pictures;
        for (int i = 0; i < 6; ++i)
            pictures.append(fetcher.fetch(QUrl(web.at(u"/a"_s))));
        QVERIFY(pictures.last().isFinished());
        QCOMPARE(pictures.last().result().error().code, Code::Throttled);
        QTRY_COMPARE(web.requests.size(), 2);
        for (const auto &picture : pictures.first(5)) {
            QVERIFY(QTest::qWaitFor([&picture] { return picture.isFinished(); }, patienceMs));
            QCOMPARE(picture.result().error().code, Code::Unreachable);
        }
        QCOMPARE(web.requests.size(), 5);
    }
};

QTEST_GUILESS_MAIN(TestPictureFetcher)
#include "tst_picturefetcher.moc"
