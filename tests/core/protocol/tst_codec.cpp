// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/codec.h"

#include "core/domain/customer.h"
#include "core/domain/message.h"
#include "core/domain/schema.h"
#include "core/domain/ticket.h"
#include "core/protocol/commands.h"

#include <QJsonArray>
#include <QTest>

using namespace akwaba;
using namespace Qt::StringLiterals;

class TestCodec : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aTicketSurvivesTheWire()
    {
        Ticket ticket;
        ticket.id = TicketId{u"t1"_s};
        ticket.subject = u"Traces noires sur chaque page"_s;
        ticket.status = TicketStatus::WaitingCustomer;
        ticket.tags = {TagId{u"g1"_s}, TagId{u"g2"_s}};
        ticket.receivedAt = QDateTime::fromMSecsSinceEpoch(1795330800120, Qt::UTC);
        ticket.rev = 9007199254740991;
        const Result<Ticket> back = fromJson<Ticket>(toJson(ticket));
        QVERIFY(back.has_value());
        QCOMPARE(*back, ticket);
    }

    void nestedValuesSurviveTheWire()
    {
        Order order;
        order.id = OrderId{u"o1"_s};
        order.lines = {{ProductId{u"p1"_s}, u"TN-2410"_s, u"Brother TN-2410"_s, 2, {76'000, u"XOF"_s}}};
        order.total = {76'000, u"XOF"_s};
        order.returns = {{u"TN-2410"_s, 1, QDateTime::fromMSecsSinceEpoch(0, Qt::UTC)}};
        const Result<Order> back = fromJson<Order>(toJson(order));
        QVERIFY(back.has_value());
        QCOMPARE(*back, order);
    }

    void theWireHasExactlyTheMembersOfTheTable()
    {
        QStringList names;
        for (const FieldInfo &field : typeInfo<Message>().fields)
            names.append(field.name);
        names.sort();
        QCOMPARE(toJson(Message{}).keys(), names);
    }

    void personalTextsAreFoundInNestedValuesToo_andIdsAreNone()
    {
        const EditText mark = [](std::string_view field, QString &text) {
            text += u'!' + QLatin1StringView(field.data(), qsizetype(field.size()));
        };
        Message message;
        message.id = MessageId{u"m1"_s};
        message.text = u"a"_s;
        message.sender = {u"Awa"_s, u"awa@shop.ci"_s};
        message.toAddresses = {{u"Yao"_s, u"yao@shop.ci"_s}};
        message.emailMessageId = u"1@shop.ci"_s;
        message.joinedBecause = u"token"_s;
        message.changes = {{u"subject"_s, u"x"_s, u"y"_s}};
        editPersonalTexts(message, mark);
        QCOMPARE(message.text, u"a!text"_s);
        QCOMPARE(message.sender, (EmailAddress{u"Awa!name"_s, u"awa@shop.ci"_s}));
        QCOMPARE(message.toAddresses.first().name, u"Yao!name"_s);
        QCOMPARE(message.changes.first(), (FieldChange{u"subject"_s, u"x!from"_s, u"y!to"_s}));
        QCOMPARE(message.emailMessageId, u"1@shop.ci"_s);
        QCOMPARE(message.joinedBecause, u"token"_s);
        QCOMPARE(message.id.value, u"m1"_s);
        SaveDraft save{{}};
        save.draft.text = u"b"_s;
        editPersonalTexts(save, mark);
        QCOMPARE(save.draft.text, u"b!text"_s);
    }

    void aTextWithANulIsWrittenSoThatItCanBeRead()
    {
        Ticket ticket;
        ticket.subject = u"a\0b"_s;
        const auto read = fromJson<Ticket>(toJson(ticket));
        QVERIFY(read);
        QCOMPARE(read->subject, u"a\uFFFDb"_s);
    }

    void instantsAreWrittenAndReadAsQtDoes_data()
    {
        QTest::addColumn<QDateTime>("instant");
        for (const QString &text :
             {u"2026-11-22T07:00:00.120Z"_s, u"0001-01-01T00:00:00.000Z"_s, u"9999-12-31T23:59:59.999Z"_s,
              u"2024-02-29T12:30:05.007Z"_s, u"1969-12-31T23:59:59.999Z"_s})
            QTest::newRow(qPrintable(text)) << QDateTime::fromString(text, Qt::ISODateWithMs);
        const QDateTime abidjan(QDate(2026, 11, 22), QTime(8, 0), Qt::OffsetFromUTC, 3600);
        QTest::newRow("in another zone") << abidjan;
    }

    void instantsAreWrittenAndReadAsQtDoes()
    {
        QFETCH(QDateTime, instant);
        const QString text = utcDate(instant);
        QCOMPARE(text, instant.toUTC().toString(u"yyyy-MM-ddTHH:mm:ss.zzz'Z'"_s));
        QCOMPARE(fromUtcDate(text), instant);
        QCOMPARE(fromUtcDate(text).timeSpec(), Qt::UTC);
    }

    void whatIsNoDateIsNone_data()
    {
        QTest::addColumn<QString>("text");
        for (const QString &text :
             {u"2026-02-30T07:00:00.120Z"_s, u"2026-13-01T07:00:00.120Z"_s, u"2026-11-22T25:00:00.120Z"_s,
              u"2026-11-22T07:60:00.120Z"_s, u"0000-01-01T00:00:00.000Z"_s, u"2026-11-22T07:00:00.120"_s})
            QTest::newRow(qPrintable(text)) << text;
    }

    void whatIsNoDateIsNone()
    {
        QFETCH(QString, text);
        QVERIFY(!fromUtcDate(text).isValid());
    }

    void anEmptyInstantIsNull() { QVERIFY(toJson(Ticket{}).value(u"resolvedAt"_s).isNull()); }

    void unknownMembersAreIgnoredAndMissingOnesKeepTheirDefaults()
    {
        const Result<Ticket> ticket = fromJson<Ticket>({{u"subject"_s, u"a"_s}, {u"fromTheFuture"_s, 7}});
        QVERIFY(ticket.has_value());
        QCOMPARE(ticket->subject, u"a"_s);
        QCOMPARE(ticket->priority, Priority::Normal);
    }

    void aMemberOfAnotherTypeIsRefusedByName_data()
    {
        QTest::addColumn<QString>("member");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("text") << u"subject"_s << QJsonValue(7);
        QTest::newRow("enum") << u"status"_s << QJsonValue(u"pending"_s);
        QTest::newRow("fraction") << u"rev"_s << QJsonValue(1.5);
        QTest::newRow("beyond 2^53") << u"rev"_s << QJsonValue(1e17);
        QTest::newRow("instant") << u"receivedAt"_s << QJsonValue(u"yesterday"_s);
        QTest::newRow("instant without zone") << u"receivedAt"_s << QJsonValue(u"2026-11-22T07:00:00"_s);
        QTest::newRow("instant in the year 10000") << u"receivedAt"_s << QJsonValue(u"9999-12-31T23:00:00-02:00"_s);
        QTest::newRow("instant in the year 0") << u"receivedAt"_s << QJsonValue(u"0001-01-01T00:00:00+02:00"_s);
        QTest::newRow("text with a NUL") << u"subject"_s << QJsonValue(u"a\0b"_s);
        QTest::newRow("list") << u"tags"_s << QJsonValue(u"g1"_s);
        QTest::newRow("entry") << u"tags"_s << QJsonValue(QJsonArray{1});
    }
    void aMemberOfAnotherTypeIsRefusedByName()
    {
        QFETCH(QString, member);
        QFETCH(QJsonValue, value);
        const Result<Ticket> ticket = fromJson<Ticket>({{member, value}});
        QVERIFY(!ticket.has_value());
        QCOMPARE(ticket.error().code, Code::BadInput);
        QCOMPARE(ticket.error().detail, u"Ticket."_s + member);
    }

    void instantsHaveMillisecondsAndUtc()
    {
        const QDateTime instant = QDateTime::fromMSecsSinceEpoch(1795330800120, Qt::UTC);
        QCOMPARE(utcDate(instant), u"2026-11-22T07:00:00.120Z"_s);
        QCOMPARE(fromUtcDate(u"2026-11-22T08:00:00.120+01:00"_s), instant);
    }
};

QTEST_GUILESS_MAIN(TestCodec)
#include "tst_codec.moc"
