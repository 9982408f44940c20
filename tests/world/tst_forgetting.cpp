// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation.h"
#include "tests/server/peers/testplace.h"

#include "app/server/store/erasuretables.h"

#include <QJsonDocument>
#include <QTest>

using namespace akwaba;
using namespace akwaba::world;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct World : FakeWorld {
    explicit World(quint64 seed) : FakeWorld(seed, {}, testPlace) { attachFiles(); }
    /// Every other one with its files in the open.
    void populate(int number)
    {
        FakeWorld::populate(number);
        for (int i = 1; i < number; i += 2)
            console(i).layOpen();
    }
    [[nodiscard]] bool syncAndFetch()
    {
        const bool settled = syncAll();
        for (int i = 0; i < consoles() * 8; ++i)
            fetchFile(i % consoles());
        return settled;
    }
};

QByteArray lineOf(quint64 worlds, const ErasureFigures &figures)
{
    const QJsonObject line{{u"worlds"_s, qint64(worlds)},           {u"erasures"_s, figures.erasures},
                           {u"revocations"_s, figures.revocations}, {u"deviceAnswers"_s, figures.devices},
                           {u"byteClean"_s, figures.byteClean},     {u"scans"_s, figures.scans},
                           {u"filesScanned"_s, figures.files},      {u"bytesScanned"_s, figures.bytes},
                           {u"needles"_s, figures.needles},         {u"needlesFoundBefore"_s, figures.before},
                           {u"blobsGone"_s, figures.blobs},         {u"remnantsAfter"_s, figures.remnants}};
    return QJsonDocument(line).toJson(QJsonDocument::Compact);
}

} // namespace

/// Erasure end to end: what is erased at the server is in no file of any console that answered (P7, sync.md 4.3).
class TestForgetting : public QObject {
    Q_OBJECT

    static CustomerId customerOf(FakeWorld &world, const TicketId &ticket)
    {
        return world.server().find<Ticket>(ticket)->customer;
    }
    static QJsonObject row(WorldConsole &console, const TicketId &ticket)
    {
        return console.rows(typeInfo<Ticket>()).value(ticket.value);
    }
    static QList<store::ErasureStatus> all(FakeWorld &world)
    {
        return must(store::erasureStatus(world.server().file()));
    }

private Q_SLOTS:
    void initTestCase() { QHashSeed::setDeterministicGlobalSeed(); }

    void whatIsErased_leavesEveryConsole_andComesBackWithoutAName()
    {
        World world(1);
        world.populate(3);
        const TicketId ticket = world.addTicket(world.cast().teams.at(0).id);
        QVERIFY(world.syncAndFetch());
        Erasures erasures(world);
        (void)erasures.erase(customerOf(world, ticket));
        QVERIFY(erasures.figures().before > 0);
        QVERIFY(world.settle(5s)); // told by push
        erasures.check();
        QVERIFY(erasures.figures().byteClean >= 2);
        QCOMPARE(row(world.console(0), ticket).value(u"subject"_s).toString(), u"[…]"_s);
        checkConvergence(world);
        QCOMPARE(world.violations, QStringList());
    }

    void whoeverOnlyTakesTheChangedRows_stillHoldsTheOldOnes()
    {
        World world(6);
        world.populate(2);
        const TicketId ticket = world.addTicket(world.cast().teams.at(1).id);
        QVERIFY(world.syncAll());
        Erasures erasures(world);
        (void)erasures.erase(customerOf(world, ticket));
        // Answered in their names: they get the anonymous rows like any other change.
        for (const store::ErasureStatus &status : all(world)) {
            for (const QString &device : status.pending) {
                ErasureAck lie;
                lie.erasure = status.id;
                world.server().write(
                    [&](store::Writer &writer) { return store::acknowledgeErasure(writer, DeviceId{device}, lie); });
            }
        }
        QVERIFY(world.settle(5s));
        checkConvergence(world);
        QCOMPARE(world.violations, QStringList());
        erasures.check(); // the console whose files lie in the open shows it
        QVERIFY(erasures.figures().remnants > 0);
    }

    void whoeverWasAway_erasesBeforeHeSendsAnything()
    {
        World world(2);
        world.populate(3);
        const TicketId ticket = world.addTicket(world.cast().teams.at(0).id);
        QVERIFY(world.syncAll());
        world.console(0).happens(event::WentOffline{});
        const QString iid =
            world.console(0)
                .perform(AddNote{newId<MessageId>(world.clock(), world.random()), ticket, wordsOf(u"a note"_s)})
                .iid;
        Erasures erasures(world);
        (void)erasures.erase(customerOf(world, ticket), {wordsOf(u"a note"_s)});
        world.pass(24h);
        QCOMPARE(all(world).constFirst().pending, QStringList{world.console(0).me().device.value});
        QVERIFY(world.syncAll());
        erasures.check();
        QCOMPARE(world.console(0).intentStates().value(iid), u"cancelled"_s);
        QCOMPARE(world.console(0).outbox().notSentCount(), 1);
        checkConvergence(world);
        QCOMPARE(world.violations, QStringList());
    }

