// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/postgresqlsetup.h"

#include "app/server/store/store.h"
#include "core/base/clock.h"
#include "core/database/database.h"
#include "tests/server/peers/postgrespeer.h"

#include <QTemporaryDir>
#include <QTest>

using namespace akwaba;
using namespace akwaba::store;
using namespace Qt::StringLiterals;

class TestPostgresqlSetup : public QObject {
    Q_OBJECT

private:
    PostgresPeer m_peer;
    QTemporaryDir m_dir;
    SystemClock m_clock;
    SeededRandom m_random{1};
    int m_companies = 0;

    [[nodiscard]] QString name() const { return u"company%1"_s.arg(m_companies); }
    [[nodiscard]] QString role() const { return u"server%1"_s.arg(m_companies); }
    [[nodiscard]] PostgresqlWish wish() const { return {m_peer.url(name()), {}, role(), u"pass word;'"_s}; }

    void carryOut(const PostgresqlSetup &setup)
    {
        const auto done = setup.carryOut(m_random);
        if (!done) qFatal("%s", qPrintable(done.error().detail));
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_peer.start(), qPrintable(m_peer.report())); }
    void init() { ++m_companies; }

    void lookingChangesNothing_andNamesEachStep()
    {
        const auto setup = PostgresqlSetup::look(wish());
        QVERIFY(setup);
        QCOMPARE(setup->steps().size(), 4);
        QVERIFY(setup->steps().at(0).contains(name()));
        QVERIFY(setup->steps().at(1).contains(role()));
        const auto again = PostgresqlSetup::look(wish());
        QVERIFY(again);
        QCOMPARE(again->steps(), setup->steps());
    }

    void doneOnce_nothingIsLeft()
    {
        carryOut(*PostgresqlSetup::look(wish()));
        const auto again = PostgresqlSetup::look(wish());
        QVERIFY(again);
        QCOMPARE(again->steps(), QStringList());
        carryOut(*again);
    }

    void serverRole_worksButChangesNoTable()
    {
        carryOut(*PostgresqlSetup::look(wish()));
        const QString url = m_peer.url(name(), role());
        const Place place(m_dir.filePath(name()), url, wish().serverPassword);
        auto store = Store::join(place, m_clock, m_random);
        QVERIFY(store);
        Team team;
        team.id = newId<TeamId>(m_clock, m_random);
        team.name = u"SAV"_s;
        QVERIFY((*store)->write([&](Writer &writer) { return writer.put(team).map([](const Team &) { }); }));
        auto database = Database::connect({url, wish().serverPassword, false});
        QVERIFY(database);
        for (const QString &sql : {u"CREATE TABLE mine (id BIGINT)"_s, u"DROP TABLE teams"_s,
                                   u"ALTER TABLE teams DISABLE TRIGGER akwaba_lane"_s, u"DELETE FROM schema_version"_s,
                                   u"TRUNCATE teams"_s, u"CREATE ROLE other"_s}) {
            const auto done = database->execute(sql);
            QVERIFY2(!done && done.error().code == Code::Denied, qPrintable(sql));
        }
    }

    void databaseThatSortsByLanguage_isRefused()
    {
        auto server = Database::connect({m_peer.url(u"postgres"_s), {}, false});
        QVERIFY(server);
        QVERIFY(server->execute(u"CREATE DATABASE %1 TEMPLATE template0 ENCODING 'SQL_ASCII' LC_COLLATE 'C' "
                                "LC_CTYPE 'C'"_s.arg(name())));
        const auto setup = PostgresqlSetup::look(wish());
        QVERIFY(!setup);
        QCOMPARE(setup.error().code, Code::BadInput);
        QVERIFY(setup.error().detail.contains(u"SQL_ASCII"_s));
    }

    void nameThatIsNone_isRefused_data()
    {
        QTest::addColumn<QString>("database");
        QTest::addColumn<QString>("role");
        QTest::newRow("no database") << QString() << u"server"_s;
        QTest::newRow("quote") << u"a\"b"_s << u"server"_s;
        QTest::newRow("role with a space") << u"akwaba"_s << u"my server"_s;
    }

    void nameThatIsNone_isRefused()
    {
        QFETCH(QString, database);
        QFETCH(QString, role);
        const auto setup = PostgresqlSetup::look({m_peer.url(database), {}, role, u"secret"_s});
        QVERIFY(!setup);
        QCOMPARE(setup.error().code, Code::BadInput);
    }

    void newRoleWithoutAPassword_isRefused()
    {
        PostgresqlWish without = wish();
        without.serverPassword.clear();
        const auto setup = PostgresqlSetup::look(without);
        QVERIFY(!setup);
        QCOMPARE(setup.error().code, Code::BadInput);
    }
};

QTEST_GUILESS_MAIN(TestPostgresqlSetup)
#include "tst_postgresqlsetup.moc"
