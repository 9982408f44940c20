// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What an agent waits for in the inbox and in a conversation, over a cache that a first sync of the corpus "hundred"
// filled: the question alone ("sql"), and until it is painted (offscreen, in software).
#include "core/cache/views.h"
#include "tests/bench/firstsync.h"
#include "tests/bench/hundredserver.h"
#include "tests/bench/report.h"
#include "ui/inbox/cachesource.h"
#include "ui/inbox/inboxpane.h"
#include "ui/inbox/ticketlistmodel.h"
#include "ui/inbox/ticketlistview.h"
#include "ui/text/directories.h"
#include "ui/ticket/conversationpane.h"
#include "ui/widgets/style.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QScrollBar>
#include <QTest>

using namespace akwaba;
using namespace akwaba::bench;
using namespace Qt::StringLiterals;

namespace {

constexpr int firstPageRows = 50;
constexpr qsizetype manyMessages = 50;
constexpr int patienceMs = 30'000;

struct NamedView {
    QString name;
    ViewSpec spec;
};

QList<NamedView> views()
{
    return {{u"all"_s, {}},
            {u"active"_s, folderView(Folder::AllActive)},
            {u"mine"_s, folderView(Folder::Mine)},
            {u"unassigned"_s, folderView(Folder::Unassigned)}};
}

TicketKeys allKeys(CacheReader &reader) { return must(reader.ticketKeys({}, SystemClock().now())); }

void ask(CacheReader &reader)
{
    for (const NamedView &view : views())
        measure({u"inbox.sql: first page, "_s + view.name, u"ms"_s, u"p95 <= 1 ms"_s, {}}, 200,
                [&](int) { must(reader.firstPage(view.spec, firstPageRows)); });
    const TicketKeys keys = allKeys(reader);
    constexpr std::size_t page = TicketListModel::pageSize;
    measure({u"inbox.sql: next page, 128 rows"_s, u"ms"_s, u"p95 <= 1 ms"_s, {}}, 200, [&](int i) {
        must(reader.rows(std::span(keys.keys).subspan(std::size_t(i) * page % (keys.keys.size() - page), page)));
    });
    measure({u"inbox.sql: keys of all tickets"_s,
             u"ms"_s,
             u"<= 150 ms for 1,000,000, in the background"_s,
             {{u"tickets"_s, qint64(keys.keys.size())}}},
            10, [&](int) { (void)allKeys(reader); });
    measure({u"inbox.sql: counters"_s, u"ms"_s, u"<= 0.1 ms"_s, {}}, 200,
            [&](int) { must(reader.counters(SystemClock().now())); });
}

void waitUntilComplete(const TicketListModel &model)
{
    if (!QTest::qWaitFor([&model] { return model.isComplete(); }, patienceMs))
        giveUp({Code::Internal, u"the list does not become complete"_s});
}

void paintInbox(CacheReader &reader, const CacheReaderOptions &options, const Directories &directories)
{
    const SystemClock clock;
    CacheSource source(reader, options, clock);
    InboxPane pane(source, clock);
    pane.setNames(directories.names());
    pane.resize(346, 700);
    pane.show();
    if (!QTest::qWaitForWindowExposed(&pane)) giveUp({Code::Internal, u"no window"_s});
    const auto *model = qobject_cast<TicketListModel *>(pane.view()->model());
    QList<double> samples;
    for (int i = 0; i < 20; ++i) {
        for (const NamedView &view : views()) {
            QElapsedTimer timer;
            timer.start();
            pane.showView(view.name, view.spec);
            (void)pane.grab();
            samples += milliseconds(timer);
            waitUntilComplete(*model);
        }
    }
    print({u"inbox.painted: first page, switch of view"_s, u"ms"_s, u"<= 8 ms"_s, {}}, samples);

    pane.showView({}, {});
    waitUntilComplete(*model);
    QScrollBar *bar = pane.view()->verticalScrollBar();
    const int rowHeight = pane.view()->visualRect(model->index(1, 0)).height();
    const Figure next{u"inbox.painted: next page"_s, u"ms"_s, u"<= 8 ms"_s, {}};
    measure(next, 100, [&](int) {
        bar->setValue(bar->value() + TicketListModel::pageSize * rowHeight);
        (void)pane.view()->grab();
    });
    bar->setValue(0);
    const Figure frame{u"inbox.painted: frame of a scroll, 10 rows each"_s, u"ms"_s, u"max <= 16.7 ms"_s, {}};
    measure(frame, 200, [&](int) {
        bar->setValue(bar->value() + 10 * rowHeight);
        (void)pane.view()->grab();
    });
}

/// The invented tickets are short, so the messages of several make a long one.
Conversation longConversation(CacheReader &reader, std::span<const qint64> keys)
{
    Conversation all = must(reader.conversation(must(reader.rows(keys.first(1))).first().id));
    for (std::size_t i = 1; all.messages.size() < manyMessages && i < keys.size(); ++i) {
        const Conversation more = must(reader.conversation(must(reader.rows(keys.subspan(i, 1))).first().id));
        all.messages += more.messages;
        all.attachments.insert(more.attachments);
    }
    all.messages.resize(manyMessages);
    std::ranges::stable_sort(all.messages, {}, [](const Message &message) { return message.at; });
    return all;
}

DraftKeeper noDrafts()
{
    return {[](const Draft &) { return answered<void>({}); }, [](const Draft &) { return answered<void>({}); }};
}

void openTickets(CacheReader &reader, const Directories &directories, const AgentId &me)
{
    const SystemClock clock;
    SeededRandom random(1);
    ConversationPane pane(clock, random, noDrafts());
    pane.setAuthor(me, {u"bench"_s});
    pane.setDirectories(directories);
    pane.resize(560, 700);
    pane.show();
    if (!QTest::qWaitForWindowExposed(&pane)) giveUp({Code::Internal, u"no window"_s});

    const TicketKeys keys = allKeys(reader);
    QList<TicketId> tickets;
    for (std::size_t i = 0; i < 200; ++i)
        tickets += must(reader.rows(std::span(keys.keys).subspan(i * 97 % keys.keys.size(), 1))).first().id;
    qsizetype messages = 0;
    measure({u"ticket.sql: conversation"_s, u"ms"_s, {}, {}}, 200,
            [&](int i) { messages += must(reader.conversation(tickets.at(i))).messages.size(); });
    const QJsonObject average{{u"messages"_s, double(messages) / 200}};
    measure({u"ticket.painted: open one of the corpus"_s, u"ms"_s, u"p95 <= 30 ms with 50 messages"_s, average}, 200,
            [&](int i) {
                pane.open(must(reader.conversation(tickets.at(i))), {});
                (void)pane.grab();
            });
    QList<Conversation> longOnes;
    for (std::size_t i = 0; i < 20; ++i)
        longOnes += longConversation(reader, std::span(keys.keys).subspan(i * keys.keys.size() / 20));
    measure({u"ticket.painted: open 50 messages, already read"_s, u"ms"_s, u"p95 <= 30 ms"_s, {{u"messages"_s, 50}}},
            60, [&](int i) {
                pane.open(longOnes.at(i % longOnes.size()), {});
                (void)pane.grab();
            });
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    Theme theme;
    theme.setScheme(Theme::Scheme::Light);
    QApplication::setStyle(new AkwabaStyle(theme));

    HundredServer server;
    must(server.start());
    const LogInAnswer login = logInTo(server.address(), server.user(), server.password());
    SystemRandom random;
    const QTemporaryDir dir;
    const ClientConfig config = newConsole(dir, random, server.address(), login);
    (void)firstSync(config);
    finishIndex(config);
    const auto reader = must(CacheReader::open(readerOptions(config)));
    const Directories directories{must(reader->agents()), must(reader->teams()), must(reader->categories()),
                                  must(reader->tags())};
    ask(*reader);
    paintInbox(*reader, readerOptions(config), directories);
    openTickets(*reader, directories, login.agent);
    return 0;
}
