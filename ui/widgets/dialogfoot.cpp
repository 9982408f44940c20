// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/dialogfoot.h"

#include "ui/widgets/label.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace akwaba {

using namespace Qt::StringLiterals;

DialogFoot::DialogFoot(const QString &note, QWidget *parent)
    : QWidget(parent), m_row(new QHBoxLayout(this)), m_note(new Label(note, TextStyle::Small, Token::Text3))
{
    const Theme &theme = themeOf(this);
    setBackgroundRole(QPalette::AlternateBase);
    setAutoFillBackground(true);
    setFixedHeight(theme.px(52));
    m_row->setContentsMargins(theme.px(16), 0, theme.px(16), 0);
    m_row->setSpacing(theme.px(8));
    m_note->setObjectName(u"footNote"_s);
    m_note->setElided(true);
    m_row->addWidget(m_note, 1);
}

void DialogFoot::setNote(const QString &note, Token color)
{
    m_note->setColor(color);
    m_note->setText(note);
}

void DialogFoot::add(QPushButton *button)
{
    button->setAutoDefault(false);
    m_row->addWidget(button);
}

} // namespace akwaba
