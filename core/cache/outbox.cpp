// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/outbox.h"

#include "core/base/clock.h"
#include "core/cache/outboxrows.h"
#include "core/database/database.h"
#include "core/database/migration.h"
#include "core/database/transaction.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace akwaba {

namespace {

constexpr auto keptAccepted = std::chrono::days(7);
constexpr auto keptBegun = std::chrono::days(30); // what it was about may be over, and nobody comes to throw it away
constexpr qsizetype envelopeBytes = 300; // of an intent on the wire, besides its arguments

QString text(const Statement &row) { return row.text(0); }

} // namespace

Outbox::Outbox(std::unique_ptr<Database> database, const Clock &clock, bool readOnly)
    : m_database(std::move(database)), m_clock(clock), m_readOnly(readOnly)
{
}

Outbox::~Outbox() = default;

Result<std::unique_ptr<Outbox>> Outbox::open(const QString &path, const QByteArray &key, const Clock &clock)
{
    DatabaseOptions options{.key = key, .synchronous = DatabaseOptions::Synchronous::Full};
    auto database = Database::open(path, options);
    if (!database) return tl::unexpected(database.error());
    const auto migrations = migrationsIn(u":/akwaba/outbox"_s);
    if (!migrations) return tl::unexpected(migrations.error());
    const auto migrated = migrate(*database, *migrations);
    if (!migrated && migrated.error().code != Code::TooNew) return tl::unexpected(migrated.error());
    options.readOnly = !migrated;
    if (options.readOnly) database = Database::open(path, options);
    if (!database) return tl::unexpected(database.error());
    return std::unique_ptr<Outbox>(
        new Outbox(std::make_unique<Database>(std::move(*database)), clock, options.readOnly));
}

Result<void> Outbox::change(const std::function<Result<void>()> &work)
{
    if (m_readOnly) return fail(Code::TooNew, u"the outbox was written by a newer program"_s);
    auto transaction = Transaction::write(*m_database);
    if (!transaction) return tl::unexpected(transaction.error());
    return work().and_then([&] { return transaction->commit(); });
}

// ------------------------------------------------------------------------------------------------ what was meant

Result<void> Outbox::insert(const Intent &intent)
{
    const auto command = commandOf(intent);
    Statement row(
        *m_database,
        u"INSERT INTO intent(%1, ticket, state) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'ready')"_s.arg(intentColumns()));
    row.bind(0, intent.iid).bind(1, intent.op).bind(2, intent.opver).bind(3, intent.entity);
    row.bind(4, jsonText(intent.args)).bind(5, intent.baseRev).bind(6, jsonText(intent.deps));
    row.bind(7, jsonText(intent.subjects)).bind(8, intent.writtenAt);
    return row.bind(9, command ? ticketOf(*command).value : QString()).run();
}

Result<void> Outbox::append(const QList<Intent> &intents)
{
    return change([&]() -> Result<void> {
        for (const Intent &intent : intents) {
            if (const auto done = appendOne(intent); !done) return done;
        }
        return {};
    });
}

Result<void> Outbox::appendOne(const Intent &intent)
{
    const auto command = commandOf(intent);
    return (command ? replaceDraft(*command) : Result<void>())
        .and_then([&] { return command ? removeForm(formKey(*command)) : Result<void>(); })
        .and_then([&] { return insert(intent); });
}

Result<Intent> Outbox::find(const QString &iid)
{
    Statement row(*m_database, u"SELECT %1 FROM intent WHERE iid = ?"_s.arg(intentColumns()));
    const auto found = row.bind(0, iid).first(readIntent);
    if (!found) return tl::unexpected(found.error());
    if (!*found) return fail(Code::NotFound, iid);
    return **found;
}

Result<QDateTime> Outbox::newestWaiting()
{
    // The last condition is that of the index of what is open.
    Statement newest(*m_database,
                     u"SELECT max(written_at) FROM intent WHERE (%1 OR state = 'blocked') "
                     "AND state NOT IN ('accepted', 'merged')"_s.arg(undecided()));
    return newest.first([](const Statement &row) { return row.instant(0); }).map([](const auto &at) {
        return at.value_or(QDateTime());
    });
}

Result<QList<Intent>> Outbox::pending()
{
    Statement rows(*m_database,
                   u"SELECT %1 FROM intent WHERE echoed = 0 AND (%2 OR state IN ('accepted', 'merged')) "
                   "ORDER BY oseq"_s.arg(intentColumns(), undecided()));
    return rows.rows(readIntent);
}

// ------------------------------------------------------------------------------------------------ on the way

