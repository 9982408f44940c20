// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/html.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace akwaba;

class TestHtml : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsDisplayedAtOnce_isBoundedByItsCost()
    {
        const QString brief = u"Bonjour, l'été à Abidjan.\n"_s;
        QCOMPARE(displayedBeginning(brief), QStringView(brief));
        QCOMPARE(displayedBeginning(QString(200'000, u'a')).size(), mostLayoutCost);
        QCOMPARE(displayedBeginning(QString(200'000, u'\n')).size(), mostLayoutCost / 40);
        const QString emoji = u"a😀"_s + u"😀"_s.repeated(100'000);
        QVERIFY(displayedBeginning(emoji).back().isLowSurrogate());
        QVERIFY(displayedBeginning(emoji).size() < mostLayoutCost / 4);
    }

    void plainText_cannotBecomeMarkup()
    {
        QCOMPARE(htmlOfPlainText(u"<script>\"&amp;</script>"), u"&lt;script&gt;&quot;&amp;amp;&lt;/script&gt;"_s);
    }
    void lines_areKept() { QCOMPARE(htmlOfPlainText(u"un\r\ndeux\n\ntrois"), u"un<br>\ndeux<br>\n<br>\ntrois"_s); }
    void links_stopBeforeTheSentenceDoes()
    {
        QCOMPARE(htmlOfPlainText(u"Voir https://toner.ci/a?b=1&c=2."),
                 u"Voir <a href=\"https://toner.ci/a?b=1&amp;c=2\">https://toner.ci/a?b=1&amp;c=2</a>."_s);
        QCOMPARE(
            htmlOfPlainText(u"(https://fr.wikipedia.org/wiki/Toner_(encre))"),
            u"(<a href=\"https://fr.wikipedia.org/wiki/Toner_(encre))\">https://fr.wikipedia.org/wiki/Toner_(encre))</a>"_s);
        QCOMPARE(htmlOfPlainText(u"awa@toner.ci,"), u"<a href=\"mailto:awa@toner.ci\">awa@toner.ci</a>,"_s);
    }
    void otherSchemes_areNoLinks()
    {
        QVERIFY(!htmlOfPlainText(u"javascript:alert(1) file:///etc/passwd").contains(u"<a"));
    }
    void quotesInAnAddress_doNotLeaveTheAttribute()
    {
        QVERIFY(!htmlOfPlainText(u"https://x.ci/\"onclick=alert(1)").contains(u"onclick=alert(1)\">"));
    }
    void longWords_becomeBreakable()
    {
        const QString word(2500, u'a');
        const QString broken = withBreakableWords(QString(word + u" court"_s));
        QCOMPARE(broken.count(QChar(0x200B)), 2);
        QCOMPARE(QString(broken).remove(QChar(0x200B)), QString(word + u" court"_s));
        QCOMPARE(withBreakableWords(broken), broken);
    }
    void longWords_areNotBrokenInsideACharacter()
    {
        const QString broken = withBreakableWords(u"😀"_s.repeated(2000));
        QVERIFY(broken.isValidUtf16());
        QVERIFY(broken.contains(QChar(0x200B)));
    }
};

QTEST_GUILESS_MAIN(TestHtml)
#include "tst_html.moc"
