// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/jobs/loopguard.h"
#include "app/server/jobs/mailrunner.h"
#include "tests/server/jobs/shop.h"

#include <QRegularExpression>

#include <algorithm>

using namespace akwaba;
using namespace akwaba::jobs;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// What a mail loses on its way.
enum class Relay {
    Honest,
    Forgetful, // says nothing of robots
    Hostile, // leaves sender, recipient and subject, and gives each mail a new id
};

QByteArray without(QByteArray mail, const QByteArray &headers)
{
    const qsizetype end = mail.indexOf("\r\n\r\n") + 2;
    static const QString folded = u"^(?:%1):.*\\r\\n(?:[ \\t].*\\r\\n)*"_s;
    const QRegularExpression pattern(folded.arg(QString::fromLatin1(headers)),
                                     QRegularExpression::MultilineOption | QRegularExpression::CaseInsensitiveOption);
    QString head = QString::fromUtf8(mail.left(end));
    head.remove(pattern);
    return head.toUtf8() + mail.mid(end);
}

/// One company of the two: a server that answers by itself.
class Company : public store::StoreFixture {
public:
    Company(quint64 seed, const QString &domain)
        : StoreFixture(seed), address{domain, u"support@"_s + domain},
          runner(*store, {domain, address, {}},
                 [this](const mail::SmtpEnvelope &, const QByteArray &mail, const auto &done) {
                     sent.append(mail);
                     mail::SmtpOutcome outcome;
                     outcome.kind = mail::SmtpOutcome::Kind::Accepted;
                     outcome.code = 250;
                     done(outcome);
                 })
    {
        Team team = StoreFixture::team(u"Support"_s);
        team.email = address;
        put(team);
        settings.answers = AnswerRules{sla::usualHours(), must(AnswerTemplates::load({}))};
        runner.start();
    }

    void receive(const QByteArray &mail) { (void)must(receiveMail(*store, mail, {address.address}, settings)); }
    QList<QByteArray> takeSent()
    {
        runner.work();
        return std::exchange(sent, {});
    }
    QList<Ticket> tickets() { return must(must(store->read()).all<Ticket>()); }
    qsizetype mailsOnTickets()
    {
        const QList<Message> all = must(must(store->read()).all<Message>());
        return std::ranges::count_if(all, [](const Message &message) {
            return message.direction == Direction::Incoming && message.kind != MessageKind::Event;
        });
    }

    EmailAddress address;
    ReceiveSettings settings;
    QList<QByteArray> sent;
    MailRunner runner;
};

/// The two of them, and what lies between. Somebody pretended to be the one when he wrote to the other.
class Correspondence {
public:
    explicit Correspondence(Relay relay) : m_relay(relay)
    {
        toner.receive("From: support@encre.ci\r\nTo: support@toner.ci\r\nSubject: Toner vide\r\n"
                      "Message-ID: <begin@forged.example>\r\n\r\nBonjour\r\n");
    }

    /// Hands over what each of them sent, and lets a minute pass.
    void round()
    {
        const QList<QByteArray> fromToner = toner.takeSent();
        const QList<QByteArray> fromEncre = encre.takeSent();
        for (const QByteArray &mail : fromToner)
            encre.receive(relayed(mail));
        for (const QByteArray &mail : fromEncre)
            toner.receive(relayed(mail));
        mails += fromToner.size() + fromEncre.size();
        toner.clock.advance(1min);
        encre.clock.advance(1min);
    }

    Company toner{1, u"toner.ci"_s};
    Company encre{2, u"encre.ci"_s};
    qsizetype mails = 0; // that the servers sent

private:
    QByteArray relayed(const QByteArray &mail)
    {
        const QByteArray robots = "Auto-Submitted|X-Auto-Response-Suppress";
        if (m_relay == Relay::Honest) return mail;
        if (m_relay == Relay::Forgetful) return without(mail, robots);
        QByteArray bare = without(mail, robots + "|Message-ID|In-Reply-To|References");
        bare.replace("[A-", "["); // nor do the numbers in the subject survive
        return "Message-ID: <" + QByteArray::number(++m_relayed) + "@relay.example>\r\n" + bare;
    }

    Relay m_relay;
    int m_relayed = 0;
};

} // namespace

class TestMailLoops : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void twoServersThatAnswerByThemselvesStopWithinTheCap_data();
    void twoServersThatAnswerByThemselvesStopWithinTheCap();
    void theyStayQuietForTheRestOfTheDay();
    void twoRobotsOfWhichOneAnswersEverythingStop();
    void listsAndAbsencesGetNoAnswer_data();
    void listsAndAbsencesGetNoAnswer();
};

void TestMailLoops::twoServersThatAnswerByThemselvesStopWithinTheCap_data()
{
    QTest::addColumn<int>("relay");
    QTest::addColumn<int>("mails");
    QTest::newRow("headers kept") << int(Relay::Honest) << 1;
    QTest::newRow("robots forgotten") << int(Relay::Forgetful) << 2;
    QTest::newRow("threads forgotten too") << int(Relay::Hostile) << 2 * mostAnswers;
}

