// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"
#include "tests/ui/inbox/fakesource.h"
#include "tests/ui/pictures.h"
#include "ui/inbox/inboxpane.h"
#include "ui/inbox/rowgeometry.h"
#include "ui/inbox/sidebar.h"
#include "ui/inbox/ticketlistmodel.h"
#include "ui/inbox/ticketlistview.h"
#include "ui/widgets/chips.h"
#include "ui/widgets/emptystate.h"

#include <QAccessible>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace akwaba;
using namespace Qt::StringLiterals;

namespace {

const QDateTime now(QDate(2026, 11, 17), QTime(15, 20), Qt::UTC);

TicketRow ticket(const QString &customer, const QString &subject, const QString &extract, TicketStatus status,
                 Channel channel, int minutesAgo, const QStringList &tags = {})
{
    TicketRow row;
    row.customerName = customer;
    row.subject = subject;
    row.extract = extract;
    row.status = status;
    row.channel = channel;
    row.tags = tags;
    row.at = now.addSecs(-60 * minutesAgo);
    row.assignee = AgentId{u"a-awa"_s};
    row.assigneeName = u"Awa Koné"_s;
    return row;
}

void fillLikeTheMockUp(FakeSource &source)
{
    using enum TicketStatus;
    TicketRow clinic = ticket(u"Clinique Sainte-Marie"_s, u"Imprimante à l’arrêt"_s,
                              u"cartouche 26A non reconnue à l’accueil"_s, Open, Channel::Phone, 120, {u"urgent"_s});
    clinic.unread = true;
    source.add(clinic);
    source.add(ticket(u"Pharmacie des Deux-Plateaux"_s, u"Facture au nom de la SARL"_s,
                      u"le NCC manque sur la facture"_s, Open, Channel::Chat, 18));
    TicketRow bamba =
        ticket(u"Cabinet Bamba & Associés"_s, u"Traces noires sur chaque page"_s, u"tambour 64 %, toner 98 %"_s, Open,
               Channel::Email, 20, {u"toner"_s, u"échange"_s, u"n2"_s});
    bamba.unread = true;
    source.add(bamba);
    TicketRow refused = ticket(u"Imprimerie Yop Services"_s, u"Commande incomplète"_s, u"reçu 3 TN-2410 sur 5"_s, Open,
                               Channel::Email, 60, {u"livraison"_s});
    refused.refused = true;
    refused.refusal = Reason::NewerAgentReply;
    source.add(refused);
    TicketRow aya = ticket(u"Aya Brou"_s, u"Où est mon colis ?"_s, {}, Open, Channel::Facebook, 35);
    aya.pending = true;
    source.add(aya);
    source.add(ticket(u"Hôtel Lagune Bleue"_s, u"Devis pour 12 toners 05A"_s, u"bon de commande attendu"_s,
                      WaitingCustomer, Channel::Email, 60 * 26, {u"devis"_s}));
    TicketRow koffi = ticket(u"Koffi Assi"_s, u"Numéro de suivi ?"_s, u"CMD-2026-01902"_s, New, Channel::Sms, 180);
    koffi.unread = true;
    source.add(koffi);
    TicketRow school = ticket(u"École Les Hibiscus"_s, u"Compatibilité Canon 052H"_s, u"modèle MF421dw"_s, Open,
                              Channel::Instagram, 240);
    school.draft = true;
    source.add(school);
    source.add(ticket(u"SCI Aké Immobilier"_s, u"Retour TK-1170 défectueux"_s, u"avis du fournisseur attendu"_s,
                      WaitingThirdParty, Channel::Email, 60 * 30, {u"retour"_s}));
    source.add(ticket(u"Fatou Diabaté"_s, u"Remboursement 38 000 FCFA"_s, u"versé le 13 nov."_s, Resolved,
                      Channel::Email, 60 * 24 * 4));
    TicketRow gone = ticket(u"Mairie de Bingerville"_s, u"Facture proforma à jour"_s, u"24 toners CF226A"_s, Closed,
                            Channel::Email, 60 * 24 * 9);
    gone.gone = true;
    source.add(gone);
    source.groups = {{u"today"_s, 5}, {u"yesterday"_s, 4}, {u"older"_s, 2}};
}

struct Desk {
    FakeSource source;
    ManualClock clock{now};
    InboxPane pane{source, clock};

