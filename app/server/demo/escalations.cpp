// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/demo/escalations.h"

#include "core/base/id.h"

#include <QLocale>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace akwaba::demo {

namespace {

using State = EscalationState;
using Reason = EscalationReason;

/// How far one has got when the demonstration begins.
struct Stage {
    int path; // experts, supplier, supervisor
    State state;
    Reason reason;
    const char16_t *asked;
};

constexpr std::array stages{
    Stage{0, State::Requested, Reason::ProductDefect, u"Est-ce un défaut du produit ? Peut-on échanger sans retour ?"},
    Stage{0, State::HandedBack, Reason::NeedsExpert, u"D’où cela vient-il, et que répondre au client ?"},
    Stage{1, State::WaitingThirdParty, Reason::NeedsSupplier, u"Obtenir du fabricant une réponse et un délai."},
    Stage{0, State::Accepted, Reason::NeedsExpert, u"Que proposer au client, et sous quel délai ?"},
    Stage{2, State::Requested, Reason::CustomerDemands, u"Le client demande à parler à un responsable."},
    Stage{0, State::Refused, Reason::NeedsExpert, u"Vérifier ce que le site annonce."},
};

constexpr qint64 twoHours = 2 * 60 * 60;
constexpr qint64 aDay = 24 * 60 * 60;
constexpr qint64 fewMinutes = 20 * 60;

bool isSeen(State state) { return state != State::Requested; }

} // namespace

Escalator::Escalator(const Staff &staff, QList<EscalationPath> paths, const sla::Rules &rules,
                     const Generator::Settings &settings)
    : m_staff(staff), m_paths(std::move(paths)), m_rules(rules), m_settings(settings), m_clock(settings.now),
      m_random(settings.seed + 1)
{
}

/// Somebody works on it, and there is time for others to do so.
bool Escalator::isFit(const Story &story) const
{
    const Ticket &ticket = story.ticket;
    const qint64 quiet = story.messages.isEmpty() ? 0 : story.messages.last().at.secsTo(m_settings.now);
    return isActive(ticket.status) && !ticket.assignee.isEmpty() && ticket.channel == Channel::Email && quiet > twoHours
        && quiet < aDay;
}

std::optional<Escalated> Escalator::escalate(const Story &story)
{
    if (!isFit(story) || m_fit++ % 3 != 0) return std::nullopt;
    const Stage &stage = stages.at((m_fit / 3) % stages.size());
    const EscalationPath &path = m_paths.at(stage.path);
    const QDateTime last = story.messages.last().at;
    const qint64 part = last.secsTo(m_settings.now) / 4;
    Escalated made{story, {}};
    made.escalation.path = path.id;
    made.escalation.kind = path.kind;
    made.escalation.tier = path.tier;
    made.escalation.team = path.team;
    made.escalation.reason = stage.reason;
    made.escalation.asked = QString::fromUtf16(stage.asked);
    // What nobody has accepted was asked a moment ago: it would have gone on to somebody else.
    request(made, isSeen(stage.state) ? last.addSecs(part) : m_settings.now.addSecs(-fewMinutes));
    if (!isSeen(stage.state)) return made;
    if (stage.state == State::Refused) {
        handBack(made, State::Refused, last.addSecs(2 * part));
        return made;
    }
    receive(made, State::Accepted, last.addSecs(2 * part));
    if (stage.state == State::HandedBack)
        handBack(made, State::HandedBack, last.addSecs(3 * part));
    else if (stage.state != State::Accepted)
        receive(made, stage.state, last.addSecs(3 * part));
    return made;
}

void Escalator::request(Escalated &made, const QDateTime &at)
{
    Ticket &ticket = made.story.ticket;
    Escalation &escalation = made.escalation;
    m_clock.jump(std::chrono::milliseconds(m_clock.now().msecsTo(at)));
    escalation.id = newId<EscalationId>(m_clock, m_random);
    escalation.ticket = ticket.id;
    escalation.fromTeam = ticket.team;
    escalation.fromAgent = ticket.assignee;
    escalation.openedBy = ticket.assignee;
    escalation.openedAt = at;
    escalation.pickupDueAt = due(escalation, Target::Pickup, at);
    escalation.promisedAt = due(escalation, Target::Update, at);
    escalation.tried = {u"Commande vérifiée"_s, u"Questions de la FAQ posées au client"_s};
    notify(made, at);
    QList<FieldChange> changes{{u"escalation"_s, {}, wireName(State::Requested)},
                               {u"assignee"_s, ticket.assignee.value, {}},
                               {u"promisedAt"_s, {}, escalation.promisedAt.toString(Qt::ISODate)}};
    if (ticket.team != escalation.team) changes.append({u"team"_s, ticket.team.value, escalation.team.value});
    event(made.story, at, escalation.openedBy, changes);
    ticket.team = escalation.team;
    ticket.assignee = {};
}

