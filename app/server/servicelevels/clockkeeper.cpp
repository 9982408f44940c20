// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/servicelevels/clockkeeper.h"

#include "app/server/servicelevels/clockmoves.h"
#include "app/server/store/store.h"
#include "core/base/clock.h"

#include <QLoggingCategory>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Q_LOGGING_CATEGORY(lcClocks, "akwaba.clocks")

namespace akwaba::servicelevels {

namespace {

constexpr int changesInSlice = 200; // keeps the lane busy for some milliseconds
// A commit costs as much as many clocks, so that a slice goes on for a while; the clock of a test stands still.
constexpr auto busyEnough = 15ms;
constexpr int stretchesInSlice = 4;

constexpr auto betweenSlices = 1ms; // others get their turn
constexpr auto afterACommit = 20ms; // there are more, often
constexpr auto longestWait = 1h;

const auto throughSetting = u"clocksThrough"_s;
const auto editionSetting = u"clocksEdition"_s; // since when the rules count by which they were judged
const auto recomputeSetting =
    u"clocksRecomputed"_s; // "every" or "dates", a blank, the last ticket; empty: nothing to do

bool areSamePolicies(const sla::Edition &one, const sla::Edition &other)
{
    return std::ranges::equal(one.policies, other.policies, {}, &sla::PolicyInForce::version,
                              &sla::PolicyInForce::version);
}

bool isRule(int type)
{
    return type == typeInfo<Calendar>().number || type == typeInfo<Holiday>().number
        || type == typeInfo<SlaPolicy>().number;
}

qint64 instantOf(const QDateTime &at) { return at.toMSecsSinceEpoch(); }

} // namespace

Result<std::optional<QSet<QString>>> ticketsBehind(const store::Reader &reader, const sla::Rules &rules, qint64 now)
{
    const auto through = reader.setting(throughSetting);
    const auto edition = reader.setting(editionSetting);
    const auto recompute = reader.setting(recomputeSetting);
    for (const Result<QString> *setting : {&through, &edition, &recompute}) {
        if (!*setting) return tl::unexpected(setting->error());
    }
    const bool isOtherRules = edition->isEmpty() || edition->toLongLong() != rules.inForceAt(now).since;
    if (through->isEmpty() || isOtherRules || !recompute->isEmpty()) return std::nullopt;
    return store::clockNews(reader.database(), through->toLongLong(), changesInSlice)
        .map([](const store::ClockNews &news) -> std::optional<QSet<QString>> {
            if (news.hasMore || std::ranges::any_of(news.types, isRule)) return std::nullopt;
            return QSet<QString>(news.tickets.begin(), news.tickets.end());
        });
}

ClockKeeper::ClockKeeper(store::Store &store, QObject *parent) : QObject(parent), m_store(store)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &ClockKeeper::work);
    m_store.onCommitted([kept = QPointer(this)](const store::CommitNotice &) {
        if (kept) kept->workSoon(afterACommit);
    });
}

void ClockKeeper::start()
{
    m_working = true;
    m_resumed = false; // another process may have kept them meanwhile
    workSoon(betweenSlices);
}

void ClockKeeper::pause()
{
    m_working = false;
    m_timer.stop();
}

void ClockKeeper::workSoon(std::chrono::milliseconds wait)
{
    if (!m_working || (m_timer.isActive() && m_timer.remainingTimeAsDuration() <= wait)) return;
    m_timer.start(wait);
}

void ClockKeeper::work()
{
    const auto more = keepSome();
    if (!more) qCWarning(lcClocks).noquote() << "clocks can't be kept:" << codeName(more.error().code);
    if (more.value_or(false)) return workSoon(betweenSlices);
    workSoon(more ? untilNext() : std::chrono::milliseconds(1min));
}

std::chrono::milliseconds ClockKeeper::untilNext()
{
    const qint64 now = instantOf(m_store.clock().now());
    const auto change =
        m_store.read().and_then([](const store::Snapshot &snapshot) { return store::nextChange(snapshot.database()); });
    std::chrono::milliseconds wait = longestWait;
    for (const std::optional<qint64> &next :
         {change.value_or(std::nullopt), m_rules ? m_rules->nextEditionAfter(now) : std::nullopt}) {
        if (next) wait = std::min(wait, std::chrono::milliseconds(*next - now));
    }
    return std::max<std::chrono::milliseconds>(wait, betweenSlices);
}

