// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/config.h"

#include <QTemporaryFile>
#include <QTest>

using namespace akwaba;
using namespace Qt::StringLiterals;

class TestConfig : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theSmallestOneIsOfThisMachineAlone();
    void everyKeyIsRead();
    void mistakesNameTheirLine_data();
    void mistakesNameTheirLine();
};

void TestConfig::theSmallestOneIsOfThisMachineAlone()
{
    const auto config = readConfig("# ours\ndata = \"/srv/akwaba\" # here\n");
    QVERIFY(config);
    QCOMPARE(config->dataDirectory, u"/srv/akwaba"_s);
    QCOMPARE(config->listenAddress, u"127.0.0.1"_s);
    QVERIFY(!config->plainHttp);
    QVERIFY(!config->lmtpPort);
    QVERIFY(!config->smtp);
    QCOMPARE(config->tenant, u"localhost"_s);
}

void TestConfig::everyKeyIsRead()
{
    QTemporaryFile secret;
    QVERIFY(secret.open());
    secret.write("s3cret\n");
    secret.flush();
    const QByteArray path = secret.fileName().toUtf8();
    const auto config =
        readConfig("data = \"/srv/akwaba\"\npublic_name = \"support.shop.ci\"\nlisten = \"0.0.0.0\"\n"
                   "port = 443\nplain_http = false\ncertificate = \"/etc/c.pem\"\n"
                   "certificate_key = \"/etc/k.pem\"\n[mail]\ntenant = \"shop.ci\"\n"
                   "from_name = \"Shop # 1\"\nfrom_address = \"sav@shop.ci\"\nlmtp_port = 2424\n"
                   "smtp_host = \"smtp.shop.ci\"\nsmtp_port = 465\nsmtp_tls = \"tls\"\n"
                   "smtp_user = \"sav\"\nsmtp_password_file = \""
                   + path + "\"\n[imap.sav]\nhost = \"imap.shop.ci\"\nuser = \"sav\"\npassword_file = \"" + path
                   + "\"\nfrom_date = \"2026-11-01\"\nevery_seconds = 30\n[imap.rh]\n"
                     "host = \"imap.shop.ci\"\nmailbox = \"RH\"\n");
    QVERIFY2(config, qPrintable(config ? QString() : config.error().detail));
    QCOMPARE(config->port, 443);
    QCOMPARE(config->tenant, u"shop.ci"_s);
    QCOMPARE(config->fallbackFrom, (EmailAddress{u"Shop # 1"_s, u"sav@shop.ci"_s}));
    QCOMPARE(config->lmtpPort, std::optional<quint16>(2424));
    QCOMPARE(config->smtp->password, u"s3cret"_s);
    QCOMPARE(config->smtp->tls, mail::TlsMode::Tls);
    QCOMPARE(config->smtp->ownName, u"support.shop.ci"_s);
    QCOMPARE(config->imap.size(), 2);
    QCOMPARE(config->imap.at(0).server.password, u"s3cret"_s);
    QCOMPARE(config->imap.at(0).everySeconds, 30);
    QCOMPARE(config->imap.at(0).mailbox.from, QDate(2026, 11, 1));
    QCOMPARE(config->imap.at(1).mailbox.name, u"RH"_s);
    QCOMPARE(config->imap.at(1).server.port, 993);
}

void TestConfig::mistakesNameTheirLine_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("why");
    QTest::newRow("no data") << QByteArray("port = 1\n") << u"data is missing"_s;
    QTest::newRow("unknown key") << QByteArray("data = \"x\"\ncolour = 1\n") << u"line 2: unknown key colour"_s;
    QTest::newRow("unknown heading") << QByteArray("\n[pop]\n") << u"line 2: unknown heading"_s;
    QTest::newRow("no pair") << QByteArray("data\n") << u"line 1: not of the form"_s;
    QTest::newRow("port") << QByteArray("port = 70000\n")
                          << u"line 1: the value of port must be a number from 1 to 65535"_s;
    QTest::newRow("port in quotes") << QByteArray("port = \"80\"\n") << u"line 1: the value of port"_s;
    QTest::newRow("truth") << QByteArray("plain_http = yes\n") << u"line 1: the value of plain_http"_s;
    QTest::newRow("tls") << QByteArray("[mail]\nsmtp_tls = \"ssl\"\n") << u"line 2: the value of smtp_tls"_s;
    QTest::newRow("password") << QByteArray("[mail]\nsmtp_password_file = \"/nowhere\"\n")
                              << u"line 2: the value of smtp_password_file"_s;
    QTest::newRow("key of another part") << QByteArray("lmtp_port = 24\n") << u"line 1: unknown key lmtp_port"_s;
    QTest::newRow("no quotes") << QByteArray("data = /srv\n") << u"line 1: the value of data must be a text in dou"_s;
    QTest::newRow("no address") << QByteArray("listen = \"everywhere\"\n") << u"line 1: the value of listen"_s;
    QTest::newRow("key twice") << QByteArray("port = 1\nport = 2\n") << u"line 2: port stands twice"_s;
    QTest::newRow("mailbox twice") << QByteArray("[imap.a]\nhost = \"h\"\n[imap.a]\n") << u"line 3: [imap.a] stands"_s;
    QTest::newRow("Latin-1") << QByteArray("data = \"/srv/\xe9\"\n") << u"not UTF-8"_s;
    QTest::newRow("mailbox without host") << QByteArray("data = \"x\"\n[imap.a]\n") << u"[imap.a] lacks host"_s;
}

void TestConfig::mistakesNameTheirLine()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, why);
    const auto config = readConfig(content);
    QVERIFY(!config);
    QCOMPARE(config.error().code, Code::BadInput);
    QVERIFY2(config.error().detail.contains(why), qPrintable(config.error().detail));
}

QTEST_GUILESS_MAIN(TestConfig)
#include "tst_config.moc"
