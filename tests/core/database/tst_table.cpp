// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/database.h"
#include "core/database/statement.h"
#include "core/database/table.h"
#include "core/domain/customer.h"
#include "core/domain/message.h"
#include "core/domain/ticket.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace akwaba;
using namespace Qt::StringLiterals;

class TableTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void everySyncedType_hasATable();
    void completeRecord_comesBackAsItWas();
    void missingMembers_becomeTheDefaultsOfTheirKind();
    void secondUpsert_updatesInPlaceAndKeepsTheRowKey();
    void extraColumns_followTheRecord();

private:
    [[nodiscard]] QJsonObject stored(const TypeInfo &type, const QString &id);
    void store(const TypeInfo &type, const QJsonObject &record);

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Database> m_database;
};

void TableTest::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    auto opened = Database::open(m_dir->filePath(u"test.db"_s));
    QVERIFY(opened.has_value());
    m_database = std::make_unique<Database>(std::move(*opened));
}

void TableTest::cleanup()
{
    m_database.reset();
    m_dir.reset();
}

void TableTest::store(const TypeInfo &type, const QJsonObject &record)
{
    Statement statement(*m_database, upsert(type));
    QCOMPARE(bindRecord(statement, type, record), static_cast<int>(type.fields.size()));
    QVERIFY(statement.run());
}

QJsonObject TableTest::stored(const TypeInfo &type, const QString &id)
{
    Statement statement(*m_database, select(type) + u" WHERE \"id\" = :id"_s);
    const auto row = statement.bind(u":id"_s, id).first([&](const Statement &r) { return readRecord(r, type); });
    return row ? row->value_or(QJsonObject()) : QJsonObject();
}

void TableTest::everySyncedType_hasATable()
{
    for (const TypeInfo *type : syncedTypes()) {
        QVERIFY2(m_database->execute(createTable(*type)), qPrintable(type->name));
        store(*type, {{u"id"_s, u"x1"_s}});
        QCOMPARE(stored(*type, u"x1"_s).value(u"id"_s).toString(), u"x1"_s);
    }
}

void TableTest::completeRecord_comesBackAsItWas()
{
    const TypeInfo &type = typeInfo<Order>();
    QVERIFY(m_database->execute(createTable(type)));
    const QJsonObject money{{u"amount"_s, 19900}, {u"currency"_s, u"XOF"_s}};
    const QJsonObject order{
        {u"id"_s, u"o1"_s},
        {u"number"_s, u"CMD-7"_s},
        {u"customer"_s, u"c1"_s},
        {u"payer"_s, u""_s},
        {u"lines"_s, QJsonArray{QJsonObject{{u"reference"_s, u"É-12"_s}, {u"quantity"_s, 2}, {u"amount"_s, money}}}},
        {u"total"_s, money},
        {u"placedAt"_s, u"2026-11-22T07:00:00.120Z"_s},
        {u"deliveredAt"_s, QJsonValue::Null},
        {u"state"_s, u"shipped"_s},
        {u"paymentMeans"_s, u"offline"_s},
        {u"returns"_s, QJsonArray()},
        {u"refunds"_s, QJsonArray()},
        {u"rev"_s, qint64{9'007'199'254'740'993}},
    };
    QCOMPARE(static_cast<std::size_t>(order.size()), type.fields.size());
    store(type, order);
    QCOMPARE(stored(type, u"o1"_s), order);
    QCOMPARE(m_database->value(u"SELECT placed_at FROM orders"_s)->toLongLong(), 1'795'330'800'120);
}

void TableTest::missingMembers_becomeTheDefaultsOfTheirKind()
{
    const TypeInfo &type = typeInfo<Product>();
    QVERIFY(m_database->execute(createTable(type)));
    store(type, {{u"id"_s, u"p1"_s}});
    const QJsonObject product = stored(type, u"p1"_s);
    QCOMPARE(product.value(u"name"_s), QJsonValue(u""_s));
    QCOMPARE(product.value(u"warrantyMonths"_s), QJsonValue(0));
    QCOMPARE(product.value(u"compatibleWith"_s), QJsonValue(QJsonArray()));
    QVERIFY(!product.contains(u"kind"_s));
    QVERIFY(!product.contains(u"active"_s));
}

void TableTest::secondUpsert_updatesInPlaceAndKeepsTheRowKey()
{
    const TypeInfo &type = typeInfo<Ticket>();
    QVERIFY(m_database->execute(createTable(type)));
    store(type, {{u"id"_s, u"t1"_s}, {u"order"_s, u"o1"_s}});
    store(type, {{u"id"_s, u"t2"_s}});
    store(type, {{u"id"_s, u"t1"_s}, {u"order"_s, u"o2"_s}});
    QCOMPARE(m_database->value(u"SELECT count(*) FROM tickets"_s)->toInt(), 2);
    QCOMPARE(m_database->value(u"SELECT row FROM tickets WHERE id = 't1'"_s)->toInt(), 1);
    QCOMPARE(stored(type, u"t1"_s).value(u"order"_s).toString(), u"o2"_s);
}

void TableTest::extraColumns_followTheRecord()
{
    const TypeInfo &type = typeInfo<Message>();
    QVERIFY(m_database->execute(createTable(type, {u"mod_seq INTEGER"_s})));
    Statement statement(*m_database, upsert(type, {u"mod_seq"_s}));
    const int next = bindRecord(statement, type, {{u"id"_s, u"m1"_s}});
    QVERIFY(statement.bind(next, 42).run());
    QCOMPARE(m_database->value(u"SELECT mod_seq FROM messages"_s)->toInt(), 42);
}

QTEST_GUILESS_MAIN(TableTest)

#include "tst_table.moc"
