// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ticket/ticketheader.h"

#include "core/actions/commandmaking.h"
#include "ui/text/actionwords.h"
#include "ui/text/enumwords.h"
#include "ui/text/marks.h"
#include "ui/text/translate.h"
#include "ui/widgets/chips.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/iconbutton.h"
#include "ui/widgets/label.h"
#include "ui/widgets/smallwidgets.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

/// Names may hold "&", which a menu would take for a mnemonic.
QString inMenu(QString name) { return name.replace(u'&', u"&&"_s); }

template <class Do> void addChoice(QMenu *menu, const QString &text, bool current, QObject *context, const Do &chosen)
{
    QAction *action = menu->addAction(inMenu(text));
    action->setCheckable(true);
    action->setChecked(current);
    QObject::connect(action, &QAction::triggered, context, chosen);
}

} // namespace

TicketHeader::TicketHeader(QWidget *parent)
    : QWidget(parent), m_column(new QVBoxLayout(this)), m_first(new QHBoxLayout), m_second(new FlowLayout),
      m_number(new Label(TextStyle::Reading, Token::Text3, this)),
      m_subject(new Label(TextStyle::Heading, Token::Text1, this)), m_follow(new IconButton(u"star"_s, {}, this)),
      m_status(new StatusChip(this)), m_priority(new StatusChip(this)), m_category(new StatusChip(this)),
      m_owner(new StatusChip(this)), m_tags(new StatusChip(this)),
      m_presence(new Label(TextStyle::Small, Token::Text2, this)), m_clock(new PillLabel(this)),
      m_statusMenu(new QMenu(this)), m_priorityMenu(new QMenu(this)), m_categoryMenu(new QMenu(this)),
      m_ownerMenu(new QMenu(this)), m_tagMenu(new QMenu(this))
{
    nameParts();
    m_subject->setElided(true);
    m_follow->setCheckable(true);
    m_status->setMenu(m_statusMenu);
    m_priority->setMenu(m_priorityMenu);
    m_category->setMenu(m_categoryMenu);
    m_owner->setMenu(m_ownerMenu);
    m_tags->setMenu(m_tagMenu);
    m_first->addWidget(m_number);
    m_first->addWidget(m_subject, 1);
    m_first->addWidget(m_presence); // here nothing moves but the end of the subject
    m_first->addWidget(m_clock);
    m_first->addWidget(m_follow);
    for (StatusChip *chip : {m_status, m_priority, m_category, m_owner, m_tags})
        m_second->addWidget(chip);
    m_presence->hide();
    m_clock->hide();
    m_column->addLayout(m_first);
    m_column->addLayout(m_second);
    connect(m_follow, &IconButton::clicked, this, &TicketHeader::followToggled);
    applyTheme();
}

void TicketHeader::nameParts()
{
    setObjectName(u"ticketHeader"_s);
    m_number->setObjectName(u"ticketNumber"_s);
    m_subject->setObjectName(u"ticketSubject"_s);
    m_follow->setObjectName(u"ticketFollow"_s);
    m_status->setObjectName(u"ticketStatus"_s);
    m_priority->setObjectName(u"ticketPriority"_s);
    m_category->setObjectName(u"ticketCategory"_s);
    m_owner->setObjectName(u"ticketOwner"_s);
    m_tags->setObjectName(u"ticketTags"_s);
    m_presence->setObjectName(u"ticketPresence"_s);
    m_clock->setObjectName(u"ticketClock"_s);
}

void TicketHeader::applyTheme()
{
    const Theme &theme = themeOf(this);
    m_column->setContentsMargins(theme.px(16), theme.px(8), theme.px(12), theme.px(10));
    m_column->setSpacing(theme.px(6));
    m_first->setSpacing(theme.px(8));
    m_second->setSpacing(theme.px(6));
}

void TicketHeader::setTicket(const Ticket &ticket, const Directories &directories, const AgentId &me)
{
    m_ticket = ticket;
    m_directories = directories;
    m_me = me;
    refresh();
}

void TicketHeader::setPresence(const QString &words, bool replies)
{
    m_presence->setText(words);
    m_presence->setColor(replies ? Token::Breach : Token::Text2);
    m_presence->setVisible(!words.isEmpty());
}

void TicketHeader::setClock(const std::optional<Pill> &left, const QString &spoken)
{
    m_clock->setVisible(left.has_value());
    if (left) m_clock->setPill(*left, spoken);
}

void TicketHeader::refresh()
{
    const NameOf names = m_directories.names();
    m_number->setText(m_ticket.number.isEmpty() ? translate("TicketHeader", "number pending")
                                                : translate("TicketHeader", "No. %1").arg(m_ticket.number));
    m_subject->setText(m_ticket.subject.isEmpty() ? translate("TicketHeader", "(no subject)") : m_ticket.subject);
    const bool following = m_ticket.followers.contains(m_me);
    m_follow->setChecked(following);
    m_follow->setColor(following ? Token::Accent : Token::Text2);
    m_follow->setName(following ? translate("TicketHeader", "No longer follow") : actionLabel(ActionId::Follow));
    m_status->setState(chipOf(m_ticket.status));
    m_status->setAccessibleName(translate("TicketHeader", "Status: %1").arg(word(m_ticket.status)));
    m_priority->setPlain(u"flag"_s, word(m_ticket.priority));
    m_priority->setAccessibleName(translate("TicketHeader", "Priority: %1").arg(word(m_ticket.priority)));
    const QString category = m_ticket.category.isEmpty() ? QString() : names(m_ticket.category.value);
    const QString shown = category.isEmpty() ? translate("TicketHeader", "No category") : category;
    m_category->setPlain(u"category"_s, shown);
    m_category->setAccessibleName(translate("TicketHeader", "Category: %1").arg(shown));
    showOwner();
    showTags();
    fillMenus();
}

