// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/store/writebehind.h"
#include "core/text/cardnumbers.h"

#include <QHash>

#include <functional>

namespace akwaba {
class Clock;
class Random;
} // namespace akwaba

namespace akwaba::store {

class BlobFiles;

/// On whose behalf something is written: goes into the change log, which holds no content.
struct Why {
    DeviceId device;
    QString intent;
};

/// One row that changed in a job: who could see it before, who can now.
struct RowChange {
    const TypeInfo *type = nullptr;
    QString id;
    char kind = 'u'; // c u d(estroyed) e(rased)
    qint64 rev = 0;
    QStringList before;
    QStringList after;
};

/// What a job of the commit lane writes with. Counts revisions, keeps scope keys and what is derived from them, and
/// remembers what changed for the log; nothing is visible to anybody before the lane commits. What it put may not be in
/// the tables yet; whoever looks into them does it through database(). Lives for one job, on the thread of the store.
class Writer : public Reader {
public:
    Writer(Database &database, const Clock &clock, Random &random, BlobFiles &blobs, WriteBehind &behind)
        : Reader(database), m_clock(clock), m_random(random), m_blobs(blobs), m_behind(behind)
    {
    }
    Q_DISABLE_COPY_MOVE(Writer)

    /// Writes what was put; if that fails, the job does when it ends.
    [[nodiscard]] Database &database() const override { return m_behind.tables(); }
    /// For the tables that hold neither what is synced nor what the ledger keeps.
    [[nodiscard]] Database &sideTables() const { return m_behind.sideTables(); }
    /// For the functions of this folder that have something to be written when the batch ends.
    [[nodiscard]] WriteBehind &behind() const { return m_behind; }

    [[nodiscard]] Result<StoredRow> row(const TypeInfo &type, const QString &id) const override
    {
        return m_behind.row(type, id);
    }
    /// The scope keys that an agent holds now.
    [[nodiscard]] Result<QStringList> scopesOf(const AgentId &agent) const { return m_behind.reader().scopesOf(agent); }
    [[nodiscard]] Result<DeviceProgress> progressOf(const DeviceId &device) const
    {
        return m_behind.progressOf(device);
    }

    [[nodiscard]] const Clock &clock() const { return m_clock; }
    [[nodiscard]] Random &random() const { return m_random; }

    /// Creates or replaces the row; returns it with its new rev. Without a difference nothing is written. This is the
    /// one way in, so here the numbers of payment cards are masked. Code::Conflict for an id that was destroyed.
    template <class T> [[nodiscard]] Result<T> put(T value)
    {
        editPersonalTexts(value, maskCardNumbers);
        return putRecord(typeInfo<T>(), toJson(value)).map([&value](qint64 rev) {
            value.rev = rev;
            return std::move(value);
        });
    }
    /// Lets a row count as changed though it reads as before: whoever may see it hears of it and looks again. Nothing
    /// where there is no such row.
    template <class T, class I> [[nodiscard]] Result<void> touch(const I &id)
    {
        return touchRecord(typeInfo<T>(), id.value);
    }
    /// The row and what hangs on it are gone for all, and the ids never come back.
    template <class T, class I> [[nodiscard]] Result<void> destroy(const I &id)
    {
        return destroyRecord(typeInfo<T>(), id.value);
    }
    /// What an erasure leaves of a row (anonymise.h). It is logged as erased, and counts as changed even where nothing
    /// had to go, so that devices that purged it get it again.
    [[nodiscard]] Result<void> keepErased(const TypeInfo &type, const QJsonObject &record);
    /// As destroy(), logged as erased. For children whose parent stays.
    [[nodiscard]] Result<void> eraseRow(const TypeInfo &type, const QString &id)
    {
        return destroyRecord(type, id, erased);
    }
    [[nodiscard]] Result<bool> isDead(const QString &id) const { return m_behind.reader().isDead(id); }
    /// Whether the device has still to erase the row of this id: what it says of it was written before.
    [[nodiscard]] Result<bool> hasToErase(const DeviceId &device, const QString &id) const
    {
        return m_behind.reader().hasToErase(device, id);
    }