    explicit Desk(int tickets = 0)
    {
        if (tickets > 0)
            source.addMany(tickets);
        else
            fillLikeTheMockUp(source);
        pane.resize(346, 646);
        pane.showView(u"Mine"_s, {});
        pane.show();
        (void)QTest::qWaitForWindowExposed(&pane);
        QTest::qWait(0); // the keys have come
    }
    [[nodiscard]] TicketListModel &model() const { return *pane.findChild<TicketListModel *>(); }
    [[nodiscard]] int current() const { return pane.view()->currentIndex().row(); }
    void press(Qt::Key key) { QTest::keyClick(pane.view(), key); }
};

} // namespace

class TestInboxPane : public QObject {
    Q_OBJECT

public:
    explicit TestInboxPane(Theme &theme) : m_theme(theme) { }

private:
    Theme &m_theme;

private Q_SLOTS:
    void theArrows_moveFromTicketToTicket_overTheHeadersOfGroups()
    {
        Desk desk;
        QSignalSpy chosen(&desk.pane, &InboxPane::chosen);
        for (int i = 0; i < 6; ++i)
            desk.press(Qt::Key_Down);
        QCOMPARE(desk.current(), 5);
        QCOMPARE(chosen.size(), 6);
        QCOMPARE(chosen.last().at(0).value<TicketId>().value, u"t-6"_s);
        desk.press(Qt::Key_Home);
        QCOMPARE(desk.current(), 0);
        desk.press(Qt::Key_End);
        QCOMPARE(desk.current(), desk.model().rowCount() - 1);
    }

    void aFoldedGroup_isSkipped()
    {
        Desk desk;
        desk.pane.view()->setGroupOpen(1, false);
        desk.pane.goNext();
        for (int i = 0; i < 5; ++i)
            desk.press(Qt::Key_Down);
        QCOMPARE(desk.current(), 9);
        desk.press(Qt::Key_Up);
        QCOMPARE(desk.current(), 4);
    }

    void aClickOnAHeader_foldsItsGroup_andChoosesNothing()
    {
        Desk desk;
        QSignalSpy chosen(&desk.pane, &InboxPane::chosen);
        QTest::mouseClick(desk.pane.view()->viewport(), Qt::LeftButton, {}, QPoint(40, 14));
        QCOMPARE(desk.pane.view()->visualRect(desk.model().index(0)), QRect());
        QCOMPARE(desk.pane.view()->indexAt({40, 28 + 28 + 10}).row(), 5);
        QVERIFY(chosen.isEmpty());
    }

