// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cache/cache.h"
#include "core/cache/outbox.h"
#include "core/sync/wire.h"

namespace akwaba {

/// What a request of intents brought.
struct Pushed {
    Changed changed;
    int decided = 0;
    int repeated = 0; // the server asked to send them again later
    bool movedOn = false; // it misses a later number than the last time: the next gap, not the same again
};

/// The writing half of the engine: composes requests from the outbox and records what the server decided (sync.md 2.8).
/// Order at an answer: cache first, then outbox (2.9), so that every crash repeats the question and never loses it.
class Pusher {
public:
    Pusher(Cache &cache, Outbox &outbox, ApplyContext me);

    /// What the server of this session understands and the last one did not is to be sent again, and shown.
    [[nodiscard]] Result<Changed> retryBlocked(const wire::Session &session);
    /// The body of the next request; empty when nothing can be sent.
    [[nodiscard]] Result<QByteArray> compose(const wire::Session &session);
    /// Code::Protocol or Code::Unreachable: the answer is of no use, the intents stay under way; anything else: our
    /// file's fault.
    [[nodiscard]] Result<Pushed> take(const jmap::Response &response);

    /// The server has had numbers of this device for something else: its disk was set back.
    [[nodiscard]] bool wasSetBack() const { return m_wasSetBack; }

private:
    [[nodiscard]] Result<Pushed> refused(const jmap::Invocation &answer);
    [[nodiscard]] Result<Changed> record(const QList<Outcome> &outcomes);

    Cache &m_cache;
    Outbox &m_outbox;
    const ApplyContext m_me;
    QStringList m_sent; // iids of the request under way
    QStringList m_sentFirst; // those of them that were in none before
    qint64 m_missed = 0; // the number that the server missed last
    bool m_wasSetBack = false;
};

} // namespace akwaba
