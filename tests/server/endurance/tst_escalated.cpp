// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/channels/email/parsemail.h"
#include "app/server/store/escalations.h"
#include "app/server/store/store.h"
#include "core/base/clock.h"
#include "tests/server/endurance/headlessconsole.h"
#include "tests/server/endurance/load.h"
#include "tests/server/endurance/serverprocess.h"
#include "tests/server/endurance/smtpsink.h"
#include "tests/server/peers/testplace.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace akwaba;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int patience = 30'000;
constexpr qint64 untilNews = 16; // seconds that the path allows: the customer is told a later date after half of them

} // namespace

/// An escalation from end to end, through a real server and two real clients with files and network: asked for offline,
/// accepted, late, told to the customer before the date that he was given, handed back, answered, closed. Every mail is
/// read.
class TestEscalated : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { QVERIFY2(m_stepsBegun++ == m_stepsDone, "the step before failed"); }
    void cleanup();
    void askedForOffline_itWaits_andTheCustomerHearsNothing();
    void onceOnline_theCustomerIsTold_andTheOthersSeeIt();
    void oneOfThemAccepts();
    void theStepIsLate_andTheCustomerHearsANewDateBeforeTheOldOne();
    void handedBack_theFirstAnswers_andCloses();
    void theCustomerGotThreeMails_andNoNameOfOurs();

private:
    template <class T, class I> [[nodiscard]] std::optional<T> find(const I &id);
    [[nodiscard]] std::optional<Escalation> shownBy(const HeadlessConsole &console) const;
    [[nodiscard]] bool moveTo(HeadlessConsole &console, EscalationState to, const QString &answer = {});
    [[nodiscard]] QString bodyOf(qsizetype mail) const;

    const SystemClock m_clock;
    const std::unique_ptr<Random> m_random = seededRandom();
    QTemporaryDir m_folder;
    SmtpSink m_sink;
    std::unique_ptr<ServerProcess> m_server;
    Company m_company;
    std::unique_ptr<HeadlessConsole> m_first; // of those who answer customers
    std::unique_ptr<HeadlessConsole> m_second; // of the experts
    Escalate m_asked;
    int m_stepsDone = 0;
    int m_stepsBegun = 0;
};

void TestEscalated::initTestCase()
{
    m_server = std::make_unique<ServerProcess>(testPlace(m_folder.filePath(u"server"_s)), m_sink.port());
    QVERIFY2(m_server->start(), qPrintable(m_server->report()));
    m_company = furnish(m_server->place(), 2, *m_random);
    m_asked.escalation.ticket = m_company.seats.at(0).ticket;
    SystemRandom random;
    const auto store = store::Store::open(m_server->place(), m_clock, random);
    QVERIFY(store.has_value());
    const auto furnished = (*store)->write([&](store::Writer &writer) {
        Team experts;
        experts.id = newId<TeamId>(m_clock, *m_random);
        experts.name = u"Technique N2"_s;
        Agent expert = writer.find<Agent>(m_company.seats.at(1).agent)->value();
        expert.teams = {experts.id};
        EscalationPath path;
        path.id = newId<EscalationPathId>(m_clock, *m_random);
        path.team = experts.id;
        path.targets = {{Target::Pickup, ClockUnit::Wall, 3600, {}}, {Target::Update, ClockUnit::Wall, untilNews, {}}};
        m_asked.escalation.path = path.id;
        Ticket ticket = writer.find<Ticket>(m_asked.escalation.ticket)->value();
        ticket.assignee = m_company.seats.at(0).agent;
        return writer.put(experts)
            .and_then([&](const Team &) { return writer.put(expert); })
            .and_then([&](const Agent &) { return writer.put(path); })
            .and_then([&](const EscalationPath &) { return writer.put(ticket); })
            .map([](const Ticket &) {});
    });
    QVERIFY(furnished.has_value());
    for (auto *console : {&m_first, &m_second}) {
        const int seat = console == &m_first ? 0 : 1;
        *console = std::make_unique<HeadlessConsole>(m_company, seat, *m_random,
                                                     m_folder.filePath(u"console%1"_s.arg(seat)), m_server->url());
        const auto opened = (*console)->open();
        QTRY_VERIFY_WITH_TIMEOUT(opened.isFinished(), patience);
        QVERIFY(opened.result().has_value());
        QTRY_VERIFY_WITH_TIMEOUT((*console)->isUpToDate(), patience);
    }
}

void TestEscalated::cleanup()
{
    if (!QTest::currentTestFailed())
        ++m_stepsDone;
    else
        qWarning().noquote() << m_server->report();
}

template <class T, class I> std::optional<T> TestEscalated::find(const I &id)
{
    SystemRandom random;
    return store::Store::open(m_server->place(), m_clock, random)
        .and_then([](const auto &store) { return store->read(); })
        .and_then([&id](const store::Snapshot &moment) { return moment.find<T>(id); })
        .value_or(std::nullopt);
}

std::optional<Escalation> TestEscalated::shownBy(const HeadlessConsole &console) const
{
    const auto all = console.reader().and_then(
        [this](const auto &reader) { return reader->escalationsOf(m_asked.escalation.ticket); });
    return all && !all->isEmpty() ? std::optional(all->constLast()) : std::nullopt;
}

bool TestEscalated::moveTo(HeadlessConsole &console, EscalationState to, const QString &answer)
{
    const auto shown = shownBy(console);
    if (!shown) return false;
    MoveEscalation move{shown->id, shown->ticket, shown->state, to};
    move.answer = answer;
    if (!console.perform(move)) return false;
    return QTest::qWaitFor(
        [&] {
            const auto now = find<Escalation>(shown->id);
            return console.isUpToDate() && now && now->state == to;
        },
        patience);
}