    void rows_standWhereTheyArePointedAt()
    {
        Desk desk(100'000);
        TicketListView *view = desk.pane.view();
        view->scrollTo(desk.model().index(70'000), QAbstractItemView::PositionAtCenter);
        const QRect rect = view->visualRect(desk.model().index(70'000));
        QVERIFY(view->viewport()->rect().contains(rect));
        QCOMPARE(view->indexAt(rect.center()).row(), 70'000);
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, rect.center());
        QCOMPARE(desk.current(), 70'000);
    }

    void underThePointer_nothingMoves_untilItLeaves()
    {
        Desk desk(5);
        QEnterEvent enter({10, 10}, {10, 10}, {10, 10});
        QCoreApplication::sendEvent(desk.pane.view()->viewport(), &enter);
        desk.source.addMany(3);
        desk.pane.applyChange({}, true);
        auto *announcement = desk.pane.findChild<QPushButton *>(u"listAnnouncement"_s);
        QTRY_VERIFY(announcement->isVisible());
        QVERIFY2(announcement->text().startsWith(u'3'), qPrintable(announcement->text()));
        QCOMPARE(desk.model().rowCount(), 5);
        QEvent leave(QEvent::Leave);
        QCoreApplication::sendEvent(desk.pane.view()->viewport(), &leave);
        QCOMPARE(desk.model().rowCount(), 8);
        QVERIFY(!announcement->isVisible());
    }

    void enter_showsWhatIsAnnounced_andOpensOtherwise()
    {
        Desk desk(5);
        desk.pane.goNext();
        QSignalSpy opened(&desk.pane, &InboxPane::opened);
        desk.model().setHeld(true);
        desk.source.addMany(1);
        desk.pane.applyChange({}, true);
        QTRY_COMPARE(desk.model().announced(), 1);
        desk.press(Qt::Key_Return);
        QCOMPARE(desk.model().rowCount(), 6);
        QVERIFY(opened.isEmpty());
        desk.press(Qt::Key_Return);
        QCOMPARE(opened.size(), 1);
    }

    void theOpenTicket_staysMarked_whenTheOrderChanges()
    {
        Desk desk(10);
        desk.pane.goNext();
        desk.pane.goNext();
        QSignalSpy chosen(&desk.pane, &InboxPane::chosen);
        std::ranges::reverse(desk.source.order);
        desk.pane.applyChange({}, true);
        QTRY_COMPARE(desk.current(), 8);
        QVERIFY(chosen.isEmpty());
    }

    void whenTheOpenTicketLeaves_nothingElseIsOpened_andNextGoesOnFromItsPlace()
    {
        Desk desk(10);
        for (int i = 0; i < 4; ++i)
            desk.pane.goNext();
        QSignalSpy chosen(&desk.pane, &InboxPane::chosen);
        std::erase(desk.source.order, 4);
        desk.pane.applyChange({}, true);
        QTRY_COMPARE(desk.model().rowCount(), 9);
        QVERIFY(chosen.isEmpty());
        QCOMPARE(desk.current(), -1);
        desk.pane.goNext();
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.at(0).at(0).value<TicketId>().value, u"t-5"_s);
    }

    void theEndsOfTheList_areKnown()
    {
        Desk desk(2);
        QVERIFY(!desk.pane.hasPrevious());
        desk.pane.goNext();
        QVERIFY(desk.pane.hasNext());
        desk.pane.goNext();
        QVERIFY(!desk.pane.hasNext());
        QVERIFY(desk.pane.hasPrevious());
    }

    void aFilter_narrowsTheView_andAnX_widensItAgain()
    {
        Desk desk;
        auto *chip = desk.pane.findChild<FilterChip *>(u"filterStatus"_s);
        QVERIFY(chip->menu());
        chip->menu()->actions().at(1)->trigger();
        QVERIFY(chip->isActive());
        QCOMPARE(chip->label(), u"Open"_s);
        QCOMPARE(desk.source.asked.conditions, (QList<FieldCondition>{{u"status"_s, {u"open"_s}, false}}));
        QTest::keyClick(chip, Qt::Key_Delete);
        QVERIFY(!chip->isActive());
        QVERIFY(desk.source.asked.conditions.isEmpty());
    }

    void anEmptyView_saysSo_andAnUnreadableOne_saysWhy()
    {
        Desk desk(1);
        auto *empty = desk.pane.findChild<EmptyState *>(u"listEmpty"_s);
        QVERIFY(!empty->isVisible());
        desk.source.order.clear();
        desk.pane.showView(u"Drafts"_s, {});
        QTRY_VERIFY(empty->isVisible());
    }

    void inAnotherView_nextIsItsFirst_whereverOneStoodBefore()
    {
        Desk desk(10);
        for (int i = 0; i < 6; ++i)
            desk.pane.goNext();
        desk.source.order = {1, 2};
        QSignalSpy changed(&desk.pane, &InboxPane::contextChanged);
        desk.pane.showView(u"Unassigned"_s, {});
        QTRY_COMPARE(desk.model().rowCount(), 2);
        QVERIFY(!changed.isEmpty());
        QVERIFY(desk.pane.hasNext());
        QVERIFY(!desk.pane.hasPrevious());
        desk.pane.goNext();
        QCOMPARE(desk.current(), 0);
    }

    void aTicketThatMovesToTheEnd_isToldWithItsPlace()
    {
        Desk desk(3);
        desk.pane.goNext();
        QVERIFY(!desk.pane.hasPrevious());
        bool hadPrevious = false;
        connect(&desk.pane, &InboxPane::contextChanged, this, [&] { hadPrevious = desk.pane.hasPrevious(); });
        std::ranges::reverse(desk.source.order);
        desk.pane.applyChange({}, true);
        QTRY_COMPARE(desk.current(), 2);
        QVERIFY(hadPrevious);
        QVERIFY(!desk.pane.hasNext());
    }

    void aScreenReader_hearsTheGroupOfEachTicket()
    {
        Desk desk;
        QAccessible::setActive(true);
        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(desk.pane.view());
        QVERIFY(list);
        QCOMPARE(list->childCount(), desk.model().rowCount());
        const auto group = [list](int row) { return list->child(row)->text(QAccessible::Description); };
        QCOMPARE(group(0), u"Today, 5 ticket(s)"_s);
        QCOMPARE(group(4), u"Today, 5 ticket(s)"_s);
        QCOMPARE(group(5), u"Yesterday, 4 ticket(s)"_s);
        QCOMPARE(group(10), u"Older, 2 ticket(s)"_s);
        QVERIFY(list->child(0)->text(QAccessible::Name).contains(u"Clinique Sainte-Marie"_s));
        QAccessible::setActive(false);
    }

    void withoutGroups_aTicketNamesNone()
    {
        Desk desk(3);
        QVERIFY(desk.model().index(0).data(Qt::AccessibleDescriptionRole).toString().isEmpty());
    }

    void densities_followTheTheme()
    {
        Desk desk;
        m_theme.setDensity(Density::Comfortable);
        QTest::qWait(0);
        QCOMPARE(desk.pane.view()->visualRect(desk.model().index(0)).height(), 72);
        m_theme.setDensity(Density::Normal);
    }

    void theSideBar_choosesByArrows_skipsTitles_andKeepsItsPlaceWhenCountsChange()
    {
        SideBar bar;
        bar.resize(196, 400);
        QList<SideBarEntry> entries{{{}, {}, u"Mes vues"_s},
                                    {u"mine"_s, u"inbox"_s, u"À moi"_s, 11},
                                    {u"unassigned"_s, u"user-question"_s, u"Non attribués"_s, 12},
                                    {{}, {}, u"Équipe"_s},
                                    {u"team"_s, u"users"_s, u"Support N1"_s, 46}};
        bar.setEntries(entries);
        bar.setCurrentView(u"mine"_s);
        bar.show();
        QSignalSpy chosen(&bar, &SideBar::viewChosen);
        QTest::keyClick(&bar, Qt::Key_Down);
        QTest::keyClick(&bar, Qt::Key_Down);
        QCOMPARE(chosen.size(), 2);
        QCOMPARE(bar.currentView(), u"team"_s);
        entries[4].count = 47;
        bar.setEntries(entries);
        entries.removeAt(2);
        bar.setEntries(entries);
        QCOMPARE(bar.currentView(), u"team"_s);
        QCOMPARE(chosen.size(), 2);
        keepPictures(m_theme, bar, u"side-bar"_s);
        QCOMPARE(bar.model()->index(3, 0).data(Qt::AccessibleTextRole).toString(), u"Support N1, 47"_s);
    }

    void whoElseIsOnATicket_isSaidToEverybody()
    {
        Desk desk;
        desk.pane.setNames([](const QString &id) { return id == u"a-koffi" ? u"Koffi Yao"_s : QString(); });
        const auto *model = desk.pane.view()->model();
        const QModelIndex row = model->index(1, 0);
        const QString before = row.data(Qt::AccessibleTextRole).toString();
        QSignalSpy drawn(model, &QAbstractItemModel::dataChanged);
        desk.pane.setPresence({{u"t-2"_s}, {{{u"a-koffi"_s}, PresenceMode::Replying}}});
        QCOMPARE(drawn.size(), 1);
        QCOMPARE(row.data(Qt::AccessibleTextRole).toString(), before + u", Koffi Yao is replying"_s);
        QVERIFY(row.data(Qt::ToolTipRole).toString().endsWith(u"\nKoffi Yao is replying"));
        desk.pane.setPresence({{u"t-2"_s}, {}});
        QCOMPARE(row.data(Qt::AccessibleTextRole).toString(), before);
    }

    void pictures()
    {
        Desk desk;
        desk.pane.setPresence({{u"t-1"_s}, {{{u"a-koffi"_s}, PresenceMode::Viewing}}});
        desk.pane.setPresence({{u"t-2"_s}, {{{u"a-koffi"_s}, PresenceMode::Replying}}});
        desk.pane.setPresence({{u"t-6"_s}, {{{u"a-koffi"_s}, PresenceMode::Viewing}}});
        desk.pane.goNext();
        desk.pane.goNext();
        desk.pane.goNext();
        desk.pane.view()->setFocus();
        keepPictures(m_theme, desk.pane, u"inbox-list"_s);
        for (const Density density : {Density::Compact, Density::Comfortable}) {
            m_theme.setDensity(density);
            keepPictures(m_theme, desk.pane, density == Density::Compact ? u"inbox-compact"_s : u"inbox-comfortable"_s);
        }
        m_theme.setDensity(Density::Normal);
        m_theme.setScale(1.5);
        desk.pane.resize(519, 969);
        keepPictures(m_theme, desk.pane, u"inbox-list-150"_s);
        m_theme.setScale(1.0);
        QVERIFY(desk.pane.minimumSizeHint().width() <= 346);
    }
};

AKWABA_PICTURES_MAIN(TestInboxPane)
#include "tst_inboxpane.moc"
