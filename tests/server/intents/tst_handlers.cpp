// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/erasuretables.h"
#include "app/server/store/restored.h"
#include "intentfixture.h"

#include "app/server/store/mailtables.h"

#include <QJsonArray>

using namespace akwaba;
using namespace akwaba::intents;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The rules of sync.md 2.11 and 2.12, op by op.
namespace {

Draft draftOf(IntentFixture &f, const QString &text)
{
    Draft draft;
    draft.id = f.id<DraftId>();
    draft.ticket = f.ticket.id;
    draft.text = text;
    return draft;
}

/// Of the same agent.
store::Caller anotherDevice(IntentFixture &f)
{
    store::Caller caller = f.asAwa;
    caller.device = f.id<DeviceId>();
    return caller;
}

} // namespace

class TestHandlers : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyChangeLeavesAnEventWithActorAndTime();
    void aStatusChangedByAnotherIsMergedAndSaysSo();
    void closingPastAnUnseenMessageNeedsReview();
    void reopeningForgetsWhenItWasResolved();
    void takingTwiceIsWonByTheFirst();
    void assigningToAnotherIsWonByTheLast();
    void somebodyWhoLeftIsNotAssigned();
    void aFieldChangedMeanwhileIsMerged();
    void fieldsOfTheServerAreNotSet_data();
    void fieldsOfTheServerAreNotSet();
    void tagsAreSets();
    void followingShowsTheTicketToAStranger();
    void aReplyIsQueuedAndHeldForUndo();
    void aReplyThatMissedAColleaguesAnswerNeedsReview();
    void aReplyThatWaitedPastTheCustomerNeedsReview();
    void aQuickReplyMayCrossTheCustomersMessage();
    void aReplyCanSetTheStatus();
    void aReplyWithoutTextOrAddressIsInvalid();
    void undoSendsNothingAndForgetsTheAnswer();
    void undoComesTooLateOnceSendingBegan();
    void anotherAgentCannotUndo();
    void aNoteIsNoAnswer();
    void anAnsweredCallIsAnAnswer();
    void aReplayedReplyThatWasTakenBackIsCancelled();
    void aReplyThatTheLostServerDidNotAnswerIsUnknown();
    void aCapturedMessageReopensAndIsTakenOnce();
    void aNewTicketGetsItsNumberHere();
    void aNewTicketRefersToWhatThereIs_data();
    void aNewTicketRefersToWhatThereIs();
    void anIdIsTakenOnce();
    void aCustomersAddressBelongsToOne();
    void draftsOfTwoDevicesKeepBothTexts();
    void aDraftIsDiscardedByItsAgentOnly();
    void whatAnotherDeviceWroteInADraftUnseen_isNotDiscardedAlong();
    void whatIsSent_takesItsDraftAlong_butNothingUnseen();
    void whatIsSentLate_leavesWhatWasWrittenSince();
    void aDraftForATeamIsLeftOnATicketInSightOnly();
    void anotherTeamsTicketIsDenied();
    void editorsDoNotWorkOnTickets();
    void aStoppedLoopIsResumedBySupervisorsOnly();
    void whatADeviceWroteBeforeItErasedIsRefused();
};

void TestHandlers::whatADeviceWroteBeforeItErasedIsRefused()
{
    IntentFixture company;
    Device device;
    device.id = company.asAwa.device;
    device.agent = company.awa.id;
    company.put(device);
    const QString erasure = IntentFixture::must(company.store->eraseCustomer(company.fatou.id));
    const AddNote late{company.id<MessageId>(), company.ticket.id, u"Fatou dit que"_s};
    QCOMPARE(company.send(company.asAwa, late).reason, Reason::Erased);
    Draft draft;
    draft.id = company.id<DraftId>();
    draft.ticket = company.ticket.id;
    draft.text = u"Chère Fatou"_s;
    QCOMPARE(company.send(company.asAwa, SaveDraft{draft}).reason, Reason::Erased);
    // Once it has erased, what its agent writes is about nobody any more.
    ErasureAck ack;
    ack.erasure = erasure;
    company.write([&](store::Writer &writer) { return acknowledgeErasure(writer, device.id, ack); });
    const AddNote afterwards{company.id<MessageId>(), company.ticket.id, u"Dossier classé"_s};
    QCOMPARE(company.send(company.asAwa, afterwards).kind, OutcomeKind::Accepted);
    // A ticket can't be opened for somebody who is not there.
    Ticket again;
    again.id = company.id<TicketId>();
    again.customer = company.fatou.id;
    QCOMPARE(company.send(company.asAwa, CreateTicket{again}).kind, OutcomeKind::Rejected);
}

