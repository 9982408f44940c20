// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cache/cachepage.h"
#include "core/cache/changed.h"
#include "core/cache/textindex.h"

#include <QHash>

#include <map>
#include <optional>

namespace akwaba {

class Database;
class Needles;
class TicketClocks;

/// A row of a visible table.
struct StoredRow {
    qint64 row = 0;
    qint64 generation = 0;
    QJsonObject record;
};

struct RowAge {
    qint64 generation = 0;
    qint64 rev = 0;
};

[[nodiscard]] QString idOf(const QJsonObject &record);

/// The visible tables: what every query, list and search reads. Keeps everything that hangs on a row with it: the
/// full-text index, the extract of its ticket, the key of its content, its children when it goes; and notes what
/// changed. Inside the caller's transaction.
class RowStore {
public:
    RowStore(Database &database, TicketClocks &clocks);

    [[nodiscard]] Result<std::optional<StoredRow>> find(const TypeInfo &type, const QString &id);
    /// How old the row is, without reading it: most of what a page brings is new.
    [[nodiscard]] Result<std::optional<RowAge>> age(const TypeInfo &type, const QString &id);
    /// `before` is what find() gave for this id.
    [[nodiscard]] Result<void> put(const TypeInfo &type, const QJsonObject &record, qint64 generation,
                                   const std::optional<StoredRow> &before);
    /// The row without its children; nothing happens when there is none.
    [[nodiscard]] Result<void> removeAlone(const TypeInfo &type, const QString &id);
    [[nodiscard]] Result<void> removeAlone(const TypeInfo &type, const StoredRow &found);
    /// What goes with it: a ticket's messages and attachments, a message's attachments. Drafts only at an erasure: an
    /// agent's own outlives the ticket, or his sight of it, and the server names those that go.
    [[nodiscard]] Result<QList<std::pair<const TypeInfo *, QString>>> children(const TypeInfo &type, const QString &id,
                                                                               GoneKind kind);

    /// From now on whatever removeAlone() removes leaves its texts there, to be looked for afterwards.
    void collectTexts(Needles &needles) { m_needles = &needles; }
    [[nodiscard]] Needles *collected() const { return m_needles; }

    /// When the server said what it brings.
    void setAsOf(const QDateTime &asOf) { m_asOf = asOf; }
    /// What the server says of this ticket is other than before, whatever is shown.
    void refreshClock(const QString &ticket) { m_clockless.insert(ticket); }

    /// Brings the extracts and the clocks up to date, and drops the keys of blobs that nothing names any more; before
    /// the commit.
    [[nodiscard]] Result<void> finish();
    [[nodiscard]] const Changed &changed() const { return m_changed; }
    /// Files of blobs that finish() has taken the keys of: to be deleted after the commit.
    [[nodiscard]] const QStringList &looseFiles() const { return m_looseFiles; }

private:
    struct Statements {
        Statement find;
        Statement age;
        Statement put;
        Statement remove;
    };

    [[nodiscard]] Statements &statements(const TypeInfo &type);
    [[nodiscard]] Result<void> note(const TypeInfo &type, const QJsonObject &record, bool existed);
    void noteBlob(const TypeInfo &type, const QJsonObject &before);
    [[nodiscard]] Result<void> refreshExtract(const QString &ticket);
    [[nodiscard]] Result<void> refreshClocks();
    [[nodiscard]] Result<void> dropKey(const BlobId &blob);

    Database &m_database;
    TextIndex m_texts;
    Statement m_newestText;
    Statement m_setExtract;
    std::map<int, Statements> m_statements;
    QSet<QString> m_extracts; // tickets whose newest message may be another one
    TicketClocks &m_clocks;
    QSet<QString> m_clockless; // tickets whose clocks may be others
    QDateTime m_asOf;
    QSet<BlobId> m_blobs; // that an attachment names no longer
    QStringList m_looseFiles;
    Changed m_changed;
    Needles *m_needles = nullptr;
};

} // namespace akwaba
