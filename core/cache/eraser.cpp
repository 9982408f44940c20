// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/eraser.h"

#include "core/base/clock.h"
#include "core/cache/cache.h"
#include "core/domain/customer.h"
#include "core/domain/ticket.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

using Kept = ErasureStep;

QStringList idsOf(const ErasureOrder &order, const TypeInfo &type)
{
    for (const IdsOfType &entry : order.ids) {
        if (entry.type == &type) return entry.ids;
    }
    return {};
}

QList<Gone> goneBy(const ErasureOrder &order)
{
    QList<Gone> gone;
    for (const IdsOfType &entry : order.ids)
        gone.append({entry.type, entry.ids, GoneKind::Erased});
    return gone;
}

} // namespace

Eraser::Eraser(Cache &cache, Outbox &outbox, const Clock &clock, ApplyContext me)
    : m_cache(cache), m_outbox(outbox), m_clock(clock), m_me(std::move(me))
{
}

Eraser::~Eraser() = default;

void Eraser::take(const QList<ErasureOrder> &orders)
{
    const bool isSame = !m_orders.isEmpty() && !orders.isEmpty() && m_orders.constFirst().id == orders.constFirst().id;
    m_orders = orders;
    if (isSame) return;
    m_letter = Letter::Begin;
    m_needles.reset();
}

Result<Eraser::Step> Eraser::advance()
{
    if (m_orders.isEmpty()) return Step{};
    switch (m_letter) {
    case Letter::Begin: return begin();
    case Letter::Delete: return erase();
    case Letter::Truncate: return truncate();
    case Letter::Verify: return verify();
    case Letter::Report: break;
    }
    return Step{Next::Report, {}};
}

Result<Eraser::Step> Eraser::goOn(Letter letter, Kept step)
{
    m_letter = letter;
    m_kept = step;
    return m_outbox.keepErasure(m_orders.constFirst().id, {step, {}}).map([] { return Step{Next::GoOn, {}}; });
}

Result<Eraser::Step> Eraser::begin()
{
    const ErasureOrder &order = m_orders.constFirst();
    m_report = {};
    m_report.erasure = order.id;
    m_needles.reset();
    const auto known = m_outbox.erasure(order.id);
    if (!known) return tl::unexpected(known.error());
    // What may be seen changes: that is done anew. What was erased stays erased.
    const bool isDone = *known && (*known)->step == Kept::Done && (*known)->ack;
    if (isDone && order.cause == ErasureCause::Erasure) {
        m_report = *(*known)->ack;
        m_letter = Letter::Report;
        return Step{Next::GoOn, {}};
    }
    const Kept step = *known && !isDone ? (*known)->step : Kept::Deleting;
    // What the cache deleted may be back after a power cut: its log is on the disk for sure only once it was emptied.
    if (step == Kept::Deleting || step == Kept::Deleted) return goOn(Letter::Delete, step);
    m_letter = Letter::Truncate;
    m_kept = step;
    return Step{Next::GoOn, {}};
}

/// Letters A and B, the outbox first: what it no longer holds is not shown again over the rows that go.
Result<Eraser::Step> Eraser::erase()
{
    m_needles = std::make_unique<Needles>();
    auto changed = eraseRows(m_orders.constFirst());
    if (!changed) return tl::unexpected(changed.error());
    if (m_kept == Kept::Deleted) m_needles.reset(); // what another process deleted is not among them
    return goOn(Letter::Truncate, Kept::Deleted).map([&](Step step) {
        step.changed = std::move(*changed);
        return step;
    });
}

Result<Changed> Eraser::eraseRows(const ErasureOrder &order)
{
    QStringList cancelled;
    if (order.cause == ErasureCause::Erasure) {
        auto iids = m_outbox.eraseSubjects(idsOf(order, typeInfo<Customer>()), idsOf(order, typeInfo<Ticket>()),
                                           m_needles.get());
        if (!iids) return tl::unexpected(iids.error());
        cancelled = std::move(*iids);
    }
    const auto pending = m_outbox.pending();
    if (!pending) return tl::unexpected(pending.error());
    if (order.cause == ErasureCause::Scope) return m_cache.eraseOutside(order.scopes, *m_needles, *pending, m_me);
    return m_cache.erase(goneBy(order), cancelled, *m_needles, *pending, m_me);
}

/// Letters C and D. The keys of files went with the rows that named these: what lies here still can't be read, and
/// goes.
Result<Eraser::Step> Eraser::truncate()
{
    const auto done = m_outbox.truncateWal().and_then([this] { return m_cache.truncateWal(); }).and_then([this] {
        return m_cache.blobs().removeStrays();
    });
    if (!done && done.error().code == Code::Locked) return Step{Next::Wait, {}};
    if (!done) return tl::unexpected(done.error());
    m_letter = Letter::Verify;
    return Step{Next::GoOn, {}};
}

/// Letters E and F: look, write anew what still shows something, and at last throw the cache away.
Result<Eraser::Step> Eraser::verify()
{
    if (!m_needles && m_kept == Kept::Deleted) return rewrite();
    if (!m_needles || m_needles->isEmpty()) return conclude(ErasureLevel::Logical);
    const auto left = remnants();
    if (!left) return tl::unexpected(left.error());
    m_report.hits = *left;
    if (*left == 0) return conclude(ErasureLevel::ByteClean);
    if (m_kept == Kept::Deleted) return rewrite();
    return goOn(Letter::Truncate, Kept::Rebuilt).map([](Step step) {
        step.next = Next::Rebuild;
        return step;
    });
}

Result<Eraser::Step> Eraser::rewrite()
{
    return m_cache.rewrite().and_then([this] { return m_outbox.rewrite(); }).and_then([this] {
        return goOn(Letter::Truncate, Kept::Rewritten);
    });
}

/// Places where something of it still is, but for what stands in rows by right.
Result<qint64> Eraser::remnants()
{
    ScanReport report;
    qint64 strays = 0;
    const auto scanned = scanFiles(QFileInfo(m_cache.path()).absolutePath(), *m_needles, report)
                             .and_then([&] { return m_cache.scan(*m_needles, report, strays); })
                             .and_then([&] { return m_outbox.scan(*m_needles, report); });
    if (!scanned) return tl::unexpected(scanned.error());
    m_report.filesScanned = report.files;
    m_report.bytesScanned = report.bytes;
    m_report.needles = m_needles->count();
    if (report.found.isEmpty()) return strays;
    QSet<qsizetype> live;
    const auto read = m_cache.scanLive(*m_needles, live).and_then([&] { return m_outbox.scanLive(*m_needles, live); });
    if (!read) return tl::unexpected(read.error());
    return report.found.subtract(live).size() + strays;
}

Result<Eraser::Step> Eraser::conclude(ErasureLevel level)
{
    m_report.level = level;
    m_report.path = m_kept == Kept::Rebuilt ? ErasurePath::Rebuilt
        : m_kept == Kept::Rewritten         ? ErasurePath::Rewritten
                                            : ErasurePath::Clean;
    m_report.sqliteVersion = QStringLiteral(AKWABA_SQLITE_VERSION);
    m_report.endedAt = m_clock.now();
    m_needles.reset();
    m_letter = Letter::Report;
    // Kept before it is told: whatever happens on the way, the same is told again.
    return m_outbox.keepErasure(m_report.erasure, {Kept::Done, m_report}).map([] { return Step{Next::Report, {}}; });
}

/// Letter G.
void Eraser::reported()
{
    m_orders.removeFirst();
    m_letter = Letter::Begin;
}

} // namespace akwaba
