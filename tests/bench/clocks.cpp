// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What it costs the server that a holiday is declared, with 100,000 open tickets, on SQLite and on PostgreSQL: how long
// until every due date is right, and how long the commit lane is busy at a time; and what it costs to tell what is due
// on them. bench_clocks [sqlite|postgresql]
// [tickets]
#include "app/server/servicelevels/alarmkeeper.h"
#include "app/server/servicelevels/clockkeeper.h"
#include "app/server/servicelevels/firstpromises.h"
#include "app/server/servicelevels/livefigures.h"
#include "app/server/store/store.h"
#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/database/database.h"
#include "tests/bench/report.h"
#include "tests/server/peers/postgrespeer.h"

#include <QCoreApplication>
#include <QTemporaryDir>

using namespace akwaba;
using namespace akwaba::bench;
using namespace Qt::StringLiterals;

namespace {

constexpr int rowsAtOnce = 500;

/// A Thursday evening on which time passes for whoever measures how long he works.
class Evening final : public Clock {
public:
    [[nodiscard]] QDateTime now() const override { return m_now; }
    [[nodiscard]] std::chrono::milliseconds monotonic() const override { return m_running.monotonic(); }
    void advance(std::chrono::hours by) { m_now = m_now.addMSecs(std::chrono::milliseconds(by).count()); }

private:
    SystemClock m_running;
    QDateTime m_now{{2026, 11, 26}, {17, 30}, Qt::UTC};
};

template <class T> void putAll(store::Store &store, const QList<T> &rows)
{
    for (qsizetype from = 0; from < rows.size(); from += rowsAtOnce) {
        must(store.write([&](store::Writer &writer) -> Result<void> {
            for (const T &row : rows.mid(from, rowsAtOnce)) {
                if (const auto put = writer.put(row); !put) return tl::unexpected(put.error());
            }
            return {};
        }));
    }
}

/// Received in the last days, answered or not, all open.
void fill(store::Store &store, const Clock &clock, Random &random, int tickets)
{
    QList<Ticket> all;
    QList<Message> messages;
    for (int i = 0; i < tickets; ++i) {
        Ticket ticket;
        ticket.id = newId<TicketId>(clock, random);
        ticket.receivedAt = clock.now().addSecs(-int(random.below(3 * 86'400)));
        ticket.status = TicketStatus::Open;
        ticket.priority = Priority(random.below(EnumNames<Priority>::all.size()));
        all.append(ticket);
        Message message;
        message.id = newId<MessageId>(clock, random);
        message.ticket = ticket.id;
        message.at = ticket.receivedAt;
        messages.append(message);
    }
    putAll(store, all);
    putAll(store, messages);
}

struct Worked {
    double milliseconds = 0;
    QList<double> slices;
};

Worked keepAll(servicelevels::ClockKeeper &keeper)
{
    Worked worked;
    bool more = true;
    while (more) {
        QElapsedTimer timer;
        timer.start();
        more = must(keeper.keepSome());
        worked.slices += milliseconds(timer);
        worked.milliseconds += worked.slices.constLast();
    }
    return worked;
}

/// What a supervisor's page costs each time.
void countFigures(store::Store &store, const QString &name, const QJsonObject &more)
{
    QList<double> times;
    for (int i = 0; i < 5; ++i) {
        QElapsedTimer timer;
        timer.start();
        (void)must(servicelevels::liveFigures(must(store.read()), store.clock().now(), {}));
        times += milliseconds(timer);
    }
    print({u"live figures, %1"_s.arg(name), u"ms"_s, {}, more}, times);
}

/// Until there is nothing to tell for a while.
QList<double> tellAll(servicelevels::AlarmKeeper &alarms)
{
    QList<double> looks;
    std::chrono::milliseconds rest{0};
    while (rest < std::chrono::seconds(1)) {
        QElapsedTimer timer;
        timer.start();
        rest = must(alarms.keep());
        looks += milliseconds(timer);
    }
    return looks;
}

void run(const store::Place &place, const QString &name, int tickets)
{
    Evening clock;
    SeededRandom random(1);
    const auto store = must(store::Store::create(place, clock, random));
    const auto first = servicelevels::firstPromises(clock, random, clock.now().addYears(-1), false);
    putAll(*store, first.calendars);
    putAll(*store, first.holidays);
    putAll(*store, first.policies);
    fill(*store, clock, random, tickets);
    servicelevels::ClockKeeper keeper(*store);
    const QJsonObject more{{u"tickets"_s, tickets}};
    print({u"sla clocks from the facts, %1"_s.arg(name), u"ms"_s, {}, more}, {keepAll(keeper).milliseconds});
    countFigures(*store, name, more);
    servicelevels::AlarmKeeper alarms(*store);
    print({u"sla alarms: a thousand clocks, or a round, %1"_s.arg(name), u"ms"_s, {}, more}, tellAll(alarms));
    print({u"sla alarms: a look while a round waits, %1"_s.arg(name), u"ms"_s, {}, more}, tellAll(alarms));
    Holiday holiday;
    holiday.id = newId<HolidayId>(clock, random);
    holiday.from = QDate(2026, 11, 27);
    holiday.to = holiday.from;
    holiday.state = HolidayState::Confirmed;
    holiday.confirmedAt = clock.now();
    putAll(*store, QList{holiday});
    // As PostgreSQL does by itself a minute after so many rows came; SQLite needs no more than its indexes.
    if (place.isPostgresql())
        must(store->write([](store::Writer &writer) { return writer.sideTables().execute(u"ANALYZE"_s); }));
    const Worked worked = keepAll(keeper);
    print({u"sla recompute after a holiday, %1"_s.arg(name), u"ms"_s, u"<= 1 s for 100,000 open tickets"_s, more},
          {worked.milliseconds});
    print({u"sla recompute: the lane is busy, %1"_s.arg(name), u"ms"_s, u"<= 50 ms at a time"_s, more}, worked.slices);
    clock.advance(std::chrono::hours(1));
    const auto report = must(keeper.rebuild());
    if (report.different != 0) giveUp({Code::Internal, u"a rebuild finds other clocks"_s});
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    const QString which = words.value(1);
    const int tickets = words.size() > 2 ? words.at(2).toInt() : 100'000;
    const QTemporaryDir folder;
    if (which.isEmpty() || which == u"sqlite") run(store::Place(folder.filePath(u"sqlite"_s)), u"SQLite"_s, tickets);
    if (!which.isEmpty() && which != u"postgresql") return 0;
    PostgresPeer peer;
    if (!peer.start(true) || !peer.createDatabase(u"bench"_s)) giveUp({Code::Unreachable, peer.report()});
    run(store::Place(folder.filePath(u"postgresql"_s), peer.url(u"bench"_s)), u"PostgreSQL"_s, tickets);
    return 0;
}