Result<bool> ClockKeeper::keepSome()
{
    bool more = false;
    const auto done = m_store.write([&](store::Writer &writer) -> Result<void> {
        const auto left = slice(writer);
        if (!left) return tl::unexpected(left.error());
        more = *left;
        return {};
    });
    if (done) return more;
    // What was remembered of a job that came to nothing is read again.
    m_resumed = false;
    m_rules.reset();
    return tl::unexpected(done.error());
}

Result<bool> ClockKeeper::slice(store::Writer &writer)
{
    if (const auto done = resume(writer); !done) return tl::unexpected(done.error());
    const auto followed = followLog(writer);
    if (!followed || *followed) return followed;
    const auto begun = followEditions(writer);
    if (!begun || *begun) return begun;
    if (m_recomputing) return recomputeSome(writer);
    return judgeWhatIsDue(writer);
}

Result<void> ClockKeeper::resume(store::Writer &writer)
{
    if (m_resumed) return {};
    const auto through = writer.setting(throughSetting);
    if (!through) return tl::unexpected(through.error());
    const auto recompute = writer.setting(recomputeSetting);
    if (!recompute) return tl::unexpected(recompute.error());
    const auto ends = store::logEnds(writer.database());
    if (!ends) return tl::unexpected(ends.error());
    m_recomputing = !recompute->isEmpty();
    m_everyTicket = recompute->startsWith(u"every"_s);
    m_recomputed = recompute->section(u' ', 1);
    const auto edition = writer.setting(editionSetting);
    if (!edition) return tl::unexpected(edition.error());
    m_edition = edition->isEmpty() ? std::nullopt : std::optional(edition->toLongLong());
    m_through = through->toLongLong();
    m_resumed = true;
    // Never done before, or what happened since is no longer in the log, or a backup of an earlier time was restored.
    if (!through->isEmpty() && m_through >= ends->second && m_through <= ends->first) return {};
    m_through = ends->first;
    return writer.setSetting(throughSetting, QString::number(m_through)).and_then([&] {
        return beginRecompute(writer, true);
    });
}

Result<void> ClockKeeper::readRules(const store::Reader &reader)
{
    if (m_rules) return {};
    return store::rulesOf(reader).map([this](const std::shared_ptr<const sla::Rules> &rules) { m_rules = rules; });
}

/// True where there was something.
Result<bool> ClockKeeper::followLog(store::Writer &writer)
{
    const auto news = store::clockNews(writer.database(), m_through, changesInSlice);
    if (!news) return tl::unexpected(news.error());
    if (news->through == m_through) return false;
    if (std::ranges::any_of(news->types, isRule)) {
        m_rules.reset();
        const bool isPolicy = news->types.contains(typeInfo<SlaPolicy>().number);
        if (const auto done = beginRecompute(writer, isPolicy || m_everyTicket); !done)
            return tl::unexpected(done.error());
    }
    const auto judged = judge(writer, news->tickets);
    if (!judged) return tl::unexpected(judged.error());
    m_through = news->through;
    if (const auto kept = writer.setSetting(throughSetting, QString::number(m_through)); !kept)
        return tl::unexpected(kept.error());
    return true;
}

/// True where rules that were decided before began to count.
Result<bool> ClockKeeper::followEditions(store::Writer &writer)
{
    if (const auto done = readRules(writer); !done) return tl::unexpected(done.error());
    const sla::Edition &edition = m_rules->inForceAt(instantOf(writer.clock().now()));
    if (m_edition == edition.since) return false;
    const bool isPolicy = !m_edition || !areSamePolicies(m_rules->inForceAt(*m_edition), edition);
    return beginRecompute(writer, isPolicy)
        .and_then([&] { return writer.setSetting(editionSetting, QString::number(edition.since)); })
        .map([&] {
            m_edition = edition.since;
            return true;
        });
}

Result<void> ClockKeeper::beginRecompute(store::Writer &writer, bool everyTicket)
{
    m_everyTicket = (m_recomputing && m_everyTicket) || everyTicket;
    m_recomputing = true;
    m_recomputed.clear();
    return writer.setSetting(recomputeSetting, m_everyTicket ? u"every "_s : u"dates "_s);
}

