// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/escalations/escalationboard.h"

#include "ui/escalations/boardcolumn.h"
#include "ui/text/translate.h"
#include "ui/widgets/label.h"

#include <QBoxLayout>
#include <QEvent>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace akwaba {

EscalationBoard::EscalationBoard(QWidget *parent)
    : QScrollArea(parent), m_title(new Label(TextStyle::Title)), m_hint(new Label(TextStyle::Small, Token::Text3)),
      m_row(new QHBoxLayout)
{
    const Theme &look = themeOf(this);
    setObjectName(u"escalationBoard"_s);
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(look.px(20), look.px(12), look.px(20), look.px(16));
    column->setSpacing(look.px(12));
    auto *head = new QHBoxLayout;
    head->setSpacing(look.px(10));
    head->addWidget(m_title);
    head->addWidget(m_hint, 1);
    column->addLayout(head);
    m_row->setSpacing(look.px(12));
    column->addLayout(m_row, 1);
    setWidget(page);
    updateWords();
}

void EscalationBoard::setTiers(const QList<BoardTier> &tiers)
{
    while (m_columns.size() > tiers.size())
        delete m_columns.takeLast();
    while (m_columns.size() < tiers.size()) {
        auto *column = new BoardColumn;
        m_columns.append(column);
        m_row->addWidget(column, 1);
        connect(&column->list(), &BoardList::ticketChosen, this, &EscalationBoard::ticketChosen);
        connect(&column->list(), &BoardList::sideways, this, [this, column](int step) { goSideways(column, step); });
    }
    for (qsizetype i = 0; i < tiers.size(); ++i)
        m_columns.at(i)->setTier(tiers.at(i));
}

void EscalationBoard::takeFocus()
{
    const auto first = std::ranges::find_if(
        m_columns, [](const BoardColumn *column) { return column->list().model()->rowCount() > 0; });
    if (first == m_columns.cend()) return setFocus();
    BoardList &list = (*first)->list();
    if (!list.currentIndex().isValid()) list.setCurrentIndex(list.model()->index(0, 0));
    list.setFocus(Qt::ShortcutFocusReason);
}

void EscalationBoard::goSideways(const BoardColumn *from, int step)
{
    for (qsizetype i = m_columns.indexOf(from) + step; i >= 0 && i < m_columns.size(); i += step) {
        BoardList &list = m_columns.at(i)->list();
        if (list.model()->rowCount() == 0) continue;
        if (!list.currentIndex().isValid()) list.setCurrentIndex(list.model()->index(0, 0));
        ensureWidgetVisible(m_columns.at(i));
        return list.setFocus(Qt::ShortcutFocusReason);
    }
}

void EscalationBoard::updateWords()
{
    m_title->setText(translate("Board", "Escalations by tier"));
    m_hint->setText(translate("Board", "what is due first stands first"));
    setAccessibleName(m_title->text());
}

void EscalationBoard::changeEvent(QEvent *event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) updateWords();
}

} // namespace akwaba
