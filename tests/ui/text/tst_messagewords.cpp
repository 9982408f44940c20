// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/messagewords.h"

#include <QLocale>
#include <QSet>
#include <QTest>

using namespace akwaba;
using namespace Qt::StringLiterals;

namespace {

Message sent(Delivery delivery, const QString &reply)
{
    Message message;
    message.direction = Direction::Outgoing;
    message.delivery = delivery;
    message.deliveryLog = {{{}, Delivery::Sent, u"250 2.0.0 queued"_s}, {{}, delivery, reply}};
    return message;
}

} // namespace

class TestMessageWords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }

    void aReason_isSaidByItsStatus_data()
    {
        QTest::addColumn<QString>("reply");
        QTest::addColumn<QString>("said");
        const auto unknown = u"The address is unknown there."_s;
        const auto full = u"The mailbox is full."_s;
        const auto spam = u"Refused as spam, or by a rule of the other mail server."_s;
        const auto unreachable = u"The other mail server could not be reached."_s;
        QTest::newRow("of a report") << u"5.1.1"_s << unknown;
        QTest::newRow("in an answer") << u"550 5.1.1 <x>: no such user"_s << unknown;
        QTest::newRow("full") << u"552-5.2.2 over quota"_s << full;
        QTest::newRow("full for now") << u"4.2.2"_s << full;
        QTest::newRow("too large") << u"5.3.4"_s << u"The mail is too large for the other mail server."_s;
        QTest::newRow("spam") << u"554 5.7.1 blocked"_s << spam;
        QTest::newRow("unreachable") << u"4.4.1"_s << unreachable;
        QTest::newRow("SMTP alone") << u"421 try later"_s << unreachable;
        QTest::newRow("domain") << u"5.1.2"_s << u"The domain of the address does not exist or takes no mail."_s;
        QTest::newRow("a new detail of a known subject") << u"5.1.99"_s << unknown;
        QTest::newRow("an address of the network")
            << u"550 mx[5.1.1.7] no"_s << u"The other mail server says only: 550 mx[5.1.1.7] no"_s;
        QTest::newRow("550 may mean anything") << u"550 no"_s << u"The other mail server says only: 550 no"_s;
        QTest::newRow("a status that says nothing") << u"5.0.0"_s << u"The other mail server says only: 5.0.0"_s;
        QTest::newRow("nothing") << u""_s << u"The other side does not say why."_s;
    }
    void aReason_isSaidByItsStatus()
    {
        QFETCH(QString, reply);
        QTEST(deliveryReason(reply), "said");
    }

    void everySubject_hasASentence_thatDoesNotShowTheStatus()
    {
        QSet<QString> said;
        for (int subject = 1; subject <= 7; ++subject) {
            const QString status = u"5.%1.0"_s.arg(subject);
            said.insert(deliveryReason(status));
            QVERIFY(!deliveryReason(status).contains(status));
        }
        QCOMPARE(said.size(), 7);
    }

    void whatFailed_saysWhy_andWhatIsLate_thatItIsTriedAgain()
    {
        QCOMPARE(deliveryTrouble(sent(Delivery::Failed, u"5.2.2"_s)), u"The mailbox is full."_s);
        QCOMPARE(deliveryTrouble(sent(Delivery::Sent, u"4.2.2"_s)),
                 u"Late, the other side goes on trying. The mailbox is full."_s);
        QCOMPARE(deliveryTrouble(sent(Delivery::Queued, u"451 4.7.1 later"_s)),
                 u"Not taken yet, tried again by itself. Refused as spam, or by a rule of the other mail server."_s);
    }

    void whatArrived_hasNoTrouble()
    {
        QCOMPARE(deliveryTrouble(sent(Delivery::Sent, u"250 2.0.0 queued"_s)), QString());
        QCOMPARE(deliveryTrouble(sent(Delivery::Sent, u"250 queued as 4.2.2.7"_s)), QString());
        QCOMPARE(deliveryTrouble(sent(Delivery::Cancelled, {})), QString());
        Message waiting;
        waiting.delivery = Delivery::Queued;
        QCOMPARE(deliveryTrouble(waiting), QString());
    }

    void eachReason_toJoin_isSaid()
    {
        QSet<QString> said;
        for (const QString &reason : {u"messageId"_s, u"token"_s, u"number"_s, u"loop"_s})
            said.insert(joinPhrase(reason));
        QCOMPARE(said.size(), 4);
        QVERIFY(!said.contains(QString()));
        QCOMPARE(joinPhrase({}), QString());
        QCOMPARE(joinPhrase(u"of a newer program"_s), QString());
    }
};

QTEST_GUILESS_MAIN(TestMessageWords)
#include "tst_messagewords.moc"