/// The last ticket that was looked at; empty at the end.
Result<QString> ClockKeeper::moveSome(store::Writer &writer)
{
    const auto began = writer.clock().monotonic();
    Result<QString> last = QString();
    for (int i = 0; i < stretchesInSlice && writer.clock().monotonic() - began < busyEnough; ++i) {
        last = moveStretch(writer);
        if (!last || last->isEmpty()) break;
        m_recomputed = *last;
    }
    return last;
}

Result<QString> ClockKeeper::moveStretch(store::Writer &writer)
{
    const auto clocks = store::openClocksAfter(writer.sideTables(), m_recomputed, clocksInSlice);
    if (!clocks) return tl::unexpected(clocks.error());
    const qint64 now = instantOf(writer.clock().now());
    const Moves moves = movesOf(*clocks, m_rules->inForceAt(now), now);
    return store::moveClocks(writer, moves.moved)
        .and_then([&] { return judge(writer, moves.needFacts); })
        .map([&moves](qint64) { return moves.last; });
}

Result<bool> ClockKeeper::recomputeSome(store::Writer &writer)
{
    if (const auto done = readRules(writer); !done) return tl::unexpected(done.error());
    Result<QString> last = QString();
    if (m_everyTicket) {
        const auto tickets = store::ticketsAfter(writer.database(), m_recomputed, ticketsInSlice);
        if (!tickets) return tl::unexpected(tickets.error());
        if (!tickets->isEmpty()) last = tickets->constLast();
        if (const auto judged = judge(writer, *tickets); !judged) return tl::unexpected(judged.error());
    } else {
        last = moveSome(writer);
    }
    if (!last) return tl::unexpected(last.error());
    m_recomputed = *last;
    m_recomputing = !last->isEmpty();
    const QString where = m_recomputing ? (m_everyTicket ? u"every "_s : u"dates "_s) + *last : QString();
    if (!m_recomputing) m_everyTicket = false;
    return writer.setSetting(recomputeSetting, where).map([] { return true; });
}

/// True where something was due.
Result<bool> ClockKeeper::judgeWhatIsDue(store::Writer &writer)
{
    const auto due = store::ticketsDue(writer.sideTables(), instantOf(writer.clock().now()), ticketsInSlice);
    if (!due) return tl::unexpected(due.error());
    return judge(writer, *due).map([&due](qint64) { return !due->isEmpty(); });
}

Result<qint64> ClockKeeper::judge(store::Writer &writer, const QStringList &tickets)
{
    if (tickets.isEmpty()) return 0;
    if (const auto done = readRules(writer); !done) return tl::unexpected(done.error());
    const qint64 now = instantOf(writer.clock().now());
    const auto judged = clocksByFacts(writer, *m_rules, tickets, now);
    if (!judged) return tl::unexpected(judged.error());
    const auto before = store::keptClocks(writer.sideTables(), tickets).map(byTicket);
    if (!before) return tl::unexpected(before.error());
    QStringList others;
    QList<store::KeptClock> kept;
    qint64 surprises = 0;
    for (const QString &ticket : tickets) {
        const QList<store::KeptClock> clocks = judged->value(ticket);
        m_judged += clocks.size();
        const QList<store::KeptClock> known = before->value(ticket);
        if (clocks == known) continue;
        others.append(ticket);
        kept += clocks;
        // What became late this very moment is no surprise.
        const bool wasDue = std::ranges::any_of(
            known, [now](const store::KeptClock &clock) { return clock.nextAt && *clock.nextAt <= now; });
        if (!wasDue) ++surprises;
    }
    return store::replaceClocks(writer, others, kept).map([&surprises] { return surprises; });
}

Result<RebuildReport> ClockKeeper::rebuild()
{
    while (true) {
        const auto more = keepSome();
        if (!more) return tl::unexpected(more.error());
        if (!*more) break;
    }
    RebuildReport report;
    m_judged = 0;
    QString last;
    do {
        const auto done = m_store.write([&](store::Writer &writer) -> Result<void> {
            const auto tickets = store::ticketsAfter(writer.database(), last, ticketsInSlice);
            if (!tickets) return tl::unexpected(tickets.error());
            const auto others = judge(writer, *tickets);
            if (!others) return tl::unexpected(others.error());
            last = tickets->isEmpty() ? QString() : tickets->constLast();
            report.tickets += tickets->size();
            report.different += *others;
            return {};
        });
        if (!done) return tl::unexpected(done.error());
    } while (!last.isEmpty());
    report.clocks = m_judged;
    return report;
}

} // namespace akwaba::servicelevels
