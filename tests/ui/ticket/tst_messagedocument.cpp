// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/message.h"
#include "tests/ui/pictures.h"
#include "ui/ticket/messagedocument.h"
#include "ui/ticket/textdialog.h"

#include <QPlainTextEdit>
#include <QTest>
#include <QTextBlock>
#include <QTextTable>

using namespace akwaba;
using namespace Qt::StringLiterals;

namespace {

Message marked(const QString &html, const QString &text)
{
    Message message;
    message.html = html;
    message.text = text;
    return message;
}

bool hasBold(const QTextDocument &document, const QString &word)
{
    const QTextCursor found = document.find(word);
    return !found.isNull() && found.charFormat().fontWeight() == QFont::Bold;
}

} // namespace

class TestMessageDocument : public QObject {
    Q_OBJECT

public:
    explicit TestMessageDocument(Theme &theme) : m_theme(theme) { }

private:
    Theme &m_theme;

private Q_SLOTS:
    void aFoldedQuote_leavesTheRestAsItWasFormatted_data()
    {
        QTest::addColumn<QString>("html");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("visible");
        QTest::newRow("quote")
            << u"<div>Bonjour, le <b>tambour</b> est à 64 %.</div><div>Le 16 nov. 2026 à 10:58, Awa Koné "
               "&lt;<a href=\"mailto:awa@t.ci\">awa@t.ci</a>&gt; a écrit :</div>"
               "<blockquote>Merci pour le scan.<br>Awa</blockquote>"_s
            << u"Bonjour, le tambour est à 64 %.\nLe 16 nov. 2026 à 10:58, Awa Koné <awa@t.ci> a écrit :\n"
               "> Merci pour le scan.\n> Awa"_s
            << u"Bonjour, le tambour est à 64 %."_s;
        QTest::newRow("signature within a paragraph")
            << u"<p>Le <b>tambour</b><br>est usé.<br><br>-- <br>Rosine Bamba<br>Comptable</p>"_s
            << u"Le tambour\nest usé.\n\n-- \nRosine Bamba\nComptable"_s << u"Le tambour\nest usé."_s;
        QTest::newRow("signature in a table")
            << u"<p>Le <b>tambour</b> est usé.</p><p>-- </p><table><tr><td>Rosine</td><td>Bamba</td></tr></table>"_s
            << u"Le tambour est usé.\n\n-- \nRosine Bamba"_s << u"Le tambour est usé."_s;
        QTest::newRow("link with its target in the text")
            << u"<p>Voir <a href=\"https://t.ci/a\">ici</a> le <b>tambour</b>.</p><p>-- <br>Rosine</p>"_s
            << u"Voir ici <https://t.ci/a> le tambour.\n\n-- \nRosine"_s << u"Voir ici le tambour."_s;
        QTest::newRow("answer below the quote")
            << u"<p>Le 16 nov. 2026, Awa a écrit :</p><blockquote>Usé ?</blockquote><p>Oui, le <b>tambour</b>.</p>"_s
            << u"Le 16 nov. 2026, Awa a écrit :\n> Usé ?\n\nOui, le tambour."_s << u"Oui, le tambour."_s;
    }
    void aFoldedQuote_leavesTheRestAsItWasFormatted()
    {
        QFETCH(QString, html);
        QFETCH(QString, text);
        QFETCH(QString, visible);
        MessageDocument document(m_theme);
        document.setMessage(marked(html, text), false);
        QVERIFY(document.hasQuotes());
        QCOMPARE(document.toPlainText().trimmed(), visible);
        QVERIFY(hasBold(document, u"tambour"_s));
        document.setMessage(marked(html, text), true);
        QVERIFY(document.toPlainText().size() > visible.size() + 5);
    }

    void aPicture_isFoldedWithWhatItFollows()
    {
        MessageDocument document(m_theme);
        document.setMessage(marked(u"<p>Voici :</p><p><img src=\"cid:page\"></p><p>-- <br>Rosine</p>"
                                   "<p><img src=\"cid:logo\"></p>"_s,
                                   u"Voici :\n\n-- \nRosine"_s),
                            false);
        document.layOut(480);
        QCOMPARE(document.pictureNames(), QStringList{u"cid:page"_s});
    }

