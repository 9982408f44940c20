// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/supervision/figurecard.h"

#include "ui/supervision/figuretable.h"
#include "ui/text/translate.h"
#include "ui/widgets/iconbutton.h"
#include "ui/widgets/label.h"
#include "ui/widgets/paint.h"

#include <QBoxLayout>
#include <QEvent>
#include <QPainter>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace akwaba {

void paintCard(QWidget *card)
{
    const Theme &look = themeOf(card);
    QPainter painter(card);
    painter.setRenderHint(QPainter::Antialiasing);
    paintPanel(painter, card->rect(), look.px(10), look.color(Token::Raised), look.color(Token::Line));
}

FigureCard::FigureCard(QWidget *content, Content kind, QWidget *parent)
    : QWidget(parent), m_title(new Label(TextStyle::BodyStrong, Token::Text1, this)),
      m_subtitle(new Label(TextStyle::Small, Token::Text3, this)), m_toTable(new IconButton(u"list"_s, {}, this)),
      m_pages(new QStackedWidget(this)), m_table(new FigureTable(this))
{
    auto *head = new QHBoxLayout;
    head->setSpacing(themeOf(this).px(8));
    head->addWidget(m_title);
    head->addWidget(m_subtitle, 1);
    head->addWidget(m_toTable);
    auto *column = new QVBoxLayout(this);
    column->addLayout(head);
    column->addWidget(m_pages, 1);
    m_pages->addWidget(content);
    m_pages->addWidget(m_table);
    m_subtitle->setElided(true);
    m_toTable->setObjectName(u"toTable"_s);
    m_toTable->setCheckable(true);
    m_toTable->setVisible(kind == Content::Chart);
    connect(m_toTable, &IconButton::toggled, this, &FigureCard::setTableShown);
    applyTheme();
}

void FigureCard::setTitle(const QString &title, const QString &subtitle)
{
    m_title->setText(title);
    m_subtitle->setText(subtitle);
    setAccessibleName(title);
    m_table->setAccessibleName(title);
    m_toTable->setName(m_toTable->isChecked() ? translate("Supervision", "%1: as a chart").arg(title)
                                              : translate("Supervision", "%1: as a table").arg(title));
}

void FigureCard::setTableShown(bool shown)
{
    m_toTable->setChecked(shown);
    m_pages->setCurrentIndex(shown ? 1 : 0);
    setTitle(m_title->text(), m_subtitle->text());
}

void FigureCard::applyTheme()
{
    const Theme &look = themeOf(this);
    layout()->setContentsMargins(look.px(16), look.px(10), look.px(12), look.px(12));
    layout()->setSpacing(look.px(6));
}

void FigureCard::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange) applyTheme();
}

void FigureCard::paintEvent(QPaintEvent *) { paintCard(this); }

} // namespace akwaba
