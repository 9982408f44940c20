// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/channels/email/deliveryreport.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace akwaba;
using namespace akwaba::mail;

class TestDeliveryReport : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aReport_saysWhatBecameOfTheMail_data()
    {
        QTest::addColumn<QList<DeliveryStatus>>("statuses");
        QTest::addColumn<bool>("isFinal");
        QTest::addColumn<QString>("status");
        const DeliveryStatus failed{u"a@x.ci"_s, u"failed"_s, u"5.1.1"_s};
        const DeliveryStatus expired{u"a@x.ci"_s, u"failed"_s, u"4.4.7"_s};
        const DeliveryStatus delayed{u"b@x.ci"_s, u"delayed"_s, u"4.2.2"_s};
        const DeliveryStatus relayed{u"c@x.ci"_s, u"relayed"_s, u"2.0.0"_s};
        QTest::newRow("failed") << QList{failed} << true << u"5.1.1"_s;
        QTest::newRow("given up after days") << QList{expired} << true << u"4.4.7"_s;
        QTest::newRow("delayed") << QList{delayed} << false << u"4.2.2"_s;
        QTest::newRow("one failed, another late") << QList{delayed, failed} << true << u"5.1.1"_s;
        QTest::newRow("one arrived, another late") << QList{relayed, delayed} << false << u"4.2.2"_s;
        QTest::newRow("one arrived, another failed") << QList{relayed, failed} << true << u"5.1.1"_s;
        QTest::newRow("without action") << QList{DeliveryStatus{u"a@x.ci"_s, {}, u"5.2.2"_s}} << true << u"5.2.2"_s;
    }
    void aReport_saysWhatBecameOfTheMail()
    {
        QFETCH(QList<DeliveryStatus>, statuses);
        IncomingMail report;
        report.deliveryStatus = statuses;
        report.subject = u"Delivery delayed"_s; // the report counts, not its words
        QTEST(reportedDelivery(report).isFinal, "isFinal");
        QTEST(reportedDelivery(report).status, "status");
    }

    void whatHasNoReport_isReadInItsWords_data()
    {
        QTest::addColumn<QString>("subject");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isFinal");
        QTest::addColumn<QString>("status");
        QTest::newRow("a status") << u"Undelivered"_s << u"550 5.1.1 <a@x.ci>: no such user"_s << true << u"5.1.1"_s;
        QTest::newRow("an address of the network")
            << u"Undelivered"_s << u"mx[5.1.1.7] and 15.1.1 said: 552-5.2.2 full"_s << true << u"5.2.2"_s;
        QTest::newRow("no status") << u"failure notice"_s << u"This user doesn't have an account"_s << true << u""_s;
        QTest::newRow("Exim waits") << u"Warning: message 1abc delayed 24 hours"_s
                                    << u"No action is required on your part. Delivery attempts will continue"_s << false
                                    << u""_s;
        QTest::newRow("Sendmail waits") << u"Warning: could not send message for past 4 hours"_s
                                        << u"Deferred: 421 4.4.1 Connection timed out"_s << false << u"4.4.1"_s;
        QTest::newRow("it waits in French")
            << u"Message retardé"_s << u"n’a pas encore pu être remis"_s << false << u""_s;
        QTest::newRow("given up, and it says so")
            << u"Mail delivery failed"_s << u"451 4.3.0 retry timeout exceeded"_s << true << u"4.3.0"_s;
    }
    void whatHasNoReport_isReadInItsWords()
    {
        QFETCH(QString, subject);
        QFETCH(QString, text);
        IncomingMail report;
        report.subject = subject;
        report.text = text;
        QTEST(reportedDelivery(report).isFinal, "isFinal");
        QTEST(reportedDelivery(report).status, "status");
    }

    void aStatusThatSaysNothing_isMadeMorePrecise_byTheWords()
    {
        IncomingMail report;
        report.deliveryStatus = {{u"a@x.ci"_s, u"failed"_s, u"5.0.0"_s}};
        QCOMPARE(reportedDelivery(report).status, u"5.0.0"_s);
        report.text = u"first 450 4.2.0 greylisted, then 550 5.0.0, then 554 5.7.1 spam"_s;
        QCOMPARE(reportedDelivery(report).status, u"5.7.1"_s);
    }
};

QTEST_GUILESS_MAIN(TestDeliveryReport)
#include "tst_deliveryreport.moc"