void TestHandlers::everyChangeLeavesAnEventWithActorAndTime()
{
    IntentFixture f;
    f.clock.advance(1min);
    QCOMPARE(f.send(f.asAwa, SetField{f.ticket.id, u"priority"_s, u"normal"_s, u"urgent"_s}).kind,
             OutcomeKind::Accepted);
    const Message event = f.timeLine().last();
    QCOMPARE(event.kind, MessageKind::Event);
    QCOMPARE(event.author.value, f.awa.id.value);
    QCOMPARE(event.at, f.clock.now());
    QCOMPARE(event.changes, (QList<FieldChange>{{u"priority"_s, u"normal"_s, u"urgent"_s}}));
}

void TestHandlers::aStatusChangedByAnotherIsMergedAndSaysSo()
{
    IntentFixture f;
    f.send(f.asYao, SetStatus{f.ticket.id, TicketStatus::New, TicketStatus::Closed, f.question.id});
    const Outcome outcome =
        f.send(f.asAwa, SetStatus{f.ticket.id, TicketStatus::New, TicketStatus::WaitingCustomer, f.question.id});
    QCOMPARE(outcome.kind, OutcomeKind::Merged);
    QCOMPARE(outcome.patch.value(u"status"_s).toString(), u"closed"_s);
    QCOMPARE(f.now().status, TicketStatus::WaitingCustomer);
}

void TestHandlers::closingPastAnUnseenMessageNeedsReview()
{
    IntentFixture f;
    f.clock.advance(1min);
    const Message more = f.incoming(u"Et il est vide"_s);
    const SetStatus close{f.ticket.id, TicketStatus::New, TicketStatus::Resolved, f.question.id};
    const Outcome outcome = f.send(f.asAwa, close);
    QCOMPARE(outcome.kind, OutcomeKind::NeedsReview);
    QCOMPARE(outcome.reason, Reason::NewerCustomerMessage);
    QCOMPARE(outcome.patch.value(u"latest"_s).toString(), more.id.value);
    QCOMPARE(f.now().status, TicketStatus::New);
    const SetStatus informed{f.ticket.id, TicketStatus::New, TicketStatus::Resolved, more.id};
    QCOMPARE(f.send(f.asAwa, informed).kind, OutcomeKind::Accepted);
    QCOMPARE(f.now().resolvedAt, f.clock.now());
}

void TestHandlers::reopeningForgetsWhenItWasResolved()
{
    IntentFixture f;
    f.send(f.asAwa, SetStatus{f.ticket.id, TicketStatus::New, TicketStatus::Closed, f.question.id});
    QVERIFY(f.now().resolvedAt.isValid());
    QVERIFY(f.now().closedAt.isValid());
    QVERIFY(!f.now().waitingSince.isValid());
    f.send(f.asAwa, SetStatus{f.ticket.id, TicketStatus::Closed, TicketStatus::Open, f.question.id});
    QVERIFY(!f.now().resolvedAt.isValid());
    QVERIFY(!f.now().closedAt.isValid());
    QCOMPARE(f.now().waitingSince, f.question.at);
}

void TestHandlers::takingTwiceIsWonByTheFirst()
{
    IntentFixture f;
    QCOMPARE(f.send(f.asAwa, Assign{f.ticket.id, {}, f.awa.id, {}, true}).kind, OutcomeKind::Accepted);
    const QDateTime taken = f.clock.now();
    f.clock.advance(1min);
    const Outcome late = f.send(f.asYao, Assign{f.ticket.id, {}, f.yao.id, {}, true});
    QCOMPARE(late.kind, OutcomeKind::Rejected);
    QCOMPARE(late.reason, Reason::Taken);
    QCOMPARE(late.patch.value(u"assignee"_s).toString(), f.awa.id.value);
    QCOMPARE(fromUtcDate(late.patch.value(u"at"_s).toString()), taken);
    QCOMPARE(f.now().assignee, f.awa.id);
}

