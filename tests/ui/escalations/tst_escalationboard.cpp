// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/pictures.h"
#include "ui/escalations/boardcolumn.h"
#include "ui/escalations/escalationboard.h"

#include <QSignalSpy>

using namespace akwaba;
using namespace Qt::StringLiterals;

namespace {

QDateTime at(int hour, int days = 0)
{
    return QDateTime(QDate(2026, 11, 17), QTime(hour, 0), Qt::LocalTime).addDays(days);
}

OpenEscalation escalation(const QString &id, int tier, EscalationState state, const QDateTime &due)
{
    OpenEscalation open;
    open.escalation.id = EscalationId{id};
    open.escalation.ticket = TicketId{u"t-"_s + id};
    open.escalation.tier = tier;
    open.escalation.state = state;
    if (state == EscalationState::Requested)
        open.escalation.pickupDueAt = due;
    else
        open.escalation.stepDueAt = due;
    open.escalation.openedAt = at(8);
    open.ticket.number = u"A-"_s + id;
    open.ticket.subject = u"Traces noires"_s;
    open.ticket.customerName = u"Fatou Tanoh"_s;
    return open;
}

Directories twoPaths()
{
    Directories all;
    for (const auto &[name, tier] : {std::pair{u"Technique N2"_s, 2}, {u"Fournisseur"_s, 3}, {u"Superviseur"_s, 3}}) {
        EscalationPath path;
        path.id = EscalationPathId{name};
        path.nameFr = name;
        path.tier = tier;
        all.paths.append(path);
    }
    Agent awa;
    awa.id = AgentId{u"a-awa"_s};
    awa.name = u"Awa Koné"_s;
    all.agents = {awa};
    return all;
}

QList<OpenEscalation> some()
{
    QList<OpenEscalation> open{escalation(u"1"_s, 2, EscalationState::Accepted, at(18)),
                               escalation(u"2"_s, 2, EscalationState::Requested, at(10)),
                               escalation(u"3"_s, 2, EscalationState::HandedBack, {}),
                               escalation(u"4"_s, 5, EscalationState::WaitingThirdParty, at(9, 2))};
    open[0].escalation.acceptedBy = AgentId{u"a-awa"_s};
    open[0].escalation.promisedAt = at(12, 1);
    return open;
}

QStringList idsOf(const BoardTier &tier)
{
    QStringList ids;
    for (const BoardCard &card : tier.cards)
        ids.append(card.id.value);
    return ids;
}

} // namespace

class TestEscalationBoard : public QObject {
    Q_OBJECT

public:
    explicit TestEscalationBoard(Theme &theme) : m_theme(theme) { }

private Q_SLOTS:
    void initTestCase()
    {
        if (qEnvironmentVariableIsSet("AKWABA_PICTURES_QM")) return;
        QVERIFY(m_english.load(u":/akwaba/translations/akwaba_en"_s));
        QVERIFY(QCoreApplication::installTranslator(&m_english));
    }

    void eachTierHasAColumn_alsoOneWithoutAPath()
    {
        const QList<BoardTier> tiers = boardOf(some(), twoPaths(), at(11));
        QCOMPARE(tiers.size(), 3);
        QCOMPARE(tiers.at(0).title, u"Tier 2"_s);
        QCOMPARE(tiers.at(0).paths, u"Technique N2"_s);
        QCOMPARE(tiers.at(1).paths, u"Fournisseur, Superviseur"_s);
        QVERIFY(tiers.at(1).cards.isEmpty());
        QCOMPARE(tiers.at(2).title, u"Tier 5"_s);
        QVERIFY(tiers.at(2).paths.isEmpty());
    }

    void whatIsDueFirst_standsFirst_andWhatIsLateSaysSo()
    {
        const BoardTier tier = boardOf(some(), twoPaths(), at(11)).constFirst();
        QCOMPARE(idsOf(tier), (QStringList{u"2"_s, u"1"_s, u"3"_s}));
        QVERIFY(tier.cards.at(0).isLate);
        QCOMPARE(tier.cards.at(0).due, u"accept by 10:00, late"_s);
        QVERIFY(!tier.cards.at(1).isLate);
        QCOMPARE(tier.cards.at(1).due, u"news by 18:00"_s);
        QCOMPARE(tier.cards.at(1).people, u"Fatou Tanoh · Awa Koné"_s);
        QCOMPARE(tier.cards.at(1).promised, u"promised Wed 12:00"_s);
        QVERIFY(tier.cards.at(2).due.isEmpty());
        QCOMPARE(tier.cards.at(0).people, u"Fatou Tanoh · nobody yet"_s);
    }

    void arrowsGoOverTheBoard_andReturnOpensTheTicket()
    {
        EscalationBoard board;
        board.resize(1170, 600);
        board.setTiers(boardOf(some(), twoPaths(), at(11)));
        board.show();
        const QSignalSpy chosen(&board, &EscalationBoard::ticketChosen);
        board.takeFocus();
        auto *second = board.findChild<BoardList *>(u"tier2"_s);
        QTRY_COMPARE(board.focusWidget(), second);
        QTest::keyClick(second, Qt::Key_Down);
        QTest::keyClick(second, Qt::Key_Return);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.at(0).at(0).value<TicketId>(), TicketId{u"t-1"_s});
        QTest::keyClick(second, Qt::Key_Right); // over the empty one
        auto *fifth = board.findChild<BoardList *>(u"tier5"_s);
        QCOMPARE(board.focusWidget(), fifth);
        QTest::keyClick(fifth, Qt::Key_Return);
        QCOMPARE(chosen.at(1).at(0).value<TicketId>(), TicketId{u"t-4"_s});
        QTest::keyClick(fifth, Qt::Key_Right);
        QCOMPARE(board.focusWidget(), fifth);
        QTest::keyClick(fifth, Qt::Key_Left);
        QCOMPARE(board.focusWidget(), second);
        QCOMPARE(second->currentIndex().row(), 1); // where one was
    }

    void theChosenCardStaysChosen_whenOthersCome()
    {
        EscalationBoard board;
        board.setTiers(boardOf(some(), twoPaths(), at(11)));
        auto *second = board.findChild<BoardList *>(u"tier2"_s);
        second->setCurrentIndex(second->model()->index(1, 0));
        QList<OpenEscalation> more = some();
        more.append(escalation(u"0"_s, 2, EscalationState::Requested, at(9)));
        board.setTiers(boardOf(more, twoPaths(), at(11)));
        QCOMPARE(second->currentIndex().row(), 2);
        QVERIFY(second->currentIndex().data(Qt::AccessibleTextRole).toString().startsWith(u"A-1"_s));
        board.setTiers({});
        QVERIFY(board.findChildren<BoardList *>().isEmpty());
    }

    void everythingHasAName()
    {
        EscalationBoard board;
        board.setTiers(boardOf(some(), twoPaths(), at(11)));
        QVERIFY(!board.accessibleName().isEmpty());
        QCOMPARE(board.findChild<BoardList *>(u"tier2"_s)->accessibleName(), u"Tier 2, 3 escalations"_s);
        QCOMPARE(board.findChild<BoardList *>(u"tier5"_s)->accessibleName(), u"Tier 5, 1 escalation"_s);
    }

    void itIsLookedAt()
    {
        EscalationBoard board;
        board.resize(1170, 600);
        board.setTiers(boardOf(some(), twoPaths(), at(11)));
        board.show();
        keepPictures(m_theme, board, u"escalation-board"_s);
    }

private:
    Theme &m_theme;
    QTranslator m_english;
};

AKWABA_PICTURES_MAIN(TestEscalationBoard)
#include "tst_escalationboard.moc"
