// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/mailview/publicaddress.h"

#include <QTest>

using namespace akwaba::mailview;
using namespace Qt::StringLiterals;

class TestPublicAddress : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void onlyTheInternetIsPublic_data()
    {
        QTest::addColumn<bool>("isPublic");
        for (const char *address :
             {"8.8.8.8", "1.1.1.1", "172.15.255.255", "172.32.0.1", "100.63.255.255", "100.128.0.1", "192.167.255.255",
              "223.255.255.255", "2606:4700::1111", "2a00:1450::1"})
            QTest::newRow(address) << true;
        for (const char *address :
             {"0.0.0.0",       "10.0.0.1",         "100.64.0.1",     "100.127.255.255", "127.0.0.1",
              "127.9.9.9",     "169.254.169.254",  "172.16.0.1",     "172.31.255.255",  "192.0.0.8",
              "192.0.2.1",     "192.168.1.1",      "198.18.0.1",     "198.51.100.1",    "203.0.113.1",
              "224.0.0.1",     "239.255.255.255",  "240.0.0.1",      "255.255.255.255", "::",
              "::1",           "::ffff:127.0.0.1", "::ffff:8.8.8.8", "::8.8.8.8",       "64:ff9b::7f00:1",
              "64:ff9b:1::1",  "100::1",           "fc00::1",        "fd12:3456::1",    "fe80::1",
              "fe80::1%lo",    "fec0::1",          "ff02::1",        "2001:db8::1",     "2001::1",
              "2002:7f00:1::", "3fff::1"})
            QTest::newRow(address) << false;
    }
    void onlyTheInternetIsPublic()
    {
        QFETCH(bool, isPublic);
        const QHostAddress address(QString::fromLatin1(QTest::currentDataTag()));
        QVERIFY(!address.isNull());
        QCOMPARE(isPublicAddress(address), isPublic);
    }

    void nothing_isNotPublic() { QVERIFY(!isPublicAddress(QHostAddress())); }
};

QTEST_GUILESS_MAIN(TestPublicAddress)
#include "tst_publicaddress.moc"
