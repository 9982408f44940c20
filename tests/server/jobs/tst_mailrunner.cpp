// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/jobs/mailrunner.h"
#include "core/domain/escalation.h"
#include "tests/server/intents/intentfixture.h"

#include <QRegularExpression>

using namespace akwaba;
using namespace akwaba::jobs;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A mail server that keeps what it is given until the test says how it went.
class Outbox {
public:
    SendMail door()
    {
        return [this](const mail::SmtpEnvelope &envelope, const QByteArray &content,
                      std::function<void(const mail::SmtpOutcome &)> done) {
            envelopes.append(envelope);
            mails.append(content);
            m_done = std::move(done);
        };
    }

    void answer(const mail::SmtpOutcome &outcome)
    {
        const auto done = std::exchange(m_done, nullptr);
        QVERIFY(done);
        done(outcome);
    }

    void answer(mail::SmtpOutcome::Kind kind, int code = 0, const QString &reply = {})
    {
        mail::SmtpOutcome outcome;
        outcome.kind = kind;
        outcome.code = code;
        outcome.reply = reply;
        answer(outcome);
    }

    QList<mail::SmtpEnvelope> envelopes;
    QList<QByteArray> mails;

private:
    std::function<void(const mail::SmtpOutcome &)> m_done;
};

class Desk : public intents::IntentFixture {
public:
    Desk() : runner(*store, settings(), outbox.door())
    {
        sav.email = {u"Service client"_s, u"sav@shop.ci"_s};
        sav = put(sav);
        runner.start();
        sent = reply(u"Nous le remplaçons."_s, question.id);
        if (send(asAwa, sent).kind != OutcomeKind::Accepted) qFatal("the reply was not accepted");
    }

    static MailSettings settings()
    {
        MailSettings made;
        made.tenant = u"shop.ci"_s;
        return made;
    }

    Message stored() { return *find<Message>(sent.id); }
    store::MailJob job()
    {
        const auto snapshot = must(store->read());
        return *must(store::mailJob(snapshot.database(), sent.id));
    }
    void workAfter(std::chrono::milliseconds time)
    {
        clock.advance(time);
        runner.work();
    }

    Outbox outbox;
    MailRunner runner;
    Reply sent;
};

} // namespace

class TestMailRunner : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingGoesOutBeforeTheTimeForUndo();
    void theMailIsFromTheTeamAndAnswersItsMail();
    void whileATicketIsEscalated_itsMailComesFromThoseWhoAsked();
    void answersComeBackToAnAddressThatNamesTheTicketWhereThatIsWanted();
    void theAttemptIsOnTheDiskBeforeTheMailGoesOut();
    void whatWasSentIsSentOnce();
    void aTemporaryFailureIsTriedAgainEverMoreSlowly();
    void aRefusalIsFinalAndTellsWhy();
    void whoWasRefusedWhileOthersWereNotIsTold();
    void whatDiedInTheAirIsUnknownAndSentAgainAsTheSameMail();
    void whatMayHaveArrivedIsSentWithThatWord();
    void whoPausesFinishesAndBeginsNothing();
    void anEndThatTheDatabaseRefusesIsKeptAndRecordedLater();
    void anAttemptThatIsOnTheDiskThoughItSeemedToFailIsTakenUp();
    void aReplyTakenBackIsNotSent();
    void aTeamWithoutAddressFailsAndDoesNotBlockOthers();
    void aReplyThatWasDestroyedIsGivenUpOnce();
};

void TestMailRunner::nothingGoesOutBeforeTheTimeForUndo()
{
    Desk desk;
    desk.workAfter(12s);
    QVERIFY(desk.outbox.mails.isEmpty());
    desk.workAfter(1s);
    QCOMPARE(desk.outbox.mails.size(), 1);
}

