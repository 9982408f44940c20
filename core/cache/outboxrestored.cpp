// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/outbox.h"
#include "core/cache/outboxrows.h"
#include "core/database/database.h"

using namespace Qt::StringLiterals;

// What the outbox does where the server was restored from a backup, or this machine was (sync.md 2.20).
namespace akwaba {

namespace {

const auto lineageFact = u"lineage"_s;
const auto forgottenFact = u"forgottenThrough"_s;

} // namespace

Result<void> Outbox::follow(const Lineages &server, const QStringList &sentToItAlone)
{
    return change([&]() -> Result<void> {
        Statement unname(*m_database, u"UPDATE intent SET lineage = ? WHERE iid IN (SELECT value FROM json_each(?))"_s);
        if (const auto done = unname.bind(0, server.current).bind(1, jsonText(sentToItAlone)).run(); !done) return done;
        const auto known = readFact(lineageFact);
        if (!known) return tl::unexpected(known.error());
        if (*known == server.current) return {};
        if (const auto done = nameLineage(known->isEmpty() ? server.current : *known); !done) return done;
        Statement lost(*m_database,
                       u"UPDATE intent SET resend = 1, echoed = 0 WHERE state IN ('accepted', 'merged') "
                       "AND lineage <> ? AND NOT EXISTS (SELECT 1 FROM json_each(?) "
                       "WHERE key = intent.lineage AND value >= intent.applied_seq)"_s);
        // What the agent saw of drafts was counted in a history that is no more.
        Statement unseen(
            *m_database,
            u"UPDATE intent SET base_rev = 0, args = json_replace(args, '$.draft.rev', 0, '$.draftRev', 0) "
            "WHERE base_rev <> 0"_s);
        Statement drafts(*m_database, u"UPDATE draft SET record = json_replace(record, '$.rev', 0)"_s);
        if (const auto done = unseen.run().and_then([&] { return drafts.run(); }); !done) return done;
        const QJsonObject earlier = toJson(server).value(u"earlierLineages"_s).toObject();
        if (const auto done = lost.bind(0, server.current).bind(1, jsonText(earlier)).run(); !done) return done;
        return keepFact(lineageFact, server.current);
    });
}

Result<void> Outbox::askAgain(const Outcome &outcome)
{
    Statement again(*m_database, u"UPDATE intent SET attempts = attempts + 1 WHERE iid = ?"_s);
    const auto done = again.bind(0, outcome.iid).run();
    if (!done || outcome.reason != Reason::NumberTaken) return done;
    // This machine was set back to an earlier state of its disk, and has given numbers since then that it does not
    // know; or the answer that it was blocked was lost.
    const auto given = readFact(u"lastDseq"_s);
    if (!given) return tl::unexpected(given.error());
    const qint64 last = std::max(given->toLongLong(), outcome.patch.value(u"lastDseq"_s).toInteger());
    if (const auto kept = keepFact(u"lastDseq"_s, QString::number(last)); !kept) return kept;
    // What is told to a restored server once more stays accepted until it is sent under another number. Whatever was
    // written behind this one and is on its way goes behind it again.
    Statement unnumber(*m_database,
                       u"UPDATE intent SET state = iif(state = 'inflight', 'ready', state), "
                       "old_dseq = coalesce(old_dseq, dseq), dseq = NULL "
                       "WHERE (iid = :iid AND (state = 'inflight' OR resend = 1)) OR (state = 'inflight' "
                       "AND oseq > (SELECT oseq FROM intent WHERE iid = :iid))"_s);
    return unnumber.bind(u":iid"_s, outcome.iid).run();
}

QString Outbox::lineage() { return fact(lineageFact); }

Result<void> Outbox::resendFrom(qint64 dseq)
{
    return change([&]() -> Result<void> {
        Statement first(*m_database, u"SELECT min(dseq) FROM intent WHERE dseq >= ?"_s);
        const auto oldest = first.bind(0, dseq).first([](const Statement &row) { return row.integer(0); });
        if (!oldest) return tl::unexpected(oldest.error());
        const auto given = readFact(u"lastDseq"_s);
        if (!given) return tl::unexpected(given.error());
        const qint64 known = oldest->value_or(0) > 0 ? **oldest : given->toLongLong() + 1;
        if (const auto kept = keepFact(forgottenFact, QString::number(known - 1)); !kept) return kept;
        Statement mark(*m_database, u"UPDATE intent SET resend = 1, echoed = 0 WHERE dseq >= ?"_s);
        return mark.bind(0, dseq).run();
    });
}

Result<void> Outbox::nameLineage(const QString &lineage)
{
    Statement name(*m_database,
                   u"UPDATE intent SET lineage = ? WHERE lineage = '' "
                   "AND (state = 'inflight' OR resend = 1 OR applied_seq IS NOT NULL)"_s);
    return name.bind(0, lineage).run();
}

Result<void> Outbox::reject(const Outcome &outcome)
{
    if (outcome.reason != Reason::AlreadyExists) return decide(outcome, IntentState::Rejected);
    Statement row(*m_database, u"SELECT applied_seq FROM intent WHERE iid = ? AND applied_seq IS NOT NULL"_s);
    const auto applied = row.bind(0, outcome.iid).first([](const Statement &found) { return found.integer(0); });
    if (!applied) return tl::unexpected(applied.error());
    if (!*applied) return decide(outcome, IntentState::Rejected);
    // It was accepted before a restore which did not lose it, only the outcome.
    Outcome known = outcome;
    known.reason = Reason::None;
    known.seq = **applied;
    return decide(known, IntentState::Accepted);
}

qint64 Outbox::forgottenThrough() { return fact(forgottenFact).toLongLong(); }

} // namespace akwaba
