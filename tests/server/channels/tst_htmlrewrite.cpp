// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/channels/email/htmlrewrite.h"

#include "core/text/html.h"
#include "core/text/quote.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace akwaba;
using namespace akwaba::mail;

class TestHtmlRewrite : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void ordinaryMarkup_staysAsItIs_data()
    {
        QTest::addColumn<QString>("html");
        QTest::addColumn<QString>("rewritten");
        QTest::newRow("paragraphs") << u"<p>Bonjour <b>Aya</b>,</p>"_s << u"<p>Bonjour <b>Aya</b>,</p>"_s;
        QTest::newRow("whole page") << u"<html><head><title>x</title></head><body><p>ok</p></body></html>"_s
                                    << u"<p>ok</p>"_s;
        QTest::newRow("link") << u"<a href='https://toner.ci/?a=1&amp;b=2' onclick='x()'>ici</a>"_s
                              << u"<a href=\"https://toner.ci/?a=1&amp;b=2\">ici</a>"_s;
        QTest::newRow("inline picture") << u"<img src='cid:logo@x' width='40px' style='x'>"_s
                                        << u"<img src=\"cid:logo@x\" width=\"40\">"_s;
        QTest::newRow("table") << u"<table><tr><td colspan=2>a</td></tr></table>"_s
                               << u"<table><tr><td colspan=\"2\">a</td></tr></table>"_s;
        QTest::newRow("unknown element") << u"<p><o:p>texte</o:p></p>"_s << u"<p>texte</p>"_s;
        QTest::newRow("accents") << u"<i>&eacute;t&#233; é</i>"_s << u"<i>été é</i>"_s;
        QTest::newRow("behind the end") << u"<html><body><p>a</p></body></html><p>b</p>"_s << u"<p>a</p><p>b</p>"_s;
        QTest::newRow("ends first") << u"</div></body></html><p>a</p>"_s << u"<p>a</p>"_s;
        QTest::newRow("no reference") << u"<b>a&#b &#x &#</b>"_s << u"<b>a&amp;#b &amp;#x &amp;#</b>"_s;
        QTest::newRow("unclosed") << u"<div><b>gras"_s << u"<div><b>gras</b></div>"_s;
        QTest::newRow("encoding in meta is ignored")
            << u"<meta http-equiv=Content-Type content='text/html; charset=iso-8859-1'><b>é</b>"_s << u"<b>é</b>"_s;
    }
    void ordinaryMarkup_staysAsItIs()
    {
        QFETCH(QString, html);
        QFETCH(QString, rewritten);
        const RewrittenHtml result = rewriteHtml(html);
        QCOMPARE(result.html, rewritten);
        QVERIFY(!result.wasCut);
        QVERIFY(!result.wasFlattened);
        QCOMPARE(rewriteHtml(result.html).html, rewritten);
    }

    void whatCouldAct_neverComesThrough_data()
    {
        QTest::addColumn<QString>("html");
        const auto row = [](const QString &html) { QTest::newRow(qPrintable(html.left(60))) << html; };
        row(u"<script>alert(1)</script>"_s);
        row(u"<SCRIPT SRC=//x.ci/a.js></SCRIPT>"_s);
        row(u"<style>body{background:url(http://x.ci/p)}</style>"_s);
        row(u"<p style='background:url(http://x.ci/p)'>a</p>"_s);
        row(u"<a href='javascript:alert(1)'>a</a>"_s);
        row(u"<a href=' java\tscript:alert(1)'>a</a>"_s);
        row(u"<a href='&#106;avascript:alert(1)'>a</a>"_s);
        row(u"<a href='data:text/html,<script>alert(1)</script>'>a</a>"_s);
        row(u"<img src=x onerror=alert(1)>"_s);
        row(u"<img src='http://x.ci/pixel.gif' width=1 height=1>"_s);
        row(u"<img src='data:image/svg+xml,<svg onload=alert(1)>'>"_s);
        row(u"<svg><script>alert(1)</script></svg>"_s);
        row(u"<iframe src='http://x.ci/p'></iframe>"_s);
        row(u"<form action='http://x.ci/p'><input name=a></form>"_s);
        row(u"<object data='http://x.ci/p'></object>"_s);
        row(u"<link rel=stylesheet href='http://x.ci/p'>"_s);
        row(u"<base href='http://x.ci/p'>"_s);
        row(u"<body background='http://x.ci/p' onload=alert(1)>a</body>"_s);
        row(u"<table background='http://x.ci/p'><tr><td background='http://x.ci/p'>a</td></tr></table>"_s);
        row(u"<!--[if mso]><script>alert(1)</script><![endif]-->"_s);
        row(u"<math><mtext><style><img src=x onerror=alert(1)></style></mtext></math>"_s);
        row(u"<meta http-equiv=refresh content='0;url=http://x.ci/p'>"_s);
    }
    void whatCouldAct_neverComesThrough()
    {
        QFETCH(QString, html);
        const QString rewritten = rewriteHtml(html).html;
        QVERIFY2(!rewritten.contains(u"alert"), qPrintable(rewritten));
        QVERIFY2(!rewritten.contains(u"x.ci"), qPrintable(rewritten));
        for (const QStringView tag : {u"<script", u"<style", u"<iframe", u"<form", u"<input", u"<svg", u"<object",
                                      u"<link", u"<meta", u"<base", u"<body"})
            QVERIFY2(!rewritten.contains(tag, Qt::CaseInsensitive), qPrintable(rewritten));
    }

    void attributeValues_stayInTheirQuotes()
    {
        const QString rewritten = rewriteHtml(u"<img src='cid:a\"onerror=\"x' alt='\"><b>'>"_s).html;
        QCOMPARE(rewritten, u"<img src=\"cid:a&quot;onerror=&quot;x\" alt=\"&quot;&gt;&lt;b&gt;\">"_s);
    }

    void remotePictures_areCountedAndNamed()
    {
        const RewrittenHtml result = rewriteHtml(u"<img src='https://x.ci/a.png' alt='Facture' width=600>"
                                                 "<img src='//x.ci/b.gif'><img src='https://x.ci/a.png'>"_s);
        const RemotePicture a = remotePictureAt(u"https://x.ci/a.png"_s);
        const RemotePicture b = remotePictureAt(u"https://x.ci/b.gif"_s);
        QCOMPARE(result.remotePictures, (QList<RemotePicture>{a, b}));
        QCOMPARE(
            result.html,
            u"<img src=\"remote:%1\" alt=\"Facture\" width=\"600\"><img src=\"remote:%2\"><img src=\"remote:%1\">"_s
                .arg(a.key, b.key));
        QCOMPARE(rewriteHtml(result.html).html, result.html);
    }

    void picturesThatNobodySees_areLeftOutAndCounted_data()
    {
        QTest::addColumn<QString>("attributes");
        for (const QString &attributes :
             {u"width=1 height=1"_s, u"height='0'"_s, u"width=1px"_s, u"hidden"_s, u"style='display:none'"_s,
              u"style='color:red; VISIBILITY : hidden !important'"_s, u"style='width:1px;height:20px'"_s,
              u"style='opacity:0'"_s})
            QTest::newRow(qPrintable(attributes)) << attributes;
    }
    void picturesThatNobodySees_areLeftOutAndCounted()
    {
        QFETCH(QString, attributes);
        const RewrittenHtml result = rewriteHtml(u"<p>a<img src='https://x.ci/o?qui=42' "_s + attributes + u">b"_s);
        QCOMPARE(result.html, u"<p>ab</p>"_s);
        QCOMPARE(result.trackingPixels, 1);
        QVERIFY(result.remotePictures.isEmpty());
        for (const QString &seen : {u"width=10 height=10"_s, u"style='width:100px;opacity:0.9;line-height:1'"_s})
            QCOMPARE(rewriteHtml(u"<img src='https://x.ci/a' "_s + seen + u">"_s).trackingPixels, 0);
    }

    void aTableTooLarge_endsWhereItIs()
    {
        HtmlLimits limits;
        limits.cells = 4;
        const RewrittenHtml result =
            rewriteHtml(u"<table><tr><td>a<td>b</tr><tr><td>c<td>d</tr><tr><td>e<td>f</tr></table>fin"_s, limits);
        QCOMPARE(result.html,
                 u"<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table><br> e ffin"_s);
        QVERIFY(result.wasFlattened);
        QCOMPARE(rewriteHtml(u"<table><tr><td>a<td>b<td>c</tr><tr><td>d</tr></table>"_s, limits).html,
                 u"<table><tr><td>a</td><td>b</td><td>c</td></tr></table><br> d"_s);
    }

    void text_isWhatAPersonReads_data()
    {
        QTest::addColumn<QString>("html");
        QTest::addColumn<QString>("text");
        QTest::newRow("paragraphs") << u"<p>Bonjour,</p><p>le  toner\nfuit.</p>"_s << u"Bonjour,\n\nle toner fuit."_s;
        QTest::newRow("breaks") << u"un<br>deux<br><br>trois"_s << u"un\ndeux\n\ntrois"_s;
        QTest::newRow("gmail divs") << u"<div>un</div><div><br></div><div>deux</div>"_s << u"un\n\ndeux"_s;
        QTest::newRow("list") << u"Il manque :<ul><li>un toner</li><li>un câble</li></ul>"_s
                              << u"Il manque :\n\n- un toner\n- un câble"_s;
        QTest::newRow("cells") << u"<table><tr><td>HL-2130</td><td>45 000</td></tr><tr><td>b</td></tr></table>"_s
                               << u"HL-2130 45 000\nb"_s;
        QTest::newRow("link shows its target")
            << u"<a href='https://toner.ci/x'>ici</a>"_s << u"ici <https://toner.ci/x>"_s;
        QTest::newRow("link that is its target") << u"<a href='https://www.toner.ci/'>toner.ci</a>"_s << u"toner.ci"_s;
        QTest::newRow("quote") << u"Oui.<blockquote>Reçu ?<br>Aya</blockquote>"_s << u"Oui.\n\n> Reçu ?\n> Aya"_s;
        QTest::newRow("preformatted") << u"<pre>a  b\n c</pre>"_s << u"a  b\n c"_s;
        QTest::newRow("controls are no text") << u"<b>\x7f\x7f</b>"_s << QString();
        QTest::newRow("controls within a word") << u"to\x7fner"_s << u"toner"_s;
        QTest::newRow("style is no text") << u"<style>p{}</style><script>x</script>a"_s << u"a"_s;
    }
    void text_isWhatAPersonReads()
    {
        QFETCH(QString, html);
        QFETCH(QString, text);
        QCOMPARE(rewriteHtml(html).text, text);
    }

    void quotedHtml_foldsLikeQuotedText()
    {
        const RewrittenHtml reply = rewriteHtml(u"<div dir='ltr'>Merci, c'est reçu.</div><br><div class='gmail_quote'>"
                                                "<div dir='ltr'>Le mar. 3 mars 2026 à 10:12, SAV &lt;<a "
                                                "href='mailto:s@t.ci'>s@t.ci</a>&gt; a écrit :<br></div>"
                                                "<blockquote>Bonjour<br>Aya</blockquote></div>"_s);
        QCOMPARE(replyParts(reply.text).visible, u"Merci, c'est reçu."_s);
    }

    void signaturesThatProgramsNameAsSuch_areMarked_data()
    {
        QTest::addColumn<QString>("html");
        QTest::newRow("Gmail") << u"<div>Oui.</div><span class='gmail_signature_prefix'>-- </span><br>"
                                  "<div dir='ltr' class='gmail_signature'>Awa<br>Achats</div>"_s;
        QTest::newRow("Outlook") << u"<div>Oui.</div><div id='Signature' class='elementToProof'>"
                                    "<p>Awa</p><p>Achats</p></div>"_s;
        QTest::newRow("Thunderbird") << u"<p>Oui.</p><pre class='moz-signature' cols='72'>-- \nAwa\nAchats</pre>"_s;
        QTest::newRow("Samsung") << u"<div>Oui.</div><div id='composer_signature'>Awa<br>Achats</div>"_s;
        QTest::newRow("Yahoo") << u"<div>Oui.</div><div class='ydp1a2b3csignature'>Awa<br>Achats</div>"_s;
    }
    void signaturesThatProgramsNameAsSuch_areMarked()
    {
        QFETCH(QString, html);
        const ReplyParts parts = replyParts(rewriteHtml(html).text);
        QCOMPARE(parts.visible, u"Oui."_s);
        QCOMPARE(parts.signature.count(u"--"_s), 1);
        QVERIFY(parts.signature.endsWith(u"Achats"));
    }

    void signaturesThatAreEmptyOrQuoted_areNotMarked()
    {
        QCOMPARE(rewriteHtml(u"<p>Oui.</p><div id='Signature'><br></div>"_s).text, u"Oui."_s);
        QCOMPARE(rewriteHtml(u"Oui.<blockquote>Non.<div class='gmail_signature'>Aya</div></blockquote>"_s).text,
                 u"Oui.\n\n> Non.\n> Aya"_s);
        QCOMPARE(rewriteHtml(u"<div id='Signature'>Awa</div>"_s).text, u"Awa"_s);
    }

    void hostileMarkup_endsSmallAndSoon_data()
    {
        QTest::addColumn<QString>("html");
        QTest::newRow("nested tables") << u"<table><tr><td>"_s.repeated(500) + u"fin"_s;
        QTest::newRow("nested divs") << u"<div>"_s.repeated(100'000) + u"fin"_s;
        QTest::newRow("nested, wrong ends") << u"<div>"_s.repeated(50'000) + u"</b>"_s.repeated(50'000) + u"fin"_s;
        QTest::newRow("spans") << u"<span>a</span>"_s.repeated(100'000) + u"fin"_s;
        QTest::newRow("empty elements") << u"<b></b>"_s.repeated(200'000) + u"fin"_s;
        QTest::newRow("cells") << u"<table>"_s + u"<tr><td>a</td></tr>"_s.repeated(20'000) + u"</table>fin"_s;
        QTest::newRow("long word") << QString(1'000'000, u'a') + u" fin"_s;
        QTest::newRow("long word in pieces") << u"aaaaaaaaaa<b></b>"_s.repeated(20'000) + u" fin"_s;
        QTest::newRow("rules") << u"<style>"_s + u"p{color:red}"_s.repeated(20'000) + u"</style>fin"_s;
        QTest::newRow("ampersands") << u"&"_s.repeated(300'000) + u" fin"_s;
        QTest::newRow("open tags") << u"<"_s.repeated(300'000) + u" fin"_s;
        QTest::newRow("open comments") << u"<!--"_s.repeated(100'000) + u"--> fin"_s;
        QTest::newRow("attributes") << u"<p "_s + u"a=1 "_s.repeated(20'000) + u">fin</p>"_s;
        QTest::newRow("five megabytes") << u"<p>abcdefg</p>"_s.repeated(400'000) + u"fin"_s;
    }
    void hostileMarkup_endsSmallAndSoon()
    {
        QFETCH(QString, html);
        QElapsedTimer timer;
        timer.start();
        const RewrittenHtml result = rewriteHtml(html);
        QVERIFY2(timer.elapsed() < 5'000, qPrintable(QString::number(timer.elapsed())));
        QVERIFY2(result.html.size() <= HtmlLimits().length + 1024, qPrintable(QString::number(result.html.size())));
        QVERIFY2(result.text.endsWith(u"fin"), qPrintable(result.text.right(20)));
        QVERIFY(result.html.count(u"<table>") <= 6 * 2000);
        QVERIFY(deepestNesting(result.html) <= HtmlLimits().depth);
        for (const QString &word :
             QString(result.html).replace(u'<', u' ').split(QRegularExpression(u"[\\s\\x{200B}]"_s)))
            QVERIFY(word.size() <= longestWord * 6);
    }

    void tables_areFlattenedBelowTheSixth()
    {
        const RewrittenHtml result = rewriteHtml(u"<table><tr><td>"_s.repeated(9) + u"fond"_s);
        QCOMPARE(result.html.count(u"<table>"), 6);
        QVERIFY(result.wasFlattened);
        QVERIFY(result.html.contains(u"fond"));
    }

    void longMail_isCutAndSaysSo()
    {
        const RewrittenHtml result = rewriteHtml(u"<p>une ligne assez longue</p>"_s.repeated(50'000));
        QVERIFY(result.wasCut);
        QVERIFY(result.html.endsWith(u"</p>"));
        QCOMPARE(result.text.count(u"une ligne"), 50'000);
    }

private:
    static int deepestNesting(const QString &html)
    {
        int depth = 0;
        int deepest = 0;
        for (qsizetype at = html.indexOf(u'<'); at >= 0; at = html.indexOf(u'<', at + 1)) {
            const QStringView tag = QStringView(html).sliced(at);
            if (tag.startsWith(u"<br>") || tag.startsWith(u"<hr>") || tag.startsWith(u"<img")) continue;
            depth += tag.startsWith(u"</") ? -1 : 1;
            deepest = std::max(deepest, depth);
        }
        return depth == 0 ? deepest : std::numeric_limits<int>::max();
    }
};

QTEST_GUILESS_MAIN(TestHtmlRewrite)
#include "tst_htmlrewrite.moc"
