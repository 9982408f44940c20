// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/core/cache/world.h"
#include "ui/inbox/inboxpane.h"
#include "ui/inbox/sidebar.h"
#include "ui/inbox/ticketlistview.h"
#include "ui/shell/actionset.h"
#include "ui/shell/language.h"
#include "ui/shell/mainwindow.h"
#include "ui/ticket/timeline.h"

#include <QAction>

namespace akwaba::test {

/// A console on a profile that was filled before it started, without a log-in.
struct Resumed {
    World world;
    std::unique_ptr<Client> client;
    std::unique_ptr<CacheReader> reader;
    Language language;
    QStringList told; // outside the window
    std::unique_ptr<MainWindow> window;

    Resumed(Theme &theme, const QList<TypedRecords> &records, const QUrl &server = {},
            const std::function<void(World &)> &before = {})
    {
        language.use(u"en"_s);
        world.take(QList<TypedRecords>{customers({customerRecord(u"c1"_s, u"Rosine Bamba"_s)})} + records, u"1"_s);
        if (before) before(world);
        world.cache.reset();
        world.outbox.reset();
        ClientConfig config;
        config.cacheFile = world.cachePath();
        config.outboxFile = world.outboxPath();
        config.secrets = {cacheKey, outboxKey, "token"};
        config.server.url = server.isEmpty() ? QUrl(u"http://localhost:1"_s) : server;
        config.me = world.me;
        config.offline = server.isEmpty();
        config.account = u"A1"_s;
        client = std::make_unique<Client>(config, world.clock, world.random);
        const auto opened = client->open();
        (void)QTest::qWaitFor([&] { return opened.isFinished(); });
        const CacheReaderOptions options{world.cachePath(), cacheKey, world.outboxPath(), outboxKey, world.me.me};
        reader = must(CacheReader::open(options));
        const auto choose = [this](const QString &name, const std::function<void(const QString &)> &chosen) {
            chosen(world.dir.filePath(name));
        };
        MainWindow::Parts parts{*client,     *reader,      options,     theme,           language,
                                world.clock, world.random, world.me.me, world.me.device, choose};
        parts.tell = [this](const QString &sentence) { told.append(sentence); };
        window = std::make_unique<MainWindow>(parts);
        window->show();
        (void)QTest::qWaitForWindowExposed(window.get());
    }
    [[nodiscard]] InboxPane &inbox() const { return *window->findChild<InboxPane *>(); }
    [[nodiscard]] SideBar &sideBar() const { return *window->findChild<SideBar *>(); }
    [[nodiscard]] Timeline &timeline() const { return *window->findChild<Timeline *>(); }
    [[nodiscard]] bool can(ActionId id) const { return window->actions().action(id)->isEnabled(); }
    void trigger(ActionId id) const { window->actions().action(id)->trigger(); }
    [[nodiscard]] int current() const { return inbox().view()->currentIndex().row(); }
    [[nodiscard]] int rows() const { return inbox().view()->model()->rowCount(); }
    [[nodiscard]] bool whatCanBeDoneIsRight() const
    {
        return can(ActionId::NextTicket) == inbox().hasNext() && can(ActionId::PreviousTicket) == inbox().hasPrevious();
    }
};

} // namespace akwaba::test
