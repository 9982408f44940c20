// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/protocol/presence.h"
#include "ui/inbox/ticketsource.h"
#include "ui/text/eventwords.h"

#include <QAbstractListModel>
#include <QCache>
#include <QSet>

#include <optional>
#include <unordered_set>

namespace akwaba {

class Clock;
class TicketSelection;
class TimesLeft;

/// The tickets of one view, in the order that SQL gives: the first page at once, the vector of all row keys in the
/// background, rows by pages of 128, the last of them kept. No proxy, no sorting here. While held (the pointer is over
/// the list) order and length stand still and new tickets are counted; they come with showPending(). UI thread.
class TicketListModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { KeyRole = Qt::UserRole, TicketIdRole };
    static constexpr int pageSize = 128;

    TicketListModel(TicketSource &source, const Clock &clock, const TimesLeft &times, QObject *parent = nullptr);

    /// Another view: everything is read anew.
    void show(const ViewSpec &spec);
    [[nodiscard]] const ViewSpec &spec() const { return m_spec; }

    /// Something changed on these tickets: their rows are drawn anew where they stand.
    void redraw(const QSet<TicketId> &tickets);
    /// The set or the order may have changed: the keys are read again, and shown unless held.
    void refresh();
    void setHeld(bool held);
    /// Shows what was held back.
    void showPending();
    /// How many tickets wait for showPending() that are not in the list yet.
    [[nodiscard]] int announced() const { return m_announced; }
    /// True while rows come, go or move by themselves, not by the agent's hand.
    [[nodiscard]] bool isChanging() const { return m_changing; }
    /// True once the complete vector of keys has arrived.
    [[nodiscard]] bool isComplete() const { return m_complete; }
    /// Why the last reading failed.
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }

    /// What is marked for a change of several tickets; it holds for keys, also of rows that have left the list.
    [[nodiscard]] TicketSelection &selection() const { return *m_selection; }
    /// The marked keys in the order of the list; behind them what has left it.
    [[nodiscard]] std::vector<qint64> selectedKeys() const;
    [[nodiscard]] const std::vector<qint64> &keys() const { return m_keys; }

    /// Null while it can't be read; the pointer is good until the next call.
    [[nodiscard]] const TicketRow *row(int row) const;
    [[nodiscard]] qint64 keyAt(int row) const { return m_keys.at(static_cast<std::size_t>(row)); }
    /// -1 when it is not in the list.
    [[nodiscard]] int rowOfKey(qint64 key) const;
    [[nodiscard]] const QList<TicketGroup> &groups() const { return m_groups; }
    /// For the titles of groups by agent and by team, and for who is there.
    void setNames(NameOf nameOf);
    /// Who else is on a ticket.
    void setPresence(const TicketPresence &others);
    /// What the most telling of them does; nothing where nobody is.
    [[nodiscard]] std::optional<PresenceMode> presenceOn(const TicketId &ticket) const;
    [[nodiscard]] QString groupTitle(int group) const;
    /// What is late.
    [[nodiscard]] bool isAlarming(int group) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void announcedChanged();
    /// Groups, counts or completeness changed.
    void contentChanged();

private:
    void ask();
    void receive(const Result<TicketKeys> &answer, int generation);
    void apply(TicketKeys next);
    void removeGone(const QHash<qint64, int> &next);
    void permute(const std::vector<qint64> &next, const QHash<qint64, int> &positions);
    void insertNew(const std::vector<qint64> &next);
    void setAnnounced(int count);
    [[nodiscard]] QString spoken(const TicketRow &ticket) const;
    void loadPageOf(int row) const;
    [[nodiscard]] bool isFresh(qint64 key) const;
    [[nodiscard]] QString spokenGroupOf(int row) const;
    [[nodiscard]] QString withPresence(const QString &words, const TicketId &ticket, const QString &separator) const;

    TicketSource &m_source;
    const Clock &m_clock;
    const TimesLeft &m_times;
    TicketSelection *m_selection;
    ViewSpec m_spec;
    NameOf m_nameOf = [](const QString &) { return QString(); };
    QHash<TicketId, TicketPresence> m_presence;
    std::vector<qint64> m_keys;
    QList<TicketGroup> m_groups;
    std::optional<TicketKeys> m_pending;
    std::optional<Error> m_error;
    mutable QCache<qint64, TicketRow> m_rows;
    mutable std::unordered_set<qint64> m_stale; // of these the rows that changed since they were read
    int m_generation = 0;
    int m_announced = 0;
    bool m_asking = false;
    bool m_askAgain = false; // something changed while the keys were being read
    bool m_held = false;
    bool m_changing = false;
    bool m_complete = false;
};

} // namespace akwaba