void TestMailRunner::theMailIsFromTheTeamAndAnswersItsMail()
{
    Desk desk;
    desk.workAfter(13s);
    const QByteArray mail = desk.outbox.mails.value(0);
    QVERIFY(mail.contains("sav@shop.ci"));
    const QByteArray ownId = desk.sent.id.value.toUtf8().append("@shop.ci");
    QVERIFY(mail.toLower().contains(QByteArray("message-id: <").append(ownId)));
    QVERIFY(mail.contains(QByteArray("In-Reply-To: <").append(desk.question.emailMessageId.toUtf8())));
    QCOMPARE(desk.outbox.envelopes.value(0).sender, u"sav@shop.ci"_s);
    QCOMPARE(desk.outbox.envelopes.value(0).recipients, QStringList{u"fatou@example.ci"_s});
    QCOMPARE(desk.stored().emailMessageId, desk.sent.id.value + u"@shop.ci"_s);
}

void TestMailRunner::whileATicketIsEscalated_itsMailComesFromThoseWhoAsked()
{
    Desk desk;
    desk.sales.email = {u"Technique"_s, u"n2@shop.ci"_s}; // which no customer is to see
    desk.put(desk.sales);
    Escalation escalation;
    escalation.id = desk.id<EscalationId>();
    escalation.ticket = desk.ticket.id;
    escalation.fromTeam = desk.sav.id;
    escalation.team = desk.sales.id;
    escalation.openedAt = desk.clock.now();
    escalation = desk.put(escalation);
    Ticket ticket = desk.now();
    ticket.team = desk.sales.id;
    desk.put(ticket);
    desk.workAfter(13s);
    QCOMPARE(desk.outbox.envelopes.value(0).sender, u"sav@shop.ci"_s);
}

void TestMailRunner::answersComeBackToAnAddressThatNamesTheTicketWhereThatIsWanted()
{
    Desk desk;
    desk.ticket.number = u"A-10482"_s;
    desk.ticket = desk.put(desk.ticket);
    MailSettings settings = Desk::settings();
    settings.replyTokens = mail::ReplyTokens("key");
    Outbox outbox;
    MailRunner runner(*desk.store, settings, outbox.door());
    desk.clock.advance(13s);
    runner.start();
    const QString address = settings.replyTokens->addressFor(u"sav@shop.ci"_s, desk.ticket);
    QVERIFY(outbox.mails.value(0).contains(QByteArray("Reply-To: Service client <").append(address.toUtf8() + '>')));
    QCOMPARE(outbox.envelopes.value(0).sender, u"sav@shop.ci"_s); // bounces come as they always did
}

void TestMailRunner::theAttemptIsOnTheDiskBeforeTheMailGoesOut()
{
    Desk desk;
    Delivery atSending = Delivery::None;
    MailRunner runner(*desk.store, Desk::settings(), [&](const mail::SmtpEnvelope &, const QByteArray &, const auto &) {
        atSending = desk.job().state;
    });
    desk.clock.advance(13s);
    runner.start();
    QCOMPARE(atSending, Delivery::Sending);
    QCOMPARE(desk.job().attempts, 1);
}

void TestMailRunner::whatWasSentIsSentOnce()
{
    Desk desk;
    desk.workAfter(13s);
    QCOMPARE(desk.stored().delivery, Delivery::Sending);
    desk.runner.work();
    desk.outbox.answer(mail::SmtpOutcome::Kind::Accepted, 250, u"queued"_s);
    QCOMPARE(desk.stored().delivery, Delivery::Sent);
    QCOMPARE(desk.stored().deliveryLog.last().reply, u"250 queued"_s);
    desk.workAfter(48h);
    QCOMPARE(desk.outbox.mails.size(), 1);
}

