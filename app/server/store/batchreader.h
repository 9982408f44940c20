// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/store/ledger.h"
#include "app/server/store/reader.h"
#include "core/protocol/apply.h"

namespace akwaba::store {

struct Unwritten;

/// What the jobs of a batch are about.
struct Expected {
    QList<RowRef> rows;
    QList<IntentKey> intents;
};

/// The rows of a type that name something in a column.
struct Relation {
    const TypeInfo *type = nullptr;
    QString column;
    QString value;
    bool operator==(const Relation &) const = default;
};
[[nodiscard]] inline size_t qHash(const Relation &key, size_t seed = 0)
{
    return qHashMulti(seed, key.type, key.column, key.value);
}

/// The tables as the transaction of a batch has them. What jobs ask again and again is read once, for nobody else
/// writes meanwhile; what several jobs are about is read together when the first of them asks. Knows nothing of what is
/// not written yet.
class BatchReader {
public:
    explicit BatchReader(Database &database) : m_database(database) { }

    /// Nothing is known any more.
    void begin(Expected expected);
    /// The same where a job was rolled back: what is expected stays so.
    void forget() { m_known = {}; }
    /// This stands in the tables now.
    void learn(const Unwritten &written);
    /// Somebody works on the tables himself. Rows are known by their ids still: he says which one he removes.
    void forgetRelations();
    void forgetRow(const QString &id);
    void forgetScopes() { m_known.scopes.clear(); }
    void forgetErasures() { m_known.toErase.clear(); }

    [[nodiscard]] Result<StoredRow> row(const TypeInfo &type, const QString &id);
    /// The id was made just now and here: there is no such row, and never was one.
    void noteNew(const QString &id);
    [[nodiscard]] Result<bool> isDead(const QString &id);
    [[nodiscard]] Result<QStringList> scopesOf(const AgentId &agent);
    /// Whether the device has still to erase the row of this id.
    [[nodiscard]] Result<bool> hasToErase(const DeviceId &device, const QString &id);
    [[nodiscard]] Result<DeviceProgress> progressOf(const DeviceId &device);
    [[nodiscard]] Result<std::optional<LedgerEntry>> entry(const IntentKey &key);
    /// In the order of their ids. For the drafts of a ticket and the orders of a customer, which have to be looked
    /// through whenever a ticket gets other keys.
    [[nodiscard]] Result<QList<StoredRow>> related(const Relation &relation);
    [[nodiscard]] static bool isForRelated(const TypeInfo &type, const QString &column);
    /// The scope keys of related tickets, by their ids.
    [[nodiscard]] Result<QHash<QString, QStringList>> ticketKeys(const QString &column, const QString &value);

private:
    struct Known {
        QHash<QString, StoredRow> rows; // by id; of one that does not exist, that
        QHash<QString, bool> dead; // by id
        QHash<QString, QStringList> scopes; // by agent
        QHash<DeviceId, DeviceProgress> progress;
        QHash<DeviceId, QSet<QString>> toErase; // ids
        QHash<IntentKey, std::optional<LedgerEntry>> entries;
        QHash<Relation, QList<StoredRow>> related;
        QHash<Relation, QHash<QString, QStringList>> ticketKeys;
    };

    [[nodiscard]] QStringList expectedIds(const TypeInfo &type) const;
    [[nodiscard]] QStringList expectedValues(const QString &column) const;
    [[nodiscard]] QStringList absentIds() const;
    [[nodiscard]] QList<DeviceId> expectedDevices() const;
    template <class Answers>
    [[nodiscard]] QStringList unknownValues(const Relation &relation, const Answers &known) const;

    Database &m_database;
    Expected m_expected;
    Known m_known;
};

/// What dead_id holds of an id that was destroyed.
[[nodiscard]] QString deadHash(const QString &id);

} // namespace akwaba::store
