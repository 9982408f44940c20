// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/channels/email/charset.h"
#include "app/server/channels/email/gmime.h"
#include "app/server/channels/email/htmlrewrite.h"
#include "core/domain/message.h"
#include "tests/outside/data.h"
#include "tests/server/channels/hostile/rewrittenrules.h"
#include "tests/server/channels/hostile/visibletext.h"
#include "tests/ui/pictures.h"
#include "ui/ticket/messagedocument.h"

#include <QDirIterator>
#include <QPainter>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace akwaba;

namespace {

struct Part {
    QByteArray bytes;
    QByteArray charset;
};

void collectHtml(GMimeObject *, GMimeObject *object, gpointer into)
{
    GMimeContentType *type = g_mime_object_get_content_type(object);
    if (!GMIME_IS_PART(object) || !g_mime_content_type_is_type(type, "text", "html")) return;
    static_cast<QList<Part> *>(into)->append(
        {mail::decodedContent(GMIME_PART(object)), g_mime_content_type_get_parameter(type, "charset")});
}

QList<Part> htmlPartsOf(const QByteArray &raw)
{
    QList<Part> parts;
    const mail::GPtr<GMimeMessage> message = mail::parsedMessage(raw);
    if (message) g_mime_message_foreach(message.get(), collectHtml, &parts);
    return parts;
}

class WatchedPage : public MessageDocument {
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

} // namespace

// Every HTML part of mails that nobody here wrote, through the rewriter and the console.
class TestHtmlParts : public QObject {
    Q_OBJECT

public:
    explicit TestHtmlParts(Theme &theme) : m_theme(theme) { }

private:
    Theme &m_theme;

private Q_SLOTS:
    void otherPeoplesHtml_isSafeAndComplete_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("charset");
        for (const QString &name : {u"mail"_s, u"mail_zammad"_s}) {
            QDirIterator files(outside::dataFolder(name), {u"*.eml"_s, u"*.box"_s}, QDir::Files,
                               QDirIterator::Subdirectories);
            while (!outside::dataFolder(name).isEmpty() && files.hasNext()) {
                QFile file(files.next());
                if (!file.open(QIODevice::ReadOnly)) continue;
                int number = 0;
                for (const Part &part : htmlPartsOf(file.readAll()))
                    QTest::addRow("%s %d", qPrintable(files.fileName()), ++number) << part.bytes << part.charset;
            }
        }
    }
    void otherPeoplesHtml_isSafeAndComplete()
    {
        if (outside::dataFolder(u"mail"_s).isEmpty()) QSKIP("shared/data/mail is not here");
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, charset);
        const QString source = mail::decodedText(bytes, charset).text;
        const mail::RewrittenHtml rewritten = mail::rewriteHtml(source);
        QCOMPARE(hostile::faultOf(rewritten.html), QString());
        QCOMPARE(lacking(hostile::visibleLetters(source), hostile::lettersOf(rewritten.text)), QString());
        Message message;
        message.html = rewritten.html;
        message.text = rewritten.text;
        WatchedPage page(m_theme);
        page.setMessage(message, true);
        page.layOut(480);
        QImage canvas(480, 1000, QImage::Format_ARGB32_Premultiplied);
        QPainter painter(&canvas);
        page.drawContents(&painter);
        for (const QUrl &url : std::as_const(page.asked))
            QVERIFY2(url.scheme() == u"cid" || url.scheme() == u"remote", qPrintable(url.toString()));
        QCOMPARE(lacking(hostile::visibleLetters(rewritten.html), hostile::lettersOf(page.toPlainText())), QString());
    }

private:
    static QString lacking(const QString &seen, const QString &whole)
    {
        const qsizetype missing = hostile::firstMissing(seen, whole);
        return missing < 0 ? QString() : seen.mid(missing, 60);
    }
};

AKWABA_PICTURES_MAIN(TestHtmlParts)
#include "tst_htmlparts.moc"
