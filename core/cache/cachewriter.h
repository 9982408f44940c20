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
    CacheWriter(Database &database, const QList<Intent> &pending, const ApplyContext &context, qint64 generation);

    [[nodiscard]] Result<void> begin() { return m_overlay.load(); }
    /// What goes from here on is looked for afterwards.
    void collectTexts(Needles &needles) { m_rows.collectTexts(needles); }
    [[nodiscard]] Result<void> take(const TypedRecords &records);
    [[nodiscard]] Result<void> purge(const Gone &gone);
    /// Rows that no page of the filling has brought.
    [[nodiscard]] Result<void> sweepStale();
    /// Tickets that none of these scopes may see, with everything that only they made visible.
    [[nodiscard]] Result<void> purgeOutside(const QStringList &scopes);

    [[nodiscard]] Result<void> show(const Intent &intent) { return m_overlay.add(intent); }
    [[nodiscard]] Result<void> settle(const QString &iid);
    [[nodiscard]] Result<void> refoldAll();

    /// Folds what the calls before have touched.
    [[nodiscard]] Result<void> finish();
    [[nodiscard]] const Changed &changed() const { return m_rows.changed(); }
    [[nodiscard]] const QStringList &looseFiles() const { return m_rows.looseFiles(); }

private:
    [[nodiscard]] Result<void> sweepHidden();
    [[nodiscard]] Result<void> takeRecord(const TypeInfo &type, const QJsonObject &record);
    [[nodiscard]] Result<void> purgeRow(const TypeInfo &type, const QString &id, GoneKind kind);
    [[nodiscard]] Result<void> purgeBase(const TypeInfo &type, const QString &id);
    [[nodiscard]] Result<void> purgeAll(const TypeInfo &type, const QString &where);

    Database &m_database;
    RowStore m_rows;
    Overlay m_overlay;
    qint64 m_generation;
    QSet<RowKey> m_toFold;
};

} // namespace akwaba
