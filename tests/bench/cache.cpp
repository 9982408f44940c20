// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The console's cache under load: filling, indexing, and each question of the inbox. bench_cache [tickets], by default
// 100,000, with one message each.
#include "core/cache/cache.h"
#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/cache/cachereader.h"
#include "core/cache/outbox.h"
#include "core/cache/views.h"
#include "core/domain/agent.h"
#include "core/domain/customer.h"
#include "core/domain/message.h"
#include "core/protocol/codec.h"
#include "tests/bench/report.h"

#include <QCoreApplication>
#include <QTemporaryDir>

using namespace akwaba;
using namespace akwaba::bench;
using namespace Qt::StringLiterals;

namespace {

const QByteArray key(32, 'k');
constexpr int ticketsPerPage = 250;

/// Figures of this benchmark begin with its name.
Figure figure(const QString &name, const QString &unit, const QString &goal = {})
{
    return {u"cache."_s + name, unit, goal, {}};
}

class Corpus {
public:
    [[nodiscard]] CachePage page(int first, int count)
    {
        QList<QJsonObject> tickets;
        QList<QJsonObject> messages;
        for (int i = first; i < first + count; ++i) {
            tickets += ticket(i);
            messages += message(i);
        }
        return {.upserts = {{&typeInfo<Ticket>(), tickets}, {&typeInfo<Message>(), messages}}};
    }

private:
    /// Newest first, as a filling brings them; one in eight is active.
    QJsonObject ticket(int i)
    {
        Ticket ticket;
        ticket.id.value = u"t%1"_s.arg(i);
        ticket.number = u"A-%1"_s.arg(i);
        ticket.subject = text(6);
        ticket.status = i % 8 == 0 ? static_cast<TicketStatus>(m_random.below(4)) : TicketStatus::Closed;
        ticket.priority = static_cast<Priority>(m_random.below(4));
        ticket.customer.value = u"c%1"_s.arg(m_random.below(20'000));
        ticket.team.value = u"e%1"_s.arg(m_random.below(5));
        ticket.assignee.value = m_random.below(4) == 0 ? QString() : u"a%1"_s.arg(m_random.below(20));
        ticket.receivedAt = m_start.addSecs(-60LL * i);
        ticket.lastCustomerMessageAt = ticket.receivedAt;
        ticket.rev = 1;
        return toJson(ticket);
    }

    QJsonObject message(int i)
    {
        Message message;
        message.id.value = u"m%1"_s.arg(i);
        message.ticket.value = u"t%1"_s.arg(i);
        message.text = text(40);
        message.at = m_start.addSecs(-60LL * i);
        message.rev = 1;
        return toJson(message);
    }

    /// Words whose frequency falls with their rank, as in a language.
    QString text(int words)
    {
        QStringList all;
        for (int i = 0; i < words; ++i) {
            const quint64 rank = m_random.below(m_random.below(m_random.below(20'000) + 1) + 1);
            all += u"mot%1é"_s.arg(rank);
        }
        return all.join(u' ');
    }

    SeededRandom m_random{1};
    QDateTime m_start{QDate(2026, 11, 22), QTime(7, 0), Qt::UTC};
};

void fill(Cache &cache, int tickets)
{
    Corpus corpus;
    QElapsedTimer total;
    QList<double> pages;
    qint64 spent = 0;
    for (int first = 0; first < tickets; first += ticketsPerPage) {
        const CachePage page = corpus.page(first, std::min(ticketsPerPage, tickets - first));
        total.start();
        must(cache.applyPage(page, {}, {}));
        spent += total.nsecsElapsed();
        pages += double(total.nsecsElapsed()) / 1e6;
    }
    print(figure(u"page of 500 rows"_s, u"ms"_s), pages);
    print(figure(u"filling"_s, u"rows/s"_s), {2e9 * tickets / double(spent)});

    total.start();
    while (must(cache.indexSome(500))) { }
    print(figure(u"indexing"_s, u"texts/s"_s, u">= 15000 texts/s"_s), {2e9 * tickets / double(total.nsecsElapsed())});
}

void read(CacheReader &reader, int tickets)
{
    const auto midnight = QDateTime(QDate(2026, 11, 22), QTime(0, 0), Qt::UTC);
    const std::pair<QString, ViewSpec> views[]{
        {u"all"_s, ViewSpec{}},
        {u"active"_s, folderView(Folder::AllActive)},
        {u"mine"_s, folderView(Folder::Mine)},
        {u"unassigned"_s, folderView(Folder::Unassigned)},
        {u"waiting for the customer"_s, folderView(Folder::WaitingCustomer)},
        {u"followed"_s, folderView(Folder::Followed)},
        {u"team"_s, teamView({u"e1"_s})},
    };
    for (const auto &[name, spec] : views) {
        measure(figure(u"first page: "_s + name, u"ms"_s, u"p95 <= 1 ms"_s), 100,
                [&](int) { must(reader.firstPage(spec, 50)); });
        measure(figure(u"keys: "_s + name, u"ms"_s), 5, [&](int) { must(reader.ticketKeys(spec, midnight)); });
    }
    const TicketKeys keys = must(reader.ticketKeys({}, midnight));
    measure(figure(u"page of 128 rows"_s, u"ms"_s), 100, [&](int i) {
        const auto first = std::size_t(i) * 128 % (keys.keys.size() - 128);
        must(reader.rows(std::span(keys.keys).subspan(first, 128)));
    });
    measure(figure(u"counters"_s, u"ms"_s, u"<= 0.1 ms"_s), 100,
            [&](int) { must(reader.counters(SystemClock().now())); });
    measure(figure(u"conversation"_s, u"ms"_s), 100,
            [&](int i) { must(reader.conversation({u"t%1"_s.arg(i * 7919 % tickets)})); });
    measure(figure(u"search: one word"_s, u"ms"_s, u"p95 <= 5 ms on million"_s), 100,
            [&](int i) { must(reader.search(u"mot%1e "_s.arg(i * 31), 50)); });
    measure(figure(u"search: two words"_s, u"ms"_s, u"p95 <= 5 ms on million"_s), 100,
            [&](int i) { must(reader.search(u"mot%1e mot%2e "_s.arg(i).arg(i * 3 + 1), 50)); });
    measure(figure(u"search: as typed"_s, u"ms"_s, u"p95 <= 30 ms on million"_s), 100,
            [&](int i) { must(reader.search(u"mot%1"_s.arg(i), 50)); });
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const int tickets = argc > 1 ? QByteArray(argv[1]).toInt() : 100'000;
    const QTemporaryDir dir;
    const SystemClock clock;
    const auto outbox = must(Outbox::open(dir.filePath(u"outbox.db"_s), key, clock));
    const auto cache = must(Cache::open(dir.filePath(u"cache.db"_s), key));
    fill(*cache, tickets);
    const auto reader = must(
        CacheReader::open({dir.filePath(u"cache.db"_s), key, dir.filePath(u"outbox.db"_s), key, AgentId{u"a1"_s}}));
    read(*reader, tickets);
    return 0;
}