Result<QList<NumberedIntent>> Outbox::compose(int maxIntents, qsizetype maxBytes)
{
    QList<NumberedIntent> batch;
    const auto done = change([&] { return number(batch, maxIntents, maxBytes); });
    if (!done) return tl::unexpected(done.error());
    return batch;
}

Result<void> Outbox::number(QList<NumberedIntent> &batch, int maxIntents, qsizetype maxBytes)
{
    // Not what stands for none when the disk fails: numbers would be given twice.
    const auto given = readFact(u"lastDseq"_s);
    if (!given) return tl::unexpected(given.error());
    const auto lineage = readFact(u"lineage"_s);
    if (!lineage) return tl::unexpected(lineage.error());
    Statement rows(*m_database,
                   u"SELECT %1, dseq, length(args), applied_seq IS NOT NULL, lineage FROM intent WHERE %2 "
                   "ORDER BY dseq IS NULL, dseq, oseq LIMIT ?"_s.arg(intentColumns(), toSend()));
    qsizetype bytes = 0;
    const auto read = rows.bind(0, maxIntents).forEach([&](const Statement &row) {
        bytes += static_cast<qsizetype>(row.integer(intentColumnCount + 1)) + envelopeBytes;
        if (!batch.isEmpty() && bytes > maxBytes) return;
        const QString to = row.text(intentColumnCount + 3);
        const auto unaccepted = to.isEmpty() || to == *lineage ? SentBefore::No : SentBefore::Unanswered;
        batch.append({row.integer(intentColumnCount), readIntent(row),
                      row.flag(intentColumnCount + 2) ? SentBefore::Accepted : unaccepted, to.isEmpty()});
    });
    if (!read) return read;
    qint64 last = given->toLongLong();
    Statement send(*m_database,
                   u"UPDATE intent SET dseq = ?, state = 'inflight', attempts = attempts + 1 WHERE iid = ?"_s);
    for (NumberedIntent &numbered : batch) {
        if (numbered.dseq != 0) continue;
        numbered.dseq = ++last;
        if (const auto done = send.bind(0, last).bind(1, numbered.intent.iid).run(); !done) return done;
    }
    if (const auto done = nameLineage(*lineage); !done) return done;
    return keepFact(u"lastDseq"_s, QString::number(last));
}

qint64 Outbox::lastDseq() { return fact(u"lastDseq"_s).toLongLong(); }

Result<void> Outbox::record(const QList<Outcome> &outcomes)
{
    // What is decided first: of the rest, whatever was written behind what needs another number gets another one, too.
    QList<Outcome> ordered = outcomes;
    std::ranges::stable_partition(ordered,
                                  [](const Outcome &outcome) { return outcome.reason != Reason::NumberTaken; });
    return change([&]() -> Result<void> {
        for (const Outcome &outcome : std::as_const(ordered)) {
            if (const auto done = recordOne(outcome); !done) return done;
        }
        return {};
    });
}

Result<void> Outbox::recordOne(const Outcome &outcome)
{
    switch (outcome.kind) {
    case OutcomeKind::Accepted: return decide(outcome, IntentState::Accepted);
    case OutcomeKind::Merged: return decide(outcome, IntentState::Merged);
    case OutcomeKind::NeedsReview: return decide(outcome, IntentState::NeedsReview);
    case OutcomeKind::Rejected: return reject(outcome);
    case OutcomeKind::Blocked: return decide(outcome, IntentState::Blocked);
    case OutcomeKind::Transient: return askAgain(outcome);
    }
    return {};
}

Result<void> Outbox::decide(const Outcome &outcome, IntentState state)
{
    const bool applied = state == IntentState::Accepted || state == IntentState::Merged;
    Statement update(
        *m_database,
        // What was emptied for an erasure is refused for what is missing in it: that is why, and nothing comes back.
        // That a server took it once stays true when a restored one can't: it is a replay for good (2.20).
        u"UPDATE intent SET state = iif(state = 'cancelled', state, ?), reason = iif(reason = 'erased', reason, ?), "
        "applied_seq = coalesce(?, applied_seq), patch = iif(reason = 'erased', NULL, ?), settled_at = ?, resend = 0, "
        "old_dseq = NULL, "
        "lineage = CASE WHEN ? THEN %1 WHEN applied_seq IS NULL AND lineage = %1 THEN '' ELSE lineage END "
        "WHERE iid = ?"_s.arg(u"coalesce((SELECT value FROM meta WHERE name = 'lineage'), '')"_s));
    update.bind(0, wireName(state)).bind(1, wireName(outcome.reason));
    update.bind(2, applied ? QVariant(outcome.seq) : QVariant()).bind(3, jsonText(outcome.patch));
    const auto done = update.bind(4, m_clock.now()).bind(5, applied).bind(6, outcome.iid).run();
    if (!done || applied) return done;
    return dependentsOf(outcome.iid).and_then([&](const QStringList &iids) { return block(iids); });
}

