// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/style.h"
#include "ui/widgets/styleparts.h"

#include <QAbstractButton>
#include <QPainter>
#include <QPlainTextEdit>
#include <QStyleOption>
#include <QTextEdit>

// Which element of Qt is drawn by which function of styleparts.h.

namespace akwaba {

namespace {

bool isTextEdit(const QWidget *widget)
{
    return qobject_cast<const QPlainTextEdit *>(widget) || qobject_cast<const QTextEdit *>(widget);
}

void drawFrame(const parts::Canvas &canvas, const QStyleOption &option)
{
    if (isTextEdit(canvas.widget)) {
        const bool readOnly = canvas.widget->property("readOnly").toBool();
        return parts::drawField(canvas, option, readOnly);
    }
    paintPanel(canvas.painter, option.rect, 0, {}, canvas.theme.color(Token::Line));
}

void drawFocusRect(const parts::Canvas &canvas, const QStyleOption &option)
{
    if (!qobject_cast<const QAbstractButton *>(canvas.widget)) // they have a ring around them
        parts::drawFocusRing(canvas, option.rect, canvas.theme.px(4));
}

void drawBranch(const parts::Canvas &canvas, const QStyleOption &option)
{
    if (!(option.state & QStyle::State_Children)) return;
    const Qt::ArrowType closed = option.direction == Qt::LeftToRight ? Qt::RightArrow : Qt::LeftArrow;
    parts::drawChevron(canvas, option.rect, option.state & QStyle::State_Open ? Qt::DownArrow : closed,
                       canvas.theme.color(Token::Text3));
}

void drawFocusFrame(const parts::Canvas &canvas, const QStyleOption &option)
{
    const auto *frame = qobject_cast<const QFocusFrame *>(canvas.widget);
    const QVariant own = frame && frame->widget() ? frame->widget()->property("focusRadius") : QVariant();
    const int corner = own.isValid() ? own.toInt() : canvas.theme.px(6);
    parts::drawFocusRing(canvas, option.rect, corner + 3);
}

} // namespace

void AkwabaStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                const QWidget *widget) const
{
    const parts::Canvas canvas{m_theme, *painter, widget};
    switch (element) {
    case PE_FrameFocusRect: return drawFocusRect(canvas, *option);
    case PE_PanelButtonCommand:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option))
            return parts::drawButtonPanel(canvas, *button);
        break;
    case PE_FrameDefaultButton: return; // the primary button says so by its colour
    case PE_PanelLineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option); frame && frame->lineWidth > 0)
            parts::drawField(canvas, *option, option->state & State_ReadOnly);
        return;
    case PE_FrameLineEdit: return parts::drawField(canvas, *option, option->state & State_ReadOnly);
    case PE_Frame: return drawFrame(canvas, *option);
    case PE_IndicatorCheckBox: return parts::drawCheckBox(canvas, *option);
    case PE_IndicatorRadioButton: return parts::drawRadioButton(canvas, *option);
    case PE_IndicatorBranch: return drawBranch(canvas, *option);
    case PE_PanelMenu: return parts::drawMenuPanel(canvas, *option);
    case PE_PanelTipLabel: return parts::drawToolTipPanel(canvas, *option);
    case PE_FrameTabBarBase:
        return painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1),
                                 m_theme.color(Token::Line));
    case PE_PanelItemViewItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option))
            return parts::drawItemPanel(canvas, *item);
        break;
    case PE_PanelItemViewRow:
    case PE_FrameMenu:
    case PE_FrameTabWidget:
    case PE_FrameStatusBarItem:
    case PE_PanelMenuBar:
    case PE_PanelScrollAreaCorner: return;
    default: break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void AkwabaStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                              const QWidget *widget) const
{
    const parts::Canvas canvas{m_theme, *painter, widget};
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
    const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option);
    const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
    const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
    const auto *progress = qstyleoption_cast<const QStyleOptionProgressBar *>(option);
    if (element == CE_PushButtonBevel && button)
        parts::drawButtonPanel(canvas, *button);
    else if (element == CE_PushButtonLabel && button)
        parts::drawButtonLabel(canvas, *button);
    else if (element == CE_MenuItem && item)
        parts::drawMenuItem(canvas, *item);
    else if (element == CE_MenuBarItem && item)
        parts::drawMenuBarItem(canvas, *item);
    else if (element == CE_MenuBarEmptyArea)
        painter->fillRect(option->rect, m_theme.color(Token::Win));
    else if (element == CE_TabBarTabShape && tab)
        parts::drawTabShape(canvas, *tab);
    else if (element == CE_TabBarTabLabel && tab)
        parts::drawTabLabel(canvas, *tab);
    else if (element == CE_HeaderEmptyArea || element == CE_HeaderSection)
        parts::drawHeaderGround(canvas, *option);
    else if (element == CE_Header && header) {
        parts::drawHeaderGround(canvas, *option);
        parts::drawHeaderLabel(canvas, *header);
    } else if (element == CE_ComboBoxLabel && combo)
        parts::drawComboBoxLabel(canvas, *combo);
    else if (element == CE_ProgressBar && progress)
        parts::drawProgressBar(canvas, *progress);
    else if (element == CE_Splitter)
        painter->fillRect(option->rect, m_theme.color(Token::Line));
    else if (element == CE_FocusFrame)
        drawFocusFrame(canvas, *option);
    else if (element == CE_ToolBar)
        painter->fillRect(option->rect, m_theme.color(Token::Win));
    else
        QProxyStyle::drawControl(element, option, painter, widget);
}

void AkwabaStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                                     const QWidget *widget) const
{
    const parts::Canvas canvas{m_theme, *painter, widget};
    if (const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option))
        parts::drawComboBox(canvas, *combo);
    else if (const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option))
        parts::drawSpinBox(canvas, *spin);
    else if (const auto *tool = qstyleoption_cast<const QStyleOptionToolButton *>(option))
        parts::drawToolButton(canvas, *tool);
    else if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option); bar && control == CC_ScrollBar)
        parts::drawScrollBar(canvas, *bar);
    else if (const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option); slider && control == CC_Slider)
        parts::drawSlider(canvas, *slider);
    else
        QProxyStyle::drawComplexControl(control, option, painter, widget);
}

} // namespace akwaba
