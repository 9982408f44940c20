// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later

// From what one agent does to the screen of another: two whole consoles without their windows' frames, each with its
// encrypted files, its writer thread, its engine and a painted inbox (offscreen, in software), over the real server on
// loopback with the corpus "hundred".
#include "tests/bench/firstsync.h"
#include "tests/bench/hundredserver.h"
#include "tests/bench/report.h"
#include "ui/inbox/cachesource.h"
#include "ui/inbox/inboxpane.h"
#include "ui/inbox/ticketlistmodel.h"
#include "ui/widgets/style.h"
#include "ui/widgets/theme.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QEventLoop>
#include <QTest>
#include <QTimer>

#include <functional>

using namespace akwaba;
using namespace akwaba::bench;
using namespace Qt::StringLiterals;

namespace {

constexpr int patienceMs = 120'000;
constexpr int changes = 300;
constexpr int pauseMs = 100; // the server gathers what comes within 50 ms of a hint: agents are not that fast

/// One console on its own files, brought up to date by a first sync.
class Console {
public:
    Console(const HundredServer &server, const LogInAnswer &login)
        : m_config(newConsole(m_dir, m_random, server.address(), login))
    {
        (void)firstSync(m_config);
        finishIndex(m_config);
        m_client = std::make_unique<Client>(m_config, m_clock, m_random);
        const auto opened = m_client->open();
        waitUntilLive();
        must(opened.result());
        m_reader = must(CacheReader::open(readerOptions(m_config)));
        m_source = std::make_unique<CacheSource>(*m_reader, readerOptions(m_config), m_clock);
        m_pane = std::make_unique<InboxPane>(*m_source, m_clock);
        m_pane->resize(346, 700);
        m_pane->show();
        if (!QTest::qWaitForWindowExposed(m_pane.get())) giveUp({Code::Internal, u"no window"_s});
        m_pane->showView(u"bench"_s, {});
        QObject::connect(m_client.get(), &Client::changed, m_pane.get(), [this](const Changed &changed) {
            m_pane->applyChange(changed.tickets, changed.lists);
            if (!m_awaited.isEmpty() && changed.tickets.contains(m_ticket)) look();
        });
    }

    [[nodiscard]] Client &client() { return *m_client; }
    [[nodiscard]] CacheReader &reader() { return *m_reader; }

    void waitUntilLive()
    {
        if (!QTest::qWaitFor([this] { return m_client->status().phase == SyncPhase::Live; }, patienceMs))
            giveUp({m_client->status().reason.value_or(Code::Internal), u"a console does not become live"_s});
    }

    /// Takes the time at which the ticket is painted with this subject, and says so.
    void await(const TicketId &ticket, const QString &subject, const QElapsedTimer &timer, std::function<void()> seen)
    {
        m_ticket = ticket;
        m_awaited = subject;
        m_timer = &timer;
        m_seen = std::move(seen);
    }
    [[nodiscard]] double seenAfter() const { return m_seenAfter; }

private:
    void look()
    {
        if (must(m_reader->row(m_ticket)).subject != m_awaited) return;
        repaint();
        m_seenAfter = milliseconds(*m_timer);
        m_awaited.clear();
        m_seen();
    }

    /// The ticket's row, at once: what a screen shows with its next frame.
    void repaint()
    {
        auto *view = m_pane->findChild<QAbstractItemView *>();
        const QModelIndexList found = view->model()->match(view->model()->index(0, 0), TicketListModel::TicketIdRole,
                                                           QVariant::fromValue(m_ticket), 1, Qt::MatchExactly);
        if (found.isEmpty()) giveUp({Code::Internal, u"the ticket is not in the list"_s});
        view->viewport()->repaint(view->visualRect(found.first()));
    }

    const SystemClock m_clock;
    SystemRandom m_random;
    const QTemporaryDir m_dir;
    const ClientConfig m_config;
    std::unique_ptr<Client> m_client;
    std::unique_ptr<CacheReader> m_reader;
    std::unique_ptr<CacheSource> m_source;
    std::unique_ptr<InboxPane> m_pane;
    TicketId m_ticket;
    QString m_awaited;
    const QElapsedTimer *m_timer = nullptr;
    std::function<void()> m_seen;
    double m_seenAfter = 0;
};

QString named(const QString &name, Backend backend) { return u"latency.%1, %2"_s.arg(name, nameOf(backend)); }

/// The newest tickets, which are what a screen shows.
QList<TicketRow> onTheScreen(Console &console) { return must(console.reader().firstPage({}, 8)); }

void measureChanges(Console &writing, Console &reading, Backend backend)
{
    QList<double> own;
    QList<double> theirs;
    const QList<TicketRow> rows = onTheScreen(writing);
    QHash<TicketId, QString> subjects;
    for (const TicketRow &row : rows)
        subjects.insert(row.id, row.subject);
    for (int i = 0; i < changes; ++i) {
        const TicketId ticket = rows.at(i % rows.size()).id;
        const QString subject = u"Toner %1"_s.arg(i);
        QElapsedTimer timer;
        // As a program waits: QTest::qWaitFor sleeps for 10 ms between two looks, which both figures would hold.
        QEventLoop loop;
        int blind = 2;
        const auto seen = [&loop, &blind] {
            if (--blind == 0) loop.quit();
        };
        writing.await(ticket, subject, timer, seen);
        reading.await(ticket, subject, timer, seen);
        QTimer::singleShot(patienceMs, &loop, [&loop] { loop.exit(1); });
        timer.start();
        const auto written = writing.client().perform(SetField{ticket, u"subject"_s, subjects.value(ticket), subject});
        if (loop.exec() != 0) giveUp({Code::Unreachable, u"a change did not arrive"_s});
        must(written.result());
        subjects.insert(ticket, subject);
        own += writing.seenAfter();
        theirs += reading.seenAfter();
        QTest::qWait(pauseMs);
    }
    print(
        {named(u"key to the outbox on the disk and the own row repainted"_s, backend), u"ms"_s, u"p95 <= 10 ms"_s, {}},
        own);
    print({named(u"one agent's key to the other's screen"_s, backend),
           u"ms"_s,
           u"p50 <= 20 ms, p99 <= 100 ms; PouchDB 12 to 20 ms for one document"_s,
           {}},
          theirs);
}

void measureAll(Backend backend)
{
    HundredServer server;
    must(server.start(backend));
    Console reading(server, server.colleague());
    Console writing(server, logInTo(server.address(), server.user(), server.password()));
    measureChanges(writing, reading, backend);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    Theme theme;
    theme.setScheme(Theme::Scheme::Light);
    QApplication::setStyle(new AkwabaStyle(theme));
    measureAll(Backend::Sqlite);
    measureAll(Backend::Postgresql);
    return 0;
}
