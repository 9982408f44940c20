// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/actions/macros.h"

#include "core/actions/commandmaking.h"
#include "core/sla/facts.h"
#include "core/text/fold.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

bool hasAllWords(const QStringList &texts, const QString &typed)
{
    const QString all = folded(texts.join(u'\n'));
    const QStringList words = folded(typed).split(u' ', Qt::SkipEmptyParts);
    return std::ranges::all_of(words, [&all](const QString &word) { return all.contains(word); });
}

QStringList textsOf(const Macro &macro)
{
    QStringList texts{macro.nameFr, macro.nameEn};
    for (const MacroStep &step : macro.steps)
        texts += {step.textFr, step.textEn};
    return texts;
}

bool fits(const Macro &macro, const sla::Attributes &ticket, MacroPlace place)
{
    if (!macro.places.isEmpty() && !macro.places.contains(place)) return false;
    return std::ranges::all_of(macro.conditions,
                               [&ticket](const FieldCondition &condition) { return sla::holds(condition, ticket); });
}

/// What the steps say of one thing that a ticket has one of; null where they don't.
const MacroStep *stepOf(const QList<MacroStep> &steps, MacroAct act)
{
    const auto found = std::ranges::find(steps, act, &MacroStep::act);
    return found == steps.end() ? nullptr : &*found;
}

class Expansion {
public:
    Expansion(const QList<MacroStep> &steps, const Ticket &ticket, const Applying &applying)
        : m_steps(steps), m_ticket(ticket), m_applying(applying)
    {
    }

    QList<Command> commands()
    {
        for (const MacroStep &step : m_steps)
            add(step);
        return m_commands;
    }

private:
    void add(const MacroStep &step)
    {
        switch (step.act) {
        case MacroAct::Reply:
        case MacroAct::Note: return;
        case MacroAct::Status: return addStatus(fromWireName<TicketStatus>(step.value));
        case MacroAct::Priority: return addPriority(fromWireName<Priority>(step.value));
        case MacroAct::Category:
            if (step.value != m_ticket.category.value)
                m_commands.append(withCategory(m_ticket, CategoryId{step.value}));
            return;
        case MacroAct::AddTag:
        case MacroAct::RemoveTag: return addTags();
        case MacroAct::Team:
        case MacroAct::Agent: return addOwner();
        case MacroAct::Snooze:
            if (isActive(m_ticket.status))
                m_commands.append(snoozed(m_ticket, m_applying.now.addSecs(qint64(step.value.toInt()) * 60)));
            return;
        }
    }

    void addStatus(std::optional<TicketStatus> to)
    {
        if (to && statusChoices(m_ticket.status).contains(*to))
            m_commands.append(withStatus(m_ticket, *to, m_applying.basedOn));
    }

    void addPriority(std::optional<Priority> to)
    {
        if (to && *to != m_ticket.priority) m_commands.append(withPriority(m_ticket, *to));
    }

    void addTags()
    {
        if (std::exchange(m_hasTags, true)) return;
        QList<TagId> wanted = m_ticket.tags;
        for (const MacroStep &step : m_steps) {
            const TagId tag{step.value};
            if (step.act == MacroAct::RemoveTag) wanted.removeAll(tag);
            if (step.act == MacroAct::AddTag && !wanted.contains(tag)) wanted.append(tag);
        }
        const SetTags command = withTags(m_ticket, wanted);
        if (!command.add.isEmpty() || !command.remove.isEmpty()) m_commands.append(command);
    }

    void addOwner()
    {
        if (std::exchange(m_hasOwner, true)) return;
        const MacroStep *agentStep = stepOf(m_steps, MacroAct::Agent);
        const MacroStep *teamStep = stepOf(m_steps, MacroAct::Team);
        const TeamId team = teamStep != nullptr ? TeamId{teamStep->value} : m_ticket.team;
        AgentId agent; // another team has not decided yet who
        if (agentStep != nullptr) agent = agentStep->value == u"me" ? m_applying.me : AgentId{agentStep->value};
        if (team == m_ticket.team && (agentStep == nullptr || agent == m_ticket.assignee)) return;
        const bool takes = agent == m_applying.me && team == m_ticket.team;
        m_commands.append(takes ? taken(m_ticket, agent) : assigned(m_ticket, team, agent));
    }

    const QList<MacroStep> &m_steps;
    const Ticket &m_ticket;
    const Applying &m_applying;
    QList<Command> m_commands;
    bool m_hasTags = false;
    bool m_hasOwner = false;
};

} // namespace

QList<TextModule> offered(const QList<TextModule> &modules, const QString &typed, const UseCounts &uses)
{
    QList<TextModule> found;
    std::ranges::copy_if(modules, std::back_inserter(found), [&typed](const TextModule &module) {
        return module.active && hasAllWords({module.keyword, module.name, module.textFr, module.textEn}, typed);
    });
    const QString beginning = folded(typed).trimmed();
    std::ranges::stable_sort(found, std::ranges::less(), [&](const TextModule &module) {
        return std::tuple(!folded(module.keyword).startsWith(beginning), -uses.value(module.id.value),
                          folded(module.keyword));
    });
    return found;
}

sla::Attributes attributesOf(const Ticket &ticket, const Customer &customer, const Product &product)
{
    sla::Attributes attributes = sla::attributesOf(ticket);
    attributes.insert(u"tier"_s, customer.tier.isEmpty() ? QStringList() : QStringList{customer.tier});
    attributes.insert(u"productKind"_s, product.id.isEmpty() ? QStringList() : QStringList{wireName(product.kind)});
    return attributes;
}

QList<Macro> offered(const QList<Macro> &macros, const sla::Attributes &ticket, MacroPlace place, const QString &typed,
                     const UseCounts &uses)
{
    QList<Macro> found;
    std::ranges::copy_if(macros, std::back_inserter(found), [&](const Macro &macro) {
        return macro.active && fits(macro, ticket, place) && hasAllWords(textsOf(macro), typed);
    });
    std::ranges::stable_sort(found, std::ranges::less(), [&uses](const Macro &macro) {
        return std::tuple(-uses.value(macro.id.value), macro.position, macro.id.value);
    });
    return found;
}

QString writingLanguage(const Ticket &ticket, const Customer &customer, const QString &own)
{
    for (const QString &wanted : QStringList{ticket.language} + customer.preferredLanguages) {
        const QString language = wanted.section(u'-', 0, 0).toLower();
        if (language == u"fr" || language == u"en") return language;
    }
    return own;
}

QString textIn(const QString &language, const QString &fr, const QString &en)
{
    const QString &wanted = language == u"fr" ? fr : en;
    const QString &other = language == u"fr" ? en : fr;
    return wanted.trimmed().isEmpty() ? other : wanted;
}

const MacroStep *textStep(const Macro &macro)
{
    const auto found = std::ranges::find_if(macro.steps, [](const MacroStep &step) { return isText(step.act); });
    return found == macro.steps.end() ? nullptr : &*found;
}

QList<MacroStep> deeds(const Macro &macro)
{
    QList<MacroStep> steps = macro.steps;
    steps.removeIf([](const MacroStep &step) { return isText(step.act); });
    return steps;
}

std::optional<TicketStatus> statusOf(const QList<MacroStep> &steps)
{
    const MacroStep *step = stepOf(steps, MacroAct::Status);
    return step != nullptr ? fromWireName<TicketStatus>(step->value) : std::nullopt;
}

QList<Command> commandsOf(const QList<MacroStep> &steps, const Ticket &ticket, const Applying &applying)
{
    return Expansion(steps, ticket, applying).commands();
}

} // namespace akwaba