    /// A customer made by an agent, who sees it before it has a ticket.
    [[nodiscard]] Result<void> setMaker(const CustomerId &customer, const AgentId &agent);
    /// The time line's entry for a change of the ticket; `actor` is empty for the system.
    [[nodiscard]] Result<Message> addEvent(const TicketId &ticket, const ActorId &actor,
                                           const QList<FieldChange> &changes);
    /// The next human number: A-10482.
    [[nodiscard]] Result<QString> nextTicketNumber();
    [[nodiscard]] Result<BlobId> addBlob(const QByteArray &content, const QString &type);
    [[nodiscard]] Result<void> setSetting(const QString &name, const QString &value);

    /// For ledger.h: what became of the intent that this job is.
    void keepOutcome(const LedgerEntry &entry);

    /// Called inside the transaction once the job's changes have their sequence numbers, with the last of them.
    void whenNumbered(std::function<Result<void>(qint64 seq)> then) { m_whenNumbered = std::move(then); }

    /// For the lane: ends the job.
    [[nodiscard]] Result<void> finish();
    [[nodiscard]] const QList<RowChange> &changes() const { return m_changes; }
    [[nodiscard]] bool hasOutcome() const { return m_hasOutcome; }
    [[nodiscard]] Result<void> numbered(qint64 seq);

protected:
    [[nodiscard]] Result<QList<StoredRow>> rows(const TypeInfo &type, const QString &column,
                                                const QString &value) const override;

private:
    static constexpr char destroyed = 'd';
    static constexpr char erased = 'e';

    [[nodiscard]] Result<qint64> putRecord(const TypeInfo &type, QJsonObject record);
    [[nodiscard]] Result<qint64> revAfter(const StoredRow &old) const;
    [[nodiscard]] Result<void> touchRecord(const TypeInfo &type, const QString &id);
    [[nodiscard]] Result<void> destroyRecord(const TypeInfo &type, const QString &id, char kind = destroyed);
    [[nodiscard]] Result<void> store(const TypeInfo &type, const QJsonObject &record, const StoredRow &old,
                                     const QStringList &keys);
    [[nodiscard]] Result<QStringList> keysFor(const TypeInfo &type, const QJsonObject &record) const;
    [[nodiscard]] Result<QStringList> customerKeys(const QString &customer) const;
    [[nodiscard]] Result<QStringList> orderKeys(const QString &order, const QString &customer) const;
    [[nodiscard]] Result<void> afterPut(const TypeInfo &type, const StoredRow &old, const QJsonObject &record,
                                        const QStringList &keys);
    [[nodiscard]] Result<void> followTicket(const StoredRow &old, const QJsonObject &record, const QStringList &keys);
    [[nodiscard]] Result<void> moveChildren(const QString &ticket, const QStringList &keys);
    [[nodiscard]] Result<void> logUnderKeys(const QString &ticket, const QStringList &keys);
    [[nodiscard]] Result<void> destroyChildren(const QString &ticket);
    [[nodiscard]] Result<void> rescope(const TypeInfo &type, const QString &id, const QStringList &keys);
    [[nodiscard]] Result<void> rescopeCustomer(const QString &customer);
    [[nodiscard]] Result<void> rescopeOrder(const QString &order);
    [[nodiscard]] Result<void> indexAddresses(const QJsonObject &old, const QJsonObject &customer);
    void note(RowChange change);

    const Clock &m_clock;
    Random &m_random;
    BlobFiles &m_blobs;
    WriteBehind &m_behind;
    QList<RowChange> m_changes;
    QHash<QString, qsizetype> m_changeOf; // by id
    bool m_membersChanged = false;
    bool m_hasOutcome = false;
    std::function<Result<void>(qint64)> m_whenNumbered;
};

} // namespace akwaba::store
