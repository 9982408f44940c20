// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/pictures.h"
#include "tests/ui/shell/resumed.h"
#include "ui/palette/palettemodel.h"
#include "ui/palette/palettepopup.h"
#include "ui/text/errorwords.h"
#include "ui/ticket/composer.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QSettings>
#include <QTextEdit>

using namespace akwaba;
using namespace akwaba::test;

namespace {

QList<TypedRecords> someTickets()
{
    QList<QJsonObject> records;
    for (int i = 0; i < 3; ++i) {
        QJsonObject ticket = with(ticketRecord(u"t"_s + QString::number(i), i), u"assignee"_s, u"a1"_s);
        ticket = with(ticket, u"number"_s, u"A-1048%1"_s.arg(i));
        records.append(with(ticket, u"subject"_s, u"Échange du tambour %1"_s.arg(i)));
    }
    return {tickets(records)};
}

/// The texts are indexed behind the agent's back, after the start.
bool isIndexed(const Resumed &console)
{
    const auto all = [&console] {
        const SearchResult found = console.reader->search(u"tambour"_s, 9).value_or(SearchResult());
        const SearchResult people = console.reader->search(u"rosine"_s, 9).value_or(SearchResult());
        return found.tickets.size() == 3 && !people.customers.isEmpty();
    };
    return QTest::qWaitFor(all);
}

/// The palette of a console, as one who types sees it.
struct Opened {
    Resumed &console;

    explicit Opened(Resumed &resumed) : console(resumed) { console.trigger(ActionId::Palette); }
    [[nodiscard]] PalettePopup &popup() const { return *console.window->findChild<PalettePopup *>(); }
    [[nodiscard]] QLineEdit &field() const { return *popup().findChild<QLineEdit *>(u"paletteField"_s); }
    [[nodiscard]] QListView &list() const { return *popup().findChild<QListView *>(u"paletteList"_s); }
    void type(const QString &text) const { QTest::keyClicks(&field(), text); }
    void press(Qt::Key key) const { QTest::keyClick(&field(), key); }
    [[nodiscard]] QString current() const { return list().currentIndex().data(PaletteModel::NameRole).toString(); }
    [[nodiscard]] QStringList names() const
    {
        QStringList names;
        for (int row = 0; row < list().model()->rowCount(); ++row)
            names += list().model()->index(row, 0).data(PaletteModel::NameRole).toString();
        names.removeAll(QString());
        return names;
    }
    [[nodiscard]] QModelIndex row(const QString &name) const
    {
        for (int row = 0; row < list().model()->rowCount(); ++row) {
            const QModelIndex index = list().model()->index(row, 0);
            if (index.data(PaletteModel::NameRole) == name) return index;
        }
        return {};
    }
};

} // namespace

class TestPaletteDesk : public QObject {
    Q_OBJECT

public:
    explicit TestPaletteDesk(Theme &theme) : m_theme(theme) { }

private:
    Theme &m_theme;
    QTemporaryDir m_settings;

private Q_SLOTS:
    void initTestCase()
    {
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
    }
    void init() { QSettings().clear(); }

    void ctrlK_opensIt_alsoFromWhereOneWrites_andEscGivesTheFocusBack()
    {
        Resumed console(m_theme, someTickets());
        console.window->activateWindow();
        console.trigger(ActionId::NextTicket);
        console.trigger(ActionId::Reply);
        auto *editor = console.window->findChild<Composer *>()->editor();
        QTRY_VERIFY(editor->hasFocus());
        QTest::keyClick(editor, Qt::Key_K, Qt::ControlModifier);
        auto *popup = console.window->findChild<PalettePopup *>();
        QVERIFY(popup->isVisible());
        auto *status = console.window->findChild<QLabel *>(u"statusText"_s);
        QVERIFY2(status->text().startsWith(u"Palette:"), qPrintable(status->text()));
        QTest::keyClick(popup->findChild<QLineEdit *>(), Qt::Key_Escape);
        QVERIFY(!popup->isVisible());
        QVERIFY(!status->text().startsWith(u"Palette:"));
        QTRY_VERIFY(editor->hasFocus());
    }

    void anAction_isFoundByItsLetters_shownWithItsKey_andDone()
    {
        Resumed console(m_theme, someTickets());
        console.trigger(ActionId::NextTicket);
        const Opened palette(console);
        palette.type(u"inote"_s);
        QCOMPARE(palette.current(), u"action:note"_s);
        QCOMPARE(palette.row(u"action:note"_s).data(PaletteModel::KeyRole).toString(), u"O"_s);
        palette.press(Qt::Key_Return);
        QVERIFY(!palette.popup().isVisible());
        QTRY_VERIFY(console.window->findChild<Composer *>()->isVisible());
        QCOMPARE(console.window->findChild<Composer *>()->form(), DraftForm::Note);
    }

    void whatCannotBeDone_standsBehind_saysWhy_andIsNotDone()
    {
        Resumed console(m_theme, someTickets());
        const Opened palette(console);
        palette.type(u"re"_s);
        QVERIFY(palette.row(u"action:reply"_s).isValid());
        QCOMPARE(palette.row(u"action:reply"_s).data(PaletteModel::UnavailableRole).toString(),
                 phrase(Unavailable::NoTicket));
        QVERIFY(palette.row(u"action:newCall"_s).row() < palette.row(u"action:reply"_s).row());
        palette.type(u"ply"_s);
        QCOMPARE(palette.current(), u"action:reply"_s);
        palette.press(Qt::Key_Return);
        QVERIFY(palette.popup().isVisible());
        QVERIFY(!console.window->findChild<Composer *>()->isVisible());
    }

