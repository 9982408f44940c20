// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/address.h"

#include <QTest>

using namespace akwaba;
using namespace Qt::StringLiterals;

class TestAddress : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatAnAgentTypes_becomesTheServersRoot_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("root");
        QTest::newRow("name") << u"support.example.ci"_s << u"https://support.example.ci"_s;
        QTest::newRow("port") << u"support.example.ci:8443"_s << u"https://support.example.ci:8443"_s;
        QTest::newRow("path") << u" https://support.example.ci/jmap/session "_s << u"https://support.example.ci"_s;
        QTest::newRow("localhost") << u"http://localhost:8080"_s << u"http://localhost:8080"_s;
        QTest::newRow("loopback") << u"http://127.0.0.1:8080/"_s << u"http://127.0.0.1:8080"_s;
        QTest::newRow("loopback 6") << u"http://[::1]:8080"_s << u"http://[::1]:8080"_s;
    }
    void whatAnAgentTypes_becomesTheServersRoot()
    {
        QFETCH(QString, typed);
        QFETCH(QString, root);
        const Result<QUrl> url = serverAddress(typed);
        QVERIFY(url);
        QCOMPARE(url->toString(), root);
    }

    void plainHttpAndNonsense_areRefused_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("code");
        QTest::newRow("plain") << u"http://support.example.ci"_s << int(Code::InsecureAddress);
        QTest::newRow("plain, private network") << u"http://192.168.1.10"_s << int(Code::InsecureAddress);
        QTest::newRow("a name that begins like loopback")
            << u"http://127.0.0.1.example.ci"_s << int(Code::InsecureAddress);
        QTest::newRow("a name that begins like localhost")
            << u"http://localhost.example.ci"_s << int(Code::InsecureAddress);
        QTest::newRow("hidden host") << u"http://localhost@example.ci"_s << int(Code::BadInput);
        QTest::newRow("empty") << u""_s << int(Code::BadInput);
        QTest::newRow("file") << u"file:///etc/passwd"_s << int(Code::BadInput);
        QTest::newRow("scheme") << u"ftp://example.ci"_s << int(Code::BadInput);
    }
    void plainHttpAndNonsense_areRefused()
    {
        QFETCH(QString, typed);
        QFETCH(int, code);
        const Result<QUrl> url = serverAddress(typed);
        QVERIFY(!url);
        QCOMPARE(int(url.error().code), code);
    }
};

QTEST_GUILESS_MAIN(TestAddress)
#include "tst_address.moc"
