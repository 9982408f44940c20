// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/style.h"
#include "ui/widgets/styleparts.h"

#include <QAbstractItemView>
#include <QPlainTextEdit>
#include <QStyleOption>
#include <QTextEdit>

#include <optional>

// Where things are and how large: the geometry half of AkwabaStyle.

namespace akwaba {

namespace {

// Lengths of the design at scale 1; nothing: Fusion's.
std::optional<qreal> lengthOf(QStyle::PixelMetric metric)
{
    switch (metric) {
    case QStyle::PM_ButtonIconSize:
    case QStyle::PM_SmallIconSize:
    case QStyle::PM_ListViewIconSize:
    case QStyle::PM_TabBarIconSize:
    case QStyle::PM_IndicatorWidth:
    case QStyle::PM_IndicatorHeight:
    case QStyle::PM_ExclusiveIndicatorWidth:
    case QStyle::PM_ExclusiveIndicatorHeight: return 16;
    case QStyle::PM_SliderLength:
    case QStyle::PM_SliderControlThickness: return 16;
    case QStyle::PM_SliderThickness: return 22; // with room for the focus ring
    case QStyle::PM_ToolBarIconSize: return 18;
    case QStyle::PM_CheckBoxLabelSpacing:
    case QStyle::PM_RadioButtonLabelSpacing:
    case QStyle::PM_LayoutHorizontalSpacing:
    case QStyle::PM_LayoutVerticalSpacing: return 8;
    case QStyle::PM_LayoutLeftMargin:
    case QStyle::PM_LayoutTopMargin:
    case QStyle::PM_LayoutRightMargin:
    case QStyle::PM_LayoutBottomMargin: return 12;
    case QStyle::PM_ScrollBarExtent: return 10;
    case QStyle::PM_ScrollBarSliderMin: return 28;
    case QStyle::PM_MenuVMargin: return 4;
    case QStyle::PM_MenuBarHMargin: return 8;
    case QStyle::PM_ToolTipLabelFrameWidth: return 6;
    case QStyle::PM_HeaderMargin: return 4; // more would make rows taller than 32
    case QStyle::PM_HeaderDefaultSectionSizeVertical: return 32;
    case QStyle::PM_HeaderDefaultSectionSizeHorizontal: return 100;
    default: return {};
    }
}

// Lengths that don't scale.
std::optional<int> pixelsOf(QStyle::PixelMetric metric)
{
    switch (metric) {
    case QStyle::PM_FocusFrameHMargin:
    case QStyle::PM_FocusFrameVMargin: return 3; // 1 of air, 2 of ring
    case QStyle::PM_SplitterWidth: // at 1 Qt widens the area that can be gripped by itself
    case QStyle::PM_MenuPanelWidth:
    case QStyle::PM_TextCursorWidth:
    case QStyle::PM_TabBarBaseOverlap: return 1;
    case QStyle::PM_ButtonMargin:
    case QStyle::PM_ButtonDefaultIndicator:
    case QStyle::PM_ButtonShiftHorizontal:
    case QStyle::PM_ButtonShiftVertical:
    case QStyle::PM_MenuHMargin:
    case QStyle::PM_MenuBarVMargin:
    case QStyle::PM_MenuBarItemSpacing:
    case QStyle::PM_MenuBarPanelWidth:
    case QStyle::PM_ScrollView_ScrollBarSpacing:
    case QStyle::PM_ScrollView_ScrollBarOverlap:
    case QStyle::PM_TabBarTabShiftHorizontal:
    case QStyle::PM_TabBarTabShiftVertical:
    case QStyle::PM_TabBarTabOverlap: return 0;
    default: return {};
    }
}

} // namespace

int AkwabaStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    const bool isText = qobject_cast<const QPlainTextEdit *>(widget) || qobject_cast<const QTextEdit *>(widget);
    if (metric == PM_DefaultFrameWidth) // room for the focus border and the round corners of text fields
        return isText ? m_theme.px(2) : 1;
    if (metric == PM_FocusFrameHMargin && qobject_cast<const QAbstractItemView *>(widget))
        return m_theme.px(10) - 1; // Qt takes it, plus 1, as the padding of cells
    if (const auto length = lengthOf(metric)) return m_theme.px(*length);
    if (const auto pixels = pixelsOf(metric)) return *pixels;
    return QProxyStyle::pixelMetric(metric, option, widget);
}

int AkwabaStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                           QStyleHintReturn *returned) const
{
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_FocusFrame_Mask: // Fusion's would cut the round corners off
    case SH_ComboBox_Popup: // a list below the field, not a menu over it
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_ScrollBar_ContextMenu:
    case SH_ScrollView_FrameOnlyAroundContents:
    case SH_Widget_Animation_Duration: return 0;
    case SH_FocusFrame_AboveWidget:
    case SH_ItemView_ShowDecorationSelected:
    case SH_MenuBar_MouseTracking:
    case SH_Menu_MouseTracking: return 1;
    case SH_ToolTipLabel_Opacity: return 255;
    case SH_Table_GridLineColor: return int(m_theme.color(Token::Line).rgba());
    case SH_Menu_Mask:
    case SH_ToolTip_Mask:
        if (auto *mask = qstyleoption_cast<QStyleHintReturnMask *>(returned); mask && option) {
            mask->region = parts::roundedRegion(option->rect, m_theme.px(6));
            return 1;
        }
        break;
    default: break;
    }
    return QProxyStyle::styleHint(hint, option, widget, returned);
}

QRect AkwabaStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    switch (element) {
    case SE_PushButtonContents: return option->rect;
    case SE_LineEditContents: {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (!frame || frame->lineWidth <= 0) return option->rect;
        const int side = m_theme.px(8) - 2; // QLineEdit adds 2 of its own
        return option->rect.adjusted(side, 1, -side, -1);
    }
    case SE_ProgressBarGroove:
    case SE_ProgressBarContents: return option->rect;
    case SE_TabBarTabText: return option->rect;
    default: return QProxyStyle::subElementRect(element, option, widget);
    }
}

QRect AkwabaStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                                  const QWidget *widget) const
{
    if (const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option))
        return visualRect(option->direction, option->rect, parts::comboBoxPart(m_theme, *combo, part));
    if (const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option))
        return visualRect(option->direction, option->rect, parts::spinBoxPart(m_theme, *spin, part));
    if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option); bar && control == CC_ScrollBar)
        return parts::scrollBarPart(m_theme, *bar, part);
    return QProxyStyle::subControlRect(control, option, part, widget);
}

QSize AkwabaStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                    const QWidget *widget) const
{
    if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option); button && type == CT_PushButton)
        return parts::buttonSize(m_theme, *button, widget);
    if (const auto *tool = qstyleoption_cast<const QStyleOptionToolButton *>(option))
        return parts::toolButtonSize(m_theme, *tool);
    if (const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option))
        return parts::comboBoxSize(m_theme, *combo, size);
    if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option)) {
        if (type == CT_MenuBarItem) return parts::menuBarItemSize(m_theme, *item);
        if (type == CT_MenuItem) return parts::menuItemSize(m_theme, *item);
    }
    if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option); tab && type == CT_TabBarTab)
        return parts::tabSize(m_theme, *tab);
    if (type == CT_LineEdit) return {size.width() + 2 * m_theme.px(8), m_theme.px(28)};
    if (type == CT_ProgressBar) return {m_theme.px(150), m_theme.px(4)};

    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    if (type == CT_SpinBox)
        result = {size.width() + m_theme.px(6) + m_theme.px(20), m_theme.px(28)};
    else if (type == CT_HeaderSection)
        result = {result.width() + 2 * m_theme.px(6), m_theme.px(28)};
    else if (type == CT_ItemViewItem)
        result.setHeight(std::max(result.height(), m_theme.px(26)));
    return result;
}

} // namespace akwaba