void TestMailRunner::aTemporaryFailureIsTriedAgainEverMoreSlowly()
{
    Desk desk;
    desk.workAfter(13s);
    desk.outbox.answer(mail::SmtpOutcome::Kind::Temporary, 451, u"later"_s);
    QCOMPARE(desk.stored().delivery, Delivery::Queued);
    desk.workAfter(59s);
    QCOMPARE(desk.outbox.mails.size(), 1);
    desk.workAfter(1s);
    QCOMPARE(desk.outbox.mails.size(), 2);
    desk.outbox.answer(mail::SmtpOutcome::Kind::Temporary);
    desk.workAfter(119s);
    QCOMPARE(desk.outbox.mails.size(), 2);
    desk.workAfter(1s);
    QCOMPARE(desk.outbox.mails.size(), 3);
    for (int i = 3; i < 20; ++i) {
        desk.outbox.answer(mail::SmtpOutcome::Kind::Temporary);
        desk.workAfter(4h);
    }
    desk.outbox.answer(mail::SmtpOutcome::Kind::Temporary);
    QCOMPARE(desk.stored().delivery, Delivery::Failed);
}

void TestMailRunner::aRefusalIsFinalAndTellsWhy()
{
    Desk desk;
    desk.workAfter(13s);
    desk.outbox.answer(mail::SmtpOutcome::Kind::Refused, 550, u"no such user"_s);
    QCOMPARE(desk.stored().delivery, Delivery::Failed);
    QCOMPARE(desk.stored().deliveryLog.last().reply, u"550 no such user"_s);
    desk.workAfter(24h);
    QCOMPARE(desk.outbox.mails.size(), 1);
}

void TestMailRunner::whoWasRefusedWhileOthersWereNotIsTold()
{
    Desk desk;
    desk.workAfter(13s);
    mail::SmtpOutcome outcome;
    outcome.kind = mail::SmtpOutcome::Kind::Accepted;
    outcome.code = 250;
    outcome.reply = u"2.0.0 queued"_s;
    outcome.refusedRecipients = {{1, 550, u"5.1.1 <…> unknown"_s}};
    desk.outbox.answer(outcome);
    QCOMPARE(desk.stored().delivery, Delivery::Sent);
    const auto log = desk.stored().deliveryLog;
    QCOMPARE(log.size(), 2);
    QCOMPARE(log.at(0).result, Delivery::Failed);
    QCOMPARE(log.at(0).reply, u"recipient 2: 550 5.1.1 <…> unknown"_s);
    QCOMPARE(log.at(1).result, Delivery::Sent);
}

void TestMailRunner::whatDiedInTheAirIsUnknownAndSentAgainAsTheSameMail()
{
    Desk desk;
    desk.workAfter(13s);
    const QByteArray first = desk.outbox.mails.value(0);
    // Another process finds what this one was busy with.
    Outbox later;
    MailRunner next(*desk.store, Desk::settings(), later.door());
    next.start();
    QCOMPARE(desk.stored().delivery, Delivery::Unknown);
    desk.clock.advance(9min);
    next.work();
    QVERIFY(later.mails.isEmpty());
    desk.clock.advance(1min);
    next.work();
    QCOMPARE(later.mails, QList{first});
}

void TestMailRunner::whatMayHaveArrivedIsSentWithThatWord()
{
    Desk desk;
    desk.workAfter(13s);
    QVERIFY(!desk.outbox.envelopes.constLast().mayHaveArrived);
    desk.outbox.answer(mail::SmtpOutcome::Kind::Temporary, 451);
    desk.workAfter(1h);
    QVERIFY(!desk.outbox.envelopes.constLast().mayHaveArrived);
    desk.outbox.answer(mail::SmtpOutcome::Kind::Unknown);
    desk.workAfter(1h);
    QCOMPARE(desk.outbox.envelopes.size(), 3);
    QVERIFY(desk.outbox.envelopes.constLast().mayHaveArrived);
}

void TestMailRunner::whoPausesFinishesAndBeginsNothing()
{
    Desk desk;
    desk.runner.pause();
    desk.workAfter(13s);
    QVERIFY(desk.outbox.mails.isEmpty());
    desk.runner.start();
    QCOMPARE(desk.outbox.mails.size(), 1);
    desk.runner.pause();
    desk.outbox.answer(mail::SmtpOutcome::Kind::Accepted, 250, u"queued"_s);
    QCOMPARE(desk.stored().delivery, Delivery::Sent);
}

