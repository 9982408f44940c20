// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/servicelevels/alarmkeeper.h"

#include "app/server/servicelevels/clockkeeper.h"
#include "app/server/store/store.h"
#include "core/base/clock.h"
#include "core/base/random.h"

#include <QLoggingCategory>
#include <QMap>
#include <QPointer>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Q_LOGGING_CATEGORY(lcAlarms, "akwaba.alarms")

namespace akwaba::servicelevels {

namespace {

constexpr std::chrono::milliseconds longestRest = 1h;
constexpr std::chrono::milliseconds restAfterACommit = 5s; // there are more, often, and nothing was promised in less
constexpr std::chrono::milliseconds whileClocksAreBehind = 1s;
constexpr std::chrono::milliseconds atOnce = 1ms;
// Long enough for what comes together, a morning's worth, and short beside a quarter of an hour, the least warning.
constexpr std::chrono::milliseconds betweenRounds = 5min;
constexpr int keptForDays = 30; // notices, read or not

constexpr int clocksAtOnce = 1000; // of those that have something: some ten milliseconds
constexpr int noticesAtOnce = 200;
constexpr int mostListed = 100; // tickets of a notice; who has more on his hands opens the folder

const auto roundSetting = u"alarmRound"_s; // when the last one was

qint64 instantNow(const store::Store &store) { return store.clock().now().toMSecsSinceEpoch(); }

void bringForward(std::optional<qint64> &next, std::optional<qint64> at)
{
    if (at && (!next || *at < *next)) next = at;
}

/// Ticket, target and instance.
using ClockKey = std::pair<QString, std::pair<int, int>>;

template <class Clock> ClockKey keyOfClock(const Clock &clock)
{
    return {clock.ticket.value, {static_cast<int>(clock.target), clock.instance}};
}

store::NextAlarm nextAlarm(const store::KeptClock &clock, std::optional<qint64> at)
{
    return {clock.ticket, clock.target, clock.instance, at};
}

Result<QHash<QString, Ticket>> ticketsCalled(const store::Reader &reader, const QStringList &ids)
{
    const auto rows = reader.rowsOfAny(typeInfo<Ticket>(), u"id"_s, ids);
    if (!rows) return tl::unexpected(rows.error());
    QHash<QString, Ticket> tickets;
    for (const store::StoredRow &row : *rows) {
        const auto ticket = fromJson<Ticket>(row.record);
        if (!ticket) return tl::unexpected(ticket.error());
        tickets.insert(ticket->id.value, *ticket);
    }
    return tickets;
}

} // namespace

AlarmKeeper::AlarmKeeper(store::Store &store, QObject *parent) : QObject(parent), m_store(store)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &AlarmKeeper::work);
    m_store.onCommitted([kept = QPointer(this)](const store::CommitNotice &) {
        if (kept) kept->workSoon(restAfterACommit);
    });
}

void AlarmKeeper::start()
{
    m_working = true;
    workSoon(restAfterACommit);
}

void AlarmKeeper::pause()
{
    m_working = false;
    m_timer.stop();
}

void AlarmKeeper::workSoon(std::chrono::milliseconds wait)
{
    if (!m_working || (m_timer.isActive() && m_timer.remainingTimeAsDuration() <= wait)) return;
    m_timer.start(wait);
}

void AlarmKeeper::work()
{
    const auto rest = keep();
    if (!rest) qCWarning(lcAlarms).noquote() << "alarms can't be told:" << codeName(rest.error().code);
    workSoon(rest.value_or(std::chrono::milliseconds(1min)));
}

Result<std::chrono::milliseconds> AlarmKeeper::keep()
{
    if (const auto swept = sweep(); !swept) return tl::unexpected(swept.error());
    // Most often there is nothing to do, and no write waits for the look.
    const auto plan = m_store.read().and_then([this](const store::Snapshot &snapshot) { return planFrom(snapshot); });
    if (!plan) return tl::unexpected(plan.error());
    if (plan->clocks.isEmpty()) return plan->rest;
    return settle(plan->clocks).map([&plan] { return plan->rest; });
}