Result<QStringList> Outbox::dependentsOf(const QString &iid)
{
    Statement direct(*m_database,
                     u"SELECT iid FROM intent WHERE state IN ('held', 'ready', 'blocked') "
                     "AND EXISTS (SELECT 1 FROM json_each(deps) WHERE value = ?) ORDER BY oseq"_s);
    QStringList all;
    QStringList next{iid};
    while (!next.isEmpty()) {
        const auto found = direct.bind(0, next.takeFirst()).rows(text);
        if (!found) return tl::unexpected(found.error());
        for (const QString &dependent : *found) {
            if (all.contains(dependent)) continue;
            all += dependent;
            next += dependent;
        }
    }
    return all;
}

Result<void> Outbox::block(const QStringList &iids)
{
    Statement update(*m_database, u"UPDATE intent SET state = 'blocked', reason = ? WHERE iid = ?"_s);
    for (const QString &iid : iids) {
        if (const auto done = update.bind(0, wireName(Reason::Dependency)).bind(1, iid).run(); !done) return done;
    }
    return {};
}

Result<bool> Outbox::retryBlocked(const QMap<QString, int> &newestVersions)
{
    Statement blocked(*m_database,
                      u"SELECT iid, op, opver FROM intent WHERE state = 'blocked' AND reason = ? ORDER BY oseq"_s);
    QStringList iids;
    const auto found = blocked.bind(0, wireName(Reason::NeedsServerUpgrade)).forEach([&](const Statement &row) {
        if (newestVersions.value(row.text(1)) >= row.integer(2)) iids += row.text(0);
    });
    if (!found) return tl::unexpected(found.error());
    if (iids.isEmpty()) return false;
    return change([&] { return unblock(iids); }).map([] { return true; });
}

Result<void> Outbox::unblock(const QStringList &iids)
{
    Statement update(*m_database,
                     u"UPDATE intent SET state = 'ready', dseq = NULL, reason = 'none' "
                     "WHERE iid = ? AND state = 'blocked'"_s);
    for (const QString &iid : iids) {
        const auto dependents = dependentsOf(iid);
        if (!dependents) return tl::unexpected(dependents.error());
        for (const QString &each : QStringList{iid} + *dependents) {
            if (const auto done = update.bind(0, each).run(); !done) return done;
        }
    }
    return {};
}

qint64 Outbox::ackedThrough()
{
    const auto first = m_database->value(u"SELECT min(dseq) FROM (SELECT dseq FROM intent "
                                         "WHERE state = 'inflight' OR resend = 1 "
                                         "UNION ALL SELECT old_dseq FROM intent WHERE old_dseq IS NOT NULL)"_s);
    if (first && !first->isNull()) return first->toLongLong() - 1;
    return first ? lastDseq() : 0;
}

// ------------------------------------------------------------------------------------------------ accepted

Result<QStringList> Outbox::awaitingEcho()
{
    Statement rows(*m_database,
                   // What a restored server lost is in nothing that it answers before it was told again.
                   u"SELECT iid FROM intent WHERE echoed = 0 AND resend = 0 AND state IN ('accepted', 'merged') "
                   "ORDER BY oseq"_s);
    return rows.rows(text);
}

Result<void> Outbox::markEchoed(const QStringList &iids)
{
    if (iids.isEmpty()) return {};
    return change([&] {
        Statement update(*m_database, u"UPDATE intent SET echoed = 1 WHERE iid IN (SELECT value FROM json_each(?))"_s);
        return update.bind(0, jsonText(iids)).run();
    });
}

Result<void> Outbox::forgetOld()
{
    return change([&] {
        Statement old(*m_database,
                      u"DELETE FROM intent WHERE settled_at < ? AND resend = 0 "
                      "AND (state = 'cancelled' OR (state IN ('accepted', 'merged') AND echoed = 1))"_s);
        Statement begun(*m_database, u"DELETE FROM form WHERE written_at < ?"_s);
        const auto before = [this](std::chrono::milliseconds kept) { return m_clock.now().addMSecs(-kept.count()); };
        return old.bind(0, before(keptAccepted)).run().and_then([&] { return begun.bind(0, before(keptBegun)).run(); });
    });
}

int Outbox::count(const QString &condition)
{
    return m_database->value(u"SELECT count(*) FROM intent WHERE "_s + condition).value_or(QVariant(0)).toInt();
}

int Outbox::pendingCount() { return count(undecided()); }

int Outbox::notSentCount() { return count(refused()); }

bool Outbox::hasReady() { return count(toSend()) > 0; }

} // namespace akwaba
