// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/mailproviders.h"

#include <QTest>

using namespace akwaba;
using namespace Qt::StringLiterals;

class TestMailProviders : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void addresses_tellTheirServers_data();
    void addresses_tellTheirServers();
    void noProvider_wantsAnOpenLine();
};

void TestMailProviders::addresses_tellTheirServers_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("imap");
    QTest::addColumn<QString>("smtp");
    QTest::newRow("Gmail") << u"shop@gmail.com"_s << u"imap.gmail.com:993"_s << u"smtp.gmail.com:587"_s;
    QTest::newRow("capitals") << u"Shop@GMail.com"_s << u"imap.gmail.com:993"_s << u"smtp.gmail.com:587"_s;
    QTest::newRow("Outlook") << u"shop@hotmail.fr"_s << u"outlook.office365.com:993"_s << u"smtp.office365.com:587"_s;
    QTest::newRow("Yahoo") << u"shop@yahoo.fr"_s << u"imap.mail.yahoo.com:993"_s << u"smtp.mail.yahoo.com:465"_s;
    QTest::newRow("Orange") << u"shop@orange.fr"_s << u"imap.orange.fr:993"_s << u"smtp.orange.fr:465"_s;
    QTest::newRow("Zoho") << u"shop@zoho.com"_s << u"imap.zoho.com:993"_s << u"smtp.zoho.com:465"_s;
    QTest::newRow("own domain") << u"sav@toner.ci"_s << u"imap.toner.ci:993"_s << u"smtp.toner.ci:587"_s;
    QTest::newRow("looks like one") << u"sav@notgmail.com"_s << u"imap.notgmail.com:993"_s
                                    << u"smtp.notgmail.com:587"_s;
}

void TestMailProviders::addresses_tellTheirServers()
{
    QFETCH(QString, address);
    MailAccount account;
    account.address = address;
    guessServers(account, providerOf(address));
    QTEST(QString(u"%1:%2"_s.arg(account.imap.host).arg(account.imap.port)), "imap");
    QTEST(QString(u"%1:%2"_s.arg(account.smtp.host).arg(account.smtp.port)), "smtp");
    QCOMPARE(account.imap.user, address);
}

void TestMailProviders::noProvider_wantsAnOpenLine()
{
    for (const MailProvider &provider : mailProviders()) {
        for (const MailHost &host : {provider.imap, provider.smtp})
            QVERIFY2(host.tls != MailTls::None && host.port > 0, qPrintable(host.host));
        for (const QLatin1StringView domain : provider.domains)
            QCOMPARE(providerOf(u"x@"_s + domain)->name, provider.name);
    }
}

QTEST_GUILESS_MAIN(TestMailProviders)
#include "tst_mailproviders.moc"
