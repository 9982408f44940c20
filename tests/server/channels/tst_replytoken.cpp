// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/channels/email/replytoken.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace akwaba;
using namespace akwaba::mail;

class TestReplyToken : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anAddress_namesItsTicket_inAnyCaseOfLetters()
    {
        const QString address = tokens.addressFor(u"sav@shop.ci"_s, ticket());
        QVERIFY(address.startsWith(u"sav+a-10482."_s));
        QVERIFY(address.endsWith(u"@shop.ci"_s));
        for (const QString &spelled : {address, address.toUpper()}) {
            QCOMPARE(replyTokenIn(spelled).number, u"A-10482"_s);
            QVERIFY(tokens.isGenuine(replyTokenIn(spelled), ticket()));
        }
    }
    void aTokenOfAnotherTicket_isNotGenuine()
    {
        Ticket other = ticket();
        other.number = u"A-10483"_s;
        ReplyToken token = replyTokenIn(tokens.addressFor(u"sav@shop.ci"_s, ticket()));
        QVERIFY(!tokens.isGenuine(token, other));
        token.number = other.number;
        QVERIFY(!tokens.isGenuine(token, other));
    }
    void aNumberThatIsAnotherTickets_afterARestore_isNotGenuine()
    {
        Ticket other = ticket();
        other.id = TicketId{u"t01abd"_s};
        QVERIFY(!tokens.isGenuine(replyTokenIn(tokens.addressFor(u"sav@shop.ci"_s, ticket())), other));
    }
    void anotherKey_makesOtherTokens()
    {
        const ReplyTokens others("other");
        QVERIFY(!tokens.isGenuine(replyTokenIn(others.addressFor(u"sav@shop.ci"_s, ticket())), ticket()));
    }
    void whatIsNoToken_isNone_data()
    {
        QTest::addColumn<QString>("address");
        QTest::newRow("empty") << u""_s;
        QTest::newRow("none") << u"sav@shop.ci"_s;
        QTest::newRow("of a person") << u"aya+shop@x.ci"_s;
        QTest::newRow("without signature") << u"sav+a-10482@shop.ci"_s;
        QTest::newRow("cut") << u"sav+a-10482.0f1e@shop.ci"_s;
        QTest::newRow("in the domain") << u"sav@x+a-10482.0f1e2d3c4b5a6978@shop.ci@y"_s;
    }
    void whatIsNoToken_isNone()
    {
        QFETCH(QString, address);
        QCOMPARE(replyTokenIn(address), ReplyToken{});
    }
    void anAddressThatWouldBeTooLong_getsNone()
    {
        QCOMPARE(tokens.addressFor(QString(40, u'a') + u"@shop.ci"_s, ticket()), QString());
        QVERIFY(!tokens.addressFor(QString(39, u'a') + u"@shop.ci"_s, ticket()).isEmpty());
        Ticket pending = ticket();
        pending.number.clear();
        QCOMPARE(tokens.addressFor(u"sav@shop.ci"_s, pending), QString());
    }
    void whatStandsBehindThePlus_isLeftOut()
    {
        QCOMPARE(withoutSubAddress(u"sav+a-1.0f1e2d3c4b5a6978@shop.ci"_s), u"sav@shop.ci"_s);
        QCOMPARE(withoutSubAddress(u"sav@shop.ci"_s), u"sav@shop.ci"_s);
        QCOMPARE(withoutSubAddress(u"+225@shop.ci"_s), u"+225@shop.ci"_s);
        QCOMPARE(withoutSubAddress(u"sav@a+b.ci"_s), u"sav@a+b.ci"_s);
    }

private:
    static Ticket ticket()
    {
        Ticket made;
        made.id = TicketId{u"t01abc"_s};
        made.number = u"A-10482"_s;
        return made;
    }
    const ReplyTokens tokens{"key"};
};

QTEST_GUILESS_MAIN(TestReplyToken)
#include "tst_replytoken.moc"
