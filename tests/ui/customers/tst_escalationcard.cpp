// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/pictures.h"
#include "ui/customers/escalationcard.h"
#include "ui/widgets/label.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace akwaba;
using namespace Qt::StringLiterals;

namespace {

using State = EscalationState;

const QDateTime now(QDate(2026, 11, 17), QTime(15, 20), Qt::UTC);

Escalation escalation(State state, const QString &id = u"x-1"_s)
{
    Escalation made;
    made.id = EscalationId{id};
    made.path = EscalationPathId{u"p-n2"_s};
    made.state = state;
    made.reason = EscalationReason::ProductDefect;
    made.asked = u"Confirmer le défaut du lot 2611-B."_s;
    made.team = TeamId{u"e-n2"_s};
    made.fromTeam = TeamId{u"e-n1"_s};
    made.fromAgent = AgentId{u"a-awa"_s};
    made.openedBy = AgentId{u"a-awa"_s};
    made.openedAt = now.addSecs(-3600);
    made.pickupDueAt = now.addSecs(3600);
    made.promisedAt = now.addDays(1);
    if (isInHand(state) || state == State::HandedBack) {
        made.acceptedBy = AgentId{u"a-ibrahim"_s};
        made.stepDueAt = now.addSecs(7200);
    }
    if (!isOpen(state)) made.closedAt = now.addSecs(-60);
    return made;
}

Agent agent(const QString &id, const QString &team)
{
    Agent made;
    made.id = AgentId{id};
    made.teams = {TeamId{team}};
    made.roles = {Role::Agent};
    return made;
}

EscalationsShown shown(const QList<Escalation> &escalations, const QString &team)
{
    const auto names = [](const QString &id) {
        static const QHash<QString, QString> known{
            {u"a-awa"_s, u"Awa Koné"_s}, {u"a-ibrahim"_s, u"Ibrahim Ouattara"_s}, {u"p-n2"_s, u"Technique N2"_s}};
        return known.value(id);
    };
    return {escalations, {}, names, agent(u"a-me"_s, team), now};
}

QStringList buttons(const EscalationCard &card)
{
    QStringList names;
    for (const QPushButton *button : card.findChildren<QPushButton *>()) {
        if (button->objectName().startsWith(u"escalation-"_s)) names.append(button->objectName().mid(11));
    }
    return names;
}

QStringList texts(const EscalationCard &card)
{
    QStringList all;
    for (const Label *label : card.findChildren<Label *>())
        all.append(label->text());
    return all;
}

QString fact(const QList<std::pair<QString, QString>> &facts, const QString &label)
{
    for (const auto &[name, value] : facts)
        if (name == label) return value;
    return {};
}

} // namespace

class TestEscalationCard : public QObject {
    Q_OBJECT

public:
    explicit TestEscalationCard(Theme &theme) : m_theme(theme) { }

private:
    Theme &m_theme;

private Q_SLOTS:
    void eachSide_isOfferedItsMoves_inEachState_data()
    {
        QTest::addColumn<State>("state");
        QTest::addColumn<QStringList>("sender");
        QTest::addColumn<QStringList>("receiver");
        QTest::newRow("requested") << State::Requested << QStringList{u"withdrawn"_s}
                                   << QStringList{u"accepted"_s, u"refused"_s};
        QTest::newRow("accepted") << State::Accepted << QStringList{u"withdrawn"_s}
                                  << QStringList{u"inProgress"_s, u"waitingThirdParty"_s, u"handedBack"_s};
        QTest::newRow("waiting") << State::WaitingThirdParty << QStringList{u"withdrawn"_s}
                                 << QStringList{u"answered"_s, u"handedBack"_s};
        QTest::newRow("handed back") << State::HandedBack << QStringList{u"closed"_s, u"requested"_s} << QStringList{};
        QTest::newRow("closed") << State::Closed << QStringList{} << QStringList{};
    }
    void eachSide_isOfferedItsMoves_inEachState()
    {
        QFETCH(State, state);
        QFETCH(QStringList, sender);
        QFETCH(QStringList, receiver);
        EscalationCard card;
        card.show(shown({escalation(state)}, u"e-n1"_s));
        QCOMPARE(buttons(card), sender);
        card.show(shown({escalation(state)}, u"e-n2"_s));
        QCOMPARE(buttons(card), receiver);
        card.show(shown({escalation(state)}, u"e-else"_s));
        QCOMPARE(buttons(card), QStringList());
    }

