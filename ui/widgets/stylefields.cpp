// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/buttonlook.h"
#include "ui/widgets/styleparts.h"

#include <QPainter>
#include <QStyleOptionComboBox>

namespace akwaba::parts {

void drawField(const Canvas &canvas, const QStyleOption &option, bool readOnly)
{
    const Theme &theme = canvas.theme;
    const bool enabled = option.state & QStyle::State_Enabled;
    const qreal radius = theme.px(6);
    if (!enabled || readOnly)
        return paintPanel(canvas.painter, option.rect, radius, theme.color(Token::Sunken), theme.color(Token::Line));
    const bool wrong = hasFieldError(canvas.widget);
    const bool focused = option.state & QStyle::State_HasFocus;
    const Token border = wrong ? Token::Breach : focused ? Token::Focus : Token::LineStrong;
    paintPanel(canvas.painter, option.rect, radius, theme.color(Token::Base), theme.color(border), focused ? 2 : 1);
}

void drawComboBox(const Canvas &canvas, const QStyleOptionComboBox &option)
{
    const Theme &theme = canvas.theme;
    const bool quiet = lookOf(canvas.widget) == ButtonLook::Quiet;
    const bool enabled = option.state & QStyle::State_Enabled;
    if (!quiet)
        drawField(canvas, option, false);
    else if (enabled && (option.state & QStyle::State_MouseOver))
        paintPanel(canvas.painter, option.rect, theme.px(6), theme.color(Token::Hover));
    if (quiet && (option.state & QStyle::State_HasFocus)) drawFocusRing(canvas, option.rect, theme.px(6));
    const QRect arrow =
        QStyle::visualRect(option.direction, option.rect, comboBoxPart(theme, option, QStyle::SC_ComboBoxArrow));
    drawChevron(canvas, arrow, Qt::DownArrow, theme.color(enabled ? Token::Text2 : Token::TextOff));
}

void drawComboBoxLabel(const Canvas &canvas, const QStyleOptionComboBox &option)
{
    if (option.editable) return;
    const Theme &theme = canvas.theme;
    const bool enabled = option.state & QStyle::State_Enabled;
    QRect area = comboBoxPart(theme, option, QStyle::SC_ComboBoxEditField);
    const QColor color = theme.color(enabled ? Token::Text1 : Token::TextOff);
    if (!option.currentIcon.isNull()) {
        const int side = theme.px(16);
        const QRect rect(area.left(), area.top() + (area.height() - side) / 2, side, side);
        drawIcon(canvas, QStyle::visualRect(option.direction, option.rect, rect), option.currentIcon,
                 theme.color(enabled ? Token::Text2 : Token::TextOff), enabled);
        area.setLeft(rect.right() + 1 + theme.px(6));
    }
    const QFont font = theme.font(TextStyle::Body);
    canvas.painter.setFont(font);
    canvas.painter.setPen(color);
    canvas.painter.drawText(QStyle::visualRect(option.direction, option.rect, area), Qt::AlignVCenter | Qt::AlignLeft,
                            QFontMetrics(font).elidedText(option.currentText, Qt::ElideRight, area.width()));
}

// In logical coordinates: the caller mirrors.
QRect comboBoxPart(const Theme &theme, const QStyleOptionComboBox &option, QStyle::SubControl part)
{
    const QRect rect = option.rect;
    const int arrow = theme.px(26);
    switch (part) {
    case QStyle::SC_ComboBoxArrow: return {rect.right() + 1 - arrow, rect.top(), arrow, rect.height()};
    case QStyle::SC_ComboBoxEditField: return rect.adjusted(theme.px(8), 1, -arrow, -1);
    case QStyle::SC_ComboBoxListBoxPopup: return rect.adjusted(0, theme.px(2), 0, theme.px(2));
    default: return rect;
    }
}

QSize comboBoxSize(const Theme &theme, const QStyleOptionComboBox &option, const QSize &contents)
{
    int width = contents.width() + theme.px(8) + theme.px(26) + 2; // 2: rounding of fractional letters
    if (!option.currentIcon.isNull()) width += theme.px(6);
    return {width, theme.px(28)};
}

void drawSpinBox(const Canvas &canvas, const QStyleOptionSpinBox &option)
{
    const Theme &theme = canvas.theme;
    if (option.frame) drawField(canvas, option, false);
    if (option.buttonSymbols == QAbstractSpinBox::NoButtons) return;
    const auto arrow = [&](QStyle::SubControl part, QAbstractSpinBox::StepEnabledFlag step, Qt::ArrowType direction) {
        const QRect rect = QStyle::visualRect(option.direction, option.rect, spinBoxPart(theme, option, part));
        const bool enabled = (option.state & QStyle::State_Enabled) && (option.stepEnabled & step);
        const bool hot = enabled && option.activeSubControls == part && (option.state & QStyle::State_MouseOver);
        drawChevron(canvas, rect, direction,
                    theme.color(!enabled  ? Token::TextOff
                                    : hot ? Token::Text1
                                          : Token::Text2));
    };
    arrow(QStyle::SC_SpinBoxUp, QAbstractSpinBox::StepUpEnabled, Qt::UpArrow);
    arrow(QStyle::SC_SpinBoxDown, QAbstractSpinBox::StepDownEnabled, Qt::DownArrow);
}

QRect spinBoxPart(const Theme &theme, const QStyleOptionSpinBox &option, QStyle::SubControl part)
{
    const QRect rect = option.rect;
    const int width = option.buttonSymbols == QAbstractSpinBox::NoButtons ? 0 : theme.px(20);
    const int half = rect.height() / 2;
    const int left = rect.right() + 1 - width;
    switch (part) {
    case QStyle::SC_SpinBoxUp: return {left, rect.top() + 2, width, half - 2};
    case QStyle::SC_SpinBoxDown: return {left, rect.top() + half, width, half - 2};
    case QStyle::SC_SpinBoxEditField: return rect.adjusted(theme.px(6), 1, -std::max(width, theme.px(6)), -1);
    default: return rect;
    }
}

} // namespace akwaba::parts
