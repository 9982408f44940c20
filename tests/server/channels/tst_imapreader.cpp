// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/channels/email/imapreader.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace akwaba::mail;

class TestImapReader : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void responses_areCutWhereverTheBytesBreak()
    {
        const QByteArray bytes =
            "* OK salut\r\n* 1 FETCH (UID 7 BODY[] {10}\r\na\r\nb)\r\n* c FLAGS (\\Seen))\r\na1 OK\r\n";
        for (qsizetype step = 1; step <= bytes.size(); ++step) {
            ImapReader reader(1000);
            QList<ImapResponse> responses;
            for (qsizetype at = 0; at < bytes.size(); at += step) {
                reader.feed(bytes.mid(at, step));
                while (const auto response = reader.next())
                    responses.append(*response);
            }
            QCOMPARE(responses.size(), 3);
            QCOMPARE(responses[0].line, QByteArray("* OK salut"));
            QCOMPARE(responses[1].line, QByteArray("* 1 FETCH (UID 7 BODY[] {10} FLAGS (\\Seen))"));
            QCOMPARE(responses[1].literals, QList<QByteArray>{"a\r\nb)\r\n* c"});
            QCOMPARE(responses[2].line, QByteArray("a1 OK"));
            QVERIFY(!reader.isBroken());
        }
    }

    void quotas_areRead_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<bool>("isReached");
        QTest::newRow("full") << QByteArray("* QUOTA \"\" (STORAGE 1000 1000)") << true;
        QTest::newRow("nearly") << QByteArray("* QUOTA \"User quota\" (MESSAGE 1 5 STORAGE 98 100)") << true;
        QTest::newRow("roomy") << QByteArray("* QUOTA \"\" (STORAGE 97 100)") << false;
        QTest::newRow("boundless") << QByteArray("* QUOTA \"\" ()") << false;
        QTest::newRow("no number") << QByteArray("* QUOTA \"\" (STORAGE )") << false;
        QTest::newRow("another answer") << QByteArray("* LIST () \".\" \"STORAGE 9 9\"") << false;
    }
    void quotas_areRead()
    {
        QFETCH(QByteArray, line);
        QTEST(isQuotaReached({line, {}}), "isReached");
    }

    void severalLiterals_belongToOneResponse()
    {
        ImapReader reader(1000);
        reader.feed("* 1 FETCH (A {1}\r\nx B {0}\r\n C {2}\r\nyz)\r\n");
        const auto response = reader.next();
        QVERIFY(response);
        QCOMPARE(response->literals, (QList<QByteArray>{"x", "", "yz"}));
        QVERIFY(!reader.next());
    }

    void literalLargerThanAccepted_breaksTheReader()
    {
        ImapReader reader(100);
        reader.feed("* 1 FETCH (BODY[] {101}\r\n");
        QVERIFY(!reader.next());
        QVERIFY(reader.isBroken());
        reader.feed("a1 OK\r\n");
        QVERIFY(!reader.next());
    }

    void endlessLine_breaksTheReader()
    {
        ImapReader reader(100);
        for (int i = 0; i < 100 && !reader.isBroken(); ++i) {
            reader.feed(QByteArray(100'000, 'a'));
            QVERIFY(!reader.next());
        }
        QVERIFY(reader.isBroken());
    }

    void numbers_areFound()
    {
        QCOMPARE(searchResult({"* SEARCH 4 7 9", {}}), (QList<quint32>{4, 7, 9}));
        QCOMPARE(searchResult({"* SEARCH", {}}), QList<quint32>());
        QCOMPARE(searchResult({"* 3 EXISTS", {}}), QList<quint32>());
        QCOMPARE(numberAfter("* OK [UIDVALIDITY 3857529045] ok", "[UIDVALIDITY"), 3857529045U);
        QCOMPARE(numberAfter("* OK [UIDNEXT] ok", "[UIDNEXT"), 0U);
        QCOMPARE(numberAfter("x", "UID"), 0U);
    }

    void strings_areQuotedOrRefused()
    {
        QCOMPARE(imapQuoted(u"a\"b\\c"_s), QByteArray("\"a\\\"b\\\\c\""));
        QVERIFY(!imapQuoted(u"a\r\nb"_s));
        QVERIFY(!imapQuoted(u"é"_s));
    }
};

QTEST_GUILESS_MAIN(TestImapReader)
#include "tst_imapreader.moc"
