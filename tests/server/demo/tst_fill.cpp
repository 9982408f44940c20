// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/demo/fill.h"

#include "app/server/demo/generator.h"
#include "app/server/store/store.h"

#include <QTemporaryDir>
#include <QTest>

using namespace akwaba;
using namespace Qt::StringLiterals;

class TestFill : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theWholeWorldIsInTheStoreAndTheNextTicketGetsTheNextNumber()
    {
        const QTemporaryDir folder;
        const ManualClock clock(QDateTime(QDate(2026, 11, 20), QTime(15, 20), Qt::UTC));
        SeededRandom random(1);
        const auto store = store::Store::create(folder.filePath(u"data"_s), clock, random);
        QVERIFY(store.has_value());
        const auto generator = demo::Generator::create({1, 40, clock.now()});
        QVERIFY(generator.has_value());
        const Result<demo::FillReport> report = demo::fill(**store, **generator, {});
        QVERIFY2(report.has_value(), qPrintable(report ? QString() : report.error().detail));
        QCOMPARE(report->tickets, 40);
        QVERIFY(report->messages > 100);

        QStringList numbers;
        const Result<void> written = (*store)->write([&numbers](store::Writer &writer) -> Result<void> {
            for (int i = 0; i < 2; ++i)
                numbers.append(writer.nextTicketNumber().value_or(QString()));
            return {};
        });
        QVERIFY(written.has_value());
        QCOMPARE(numbers.first().mid(2).toInt() + 1, numbers.last().mid(2).toInt());
        QVERIFY(numbers.first().mid(2).toInt() > 40);
    }

    void someTicketsAreEscalated_inSeveralStates_toTeamsThatExist()
    {
        const QTemporaryDir folder;
        const ManualClock clock(QDateTime(QDate(2026, 11, 20), QTime(15, 20), Qt::UTC));
        SeededRandom random(1);
        const auto store = store::Store::create(folder.filePath(u"data"_s), clock, random);
        QVERIFY(store.has_value());
        const auto generator = demo::Generator::create({7, 300, clock.now()});
        QVERIFY(generator.has_value());
        QVERIFY(demo::fill(**store, **generator, {}).has_value());
        const auto snapshot = (*store)->read();
        QVERIFY(snapshot.has_value());
        QSet<TeamId> teams;
        const QList<Team> allTeams = snapshot->all<Team>().value();
        for (const Team &team : allTeams)
            teams.insert(team.id);
        const QList<EscalationPath> paths = snapshot->all<EscalationPath>().value();
        QCOMPARE(paths.size(), 3);
        for (const EscalationPath &path : paths)
            QVERIFY(teams.contains(path.team));
        QHash<TicketId, Ticket> tickets;
        const QList<Ticket> allTickets = snapshot->all<Ticket>().value();
        for (const Ticket &ticket : allTickets)
            tickets.insert(ticket.id, ticket);
        QSet<EscalationState> states;
        const QList<Escalation> escalations = snapshot->all<Escalation>().value();
        for (const Escalation &escalation : escalations) {
            states.insert(escalation.state);
            const Ticket ticket = tickets.value(escalation.ticket);
            const bool isBack = !isOpen(escalation.state) || escalation.state == EscalationState::HandedBack;
            QCOMPARE(ticket.team, isBack ? escalation.fromTeam : escalation.team);
            QVERIFY(escalation.openedAt <= clock.now());
            QVERIFY(escalation.promisedAt > escalation.openedAt);
            QVERIFY(escalation.state != EscalationState::Requested || escalation.pickupDueAt > clock.now());
            QVERIFY(escalation.acceptedBy.isEmpty() || escalation.acceptedBy != escalation.fromAgent);
            QVERIFY(isOpen(escalation.state) != escalation.closedAt.isValid());
        }
        for (const EscalationState state : {EscalationState::Requested, EscalationState::Accepted,
                                            EscalationState::WaitingThirdParty, EscalationState::HandedBack})
            QVERIFY2(states.contains(state), qPrintable(wireName(state)));
    }
};

QTEST_GUILESS_MAIN(TestFill)
#include "tst_fill.moc"