    void aBodyThatSaysSomethingElseThanItsText_isFoldedAsText()
    {
        MessageDocument document(m_theme);
        document.setMessage(marked(u"<p>Tout autre chose, <b>vraiment</b>, et rien de commun.</p>"_s,
                                   u"Le tambour est usé.\n\n-- \nRosine"_s),
                            false);
        QCOMPARE(document.toPlainText().trimmed(), u"Le tambour est usé."_s);
    }

    void aTableWiderThanTheWindow_isShownOneBelowTheOther()
    {
        QString html = u"<table><tr>"_s;
        for (int i = 0; i < 30; ++i)
            html += u"<td>colonne%1</td>"_s.arg(i);
        html += u"</tr></table>"_s;
        MessageDocument document(m_theme);
        document.setMessage(marked(html, {}), true);
        document.layOut(480);
        QVERIFY(document.size().width() <= 481);
        QVERIFY(document.isSimplified());
        QVERIFY(document.toPlainText().contains(u"colonne29"));
        document.setMessage(marked(u"<table><tr><td>a</td><td>b</td></tr></table>"_s, {}), true);
        document.layOut(480);
        QVERIFY(!document.isSimplified());
        QCOMPARE(document.rootFrame()->childFrames().size(), 1);
    }

    void pictures_areNoWiderThanTheColumn_andPlaceholdersSayWhatIsMissing()
    {
        QImage wide(2000, 1000, QImage::Format_RGB32);
        wide.fill(Qt::red);
        bool isThere = false;
        MessageDocument document(
            m_theme, [&](const QString &name) { return isThere && name == u"cid:a%20b@t.ci" ? wide : QImage(); });
        const Message message = marked(
            u"<p><img src=\"cid:a%20b@t.ci\" alt=\"Page &quot;noire&quot;\" width=\"900\" height=\"450\"></p>"_s, {});
        document.setMessage(message, true);
        document.layOut(480);
        QCOMPARE(document.pictureNames(), QStringList{u"cid:a%20b@t.ci"_s});
        QVERIFY(document.size().height() < 60);
        isThere = true;
        document.setMessage(message, true);
        document.layOut(480);
        QVERIFY2(document.size().width() <= 481, qPrintable(QString::number(document.size().width())));
        QVERIFY(document.size().height() > 230 && document.size().height() < 300);
    }

    void preformattedText_isWrapped()
    {
        MessageDocument document(m_theme);
        document.setMessage(marked(u"<pre>"_s + u"mot "_s.repeated(500) + u"</pre>"_s, {}), true);
        document.layOut(480);
        QVERIFY(document.size().width() <= 481);
        QVERIFY(document.size().height() > 200);
    }

    void directionOverrides_areTakenOut()
    {
        MessageDocument document(m_theme);
        document.setMessage(marked({}, u"Facture \u202Efdp.exe"_s), true);
        QCOMPARE(document.toPlainText(), u"Facture fdp.exe"_s);
    }

    void theCompleteText_isOneClickAway()
    {
        const QString text = u"mot "_s.repeated(50'000) + u"fin"_s;
        TextDialog dialog(marked({}, text));
        dialog.show();
        const auto *shown = dialog.findChild<QPlainTextEdit *>(u"textOfMessage"_s);
        QCOMPARE(shown->toPlainText(), text);
        QVERIFY(shown->isReadOnly());
        QVERIFY(!shown->accessibleName().isEmpty());
        QTest::keyClick(&dialog, Qt::Key_Escape);
        QVERIFY(!dialog.isVisible());
    }

    void aTextThatGoesOn_saysSo()
    {
        MessageDocument document(m_theme);
        document.setMessage(marked({}, u"mot "_s.repeated(50'000)), true);
        QVERIFY(document.isCut());
        document.setMessage(marked({}, u"mot"_s), true);
        QVERIFY(!document.isCut());
    }
};

AKWABA_PICTURES_MAIN(TestMessageDocument)
#include "tst_messagedocument.moc"