void TestHandlers::assigningToAnotherIsWonByTheLast()
{
    IntentFixture f;
    f.send(f.asAwa, Assign{f.ticket.id, {}, f.awa.id, {}, true});
    const Outcome outcome = f.send(f.asYao, Assign{f.ticket.id, f.sales.id, f.stranger.id, {}, false});
    QCOMPARE(outcome.kind, OutcomeKind::Merged);
    QCOMPARE(outcome.patch.value(u"assignee"_s).toString(), f.awa.id.value);
    QCOMPARE(f.now().assignee, f.stranger.id);
    QCOMPARE(f.now().team, f.sales.id);
}

void TestHandlers::somebodyWhoLeftIsNotAssigned()
{
    IntentFixture f;
    IntentFixture::must(f.store->setActive(f.yao.id, false));
    QCOMPARE(f.send(f.asAwa, Assign{f.ticket.id, {}, f.yao.id, {}, false}).reason, Reason::Invalid);
}

void TestHandlers::aFieldChangedMeanwhileIsMerged()
{
    IntentFixture f;
    f.send(f.asYao, SetField{f.ticket.id, u"subject"_s, u"Toner"_s, u"Toner noir"_s});
    const Outcome outcome = f.send(f.asAwa, SetField{f.ticket.id, u"subject"_s, u"Toner"_s, u"Fuite"_s});
    QCOMPARE(outcome.kind, OutcomeKind::Merged);
    QCOMPARE(outcome.patch.value(u"subject"_s).toString(), u"Toner noir"_s);
    QCOMPARE(f.now().subject, u"Fuite"_s);
}

void TestHandlers::fieldsOfTheServerAreNotSet_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    QTest::newRow("number") << u"number"_s << u"A-1"_s;
    QTest::newRow("first response") << u"firstResponseAt"_s << u"2026-11-23T09:00:00.000Z"_s;
    QTest::newRow("rev") << u"rev"_s << u"7"_s;
    QTest::newRow("unknown") << u"colour"_s << u"red"_s;
    QTest::newRow("no such priority") << u"priority"_s << u"highest"_s;
    QTest::newRow("no such order") << u"order"_s << u"o01"_s;
    QTest::newRow("no instant") << u"snoozedUntil"_s << u"tomorrow"_s;
}

void TestHandlers::fieldsOfTheServerAreNotSet()
{
    QFETCH(QString, name);
    QFETCH(QString, value);
    IntentFixture f;
    const Ticket before = f.now();
    QCOMPARE(f.send(f.asAwa, SetField{f.ticket.id, name, {}, value}).reason, Reason::Invalid);
    QCOMPARE(f.now(), before);
}

void TestHandlers::tagsAreSets()
{
    IntentFixture f;
    Tag one, other;
    one.id = f.id<TagId>();
    other.id = f.id<TagId>();
    f.put(one);
    f.put(other);
    f.send(f.asAwa, SetTags{f.ticket.id, {one.id, other.id}, {}});
    f.send(f.asYao, SetTags{f.ticket.id, {other.id}, {one.id}});
    QCOMPARE(f.now().tags, QList{other.id});
    QCOMPARE(f.send(f.asYao, SetTags{f.ticket.id, {f.id<TagId>()}, {}}).reason, Reason::Invalid);
}

void TestHandlers::followingShowsTheTicketToAStranger()
{
    IntentFixture f;
    QCOMPARE(f.send(f.asStranger, Follow{f.ticket.id, true}).reason, Reason::Denied);
    Ticket ticket = f.now();
    ticket.followers = {f.stranger.id};
    f.put(ticket);
    QCOMPARE(f.send(f.asStranger, AddNote{f.id<MessageId>(), f.ticket.id, u"Vu"_s}).kind, OutcomeKind::Accepted);
    QCOMPARE(f.send(f.asStranger, Follow{f.ticket.id, false}).kind, OutcomeKind::Accepted);
    QVERIFY(f.now().followers.isEmpty());
}

