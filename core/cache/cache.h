// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cache/blobstore.h"
#include "core/cache/cachepage.h"
#include "core/cache/changed.h"
#include "core/cache/ticketclocks.h"
#include "core/protocol/apply.h"

#include <QSet>

#include <functional>
#include <memory>

namespace akwaba {

struct LiveFigures;

class CacheWriter;
class Database;
class Needles;
struct ScanReport;

/// The write side of cache.db: what the server said, with this agent's pending intents on top (sync.md 2.5, 2.10). It
/// holds nothing that can't be fetched again: a file that is damaged or made with another key is destroyed at opening
/// and begun anew (opened(); cursor() is empty then); one of a program with other field tables is upgraded, readable at
/// once and filled again later. Each call is one transaction or none; after Code::Corrupt, destroy the file and open
/// again. The content of attachments lies beside it, in files that only the keys in it open (blobs()). On the writer
/// thread.
class Cache {
public:
    enum class Opened { Existing, New, Upgraded, Replaced };

    [[nodiscard]] static Result<std::unique_ptr<Cache>> open(const QString &path, const QByteArray &key,
                                                             const BlobPolicy &policy = {});
    /// Deletes the file with its companions; files of blobs are unreadable from here on, and go at the next opening.
    /// Nobody may have it open.
    static void destroy(const QString &path);

    ~Cache();
    Q_DISABLE_COPY_MOVE(Cache)

    [[nodiscard]] Opened opened() const { return m_opened; }
    /// Empty until a filling was complete for the first time.
    [[nodiscard]] QString cursor() const { return m_state.cursor; }
    [[nodiscard]] QString scopeState() const { return m_state.scopeState; }
    /// Of a filling under way; empty when there is none.
    [[nodiscard]] QString resumeToken() const { return m_state.resumeToken; }
    /// Server time at which the cache was complete.
    [[nodiscard]] QDateTime asOf() const { return m_state.asOf; }
    /// Tickets with which nothing has happened since may be missing, though the agent may see them; invalid: none is.
    [[nodiscard]] QDateTime wholeSince() const { return m_state.wholeSince; }

    /// Every row is stale from here on, but stays to be read; those met by pages are fresh again, whatever their rev.
    [[nodiscard]] Result<void> beginFill(const QString &resumeToken);
    /// One page, its cursor and the overlay of the rows that it touches; of all rows, where a write failed
    /// before: what was undone would be shown until the next start. Records with a lower rev than ours are old
    /// news.
    [[nodiscard]] Result<Changed> applyPage(const CachePage &page, const QList<Intent> &pending,
                                            const ApplyContext &context);
    /// Permissions changed: what none of `scopes` may see goes at once, and a filling begins for what came in sight.
    [[nodiscard]] Result<Changed> rescope(const QStringList &scopes, const QString &scopeState,
                                          const QString &resumeToken, const QList<Intent> &pending,
                                          const ApplyContext &context);

    /// Shows new intents, the last of the pending ones, on the rows they touch. They must be in the outbox already
    /// (2.9).
    [[nodiscard]] Result<Changed> showPending(const QList<Intent> &intents, const ApplyContext &context);
    [[nodiscard]] Result<Changed> showPending(const Intent &intent, const ApplyContext &context)
    {
        return showPending(QList<Intent>{intent}, context);
    }
    /// The intent `iid` is no longer pending (refused, cancelled): its rows become what the others make of them.
    [[nodiscard]] Result<Changed> settle(const QString &iid, const QList<Intent> &pending, const ApplyContext &context);
    /// At start: every shadowed row and every row of `pending` anew, whatever a crash left behind (2.9).
    [[nodiscard]] Result<Changed> refoldAll(const QList<Intent> &pending, const ApplyContext &context);

    [[nodiscard]] BlobStore &blobs() { return m_blobs; }

    /// Those of `ids` that the server has not given us.
    [[nodiscard]] Result<QStringList> missing(const TypeInfo &type, const QStringList &ids);

    /// Puts up to `count` texts, newest first, into the full-text index; true while there are more to do.
    [[nodiscard]] Result<bool> indexSome(int count);
    /// Refreshes the clocks of up to `count` tickets after the rules became others; `changed` is what is to be drawn
    /// anew. True while there are more to do.
    [[nodiscard]] Result<bool> refreshClocks(int count, Changed &changed);
    /// What a supervisor saw last, for when he is offline; instead of what was kept before.
    [[nodiscard]] Result<void> keepFigures(const LiveFigures &figures);
    // The window (window.h), in cachewindow.cpp.
    /// How far a look through the old tickets has come.
    struct Place {
        qint64 lastAt = -1;
        qint64 row = 0;
        bool isAtEnd = false;
    };
    /// Deletes old tickets outside of the window with all that hangs on them, the oldest first, until about so many
    /// rows went; moves `place` on. One with pending intents stays. Only while no answer of the server is awaited: what
    /// was asked for depends on what is here.
    [[nodiscard]] Result<Changed> evictSome(const Window &window, Place &place, int rows, const QList<Intent> &pending,
                                            const ApplyContext &context);
    /// Tickets that are not here, but have a draft of this agent.
    [[nodiscard]] Result<QStringList> missingOfDrafts(const AgentId &me);

    // The parts of an erasure (eraser.h), in cacheerasing.cpp.
    /// These rows with all that hangs on them; what they said is added to `needles`. `cancelled` are the intents that
    /// the outbox gave up for it.
    [[nodiscard]] Result<Changed> erase(const QList<Gone> &gone, const QStringList &cancelled, Needles &needles,
                                        const QList<Intent> &pending, const ApplyContext &context);
    /// The same for whatever none of `scopes` may see. The scopes themselves stay for rescope() to change.
    [[nodiscard]] Result<Changed> eraseOutside(const QStringList &scopes, Needles &needles,
                                               const QList<Intent> &pending, const ApplyContext &context);
    /// Empties the write-ahead log; Code::Locked while a reader holds it.
    [[nodiscard]] Result<void> truncateWal();
    /// Looks through the pages; `strays` are words of erased texts that the text index still knows of texts that are
    /// not there.
    [[nodiscard]] Result<void> scan(const Needles &needles, ScanReport &report, qint64 &strays);
    /// What of it stands in rows that stay.
    [[nodiscard]] Result<void> scanLive(const Needles &needles, QSet<qsizetype> &found);
    /// Merges the text index and writes the whole file anew.
    [[nodiscard]] Result<void> rewrite();
    [[nodiscard]] QString path() const;

private:
    struct State {
        QString cursor;
        QString scopeState;
        QString resumeToken;
        QDateTime asOf;
        QDateTime wholeSince;
        qint64 generation = 1; // of the filling: rows with a lower one were not met by it
        bool operator==(const State &) const = default;
    };

    Cache(std::unique_ptr<Database> database, Opened opened, const BlobPolicy &policy);
    [[nodiscard]] static Result<std::unique_ptr<Database>> openFile(const QString &path, const QByteArray &key);
    [[nodiscard]] Result<void> readState();
    [[nodiscard]] Result<void> writeState(const State &state);

    /// Runs `work` in one transaction; `next` is our state after its commit only.
    [[nodiscard]] Result<Changed> change(State next, const QList<Intent> &pending, const ApplyContext &context,
                                         const std::function<Result<void>(CacheWriter &)> &work);

    std::unique_ptr<Database> m_database;
    BlobStore m_blobs;
    TicketClocks m_clocks;
    Opened m_opened;
    State m_state;
    bool m_isBehind = false; // the overlay may show what is no longer pending: a write failed since it was made
};

} // namespace akwaba
