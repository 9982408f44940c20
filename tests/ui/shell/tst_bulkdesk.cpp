// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/pictures.h"
#include "tests/ui/shell/resumed.h"
#include "ui/inbox/bulkbar.h"
#include "ui/inbox/ticketselection.h"
#include "ui/shell/bulkdialog.h"
#include "ui/shell/bulkmenu.h"

#include <QElapsedTimer>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSettings>

#include <ctime>
#include <numeric>

using namespace akwaba;
using namespace akwaba::test;

namespace {

QList<QJsonObject> ticketsOfMine(int count)
{
    QList<QJsonObject> records;
    for (int i = 0; i < count; ++i)
        records.append(with(ticketRecord(u't' + QString::number(i), i), u"assignee"_s, u"a1"_s));
    return records;
}

/// Microseconds.
qint64 workOfThisThread()
{
    timespec spent{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &spent);
    return qint64(spent.tv_sec) * 1'000'000 + spent.tv_nsec / 1000;
}

/// A console with so many open tickets of this agent, without a network.
struct Office : Resumed {
    explicit Office(Theme &theme, int count, const QList<TypedRecords> &more = {})
        : Resumed(theme, QList<TypedRecords>{tickets(ticketsOfMine(count))} + more)
    {
        window->activateWindow();
        (void)QTest::qWaitForWindowActive(window.get());
        (void)QTest::qWaitFor([this, count] { return rows() == count; });
        inbox().view()->setFocus();
    }
    [[nodiscard]] BulkBar &bar() const { return *inbox().bulkBar(); }
    [[nodiscard]] QString said(const QString &name) const { return bar().findChild<QLabel *>(name)->text(); }
    [[nodiscard]] QPushButton &button(const QString &name) const { return *bar().findChild<QPushButton *>(name); }
    [[nodiscard]] QList<OutboxItem> waiting() const { return reader->notYetSent().value_or(QList<OutboxItem>()); }
    [[nodiscard]] TicketStatus status(const QString &id) const { return reader->row({id})->status; }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const
    {
        QTest::keyClick(inbox().view(), key, modifiers);
    }
    void selectAll() const
    {
        trigger(ActionId::SelectAll);
        QTRY_COMPARE(inbox().selection().count(), rows());
    }
    /// As the server would answer the next request: `refused` are tickets whose intents it does not take.
    void answer(const QStringList &refused = {}) const
    {
        auto outbox = must(Outbox::open(world.outboxPath(), outboxKey, world.clock));
        QList<Outcome> outcomes;
        for (const NumberedIntent &sent : must(outbox->compose(5000, 100'000'000))) {
            const bool isRefused = refused.contains(sent.intent.entity);
            outcomes.append({.iid = sent.intent.iid,
                             .kind = isRefused ? OutcomeKind::Rejected : OutcomeKind::Accepted,
                             .reason = isRefused ? Reason::Denied : Reason::None,
                             .seq = 1});
        }
        must(outbox->record(outcomes));
        outbox.reset();
        onResult(client->markSeen({u"t0"_s}, instant(1)), window.get(), [](const Result<void> &) { }); // somebody looks
    }
};

} // namespace

class TestBulkDesk : public QObject {
    Q_OBJECT

public:
    explicit TestBulkDesk(Theme &theme) : m_theme(theme) { }

private:
    Theme &m_theme;
    QTemporaryDir m_settings;

private Q_SLOTS:
    void initTestCase()
    {
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
    }