void TestMailLoops::twoServersThatAnswerByThemselvesStopWithinTheCap()
{
    QFETCH(int, relay);
    QFETCH(int, mails);
    Correspondence both{Relay(relay)};
    for (int i = 0; i < 50; ++i)
        both.round();
    QCOMPARE(both.mails, mails);
    // Nothing is lost: each of them is on a ticket of who got it, as is the one that began.
    QCOMPARE(both.toner.mailsOnTickets() + both.encre.mailsOnTickets(), mails + 1);
    for (Company *company : {&both.toner, &both.encre}) {
        for (const Ticket &ticket : company->tickets())
            QVERIFY(!ticket.firstResponseAt.isValid());
    }
}

void TestMailLoops::theyStayQuietForTheRestOfTheDay()
{
    Correspondence both(Relay::Hostile);
    for (int i = 0; i < 23 * 60; ++i)
        both.round();
    QCOMPARE(both.mails, 2 * mostAnswers);
}

void TestMailLoops::twoRobotsOfWhichOneAnswersEverythingStop()
{
    // The other side knows no rule at all; and here somebody waits for its answer again and again.
    Company toner(1, u"toner.ci"_s);
    qsizetype answered = 0;
    int written = 0;
    const auto robotWrites = [&toner, &written] {
        const QByteArray id = QByteArray::number(++written);
        toner.receive("From: robot@encre.ci\r\nTo: support@toner.ci\r\nSubject: Re: [A-10001] Toner\r\nMessage-ID: <"
                      + id + "@encre.ci>\r\n\r\nMerci " + id + "\r\n");
    };
    robotWrites();
    const TicketId ticket = toner.tickets().first().id;
    qsizetype reopened = 0;
    for (int i = 0; i < 50; ++i) {
        answered += toner.takeSent().size();
        Ticket waiting = *toner.find<Ticket>(ticket);
        waiting.status = TicketStatus::WaitingCustomer;
        toner.put(waiting);
        toner.clock.advance(1min);
        robotWrites();
        reopened += toner.find<Ticket>(ticket)->status == TicketStatus::Open ? 1 : 0;
    }
    QCOMPARE(answered, 1);
    QCOMPARE(reopened, mostReopenings);
    QVERIFY(toner.find<Ticket>(ticket)->loopStoppedAt.isValid());
    QCOMPARE(toner.tickets().size(), 1);
    QCOMPARE(toner.mailsOnTickets(), 51);
}

void TestMailLoops::listsAndAbsencesGetNoAnswer_data()
{
    QTest::addColumn<QByteArray>("headers");
    QTest::newRow("Mailman") << QByteArray("From: Koffi <koffi@example.ci>\r\nSubject: [toner] Encre\r\n"
                                           "List-Id: <toner.lists.example.org>\r\nPrecedence: list\r\n"
                                           "List-Unsubscribe: <mailto:toner-leave@lists.example.org>\r\n");
    QTest::newRow("newsletter") << QByteArray("From: Promo <promo@shop.example>\r\nSubject: Soldes\r\n"
                                              "List-Unsubscribe: <https://shop.example/u>\r\n");
    QTest::newRow("Exchange") << QByteArray("From: Awa <awa@example.ci>\r\nSubject: Automatic reply: Toner\r\n"
                                            "Auto-Submitted: auto-generated\r\nX-Auto-Response-Suppress: All\r\n");
    QTest::newRow("Gmail") << QByteArray("From: Awa <awa@example.ci>\r\nSubject: Absente Re: Toner\r\n"
                                         "Auto-Submitted: auto-replied\r\nPrecedence: bulk\r\nX-Autoreply: yes\r\n");
    QTest::newRow("Sieve") << QByteArray("From: Awa <awa@example.ci>\r\nSubject: Auto: Toner\r\n"
                                         "Auto-Submitted: auto-replied (vacation)\r\nReturn-Path: <>\r\n");
    QTest::newRow("by its subject") << QByteArray("From: Awa <awa@example.ci>\r\nSubject: Absence du bureau\r\n");
}

void TestMailLoops::listsAndAbsencesGetNoAnswer()
{
    QFETCH(QByteArray, headers);
    Company toner(1, u"toner.ci"_s);
    toner.clock.advance(10h); // closed: whoever may have an answer gets one
    for (int i = 0; i < 30; ++i) {
        toner.receive(headers + "To: support@toner.ci\r\nMessage-ID: <" + QByteArray::number(i)
                      + "@example.ci>\r\n\r\nx\r\n");
        QVERIFY(toner.takeSent().isEmpty());
    }
    QVERIFY(toner.tickets().size() <= mostOpenedByRobot);
    QCOMPARE(toner.mailsOnTickets(), 30);
}

QTEST_GUILESS_MAIN(TestMailLoops)
#include "tst_mailloops.moc"