Result<AlarmKeeper::Plan> AlarmKeeper::planFrom(const store::Reader &reader)
{
    const qint64 now = instantNow(m_store);
    const auto clocks = store::alarmsBy(reader.database(), now, clocksAtOnce);
    if (!clocks) return tl::unexpected(clocks.error());
    const auto found = look(reader, *clocks);
    const auto round = nextRound(reader);
    const auto next = store::nextAlarm(reader.database(), now);
    if (!found) return tl::unexpected(found.error());
    if (!round) return tl::unexpected(round.error());
    if (!next) return tl::unexpected(next.error());
    if (!*found) return Plan{{}, whileClocksAreBehind};
    const Findings &seen = **found;
    const bool tells = !seen.due.isEmpty() && *round <= now;
    if (tells || !seen.next.isEmpty()) return Plan{*clocks, atOnce};
    std::optional<qint64> at = *next;
    if (!seen.due.isEmpty()) bringForward(at, *round);
    if (seen.due.size() < clocks->size()) bringForward(at, now + whileClocksAreBehind.count());
    const std::chrono::milliseconds rest(at.value_or(sla::maxInstant) - now);
    return Plan{{}, std::clamp<std::chrono::milliseconds>(rest, atOnce, longestRest)};
}

/// Calendars take long to be laid out; that they are the same is seen quickly.
Result<void> AlarmKeeper::readRules(const store::Reader &reader)
{
    return store::ruleListsOf(reader).map([this](const store::RuleLists &lists) {
        const bool isKnown = m_rules && m_rules->calendars() == lists.calendars && m_rules->holidays() == lists.holidays
            && m_rules->policies() == lists.policies;
        if (!isKnown) m_rules = std::make_shared<sla::Rules>(lists.calendars, lists.holidays, lists.policies);
    });
}

Result<qint64> AlarmKeeper::nextRound(const store::Reader &reader)
{
    return reader.setting(roundSetting).map([](const QString &last) {
        return last.isEmpty() ? 0 : last.toLongLong() + betweenRounds.count();
    });
}

Result<std::optional<AlarmKeeper::Findings>> AlarmKeeper::look(const store::Reader &reader,
                                                               const QList<store::NextAlarm> &clocks)
{
    if (clocks.isEmpty()) return Findings();
    const qint64 now = instantNow(m_store);
    const auto behind = readRules(reader).and_then([&] { return ticketsBehind(reader, *m_rules, now); });
    if (!behind) return tl::unexpected(behind.error());
    if (!*behind) return std::nullopt;
    QHash<QString, QList<store::ToldStep>> toldOf;
    QSet<ClockKey> wanted;
    for (const store::NextAlarm &clock : clocks) {
        if ((*behind)->contains(clock.ticket.value)) continue;
        toldOf.insert(clock.ticket.value, {});
        wanted.insert(keyOfClock(clock));
    }
    const auto kept = store::keptClocks(reader.database(), toldOf.keys());
    const auto told = store::toldSteps(reader.database(), toldOf.keys());
    if (!kept) return tl::unexpected(kept.error());
    if (!told) return tl::unexpected(told.error());
    for (const store::ToldStep &step : *told)
        toldOf[step.ticket.value].append(step);
    Findings findings;
    for (const store::KeptClock &clock : *kept) {
        if (wanted.contains(keyOfClock(clock))) lookAt(clock, toldOf.value(clock.ticket.value), findings);
    }
    return findings;
}

void AlarmKeeper::lookAt(const store::KeptClock &clock, const QList<store::ToldStep> &told, Findings &findings) const
{
    const qint64 now = instantNow(m_store);
    Due due{clock, {}, NoticeKind::SlaAtRisk, {}};
    // What is paused is looked at anew when it goes on, since then it is kept anew.
    const auto alarms = isPaused(clock, now) ? std::vector<Alarm>() : alarmsOf(clock, *m_rules, now);
    for (const Alarm &alarm : alarms) {
        if (alarm.tellAt > now) {
            bringForward(due.nextAt, alarm.tellAt);
            continue;
        }
        due.kind = ruleOf(alarm.step).kind;
        // A date that moved behind what was told is another one.
        const bool isTold = std::ranges::any_of(told, [&](const store::ToldStep &step) {
            return step.target == clock.target && step.instance == clock.instance && step.step == alarm.number
                && alarm.at <= step.at;
        });
        if (!isTold && !isOld(alarm, clock, *m_rules, now)) due.alarms.push_back(alarm);
    }
    if (due.alarms.empty())
        findings.next.append(nextAlarm(clock, due.nextAt));
    else
        findings.due.append(due);
}

