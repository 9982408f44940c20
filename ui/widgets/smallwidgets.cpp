// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/smallwidgets.h"

#include "ui/widgets/icons.h"

#include <QEvent>
#include <QLocale>
#include <QPainter>

namespace akwaba {

PaintedLabel::PaintedLabel(QWidget *parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize PaintedLabel::sizeHint() const { return paintedSize(themeOf(this)).toSize(); }

void PaintedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paint(painter, themeOf(this));
}

void PaintedLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::StyleChange) updateGeometry();
}

void PaintedLabel::say(const QString &text)
{
    setText(text);
    updateGeometry();
    update();
}

void PillLabel::setPill(const Pill &pill, const QString &spoken)
{
    m_pill = pill;
    say(spoken);
}

QSizeF PillLabel::paintedSize(const Theme &theme) const { return pillSize(theme, m_pill, theme.px(20)); }

void PillLabel::paint(QPainter &painter, const Theme &theme)
{
    paintPill(painter, rect(), theme, m_pill, layoutDirection());
}

KeyHint::KeyHint(const QString &key, QWidget *parent) : PaintedLabel(parent) { say(key); }

QSizeF KeyHint::paintedSize(const Theme &theme) const { return keyHintSize(theme, text()); }

void KeyHint::paint(QPainter &painter, const Theme &theme) { paintKeyHint(painter, rect(), theme, text()); }

CountBadge::CountBadge(QWidget *parent) : PaintedLabel(parent) { setCount(0); }

void CountBadge::setCount(int count)
{
    m_count = count;
    say(locale().toString(count));
    setVisible(count > 0);
}

QSizeF CountBadge::paintedSize(const Theme &theme) const { return countBadgeSize(theme, m_count); }

void CountBadge::paint(QPainter &painter, const Theme &theme) { paintCountBadge(painter, rect(), theme, m_count); }

Avatar::Avatar(int diameter, QWidget *parent) : PaintedLabel(parent), m_diameter(diameter) { }

void Avatar::setPerson(const QString &id, const QString &name, InitialsRule rule)
{
    m_id = id;
    m_initials = initials(name, rule);
    say(name);
}

QSizeF Avatar::paintedSize(const Theme &theme) const { return QSizeF(theme.px(m_diameter), theme.px(m_diameter)); }

void Avatar::paint(QPainter &painter, const Theme &theme) { paintAvatar(painter, rect(), theme, m_id, m_initials); }

IconLabel::IconLabel(const QString &iconName, int size, Token color, QWidget *parent)
    : PaintedLabel(parent), m_iconName(iconName), m_size(size), m_color(color)
{
}

void IconLabel::setIcon(const QString &iconName, Token color)
{
    m_iconName = iconName;
    m_color = color;
    update();
}

QSizeF IconLabel::paintedSize(const Theme &theme) const { return QSizeF(theme.px(m_size), theme.px(m_size)); }

void IconLabel::paint(QPainter &painter, const Theme &theme)
{
    if (!m_iconName.isEmpty())
        paintIcon(painter, rect(), theme, m_iconName, theme.color(isEnabled() ? m_color : Token::TextOff));
}

Rule::Rule(QWidget *parent) : QWidget(parent) { setFixedHeight(1); }

void Rule::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    drawHLine(painter, 0, width(), 0, themeOf(this).color(Token::Line));
}

} // namespace akwaba