    void theKeysOfOneTicket_changeAllThatAreSelected_oneIntentEach()
    {
        Office office(m_theme, 4);
        office.press(Qt::Key_Down);
        office.press(Qt::Key_Space);
        office.press(Qt::Key_Down, Qt::ShiftModifier);
        office.press(Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(office.inbox().selection().count(), 3);
        QCOMPARE(office.said(u"bulkWhat"_s), u"3 selected"_s);
        QVERIFY(office.window->findChild<QLabel *>(u"statusText"_s)->text().startsWith(u"3 ticket(s) selected"));
        office.press(Qt::Key_E);
        QTRY_COMPARE(office.waiting().size(), 3);
        QTRY_COMPARE(office.bar().state(), BulkBar::State::Done);
        QVERIFY(office.inbox().selection().isEmpty());
        for (const OutboxItem &item : office.waiting()) {
            QCOMPARE(item.intent.op, u"ticket.setStatus"_s);
            QCOMPARE(item.intent.subjects, QStringList{u"c1"_s});
        }
        QCOMPARE(office.said(u"bulkWhat"_s), u"Status: Resolved"_s);
        QCOMPARE(office.said(u"bulkEffect"_s), u"3 waiting for the network"_s);
    }

    void aChange_knowsTheLastMessageOfEachTicket()
    {
        Office office(m_theme, 2, {messages({messageRecord(u"m1"_s, u"t1"_s, u"Bonjour"_s, 5)})});
        office.selectAll();
        office.trigger(ActionId::Resolve);
        QTRY_COMPARE(office.waiting().size(), 2);
        QStringList known;
        for (const OutboxItem &item : office.waiting())
            known += item.ticket.value + u' ' + item.intent.args.value(u"basedOn"_s).toString();
        known.sort();
        QCOMPARE(known, (QStringList{u"t0 "_s, u"t1 m1"_s}));
    }

    void whatWouldBeLeftOut_isSaidFirst_andNothingIsDoneWithoutAYes()
    {
        Office office(m_theme, 3);
        // Somebody is given one of them, which leaves the list and stays selected.
        office.selectAll();
        auto given = office.client->perform(Assign{{u"t1"_s}, {u"e1"_s}, {}, {u"a1"_s}, false});
        QTRY_VERIFY(given.isFinished());
        QTRY_COMPARE(office.rows(), 2);
        QCOMPARE(office.inbox().selection().count(), 3);
        const auto before = office.waiting().size();
        office.trigger(ActionId::Take);
        QTRY_COMPARE(office.bar().state(), BulkBar::State::Asking);
        QCOMPARE(office.said(u"bulkEffect"_s), u"1 ticket(s) change. 2 skipped: already so."_s);
        QTest::keyClick(&office.bar(), Qt::Key_Escape);
        QCOMPARE(office.bar().state(), BulkBar::State::Choosing);
        QCOMPARE(office.waiting().size(), before);
    }

    void moreThanTwenty_areAskedAbout()
    {
        Office office(m_theme, 21);
        office.selectAll();
        office.trigger(ActionId::Resolve);
        QTRY_COMPARE(office.bar().state(), BulkBar::State::Asking);
        QCOMPARE(office.said(u"bulkEffect"_s), u"21 ticket(s) change."_s);
        QCOMPARE(office.waiting().size(), 0);
        QVERIFY(office.button(u"bulkAccept"_s).hasFocus());
        QTest::keyClick(&office.button(u"bulkAccept"_s), Qt::Key_Space);
        QTRY_COMPARE(office.waiting().size(), 21);
        QTRY_COMPARE(office.bar().state(), BulkBar::State::Done);
        QVERIFY(!office.bar().isAncestorOf(QApplication::focusWidget()));
    }

    void tooMany_areLeftAlone_andThatIsSaid()
    {
        Office office(m_theme, 2);
        std::vector<qint64> keys(bulkLimit + 1);
        std::iota(keys.begin(), keys.end(), 1);
        office.inbox().selection().selectAll(keys);
        office.trigger(ActionId::Resolve);
        QCOMPARE(office.bar().state(), BulkBar::State::Asking);
        QCOMPARE(office.said(u"bulkEffect"_s), u"At most 5,000 tickets can be changed at once."_s);
        QVERIFY(!office.button(u"bulkAccept"_s).isVisible());
        QVERIFY(office.button(u"bulkCancel"_s).hasFocus());
        office.button(u"bulkCancel"_s).click();
        QCOMPARE(office.bar().state(), BulkBar::State::Choosing);
        QVERIFY(office.inbox().view()->hasFocus());
    }

    void ofAFew_eachChoiceSaysWhatItWouldDo()
    {
        Office office(m_theme, 3);
        office.selectAll();
        office.trigger(ActionId::Status);
        auto *menu = office.window->findChild<BulkMenu *>();
        QVERIFY(menu && menu->isVisible());
        QStringList texts;
        for (const QAction *action : menu->actions())
            texts += action->text() + (action->isEnabled() ? u""_s : u" -"_s);
        QCOMPARE(texts.at(0), u"Open\t0 of 3 -"_s);
        QCOMPARE(texts.at(3), u"Resolved\t3 ticket(s)"_s);
        menu->actions().at(1)->trigger();
        menu->close();
        QTRY_COMPARE(office.waiting().size(), 3);
        QTRY_COMPARE(office.status(u"t2"_s), TicketStatus::WaitingCustomer);
    }

    void whoReadsATicket_changesThatOne()
    {
        Office office(m_theme, 3);
        office.selectAll();
        office.trigger(ActionId::NextTicket);
        const auto *ticket = &office.timeline();
        office.timeline().setFocus();
        QTRY_VERIFY(ticket->hasFocus());
        office.trigger(ActionId::Resolve);
        QTRY_COMPARE(office.waiting().size(), 1);
        QCOMPARE(office.inbox().selection().count(), 3);
    }

    void whatHasNotLeftYet_isTakenBack_asIfNothingHadBeen()
    {
        Office office(m_theme, 3);
        office.selectAll();
        office.trigger(ActionId::Resolve);
        QTRY_COMPARE(office.waiting().size(), 3);
        QTRY_VERIFY(office.can(ActionId::CancelSend));
        office.trigger(ActionId::CancelSend);
        QTRY_COMPARE(office.waiting().size(), 0);
        QTRY_COMPARE(office.said(u"bulkEffect"_s), u"3 taken back"_s);
        for (const QString &id : {u"t0"_s, u"t1"_s, u"t2"_s})
            QTRY_COMPARE(office.status(id), TicketStatus::Open);
        QVERIFY(!office.can(ActionId::CancelSend)); // once
    }

    void whatTheServerHas_isUndoneByItsInverse_butNotWhatSomebodyChangedSince_norWhatWasRefused()
    {
        Office office(m_theme, 3);
        office.selectAll();
        office.trigger(ActionId::Resolve);
        QTRY_COMPARE(office.waiting().size(), 3);
        office.answer({u"t2"_s});
        QTRY_COMPARE(office.said(u"bulkEffect"_s), u"2 done, 1 refused"_s);
        auto reopened =
            office.client->perform(SetStatus{{u"t1"_s}, TicketStatus::Resolved, TicketStatus::WaitingThirdParty, {}});
        QTRY_VERIFY(reopened.isFinished());
        office.button(u"bulkUndo"_s).click();
        QTRY_COMPARE(office.said(u"bulkEffect"_s), u"1 waiting for the network, 1 skipped: changed again since"_s);
        QTRY_COMPARE(office.status(u"t0"_s), TicketStatus::Open);
        QTRY_COMPARE(office.status(u"t1"_s), TicketStatus::WaitingThirdParty);
        const OutboxItem undone = office.waiting().constLast();
        QCOMPARE(undone.ticket.value, u"t0"_s);
        QCOMPARE(undone.intent.args.value(u"from"_s).toString(), u"resolved"_s);
    }

    void whatIsUndoneWhileItIsOnItsWay_dependsOnWhatItUndoes()
    {
        Office office(m_theme, 1);
        office.selectAll();
        office.trigger(ActionId::Resolve);
        QTRY_COMPARE(office.waiting().size(), 1);
        const QString iid = office.waiting().constFirst().intent.iid;
        (void)must(must(Outbox::open(office.world.outboxPath(), outboxKey, office.world.clock))->compose(10, 100'000));
        QTRY_VERIFY(office.button(u"bulkUndo"_s).isVisible());
        office.button(u"bulkUndo"_s).click();
        QTRY_COMPARE(office.waiting().size(), 2);
        QCOMPARE(office.waiting().constLast().intent.deps, QStringList{iid});
    }

    void afterTenMinutes_nothingIsTakenBackAnyMore()
    {
        Office office(m_theme, 2);
        office.selectAll();
        office.trigger(ActionId::Resolve);
        QTRY_VERIFY(office.button(u"bulkUndo"_s).isVisible());
        QCOMPARE(office.button(u"bulkUndo"_s).text(), u"Undo (10 min)"_s);
        office.world.clock.advance(std::chrono::minutes(9));
        Q_EMIT office.inbox().minutePassed();
        QCOMPARE(office.button(u"bulkUndo"_s).text(), u"Undo (1 min)"_s);
        office.world.clock.advance(std::chrono::minutes(1));
        Q_EMIT office.inbox().minutePassed();
        QVERIFY(!office.button(u"bulkUndo"_s).isVisible());
        QVERIFY(!office.can(ActionId::CancelSend));
    }

    void whatBecameOfEach_isListed_whatWasRefusedFirst_andStaysInItsPlace()
    {
        Office office(m_theme, 3);
        office.selectAll();
        office.trigger(ActionId::Resolve);
        QTRY_COMPARE(office.waiting().size(), 3);
        office.answer({u"t1"_s});
        QTRY_VERIFY(office.said(u"bulkEffect"_s).contains(u"1 refused"));
        office.button(u"bulkDetails"_s).click();
        auto *dialog = office.window->findChild<BulkDialog *>();
        QVERIFY(dialog && dialog->isVisible());
        auto *list = dialog->findChild<QListWidget *>(u"bulkList"_s);
        QCOMPARE(list->count(), 3);
        QVERIFY(list->item(0)->text().startsWith(u"No. A-1"));
        QVERIFY(list->item(0)->data(Qt::AccessibleTextRole).toString().contains(u"No. A-1 · Toner t1, "));
        QVERIFY(list->item(2)->data(Qt::AccessibleTextRole).toString().endsWith(u", Done"));
        keepPictures(m_theme, *dialog, u"bulk-results"_s);
        Q_EMIT list->itemActivated(list->item(0));
        QTRY_COMPARE(office.window->windowTitle(), u"No. A-1 — Akwaba"_s);
    }

    void stopped_whatIsWrittenStays_andTheRestIsLeftAlone()
    {
        Office office(m_theme, 130);
        office.selectAll();
        office.trigger(ActionId::Resolve);
        QTRY_COMPARE(office.bar().state(), BulkBar::State::Asking);
        office.button(u"bulkAccept"_s).click();
        office.button(u"bulkStop"_s).click(); // the first slice is on its way
        QTRY_COMPARE(office.bar().state(), BulkBar::State::Done);
        QCOMPARE(office.waiting().size(), 50);
        QCOMPARE(office.said(u"bulkEffect"_s), u"50 waiting for the network, 80 skipped: stopped before"_s);
    }

    void aDiskThatTakesNothing_isSaid_andNothingIsShownAsDone()
    {
        Office office(m_theme, 2);
        auto outbox = must(Database::open(office.world.outboxPath(), {.key = outboxKey}));
        must(outbox.execute(u"CREATE TRIGGER full BEFORE INSERT ON intent BEGIN SELECT RAISE(ABORT, 'full'); END"_s));
        office.selectAll();
        office.trigger(ActionId::Resolve);
        QTRY_COMPARE(office.bar().state(), BulkBar::State::Done);
        QVERIFY(office.window->findChild<QObject *>(u"errorBox"_s));
        QCOMPARE(office.said(u"bulkEffect"_s), u"2 skipped: stopped before"_s);
        QTRY_COMPARE(office.status(u"t0"_s), TicketStatus::Open);
    }

    void inARoom_nothingIsSelected()
    {
        Office office(m_theme, 2);
        office.selectAll();
        Q_EMIT office.sideBar().viewChosen(u"room:escalations"_s);
        QVERIFY(!office.inbox().isVisible());
        QVERIFY(office.inbox().selection().isEmpty());
        QVERIFY(!office.can(ActionId::ClearSelection));
    }

    void esc_selectsNothing()
    {
        Office office(m_theme, 2);
        office.selectAll();
        office.press(Qt::Key_Escape);
        QVERIFY(office.inbox().selection().isEmpty());
        QVERIFY(!office.bar().isVisible());
        QVERIFY(!office.can(ActionId::ClearSelection));
    }

    void pictures()
    {
        Office office(m_theme, 30);
        office.window->resize(1366, 768);
        office.trigger(ActionId::NextTicket);
        office.selectAll();
        keepPictures(m_theme, *office.window, u"bulk-1366-choosing"_s);
        office.trigger(ActionId::Resolve);
        QTRY_COMPARE(office.bar().state(), BulkBar::State::Asking);
        keepPictures(m_theme, *office.window, u"bulk-1366-asking"_s);
        office.button(u"bulkCancel"_s).click();
        for (int i = 0; i < 25; ++i)
            office.inbox().selection().toggle(must(office.reader->row({u't' + QString::number(i)})).key);
        office.trigger(ActionId::Status);
        auto *menu = office.window->findChild<BulkMenu *>();
        keepPictures(m_theme, *menu, u"bulk-menu"_s);
        menu->actions().at(3)->trigger();
        menu->close();
        QTRY_COMPARE(office.bar().state(), BulkBar::State::Done);
        office.window->resize(1920, 1080);
        keepPictures(m_theme, *office.window, u"bulk-1920-done"_s);
    }

    /// Figures for people: AKWABA_BULK=2000 changes so many tickets, and says for how long the window's thread was away
    /// from its events at most, in its own time: what others do on the machine does not count.
    void manyTickets_areChangedWithoutAHalt()
    {
        const int count = qEnvironmentVariableIntValue("AKWABA_BULK");
        if (count == 0) QSKIP("AKWABA_BULK says of how many tickets");
        Office office(m_theme, count);
        office.selectAll();
        qint64 before = workOfThisThread();
        qint64 longest = 0;
        QTimer ticking;
        connect(&ticking, &QTimer::timeout, this, [&] {
            const qint64 now = workOfThisThread();
            longest = qMax(longest, now - before);
            before = now;
        });
        ticking.start(0);
        QElapsedTimer whole;
        const auto report = [&](const char *what) {
            qInfo("%d tickets, %s: %lld ms, longest turn %.1f ms", count, what, whole.restart(),
                  double(longest) / 1000);
            longest = 0;
            before = workOfThisThread();
        };
        whole.start();
        office.trigger(ActionId::Resolve);
        QTRY_COMPARE_WITH_TIMEOUT(office.bar().state(), BulkBar::State::Asking, 60'000);
        report("planned");
        office.button(u"bulkAccept"_s).click();
        QTRY_COMPARE_WITH_TIMEOUT(office.bar().state(), BulkBar::State::Done, 120'000);
        report("written");
        QTest::qWait(1000);
        report("looked at");
        office.button(u"bulkUndo"_s).click();
        QTRY_COMPARE_WITH_TIMEOUT(office.bar().state(), BulkBar::State::Done, 120'000);
        report("taken back");
        QCOMPARE(office.waiting().size(), 0);
    }
};

AKWABA_PICTURES_MAIN(TestBulkDesk)
#include "tst_bulkdesk.moc"
