// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/store/storefixture.h"

#include "core/database/database.h"
#include "core/database/statement.h"

using namespace akwaba;
using namespace akwaba::store;
using namespace Qt::StringLiterals;

/// The tables written out in SQL against the field tables.
class TestServerSchema : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyTypeHasItsTable_data();
    void everyTypeHasItsTable();
    void everyKindOfValueComesBackAsItWas();
};

void TestServerSchema::everyTypeHasItsTable_data()
{
    QTest::addColumn<int>("number");
    for (const TypeInfo *type : syncedTypes())
        QTest::newRow(qPrintable(type->name)) << type->number;
}

void TestServerSchema::everyTypeHasItsTable()
{
    QFETCH(int, number);
    const TypeInfo &type = *typeByNumber(number);
    StoreFixture fixture;
    const Snapshot snapshot = StoreFixture::must(fixture.store->read());
    Statement select(snapshot.database(),
                     isOnPostgresql() ? u"SELECT column_name FROM information_schema.columns "
                                        "WHERE table_schema = current_schema() AND table_name = ?"_s
                                      : u"SELECT name FROM pragma_table_info(?)"_s);
    QStringList columns =
        StoreFixture::must(select.bind(0, type.table).rows([](const Statement &row) { return row.text(0); }));
    columns.sort();
    QStringList expected{u"mod_seq"_s, u"scope_keys"_s};
    for (const FieldInfo &field : type.fields)
        expected += field.column;
    expected.sort();
    QCOMPARE(columns, expected);
}

void TestServerSchema::everyKindOfValueComesBackAsItWas()
{
    StoreFixture fixture;
    Ticket ticket = fixture.ticket(fixture.team(u"SAV"_s).id);
    ticket.status = TicketStatus::WaitingThirdParty;
    ticket.tags = {fixture.id<TagId>(), fixture.id<TagId>()};
    ticket.firstResponseAt = fixture.clock.now().addMSecs(123);
    ticket = fixture.put(ticket);
    QCOMPARE(fixture.find<Ticket>(ticket.id), ticket);

    Message message = fixture.message(ticket.id, u"L'été à Abidjan"_s);
    message.toAddresses = {{u"Awa Koné"_s, u"awa@example.ci"_s}};
    message.changes = {{u"status"_s, u"new"_s, u"open"_s}};
    message = fixture.put(message);
    QCOMPARE(fixture.find<Message>(message.id), message);

    Attachment attachment;
    attachment.id = fixture.id<AttachmentId>();
    attachment.message = message.id;
    attachment.ticket = ticket.id;
    attachment.isInline = true;
    attachment.size = 5'000'000'000;
    attachment = fixture.put(attachment);
    QCOMPARE(fixture.find<Attachment>(attachment.id), attachment);
}

QTEST_GUILESS_MAIN(TestServerSchema)
#include "tst_serverschema.moc"