void TestHandlers::aReplyIsQueuedAndHeldForUndo()
{
    IntentFixture f;
    f.clock.advance(5min);
    const Reply reply = f.reply(u"Nous le remplaçons."_s, f.question.id);
    const Outcome outcome = f.send(f.asAwa, reply);
    QCOMPARE(outcome.kind, OutcomeKind::Accepted);
    QVERIFY(outcome.seq > 0);
    const Message stored = *f.find<Message>(reply.id);
    QCOMPARE(stored.delivery, Delivery::Queued);
    QCOMPARE(stored.sendAfter, f.clock.now().addSecs(13));
    QCOMPARE(stored.emailInReplyTo, f.question.emailMessageId);
    QCOMPARE(stored.emailReferences, QStringList{f.question.emailMessageId});
    const auto snapshot = IntentFixture::must(f.store->read());
    const auto job = IntentFixture::must(store::mailJob(snapshot.database(), reply.id));
    QVERIFY(job);
    QCOMPARE(job->state, Delivery::Queued);
    QCOMPARE(f.now().firstResponseAt, f.clock.now());
    QVERIFY(!f.now().waitingSince.isValid());
}

void TestHandlers::aReplyThatMissedAColleaguesAnswerNeedsReview()
{
    IntentFixture f;
    f.clock.advance(1min);
    const Reply first = f.reply(u"Bonjour"_s, f.question.id);
    f.send(f.asYao, first);
    f.clock.advance(1min);
    const Reply second = f.reply(u"Bonsoir"_s, f.question.id);
    const Outcome outcome = f.send(f.asAwa, second);
    QCOMPARE(outcome.kind, OutcomeKind::NeedsReview);
    QCOMPARE(outcome.reason, Reason::NewerAgentReply);
    QCOMPARE(outcome.patch.value(u"latest"_s).toString(), first.id.value);
    QVERIFY(!f.find<Message>(second.id));
}

void TestHandlers::aReplyThatWaitedPastTheCustomerNeedsReview()
{
    IntentFixture f;
    f.clock.advance(1min);
    const Intent intent = f.intent(f.reply(u"Bonjour"_s, f.question.id));
    f.clock.advance(10min);
    f.incoming(u"C'est réglé, merci"_s);
    f.clock.advance(6min);
    const Outcome outcome = f.send(f.asAwa, intent);
    QCOMPARE(outcome.kind, OutcomeKind::NeedsReview);
    QCOMPARE(outcome.reason, Reason::NewerCustomerMessage);
}

void TestHandlers::aQuickReplyMayCrossTheCustomersMessage()
{
    IntentFixture f;
    f.clock.advance(1min);
    const Intent intent = f.intent(f.reply(u"Bonjour"_s, f.question.id));
    f.incoming(u"Allô ?"_s);
    f.clock.advance(15min);
    QCOMPARE(f.send(f.asAwa, intent).kind, OutcomeKind::Accepted);
}

void TestHandlers::aReplyCanSetTheStatus()
{
    IntentFixture f;
    Reply reply = f.reply(u"Bonjour"_s, f.question.id);
    reply.fromStatus = TicketStatus::New;
    reply.thenStatus = TicketStatus::WaitingCustomer;
    QCOMPARE(f.send(f.asAwa, reply).kind, OutcomeKind::Accepted);
    QCOMPARE(f.now().status, TicketStatus::WaitingCustomer);
}

void TestHandlers::aReplyWithoutTextOrAddressIsInvalid()
{
    IntentFixture f;
    QCOMPARE(f.send(f.asAwa, f.reply(u"  \n"_s, f.question.id)).reason, Reason::Invalid);
    Reply reply = f.reply(u"Bonjour"_s, f.question.id);
    reply.toAddresses.clear();
    QCOMPARE(f.send(f.asAwa, reply).reason, Reason::Invalid);
}

void TestHandlers::undoSendsNothingAndForgetsTheAnswer()
{
    IntentFixture f;
    const Reply reply = f.reply(u"Oups"_s, f.question.id);
    f.send(f.asAwa, reply);
    f.clock.advance(9s);
    // Also where revs go on above those of a history that was lost.
    QVERIFY(f.store->write([](store::Writer &w) { return store::beginLineage(w.database(), u"abcdefabcdef"_s, 0); }));
    const Outcome cancelled = f.send(f.asAwa, CancelSend{reply.id, f.ticket.id});
    QCOMPARE(cancelled.kind, OutcomeKind::Accepted);
    QCOMPARE(cancelled.rev, f.find<Message>(reply.id)->rev);
    QCOMPARE(f.find<Message>(reply.id)->delivery, Delivery::Cancelled);
    QVERIFY(!f.now().firstResponseAt.isValid());
    QCOMPARE(f.now().waitingSince, f.question.at);
    const auto snapshot = IntentFixture::must(f.store->read());
    QVERIFY(IntentFixture::must(store::dueMailJobs(snapshot.database(), f.clock.now().addDays(1), 10)).isEmpty());
}

