// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/servicelevels/clockkeeper.h"
#include "core/cache/cache.h"
#include "core/cache/cachereader.h"
#include "core/cache/outbox.h"
#include "core/protocol/codec.h"
#include "tests/server/store/storefixture.h"

#include <QSet>

using namespace akwaba;
using namespace akwaba::servicelevels;
using namespace akwaba::store;
using namespace Qt::StringLiterals;

namespace {

/// How many histories: more are asked for by hand.
int histories()
{
    const int wanted = qEnvironmentVariableIntValue("AKWABA_HISTORIES");
    return wanted > 0 ? wanted : 400;
}

constexpr int ticketsAtOnce = 50;

/// Tickets to which everything happens that clocks are made of, in any order and now and then in one instant.
class Histories {
public:
    explicit Histories(StoreFixture &shop) : m_shop(shop)
    {
        for (int i = 0; i < 2; ++i)
            m_calendars.append(calendar(i));
        for (int i = 0; i < 4; ++i)
            m_policies.append(policy(i));
    }

    [[nodiscard]] const QList<Calendar> &calendars() const { return m_calendars; }
    [[nodiscard]] const QList<SlaPolicy> &policies() const { return m_policies; }

    struct History {
        Ticket ticket;
        QList<Message> messages;
    };

    History next()
    {
        m_at = m_shop.clock.now().addDays(-int(below(12))).addSecs(-int(below(86'400)));
        History history;
        Ticket &ticket = history.ticket;
        ticket.id = m_shop.id<TicketId>();
        ticket.receivedAt = m_at;
        ticket.channel = Channel(below(EnumNames<Channel>::all.size()));
        ticket.priority = Priority(below(EnumNames<Priority>::all.size()));
        if (below(4) > 0) add(history, MessageKind::Public, Direction::Incoming);
        const quint64 steps = below(10);
        for (quint64 i = 0; i < steps && m_at < m_shop.clock.now(); ++i)
            step(history);
        return history;
    }

    Holiday holiday()
    {
        Holiday holiday;
        holiday.id = m_shop.id<HolidayId>();
        holiday.from = m_shop.clock.now().date().addDays(int(below(12)) - 6);
        holiday.to = holiday.from;
        if (below(3) == 0) holiday.closed = {12 * 60, 24 * 60};
        holiday.state = HolidayState::Confirmed;
        holiday.confirmedAt = m_shop.clock.now();
        return holiday;
    }

private:
    quint64 below(quint64 n) { return m_shop.random.below(n); }

    Calendar calendar(int number)
    {
        Calendar made;
        made.id = m_shop.id<CalendarId>();
        CalendarVersion version;
        version.since = m_shop.clock.now().addYears(-1);
        version.zone = number == 0 ? u"Africa/Abidjan"_s : u"Europe/Paris"_s;
        for (int day = 1; day <= 5; ++day) {
            if (number == 0)
                version.weekly += WeeklyHours{day, {0, 24 * 60}};
            else
                version.weekly << WeeklyHours{day, {8 * 60, 12 * 60}} << WeeklyHours{day, {14 * 60, 18 * 60}};
        }
        made.versions = {version};
        return made;
    }

    SlaPolicy policy(int number)
    {
        SlaPolicy made;
        made.id = m_shop.id<SlaPolicyId>();
        SlaPolicyVersion version;
        version.since = m_shop.clock.now().addYears(-1);
        version.position = number;
        if (number < 3) version.conditions = {{u"priority"_s, {wireName(Priority(number))}, false}};
        version.pausesForThirdParty = number == 1;
        const CalendarId calendar = m_calendars.at(number % 2).id;
        version.targets = {{Target::FirstResponse, ClockUnit::Business, 3600 * qint64(1 + below(12)), calendar},
                           {Target::NextResponse, number == 2 ? ClockUnit::Wall : ClockUnit::Business,
                            3600 * qint64(1 + below(8)), calendar}};
        if (number != 2)
            version.targets.append({Target::Update, ClockUnit::Business, 3600 * qint64(1 + below(16)), calendar});
        if (number == 0)
            version.targets.append({Target::Resolution, ClockUnit::BusinessDays, qint64(1 + below(5)), calendar});
        else
            version.targets.append({Target::Resolution, ClockUnit::Business, 3600 * qint64(4 + below(40)), calendar});
        made.versions = {version};
        return made;
    }

    Message &add(History &history, MessageKind kind, Direction direction)
    {
        Message message;
        message.id = m_shop.id<MessageId>();
        message.ticket = history.ticket.id;
        message.kind = kind;
        message.direction = direction;
        message.at = m_at;
        if (direction == Direction::Outgoing && kind != MessageKind::Event) message.author = ActorId{u"a-awa"_s};
        history.messages.append(message);
        return history.messages.last();
    }

    void move(History &history, TicketStatus to)
    {
        add(history, MessageKind::Event, Direction::Incoming).changes = {
            {u"status"_s, wireName(history.ticket.status), wireName(to)}};
        history.ticket.status = to;
    }

    void step(History &history)
    {
        if (below(4) > 0) m_at = std::min(m_at.addSecs(int(below(30'000))), m_shop.clock.now());
        switch (below(9)) {
        case 0:
            add(history, MessageKind::Public, Direction::Incoming);
            if (history.ticket.status == TicketStatus::Resolved) move(history, TicketStatus::Open);
            return;
        case 1: add(history, MessageKind::Public, Direction::Outgoing); return;
        case 2: add(history, MessageKind::Note, Direction::Outgoing); return;
        case 3:
            add(history, MessageKind::Call, Direction::Incoming).callOutcome = CallOutcome(below(3));
            if (history.ticket.status == TicketStatus::Resolved) move(history, TicketStatus::Open);
            return;
        case 4: {
            const auto to = Priority(below(EnumNames<Priority>::all.size()));
            add(history, MessageKind::Event, Direction::Incoming).changes = {
                {u"priority"_s, wireName(history.ticket.priority), wireName(to)}};
            history.ticket.priority = to;
            return;
        }
        case 5: move(history, TicketStatus::WaitingCustomer); return;
        case 6: {
            const QString date = below(4) == 0 ? QString() : utcDate(m_at.addSecs(int(below(200'000))));
            add(history, MessageKind::Event, Direction::Incoming).changes = {{sla::promisedAtField, {}, date}};
            return;
        }
        case 7: move(history, below(2) == 0 ? TicketStatus::Resolved : TicketStatus::WaitingThirdParty); return;
        default: move(history, TicketStatus::Open);
        }
    }

    StoreFixture &m_shop;
    QDateTime m_at;
    QList<Calendar> m_calendars;
    QList<SlaPolicy> m_policies;
};

/// A console that has what the server has.
struct Desk {
    QTemporaryDir dir{peer::memoryPath() + u"/akwaba-test-XXXXXX"_s};
    const QByteArray key = QByteArray(32, 'k');
    std::unique_ptr<Cache> cache;
    std::unique_ptr<Outbox> outbox;
    std::unique_ptr<CacheReader> reader;

    explicit Desk(const Clock &clock)
        : cache(StoreFixture::must(Cache::open(dir.filePath(u"cache.db"_s), key))),
          outbox(StoreFixture::must(Outbox::open(dir.filePath(u"outbox.db"_s), key, clock))),
          reader(StoreFixture::must(CacheReader::open(
              {dir.filePath(u"cache.db"_s), key, dir.filePath(u"outbox.db"_s), key, AgentId{u"a-awa"_s}})))
    {
    }

    template <class T> static TypedRecords records(const QList<T> &rows)
    {
        TypedRecords all{&typeInfo<T>(), {}};
        for (const T &row : rows)
            all.records.append(toJson(row));
        return all;
    }
    void take(const QList<TypedRecords> &records, const QDateTime &asOf)
    {
        (void)StoreFixture::must(cache->applyPage({.upserts = records, .asOf = asOf}, {}, {}));
        Changed changed;
        while (StoreFixture::must(cache->refreshClocks(500, changed))) { }
    }
};

template <class T> Result<void> putAll(Writer &writer, QList<T> &rows)
{
    for (T &row : rows) {
        auto put = writer.put(row);
        if (!put) return tl::unexpected(put.error());
        row = *put;
    }
    return {};
}

QString described(const QList<KeptClock> &here, const QList<KeptClock> &there)
{
    QString all;
    for (const QList<KeptClock> *side : {&here, &there}) {
        all += u"\n--\n"_s;
        for (const KeptClock &clock : *side)
            all += u"%1 %2 %3 policy %4 v%5 due %6 risk %7 breached %8 annulled %9 "_s.arg(wireName(clock.target))
                       .arg(clock.instance)
                       .arg(wireName(clock.state), clock.policy.value.right(4))
                       .arg(clock.policyVersion)
                       .arg(clock.dueAt.value_or(0))
                       .arg(clock.atRiskAt.value_or(0))
                       .arg(clock.breachedAt.value_or(0))
                       .arg(clock.annulledAt.value_or(0))
                + u"ended %1 next %2 length %3 days %4\n"_s.arg(clock.endedAt.value_or(0))
                      .arg(clock.nextAt.value_or(0))
                      .arg(clock.length)
                      .arg(clock.days);
    }
    return all;
}

QList<KeptClock> sorted(QList<KeptClock> clocks)
{
    std::ranges::sort(clocks, {}, [](const KeptClock &clock) { return std::pair(clock.target, clock.instance); });
    return clocks;
}

} // namespace

class TestSameClocks : public QObject {
    Q_OBJECT

    std::unique_ptr<StoreFixture> m_shop;
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<ClockKeeper> m_keeper;
    QList<Ticket> m_tickets;

    void keepAll()
    {
        while (StoreFixture::must(m_keeper->keepSome())) { }
    }

    /// Of these tickets, on both sides.
    void compare(const QList<Ticket> &tickets)
    {
        const auto rules = StoreFixture::must(m_desk->reader->rules());
        const qint64 now = m_shop->clock.now().toMSecsSinceEpoch();
        for (const Ticket &ticket : tickets) {
            QList<KeptClock> here;
            for (const sla::SlaClock &clock :
                 StoreFixture::must(m_desk->reader->clocks(*rules, ticket.id, m_shop->clock.now())))
                here.append(keptClock(ticket.id, clock, now));
            const auto there =
                StoreFixture::must(keptClocks(StoreFixture::must(m_shop->store->read()).database(), {ticket.id.value}));
            QVERIFY2(sorted(here) == sorted(there), qPrintable(described(sorted(here), sorted(there))));
            const auto row = StoreFixture::must(m_desk->reader->row(ticket.id));
            const QDateTime due = row.clock ? row.clock->dueAt : QDateTime();
            QDateTime next;
            for (const KeptClock &clock : there) {
                if (!clock.isOpen() || !clock.dueAt) continue;
                const QDateTime at = QDateTime::fromMSecsSinceEpoch(*clock.dueAt, Qt::UTC);
                next = next.isValid() ? std::min(next, at) : at;
            }
            QCOMPARE(due, next); // what the list sorts by
        }
    }

    /// Through so many histories, each in both.
    void live(Histories &make)
    {
        for (int done = 0; done < histories(); done += ticketsAtOnce) {
            QList<Ticket> tickets;
            QList<Message> messages;
            for (int i = 0; i < ticketsAtOnce; ++i) {
                const Histories::History history = make.next();
                tickets.append(history.ticket);
                messages += history.messages;
            }
            m_shop->write([&](Writer &writer) {
                return putAll(writer, tickets).and_then([&] { return putAll(writer, messages); });
            });
            keepAll();
            m_desk->take({Desk::records(tickets), Desk::records(messages)}, m_shop->clock.now());
            m_tickets += tickets;
            compare(tickets);
        }
    }

private Q_SLOTS:
    void init()
    {
        m_tickets.clear();
        m_desk.reset();
        m_keeper.reset();
        m_shop = std::make_unique<StoreFixture>(20261127);
        m_desk = std::make_unique<Desk>(m_shop->clock);
        m_keeper = std::make_unique<ClockKeeper>(*m_shop->store);
    }

    /// sla.md rule 1: the server keeps what it computes when something happens, the console computes from its cache,
    /// and both from the same facts.
    void consoleAndServer_giveTheSameDueDates_andARebuildFindsNothing()
    {
        Histories make(*m_shop);
        QList<Calendar> calendars = make.calendars();
        QList<SlaPolicy> policies = make.policies();
        m_shop->write([&](Writer &writer) {
            return putAll(writer, calendars).and_then([&] { return putAll(writer, policies); });
        });
        m_desk->take({Desk::records(calendars), Desk::records(policies)}, m_shop->clock.now());
        live(make);
        QCOMPARE(StoreFixture::must(m_keeper->rebuild()).different, 0);
        QVERIFY(StoreFixture::must(m_keeper->rebuild()).clocks > histories());
        // A holiday, and time: what is kept is what the console computes anew. Not in the instant of the last message,
        // where what began before the holiday was known would count as begun with it.
        m_shop->clock.advance(std::chrono::seconds(1));
        QList<Holiday> holidays{make.holiday(), make.holiday()};
        m_shop->write([&](Writer &writer) { return putAll(writer, holidays); });
        m_shop->clock.advance(std::chrono::hours(5));
        keepAll();
        m_desk->take({Desk::records(holidays)}, m_shop->clock.now());
        compare(m_tickets);
        QCOMPARE(StoreFixture::must(m_keeper->rebuild()).different, 0);
    }

    /// A date is a promise without any policy (rule 8).
    void whereNoPolicyPromisesAnything_bothKnowTheDatesGivenByHand()
    {
        Histories make(*m_shop);
        live(make);
        const RebuildReport report = StoreFixture::must(m_keeper->rebuild());
        QCOMPARE(report.different, 0);
        QVERIFY(report.clocks > 0);
    }
};

QTEST_GUILESS_MAIN(TestSameClocks)
#include "tst_sameclocks.moc"
