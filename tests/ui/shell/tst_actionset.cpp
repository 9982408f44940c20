// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/pictures.h"
#include "ui/shell/actionset.h"
#include "ui/text/actionwords.h"
#include "ui/text/errorwords.h"

#include <QAction>
#include <QMenu>
#include <QMenuBar>
#include <QSignalSpy>
#include <QTest>

using namespace akwaba;
using namespace Qt::StringLiterals;

class TestActionSet : public QObject {
    Q_OBJECT

public:
    explicit TestActionSet(Theme &) { }

private Q_SLOTS:
    void everyEntryOfTheTable_isAnActionWithItsKeysAndItsName();
    void everyEntryOfTheTable_standsInItsMenuOnce();
    void aTriggeredAction_saysWhichItWas();
    void whatCannotBeDone_isDisabledAndSaysWhy();
    void administration_isShownToWhoeverHasSomethingToDoThere();
    void aKeyOfAPlace_actsOnlyThere();
};

void TestActionSet::everyEntryOfTheTable_isAnActionWithItsKeysAndItsName()
{
    QWidget window;
    const ActionSet set(&window);
    for (const ActionInfo &info : actionTable()) {
        const QAction *action = set.action(info.id);
        QVERIFY2(action != nullptr, info.name.data());
        QCOMPARE(action->objectName(), QString(info.name));
        QCOMPARE(action->text(), actionLabel(info.id));
        QList<QKeySequence> keys;
        for (const QLatin1StringView key : {info.shortcut, info.alternative})
            if (!key.isEmpty()) keys.append(QKeySequence::fromString(key, QKeySequence::PortableText));
        QCOMPARE(action->shortcuts(), keys);
        QCOMPARE(window.actions().contains(action), info.places.testFlag(Place::Global));
    }
}

void TestActionSet::everyEntryOfTheTable_standsInItsMenuOnce()
{
    QWidget window;
    ActionSet set(&window);
    QMenuBar bar;
    set.fillMenuBar(&bar);
    QHash<const QAction *, QString> menuOf;
    for (const QAction *entry : bar.actions()) {
        for (const QAction *action : entry->menu()->actions()) {
            if (action->isSeparator()) continue;
            QVERIFY(!menuOf.contains(action));
            menuOf.insert(action, entry->text());
        }
    }
    for (const ActionInfo &info : actionTable()) {
        const QString title = info.menu == Menu::None ? QString() : menuTitle(info.menu);
        QCOMPARE(menuOf.value(set.action(info.id)), title);
    }
}

void TestActionSet::administration_isShownToWhoeverHasSomethingToDoThere()
{
    QWidget window;
    ActionSet set(&window);
    QMenuBar bar;
    set.fillMenuBar(&bar);
    const auto isShown = [&bar] {
        return std::ranges::any_of(bar.actions(), [](const QAction *entry) {
            return entry->isVisible() && entry->text() == menuTitle(Menu::Administration);
        });
    };
    QVERIFY(!isShown());
    ActionContext context;
    context.supervises = true; // holidays, calendars, policies
    set.update(context);
    QVERIFY(isShown());
    context.supervises = false;
    context.isAdministrator = true;
    set.update(context);
    QVERIFY(isShown());
    set.update({});
    QVERIFY(!isShown());
}

void TestActionSet::aTriggeredAction_saysWhichItWas()
{
    QWidget window;
    const ActionSet set(&window);
    QList<ActionId> heard;
    connect(&set, &ActionSet::triggered, this, [&heard](ActionId id) { heard.append(id); });
    set.action(ActionId::ShowOutbox)->trigger();
    set.action(ActionId::SyncNow)->trigger();
    QCOMPARE(heard, (QList{ActionId::ShowOutbox, ActionId::SyncNow}));
}

void TestActionSet::whatCannotBeDone_isDisabledAndSaysWhy()
{
    QWidget window;
    ActionSet set(&window);
    const QAction *reply = set.action(ActionId::Reply);
    QVERIFY(!reply->isEnabled());
    QCOMPARE(reply->toolTip(), phrase(Unavailable::NoTicket));

    ActionContext context;
    context.ticket.emplace();
    context.ticket->id = TicketId{u"t-1"_s};
    context.ticket->number = u"A-1"_s;
    set.update(context);
    QVERIFY(reply->isEnabled());
    set.update({});
    QVERIFY(!reply->isEnabled());
}

void TestActionSet::aKeyOfAPlace_actsOnlyThere()
{
    QWidget window;
    auto *list = new QWidget(&window);
    auto *elsewhere = new QWidget(&window);
    for (QWidget *part : {list, elsewhere})
        part->setFocusPolicy(Qt::StrongFocus);
    ActionSet set(&window);
    set.attach(Place::List, list);
    ActionContext context;
    context.ticket.emplace();
    context.ticket->id = TicketId{u"t-1"_s};
    context.ticket->number = u"A-1"_s;
    set.update(context);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    QList<ActionId> heard;
    connect(&set, &ActionSet::triggered, this, [&heard](ActionId id) { heard.append(id); });

    elsewhere->setFocus();
    QTest::keyClick(elsewhere, Qt::Key_R);
    QVERIFY(heard.isEmpty());
    list->setFocus();
    QTest::keyClick(list, Qt::Key_R);
    QCOMPARE(heard, QList{ActionId::Reply});
    elsewhere->setFocus();
    QTest::keyClick(elsewhere, Qt::Key_F9); // acts everywhere
    QCOMPARE(heard, (QList{ActionId::Reply, ActionId::SyncNow}));
}

AKWABA_PICTURES_MAIN(TestActionSet)

#include "tst_actionset.moc"
