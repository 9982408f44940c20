// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/appearancepictures.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/paint.h"

#include <QPainter>

#include <array>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

/// Bars for the side bar, a sheet with rows for the list, one of them chosen.
void paintWindow(QPainter &painter, const QRectF &rect, bool isDark)
{
    const auto color = [isDark](Token token) { return tokenColor(token, isDark); };
    painter.fillRect(rect, color(Token::Win));
    const qreal unit = rect.height() / 16;
    const auto bar = [&](qreal left, qreal top, qreal width, qreal height, Token token) {
        paintPanel(painter, {rect.left() + left, rect.top() + top, width, height}, unit / 2, color(token));
    };
    for (int i = 0; i < 4; ++i)
        bar(1.5 * unit, (2 + 2 * i) * unit, 3 * unit, unit, Token::SelOff);
    const qreal sheet = 6 * unit;
    const qreal width = rect.width() - sheet - 2 * unit;
    bar(sheet, 2 * unit, width, 12 * unit, Token::Base);
    bar(sheet + unit, 3 * unit, width - 2 * unit, 2 * unit, Token::Sel);
    for (int i = 0; i < 2; ++i)
        bar(sheet + unit, (6 + 3 * i) * unit, width - 2 * unit, 2 * unit, Token::Hover);
}

struct SampleRow {
    const char *icon;
    Shape shape;
    Token ink;
    const char16_t *name;
    const char16_t *subject;
    const char16_t *left;
};

// Names of nobody; the same in every language.
constexpr std::array<SampleRow, 3> samples{{
    {"brand-facebook", Shape::Triangle, Token::Open, u"Aya Brou", u"TN-2410", u"2 h 35"},
    {"mail", Shape::Bars, Token::Wait, u"SCI Aké", u"DR-2400", u"6 h 30"},
    {"messages", Shape::Disc, Token::New, u"Koffi Assi", u"CMD-01902", u"5 h 40"},
}};

} // namespace

void paintSchemePicture(QPainter &painter, const QRectF &rect, Theme::Scheme scheme)
{
    if (scheme != Theme::Scheme::System) return paintWindow(painter, rect, scheme == Theme::Scheme::Dark);
    const QRectF left(rect.topLeft(), QSizeF(rect.width() / 2, rect.height()));
    paintWindow(painter, left, false);
    paintWindow(painter, left.translated(left.width(), 0), true);
}

void paintDensityPicture(QPainter &painter, const QRectF &rect, const Theme &theme, Density density)
{
    painter.fillRect(rect, theme.color(Token::Base));
    const bool isCompact = density == Density::Compact;
    const qreal height = theme.px(isCompact ? 40 : density == Density::Normal ? 56 : 72);
    const qreal line = theme.px(isCompact ? 16 : 18);
    const qreal air = theme.px(isCompact ? 4 : density == Density::Normal ? 10 : 8);
    const qreal icon = theme.px(14);
    qreal top = rect.top();
    for (const SampleRow &row : samples) {
        if (top >= rect.bottom()) break;
        QRectF words(rect.left() + theme.px(34), top + air, rect.width() - theme.px(34 + 10), line);
        paintIcon(painter, {rect.left() + theme.px(10), words.center().y() - icon / 2, icon, icon}, theme,
                  QString::fromLatin1(row.icon), theme.color(Token::Text2));
        painter.setFont(theme.font(isCompact ? TextStyle::SmallMedium : TextStyle::BodyMedium));
        painter.setPen(theme.color(Token::Text1));
        painter.drawText(words, Qt::AlignVCenter, QString::fromUtf16(row.name));
        words.translate(0, line + theme.px(isCompact ? 0 : 2));
        const qreal side = theme.px(10);
        paintShape(painter, {rect.left() + theme.px(12), words.center().y() - side / 2, side, side}, row.shape,
                   theme.color(row.ink));
        painter.setFont(theme.font(isCompact ? TextStyle::Small : TextStyle::Body));
        painter.drawText(words, Qt::AlignVCenter, QString::fromUtf16(row.subject));
        painter.setFont(theme.font(TextStyle::Pill));
        painter.setPen(theme.color(Token::Text2));
        drawTabular(painter, words, Qt::AlignRight | Qt::AlignVCenter, QString::fromUtf16(row.left));
        if (density == Density::Comfortable)
            paintPanel(painter, {words.left(), words.bottom() + theme.px(6), words.width() * 0.7, qreal(theme.px(5))},
                       theme.px(2), theme.color(Token::Line));
        top += height;
        drawHLine(painter, rect.left() + theme.px(34), rect.right(), top - 1, theme.color(Token::Line));
    }
}

} // namespace akwaba