/// The mail that went out with it.
void Escalator::notify(Escalated &made, const QDateTime &at)
{
    Story &story = made.story;
    const auto heard = std::find_if(story.messages.crbegin(), story.messages.crend(), [](const Message &message) {
        return message.kind == MessageKind::Public && message.direction == Direction::Incoming;
    });
    if (heard == story.messages.crend()) return;
    const bool inEnglish = story.ticket.language == u"en";
    const QString day = QLocale(inEnglish ? QLocale::English : QLocale::French)
                            .toString(made.escalation.promisedAt.date(), u"dddd d MMMM"_s);
    Message message;
    message.id = newId<MessageId>(m_clock, m_random);
    message.ticket = story.ticket.id;
    message.direction = Direction::Outgoing;
    message.author = ActorId{made.escalation.openedBy.value};
    message.at = at;
    message.writtenAt = at;
    message.subject = u"Re: "_s + story.ticket.subject;
    message.sender = heard->toAddresses.value(0);
    message.toAddresses = {heard->sender};
    message.text = (inEnglish ? u"Hello,\n\nA specialised team is looking into your request. You will hear from us by "
                                "%1 at the latest."_s
                              : u"Bonjour,\n\nUne équipe spécialisée suit votre demande. Vous aurez de nos nouvelles "
                                "au plus tard le %1."_s)
                       .arg(day);
    message.delivery = Delivery::Sent;
    message.emailMessageId = message.id.value + u"@comptoir-toner.example"_s;
    story.ticket.lastAgentMessageAt = at;
    story.ticket.waitingSince = {};
    made.escalation.notice = message.id;
    story.messages.append(message);
}

void Escalator::receive(Escalated &made, State to, const QDateTime &at)
{
    Ticket &ticket = made.story.ticket;
    Escalation &escalation = made.escalation;
    QList<FieldChange> changes{{u"escalation"_s, wireName(escalation.state), wireName(to)}};
    escalation.state = to;
    escalation.stepDueAt = due(escalation, Target::Update, at);
    if (to == State::Accepted) {
        escalation.acceptedBy = memberOf(escalation.team, escalation.fromAgent);
        escalation.acceptedAt = at;
        ticket.assignee = escalation.acceptedBy;
        changes.append({u"assignee"_s, {}, ticket.assignee.value});
    }
    if (to == State::WaitingThirdParty && ticket.status != TicketStatus::WaitingThirdParty) {
        changes.append({u"status"_s, wireName(ticket.status), wireName(TicketStatus::WaitingThirdParty)});
        ticket.status = TicketStatus::WaitingThirdParty;
    }
    event(made.story, at, escalation.acceptedBy, changes);
}

/// With an answer, or refused.
void Escalator::handBack(Escalated &made, State to, const QDateTime &at)
{
    Ticket &ticket = made.story.ticket;
    Escalation &escalation = made.escalation;
    const AgentId actor = memberOf(escalation.team, escalation.fromAgent);
    const QList<FieldChange> changes{{u"escalation"_s, wireName(escalation.state), wireName(to)},
                                     {u"assignee"_s, ticket.assignee.value, escalation.fromAgent.value},
                                     {u"team"_s, ticket.team.value, escalation.fromTeam.value}};
    escalation.state = to;
    ticket.team = escalation.fromTeam;
    ticket.assignee = escalation.fromAgent;
    if (to == State::Refused) {
        escalation.note = u"La fiche du produit répond déjà à cette question."_s;
        escalation.closedAt = at;
    } else {
        escalation.handedBackAt = at;
        escalation.answer = u"Nous avons pu vérifier votre demande : un échange est possible sans retour de l’ancien "
                            "article, sous deux jours ouvrés."_s;
        escalation.cause = u"Article en fin de vie"_s;
        escalation.faqCandidate = true;
    }
    event(made.story, at, actor, changes);
}

void Escalator::event(Story &story, const QDateTime &at, const AgentId &actor, const QList<FieldChange> &changes)
{
    m_clock.jump(std::chrono::milliseconds(m_clock.now().msecsTo(at)));
    Message message;
    message.id = newId<MessageId>(m_clock, m_random);
    message.ticket = story.ticket.id;
    message.kind = MessageKind::Event;
    message.channel = story.ticket.channel;
    message.author = ActorId{actor.value};
    message.at = at;
    message.writtenAt = at;
    message.changes = changes;
    story.messages.append(message);
}

/// Who does such work, if there is somebody else.
AgentId Escalator::memberOf(const TeamId &team, const AgentId &otherThan) const
{
    AgentId found;
    for (const Agent &agent : m_staff.agents) {
        if (!agent.teams.contains(team) || agent.id == otherThan) continue;
        if (agent.roles == QList<Role>{Role::Agent}) return agent.id;
        found = agent.id;
    }
    return found;
}

QDateTime Escalator::due(const Escalation &escalation, Target target, const QDateTime &from) const
{
    const auto path = std::ranges::find(m_paths, escalation.path, &EscalationPath::id);
    const SlaTarget *wanted = path == m_paths.end() ? nullptr : targetOf(*path, target);
    const auto at = wanted != nullptr ? sla::dueOf(m_rules, *wanted, from.toMSecsSinceEpoch()) : std::nullopt;
    return at ? QDateTime::fromMSecsSinceEpoch(*at, Qt::UTC) : QDateTime();
}

} // namespace akwaba::demo