    void withoutItsTicket_thePaletteOffersNothingToDoToIt()
    {
        Resumed console(m_theme, someTickets());
        console.trigger(ActionId::NextTicket);
        const Opened palette(console);
        auto *chip = palette.popup().findChild<QAbstractButton *>(u"paletteSubject"_s);
        QVERIFY(chip->isVisible());
        QVERIFY2(chip->accessibleName().contains(u"A-1048"), qPrintable(chip->accessibleName()));
        palette.type(u"assign to me"_s);
        QVERIFY(palette.row(u"action:take"_s).data(PaletteModel::UnavailableRole).toString()
                != phrase(Unavailable::NoTicket));
        QTest::keyClick(chip, Qt::Key_Delete);
        QVERIFY(!chip->isVisible());
        QCOMPARE(palette.row(u"action:take"_s).data(PaletteModel::UnavailableRole).toString(),
                 phrase(Unavailable::NoTicket));
    }

    void aView_isShown()
    {
        Resumed console(m_theme, someTickets());
        const Opened palette(console);
        palette.type(u"followed"_s);
        QCOMPARE(palette.current(), u"view:followed"_s);
        palette.press(Qt::Key_Return);
        QCOMPARE(console.sideBar().currentView(), u"followed"_s);
    }

    void aTicket_isFoundByWordsWithoutAccents_andByItsNumber_offline()
    {
        Resumed console(m_theme, someTickets());
        QVERIFY(isIndexed(console));
        const Opened palette(console);
        palette.type(u"echange tambour"_s);
        QTRY_COMPARE(palette.names().filter(u"ticket:"_s).size(), 3);
        palette.field().clear();
        palette.type(u"#A-10481"_s);
        QTRY_COMPARE(palette.names().filter(u"ticket:"_s), QStringList{u"ticket:t1"_s});
        QCOMPARE(palette.current(), u"ticket:t1"_s);
        palette.press(Qt::Key_Return);
        QTRY_VERIFY(console.window->windowTitle().contains(u"A-10481"));
        QVERIFY(!QSettings().value(u"palette/recent"_s).toStringList().contains(u"ticket:t1"_s));
    }

    void aCustomer_leadsToHisTickets()
    {
        Resumed console(m_theme, someTickets());
        QVERIFY(isIndexed(console));
        const Opened palette(console);
        palette.type(u"rosine"_s);
        QTRY_VERIFY(palette.row(u"customer:c1"_s).isValid());
        while (palette.current() != u"customer:c1")
            palette.press(Qt::Key_Down);
        palette.press(Qt::Key_Return);
        QTRY_COMPARE(console.rows(), 3);
        QCOMPARE(console.sideBar().currentView(), u"mine"_s);
    }

    void whatWasChosenOfLate_comesFirst()
    {
        Resumed console(m_theme, someTickets());
        const Opened before(console);
        const QString first = before.current();
        QVERIFY(first != u"action:showNotices");
        before.type(u"notif"_s);
        QCOMPARE(before.current(), u"action:showNotices"_s);
        before.press(Qt::Key_Return);
        const Opened after(console);
        QCOMPARE(after.current(), u"action:showNotices"_s);
    }

    void nothingFound_isSaid()
    {
        Resumed console(m_theme, someTickets());
        const Opened palette(console);
        palette.type(u"zzzzqx"_s);
        QVERIFY(palette.popup().findChild<QLabel *>(u"paletteNothing"_s)->isVisible());
        QVERIFY(!palette.list().isVisible());
        palette.press(Qt::Key_Return);
        QVERIFY(palette.popup().isVisible());
    }

    void theArrows_goRound_overTitles()
    {
        Resumed console(m_theme, someTickets());
        const Opened palette(console);
        const QString first = palette.current();
        palette.press(Qt::Key_Up);
        QVERIFY(palette.current() != first);
        QVERIFY(!palette.current().isEmpty());
        palette.press(Qt::Key_Down);
        QCOMPARE(palette.current(), first);
        palette.press(Qt::Key_PageDown);
        QVERIFY(palette.current() != first);
        palette.press(Qt::Key_PageUp);
        QCOMPARE(palette.current(), first);
    }

    void aScreenReader_isGivenTheWholeRow()
    {
        Resumed console(m_theme, someTickets());
        const Opened palette(console);
        palette.type(u"reply"_s);
        const QModelIndex row = palette.row(u"action:reply"_s);
        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(&palette.list());
        QCOMPARE(list->text(QAccessible::Name), u"Results"_s);
        QCOMPARE(list->child(row.row())->text(QAccessible::Name), u"Reply, no ticket is chosen, R, Actions"_s);
    }

    void itIsAsTallAsItsRows_andStaysInTheWindow()
    {
        Resumed console(m_theme, someTickets());
        const Opened palette(console);
        const int full = palette.popup().height();
        const QPoint place = palette.popup().pos();
        QVERIFY(full <= console.window->height());
        QCOMPARE(palette.popup().width(), 720);
        palette.type(u"dark"_s);
        QVERIFY(palette.popup().height() < full);
        QCOMPARE(palette.popup().pos(), place);
    }

    void pictures()
    {
        Resumed console(m_theme, someTickets());
        QVERIFY(isIndexed(console));
        console.trigger(ActionId::NextTicket);
        const Opened palette(console);
        palette.type(u"re"_s);
        QTRY_VERIFY(palette.list().model()->rowCount() > 4);
        keepPictures(m_theme, palette.popup(), u"palette"_s);
        palette.field().clear();
        palette.type(u"echange"_s);
        QTRY_COMPARE(palette.names().filter(u"ticket:"_s).size(), 3);
        keepPictures(m_theme, palette.popup(), u"palette-tickets"_s);
    }
};

AKWABA_PICTURES_MAIN(TestPaletteDesk)
#include "tst_palettedesk.moc"