    void aButton_saysWhichMoveOfWhich()
    {
        EscalationCard card;
        card.show(shown({escalation(State::Requested)}, u"e-n2"_s));
        QSignalSpy wanted(&card, &EscalationCard::moveWanted);
        card.findChild<QPushButton *>(u"escalation-accepted"_s)->click();
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.at(0).at(0).value<EscalationId>().value, u"x-1"_s);
        QCOMPARE(wanted.at(0).at(1).value<State>(), State::Accepted);
    }

    void bothOwners_andWhatIsDueNext_areSaid()
    {
        const EscalationsShown all = shown({}, u"e-n1"_s);
        const auto asked = escalationFacts(escalation(State::Requested), all);
        QCOMPARE(fact(asked, u"To"_s), u"Technique N2"_s);
        QCOMPARE(fact(asked, u"Customer"_s), u"Awa Koné"_s);
        QCOMPARE(fact(asked, u"Work"_s), u"nobody yet"_s);
        QVERIFY(!fact(asked, u"Accept by"_s).isEmpty());
        QVERIFY(fact(asked, u"News by"_s).isEmpty());
        QVERIFY(!fact(asked, u"Promised"_s).isEmpty());
        QVERIFY(fact(asked, u"Postponed"_s).isEmpty());
        Escalation inHand = escalation(State::InProgress);
        inHand.slips = 1;
        inHand.bounces = 2;
        inHand.stepDueAt = now.addSecs(-60);
        const auto worked = escalationFacts(inHand, all);
        QCOMPARE(fact(worked, u"Work"_s), u"Ibrahim Ouattara"_s);
        QVERIFY(fact(worked, u"News by"_s).contains(u"late"_s));
        QVERIFY(!fact(worked, u"Postponed"_s).isEmpty());
        QVERIFY(!fact(worked, u"Sent again"_s).isEmpty());
    }

    void whoWasNotTold_isSaid_withTheReason()
    {
        Escalation waived = escalation(State::Requested);
        waived.promisedAt = {};
        waived.noticeWaived = u"Déjà dit au téléphone"_s;
        QCOMPARE(fact(escalationFacts(waived, shown({}, u"e-n1"_s)), u"Not told"_s), waived.noticeWaived);
    }

    void whatWaitsInTheOutbox_saysSo()
    {
        EscalationCard card;
        EscalationsShown waiting = shown({escalation(State::Requested)}, u"e-n1"_s);
        card.show(waiting);
        QVERIFY(card.findChild<Label *>(u"escalationUnsent"_s) == nullptr);
        waiting.unsent = {EscalationId{u"x-1"_s}};
        card.show(waiting);
        QVERIFY(card.findChild<Label *>(u"escalationUnsent"_s) != nullptr);
    }

    void anAnswer_canBeTakenIntoTheReply()
    {
        Escalation back = escalation(State::HandedBack);
        back.answer = u"Un échange est possible."_s;
        back.cause = u"lot 2611-B"_s;
        back.faqCandidate = true;
        EscalationCard card;
        card.resize(264, 480);
        card.show(shown({back}, u"e-n1"_s));
        keepPictures(m_theme, card, u"escalation-card-handedback"_s);
        QVERIFY(texts(card).contains(back.answer));
        QVERIFY(texts(card).contains(back.cause));
        QSignalSpy wanted(&card, &EscalationCard::replyWanted);
        card.findChild<QPushButton *>(u"escalationReply"_s)->click();
        QCOMPARE(wanted.at(0).at(0).toString(), back.answer);
    }

    void whatEnded_isFolded_andOpensOnTheLink()
    {
        Escalation refused = escalation(State::Refused, u"x-0"_s);
        refused.note = u"La fiche le dit."_s;
        EscalationCard card;
        card.resize(264, 480);
        card.show(shown({refused, escalation(State::Requested)}, u"e-n2"_s));
        keepPictures(m_theme, card, u"escalation-card-requested"_s);
        QVERIFY(texts(card).filter(u"La fiche le dit."_s).isEmpty());
        QVERIFY(texts(card).contains(u"To be accepted"_s));
        Q_EMIT card.linkActivated();
        QCOMPARE(texts(card).filter(u"La fiche le dit."_s).size(), 1);
        Q_EMIT card.linkActivated();
        QVERIFY(texts(card).filter(u"La fiche le dit."_s).isEmpty());
    }
};

AKWABA_PICTURES_MAIN(TestEscalationCard)
#include "tst_escalationcard.moc"
