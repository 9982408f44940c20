// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/label.h"

#include <QEvent>
#include <QPainter>
#include <QStyle>

namespace akwaba {

Label::Label(TextStyle style, Token color, QWidget *parent) : Label(QString(), style, color, parent) { }

Label::Label(const QString &text, TextStyle style, Token color, QWidget *parent)
    : QLabel(text, parent), m_style(style), m_color(color)
{
    setTextFormat(Qt::PlainText);
    setForegroundRole(QPalette::WindowText); // also on a ground that is Base, where Qt would take Text
    applyTheme();
}

void Label::setTextStyle(TextStyle style)
{
    m_style = style;
    applyTheme();
}

void Label::setColor(Token color)
{
    m_color = color;
    applyTheme();
}

void Label::setElided(bool elided)
{
    m_elided = elided;
    setSizePolicy(elided ? QSizePolicy::Ignored : QSizePolicy::Preferred, sizePolicy().verticalPolicy());
    updateGeometry();
    update();
}

void Label::applyTheme()
{
    const Theme &theme = themeOf(this);
    setFont(theme.font(m_style));
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText, theme.color(m_color));
    colors.setColor(QPalette::Disabled, QPalette::WindowText, theme.color(Token::TextOff));
    setPalette(colors);
}

QSize Label::sizeHint() const
{
    QSize size = QLabel::sizeHint();
    size.setHeight(std::max(size.height(), themeOf(this).lineHeight(m_style)));
    return size;
}

QSize Label::minimumSizeHint() const
{
    if (!m_elided) return QLabel::minimumSizeHint().expandedTo({0, themeOf(this).lineHeight(m_style)});
    return {fontMetrics().horizontalAdvance(u'…') * 2, themeOf(this).lineHeight(m_style)};
}

/// Qt's own stops at a buddy that takes no focus itself, though a part of it does.
bool Label::event(QEvent *event)
{
    const bool leadsInto = event->type() == QEvent::Shortcut && buddy() != nullptr && buddy()->focusProxy() != nullptr;
    if (!leadsInto) return QLabel::event(event);
    buddy()->setFocus(Qt::ShortcutFocusReason);
    return true;
}

void Label::paintEvent(QPaintEvent *event)
{
    if (!m_elided) return QLabel::paintEvent(event);
    QPainter painter(this);
    painter.setPen(palette().color(foregroundRole()));
    painter.drawText(contentsRect(), int(QStyle::visualAlignment(layoutDirection(), alignment())),
                     fontMetrics().elidedText(text(), Qt::ElideRight, contentsRect().width()));
}

void Label::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::StyleChange) applyTheme();
}

void Label::resizeEvent(QResizeEvent *event)
{
    QLabel::resizeEvent(event);
    if (m_elided) updateToolTip();
}

void Label::updateToolTip()
{
    const bool cut = fontMetrics().horizontalAdvance(text()) > contentsRect().width();
    setToolTip(cut ? text() : QString());
}

} // namespace akwaba
