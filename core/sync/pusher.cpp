// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/pusher.h"

#include "core/sync/localwrite.h"

namespace akwaba {

using namespace Qt::StringLiterals;

namespace {
constexpr int intentsPerRequest = 50;
constexpr qsizetype bytesPerRequest = 1024 * 1024;
} // namespace

Pusher::Pusher(Cache &cache, Outbox &outbox, ApplyContext me)
    : m_cache(cache), m_outbox(outbox), m_me(std::move(me)) { }

Result<Changed> Pusher::retryBlocked(const wire::Session &session)
{
    return m_outbox.retryBlocked(session.opVersions).and_then([this](bool isSome) {
        return isSome ? showAllPending(m_outbox, m_cache, m_me) : Result<Changed>();
    });
}

Result<QByteArray> Pusher::compose(const wire::Session &session)
{
    const Result<QList<NumberedIntent>> batch = m_outbox.compose(intentsPerRequest, bytesPerRequest);
    if (!batch) return tl::unexpected(batch.error());
    m_sent.clear();
    m_sentFirst.clear();
    if (batch->isEmpty()) return QByteArray();
    for (const NumberedIntent &numbered : *batch) {
        m_sent.append(numbered.intent.iid);
        if (numbered.isFirst) m_sentFirst.append(numbered.intent.iid);
    }
    const wire::Progress progress{m_outbox.ackedThrough(), m_outbox.forgottenThrough(), m_outbox.lineage()};
    return wire::bytes(session, {wire::intentApply(session, progress, *batch)});
}

Result<Pushed> Pusher::take(const jmap::Response &response)
{
    if (response.methodResponses.isEmpty()) return fail(Code::Protocol, u"empty response"_s);
    const jmap::Invocation &answer = response.methodResponses.constFirst();
    if (answer.name == u"error") return refused(answer);
    const Result<QList<Outcome>> outcomes = wire::outcomesFrom(answer.arguments);
    if (!outcomes) return tl::unexpected(outcomes.error());
    Pushed pushed;
    QList<Outcome> mine;
    for (const Outcome &outcome : *outcomes) {
        if (!m_sent.contains(outcome.iid)) continue; // not of this request: no reason to believe it
        mine.append(outcome);
        m_wasSetBack |= outcome.reason == Reason::NumberTaken;
        ++(outcome.kind == OutcomeKind::Transient ? pushed.repeated : pushed.decided);
    }
    Result<Changed> changed = record(mine);
    if (!changed) return tl::unexpected(changed.error());
    pushed.changed = std::move(*changed);
    if (pushed.decided + pushed.repeated < m_sent.size()) ++pushed.repeated; // some were not answered: ask again
    return pushed;
}

Result<Changed> Pusher::record(const QList<Outcome> &outcomes)
{
    QStringList refused;
    for (const Outcome &outcome : outcomes) {
        const bool stays = outcome.kind == OutcomeKind::Accepted || outcome.kind == OutcomeKind::Merged
            || outcome.kind == OutcomeKind::Transient;
        if (!stays) refused.append(outcome.iid);
    }
    Changed changed;
    if (!refused.isEmpty()) {
        Result<QList<Intent>> others = m_outbox.pending();
        if (!others) return tl::unexpected(others.error());
        others->removeIf([&refused](const Intent &intent) { return refused.contains(intent.iid); });
        for (const QString &iid : std::as_const(refused)) {
            const Result<Changed> settled = m_cache.settle(iid, *others, m_me);
            if (!settled) return settled;
            changed.unite(*settled);
        }
    }
    if (Result<void> recorded = m_outbox.record(outcomes); !recorded) return tl::unexpected(recorded.error());
    if (refused.isEmpty()) return changed;
    // What depends on the refused ones is blocked by now, and no longer to be shown either.
    const Result<Changed> shown = showAllPending(m_outbox, m_cache, m_me);
    if (!shown) return shown;
    changed.unite(*shown);
    return changed;
}

Result<Pushed> Pusher::refused(const jmap::Invocation &answer)
{
    const QString type = answer.arguments.value(u"type"_s).toString();
    const auto repeat = [this](const Result<void> &prepared) -> Result<Pushed> {
        if (!prepared) return tl::unexpected(prepared.error());
        return Pushed{.changed = {}, .decided = 0, .repeated = int(m_sent.size())};
    };
    const qint64 expected = answer.arguments.value(u"expected"_s).toInteger();
    const Lineages lineages = lineagesFromJson(answer.arguments);
    if (type == u"outOfOrder" && expected > 0) {
        const bool movedOn = expected > std::exchange(m_missed, expected);
        return repeat(m_outbox.resendFrom(expected)).map([movedOn](Pushed pushed) {
            pushed.movedOn = movedOn;
            return pushed;
        });
    }
    if (type == u"lineageChanged" && !lineages.current.isEmpty()) return repeat(m_outbox.follow(lineages, m_sentFirst));
    const bool passing = type == u"serverUnavailable" || type == u"serverFail" || type == u"serverPartialFail";
    return fail(passing ? Code::Unreachable : Code::Protocol, type);
}

} // namespace akwaba
