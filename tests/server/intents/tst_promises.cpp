// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "intentfixture.h"

#include "app/server/store/clocktables.h"
#include "core/sla/clocks.h"

using namespace akwaba;
using namespace akwaba::intents;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What an agent says of the clocks (sla.md rules 7 and 8).
class TestPromises : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void noReplyNeeded_nobodyWaits_andItCanBeTakenBack();
    void noReplyNeeded_isOfWhatTheAgentHasRead();
    void noReplyNeeded_theNextMessageIsWaitedForAnew();
    void saidTwice_itIsWrittenOnce();
    void afterThanks_nothingRuns_andTheTicketStaysResolved();
    void aPromise_isTheClockOfTheNextNews();
    void aPromise_isTakenBack();
    void aPromiseOfThePast_isTooLate();
};

namespace {

class PromiseFixture : public IntentFixture {
public:
    PromiseFixture()
    {
        question = put(question);
        ticket.waitingSince = question.at;
        ticket = put(ticket);
        clock.advance(1min);
    }

    /// The customer writes, and the server takes it as mail is taken.
    Message asks(const QString &text)
    {
        clock.advance(1min);
        CaptureMessage captured{id<MessageId>(), ticket.id, Channel::Facebook, fatou.id, text, {}, clock.now()};
        if (send(asAwa, captured).kind != OutcomeKind::Accepted) qFatal("not captured");
        return *find<Message>(captured.id);
    }

    std::vector<sla::SlaClock> clocks()
    {
        const auto rules = must(store::rulesOf(must(store->read())));
        return sla::clocksOf(*rules, sla::factsOf(now(), timeLine()), clock.now().toMSecsSinceEpoch());
    }

    qsizetype events(QLatin1StringView field)
    {
        qsizetype count = 0;
        for (const Message &message : timeLine()) {
            for (const FieldChange &change : message.changes)
                count += change.field == field ? 1 : 0;
        }
        return count;
    }
};

} // namespace

void TestPromises::noReplyNeeded_nobodyWaits_andItCanBeTakenBack()
{
    PromiseFixture f;
    QCOMPARE(f.send(f.asAwa, NeedNoReply{f.ticket.id, true, f.question.id}).kind, OutcomeKind::Accepted);
    QVERIFY(!f.now().waitingSince.isValid());
    QCOMPARE(f.send(f.asAwa, NeedNoReply{f.ticket.id, false, f.question.id}).kind, OutcomeKind::Accepted);
    QCOMPARE(f.now().waitingSince, f.question.at);
}

void TestPromises::noReplyNeeded_isOfWhatTheAgentHasRead()
{
    PromiseFixture f;
    const Message newer = f.asks(u"Encore une chose"_s);
    const Outcome outcome = f.send(f.asAwa, NeedNoReply{f.ticket.id, true, f.question.id});
    QCOMPARE(outcome.kind, OutcomeKind::NeedsReview);
    QCOMPARE(outcome.patch.value(u"latest"_s).toString(), newer.id.value);
    QCOMPARE(f.now().waitingSince, f.question.at);
}

void TestPromises::noReplyNeeded_theNextMessageIsWaitedForAnew()
{
    PromiseFixture f;
    (void)f.send(f.asAwa, NeedNoReply{f.ticket.id, true, f.question.id});
    const Message newer = f.asks(u"Et la facture ?"_s);
    QCOMPARE(f.now().waitingSince, newer.at);
    // That an earlier one needs no reply is not to be taken back any more: somebody waits anyway.
    (void)f.send(f.asAwa, NeedNoReply{f.ticket.id, false, newer.id});
    QCOMPARE(f.now().waitingSince, newer.at);
}

void TestPromises::saidTwice_itIsWrittenOnce()
{
    PromiseFixture f;
    for (int i = 0; i < 2; ++i) {
        QCOMPARE(f.send(f.asAwa, NeedNoReply{f.ticket.id, true, f.question.id}).kind, OutcomeKind::Accepted);
        QCOMPARE(f.send(f.asAwa, Promise{f.ticket.id, f.clock.now().addDays(1)}).kind, OutcomeKind::Accepted);
    }
    QCOMPARE(f.events("noReplyNeeded"_L1), 1);
    QCOMPARE(f.events("promisedAt"_L1), 1);
}

/// Vector 11.
void TestPromises::afterThanks_nothingRuns_andTheTicketStaysResolved()
{
    PromiseFixture f;
    SlaPolicy policy;
    policy.id = f.id<SlaPolicyId>();
    SlaPolicyVersion version;
    version.since = f.clock.now().addDays(-1);
    version.targets = {{Target::FirstResponse, ClockUnit::Wall, 3600, {}},
                       {Target::NextResponse, ClockUnit::Wall, 3600, {}},
                       {Target::Resolution, ClockUnit::Wall, 86'400, {}}};
    policy.versions = {version};
    f.put(policy);
    Reply answer = f.reply(u"Voici."_s, f.question.id);
    answer.thenStatus = TicketStatus::Resolved;
    (void)f.send(f.asAwa, answer);
    const Message thanks = f.asks(u"Merci"_s); // which opens the ticket again
    QVERIFY(sla::nextOf(f.clocks()) != nullptr);
    (void)f.send(f.asAwa, NeedNoReply{f.ticket.id, true, thanks.id});
    (void)f.send(f.asAwa, SetStatus{f.ticket.id, TicketStatus::Open, TicketStatus::Resolved, thanks.id});
    f.clock.advance(48h);
    QCOMPARE(sla::nextOf(f.clocks()), nullptr);
    QCOMPARE(f.now().status, TicketStatus::Resolved);
    for (const sla::SlaClock &clock : f.clocks())
        QVERIFY2(!clock.breachedAt, qPrintable(wireName(clock.target)));
}

void TestPromises::aPromise_isTheClockOfTheNextNews()
{
    PromiseFixture f;
    const QDateTime tuesday = f.clock.now().addDays(1);
    QCOMPARE(f.send(f.asAwa, Promise{f.ticket.id, tuesday}).kind, OutcomeKind::Accepted);
    const auto clocks = f.clocks();
    QCOMPARE(clocks.size(), std::size_t(1)); // no policy promises anything
    QCOMPARE(clocks.front().target, Target::Update);
    QVERIFY(clocks.front().isPromise);
    QCOMPARE(clocks.front().dueAt, std::optional(tuesday.toMSecsSinceEpoch()));
}

void TestPromises::aPromise_isTakenBack()
{
    PromiseFixture f;
    (void)f.send(f.asAwa, Promise{f.ticket.id, f.clock.now().addDays(1)});
    QCOMPARE(f.send(f.asAwa, Promise{f.ticket.id, {}}).kind, OutcomeKind::Accepted);
    QCOMPARE(sla::nextOf(f.clocks()), nullptr);
}

void TestPromises::aPromiseOfThePast_isTooLate()
{
    PromiseFixture f;
    QCOMPARE(f.send(f.asAwa, Promise{f.ticket.id, f.clock.now()}).reason, Reason::TooLate);
    f.ticket.status = TicketStatus::Closed;
    f.put(f.ticket);
    QCOMPARE(f.send(f.asAwa, Promise{f.ticket.id, f.clock.now().addDays(1)}).reason, Reason::StatusChanged);
}

QTEST_GUILESS_MAIN(TestPromises)
#include "tst_promises.moc"
