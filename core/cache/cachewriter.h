// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cache/cachepage.h"
#include "core/cache/overlay.h"

namespace akwaba {

/// What one transaction of the cache does: takes in records, purges rows, keeps the overlay of the rows it touches.
/// Inside the caller's transaction; finish() before its commit.
class CacheWriter {
public:
    CacheWriter(Database &database, TicketClocks &clocks, const QList<Intent> &pending, const ApplyContext &context,
                qint64 generation);

    [[nodiscard]] Result<void> begin() { return m_overlay.load(); }
    /// When the server said what is taken in.
    void setAsOf(const QDateTime &asOf) { m_rows.setAsOf(asOf); }
    /// What goes from here on is looked for afterwards.
    void collectTexts(Needles &needles) { m_rows.collectTexts(needles); }
    /// What take() does not keep, unless it is here.
    void leaveOut(const Window &window);
    /// Tickets may have been left out or evicted: a message that comes without its ticket goes.
    void dropStrays() { m_dropsStrays = true; }
    [[nodiscard]] Result<void> take(const TypedRecords &records);
    [[nodiscard]] Result<void> purge(const Gone &gone);
    /// Rows that no page of the filling has brought.
    [[nodiscard]] Result<void> sweepStale();
    /// Tickets that none of these scopes may see, with everything that only they made visible.
    [[nodiscard]] Result<void> purgeOutside(const QStringList &scopes);

    [[nodiscard]] Result<void> show(const Intent &intent) { return m_overlay.add(intent); }
    [[nodiscard]] Result<void> settle(const QString &iid);
    [[nodiscard]] Result<void> refoldAll();

    /// The ticket with all that hangs on it; how many rows went. None where something pending is shown on it.
    [[nodiscard]] Result<int> evict(const QString &ticket, const QDateTime &from);

    /// Folds what the calls before have touched.
    [[nodiscard]] Result<void> finish();
    [[nodiscard]] const Changed &changed() const { return m_rows.changed(); }
    [[nodiscard]] const QStringList &looseFiles() const { return m_rows.looseFiles(); }
    /// Tickets with which nothing has happened since were left out or evicted; invalid: none was.
    [[nodiscard]] QDateTime leftOutBefore() const { return m_leftOutBefore; }

private:
    [[nodiscard]] Result<void> sweepHidden();
    [[nodiscard]] Result<bool> isLeftOut(const TypeInfo &type, const QJsonObject &record);
    [[nodiscard]] Result<void> removeStrays();
    [[nodiscard]] bool isShownOtherwise(const RowKey &key) const
    {
        return m_overlay.isShadowed(key) || m_overlay.isPending(key);
    }
    [[nodiscard]] Result<void> takeRecord(const TypeInfo &type, const QJsonObject &record);
    [[nodiscard]] Result<void> purgeRow(const TypeInfo &type, const QString &id, GoneKind kind);
    [[nodiscard]] Result<void> purgeBase(const TypeInfo &type, const QString &id);
    [[nodiscard]] Result<void> purgeAll(const TypeInfo &type, const QString &where);
    /// Those of teams that are not among these.
    [[nodiscard]] Result<void> purgeOfTeams(const TypeInfo &type, const QSet<QString> &visible);

    Database &m_database;
    RowStore m_rows;
    Overlay m_overlay;
    qint64 m_generation;
    const AgentId m_me;
    Window m_window;
    QDateTime m_leftOutBefore;
    bool m_dropsStrays = false;
    QSet<QString> m_tickets; // of this page
    QSet<QString> m_leftOut; // of this page
    QSet<RowKey> m_hanging; // messages and attachments that may have no ticket
    QSet<RowKey> m_toFold;
};

} // namespace akwaba
