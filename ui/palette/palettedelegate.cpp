// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/palette/palettedelegate.h"

#include "ui/palette/palettemodel.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/paint.h"

#include <QPainter>
#include <QTextLayout>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

void paintTitle(QPainter &painter, const QRectF &rect, const Theme &theme, const QString &title)
{
    painter.setFont(theme.font(TextStyle::MicroStrong));
    painter.setPen(theme.color(Token::Text3));
    painter.drawText(rect.adjusted(theme.px(17), 0, -theme.px(17), -theme.px(6)), Qt::AlignLeft | Qt::AlignBottom,
                     title);
}

/// One line, what was found in it in the ink of marks.
void paintMarked(QPainter &painter, const QRectF &rect, const Theme &theme, const QModelIndex &index, bool isPossible)
{
    // The bold letters of marks need a little more than the plain ones that are measured.
    const QFontMetricsF widest(theme.font(TextStyle::BodyStrong));
    const QString words = widest.elidedText(index.data().toString(), Qt::ElideRight, rect.width());
    QTextLayout line(words, theme.font(TextStyle::Body), painter.device());
    QList<QTextLayout::FormatRange> formats;
    for (const TextSpan &span : index.data(PaletteModel::MarksRole).value<QList<TextSpan>>()) {
        if (span.from >= words.size()) break;
        QTextLayout::FormatRange mark{int(span.from), int(qMin(span.length, words.size() - span.from)), {}};
        mark.format.setFontWeight(QFont::DemiBold);
        if (isPossible) mark.format.setForeground(theme.color(Token::Accent));
        formats += mark;
    }
    line.setFormats(formats);
    line.beginLayout();
    QTextLine only = line.createLine();
    only.setLineWidth(rect.width() + theme.px(40)); // elided already: never a second line
    line.endLayout();
    painter.setPen(theme.color(isPossible ? Token::Text1 : Token::Text3));
    line.draw(&painter, QPointF(rect.left(), rect.center().y() - only.height() / 2));
}

/// At the right end of the rect; the width that it took.
qreal paintAside(QPainter &painter, const QRectF &rect, const Theme &theme, const QModelIndex &index)
{
    const QString why = index.data(PaletteModel::UnavailableRole).toString();
    const QString said = why.isEmpty() ? index.data(PaletteModel::DetailRole).toString() : why;
    const QString key = index.data(PaletteModel::KeyRole).toString();
    if (said.isEmpty() && key.isEmpty()) return 0;
    if (said.isEmpty()) {
        const QSizeF size = keyHintSize(theme, key);
        paintKeyHint(painter, {{rect.right() - size.width(), rect.center().y() - size.height() / 2}, size}, theme, key);
        return size.width();
    }
    painter.setFont(theme.font(TextStyle::Small));
    painter.setPen(theme.color(Token::Text3));
    const QFontMetricsF metrics(painter.font());
    const QString words = metrics.elidedText(said, Qt::ElideRight, rect.width() * 0.6);
    painter.drawText(rect, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, words);
    return metrics.horizontalAdvance(words);
}

} // namespace

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return {0, rowHeight(themeOf(option.widget), index.data(PaletteModel::TitleRole).toBool())};
}

void PaletteDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = themeOf(option.widget);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (index.data(PaletteModel::TitleRole).toBool()) {
        paintTitle(*painter, option.rect, theme, index.data().toString());
        painter->restore();
        return;
    }
    const bool isCurrent = option.state.testFlag(QStyle::State_Selected);
    const bool isPossible = index.data(PaletteModel::UnavailableRole).toString().isEmpty();
    const QRectF row = QRectF(option.rect).adjusted(theme.px(6), 0, -theme.px(6), 0);
    if (isCurrent || option.state.testFlag(QStyle::State_MouseOver))
        paintPanel(*painter, row, theme.px(6), theme.color(isCurrent ? Token::Sel : Token::Hover));
    const qreal side = theme.px(16);
    const Token ink = !isPossible ? Token::Text3 : isCurrent ? Token::Accent : Token::Text2;
    const QString drawing = index.data(PaletteModel::IconRole).toString();
    if (!drawing.isEmpty())
        paintIcon(*painter, QRectF(row.left() + theme.px(12), row.center().y() - side / 2, side, side), theme, drawing,
                  theme.color(ink));
    QRectF line = row.adjusted(theme.px(12 + 16 + 10), 0, -theme.px(12), 0);
    line.setRight(line.right() - paintAside(*painter, line, theme, index) - theme.px(12));
    paintMarked(*painter, line, theme, index, isPossible);
    painter->restore();
}

} // namespace akwaba
