// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/sectioncard.h"

#include "ui/widgets/buttonlook.h"
#include "ui/widgets/label.h"
#include "ui/widgets/smallwidgets.h"

#include <QEvent>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace akwaba {

SectionCard::SectionCard(const QString &iconName, const QString &title, QWidget *parent)
    : QWidget(parent), m_title(new Label(title, TextStyle::SmallStrong, Token::Text1, this)),
      m_trailing(new Label(TextStyle::Small, Token::Text3, this)), m_link(new QPushButton(this)),
      m_body(new QVBoxLayout)
{
    auto *head = new QHBoxLayout;
    head->setSpacing(themeOf(this).px(6));
    head->addWidget(new IconLabel(iconName, 14, Token::Text3, this));
    head->addWidget(m_title);
    head->addStretch();
    head->addWidget(m_trailing);
    head->addWidget(m_link);
    auto *column = new QVBoxLayout(this);
    column->addLayout(head);
    column->addLayout(m_body);
    akwaba::setLook(m_link, ButtonLook::SmallLink);
    m_link->hide();
    m_trailing->hide();
    setAccessibleName(title);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(m_link, &QPushButton::clicked, this, &SectionCard::linkActivated);
    applyTheme();
}

void SectionCard::setTitle(const QString &title)
{
    m_title->setText(title);
    setAccessibleName(title);
}

void SectionCard::setTrailingText(const QString &text)
{
    m_trailing->setText(text);
    m_trailing->setVisible(!text.isEmpty());
}

void SectionCard::setLink(const QString &text)
{
    m_link->setText(text);
    m_link->setVisible(!text.isEmpty());
}

void SectionCard::applyTheme()
{
    const Theme &theme = themeOf(this);
    layout()->setContentsMargins(theme.px(14), theme.px(12), theme.px(14), theme.px(12));
    layout()->setSpacing(theme.px(8));
    m_body->setSpacing(theme.px(4));
}

void SectionCard::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange) applyTheme();
}

void SectionCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(0, height() - 1, width(), 1, themeOf(this).color(Token::Line));
}

} // namespace akwaba