void TicketHeader::showOwner()
{
    const NameOf names = m_directories.names();
    const QString team = names(m_ticket.team.value);
    if (m_ticket.assignee.isEmpty()) {
        const QString nobody = team.isEmpty() ? translate("TicketHeader", "Nobody") : team;
        m_owner->setPlain(team.isEmpty() ? u"user-question"_s : u"users"_s, nobody);
        m_owner->setAccessibleName(translate("TicketHeader", "Assigned to: %1").arg(nobody));
        return;
    }
    const QString name = names(m_ticket.assignee.value);
    const QString label = m_ticket.assignee == m_me ? translate("TicketHeader", "Me") : name;
    m_owner->setPerson(m_ticket.assignee.value, initials(name), label);
    m_owner->setAccessibleName(translate("TicketHeader", "Assigned to: %1").arg(name));
    m_owner->setToolTip(team.isEmpty() ? name : name + u" · "_s + team);
}

void TicketHeader::showTags()
{
    const NameOf names = m_directories.names();
    QStringList known;
    for (const TagId &tag : std::as_const(m_ticket.tags))
        known.append(names(tag.value));
    known.removeAll(QString());
    const QString all = known.join(u", "_s);
    // The row of chips is as wide as the conversation: many tags are counted, and told by the tool tip.
    const QString label = known.isEmpty() ? translate("TicketHeader", "Tags")
        : known.size() == 1
        ? known.first()
        : translate("TicketHeader", "%1 +%2", "a tag and how many more").arg(known.first()).arg(known.size() - 1);
    m_tags->setPlain(u"tag"_s, label);
    m_tags->setToolTip(all);
    m_tags->setAccessibleName(known.isEmpty() ? translate("TicketHeader", "No tags")
                                              : translate("TicketHeader", "Tags: %1").arg(all));
}

void TicketHeader::fillMenus()
{
    const bool fixed = m_ticket.status == TicketStatus::Merged;
    for (StatusChip *chip : {m_status, m_priority, m_category, m_owner, m_tags})
        chip->setEnabled(!fixed);
    m_statusMenu->clear();
    for (const TicketStatus status : statusChoices(m_ticket.status))
        addChoice(m_statusMenu, word(status), false, this, [this, status] { Q_EMIT statusChosen(status); });
    m_priorityMenu->clear();
    for (const Priority priority : {Priority::Urgent, Priority::High, Priority::Normal, Priority::Low})
        addChoice(m_priorityMenu, word(priority), priority == m_ticket.priority, this,
                  [this, priority] { Q_EMIT priorityChosen(priority); });
    m_categoryMenu->clear();
    for (const Category &category : std::as_const(m_directories.categories))
        if (category.active)
            addChoice(m_categoryMenu, nameOf(category), category.id == m_ticket.category, this,
                      [this, id = category.id] { Q_EMIT categoryChosen(id); });
    fillOwnerMenu();
    fillTagMenu();
}

void TicketHeader::fillOwnerMenu()
{
    m_ownerMenu->clear();
    const auto offer = [this](const QString &text, const TeamId &team, const AgentId &agent) {
        const bool current = m_ticket.assignee == agent && m_ticket.team == team;
        addChoice(m_ownerMenu, text, current, this, [this, team, agent] { Q_EMIT ownerChosen(team, agent); });
    };
    offer(translate("TicketHeader", "Me"), m_ticket.team, m_me);
    offer(translate("TicketHeader", "Nobody"), m_ticket.team, {});
    m_ownerMenu->addSeparator();
    for (const Agent &agent : std::as_const(m_directories.agents))
        if (agent.active && agent.id != m_me) offer(agent.name, m_ticket.team, agent.id);
    m_ownerMenu->addSeparator();
    for (const Team &team : std::as_const(m_directories.teams))
        if (team.active) offer(translate("TicketHeader", "Team %1").arg(team.name), team.id, {});
}

void TicketHeader::fillTagMenu()
{
    m_tagMenu->clear();
    for (const Tag &tag : std::as_const(m_directories.tags)) {
        const bool has = m_ticket.tags.contains(tag.id);
        if (!tag.active && !has) continue;
        addChoice(m_tagMenu, tag.name, has, this, [this, id = tag.id, has] {
            QList<TagId> wanted = m_ticket.tags;
            if (has)
                wanted.removeAll(id);
            else
                wanted.append(id);
            Q_EMIT tagsChosen(wanted);
        });
    }
}

bool TicketHeader::openMenu(ActionId id)
{
    switch (id) {
    case ActionId::Status: m_status->showMenu(); return true;
    case ActionId::Priority: m_priority->showMenu(); return true;
    case ActionId::Category: m_category->showMenu(); return true;
    case ActionId::Assign: m_owner->showMenu(); return true;
    case ActionId::Tags: m_tags->showMenu(); return true;
    default: return false;
    }
}

void TicketHeader::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = themeOf(this);
    painter.fillRect(rect(), theme.color(Token::Base));
    drawHLine(painter, 0, width(), height() - 1, theme.color(Token::Line));
}

void TicketHeader::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange) applyTheme();
    if (event->type() == QEvent::LanguageChange && !m_ticket.id.isEmpty()) refresh();
}

} // namespace akwaba
