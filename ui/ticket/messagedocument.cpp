// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ticket/messagedocument.h"

#include "core/domain/message.h"
#include "core/text/french.h"
#include "core/text/html.h"
#include "core/text/quote.h"
#include "ui/ticket/documentfold.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/paint.h"

#include <QPainter>
#include <QRegularExpression>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextTable>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

/// The server writes no more; what is longer is none of its.
constexpr qsizetype longestHtml = 256 * 1024;
constexpr int indent = 20;
constexpr int roundCell = 16;
constexpr int cellPadding = 4;
constexpr int browsersIndent = 40; // of a quote
constexpr int pictureRatio = 2; // placeholders are drawn for the finest screens

QString htmlOf(const QList<BodyPart> &parts, bool quotesShown, const QColor &faint)
{
    QString html;
    for (const BodyPart &part : parts) {
        // Replaces spaces that would leave a "?" alone on a line; toPlainText() gives ordinary ones back.
        const QString body = htmlOfPlainText(withFrenchSpaces(part.text.trimmed()));
        if (part.kind == BodyPartKind::Visible)
            html += u"<div>"_s + body + u"</div>"_s;
        else if (quotesShown)
            html += u"<div style=\"color:%1\">"_s.arg(faint.name()) + body + u"</div>"_s;
    }
    return html;
}

/// Letters that turn the direction of those behind them: a file's name would show another extension than it has.
QString withoutOverrides(QStringView text)
{
    QString result = text.toString();
    result.removeIf([](QChar c) { return c.unicode() == 0x202D || c.unicode() == 0x202E; });
    return result;
}

/// The server writes tags in one form only.
QString withoutTables(QString html)
{
    static const QRegularExpression block(u"<(/?)(?:table|tr|caption)(?: [^<>]*)?>"_s);
    static const QRegularExpression cell(u"</?t[dh](?: [^<>]*)?>"_s);
    return html.replace(block, u"<\\1div>"_s).replace(cell, u" "_s);
}

QString unescaped(QString value)
{
    value.replace(u"&lt;"_s, u"<"_s).replace(u"&gt;"_s, u">"_s).replace(u"&quot;"_s, u"\""_s);
    return value.replace(u"&amp;"_s, u"&"_s);
}

/// Qt keeps no alternative text. The server writes attributes in one form only, its values escaped.
QHash<QString, QString> alternativesIn(const QString &html)
{
    static const QRegularExpression picture(u"<img src=\"([^\"]*)\"([^<>]*)>"_s);
    static const QRegularExpression alternative(u" alt=\"([^\"]*)\""_s);
    QHash<QString, QString> found;
    auto pictures = picture.globalMatch(html);
    while (pictures.hasNext()) {
        const auto one = pictures.next();
        found.insert(unescaped(one.captured(1)),
                     unescaped(alternative.match(one.captured(2)).captured(1)).simplified());
    }
    return found;
}

} // namespace

MessageDocument::MessageDocument(const Theme &theme, PictureOf pictureOf, QObject *parent)
    : QTextDocument(parent), m_theme(theme), m_pictureOf(std::move(pictureOf))
{
    setUndoRedoEnabled(false);
    setDocumentMargin(0);
}

QVariant MessageDocument::loadResource(int type, const QUrl &url)
{
    if (type != QTextDocument::ImageResource) return {};
    // The name as it stands in the mail: a content id need not be a valid address.
    const QString name = m_names.value(url);
    const QImage known = m_pictureOf ? m_pictureOf(name) : QImage();
    return known.isNull() ? placeholder(m_alternatives.value(name)) : known;
}

void MessageDocument::setMessage(const Message &message, bool quotesShown)
{
    setDefaultFont(m_theme.font(TextStyle::Reading));
    setDefaultStyleSheet(u"a{color:%1;text-decoration:none}"_s.arg(m_theme.color(Token::Accent).name()));
    setIndentWidth(m_theme.px(indent));
    const QStringView shown = displayedBeginning(message.text);
    m_parts = bodyParts(withoutOverrides(shown));
    m_hasQuotes = std::ranges::any_of(m_parts, [](const BodyPart &part) {
        return part.kind != BodyPartKind::Visible && !part.text.trimmed().isEmpty();
    });
    m_folds = m_hasQuotes && !quotesShown && !message.text.isEmpty();
    m_html = message.html.size() <= longestHtml ? withoutOverrides(message.html) : QString();
    m_isTextCut = shown.size() < message.text.size();
    m_isSimplified = false;
    m_placeholders.clear();
    setBody(m_html);
}

void MessageDocument::setBody(const QString &html)
{
    m_alternatives = alternativesIn(html);
    m_names.clear();
    for (const QString &name : m_alternatives.keys())
        m_names.insert(QUrl(name), name);
    setHtml(html);
    // What can't be folded by its marks is folded as text.
    m_isText = html.isEmpty() || (m_folds && !foldDocument(*this, m_parts));
    m_isCut = m_isText && m_isTextCut;
    if (m_isText) setHtml(htmlOf(m_parts, !m_folds, m_theme.color(Token::Text3)));
    setLines();
}

