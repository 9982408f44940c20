// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/statusstrip.h"

#include "ui/shell/actionset.h"
#include "ui/text/translate.h"
#include "ui/widgets/label.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/smallwidgets.h"

#include <QBoxLayout>
#include <QEvent>
#include <QPainter>

namespace akwaba {

using namespace Qt::StringLiterals;

StatusStrip::StatusStrip(const ActionSet &actions, QWidget *parent)
    : QWidget(parent), m_actions(actions), m_text(new Label(TextStyle::Pill, Token::Text3, this)),
      m_hints(new QWidget(this))
{
    setObjectName(u"statusStrip"_s);
    m_text->setObjectName(u"statusText"_s);
    m_text->setElided(true);
    auto *row = new QHBoxLayout(this);
    const Theme &theme = themeOf(this);
    row->setContentsMargins(theme.px(12), 1, theme.px(12), 0);
    row->setSpacing(theme.px(16));
    row->addWidget(m_text, 1);
    row->addWidget(m_hints);
    auto *hints = new QHBoxLayout(m_hints);
    hints->setContentsMargins(0, 0, 0, 0);
    hints->setSpacing(theme.px(4));
    connect(&actions, &ActionSet::keysChanged, this, &StatusStrip::fillHints);
    fillHints();
}

void StatusStrip::setText(const QString &text) { m_text->setText(text); }

void StatusStrip::fillHints()
{
    qDeleteAll(m_hints->findChildren<QWidget *>(Qt::FindDirectChildrenOnly));
    const auto add = [&](std::initializer_list<ActionId> ids, const QString &words) {
        for (const ActionId id : ids)
            if (const QString key = m_actions.keyName(id); !key.isEmpty())
                m_hints->layout()->addWidget(new KeyHint(key));
        m_hints->layout()->addWidget(new Label(words + u"   "_s, TextStyle::Pill, Token::Text3));
    };
    add({ActionId::NextTicket, ActionId::PreviousTicket}, translate("StatusStrip", "next, previous"));
    add({ActionId::Reply}, translate("StatusStrip", "reply"));
    add({ActionId::Shortcuts}, translate("StatusStrip", "shortcuts"));
}

void StatusStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = themeOf(this);
    painter.fillRect(rect(), theme.color(Token::Win));
    drawHLine(painter, 0, width(), 0, theme.color(Token::Line));
}

void StatusStrip::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) fillHints();
    QWidget::changeEvent(event);
}

} // namespace akwaba
