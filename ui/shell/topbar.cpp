// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/topbar.h"

#include "ui/shell/actionset.h"
#include "ui/shell/personbutton.h"
#include "ui/shell/syncbadge.h"
#include "ui/text/translate.h"
#include "ui/widgets/iconbutton.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/searchfield.h"

#include <QAction>
#include <QBoxLayout>
#include <QEvent>
#include <QMenu>
#include <QPainter>
#include <QPushButton>

namespace akwaba {

using namespace Qt::StringLiterals;

namespace {

/// The mark at the left end.
class Mark : public QWidget {
public:
    explicit Mark(QWidget *parent) : QWidget(parent)
    {
        const int side = themeOf(this).px(22);
        setFixedSize(side, side);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        paintLogo(painter, rect(), themeOf(this));
    }
};

} // namespace

TopBar::TopBar(ActionSet &actions, QWidget *parent)
    : QWidget(parent), m_search(new SearchField({}, {}, this)), m_new(new QPushButton(this)),
      m_newMenu(new QMenu(this)), m_sync(new SyncBadge(this)), m_outbox(new OutboxBadge(this)),
      m_bell(new IconButton(u"bell"_s, {}, this)), m_person(new PersonButton(this)), m_personMenu(new QMenu(this))
{
    setObjectName(u"topBar"_s);
    m_search->setObjectName(u"search"_s);
    const auto showKeys = [this, &actions] { m_search->setKeyHint(actions.keyName(ActionId::SearchTickets)); };
    connect(&actions, &ActionSet::keysChanged, this, showKeys);
    showKeys();
    m_new->setObjectName(u"newButton"_s);
    for (const ActionId id : {ActionId::NewCall, ActionId::CaptureMessage})
        m_newMenu->addAction(actions.action(id));
    connect(m_new, &QPushButton::clicked, this,
            [this] { m_newMenu->popup(m_new->mapToGlobal(QPoint(0, m_new->height() + 4))); });
    for (const ActionId id : {ActionId::Preferences, ActionId::WorkOffline, ActionId::LanguageFrench,
                              ActionId::LanguageEnglish, ActionId::LogOut})
        m_personMenu->addAction(actions.action(id));
    m_person->setMenu(m_personMenu);
    connect(m_sync, &QAbstractButton::clicked, actions.action(ActionId::SyncNow), &QAction::trigger);
    m_bell->setObjectName(u"bell"_s);
    connect(m_bell, &QAbstractButton::clicked, actions.action(ActionId::ShowNotices), &QAction::trigger);

    auto *row = new QHBoxLayout(this);
    const Theme &theme = themeOf(this);
    row->setContentsMargins(theme.px(12), 0, theme.px(12), 0);
    row->setSpacing(theme.px(8));
    row->addWidget(new Mark(this));
    row->addSpacing(theme.px(6));
    row->addWidget(m_search);
    row->addWidget(m_new);
    row->addStretch();
    row->addWidget(m_sync);
    row->addWidget(m_outbox);
    row->addWidget(m_bell);
    row->addWidget(m_person);
    m_search->setMinimumWidth(theme.px(120));
    m_search->setMaximumWidth(theme.px(360));
    m_search->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    retranslate();
}

void TopBar::retranslate()
{
    m_search->setPlaceholderText(translate("TopBar", "Search tickets…"));
    m_search->setAccessibleName(translate("TopBar", "Search tickets"));
    m_bell->setName(translate("TopBar", "Notifications"));
    m_new->setText(translate("TopBar", "New"));
    m_new->setIcon(icon(themeOf(this), u"plus"_s, Token::Text1));
}

void TopBar::setAgent(const Agent &agent) { m_person->setAgent(agent); }

void TopBar::setStatus(const SyncStatus &status)
{
    m_sync->setStatus(status);
    m_outbox->setCounts(status.pending, status.notSent);
}

void TopBar::setUnreadNotices(int count) { m_bell->setCount(count); }

void TopBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = themeOf(this);
    painter.fillRect(rect(), theme.color(Token::Win));
    drawHLine(painter, 0, width(), height() - 1, theme.color(Token::Line));
}

void TopBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

} // namespace akwaba