void TestHandlers::undoComesTooLateOnceSendingBegan()
{
    IntentFixture f;
    const Reply reply = f.reply(u"Bonjour"_s, f.question.id);
    f.send(f.asAwa, reply);
    f.write([&](store::Writer &writer) {
        store::MailJob job = *IntentFixture::must(store::mailJob(writer.database(), reply.id));
        job.state = Delivery::Sending;
        return putMailJob(writer, job);
    });
    QCOMPARE(f.send(f.asAwa, CancelSend{reply.id, f.ticket.id}).reason, Reason::TooLate);
    QCOMPARE(f.find<Message>(reply.id)->delivery, Delivery::Queued);
}

void TestHandlers::anotherAgentCannotUndo()
{
    IntentFixture f;
    const Reply reply = f.reply(u"Bonjour"_s, f.question.id);
    f.send(f.asAwa, reply);
    QCOMPARE(f.send(f.asYao, CancelSend{reply.id, f.ticket.id}).reason, Reason::Denied);
}

void TestHandlers::aNoteIsNoAnswer()
{
    IntentFixture f;
    Ticket waiting = f.ticket;
    waiting.waitingSince = f.question.at;
    f.put(waiting);
    QCOMPARE(f.send(f.asAwa, AddNote{f.id<MessageId>(), f.ticket.id, u"À rappeler"_s}).kind, OutcomeKind::Accepted);
    QVERIFY(!f.now().firstResponseAt.isValid());
    QCOMPARE(f.now().waitingSince, f.question.at);
}

void TestHandlers::anAnsweredCallIsAnAnswer()
{
    IntentFixture f;
    LogCall missed{f.id<MessageId>(), f.ticket.id, Direction::Incoming, {}, 0, CallOutcome::Missed};
    f.send(f.asAwa, missed);
    QVERIFY(!f.now().firstResponseAt.isValid());
    f.clock.advance(1min);
    LogCall answered{f.id<MessageId>(), f.ticket.id, Direction::Incoming, u"Expliqué"_s, 95, CallOutcome::Answered};
    f.send(f.asAwa, answered);
    QCOMPARE(f.now().firstResponseAt, f.clock.now());
    QCOMPARE(f.now().lastCustomerMessageAt, f.clock.now());
    QVERIFY(!f.now().waitingSince.isValid());
}

/// Both were accepted by a server that was lost, and are sent again after its restore (sync.md 2.20).
void TestHandlers::aReplayedReplyThatWasTakenBackIsCancelled()
{
    IntentFixture f;
    const Reply reply = f.reply(u"Nous le remplaçons."_s, f.question.id);
    const Batch replayed{f.asAwa,
                         0,
                         {{1, f.intent(reply), SentBefore::Accepted},
                          {2, f.intent(CancelSend{reply.id, f.ticket.id}), SentBefore::Accepted}}};
    const Applied applied = f.send(replayed);
    QCOMPARE(applied.outcomes.value(0).kind, OutcomeKind::Accepted);
    QCOMPARE(applied.outcomes.value(1).kind, OutcomeKind::Accepted);
    QCOMPARE(f.find<Message>(reply.id)->delivery, Delivery::Cancelled);
    const auto job = IntentFixture::must(store::mailJob(IntentFixture::must(f.store->read()).database(), reply.id));
    QCOMPARE(job->state, Delivery::Cancelled);
}

/// It may have gone out: it is written down, as unknown, and does not go out by itself (sync.md 2.12).
void TestHandlers::aReplyThatTheLostServerDidNotAnswerIsUnknown()
{
    IntentFixture f;
    const Reply reply = f.reply(u"Nous le remplaçons."_s, f.question.id);
    const Applied applied = f.send(Batch{f.asAwa, 0, {{1, f.intent(reply), SentBefore::Unanswered}}});
    QCOMPARE(applied.outcomes.value(0).kind, OutcomeKind::Accepted);
    QCOMPARE(f.find<Message>(reply.id)->delivery, Delivery::Unknown);
    QCOMPARE(f.find<Message>(reply.id)->deliveryLog.value(0).result, Delivery::Unknown);
    QVERIFY(!IntentFixture::must(store::mailJob(IntentFixture::must(f.store->read()).database(), reply.id)));
}

