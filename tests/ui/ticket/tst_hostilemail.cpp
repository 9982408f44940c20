// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/channels/email/charset.h"
#include "app/server/channels/email/htmlrewrite.h"
#include "core/base/clock.h"
#include "tests/server/channels/hostile/hostilehtml.h"
#include "tests/server/channels/hostile/visibletext.h"
#include "tests/ui/pictures.h"
#include "tests/ui/ticket/sample.h"
#include "ui/ticket/timeline.h"

#include <QPainter>
#include <QTest>

using namespace akwaba;
using namespace Qt::StringLiterals;

namespace {

/// Knows all that a document asks for.
class WatchedDocument : public MessageDocument {
public:
    using MessageDocument::MessageDocument;
    QList<QUrl> asked;

protected:
    QVariant loadResource(int type, const QUrl &name) override
    {
        asked.append(name);
        return MessageDocument::loadResource(type, name);
    }
};

Message messageOf(const mail::RewrittenHtml &rewritten)
{
    Message message = sample::fromCustomer(u"m-1"_s, sample::now, rewritten.text);
    message.html = rewritten.html;
    return message;
}

} // namespace

// What the server makes of our hostile set, shown by the console.
class TestHostileMail : public QObject {
    Q_OBJECT

public:
    explicit TestHostileMail(Theme &theme) : m_theme(theme) { }

private:
    Theme &m_theme;

    static mail::RewrittenHtml rewritten()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, charset);
        return mail::rewriteHtml(mail::decodedText(bytes, charset).text);
    }

    static void parts()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("charset");
        for (const hostile::Html &part : hostile::htmlParts())
            QTest::newRow(qPrintable(part.name)) << part.bytes << part.charset;
    }

private Q_SLOTS:
    void everyPart_showsItsTextAndAsksForNothingOutside_data() { parts(); }
    void everyPart_showsItsTextAndAsksForNothingOutside()
    {
        const mail::RewrittenHtml html = rewritten();
        WatchedDocument document(m_theme);
        document.setMessage(messageOf(html), true);
        document.layOut(480);
        QVERIFY2(document.size().width() <= 480 + 1, qPrintable(QString::number(document.size().width())));
        QImage canvas(480, 2000, QImage::Format_ARGB32_Premultiplied);
        QPainter painter(&canvas);
        document.drawContents(&painter);
        for (const QUrl &url : std::as_const(document.asked))
            QVERIFY2(url.scheme() == u"cid" || url.scheme() == u"remote", qPrintable(url.toString()));
        if (html.html.isEmpty()) return;
        const QString seen = hostile::visibleLetters(html.html);
        const qsizetype missing = hostile::firstMissing(seen, hostile::lettersOf(document.toPlainText()));
        QVERIFY2(missing < 0, qPrintable(seen.mid(missing, 60)));
    }

    void everyPart_isPaintedInAConversation_data() { parts(); }
    void everyPart_isPaintedInAConversation()
    {
        const ManualClock clock{sample::now};
        Timeline timeline(clock);
        timeline.resize(560, 700);
        Conversation conversation = sample::conversation();
        conversation.messages.append(messageOf(rewritten()));
        timeline.open(conversation, sample::directories().names());
        QVERIFY(!timeline.grab().isNull());
        QVERIFY(timeline.itemRect(int(timeline.items().size()) - 1).height() > 0);
    }
};

AKWABA_PICTURES_MAIN(TestHostileMail)
#include "tst_hostilemail.moc"
