// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/schema.h"

#include "core/domain/agent.h"
#include "core/domain/enums.h"
#include "core/domain/ticket.h"

#include <QSet>
#include <QTest>

using namespace akwaba;
using namespace Qt::StringLiterals;

class TestSchema : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyTypeHasItsOwnNumberNameTableAndLetter()
    {
        QSet<int> numbers;
        QSet<QString> names;
        QSet<QString> tables;
        QSet<char> letters;
        for (const TypeInfo *type : syncedTypes()) {
            numbers.insert(type->number);
            names.insert(type->name);
            tables.insert(type->table);
            letters.insert(type->letter);
            QCOMPARE(typeByName(type->name), type);
            QCOMPARE(typeByNumber(type->number), type);
        }
        const auto count = static_cast<qsizetype>(syncedTypes().size());
        QCOMPARE(numbers.size(), count);
        QCOMPARE(names.size(), count);
        QCOMPARE(tables.size(), count);
        QCOMPARE(letters.size(), count);
    }

    void everyTypeStartsWithItsIdAndCountsItsRevisions()
    {
        for (const TypeInfo *type : syncedTypes()) {
            QCOMPARE(type->fields.front().name, u"id"_s);
            QCOMPARE(type->fields.front().kind, ValueKind::Id);
            QVERIFY2(type->field(u"rev") != nullptr, qPrintable(type->name));
        }
    }

    void wordsBecomeSnakeCaseInOnePlace()
    {
        QCOMPARE(snakeCase(u"lastCustomerMessageAt"), u"last_customer_message_at"_s);
        QCOMPARE(snakeCase(u"rev"), u"rev"_s);
    }

    void kindsFollowTheTypesOfTheMembers()
    {
        const TypeInfo &ticket = typeInfo<Ticket>();
        QCOMPARE(ticket.field(u"subject")->kind, ValueKind::Text);
        QCOMPARE(ticket.field(u"status")->kind, ValueKind::Enum);
        QCOMPARE(ticket.field(u"customer")->kind, ValueKind::Id);
        QCOMPARE(ticket.field(u"receivedAt")->kind, ValueKind::Instant);
        QCOMPARE(ticket.field(u"tags")->kind, ValueKind::List);
        QCOMPARE(ticket.field(u"rev")->kind, ValueKind::Integer);
        QCOMPARE(typeInfo<Team>().field(u"email")->kind, ValueKind::Object);
        QCOMPARE(typeInfo<Team>().field(u"active")->kind, ValueKind::Flag);
        QCOMPARE(ticket.field(u"nothing"), nullptr);
    }

    void aPersonalFieldSaysWhatErasureDoesAndWhatItIsFor()
    {
        int personal = 0;
        for (const TypeInfo *type : syncedTypes()) {
            for (const FieldInfo &field : type->fields) {
                if (field.privacy.personal == Personal::No) continue;
                ++personal;
                QVERIFY2(field.privacy.purpose != Purpose::None, qPrintable(type->name + u'.' + field.name));
                QVERIFY2(field.privacy.retention != Retention::None, qPrintable(type->name + u'.' + field.name));
            }
        }
        QVERIFY(personal > 30);
    }

    void everyEnumValueIsFoundByItsWireName()
    {
        QCOMPARE(wireName(TicketStatus::WaitingThirdParty), u"waitingThirdParty"_s);
        QCOMPARE(fromWireName<TicketStatus>(u"merged"), TicketStatus::Merged);
        QCOMPARE(fromWireName<TicketStatus>(u"Merged"), std::nullopt);
        for (std::size_t i = 0; i < EnumNames<Channel>::all.size(); ++i)
            QCOMPARE(fromWireName<Channel>(wireName(static_cast<Channel>(i))), static_cast<Channel>(i));
    }
};

QTEST_GUILESS_MAIN(TestSchema)
#include "tst_schema.moc"