void TestHandlers::aCapturedMessageReopensAndIsTakenOnce()
{
    IntentFixture f;
    f.send(f.asAwa, SetStatus{f.ticket.id, TicketStatus::New, TicketStatus::Resolved, f.question.id});
    CaptureMessage capture{f.id<MessageId>(),      f.ticket.id,
                           Channel::Facebook,      f.fatou.id,
                           u"Toujours en panne"_s, u"https://facebook.example/1"_s,
                           f.clock.now()};
    QCOMPARE(f.send(f.asAwa, capture).kind, OutcomeKind::Accepted);
    QCOMPARE(f.now().status, TicketStatus::Open);
    capture.id = f.id<MessageId>();
    QCOMPARE(f.send(f.asYao, capture).reason, Reason::AlreadyExists);
}

void TestHandlers::aNewTicketGetsItsNumberHere()
{
    IntentFixture f;
    Ticket ticket;
    ticket.id = f.id<TicketId>();
    ticket.number = u"A-1"_s;
    ticket.team = f.sav.id;
    ticket.customer = f.fatou.id;
    ticket.closedAt = f.clock.now();
    const Outcome outcome = f.send(f.asAwa, CreateTicket{ticket});
    QCOMPARE(outcome.kind, OutcomeKind::Accepted);
    const Ticket stored = *f.find<Ticket>(ticket.id);
    QCOMPARE(stored.number, u"A-10001"_s);
    QCOMPARE(outcome.patch.value(u"number"_s).toString(), stored.number);
    QCOMPARE(stored.receivedAt, f.clock.now());
    QVERIFY(!stored.closedAt.isValid());
}

void TestHandlers::aNewTicketRefersToWhatThereIs_data()
{
    QTest::addColumn<QString>("member");
    QTest::addColumn<QJsonValue>("value");
    // Who sees a ticket follows from these: a space in one would be the key of everybody.
    QTest::newRow("follower") << u"followers"_s << QJsonValue(QJsonArray{u"x org"_s});
    QTest::newRow("owner") << u"customerOwner"_s << QJsonValue(u"x org"_s);
    QTest::newRow("tag") << u"tags"_s << QJsonValue(QJsonArray{u"g1"_s});
    QTest::newRow("link") << u"links"_s << QJsonValue(QJsonArray{u"t1"_s});
    QTest::newRow("parent") << u"parent"_s << QJsonValue(u"t1"_s);
    QTest::newRow("origin") << u"splitFrom"_s << QJsonValue(u"t1"_s);
}

void TestHandlers::aNewTicketRefersToWhatThereIs()
{
    QFETCH(const QString, member);
    QFETCH(const QJsonValue, value);
    IntentFixture f;
    Ticket ticket;
    ticket.id = f.id<TicketId>();
    ticket.team = f.sav.id;
    QJsonObject record = toJson(ticket);
    record.insert(member, value);
    QCOMPARE(f.send(f.asAwa, CreateTicket{*fromJson<Ticket>(record)}).reason, Reason::Invalid);
    QVERIFY(!f.find<Ticket>(ticket.id));
}

void TestHandlers::anIdIsTakenOnce()
{
    IntentFixture f;
    const AddNote note{f.id<MessageId>(), f.ticket.id, u"Une fois"_s};
    f.send(f.asAwa, note);
    QCOMPARE(f.send(f.asAwa, note).reason, Reason::AlreadyExists);
    Ticket doomed;
    doomed.id = f.id<TicketId>();
    doomed.team = f.sav.id;
    f.put(doomed);
    f.write([&](store::Writer &writer) { return writer.destroy<Ticket>(doomed.id); });
    QCOMPARE(f.send(f.asAwa, CreateTicket{doomed}).reason, Reason::Dead);
    QCOMPARE(f.send(f.asAwa, Follow{doomed.id, true}).reason, Reason::Dead);
    doomed.id.value = u"t1"_s;
    QCOMPARE(f.send(f.asAwa, CreateTicket{doomed}).reason, Reason::Invalid);
}

