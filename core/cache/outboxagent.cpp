// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The part of Outbox that is the agent's own word on what he did: take it back, give it up, send it again; and where he
// is not done.
#include "core/cache/outbox.h"
#include "core/cache/outboxrows.h"
#include "core/database/database.h"
#include "core/database/statement.h"

using namespace Qt::StringLiterals;

namespace akwaba {

Result<IntentState> Outbox::stateOf(const QString &iid, bool &wasSent)
{
    Statement row(*m_database, u"SELECT state, coalesce(dseq, old_dseq) IS NOT NULL FROM intent WHERE iid = ?"_s);
    const auto found = row.bind(0, iid).first([&wasSent](const Statement &r) {
        wasSent = r.flag(1);
        return fromWireName<IntentState>(r.text(0)).value_or(IntentState::Cancelled);
    });
    if (!found) return tl::unexpected(found.error());
    if (!*found) return fail(Code::NotFound, iid);
    return **found;
}

Result<void> Outbox::remove(const QString &iid)
{
    Statement row(*m_database, u"DELETE FROM intent WHERE iid = ?"_s);
    return row.bind(0, iid).run();
}

Result<void> Outbox::cancel(const QString &iid)
{
    return change([&] { return cancelOne(iid); });
}

Result<QStringList> Outbox::cancelUnsent(const QStringList &iids)
{
    QStringList cancelled;
    const auto done = change([&]() -> Result<void> {
        for (const QString &iid : iids) {
            const auto one = cancelOne(iid);
            if (one) cancelled += iid;
            const bool isLate = !one && (one.error().code == Code::Conflict || one.error().code == Code::NotFound);
            if (!one && !isLate) return one;
        }
        return {};
    });
    if (!done) return tl::unexpected(done.error());
    return cancelled;
}

Result<void> Outbox::cancelOne(const QString &iid)
{
    bool wasSent = false;
    const auto state = stateOf(iid, wasSent);
    if (!state) return tl::unexpected(state.error());
    if (wasSent || (*state != IntentState::Ready && *state != IntentState::Held))
        return fail(Code::Conflict, u"already on its way"_s);
    const auto intent = find(iid);
    if (!intent) return tl::unexpected(intent.error());
    const auto command = commandOf(*intent); // of an op that we don't know there is no draft
    const auto written = command.map(writtenIn);
    const bool hasForm = command && !formKey(*command).isEmpty();
    return dependentsOf(iid)
        .and_then([&](const QStringList &iids) { return block(iids); })
        .and_then([&] { return remove(iid); })
        .and_then([&] { return written && *written ? putDraft(**written) : Result<void>(); })
        .and_then([&] { return hasForm ? putForm(*intent) : Result<void>(); });
}

Result<void> Outbox::discard(const QString &iid)
{
    return change([&]() -> Result<void> {
        bool wasSent = false;
        const auto state = stateOf(iid, wasSent);
        if (!state) return tl::unexpected(state.error());
        if (*state != IntentState::NeedsReview && *state != IntentState::Rejected && *state != IntentState::Blocked
            && *state != IntentState::Cancelled)
            return fail(Code::Conflict, u"not refused"_s);
        return remove(iid);
    });
}

Result<void> Outbox::replace(const QString &iid, const Intent &replacement)
{
    return change([&]() -> Result<void> {
        const auto dependents = dependentsOf(iid);
        if (!dependents) return tl::unexpected(dependents.error());
        // It says something about the same people.
        const auto old = find(iid);
        if (!old) return tl::unexpected(old.error());
        Intent again = replacement;
        for (const QString &subject : old->subjects)
            if (!again.subjects.contains(subject)) again.subjects.append(subject);
        if (const auto done = insert(again); !done) return done;
        // They go behind the new one: their place in the order is the one of sending.
        Statement follow(*m_database,
                         u"UPDATE intent SET deps = replace(deps, :old, :new), state = 'ready', dseq = NULL, "
                         "reason = 'none', oseq = (SELECT max(oseq) + 1 FROM intent) WHERE iid = :iid"_s);
        for (const QString &dependent : *dependents) {
            follow.bind(u":old"_s, iid).bind(u":new"_s, replacement.iid).bind(u":iid"_s, dependent);
            if (const auto done = follow.run(); !done) return done;
        }
        return remove(iid);
    });
}

Result<QSet<QString>> Outbox::ticketsAtWork()
{
    Statement rows(
        *m_database,
        u"SELECT ticket FROM draft UNION SELECT ticket FROM form UNION SELECT ticket FROM intent WHERE echoed = 0 OR %1 OR %2"_s
            .arg(undecided(), refused()));
    QSet<QString> tickets;
    return rows.forEach([&tickets](const Statement &row) { tickets.insert(row.text(0)); }).map([&] {
        return std::move(tickets);
    });
}

} // namespace akwaba