Result<void> AlarmKeeper::settle(const QList<store::NextAlarm> &clocks)
{
    return m_store.write([&](store::Writer &writer) -> Result<void> {
        const auto found = look(writer, clocks);
        const auto round = nextRound(writer);
        if (!found) return tl::unexpected(found.error());
        if (!round) return tl::unexpected(round.error());
        if (!*found) return {};
        // The round comes when the others are out of the way, of which there may be very many.
        if (!(*found)->next.isEmpty()) return store::keepNext(writer, (*found)->next);
        const bool isHeld = (*found)->due.isEmpty() || *round > instantNow(m_store);
        return isHeld ? Result<void>() : tell(writer, (*found)->due);
    });
}

/// One notice for each agent and kind.
Result<void> AlarmKeeper::tell(store::Writer &writer, QList<Due> due)
{
    std::ranges::sort(due, {}, [](const Due &each) { return std::pair(*each.clock.dueAt, each.clock.ticket.value); });
    QStringList ids;
    for (const Due &each : std::as_const(due))
        ids.append(each.clock.ticket.value);
    const auto tickets = ticketsCalled(writer, ids);
    const auto agents = writer.all<Agent>();
    if (!tickets) return tl::unexpected(tickets.error());
    if (!agents) return tl::unexpected(agents.error());
    const qint64 now = writer.clock().now().toMSecsSinceEpoch();
    QList<store::ToldStep> steps;
    QList<store::NextAlarm> next;
    QMap<std::pair<QString, NoticeKind>, QList<const Due *>> told;
    for (const Due &each : std::as_const(due)) {
        for (const Alarm &alarm : each.alarms)
            steps.append({each.clock.ticket, each.clock.target, each.clock.instance, alarm.number, now});
        next.append(nextAlarm(each.clock, each.nextAt));
        const auto ticket = tickets->constFind(each.clock.ticket.value);
        if (ticket == tickets->cend()) continue;
        for (const AgentId &agent : recipientsOf(each.alarms, *ticket, *agents))
            told[{agent.value, each.kind}].append(&each);
    }
    for (auto one = told.cbegin(); one != told.cend(); ++one) {
        Notice notice = noticeOf(*one);
        notice.id = newId<NoticeId>(writer.clock(), writer.random());
        notice.agent.value = one.key().first;
        notice.kind = one.key().second;
        notice.at = writer.clock().now();
        if (const auto put = writer.put(notice); !put) return tl::unexpected(put.error());
    }
    return store::keepTold(writer, steps).and_then([&] { return store::keepNext(writer, next); }).and_then([&] {
        return writer.setSetting(roundSetting, QString::number(now));
    });
}

Notice AlarmKeeper::noticeOf(const QList<const Due *> &due)
{
    const store::KeptClock &first = due.constFirst()->clock;
    Notice notice;
    notice.target = first.target;
    notice.dueAt = QDateTime::fromMSecsSinceEpoch(*first.dueAt, Qt::UTC);
    for (const Due *each : due) {
        if (!notice.tickets.contains(each->clock.ticket)) notice.tickets.append(each->clock.ticket);
    }
    notice.count = int(notice.tickets.size());
    notice.tickets.resize(std::min<qsizetype>(notice.count, mostListed));
    return notice;
}

Result<void> AlarmKeeper::sweep()
{
    const qint64 before = m_store.clock().now().addDays(-keptForDays).toMSecsSinceEpoch();
    const auto old = m_store.read().and_then([before](const store::Snapshot &snapshot) {
        return store::noticesBefore(snapshot.database(), before, noticesAtOnce);
    });
    if (!old || old->isEmpty()) return old.map([](const QStringList &) { });
    return m_store.write([&](store::Writer &writer) -> Result<void> {
        for (const QString &id : *old) {
            if (const auto done = writer.destroy<Notice>(NoticeId{id}); !done) return done;
        }
        return store::forgetTold(writer, before);
    });
}

} // namespace akwaba::servicelevels
