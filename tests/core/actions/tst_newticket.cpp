// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/actions/newticket.h"

#include "core/base/clock.h"
#include "core/base/random.h"

#include <QTest>

using namespace akwaba;
using namespace Qt::StringLiterals;

class TestNewTicket : public QObject {
    Q_OBJECT

    ManualClock m_clock{QDateTime(QDate(2026, 11, 17), QTime(15, 20), Qt::UTC)};
    SeededRandom m_random{3};

private Q_SLOTS:
    void aCallOfSomebodyNew_makesCustomerTicketAndCall_inThisOrder()
    {
        NewTicket wanted;
        wanted.customer = customerFrom(u"Koffi Assi"_s, u"+225 07 00 00 48 12"_s, Channel::Phone);
        wanted.subject = u"  Imprimante à l’arrêt "_s;
        wanted.text = u"Cartouche non reconnue"_s;
        wanted.callSeconds = 245;
        const QList<Command> commands = commandsOf(wanted, m_clock, m_random);
        QCOMPARE(commands.size(), 3);
        const auto customer = std::get<CreateCustomer>(commands.at(0)).customer;
        const auto ticket = std::get<CreateTicket>(commands.at(1)).ticket;
        const auto call = std::get<LogCall>(commands.at(2));
        QVERIFY(isWellFormedId(customer.id.value));
        QCOMPARE(customer.phones.value(0).number, u"+225 07 00 00 48 12"_s);
        QCOMPARE(ticket.customer, customer.id);
        QCOMPARE(ticket.subject, u"Imprimante à l’arrêt"_s);
        QCOMPARE(ticket.channel, Channel::Phone);
        QVERIFY(ticket.number.isEmpty());
        QCOMPARE(call.ticket, ticket.id);
        QCOMPARE(call.callSeconds, 245);
    }

    void aSocialMessageOfAKnownCustomer_isHis()
    {
        NewTicket wanted;
        wanted.customer.id = CustomerId{u"c-aya"_s};
        wanted.customer.preferredLanguages = {u"fr"_s};
        wanted.channel = Channel::Facebook;
        wanted.text = u"Où est mon colis ?"_s;
        wanted.link = u"https://facebook.example/1"_s;
        wanted.writtenAt = m_clock.now().addSecs(-600);
        const QList<Command> commands = commandsOf(wanted, m_clock, m_random);
        QCOMPARE(commands.size(), 2);
        QCOMPARE(std::get<CreateTicket>(commands.at(0)).ticket.language, u"fr"_s);
        const auto capture = std::get<CaptureMessage>(commands.at(1));
        QCOMPARE(capture.author.value, u"c-aya"_s);
        QCOMPARE(capture.at, wanted.writtenAt);
        QCOMPARE(capture.externalId, wanted.link);
        QCOMPARE(capture.channel, Channel::Facebook);
    }

    void whatSomebodyIsReachedAt_isToldByItsForm()
    {
        QCOMPARE(customerFrom(u"A"_s, u"aya@example.ci"_s, Channel::Facebook).emails.value(0).address,
                 u"aya@example.ci"_s);
        QCOMPARE(customerFrom(u"A"_s, u"07 00 00 48 12"_s, Channel::Sms).phones.size(), 1);
        const Customer handle = customerFrom(u"A"_s, u"@aya.brou"_s, Channel::Instagram);
        QCOMPARE(handle.onlineServices.value(0).service, u"instagram"_s);
        QVERIFY(handle.emails.isEmpty());
        const Customer nothing = customerFrom(u" Aya  Brou "_s, {}, Channel::Phone);
        QCOMPARE(nothing.name, u"Aya Brou"_s);
        QVERIFY(nothing.onlineServices.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestNewTicket)
#include "tst_newticket.moc"
