// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/channels/email/charset.h"
#include "app/server/channels/email/htmlrewrite.h"
#include "app/server/channels/email/parsemail.h"
#include "tests/server/channels/hostile/hostilehtml.h"
#include "tests/server/channels/hostile/rewrittenrules.h"
#include "tests/server/channels/hostile/visibletext.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace akwaba;
using namespace akwaba::mail;

// Our own hostile set: everything that channels.md promises of untrusted HTML, for every part of it.
class TestHostileHtml : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyPart_isRewrittenWithinTheLimits_data() { parts(); }
    void everyPart_isRewrittenWithinTheLimits()
    {
        const RewrittenHtml result = rewritten();
        const QString fault = hostile::faultOf(result.html);
        QVERIFY2(fault.isEmpty(), qPrintable(fault.left(200)));
        const QString again = rewriteHtml(result.html).html;
        QCOMPARE(hostile::faultOf(again), QString());
    }

    void everyPart_namesNothingOutside_data() { parts(); }
    void everyPart_namesNothingOutside()
    {
        const QString html = rewritten().html;
        QVERIFY(!html.contains(u"onerror=\"", Qt::CaseInsensitive));
        QVERIFY(!html.contains(u"javascript:", Qt::CaseInsensitive));
        // The set names x.ci for whatever a reader must not fetch; links to it are never made of anything but <a>.
        for (qsizetype at = html.indexOf(u"x.ci"); at >= 0; at = html.indexOf(u"x.ci", at + 1)) {
            const qsizetype tag = html.lastIndexOf(u'<', at);
            const bool inTag = tag > html.lastIndexOf(u'>', at);
            QVERIFY2(!inTag || html.sliced(tag).startsWith(u"<a href"), qPrintable(html.mid(tag, 200)));
        }
    }

    void everyPart_keepsAllThatIsSeen_data() { parts(); }
    void everyPart_keepsAllThatIsSeen()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, charset);
        QFETCH(bool, disputed);
        const QString source = decodedText(bytes, charset).text;
        const RewrittenHtml result = rewriteHtml(source);
        QVERIFY2(hostile::lettersOf(result.text).contains(u"fin"), qPrintable(result.text.right(80)));
        if (disputed) return;
        const QString seen = hostile::visibleLetters(source);
        QVERIFY(seen.endsWith(u"fin"));
        QCOMPARE(lacking(seen, hostile::lettersOf(result.text)), QString());
        if (!result.wasCut) QCOMPARE(lacking(seen, hostile::visibleLetters(result.html)), QString());
    }

    void manyParts_keepTheLimitsTogether()
    {
        QByteArray mail = "From: a@x.ci\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n";
        const QByteArray part = "--b\nContent-Type: text/html; charset=utf-8\n\n<table>"
            + QByteArray("<tr><td>mot</td><td>mot</td></tr>\n").repeated(100) + "</table><p>"
            + QByteArray("mot ").repeated(2000) + "</p><img src=https://x.ci/a>\n";
        const Result<IncomingMail> read = parseMail(mail + part.repeated(60) + "--b--\n");
        QVERIFY(read);
        QCOMPARE(hostile::faultOf(read->html), QString());
        QVERIFY(read->warnings.contains(MailWarning::htmlCut.toString()));
        QCOMPARE(read->text.count(u"mot"), 60 * 2200);
        QCOMPARE(read->remotePictures.size(), 1);
    }

    void theSet_isLargeEnough() { QVERIFY(hostile::htmlParts().size() >= 100); }

private:
    static void parts()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("charset");
        QTest::addColumn<bool>("disputed");
        for (const hostile::Html &part : hostile::htmlParts())
            QTest::newRow(qPrintable(part.name)) << part.bytes << part.charset << part.isDisputed;
    }

    /// The beginning of what is not there.
    static QString lacking(const QString &seen, const QString &whole)
    {
        const qsizetype missing = hostile::firstMissing(seen, whole);
        return missing < 0 ? QString() : seen.mid(missing, 60);
    }

    static RewrittenHtml rewritten()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, charset);
        return rewriteHtml(decodedText(bytes, charset).text);
    }
};

QTEST_GUILESS_MAIN(TestHostileHtml)
#include "tst_hostilehtml.moc"
