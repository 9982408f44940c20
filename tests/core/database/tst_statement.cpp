// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/database.h"
#include "core/database/statement.h"

#include <QTemporaryDir>
#include <QTest>

using namespace akwaba;
using namespace Qt::StringLiterals;

/// What a statement promises, on a file.
class StatementTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Database> m_database;

    [[nodiscard]] qint64 count()
    {
        const auto rows = m_database->value(u"SELECT count(*) FROM notes"_s);
        return rows ? rows->toLongLong() : -1;
    }

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        auto opened = Database::open(m_dir->filePath(u"notes.db"_s));
        QVERIFY(opened);
        m_database = std::make_unique<Database>(std::move(*opened));
        QVERIFY(m_database->execute(u"CREATE TABLE notes(id INTEGER PRIMARY KEY, note)"_s));
    }
    void cleanup()
    {
        m_database.reset();
        m_dir.reset();
    }

    void aValue_comesBackAsItWasBound_data()
    {
        QTest::addColumn<QVariant>("value");
        QTest::addRow("text") << QVariant(u"Élodie à Bouaké 🙂"_s);
        QTest::addRow("empty text") << QVariant(u""_s);
        QTest::addRow("large number") << QVariant(qint64(1) << 62);
        QTest::addRow("fraction") << QVariant(0.1);
        QTest::addRow("bytes") << QVariant(QByteArray("a\0b\xff", 4));
    }
    void aValue_comesBackAsItWasBound()
    {
        QFETCH(QVariant, value);
        Statement statement(*m_database, u"SELECT ?"_s);
        const auto more = statement.bind(0, value).next();
        QVERIFY(more && *more);
        QVERIFY(!statement.isNull(0));
        QCOMPARE(statement.value(0), value);
        QCOMPARE(statement.text(0), value.toString());
        QCOMPARE(statement.integer(0), value.toLongLong());
    }

    void nothing_isNull_butANullTextIsEmpty()
    {
        Statement statement(*m_database, u"SELECT :nothing, :text, :nothing"_s);
        const auto more = statement.bind(u":nothing"_s, QVariant()).bind(u":text"_s, QString()).next();
        QVERIFY(more && *more);
        QVERIFY(statement.isNull(0));
        QVERIFY(statement.value(0).isNull());
        QCOMPARE(statement.integer(0), 0);
        QVERIFY(!statement.isNull(1));
        QVERIFY(statement.isNull(2));
    }

    void aStatementWithoutItsValues_fails()
    {
        Statement insert(*m_database, u"INSERT INTO notes(id, note) VALUES(?, ?)"_s);
        QVERIFY(!insert.bind(0, 1).run());
        QCOMPARE(count(), 0);
        QVERIFY(insert.bind(1, u"a"_s).run());
        QCOMPARE(count(), 1);
    }

    void aValueThatHasNoPlace_failsOnce()
    {
        Statement insert(*m_database, u"INSERT INTO notes(note) VALUES(:note)"_s);
        QVERIFY(!insert.bind(u":note"_s, 1).bind(u":other"_s, 2).run());
        QCOMPARE(count(), 0);
        QVERIFY(insert.bind(u":note"_s, 1).run());
    }

    void twoStatementsInOneText_areNone()
    {
        const QString two = u"INSERT INTO notes(note) VALUES(1); INSERT INTO notes(note) VALUES(2)"_s;
        QVERIFY(!Statement(*m_database, two).run());
        QVERIFY(!m_database->execute(two));
        QVERIFY(!m_database->execute(u"-- no statement at all"_s));
        QVERIFY(m_database->execute(u"INSERT INTO notes(note) VALUES(3); "_s));
        QCOMPARE(count(), 1);
    }

    void whatFailed_mayRunAgain()
    {
        Statement insert(*m_database, u"INSERT INTO notes(id, note) VALUES(?, 'a')"_s);
        QVERIFY(insert.bind(0, 1).run());
        const auto again = insert.run();
        QVERIFY(!again);
        QCOMPARE(again.error().code, Code::Conflict);
        QVERIFY(insert.bind(0, 2).run());
        QCOMPARE(insert.insertedRow(), 2);
        QCOMPARE(insert.affected(), 1);
    }

    void aStatementThatWasNotReadToItsEnd_beginsAnewWithOtherValues()
    {
        QVERIFY(m_database->execute(u"INSERT INTO notes(id, note) VALUES(1, 'a'), (2, 'b'), (3, 'c')"_s));
        Statement from(*m_database, u"SELECT note FROM notes WHERE id >= ? ORDER BY id"_s);
        const auto more = from.bind(0, 1).next();
        QVERIFY(more && *more);
        from.finish();
        const auto notes = from.bind(0, 2).rows([](const Statement &row) { return row.text(0); });
        QVERIFY(notes);
        QCOMPARE(*notes, (QStringList{u"b"_s, u"c"_s}));
    }

    void whatIsNotPrepared_saysSoWhenItRuns()
    {
        Statement wrong(*m_database, u"SELECT 1 FROM nowhere WHERE id = ?"_s);
        const auto more = wrong.bind(0, 1).next();
        QVERIFY(!more);
        QCOMPARE(more.error().code, Code::Internal);
        QVERIFY(more.error().detail.contains(u"nowhere"_s));
        // What it was made for may be there later.
        QVERIFY(m_database->execute(u"CREATE TABLE nowhere(id INTEGER)"_s));
        QVERIFY(Statement(*m_database, u"SELECT 1 FROM nowhere WHERE id = ?"_s).bind(0, 1).next());
    }
};

QTEST_GUILESS_MAIN(StatementTest)
#include "tst_statement.moc"