QString TestEscalated::bodyOf(qsizetype mail) const
{
    const auto read = mail::parseMail(m_sink.mails().value(mail));
    return read ? read->text : QString();
}

void TestEscalated::askedForOffline_itWaits_andTheCustomerHearsNothing()
{
    m_first->goOffline(true);
    QTRY_VERIFY_WITH_TIMEOUT(m_first->status().phase != SyncPhase::Live, patience);
    m_asked.escalation.id = newId<EscalationId>(m_clock, *m_random);
    m_asked.escalation.asked = u"Is the batch defective?"_s;
    m_asked.escalation.notice = newId<MessageId>(m_clock, *m_random);
    m_asked.escalation.promisedAt = m_clock.now().addSecs(untilNews);
    m_asked.toAddresses = {{u"Rosine"_s, m_company.customer}};
    m_asked.text = u"Your request is with our experts. You will hear from us by noon."_s;
    QVERIFY(m_first->perform(m_asked));
    const auto shown = shownBy(*m_first);
    QVERIFY(shown.has_value());
    QCOMPARE(shown->state, EscalationState::Requested);
    QVERIFY(!shown->openedAt.isValid()); // nobody has accepted it yet
    QVERIFY(!shownBy(*m_second).has_value());
    QVERIFY(m_sink.mails().isEmpty());
}

void TestEscalated::onceOnline_theCustomerIsTold_andTheOthersSeeIt()
{
    m_first->goOffline(false);
    QTRY_VERIFY_WITH_TIMEOUT(m_first->isUpToDate(), patience);
    QTRY_VERIFY_WITH_TIMEOUT(shownBy(*m_second).has_value(), patience);
    endUndoTime(m_server->place());
    QTRY_COMPARE_WITH_TIMEOUT(m_sink.mails().size(), 1, patience);
    QVERIFY2(bodyOf(0).contains(m_asked.text), qPrintable(bodyOf(0)));
    const auto ticket = find<Ticket>(m_asked.escalation.ticket);
    QVERIFY(ticket.has_value());
    QCOMPARE(ticket->customerOwner, m_company.seats.at(0).agent);
    QVERIFY(ticket->assignee.isEmpty());
}

void TestEscalated::oneOfThemAccepts()
{
    QVERIFY(moveTo(*m_second, EscalationState::Accepted));
    QTRY_COMPARE_WITH_TIMEOUT(shownBy(*m_first)->acceptedBy, m_company.seats.at(1).agent, patience);
}

void TestEscalated::theStepIsLate_andTheCustomerHearsANewDateBeforeTheOldOne()
{
    QTRY_COMPARE_WITH_TIMEOUT(m_sink.mails().size(), 2, patience);
    QVERIFY(m_clock.now() < m_asked.escalation.promisedAt);
    QTRY_COMPARE_WITH_TIMEOUT(shownBy(*m_first)->slips, 1, patience);
    QCOMPARE(shownBy(*m_first)->promisedAt, m_asked.escalation.promisedAt.addSecs(untilNews));
    const auto ticket = find<Ticket>(m_asked.escalation.ticket);
    QVERIFY2(bodyOf(1).contains(ticket->number), qPrintable(bodyOf(1)));
}

void TestEscalated::handedBack_theFirstAnswers_andCloses()
{
    const QString answer = u"The batch is defective: a new toner leaves today."_s;
    QVERIFY(moveTo(*m_second, EscalationState::HandedBack, answer));
    QTRY_COMPARE_WITH_TIMEOUT(shownBy(*m_first)->answer, answer, patience);
    QCOMPARE(find<Ticket>(m_asked.escalation.ticket)->assignee, m_company.seats.at(0).agent);
    Reply reply;
    reply.id = newId<MessageId>(m_clock, *m_random);
    reply.ticket = m_asked.escalation.ticket;
    reply.toAddresses = m_asked.toAddresses;
    reply.text = answer;
    reply.basedOn = m_asked.escalation.notice;
    reply.thenStatus = TicketStatus::WaitingCustomer;
    QVERIFY(m_first->perform(reply));
    QTRY_VERIFY_WITH_TIMEOUT(m_first->isUpToDate(), patience);
    QVERIFY(moveTo(*m_first, EscalationState::Closed));
    endUndoTime(m_server->place());
    QTRY_COMPARE_WITH_TIMEOUT(m_sink.mails().size(), 3, patience);
    QVERIFY2(bodyOf(2).contains(answer), qPrintable(bodyOf(2)));
    // Who has it back sees it; those who were asked do not see the ticket any more.
    QTRY_VERIFY_WITH_TIMEOUT(!shownBy(*m_second).has_value(), patience);
}

void TestEscalated::theCustomerGotThreeMails_andNoNameOfOurs()
{
    QCOMPARE(m_sink.mails().size(), 3);
    for (qsizetype mail = 0; mail < 3; ++mail) {
        QVERIFY(!bodyOf(mail).contains(u"Agent"_s));
        QVERIFY(!bodyOf(mail).contains(u"Technique"_s));
        QVERIFY(!bodyOf(mail).contains(u"test.invalid"_s));
    }
    QVERIFY(std::ranges::all_of(m_sink.taken(), [](int times) { return times == 1; }));
}

QTEST_GUILESS_MAIN(TestEscalated)
#include "tst_escalated.moc"