void TestHandlers::aCustomersAddressBelongsToOne()
{
    IntentFixture f;
    Customer twin;
    twin.id = f.id<CustomerId>();
    twin.emails = {{{}, u"FATOU@example.ci"_s}};
    const Outcome outcome = f.send(f.asAwa, CreateCustomer{twin});
    QCOMPARE(outcome.reason, Reason::AlreadyExists);
    QCOMPARE(outcome.patch.value(u"customer"_s).toString(), f.fatou.id.value);
    twin.emails = {{{}, u"autre@example.ci"_s}};
    QCOMPARE(f.send(f.asAwa, CreateCustomer{twin}).kind, OutcomeKind::Accepted);
    const auto seen = IntentFixture::must(
        IntentFixture::must(f.store->read()).get(typeInfo<Customer>(), QStringList{twin.id.value}, f.asAwa));
    QCOMPARE(seen.list.size(), 1);
}

void TestHandlers::draftsOfTwoDevicesKeepBothTexts()
{
    IntentFixture f;
    const store::Caller laptop = anotherDevice(f);
    Draft draft = draftOf(f, u"Du bureau"_s);
    QCOMPARE(f.send(f.asAwa, SaveDraft{draft}).kind, OutcomeKind::Accepted);
    draft.text = u"Du portable"_s;
    const Outcome outcome = f.send(laptop, SaveDraft{draft});
    QCOMPARE(outcome.kind, OutcomeKind::Merged);
    QCOMPARE(f.find<Draft>(draft.id)->text, u"Du portable"_s);
    QCOMPARE(f.find<Draft>(DraftId{outcome.patch.value(u"copy"_s).toString()})->text, u"Du bureau"_s);
}

void TestHandlers::aDraftIsDiscardedByItsAgentOnly()
{
    IntentFixture f;
    Draft draft = draftOf(f, u"Brouillon"_s);
    f.send(f.asAwa, SaveDraft{draft});
    QCOMPARE(f.send(f.asYao, SaveDraft{draft}).reason, Reason::Denied);
    QCOMPARE(f.send(f.asYao, DiscardDraft{draft.id}).reason, Reason::Denied);
    QCOMPARE(f.send(f.asAwa, DiscardDraft{draft.id}).kind, OutcomeKind::Accepted);
    QVERIFY(!f.find<Draft>(draft.id));
    QCOMPARE(f.send(f.asAwa, DiscardDraft{draft.id}).kind, OutcomeKind::Accepted);
}

void TestHandlers::whatAnotherDeviceWroteInADraftUnseen_isNotDiscardedAlong()
{
    IntentFixture f;
    const store::Caller laptop = anotherDevice(f);
    Draft draft = draftOf(f, u"Du bureau"_s);
    f.send(f.asAwa, SaveDraft{draft});
    const qint64 seen = f.find<Draft>(draft.id)->rev;
    draft.text = u"Du portable"_s;
    draft.rev = seen;
    QCOMPARE(f.send(laptop, SaveDraft{draft}).kind, OutcomeKind::Accepted); // it saw what it wrote over: no copy
    QCOMPARE(f.send(f.asAwa, DiscardDraft{draft.id, seen}).kind, OutcomeKind::Merged);
    QCOMPARE(f.find<Draft>(draft.id)->text, u"Du portable"_s);
    QCOMPARE(f.send(f.asAwa, DiscardDraft{draft.id, seen + 1}).kind, OutcomeKind::Accepted);
    QVERIFY(!f.find<Draft>(draft.id));
}

void TestHandlers::whatIsSent_takesItsDraftAlong_butNothingUnseen()
{
    IntentFixture f;
    const store::Caller laptop = anotherDevice(f);
    Draft draft = draftOf(f, u"Rappeler"_s);
    f.send(f.asAwa, SaveDraft{draft});
    const AddNote unseen{f.id<MessageId>(), f.ticket.id, u"Rappeler demain"_s, draft.id, 0};
    QCOMPARE(f.send(laptop, unseen).kind, OutcomeKind::Accepted);
    QVERIFY(f.find<Draft>(draft.id));
    const AddNote other{f.id<MessageId>(), f.ticket.id, u"À Yao"_s, draft.id, 1};
    QCOMPARE(f.send(f.asYao, other).kind, OutcomeKind::Accepted);
    QVERIFY(f.find<Draft>(draft.id)); // of somebody else
    const AddNote seen{f.id<MessageId>(), f.ticket.id, u"Rappeler demain"_s, draft.id, 1};
    QCOMPARE(f.send(laptop, seen).kind, OutcomeKind::Accepted);
    QVERIFY(!f.find<Draft>(draft.id));
}

