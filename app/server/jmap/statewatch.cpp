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
        if (std::exchange(m_due, false)) hint();
    });
}

bool StateWatch::hasToken(const QString &token) const { return Authenticator::tokenOf(m_headers) == token; }

bool StateWatch::renewCaller()
{
    Result<store::Caller> caller = m_authenticator.callerOf(m_headers);
    if (caller) {
        m_caller = std::move(*caller);
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
    if (m_told != now) hint();
}

void StateWatch::notice(const QStringList &scopes)
{
    // Something of his own: his session may have ended, here or in another process.
    if (scopes.contains(store::agentKey(m_caller.agent)) && !renewCaller()) return;
    const bool concerns = std::any_of(scopes.begin(), scopes.end(),
                                      [this](const QString &scope) { return m_caller.scopes.contains(scope); });
    if (!m_watches || !concerns) return;
    if (m_pause.isActive())
        m_due = true;
    else
        hint();
}

void StateWatch::hint()
{
    m_pause.start();
    if (!m_watches || !renewCaller()) return;
    const Result<store::Snapshot> snapshot = m_store.read();
    if (!snapshot) return; // a hint may be lost: the device pulls again by itself
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
