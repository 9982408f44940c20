// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/filename.h"

#include <QTest>

using namespace akwaba;
using namespace Qt::StringLiterals;

class TestFileName : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aName_isOneThatEverySystemCanKeep_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("safe");
        QTest::newRow("plain") << u"Facture n° 12 (août).pdf"_s << u"Facture n° 12 (août).pdf"_s;
        QTest::newRow("way up") << u"../../etc/passwd"_s << u"_.._etc_passwd"_s;
        QTest::newRow("way of Windows") << u"C:\\Users\\awa\\x.txt"_s << u"C__Users_awa_x.txt"_s;
        QTest::newRow("hidden") << u"...bashrc"_s << u"bashrc"_s;
        QTest::newRow("hidden behind a space") << u" .profile "_s << u"profile"_s;
        QTest::newRow("control") << u"a\nb\tc\u0000d\u007f.txt"_s << u"abcd.txt"_s;
        QTest::newRow("read backwards") << u"facture\u202efdp.exe"_s << u"facturefdp.exe"_s;
        QTest::newRow("zero width") << u"a\u200bb.pdf"_s << u"ab.pdf"_s;
        QTest::newRow("half a letter") << QString(QChar(0xd83d)) + u"a\nb.pdf"_s << u"\ufffdab.pdf"_s;
        QTest::newRow("end of Windows") << u"x.pdf. . "_s << u"x.pdf"_s;
        QTest::newRow("device") << u"CON"_s << u"_CON"_s;
        QTest::newRow("device with extension") << u"nul.tar.gz"_s << u"_nul.tar.gz"_s;
        QTest::newRow("device with a space") << u"com1 .txt"_s << u"_com1 .txt"_s;
        QTest::newRow("superscript device") << u"LPT².doc"_s << u"_LPT².doc"_s;
        QTest::newRow("no device") << u"console.log"_s << u"console.log"_s;
        QTest::newRow("stream") << u"x.txt:y"_s << u"x.txt_y"_s;
        QTest::newRow("nothing") << QString() << u"file"_s;
        QTest::newRow("only dots") << u" .. "_s << u"file"_s;
        QTest::newRow("only what is unseen") << u"\u200f\r\n"_s << u"file"_s;
    }
    void aName_isOneThatEverySystemCanKeep()
    {
        QFETCH(QString, name);
        QTEST(safeFileName(name, u"file"_s), "safe");
    }

    void aLongName_isCut_betweenLetters_andKeepsItsExtension()
    {
        const QString accents = safeFileName(QString(300, u'é') + u".pdf"_s, u"file"_s);
        QCOMPARE(accents, QString(98, u'é') + u".pdf"_s);
        const QString faces = safeFileName(u"x"_s + u"🙂"_s.repeated(100) + u".jpeg"_s, u"file"_s);
        QVERIFY(faces.toUtf8().size() <= 200);
        QCOMPARE(faces, u"x"_s + u"🙂"_s.repeated(48) + u".jpeg"_s);
        QCOMPARE(safeFileName(QString(1000, u'a'), u"file"_s).size(), 200);
        QCOMPARE(safeFileName(u"a."_s + QString(1000, u'b'), u"file"_s).size(), 200);
        QVERIFY(safeFileName(QString(100'000'000, u'a'), u"file"_s).size() == 200);
    }
};

QTEST_GUILESS_MAIN(TestFileName)
#include "tst_filename.moc"