/// An old server did not know how to send it, and the agent wrote on in its draft.
void TestHandlers::whatIsSentLate_leavesWhatWasWrittenSince()
{
    IntentFixture f;
    Draft draft = draftOf(f, u"Rappeler"_s);
    const Intent late = f.intent(AddNote{f.id<MessageId>(), f.ticket.id, draft.text, draft.id, 0});
    draft.writtenAt = f.clock.now();
    f.clock.advance(std::chrono::minutes(1));
    draft.text = u"Rappeler, puis rembourser"_s; // and not everyone who writes says when
    QCOMPARE(f.send(f.asAwa, SaveDraft{draft}).kind, OutcomeKind::Accepted);
    QCOMPARE(f.send(Batch{f.asAwa, 0, {{2, late}}}).outcomes.at(0).kind, OutcomeKind::Accepted);
    QCOMPARE(f.find<Draft>(draft.id)->text, draft.text);
}

void TestHandlers::aDraftForATeamIsLeftOnATicketInSightOnly()
{
    IntentFixture f;
    Draft draft = draftOf(f, u"Pour vous"_s);
    draft.visibility = Visibility::Team;
    QCOMPARE(f.send(f.asStranger, SaveDraft{draft}).reason, Reason::Denied);
    QVERIFY(!f.find<Draft>(draft.id));
    // What nobody else reads is kept, whatever became of the ticket: it is his work.
    draft.visibility = Visibility::Private;
    QCOMPARE(f.send(f.asStranger, SaveDraft{draft}).kind, OutcomeKind::Accepted);
    draft.visibility = Visibility::Team;
    QCOMPARE(f.send(f.asStranger, SaveDraft{draft}).reason, Reason::Denied);
    QCOMPARE(f.find<Draft>(draft.id)->visibility, Visibility::Private);
    draft.id = f.id<DraftId>();
    QCOMPARE(f.send(f.asAwa, SaveDraft{draft}).kind, OutcomeKind::Accepted);
}

void TestHandlers::anotherTeamsTicketIsDenied()
{
    IntentFixture f;
    const AddNote note{f.id<MessageId>(), f.ticket.id, u"Curieux"_s};
    QCOMPARE(f.send(f.asStranger, note).reason, Reason::Denied);
    QVERIFY(!f.find<Message>(note.id));
    Agent agent = *f.find<Agent>(f.stranger.id);
    agent.roles = {Role::Supervisor};
    f.put(agent);
    QCOMPARE(f.send(f.asStranger, note).kind, OutcomeKind::Accepted);
}

void TestHandlers::editorsDoNotWorkOnTickets()
{
    IntentFixture f;
    const Agent editor = f.agent(u"Editor"_s, {f.sav.id}, {Role::Editor});
    QCOMPARE(f.send(f.caller(editor.id), Follow{f.ticket.id, true}).reason, Reason::Denied);
}

void TestHandlers::aStoppedLoopIsResumedBySupervisorsOnly()
{
    IntentFixture f;
    f.ticket.loopStoppedAt = f.clock.now();
    f.ticket = f.put(f.ticket);
    f.clock.advance(1min);
    QCOMPARE(f.send(f.asAwa, ResumeMail{f.ticket.id}).reason, Reason::Denied);
    QVERIFY(f.now().loopStoppedAt.isValid());
    const Agent chief = f.agent(u"Adjoua"_s, {}, {Role::Supervisor});
    const store::Caller asChief = f.caller(chief.id);
    QCOMPARE(f.send(asChief, ResumeMail{f.ticket.id}).kind, OutcomeKind::Accepted);
    QVERIFY(!f.now().loopStoppedAt.isValid());
    const Message event = f.timeLine().last();
    QCOMPARE(event.author.value, chief.id.value);
    QCOMPARE(event.changes, (QList<FieldChange>{{u"loopStoppedAt"_s, utcDate(f.ticket.loopStoppedAt), {}}}));
    const qsizetype before = f.timeLine().size();
    QCOMPARE(f.send(asChief, ResumeMail{f.ticket.id}).kind, OutcomeKind::Accepted);
    QCOMPARE(f.timeLine().size(), before);
}

QTEST_GUILESS_MAIN(TestHandlers)
#include "tst_handlers.moc"