    void aDisabledAgentsConsole_erasesAllTheSame()
    {
        World world(3);
        world.populate(2);
        const TicketId ticket = world.addTicket(world.cast().teams.at(0).id);
        QVERIFY(world.syncAll());
        Agent agent = *world.server().find<Agent>(world.console(0).me().me);
        agent.active = false;
        world.server().put(agent);
        Erasures erasures(world);
        (void)erasures.erase(customerOf(world, ticket));
        world.pass(1h);
        QCOMPARE(world.console(0).engine().status().reason, Code::Unauthenticated);
        for (const store::ErasureStatus &status : all(world))
            QCOMPARE(status.pending, QStringList());
        QVERIFY(row(world.console(0), ticket).isEmpty()); // nor what a disabled agent may not see
        erasures.check();
        QCOMPARE(world.violations, QStringList());
    }

    void aRestoredServer_doesNotBringItBack()
    {
        World world(4);
        world.populate(3);
        const TicketId ticket = world.addTicket(world.cast().teams.at(0).id);
        QVERIFY(world.syncAll());
        world.server().backUp();
        Erasures erasures(world);
        (void)erasures.erase(customerOf(world, ticket));
        QVERIFY(world.syncAll());
        world.server().restore();
        world.pass(1h); // nobody is told of a restore: consoles notice when they look
        QVERIFY(world.syncAll());
        erasures.check();
        checkConvergence(world);
        QCOMPARE(world.violations.join(u'\n'), QString());
    }

    void aFileThatAnotherSentToo_staysForHim()
    {
        World world(8);
        world.populate(2);
        const TeamId team = world.cast().teams.at(0).id;
        QHash<QString, QString> sharedBy; // the first ticket of each file
        std::optional<std::pair<TicketId, BlobId>> both;
        for (int i = 0; i < 40 && !both; ++i)
            (void)world.addTicket(team);
        for (const Attachment &attachment : world.server().all<Attachment>()) {
            if (!world.isSharedFile(attachment.blob)) continue;
            const QString customer = customerOf(world, attachment.ticket).value;
            const QString first = sharedBy.value(attachment.blob.value, customer);
            if (first != customer) both = {attachment.ticket, attachment.blob};
            sharedBy.insert(attachment.blob.value, first);
        }
        QVERIFY(both);
        QVERIFY(world.syncAndFetch());
        for (int i = 0; i < 100; ++i)
            world.fetchFile(0);
        BlobStore &kept = world.console(0).cache().blobs();
        const QByteArray content = must(kept.read(both->second));
        Erasures erasures(world);
        (void)erasures.erase(customerOf(world, both->first));
        QVERIFY(world.settle(5s));
        erasures.check();
        QCOMPARE(world.violations, QStringList());
        QVERIFY(erasures.figures().blobs > 0); // of those that only he had sent
        QVERIFY(must(kept.read(both->second)) == content);
    }

    void whoLosesATeam_provesThatItsTicketsAreGone()
    {
        World world(5);
        world.populate(2);
        const TicketId ticket = world.addTicket(world.cast().teams.at(0).id);
        QVERIFY(world.syncAndFetch());
        Erasures revocations(world);
        Agent agent = *world.server().find<Agent>(world.console(0).me().me);
        agent.teams = {};
        world.server().put(agent);
        QVERIFY(world.settle(5s));
        QVERIFY(row(world.console(0), ticket).isEmpty());
        QCOMPARE(revocations.figures().scans, 1);
        QVERIFY(revocations.figures().needles > 0);
        const store::ErasureStatus status = all(world).constFirst();
        QCOMPARE(status.cause, ErasureCause::Scope);
        QCOMPARE(status.byteClean, 1);
        checkConvergence(world);
        QCOMPARE(world.violations, QStringList());
    }

    /// The figure of the project: AKWABA_ERASURES=1000 for the large one.
    void manyErasuresInRandomWorlds_leaveNothing()
    {
        bool isSet = false;
        const int given = qEnvironmentVariableIntValue("AKWABA_ERASURES", &isSet);
        const int wanted = isSet ? given : 25;
        ErasureFigures figures;
        quint64 seed = 1;
        for (; figures.erasures < wanted; ++seed) {
            const Report report = Simulation({seed, 400, {}, true}, {}, testPlace).run();
            figures.add(report.erasures);
            QVERIFY2(report.violations.isEmpty(),
                     qPrintable(u"seed %1: %2"_s.arg(seed).arg(report.violations.join(u"; "_s))));
        }
        qInfo("%s", lineOf(seed - 1, figures).constData());
        QVERIFY(figures.before > 0 && figures.byteClean > 0);
        QCOMPARE(figures.remnants, 0);
    }
};

QTEST_GUILESS_MAIN(TestForgetting)
#include "tst_forgetting.moc"
