// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/peers/postgrespeer.h"

#include "core/database/database.h"

#include <QTest>

using namespace akwaba;
using namespace Qt::StringLiterals;

class TestPostgresPeer : public QObject {
    Q_OBJECT

private:
    PostgresPeer m_peer;

    [[nodiscard]] Result<Database> connect() const { return Database::connect({m_peer.url(u"company"_s), {}, false}); }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_peer.start(), qPrintable(m_peer.report()));
        QVERIFY2(m_peer.createDatabase(u"company"_s), qPrintable(m_peer.report()));
    }

    void commit_isThere_afterAKill()
    {
        auto database = connect();
        QVERIFY(database);
        QVERIFY(database->execute(u"CREATE TABLE kept (id BIGINT)"_s));
        QVERIFY(database->execute(u"INSERT INTO kept VALUES (7)"_s));
        m_peer.kill();
        const auto gone = database->value(u"SELECT id FROM kept"_s);
        QVERIFY(!gone);
        QCOMPARE(gone.error().code, Code::Unreachable);
        QVERIFY(database->isLost());
        QCOMPARE(connect().error().code, Code::Unreachable);
        QVERIFY2(m_peer.start(), qPrintable(m_peer.report()));
        QVERIFY(database->reconnect());
        QCOMPARE(database->value(u"SELECT id FROM kept"_s)->toInt(), 7);
    }

    void role_withoutItsPassword_isDenied()
    {
        auto database = connect();
        QVERIFY(database);
        QVERIFY(database->execute(u"CREATE ROLE clerk LOGIN PASSWORD 'pa;ss''word'"_s));
        const QString url = m_peer.url(u"company"_s, u"clerk"_s);
        QCOMPARE(Database::connect({url, u"wrong"_s, false}).error().code, Code::Denied);
        QVERIFY(Database::connect({url, u"pa;ss'word"_s, false}));
    }

    void readOnlyConnection_refusesToWrite()
    {
        auto reading = Database::connect({m_peer.url(u"company"_s), {}, true});
        QVERIFY(reading);
        const auto done = reading->execute(u"CREATE TABLE other (id BIGINT)"_s);
        QVERIFY(!done);
        QCOMPARE(done.error().code, Code::Denied);
    }

    void url_thatIsNone_isBadInputAndKeepsItsPassword()
    {
        const auto opened = Database::connect({u"postgresql://awa:secret@host/x?colour=blue"_s, {}, false});
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, Code::BadInput);
        QVERIFY(!opened.error().detail.contains(u"secret"_s));
    }
};

QTEST_GUILESS_MAIN(TestPostgresPeer)
#include "tst_postgrespeer.moc"
