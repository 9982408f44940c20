// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cache/rowstore.h"
#include "core/protocol/apply.h"

#include <QSet>

#include <optional>

namespace akwaba {

/// The server's word on one row: an empty record is a row that the server has not got (or no longer).
struct BaseRow {
    QJsonObject record;
    qint64 generation = 0;
};

/// A row by type number and id.
using RowKey = std::pair<int, QString>;

/// The optimistic view (sync.md 2.10). Only rows that pending intents touch have a shadow, which holds the server's
/// word; the visible row is the shadow with those intents applied in order. Whatever order deltas and intents arrive
/// in, the visible row depends on the last base and the pending intents alone. Inside the caller's transaction.
class Overlay {
public:
    Overlay(Database &database, RowStore &rows, QList<Intent> pending, ApplyContext context);

    /// Must be called once, before anything else.
    [[nodiscard]] Result<void> load();

    /// True for a row whose base is not the visible row.
    [[nodiscard]] bool isShadowed(const RowKey &key) const { return m_shadowed.contains(key); }
    [[nodiscard]] bool isPending(const RowKey &key) const { return m_pendingOf.contains(key); }
    [[nodiscard]] Result<BaseRow> base(const TypeInfo &type, const QString &id);
    /// The server's word changed; the visible row follows in refold().
    [[nodiscard]] Result<void> setBase(const TypeInfo &type, const QString &id, const BaseRow &base);

    /// The visible row anew from its base; drops the shadow when no pending intent is left.
    [[nodiscard]] Result<void> refold(const RowKey &key);
    /// Applies one more intent, the last, on top of what is visible.
    [[nodiscard]] Result<void> add(const Intent &intent);

    /// The rows on which an intent was shown, and no longer is.
    [[nodiscard]] Result<QList<RowKey>> takeDirty(const QString &iid);
    [[nodiscard]] QList<RowKey> shadowedRows() const { return m_shadowed.values(); }
    [[nodiscard]] QList<RowKey> pendingRows() const { return m_pendingOf.keys(); }

private:
    [[nodiscard]] Result<BaseRow> shadow(const TypeInfo &type, const QString &id);
    // `shown` is what the visible table has.
    [[nodiscard]] Result<void> ensureShadow(const TypeInfo &type, const QString &id,
                                            const std::optional<StoredRow> &shown);
    [[nodiscard]] Result<void> show(const TypeInfo &type, const std::optional<StoredRow> &shown,
                                    const QJsonObject &record, qint64 gen);
    [[nodiscard]] Result<void> drop(const RowKey &key);
    [[nodiscard]] Result<void> markDirty(const QString &iid, const RowKey &key);

    Database &m_database;
    RowStore &m_rows;
    QList<Intent> m_pending;
    ApplyContext m_context;
    QHash<RowKey, QList<qsizetype>> m_pendingOf; // indexes into m_pending, in order
    QSet<RowKey> m_shadowed;
};

} // namespace akwaba
