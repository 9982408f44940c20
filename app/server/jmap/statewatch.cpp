// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/jmap/statewatch.h"

#include "app/server/jmap/herald.h"
#include "app/server/store/scopes.h"
#include "app/server/store/store.h"
#include "core/base/clock.h"

#include <algorithm>

namespace akwaba::jmap {

using namespace Qt::StringLiterals;

StateWatch::StateWatch(const Surroundings &around, http::Headers headers, store::Caller caller)
    : m_around(around), m_headers(std::move(headers)), m_caller(std::move(caller))
{
    m_around.herald.add(this);
}

StateWatch::~StateWatch() { m_around.herald.remove(this); }

bool StateWatch::renewCaller()
{
    Result<store::Caller> caller = m_around.authenticator.callerOf(m_headers);
    if (caller) {
        m_caller = std::move(*caller);
        m_isOther = false;
        return true;
    }
    if (caller.error().code == Code::Unauthenticated) Q_EMIT refused();
    return false;
}

void StateWatch::begin(const std::optional<QStringList> &types, const QString &known)
{
    m_watches = true;
    m_types = types;
    const Result<store::Snapshot> snapshot = m_around.store.read();
    const QString now = snapshot ? snapshot->state() : known;
    m_told = known.isEmpty() ? now : known;
    // What changed while he was away: he must not wait for the next change to hear of it (RFC 8887 4.3.5.2).
    if (m_told != now) hint(snapshot ? &*snapshot : nullptr);
}

void StateWatch::notice(const store::CommitNotice &notice, const store::Snapshot *moment)
{
    // His session may have ended, or his teams may be others.
    if (notice.people || notice.scopes.contains(store::agentKey(m_caller.agent)))
        m_isOther = true;
    else if (!m_isOther && notice.first <= m_caller.asOf + 1)
        m_caller.asOf = std::max(m_caller.asOf, notice.seq);
    if (m_isOther && !renewCaller()) return;
    if (!m_watches || !store::intersects(notice.scopes, m_caller.member.scopes)) return;
    m_due = true;
    tellDue(moment);
}

void StateWatch::tellDue(const store::Snapshot *moment)
{
    if (!m_due) return;
    const auto now = m_around.store.clock().monotonic();
    if (now < m_quietUntil) return m_around.herald.comeBackIn(m_quietUntil - now);
    m_due = false;
    hint(moment);
}

void StateWatch::hint(const store::Snapshot *snapshot)
{
    m_quietUntil = m_around.store.clock().monotonic() + m_around.settings.pushEvery;
    if (!m_watches || (m_isOther && !renewCaller())) return;
    if (snapshot == nullptr) return; // a hint may be lost: the device pulls again by itself
    const auto states = snapshot->statesSince(m_told, m_caller);
    if (!states) return;
    m_told = snapshot->state();
    QJsonObject changes;
    const auto isWanted = [this](const QString &type) { return !m_types || m_types->contains(type); };
    for (auto it = states->begin(); it != states->end(); ++it) {
        if (isWanted(it.key())) changes.insert(it.key(), it.value());
    }
    // The cursor of Sync/changes, which is of all types.
    if (isWanted(u"Akwaba"_s)) changes.insert(u"Akwaba"_s, m_told);
    if (changes.isEmpty()) return;
    Q_EMIT changed({{u"@type"_s, u"StateChange"_s}, {u"changed"_s, QJsonObject{{QString(account), changes}}}}, m_told);
}

} // namespace akwaba::jmap
