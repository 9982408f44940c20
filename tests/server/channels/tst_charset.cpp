// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/channels/email/charset.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace akwaba::mail;

class TestCharset : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void bytes_becomeTheLettersThatWereMeant_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("label");
        QTest::addColumn<QString>("text");
        QTest::newRow("utf-8") << QByteArray("\xC3\xA9t\xC3\xA9") << QByteArray("utf-8") << u"été"_s;
        QTest::newRow("utf-8 with mark") << QByteArray("\xEF\xBB\xBFok") << QByteArray("UTF-8") << u"ok"_s;
        QTest::newRow("latin1") << QByteArray("\xE9t\xE9") << QByteArray("iso-8859-1") << u"été"_s;
        QTest::newRow("euro in latin1") << QByteArray("12 \x80") << QByteArray("ISO-8859-1") << u"12 €"_s;
        QTest::newRow("oe in windows-1252") << QByteArray("c\x9Cur") << QByteArray("windows-1252") << u"cœur"_s;
        QTest::newRow("latin9") << QByteArray("c\xBDur \xA4") << QByteArray("iso-8859-15") << u"cœur €"_s;
        QTest::newRow("utf-8 said to be ascii") << QByteArray("\xC3\xA9") << QByteArray("us-ascii") << u"é"_s;
        QTest::newRow("latin1 said to be utf-8") << QByteArray("d\xE9j\xE0") << QByteArray("utf-8") << u"déjà"_s;
        QTest::newRow("no label") << QByteArray("d\xE9j\xE0") << QByteArray() << u"déjà"_s;
        QTest::newRow("cyrillic") << QByteArray("\xCF\xF0\xE8\xE2\xE5\xF2") << QByteArray("windows-1251")
                                  << u"Привет"_s;
        QTest::newRow("japanese") << QByteArray("\x1B$B%H%J!<\x1B(B") << QByteArray("iso-2022-jp") << u"トナー"_s;
        QTest::newRow("chinese") << QByteArray("\xC4\xE3\xBA\xC3") << QByteArray("gb2312") << u"你好"_s;
    }
    void bytes_becomeTheLettersThatWereMeant()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, label);
        QFETCH(QString, text);
        const DecodedText decoded = decodedText(bytes, label);
        QCOMPARE(decoded.text, text);
        QVERIFY(!decoded.unknownCharset);
        QVERIFY(!decoded.damaged);
    }

    void unknownLabel_isAWarningAndTheTextIsShown()
    {
        const DecodedText decoded = decodedText("d\xE9j\xE0", "x-klingon");
        QVERIFY(decoded.unknownCharset);
        QCOMPARE(decoded.text, u"déjà"_s);
    }

    void damagedBytes_areMarkedAndTheRestIsKept()
    {
        const DecodedText decoded = decodedText("ab\xFF\xFF"
                                                "cd",
                                                "gb18030");
        QVERIFY(decoded.damaged);
        QVERIFY(decoded.text.startsWith(u"ab"));
        QVERIFY(decoded.text.endsWith(u"cd"));
        QVERIFY(decoded.text.contains(QChar(QChar::ReplacementCharacter)));
    }

    void everyByte_hasALetter()
    {
        QByteArray all;
        for (int byte = 1; byte < 256; ++byte)
            all.append(char(byte));
        QCOMPARE(decodedText(all, "iso-8859-1").text.size(), 255);
    }
};

QTEST_GUILESS_MAIN(TestCharset)
#include "tst_charset.moc"
