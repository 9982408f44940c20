// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cache/cache.h"
#include "core/cache/outbox.h"
#include "core/protocol/syncpage.h"
#include "core/sync/fill.h"
#include "core/sync/wire.h"

#include <optional>

namespace akwaba {

class Clock;

/// What taking an answer did.
struct Pulled {
    enum class Step {
        Going, ///< ask again, or be done: see isUnderWay()
        EraseFirst, ///< nothing of the answer was taken: data have to leave this device before
        AskFirst, ///< a second full resync within the hour: something is wrong, the agent decides
    };
    Changed changed;
    Step step = Step::Going;
};

/// The reading half of the engine: what to ask for next, and what an answer does to the cache (sync.md 2.4 to 2.6).
/// Cursor first, then pages, then the log; each page with its cursor or resume token in one transaction. Only a list of
/// destroyed, removed or erased ids, a purge by scope, or the end of a complete resync removes rows.
class Puller {
public:
    Puller(Cache &cache, Outbox &outbox, const Clock &clock, ApplyContext me, const WindowPolicy &window);

    /// Forgets a half-read page: after a reconnect the round begins again.
    void startRound();
    /// True while a first sync, a resync or a page of changes waits for more.
    [[nodiscard]] bool isUnderWay() const;
    /// True where next() asks what happened up to now, not for more of what it began with.
    [[nodiscard]] bool opensRound() const { return !m_fill && !m_page && !m_roundOpen && m_wanted.isEmpty(); }
    [[nodiscard]] bool isFilling() const { return m_fill.has_value(); }
    /// The agent wants it, or an hour has passed.
    void allowResync() { m_lastResync.reset(); }

    [[nodiscard]] Result<QByteArray> next(const wire::Session &session);
    /// Code::Protocol or Code::Unreachable: the server's answer is of no use; anything else: our file's fault.
    [[nodiscard]] Result<Pulled> take(const jmap::Response &response);

    /// Of a filling: keeps the page for takeHeld() and gives the request for the next one, so that the server reads on
    /// while we write. Nothing where the answer has to be taken first.
    [[nodiscard]] std::optional<QByteArray> readAhead(const wire::Session &session, const jmap::Response &response);
    [[nodiscard]] bool holdsPage() const { return m_held.has_value(); }
    [[nodiscard]] Result<Pulled> takeHeld();

    [[nodiscard]] QDateTime completeAsOf() const { return m_completeAsOf; }
    [[nodiscard]] bool isUsable() const;
    [[nodiscard]] qint64 rowsDone() const { return m_fill ? m_fill->rowsDone : 0; }
    [[nodiscard]] qint64 rowsTotal() const { return m_fill ? m_fill->rowsTotal : 0; }

private:
    /// What the server has of what a page names.
    struct Found {
        QList<TypedRecords> upserts;
        QList<Gone> gone;
        /// A list of rows with their children and the ids that were not found. Code::Protocol where it is none.
        [[nodiscard]] Result<void> add(const TypeInfo &type, const QJsonObject &rows);
        [[nodiscard]] bool has(const TypeInfo &type, const QStringList &ids) const;
    };
    enum class Asked { Nothing, State, Page, Changes, Records, Wanted };

    [[nodiscard]] Result<QList<jmap::Invocation>> callsForRecords(const wire::Session &session);
    [[nodiscard]] static bool isPage(const jmap::Invocation &answer);
    [[nodiscard]] Result<Pulled> takeState(const jmap::Invocation &answer);
    [[nodiscard]] Result<Pulled> takePage(const jmap::Invocation &answer);
    [[nodiscard]] Result<Pulled> takeChanges(const jmap::Invocation &answer);
    [[nodiscard]] Result<Pulled> takeRecords(const jmap::Response &response);
    /// What came along with the page; nothing where it has to be asked for.
    [[nodiscard]] Result<std::optional<Found>> recordsIn(const jmap::Invocation &answer);
    [[nodiscard]] Result<Pulled> takeWanted(const jmap::Invocation &answer);
    [[nodiscard]] Result<Pulled> applyChanges(Found found);
    [[nodiscard]] Result<Pulled> cannotContinue(const jmap::Invocation &answer);
    [[nodiscard]] Result<Pulled> resync();
    [[nodiscard]] Result<Pulled> rescope(const QJsonObject &arguments);
    [[nodiscard]] Result<void> eraseInOutbox(const SyncPage &page);
    [[nodiscard]] Result<QStringList> echoedNow();
    [[nodiscard]] Result<QList<Intent>> pending() const;
    [[nodiscard]] Result<Window> windowAt(const QDateTime &serverTime) const;
    [[nodiscard]] Result<void> lookForWanted(const QDateTime &serverTime);

    Cache &m_cache;
    Outbox &m_outbox;
    const Clock &m_clock;
    const ApplyContext m_me;
    const WindowPolicy m_window;
    std::optional<Fill> m_fill; // as in the cache's resume token, except before its first page
    std::optional<SyncPage> m_page; // of changes whose records are still to come
    std::optional<jmap::Invocation> m_held; // a page that is not written yet, though the next one was asked for
    Asked m_asked = Asked::Nothing;
    bool m_roundOpen = false;
    bool m_behind = false; // filled, but not yet brought up to now
    QStringList m_wanted; // tickets to be fetched, since a draft of this agent keeps them
    QSet<QString> m_unseen; // of such tickets: those that the server does not show us
    QStringList m_covered; // accepted intents whose effect this round brings
    QDateTime m_completeAsOf;
    std::optional<std::chrono::milliseconds> m_lastResync; // monotonic
};

} // namespace akwaba
