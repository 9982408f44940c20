// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/mailview/mailroutes.h"

#include "app/server/channels/email/remotepicture.h"
#include "app/server/jobs/receivemail.h"
#include "fakeweb.h"
#include "tests/server/jmap/jmapfixture.h"

using namespace akwaba;
using namespace akwaba::mailview;
using namespace Qt::StringLiterals;

namespace {

struct Post : jmap::JmapFixture {
    Post()
    {
        printing.email = {u"SAV"_s, u"sav@shop.ci"_s};
        printing = put(printing);
        legal.email = {u"Droit"_s, u"droit@shop.ci"_s};
        legal = put(legal);
        (void)logIn();
        web.answers["/a.png"] = FakeWeb::ok("image/png", FakeWeb::png());
    }

    QByteArray mail(const QByteArray &to) const
    {
        return "From: Zoe <zoe@example.ci>\r\nTo: " + to + "\r\nSubject: Facture\r\nMessage-ID: <1@" + to
            + ">\r\nMIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>Voici :</p><img src=\""
            + web.at(u"/a.png"_s).toLatin1() + "\">\r\n";
    }

    MessageId receive(const QByteArray &to)
    {
        return must(jobs::receiveMail(*store, mail(to), {QString::fromLatin1(to)})).message;
    }

    http::Response get(const QString &path)
    {
        const auto answer = begin("GET", path.toLatin1(), {}, token);
        if (!QTest::qWaitFor([&answer] { return answer->status != 0; }, 30'000)) qFatal("no answer");
        return *answer;
    }

    QString picturePath(const MessageId &message) const
    {
        return u"/picture/%1/%2"_s.arg(message.value, mail::remotePictureAt(web.at(u"/a.png"_s)).key);
    }

    FakeWeb web;
    MailRoutes routes{router, *store, api.door().authenticator, web.rules()};
};

} // namespace

class TestMailRoutes : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theOriginal_isTheMailAsItCame()
    {
        Post post;
        const MessageId message = post.receive("sav@shop.ci");
        const http::Response answer = post.get(u"/original/"_s + message.value);
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.body, post.mail("sav@shop.ci"));
        QCOMPARE(answer.headers.value("Content-Type"), "message/rfc822");
        QCOMPARE(answer.headers.value("Content-Disposition"), "attachment; filename=\"message.eml\"");
        QCOMPARE(answer.headers.value("X-Content-Type-Options"), "nosniff");
    }

    void aPicture_isFetchedForWhoNamesItByItsKey()
    {
        Post post;
        const MessageId message = post.receive("sav@shop.ci");
        // What the console has of it: no address.
        const QString html = post.find<Message>(message)->html;
        QVERIFY(html.contains(u"src=\"remote:"_s + mail::remotePictureAt(post.web.at(u"/a.png"_s)).key));
        QVERIFY(!html.contains(u"images.example"));
        QVERIFY(post.web.requests.isEmpty());
        const http::Response answer = post.get(post.picturePath(message));
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.body, FakeWeb::png());
        QCOMPARE(answer.headers.value("Content-Type"), "image/png");
        QCOMPARE(post.web.requests.size(), 1);
    }

    void whatThereIsNot_isNotFound()
    {
        Post post;
        const MessageId message = post.receive("sav@shop.ci");
        QCOMPARE(post.get(u"/picture/%1/0123456789abcdef"_s.arg(message.value)).status, 404);
        QCOMPARE(post.get(u"/original/m-none"_s).status, 404);
        const Message own = post.message(post.ticket(post.printing.id).id); // no mail that came in
        QCOMPARE(post.get(u"/original/"_s + own.id.value).status, 404);
        post.web.answers["/a.png"] = FakeWeb::redirection(u"http://127.0.0.1/a.png"_s);
        QCOMPARE(post.get(post.picturePath(message)).status, 403);
    }

    void whoMayNotSeeTheMessage_seesNothingOfItsMail()
    {
        Post post;
        const MessageId message = post.receive("droit@shop.ci");
        QCOMPARE(post.get(u"/original/"_s + message.value).status, 404);
        QCOMPARE(post.get(post.picturePath(message)).status, 404);
        QVERIFY(post.web.requests.isEmpty());
        const MessageId visible = post.receive("sav@shop.ci");
        post.token = "Bearer nobody";
        QCOMPARE(post.get(u"/original/"_s + visible.value).status, 401);
        QCOMPARE(post.get(post.picturePath(visible)).status, 401);
        QVERIFY(post.web.requests.isEmpty());
    }

    void oneDevice_doesNotTakeAllPlaces()
    {
        Post post;
        const MessageId message = post.receive("sav@shop.ci");
        post.web.answers["/a.png"] = QByteArray(); // says nothing
        std::vector<std::shared_ptr<const http::Response>> answers;
        for (int i = 0; i < 9; ++i)
            answers.push_back(post.begin("GET", post.picturePath(message).toLatin1(), {}, post.token));
        QCOMPARE(answers.back()->status, 429);
        QCOMPARE(answers.front()->status, 0);
    }
};

QTEST_GUILESS_MAIN(TestMailRoutes)
#include "tst_mailroutes.moc"