void MessageDocument::setLines()
{
    for (QTextBlock block = begin(); block.isValid(); block = block.next()) {
        QTextBlockFormat format = block.blockFormat();
        format.setLineHeight(m_theme.lineHeight(TextStyle::Reading), QTextBlockFormat::MinimumHeight);
        format.setNonBreakableLines(false); // of preformatted text: nothing can be scrolled sideways
        format.setLeftMargin(format.leftMargin() * m_theme.px(indent) / browsersIndent);
        format.setRightMargin(0);
        QTextCursor(block).setBlockFormat(format);
    }
    setTables(*rootFrame());
}

/// Thin lines in the colour of lines, and letters that do not touch them, whatever the sender's program draws.
void MessageDocument::setTables(const QTextFrame &parent)
{
    for (QTextFrame *frame : parent.childFrames()) {
        if (auto *table = qobject_cast<QTextTable *>(frame)) {
            QTextTableFormat format = table->format();
            const bool hasLines = format.border() > 0;
            format.setBorder(hasLines ? 1 : 0);
            format.setBorderCollapse(hasLines);
            format.setBorderBrush(m_theme.color(Token::LineStrong));
            format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
            if (hasLines) format.setCellPadding(m_theme.px(cellPadding));
            table->setFormat(format);
        }
        setTables(*frame);
    }
}

void MessageDocument::layOut(qreal width)
{
    fitAll(width);
    if (size().width() <= width + 1 || !m_html.contains(u"<table")) return;
    // Nothing can be scrolled sideways: what stands side by side is shown one below the other.
    m_isSimplified = true;
    setBody(withoutTables(m_html));
    fitAll(width);
}

void MessageDocument::fitAll(qreal width)
{
    m_pictureNames.clear();
    QList<int> positions;
    for (QTextBlock block = begin(); block.isValid(); block = block.next()) {
        for (auto part = block.begin(); !part.atEnd(); ++part) {
            const QTextFragment fragment = part.fragment();
            if (!fragment.charFormat().isImageFormat()) continue;
            const QString name = fragment.charFormat().toImageFormat().name();
            if (!m_pictureNames.contains(name)) m_pictureNames.append(name);
            for (int i = 0; i < fragment.length(); ++i) // like ones side by side are one fragment
                positions.append(fragment.position() + i);
        }
    }
    for (const int position : std::as_const(positions))
        fitPicture(position, width);
    setTextWidth(width);
}

/// A placeholder has its own size, whatever the picture's will be; a picture that of the mail, as far as it fits.
void MessageDocument::fitPicture(int position, qreal width)
{
    QTextCursor cursor(this);
    cursor.setPosition(position);
    cursor.movePosition(QTextCursor::NextCharacter, QTextCursor::KeepAnchor);
    QTextImageFormat format = cursor.charFormat().toImageFormat();
    if (!format.isValid()) return;
    const QImage known = m_pictureOf ? m_pictureOf(format.name()) : QImage();
    const QImage shown = known.isNull() ? placeholder(m_alternatives.value(format.name())) : known;
    QSizeF size = shown.deviceIndependentSize();
    if (!known.isNull() && format.hasProperty(QTextFormat::ImageWidth) && format.width() > 0)
        size = size * (format.width() / size.width());
    else if (!known.isNull() && format.hasProperty(QTextFormat::ImageHeight) && format.height() > 0)
        size = size * (format.height() / size.height());
    for (const QTextTable *table = cursor.currentTable(); table != nullptr;
         table = qobject_cast<QTextTable *>(table->parentFrame()))
        width -= m_theme.px(roundCell);
    if (size.width() > width) size = size * (width / size.width());
    format.setWidth(std::max(1.0, size.width()));
    format.setHeight(std::max(1.0, size.height()));
    cursor.setCharFormat(format);
}

const QImage &MessageDocument::placeholder(const QString &alternative)
{
    QImage &image = m_placeholders[alternative];
    if (!image.isNull()) return image;
    const QFont font = m_theme.font(TextStyle::Small);
    const QFontMetricsF metrics(font);
    const QString text = metrics.elidedText(alternative, Qt::ElideRight, m_theme.px(220));
    const qreal textWidth = text.isEmpty() ? 0 : metrics.horizontalAdvance(text) + m_theme.px(6);
    const QSizeF size(m_theme.px(8 + 14 + 8) + std::ceil(textWidth), m_theme.px(22));
    image = QImage((size * pictureRatio).toSize(), QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(pictureRatio);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box(QPointF(), size);
    paintPanel(painter, box, m_theme.px(4), m_theme.color(Token::Sunken), m_theme.color(Token::Line));
    const qreal side = m_theme.px(14);
    paintIcon(painter, QRectF(m_theme.px(8), (size.height() - side) / 2, side, side), m_theme, u"photo"_s,
              m_theme.color(Token::Text3));
    painter.setFont(font);
    painter.setPen(m_theme.color(Token::Text3));
    painter.drawText(box.adjusted(m_theme.px(8) + side + m_theme.px(6), 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                     text);
    return image;
}

} // namespace akwaba
