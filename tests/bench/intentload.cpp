// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/intentload.h"

#include "core/protocol/intent.h"
#include "core/sync/wire.h"
#include "tests/bench/firstsync.h"
#include "tests/bench/report.h"

#include <QTest>

namespace akwaba::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int batchSize = 50; // the most that the server takes
constexpr int loadPatienceMs = 60'000;

/// One device: notes on its own tickets and following them, as fast as it is answered. Unlike a console it keeps
/// nothing.
class Sender : public QObject {
public:
    Sender(const HundredServer &server, const QByteArray &token, QList<TicketId> tickets)
        : m_http(server.address()), m_tickets(std::move(tickets))
    {
        m_http.setToken(token);
    }

    void readSession()
    {
        m_http.send(++m_request, "GET", u"/jmap/session"_s, {},
                    [this](const HttpReply &reply) { m_session = must(wire::sessionFrom(reply.body)); });
    }
    [[nodiscard]] bool isReady() const { return !m_session.account.isEmpty(); }

    void begin()
    {
        m_running = true;
        sendBatch();
    }
    void stop() { m_running = false; }
    [[nodiscard]] bool isIdle() const { return !m_waiting; }
    [[nodiscard]] qint64 accepted() const { return m_accepted; }
    [[nodiscard]] qint64 others() const { return m_others; }
    [[nodiscard]] const QList<double> &roundTrips() const { return m_roundTrips; }

private:
    [[nodiscard]] Command nextCommand()
    {
        const TicketId ticket = m_tickets.at(m_sent / 2 % m_tickets.size());
        const bool turn = m_sent / 2 / m_tickets.size() % 2 == 0;
        if (m_sent % 2 == 1) return Follow{ticket, turn};
        return AddNote{newId<MessageId>(m_clock, m_random), ticket, u"Le client rappelle demain matin."_s};
    }

    void sendBatch()
    {
        QList<NumberedIntent> intents;
        for (int i = 0; i < batchSize; ++i) {
            intents.append({m_sent + 1, makeIntent(nextCommand(), m_clock, m_random)});
            ++m_sent;
        }
        m_waiting = true;
        m_timer.start();
        m_http.send(++m_request, "POST", m_session.apiPath,
                    wire::bytes(m_session, {wire::intentApply(m_session, {m_sent - batchSize, 0}, intents)}),
                    [this](const HttpReply &reply) { receive(reply); });
    }

    void receive(const HttpReply &reply)
    {
        m_waiting = false;
        m_roundTrips += milliseconds(m_timer);
        const jmap::Response response = must(wire::responseFrom(reply.body));
        const jmap::Invocation *answer = jmap::answerTo(response, u"apply"_s);
        if (answer == nullptr) giveUp({Code::Protocol, u"no answer to Intent/apply"_s});
        for (const Outcome &outcome : must(wire::outcomesFrom(answer->arguments))) {
            if (outcome.kind == OutcomeKind::Accepted || outcome.kind == OutcomeKind::Merged)
                ++m_accepted;
            else
                ++m_others;
        }
        if (m_running) sendBatch();
    }

    const SystemClock m_clock;
    SystemRandom m_random;
    HttpClient m_http;
    wire::Session m_session;
    QList<TicketId> m_tickets;
    QList<double> m_roundTrips;
    QElapsedTimer m_timer;
    quint64 m_request = 0;
    qint64 m_sent = 0;
    qint64 m_accepted = 0;
    qint64 m_others = 0;
    bool m_running = false;
    bool m_waiting = false;
};

/// Ids of tickets as a console knows them.
QList<TicketId> someTickets(const HundredServer &server)
{
    const LogInAnswer login = logInTo(server.address(), server.user(), server.password());
    SystemRandom random;
    const QTemporaryDir dir;
    const ClientConfig config = newConsole(dir, random, server.address(), login);
    (void)firstSync(config);
    const auto reader = must(CacheReader::open(readerOptions(config)));
    QList<TicketId> tickets;
    for (const TicketRow &row : must(reader->firstPage({}, 2000)))
        tickets += row.id;
    return tickets;
}

using Senders = std::vector<std::unique_ptr<Sender>>;

/// Logged in and ready, each with tickets of its own.
Senders makeSenders(const HundredServer &server, int count)
{
    const QList<TicketId> tickets = someTickets(server);
    const qsizetype share = tickets.size() / count;
    Senders senders;
    for (int i = 0; i < count; ++i) {
        senders.push_back(std::make_unique<Sender>(server, server.tokens().at(i), tickets.mid(i * share, share)));
        senders.back()->readSession();
    }
    const auto ready = [&senders] { return std::ranges::all_of(senders, [](const auto &s) { return s->isReady(); }); };
    if (!QTest::qWaitFor(ready, loadPatienceMs)) giveUp({Code::Unreachable, u"no session"_s});
    return senders;
}

qint64 acceptedBy(const Senders &senders)
{
    qint64 sum = 0;
    for (const auto &sender : senders)
        sum += sender->accepted();
    return sum;
}

/// Accepted intents per second, one sample for each second.
QList<double> run(const Senders &senders, int seconds)
{
    for (const auto &sender : senders)
        sender->begin();
    QList<double> rates;
    for (int second = 0; second < seconds; ++second) {
        const qint64 before = acceptedBy(senders);
        QElapsedTimer timer;
        timer.start();
        QTest::qWait(1000);
        rates += double(acceptedBy(senders) - before) * 1000 / milliseconds(timer);
    }
    for (const auto &sender : senders)
        sender->stop();
    const auto idle = [&senders] { return std::ranges::all_of(senders, [](const auto &s) { return s->isIdle(); }); };
    if (!QTest::qWaitFor(idle, loadPatienceMs)) giveUp({Code::Unreachable, u"a batch without an answer"_s});
    return rates;
}

} // namespace

IntentLoad loadWithIntents(const HundredServer &server, int devices, int seconds)
{
    const Senders senders = makeSenders(server, devices);
    IntentLoad load{run(senders, seconds), {}, 0};
    for (const auto &sender : senders) {
        load.others += sender->others();
        load.roundTrips += sender->roundTrips();
    }
    return load;
}

} // namespace akwaba::bench
