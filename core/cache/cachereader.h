// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/cache/readmodel.h"
#include "core/domain/livefigures.h"
#include "core/protocol/commands.h"
#include "core/text/excerpt.h"

#include <memory>
#include <span>
#include <vector>

namespace akwaba::sla {
class Rules;
struct SlaClock;
} // namespace akwaba::sla

namespace akwaba {

class Database;
struct ViewQuery;

struct CacheReaderOptions {
    QString cachePath;
    QByteArray cacheKey;
    QString outboxPath;
    QByteArray outboxKey;
    AgentId me;
};

/// Everything a view asks, each from one index (below 5 ms on 100,000 tickets, but for ticketKeys() of a large view).
/// Own read connections to cache.db and outbox.db: open one per thread, after the writer has opened the files, and anew
/// after the cache was replaced. It sees what was committed before each call.
class CacheReader {
public:
    [[nodiscard]] static Result<std::unique_ptr<CacheReader>> open(const CacheReaderOptions &options);
    ~CacheReader();
    Q_DISABLE_COPY_MOVE(CacheReader)

    /// The first rows of a view, by keyset: what is painted at once.
    [[nodiscard]] Result<QList<TicketRow>> firstPage(const ViewSpec &spec, int count);
    /// The keys of all its rows in order: 39 ms per 400,000, so from a reader of a worker thread. `startOfToday` is
    /// midnight where the agent is, for the groups by age.
    [[nodiscard]] Result<TicketKeys> ticketKeys(const ViewSpec &spec, const QDateTime &startOfToday);
    /// One row per key, in this order; `gone` is set where there is none any more.
    [[nodiscard]] Result<QList<TicketRow>> rows(std::span<const qint64> keys);
    /// Code::NotFound for a ticket that is not in the cache.
    [[nodiscard]] Result<TicketRow> row(const TicketId &ticket);
    /// Those of them that are here, in no order.
    [[nodiscard]] Result<QList<TicketNow>> ticketsNow(std::span<const qint64> keys);
    [[nodiscard]] Result<QList<TicketNow>> ticketsNow(const QList<TicketId> &tickets);
    /// `now` is server time.
    [[nodiscard]] Result<Counters> counters(const QDateTime &now);
    /// What is promised, and when the company works, by what is here; belongs to this thread.
    [[nodiscard]] Result<std::shared_ptr<const sla::Rules>> rules();
    /// All clocks that a ticket ever had, as of `now`, by their start. None of a ticket that the server has not got.
    [[nodiscard]] Result<std::vector<sla::SlaClock>> clocks(const sla::Rules &rules, const TicketId &ticket,
                                                            const QDateTime &now);

    [[nodiscard]] Result<Conversation> conversation(const TicketId &ticket);
    /// Oldest first, however they ended.
    [[nodiscard]] Result<QList<Escalation>> escalationsOf(const TicketId &ticket);
    /// Of all tickets that are here, in no order.
    [[nodiscard]] Result<QList<OpenEscalation>> openEscalations();
    /// What a supervisor saw last; nothing where nothing was kept.
    [[nodiscard]] Result<std::optional<LiveFigures>> keptFigures();
    [[nodiscard]] Result<CustomerCard> customerCard(const CustomerId &customer);
    /// As ViewSpec::search: the newest `count` tickets, and as many customers.
    [[nodiscard]] Result<SearchResult> search(const QString &text, int count);
    /// Where it was found in these tickets, in the newest text of each; none where only the customer's name or several
    /// texts together have it.
    [[nodiscard]] Result<QHash<TicketId, Excerpt>> excerpts(const QString &text, const QList<TicketId> &tickets);

    [[nodiscard]] Result<QList<Agent>> agents();
    [[nodiscard]] Result<QList<Team>> teams();
    [[nodiscard]] Result<QList<Category>> categories();
    [[nodiscard]] Result<QList<Tag>> tags();
    [[nodiscard]] Result<QList<View>> views();
    [[nodiscard]] Result<QList<Product>> products();
    /// The active ones, in their order.
    [[nodiscard]] Result<QList<EscalationPath>> escalationPaths();
    /// Also those that are no longer in use.
    [[nodiscard]] Result<QList<TextModule>> textModules();
    /// The same, in their order.
    [[nodiscard]] Result<QList<Macro>> macros();

    /// "Not yet sent": undecided, in the order of sending.
    [[nodiscard]] Result<QList<OutboxItem>> notYetSent();
    /// The "Not sent" tray: refused, oldest first.
    [[nodiscard]] Result<QList<OutboxItem>> notSent();
    /// What became of intents so far, without the words of their tickets; by iid. None of one that was taken back.
    [[nodiscard]] Result<QHash<QString, OutboxItem>> outcomesOf(const QStringList &iids);
    /// What this agent was told, newest first.
    [[nodiscard]] Result<QList<NoticeItem>> notices(int count);
    /// All drafts of this agent, newest first; this device's journal before what the server knows of the same draft.
    [[nodiscard]] Result<QList<DraftItem>> drafts();
    /// Those on one ticket, with the shared ones of others.
    [[nodiscard]] Result<QList<DraftItem>> draftsFor(const TicketId &ticket);
    /// What was begun in forms about a ticket, as the commands that they would make; the newest first.
    [[nodiscard]] Result<QList<Command>> begunOn(const TicketId &ticket);

private:
    CacheReader(std::unique_ptr<Database> cache, std::unique_ptr<Database> outbox, AgentId me);

    struct Title {
        QString number;
        QString subject;
        QString customerName;
    };

    [[nodiscard]] Result<ViewQuery> query(const ViewSpec &spec);
    [[nodiscard]] Result<void> countClocks(Counters &counters, const QDateTime &now);
    [[nodiscard]] Result<void> countEscalations(Counters &counters);
    [[nodiscard]] Result<qint64> countWhere(const QString &which, const QList<QVariant> &values);
    [[nodiscard]] Result<void> countNotices(Counters &counters);
    /// The condition that this program knows what a notice says: a newer server may tell other things.
    [[nodiscard]] static QString noticeIsKnown();
    [[nodiscard]] Result<QList<TicketRow>> readRows(const QString &where, const QVariant &value);
    [[nodiscard]] Result<Title> titleOf(const TicketId &ticket);
    [[nodiscard]] Result<QList<TicketNow>> ticketsNow(const QString &column, const QString &json);
    [[nodiscard]] Result<QList<OutboxItem>> outboxItems(const QString &condition);
    [[nodiscard]] Result<QList<OutboxItem>> bareItems(const QString &condition, const QVariant &value = {});
    [[nodiscard]] Result<void> nameColleague(OutboxItem &item);
    [[nodiscard]] Result<QList<DraftItem>> draftItems(const QString &local, const QString &synced,
                                                      const QVariant &value);

    std::unique_ptr<Database> m_cache;
    std::unique_ptr<Database> m_outbox;
    AgentId m_me;
};

} // namespace akwaba
