// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/chips.h"

#include "ui/widgets/icons.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyle>

namespace akwaba {

using namespace Qt::StringLiterals;

namespace {

constexpr int padding = 8;
constexpr int gap = 5;
constexpr int markSize = 12;

int advance(const QFont &font, const QString &text)
{
    return int(std::ceil(QFontMetricsF(font).horizontalAdvance(text)));
}

} // namespace

FilterChip::FilterChip(const QString &text, QWidget *parent) : PaintedButton(parent)
{
    setLabel(text);
    FilterChip::themeChanged();
}

void FilterChip::themeChanged() { setFocusRadius(theme().px(11)); }

void FilterChip::setActive(bool active)
{
    m_active = active;
    update();
}

QSize FilterChip::sizeHint() const
{
    const Theme &look = theme();
    return {advance(look.font(TextStyle::Small), label()) + 2 * look.px(padding) + look.px(gap) + look.px(markSize),
            look.px(22)};
}

QRect FilterChip::markRect() const
{
    const int side = theme().px(markSize);
    const QRect logical(width() - theme().px(padding) - side, (height() - side) / 2, side, side);
    return QStyle::visualRect(layoutDirection(), rect(), logical);
}

void FilterChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &look = theme();
    const QColor border = m_active ? QColor() : look.color(Token::Line);
    const QColor fill = look.color(m_active ? Token::Sel : isHot() ? Token::Hover : Token::Base);
    paintPanel(painter, rect(), height() / 2.0, fill, border);
    const QColor ink = look.color(!isEnabled() ? Token::TextOff : m_active ? Token::Text1 : Token::Text2);
    painter.setFont(look.font(TextStyle::Small));
    painter.setPen(ink);
    const QRect logical = rect().adjusted(look.px(padding), 0, -look.px(padding + markSize), 0);
    painter.drawText(QStyle::visualRect(layoutDirection(), rect(), logical),
                     int(Qt::AlignVCenter | QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft)), label());
    paintIcon(painter, markRect(), look, m_active ? u"x"_s : u"chevron-down"_s, ink);
}

void FilterChip::keyPressEvent(QKeyEvent *event)
{
    if (m_active && (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace))
        Q_EMIT removed();
    else
        PaintedButton::keyPressEvent(event);
}

void FilterChip::mousePressEvent(QMouseEvent *event)
{
    const int reach = theme().px(4);
    if (m_active && event->button() == Qt::LeftButton
        && markRect().adjusted(-reach, -reach, reach, reach).contains(event->position().toPoint()))
        Q_EMIT removed();
    else
        PaintedButton::mousePressEvent(event);
}

StatusChip::StatusChip(QWidget *parent) : PaintedButton(parent) { StatusChip::themeChanged(); }

void StatusChip::themeChanged() { setFocusRadius(theme().px(4)); }

void StatusChip::setState(const Chip &chip)
{
    m_kind = Kind::State;
    m_chip = chip;
    setLabel(chip.text);
}

void StatusChip::setPlain(const QString &iconName, const QString &text)
{
    m_kind = Kind::Icon;
    m_iconName = iconName;
    setLabel(text);
}

void StatusChip::setPerson(const QString &id, const QString &initials, const QString &text)
{
    m_kind = Kind::Person;
    m_personId = id;
    m_initials = initials;
    setLabel(text);
}

QSize StatusChip::sizeHint() const
{
    const Theme &look = theme();
    if (m_kind == Kind::State) return chipSize(look, m_chip).toSize();
    const int glyph = look.px(m_kind == Kind::Person ? 16 : 14);
    return {2 * look.px(padding) + glyph + look.px(gap) + advance(look.font(TextStyle::Small), label()), look.px(22)};
}

void StatusChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &look = theme();
    if (m_kind == Kind::State) {
        paintChip(painter, rect(), look, m_chip);
        if (isHot()) paintPanel(painter, rect(), look.px(4), {}, look.color(m_chip.tone.ink));
        return;
    }
    paintPanel(painter, rect(), look.px(4), look.color(isHot() ? Token::Hover : Token::Base), look.color(Token::Line));
    const QColor ink = look.color(isEnabled() ? Token::Text1 : Token::TextOff);
    const int side = look.px(m_kind == Kind::Person ? 16 : 14);
    const QRect logical(look.px(padding), (height() - side) / 2, side, side);
    const QRect glyph = QStyle::visualRect(layoutDirection(), rect(), logical);
    if (m_kind == Kind::Person)
        paintAvatar(painter, glyph, look, m_personId, m_initials);
    else
        paintIcon(painter, glyph, look, m_iconName, look.color(isEnabled() ? Token::Text2 : Token::TextOff));
    painter.setFont(look.font(TextStyle::Small));
    painter.setPen(ink);
    const QRect area(logical.right() + 1 + look.px(gap), 0, width(), height());
    painter.drawText(QStyle::visualRect(layoutDirection(), rect(), area),
                     int(Qt::AlignVCenter | QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft)), label());
}

} // namespace akwaba
