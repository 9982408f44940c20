// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/linktarget.h"

#include <QTest>

using namespace akwaba;
using namespace Qt::StringLiterals;

class TestLinkTarget : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aTextThatNamesAnotherPlace_isADisguise_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("target");
        QTest::addColumn<bool>("disguised");
        const auto honest = [](const QString &text, const QString &target) {
            QTest::newRow(qPrintable(text + u" -> "_s + target)) << text << target << false;
        };
        const auto lying = [](const QString &text, const QString &target) {
            QTest::newRow(qPrintable(text + u" => "_s + target)) << text << target << true;
        };
        honest(u"ici"_s, u"https://toner.example/a"_s);
        honest(u"https://toner.example/a"_s, u"https://toner.example/a?b=1"_s);
        honest(u"www.toner.example"_s, u"https://toner.example"_s);
        honest(u"toner.example"_s, u"https://aide.toner.example"_s);
        honest(u"TONER.example"_s, u"https://toner.example"_s);
        honest(u"Facture.pdf"_s, u"https://toner.example/f"_s);
        honest(u"bücher.example"_s, u"https://xn--bcher-kva.example/"_s);
        honest(u"sav@toner.example"_s, u"mailto:sav@toner.example"_s);
        honest(u"n° 12.500, le 3.11.2026"_s, u"https://toner.example/"_s);
        honest(u"+225 07 00 00 48 12"_s, u"tel:+22507000048"_s);
        lying(u"https://www.banque.example/"_s, u"https://evil.example/login"_s);
        lying(u"banque.example"_s, u"https://banque.example.evil.example/"_s);
        lying(u"www.facture.html"_s, u"https://evil.example/"_s);
        lying(u"Connexion : banque.example"_s, u"https://evil.example"_s);
        lying(u"apple.example"_s, u"https://аррӏе.example/"_s);
        lying(u"ba\u200Bnque.example"_s, u"https://evil.example/"_s);
        lying(u"Ma banque"_s, u"https://www.banque.example@evil.example/"_s);
        lying(u"sav@toner.example"_s, u"mailto:sav@evil.example"_s);
    }
    void aTextThatNamesAnotherPlace_isADisguise()
    {
        QFETCH(QString, text);
        QFETCH(QString, target);
        QFETCH(bool, disguised);
        QCOMPARE(linkTarget(text, target).isDisguised, disguised);
    }

    void foreignLetters_areShownAndTold()
    {
        const LinkTarget apple = linkTarget(u"ici"_s, u"https://xn--80ak6aa92e.example/a%20b"_s);
        QCOMPARE(apple.host, u"аррӏе.example"_s);
        QCOMPARE(apple.ascii, u"xn--80ak6aa92e.example"_s);
        QVERIFY2(apple.shown.startsWith(u"https://аррӏе.example/a"), qPrintable(apple.shown));
        QCOMPARE(linkTarget(u"ici"_s, u"https://toner.example/"_s).ascii, QString());
    }

    void whatIsShown_isShort_andHidesNothing()
    {
        QCOMPARE(linkTarget(u"ici"_s, u"https://toner.example/"_s + QString(5000, u'a')).shown.size(), 301);
        QVERIFY(!linkTarget(u"ici"_s, u"https://toner.example/\u202Efdp.exe"_s).shown.contains(QChar(0x202E)));
        QVERIFY(!linkTarget(u"ici"_s, u"https://banque.example@evil.example/"_s).shown.contains(u"banque"));
    }
};

QTEST_GUILESS_MAIN(TestLinkTarget)
#include "tst_linktarget.moc"
