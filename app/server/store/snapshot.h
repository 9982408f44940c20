// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/store/caller.h"
#include "app/server/store/querysql.h"
#include "app/server/store/reader.h"
#include "core/protocol/syncpage.h"

#include <QHash>
#include <QMap>
#include <QSet>

#include <memory>
#include <variant>

namespace akwaba::store {

class ReadConnection;
struct Membership;
struct StateParts;

/// Why a state can't be continued from (RFC 8620 5.2), with the vendor's reason: lineage, tooOld, future.
struct CannotCalculate {
    QString reason;
};
/// The caller's permissions are not those that he named: nothing is served before he knows (sync.md 2.3).
struct ScopeChanged {
    QStringList scopes;
    QString scopeState;
};
using SyncAnswer = std::variant<SyncPage, CannotCalculate, ScopeChanged>;

/// Foo/changes by the letter of RFC 8620 5.2: what left the caller's sight is destroyed.
struct ChangesPage {
    QString oldState;
    QString newState;
    bool hasMoreChanges = false;
    QStringList created;
    QStringList updated;
    QStringList destroyed;
};
using ChangesAnswer = std::variant<ChangesPage, CannotCalculate>;

/// Records of one type; `notFound` is also what the caller may not see.
struct Records {
    QList<QJsonObject> list;
    QStringList notFound;
};

/// A page of a bootstrap (sync.md 2.6), newest id first: an id doesn't move when its row changes meanwhile, so nothing
/// is passed over. `after` is the key for the next page, empty at the end.
struct RecordPage {
    QList<QJsonObject> list;
    QString after;
    qint64 total = 0;
    QHash<QString, QList<QJsonObject>> children; // of tickets: Message, Attachment, Customer, Order
};

/// One moment of the database: everything read through it belongs to the same state. Ends with its life; keep it
/// short, and never hold it across a return to the event loop. One thread.
class Snapshot : public Reader {
public:
    Snapshot(Snapshot &&) noexcept;
    Snapshot &operator=(Snapshot &&) = delete;
    Q_DISABLE_COPY(Snapshot)
    ~Snapshot() override;

    [[nodiscard]] qint64 seq() const;
    [[nodiscard]] QString lineage() const;
    /// The state of everything: the cursor of Sync/changes.
    [[nodiscard]] QString state() const;
    /// The state of what the caller sees of one type: moves with that type, and with what he may see.
    [[nodiscard]] Result<QString> typeState(const TypeInfo &type, const Caller &caller) const;
    /// The states of the types of which the caller may have seen a change since a state(); of all where that can't be
    /// told.
    [[nodiscard]] Result<QMap<QString, QString>> statesSince(const QString &state, const Caller &caller) const;

    /// In the order of `ids`, each once; every row that the caller may see where `ids` is nothing, up to `limit`.
    /// With these properties of theirs and the id, or with all.
    [[nodiscard]] Result<Records> get(const TypeInfo &type, const std::optional<QStringList> &ids, const Caller &caller,
                                      int limit = 500, const QStringList &properties = {}) const;
    [[nodiscard]] Result<SyncAnswer> syncChanges(const QString &sinceState, const QString &scopeState, int maxChanges,
                                                 const Caller &caller) const;
    [[nodiscard]] Result<ChangesAnswer> changes(const TypeInfo &type, const QString &sinceState, int maxChanges,
                                                const Caller &caller) const;
    /// Nothing where the anchor is not among the results.
    [[nodiscard]] Result<std::optional<QueryPage>> query(const TypeInfo &type, const Query &wanted,
                                                         const Caller &caller) const;
    [[nodiscard]] Result<RecordPage> page(const TypeInfo &type, const QString &after, int limit,
                                          const Caller &caller) const;
    /// Just these, as far as the caller may see them, with the children of tickets.
    [[nodiscard]] Result<RecordPage> pageOf(const TypeInfo &type, const QStringList &ids, const Caller &caller) const;
    /// True where one of the objects that use the blob may be seen.
    [[nodiscard]] Result<bool> maySee(const BlobId &blob, const Caller &caller) const;

    explicit Snapshot(std::unique_ptr<ReadConnection> connection); ///< by Store::read()

private:
    [[nodiscard]] Result<Membership> memberOf(const Caller &caller) const;
    [[nodiscard]] Result<QStringList> scopesOf(const Caller &caller) const;
    [[nodiscard]] Result<qint64> lastLogged(const TypeInfo &type) const;
    [[nodiscard]] Result<QSet<int>> typesChanged(const Membership &member, qint64 since) const;
    [[nodiscard]] QString stateAt(qint64 at) const;
    [[nodiscard]] Result<qint64> lastChangeOf(const TypeInfo &type, const Membership &member) const;
    [[nodiscard]] Result<RecordPage> withChildren(RecordPage page, const QStringList &scopes) const;
    [[nodiscard]] std::optional<CannotCalculate> refusal(const StateParts &since) const;

    std::unique_ptr<ReadConnection> m_connection;
    // What was asked once is not asked again: it does not change in here.
    mutable QHash<AgentId, Membership> m_members;
    mutable QHash<qint64, QHash<QString, QSet<int>>> m_changedSince; // types by scope
};

} // namespace akwaba::store
