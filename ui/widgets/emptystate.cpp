// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/emptystate.h"

#include "ui/widgets/label.h"
#include "ui/widgets/smallwidgets.h"

#include <QEvent>
#include <QPushButton>
#include <QVBoxLayout>

namespace akwaba {

EmptyState::EmptyState(const QString &iconName, const QString &title, const QString &advice, QWidget *parent)
    : QWidget(parent), m_icon(new IconLabel(iconName, 24, Token::Text3, this)),
      m_title(new Label(TextStyle::BodyStrong, Token::Text1, this)),
      m_advice(new Label(TextStyle::Body, Token::Text2, this)), m_action(new QPushButton(this))
{
    auto *column = new QVBoxLayout(this);
    column->setSpacing(0);
    column->addStretch(2);
    column->addWidget(m_icon, 0, Qt::AlignHCenter);
    column->addWidget(m_title);
    column->addWidget(m_advice);
    column->addWidget(m_action, 0, Qt::AlignHCenter);
    column->addStretch(3);
    for (Label *label : {m_title, m_advice}) {
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(true);
    }
    m_action->hide();
    connect(m_action, &QPushButton::clicked, this, &EmptyState::actionTriggered);
    applyTheme();
    setContent(iconName, title, advice);
}

void EmptyState::applyTheme()
{
    const Theme &theme = themeOf(this);
    m_title->setContentsMargins(0, theme.px(6), 0, theme.px(2));
    m_action->setMinimumHeight(theme.px(28));
    m_advice->setContentsMargins(0, 0, 0, theme.px(12));
}

void EmptyState::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange) applyTheme();
}

void EmptyState::setContent(const QString &iconName, const QString &title, const QString &advice)
{
    m_icon->setIcon(iconName, Token::Text3);
    m_title->setText(title);
    m_advice->setText(advice);
    setAccessibleName(title);
    setAccessibleDescription(advice);
}

void EmptyState::setAction(const QString &text)
{
    m_action->setText(text);
    m_action->setVisible(!text.isEmpty());
}

} // namespace akwaba
