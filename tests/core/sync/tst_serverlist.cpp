// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/serverlist.h"

#include <QTest>

using namespace akwaba;
using namespace Qt::StringLiterals;

class TestServerList : public QObject {
    Q_OBJECT

    static QString next(ServerList &servers)
    {
        (void)servers.moveOn();
        return servers.current().url.toString();
    }

private Q_SLOTS:
    void oneAlone_staysTheOne()
    {
        ServerList servers({QUrl(u"https://one.shop.ci"_s), {}});
        QVERIFY(!servers.moveOn());
        QCOMPARE(servers.current().url, QUrl(u"https://one.shop.ci"_s));
    }

    void severalAreAskedInTurn_theTypedOneFirst()
    {
        ServerList servers({QUrl(u"https://desk.shop.ci"_s), {}});
        servers.learn({u"https://one.shop.ci"_s, u"https://two.shop.ci"_s});
        QCOMPARE(servers.current().url, QUrl(u"https://desk.shop.ci"_s));
        QCOMPARE(next(servers), u"https://one.shop.ci"_s);
        QCOMPARE(next(servers), u"https://two.shop.ci"_s);
        QCOMPARE(next(servers), u"https://desk.shop.ci"_s);
    }

    void whatIsToldAgain_changesNothing_andTheOneInUseStays()
    {
        ServerList servers({QUrl(u"https://one.shop.ci"_s), {}});
        servers.learn({u"https://one.shop.ci"_s, u"https://two.shop.ci"_s});
        QCOMPARE(next(servers), u"https://two.shop.ci"_s);
        servers.learn({u"https://one.shop.ci"_s, u"https://two.shop.ci"_s});
        QCOMPARE(servers.current().url, QUrl(u"https://two.shop.ci"_s));
        servers.learn({u"https://one.shop.ci"_s});
        QCOMPARE(servers.current().url, QUrl(u"https://one.shop.ci"_s));
    }

    void whatMayNotBeUsed_isLeftOut()
    {
        ServerList servers({QUrl(u"https://one.shop.ci"_s), {}});
        servers.learn({u"http://two.shop.ci"_s, u"two"_s, u"file:///etc/passwd"_s, QString()});
        QVERIFY(!servers.moveOn());
    }

    void aConfirmedCertificate_countsForAll()
    {
        ServerList servers({QUrl(u"https://one.shop.ci"_s), u"ab12"_s});
        servers.learn({u"https://two.shop.ci"_s});
        QVERIFY(servers.moveOn());
        QCOMPARE(servers.current().pinnedCertificate, u"ab12"_s);
    }
};

QTEST_GUILESS_MAIN(TestServerList)
#include "tst_serverlist.moc"
