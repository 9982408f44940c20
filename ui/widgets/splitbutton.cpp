// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/splitbutton.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QPushButton>
#include <QStyle>

namespace akwaba {

using namespace Qt::StringLiterals;

SplitButton::SplitButton(const QString &text, const QString &menuName, QWidget *parent)
    : QWidget(parent), m_main(new QPushButton(text, this)), m_more(new QPushButton(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_main);
    row->addWidget(m_more);
    m_more->setIcon(icon(themeOf(this), u"chevron-down"_s));
    setMenuName(menuName);
    m_more->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setJoined(m_main, Joined::Start);
    setJoined(m_more, Joined::End);
    setLook(ButtonLook::Primary);
    setFocusProxy(m_main);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_main->installEventFilter(this);
    connect(m_main, &QPushButton::clicked, this, &SplitButton::clicked);
    connect(m_more, &QPushButton::clicked, this, &SplitButton::showMenu);
}

void SplitButton::setText(const QString &text) { m_main->setText(text); }

QString SplitButton::text() const { return m_main->text(); }

void SplitButton::setMenuName(const QString &name)
{
    m_more->setAccessibleName(name);
    m_more->setToolTip(name);
}

void SplitButton::setIconName(const QString &iconName) { m_main->setIcon(icon(themeOf(this), iconName)); }

void SplitButton::setLook(ButtonLook look)
{
    akwaba::setLook(m_main, look);
    akwaba::setLook(m_more, look);
}

void SplitButton::setMenu(QMenu *menu) { m_menu = menu; }

void SplitButton::showMenu()
{
    if (!m_menu) return;
    // Above the button: composers put it at the bottom of the window. QMenu moves it when there is no room.
    const QSize size = m_menu->sizeHint();
    const QRect above(width() - size.width(), -size.height() - 2, size.width(), size.height());
    m_menu->popup(mapToGlobal(QStyle::visualRect(layoutDirection(), rect(), above).topLeft()));
}

bool SplitButton::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_main && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Down) {
        showMenu();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace akwaba
