// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A console that has the corpus "hundred" was away for a working day, while a colleague's console changed much. It
// comes back as in the morning: its program starts on its files.
#include "app/server/store/databasesource.h"
#include "tests/bench/firstsync.h"
#include "tests/bench/hundredserver.h"
#include "tests/bench/report.h"

#include <QCoreApplication>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <vector>

using namespace akwaba;
using namespace akwaba::bench;
using namespace Qt::StringLiterals;

namespace {

constexpr int patienceMs = 300'000;
constexpr int changesWhileAway = 5000;
constexpr int writtenTogether = 100;
constexpr int ticketsInWork = 1000;

/// The files of a console, brought up to date and closed.
class Files {
public:
    Files(const HundredServer &server, const LogInAnswer &login)
        : m_config(newConsole(m_dir, m_random, server.address(), login))
    {
        (void)firstSync(m_config);
        finishIndex(m_config);
    }
    [[nodiscard]] const ClientConfig &config() const { return m_config; }

private:
    SystemRandom m_random;
    const QTemporaryDir m_dir;
    const ClientConfig m_config;
};

/// The agent who works meanwhile: one thing after the other, on the newest tickets that the other one sees as well.
class Colleague {
public:
    Colleague(const ClientConfig &config, const ClientConfig &other) : m_client(config, m_clock, m_random)
    {
        const auto opened = m_client.open();
        wait([this] { return m_client.status().phase == SyncPhase::Live; });
        must(opened.result());
        m_reader = must(CacheReader::open(readerOptions(config)));
        m_me = config.me.me;
        m_tickets = must(must(CacheReader::open(readerOptions(other)))->firstPage({}, ticketsInWork));
        m_tags = must(m_reader->tags());
    }

    void change(int count)
    {
        for (int done = 0; done < count; done += writtenTogether) {
            QList<QFuture<Result<QString>>> written;
            for (int i = done; i < std::min(count, done + writtenTogether); ++i)
                written += m_client.perform(command(i));
            wait([&] {
                return std::ranges::all_of(written, [](const auto &each) { return each.isFinished(); })
                    && must(m_reader->notYetSent()).isEmpty();
            });
            for (const auto &each : written)
                must(each.result());
        }
        if (m_client.status().notSent > 0) giveUp({Code::Conflict, u"a change was refused"_s});
    }
    [[nodiscard]] const QString &lastText() const { return m_lastText; }
    [[nodiscard]] const TicketId &lastTicket() const { return m_lastTicket; }

private:
    [[nodiscard]] Command command(int number)
    {
        TicketRow &row = m_tickets[number / 6 % m_tickets.size()];
        switch (number % 6) {
        case 0: {
            m_lastText = u"Le client rappelle demain matin, %1."_s.arg(number);
            m_lastTicket = row.id;
            return AddNote{newId<MessageId>(m_clock, m_random), row.id, m_lastText};
        }
        case 1: {
            const TicketStatus from = row.status;
            row.status = from == TicketStatus::Open ? TicketStatus::WaitingThirdParty : TicketStatus::Open;
            return SetStatus{row.id, from, row.status, {}};
        }
        case 2: {
            const QString from = row.subject;
            row.subject = u"Toner %1"_s.arg(number);
            return SetField{row.id, u"subject"_s, from, row.subject};
        }
        case 3: {
            const TagId tag = m_tags.at(number % m_tags.size()).id;
            return SetTags{row.id, {tag}, {}};
        }
        case 4: {
            const AgentId from = row.assignee;
            row.assignee = from == m_me ? AgentId() : m_me;
            return Assign{row.id, row.team, row.assignee, from, false};
        }
        default: {
            Customer customer;
            customer.id = newId<CustomerId>(m_clock, m_random);
            customer.name = u"Rosine %1"_s.arg(number);
            return CreateCustomer{customer};
        }
        }
    }

    template <class F> void wait(F until)
    {
        if (!QTest::qWaitFor(until, patienceMs)) giveUp({Code::Unreachable, u"the colleague gets nothing done"_s});
    }

    const SystemClock m_clock;
    SystemRandom m_random;
    Client m_client;
    std::unique_ptr<CacheReader> m_reader;
    AgentId m_me;
    QList<TicketRow> m_tickets;
    QList<Tag> m_tags;
    QString m_lastText;
    TicketId m_lastTicket;
};

qint64 logLength(const HundredServer &server)
{
    const SystemClock clock;
    store::DatabaseSource source(server.place(), clock);
    Database database = must(source.open(store::DatabaseSource::Use::Read));
    return must(database.value(u"SELECT seq FROM sync_clock"_s)).toLongLong();
}

void requireComplete(const ClientConfig &config, const Colleague &colleague)
{
    const auto reader = must(CacheReader::open(readerOptions(config)));
    const Conversation last = must(reader->conversation(colleague.lastTicket()));
    if (std::ranges::find(last.messages, colleague.lastText(), &Message::text) == last.messages.end())
        giveUp({Code::Internal, u"the last change is missing"_s});
}

void measureAll(Backend backend, int runs)
{
    HundredServer server;
    must(server.start(backend));
    std::vector<std::unique_ptr<Files>> away;
    away.reserve(std::size_t(runs));
    for (int i = 0; i < runs; ++i)
        away.push_back(std::make_unique<Files>(server, logInTo(server.address(), server.user(), server.password())));
    const Files present(server, server.colleague());
    const qint64 before = logLength(server);
    Colleague colleague(present.config(), away.front()->config());
    colleague.change(changesWhileAway);
    const qint64 rows = logLength(server) - before;
    QList<double> times;
    QList<double> rates;
    for (const auto &profile : away) {
        const FirstSync back = firstSync(profile->config());
        requireComplete(profile->config(), colleague);
        times += back.completeMs;
        rates += double(rows) * 1000 / back.completeMs;
    }
    const QJsonObject more{{u"intents"_s, changesWhileAway}, {u"rows"_s, rows}};
    print({u"catchup.away while %1 things were done, until live again, %2"_s.arg(changesWhileAway).arg(nameOf(backend)),
           u"ms"_s,
           {},
           more},
          times);
    print({u"catchup.rate in rows of the change log, %1"_s.arg(nameOf(backend)), u"rows/s"_s, {}, more}, rates);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const int runs = argc > 1 ? QByteArray(argv[1]).toInt() : 3;
    measureAll(Backend::Sqlite, runs);
    measureAll(Backend::Postgresql, runs);
    return 0;
}
