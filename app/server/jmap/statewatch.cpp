// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/jmap/statewatch.h"

#include "app/server/store/scopes.h"
#include "app/server/store/store.h"

#include <algorithm>

namespace akwaba::jmap {

using namespace Qt::StringLiterals;

StateWatch::StateWatch(store::Store &store, const Authenticator &authenticator, const Settings &settings,
                       http::Headers headers, store::Caller caller)
    : m_store(store), m_authenticator(authenticator), m_headers(std::move(headers)), m_caller(std::move(caller))
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(settings.pushEvery);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        if (std::exchange(m_due, false)) hintNow();
    });
}

bool StateWatch::renewCaller()
{
    Result<store::Caller> caller = m_authenticator.callerOf(m_headers);
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
    const Result<store::Snapshot> snapshot = m_store.read();
    const QString now = snapshot ? snapshot->state() : known;
    m_told = known.isEmpty() ? now : known;
    // What changed while he was away: he must not wait for the next change to hear of it (RFC 8887 4.3.5.2).
    if (m_told != now) hint(snapshot ? &*snapshot : nullptr);
}

void StateWatch::notice(const store::CommitNotice &notice, const store::Snapshot *moment)
{
    // Something of his own, or of all: his session may have ended, or his teams may be others.
    const bool concernsHim =
        notice.scopes.contains(store::agentKey(m_caller.agent)) || notice.scopes.contains(store::orgKey());
    if (concernsHim)
        m_isOther = true;
    else if (!m_isOther && notice.first <= m_caller.asOf + 1)
        m_caller.asOf = std::max(m_caller.asOf, notice.seq);
    if (m_isOther && !renewCaller()) return;
    const QStringList &scopes = m_caller.member.scopes;
    if (!m_watches || !store::intersects(notice.scopes, scopes)) return;
    if (m_pause.isActive())
        m_due = true;
    else
        hint(moment);
}

void StateWatch::hintNow()
{
    const Result<store::Snapshot> snapshot = m_store.read();
    hint(snapshot ? &*snapshot : nullptr);
}

void StateWatch::hint(const store::Snapshot *snapshot)
{
    m_pause.start();
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

void noticeAll(store::Store &store, const store::CommitNotice &notice, const std::vector<StateWatch *> &watches)
{
    if (watches.empty()) return;
    const Result<store::Snapshot> moment = store.read();
    for (StateWatch *watch : watches)
        watch->notice(notice, moment ? &*moment : nullptr);
}

} // namespace akwaba::jmap
