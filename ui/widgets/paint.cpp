// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/paint.h"

#include <QPainter>
#include <QTextBoundaryFinder>

namespace akwaba {

using namespace Qt::StringLiterals;

namespace {

// Calls place(part, width) for each digit and each run of other characters.
template <class Place> void forEachCell(const QFontMetricsF &metrics, const QString &text, const Place &place)
{
    const qreal cell = metrics.horizontalAdvance(u'0');
    qsizetype start = 0;
    while (start < text.size()) {
        if (text[start].isDigit()) {
            place(text.mid(start, 1), cell);
            ++start;
            continue;
        }
        qsizetype end = start;
        while (end < text.size() && !text[end].isDigit())
            ++end;
        const QString run = text.mid(start, end - start);
        place(run, metrics.horizontalAdvance(run));
        start = end;
    }
}

QString firstLetters(const QString &word, int count)
{
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, word);
    qsizetype end = 0;
    for (int i = 0; i < count && end < word.size(); ++i)
        end = finder.toNextBoundary();
    return word.left(end);
}

void drawSharpLine(QPainter &painter, const QLineF &line, const QColor &color)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    QPen pen(color, 1, Qt::SolidLine, Qt::FlatCap);
    pen.setCosmetic(true);
    painter.setPen(pen);
    painter.drawLine(line);
    painter.restore();
}

} // namespace

qreal tabularWidth(const QFontMetricsF &metrics, const QString &text)
{
    qreal width = 0;
    forEachCell(metrics, text, [&](const QString &, qreal cell) { width += cell; });
    return width;
}

void drawTabular(QPainter &painter, const QRectF &rect, Qt::Alignment alignment, const QString &text)
{
    const QFontMetricsF metrics(painter.font(), painter.device());
    const qreal width = tabularWidth(metrics, text);
    qreal x = rect.left();
    if (alignment & Qt::AlignRight)
        x = rect.right() - width;
    else if (alignment & Qt::AlignHCenter)
        x = rect.center().x() - width / 2;
    qreal baseline = rect.top() + metrics.ascent();
    if (alignment & Qt::AlignBottom)
        baseline = rect.bottom() - metrics.descent();
    else if (alignment & Qt::AlignVCenter)
        baseline = rect.center().y() + (metrics.ascent() - metrics.descent()) / 2;
    baseline = qRound(baseline); // letters between two pixel rows look grey
    forEachCell(metrics, text, [&](const QString &part, qreal cell) {
        painter.drawText(QPointF(x + (cell - metrics.horizontalAdvance(part)) / 2, baseline), part);
        x += cell;
    });
}

QString ElisionCache::elided(const QString &text, const QFont &font, qreal width, Qt::TextElideMode mode)
{
    const ElisionKey key{text, font.pixelSize(), font.weight(), int(width), mode};
    const auto known = m_texts.constFind(key);
    if (known != m_texts.constEnd()) return *known;
    if (m_texts.size() >= m_capacity) m_texts.clear();
    return *m_texts.insert(key, QFontMetricsF(font).elidedText(text, mode, std::floor(width)));
}

void drawHLine(QPainter &painter, qreal left, qreal right, qreal y, const QColor &color)
{
    drawSharpLine(painter, QLineF(left, y, right, y), color);
}

void drawVLine(QPainter &painter, qreal x, qreal top, qreal bottom, const QColor &color)
{
    drawSharpLine(painter, QLineF(x, top, x, bottom), color);
}

void paintPanel(QPainter &painter, const QRectF &rect, qreal radius, const QColor &fill, const QColor &border,
                qreal borderWidth)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    const qreal inset = border.isValid() ? borderWidth / 2 : 0;
    painter.setPen(border.isValid() ? QPen(border, borderWidth) : QPen(Qt::NoPen));
    const qreal corner = std::max(0.0, std::min(radius, std::min(rect.width(), rect.height()) / 2) - inset);
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), corner, corner);
    painter.restore();
}

QString initials(const QString &name, InitialsRule rule)
{
    const QStringList words = name.simplified().split(u' ', Qt::SkipEmptyParts);
    if (words.isEmpty()) return {};
    if (rule == InitialsRule::FirstTwo) return firstLetters(words.first(), 2).toUpper();
    QString letters = firstLetters(words.first(), 1);
    if (words.size() > 1) letters += firstLetters(words.last(), 1);
    return letters.toUpper();
}

QColor avatarColor(const Theme &theme, QStringView id)
{
    static constexpr std::array<QRgb, 7> hues{0x0B7A86, 0xB66C00, 0x6D42AD, 0x1B5FC1, 0x23703A, 0xB3446C, 0x8A6D3B};
    // FNV-1a: qHash is seeded by process, and a person must keep his colour.
    quint32 hash = 2166136261u;
    for (const QChar c : id)
        hash = (hash ^ c.unicode()) * 16777619u;
    return mixed(QColor::fromRgb(hues[hash % hues.size()]), theme.color(Token::Base), theme.isDark() ? 0.38 : 0.22);
}

void paintAvatar(QPainter &painter, const QRectF &rect, const Theme &theme, QStringView id, const QString &initials)
{
    const qreal side = std::min(rect.width(), rect.height());
    const qreal size = side <= theme.px(18) ? 8.5 : side <= theme.px(24) ? 10 : 11;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(avatarColor(theme, id));
    painter.drawEllipse(QRectF(rect.center() - QPointF(side / 2, side / 2), QSizeF(side, side)));
    QFont font = theme.font(TextStyle::MicroStrong);
    font.setPixelSize(theme.px(size));
    painter.setFont(font);
    painter.setPen(theme.color(Token::Text1));
    painter.drawText(rect, Qt::AlignCenter | Qt::TextDontClip, initials);
    painter.restore();
}

} // namespace akwaba
