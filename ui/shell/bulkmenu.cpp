// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/bulkmenu.h"

#include "ui/text/enumwords.h"
#include "ui/text/translate.h"

namespace akwaba {

using namespace Qt::StringLiterals;

namespace {

QList<BulkChoice> owners(const Directories &directories, const AgentId &me)
{
    QList<BulkChoice> choices{{translate("TicketHeader", "Me"), BulkAssign{{}, me}, {}, false},
                              {translate("TicketHeader", "Nobody"), BulkAssign{}, {}, false}};
    bool isFirst = true;
    for (const Agent &agent : directories.agents) {
        if (!agent.active || agent.id == me) continue;
        choices.append({agent.name, BulkAssign{{}, agent.id}, {}, std::exchange(isFirst, false)});
    }
    isFirst = true;
    for (const Team &team : directories.teams) {
        if (!team.active) continue;
        choices.append({translate("TicketHeader", "Team %1").arg(team.name),
                        BulkAssign{team.id, {}},
                        {},
                        std::exchange(isFirst, false)});
    }
    return choices;
}

QList<BulkChoice> tagChoices(const Directories &directories)
{
    QList<BulkChoice> choices;
    for (const bool add : {true, false}) {
        const QString group = add ? translate("Bulk", "Add") : translate("Bulk", "Remove");
        for (const Tag &tag : directories.tags)
            if (tag.active || !add) choices.append({tag.name, BulkTag{tag.id, add}, group, false});
    }
    return choices;
}

/// Names may hold "&", which a menu would take for a mnemonic.
QString inBulkMenu(QString name) { return name.replace(u'&', u"&&"_s); }

} // namespace

QList<BulkChoice> bulkChoices(ActionId id, const Directories &directories, const AgentId &me)
{
    QList<BulkChoice> choices;
    switch (id) {
    case ActionId::Assign: return owners(directories, me);
    case ActionId::Tags: return tagChoices(directories);
    case ActionId::Status:
        for (const TicketStatus to :
             {TicketStatus::Open, TicketStatus::WaitingCustomer, TicketStatus::WaitingThirdParty,
              TicketStatus::Resolved, TicketStatus::Closed, TicketStatus::Spam})
            choices.append({word(to), BulkStatus{to}, {}, false});
        break;
    case ActionId::Priority:
        for (const Priority to : {Priority::Urgent, Priority::High, Priority::Normal, Priority::Low})
            choices.append({word(to), BulkPriority{to}, {}, false});
        break;
    case ActionId::Category:
        for (const Category &category : directories.categories)
            if (category.active) choices.append({nameOf(category), BulkCategory{category.id}, {}, false});
        break;
    default: break;
    }
    return choices;
}

BulkMenu::BulkMenu(const QList<BulkChoice> &choices, const EffectOf &effectOf, QWidget *parent) : QMenu(parent)
{
    setObjectName(u"bulkMenu"_s);
    QHash<QString, QMenu *> groups{{QString(), this}};
    for (const BulkChoice &choice : choices) {
        QMenu *&menu = groups[choice.group];
        if (menu == nullptr) menu = addMenu(choice.group);
        if (choice.startsGroup) menu->addSeparator();
        const Effect effect = effectOf ? effectOf(choice.change) : Effect();
        const QString words = inBulkMenu(choice.text);
        QAction *action = menu->addAction(effect.words.isEmpty() ? words : words + u'\t' + effect.words);
        action->setEnabled(effect.isPossible);
        connect(action, &QAction::triggered, this, [this, change = choice.change] { Q_EMIT chosen(change); });
    }
}

} // namespace akwaba