void TestMailRunner::anEndThatTheDatabaseRefusesIsKeptAndRecordedLater()
{
    if (isOnPostgresql()) QSKIP("the trigger is in SQLite's words");
    Desk desk;
    desk.workAfter(13s);
    auto breaker = Desk::must(Database::open(desk.dir.filePath(u"akwaba.db"_s)));
    Desk::must(breaker.execute(u"CREATE TRIGGER refuse BEFORE UPDATE ON mail_jobs "
                               "BEGIN SELECT RAISE(ABORT, 'refused'); END"_s));
    desk.outbox.answer(mail::SmtpOutcome::Kind::Accepted, 250, u"queued"_s);
    QCOMPARE(desk.stored().delivery, Delivery::Sending);
    // Another start, as of one that lost and regained the lead, must not take its own mail for somebody else's.
    desk.runner.start();
    QCOMPARE(desk.stored().delivery, Delivery::Sending);
    Desk::must(breaker.execute(u"DROP TRIGGER refuse"_s));
    desk.runner.work();
    QCOMPARE(desk.stored().delivery, Delivery::Sent);
    desk.workAfter(48h);
    QCOMPARE(desk.outbox.mails.size(), 1);
}

void TestMailRunner::anAttemptThatIsOnTheDiskThoughItSeemedToFailIsTakenUp()
{
    if (isOnPostgresql()) QSKIP("the trigger is in SQLite's words");
    Desk desk;
    auto breaker = Desk::must(Database::open(desk.dir.filePath(u"akwaba.db"_s)));
    Desk::must(breaker.execute(u"CREATE TRIGGER refuse BEFORE UPDATE ON mail_jobs "
                               "BEGIN SELECT RAISE(ABORT, 'refused'); END"_s));
    desk.workAfter(13s);
    QVERIFY(desk.outbox.mails.isEmpty());
    // As a commit whose answer is lost with the connection leaves it.
    Desk::must(breaker.execute(u"DROP TRIGGER refuse"_s));
    Desk::must(breaker.execute(u"UPDATE mail_jobs SET state = 'sending', attempts = 1"_s));
    desk.runner.work();
    QCOMPARE(desk.stored().delivery, Delivery::Unknown);
    desk.workAfter(10min);
    QCOMPARE(desk.outbox.mails.size(), 1);
}

void TestMailRunner::aReplyTakenBackIsNotSent()
{
    Desk desk;
    desk.clock.advance(9s);
    desk.send(desk.asAwa, CancelSend{desk.sent.id, desk.ticket.id});
    desk.workAfter(1h);
    QVERIFY(desk.outbox.mails.isEmpty());
}

void TestMailRunner::aReplyThatWasDestroyedIsGivenUpOnce()
{
    Desk desk;
    desk.write([&](store::Writer &writer) { return writer.destroy<Message>(desk.sent.id); });
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"the message is gone"_s));
    desk.workAfter(13s);
    QCOMPARE(desk.job().state, Delivery::Cancelled);
    QVERIFY(!desk.runner.isBusy());
    QTest::failOnWarning(QRegularExpression(u"gone"_s));
    desk.workAfter(1h);
    QVERIFY(desk.outbox.mails.isEmpty());
}

void TestMailRunner::aTeamWithoutAddressFailsAndDoesNotBlockOthers()
{
    Desk desk;
    desk.sav.email = {};
    desk.put(desk.sav);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"can't be sent: \"badInput\""_s));
    desk.workAfter(13s);
    QVERIFY(desk.outbox.mails.isEmpty());
    QCOMPARE(desk.stored().delivery, Delivery::Failed);
    QVERIFY(!desk.runner.isBusy());
}

QTEST_GUILESS_MAIN(TestMailRunner)
#include "tst_mailrunner.moc"
