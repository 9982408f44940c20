// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/escalationwords.h"

#include "core/text/french.h"
#include "ui/text/quantities.h"
#include "ui/text/timesleft.h"
#include "ui/text/translate.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

QString orderFact(const Order &order, const QDateTime &now)
{
    QStringList what;
    for (const OrderLine &line : order.lines) {
        const QString name = line.description.isEmpty() ? line.reference : line.description;
        what.append(translate("Order", "%1 × %2", "how many of what").arg(line.quantity).arg(name));
    }
    if (order.deliveredAt.isValid())
        what.append(translate("Escalate", "delivered %1")
                        .arg(shortDate(order.deliveredAt.toLocalTime().date(), now.toLocalTime().date())));
    return translate("Escalate", "Order %1: %2", "its number, and what was ordered")
        .arg(unbreakableNumber(order.number), what.join(u", "_s));
}

const Message *lastAnswer(const QList<Message> &timeLine)
{
    const auto found = std::find_if(timeLine.crbegin(), timeLine.crend(), [](const Message &message) {
        return message.kind == MessageKind::Public && message.direction == Direction::Outgoing;
    });
    return found == timeLine.crend() ? nullptr : &*found;
}

} // namespace

QString moveLabel(EscalationState to)
{
    switch (to) {
    case EscalationState::Requested: return translate("Escalation", "Send again…");
    case EscalationState::Accepted: return translate("Escalation", "Accept");
    case EscalationState::InProgress: return translate("Escalation", "Begin");
    case EscalationState::WaitingThirdParty: return translate("Escalation", "Wait for third party");
    case EscalationState::Answered: return translate("Escalation", "Third party has answered");
    case EscalationState::HandedBack: return translate("Escalation", "Hand back…");
    case EscalationState::Closed: return translate("Escalation", "Close");
    case EscalationState::Refused: return translate("Escalation", "Refuse…");
    case EscalationState::Withdrawn: return translate("Escalation", "Withdraw…");
    case EscalationState::Draft:
    case EscalationState::ApprovalPending:
    case EscalationState::Expired: return {}; // nobody makes these
    }
    Q_UNREACHABLE();
}

QDateTime nextDueOf(const Escalation &escalation)
{
    if (escalation.state == EscalationState::Requested) return escalation.pickupDueAt;
    return isInHand(escalation.state) ? escalation.stepDueAt : QDateTime();
}

QString dueWords(const QDateTime &at, const QDateTime &now)
{
    const QString words = dueMoment(at, now);
    return at < now ? translate("Escalation", "%1, late", "a date").arg(words) : words;
}

QString whyNotMine(EscalationSide by)
{
    return by == EscalationSide::Receiver ? translate("Escalation", "the team that was asked does this")
                                          : translate("Escalation", "the team that asked does this");
}

QString iconOf(EscalationState state)
{
    switch (state) {
    case EscalationState::Accepted: return u"user-check"_s;
    case EscalationState::InProgress: return u"player-play"_s;
    case EscalationState::WaitingThirdParty: return u"hourglass"_s;
    case EscalationState::Answered: return u"messages"_s;
    case EscalationState::HandedBack: return u"arrow-forward-up"_s;
    case EscalationState::Closed: return u"check"_s;
    case EscalationState::Refused: return u"ban"_s;
    case EscalationState::Withdrawn: return u"arrow-back-up"_s;
    case EscalationState::Expired: return u"alarm"_s;
    case EscalationState::Draft:
    case EscalationState::Requested:
    case EscalationState::ApprovalPending: return u"stairs-up"_s;
    }
    Q_UNREACHABLE();
}

Tone toneOf(EscalationState state)
{
    switch (state) {
    case EscalationState::Draft:
    case EscalationState::Requested:
    case EscalationState::ApprovalPending: return {Token::Open, Token::OpenSoft};
    case EscalationState::HandedBack: return {Token::Solved, Token::SolvedSoft};
    case EscalationState::Refused: return {Token::Breach, Token::BreachSoft};
    case EscalationState::Closed:
    case EscalationState::Withdrawn:
    case EscalationState::Expired: return {Token::Wait, Token::WaitSoft};
    case EscalationState::Accepted:
    case EscalationState::InProgress:
    case EscalationState::WaitingThirdParty:
    case EscalationState::Answered: return {Token::Third, Token::ThirdSoft};
    }
    Q_UNREACHABLE();
}

QString lengthWords(const SlaTarget &target)
{
    constexpr qint64 second = 1000;
    const int days = static_cast<int>(target.length);
    switch (target.unit) {
    case ClockUnit::Wall: return timeLeft(target.length * second);
    case ClockUnit::Business:
        return translate("Escalate", "%1 of business time", "%1 is 4 h or 30 min")
            .arg(timeLeft(target.length * second));
    case ClockUnit::BusinessDays: return translate("Escalate", "%n working day(s)", nullptr, days);
    }
    Q_UNREACHABLE();
}

QStringList knownFacts(const Ticket &ticket, const Order *order, const QString &product, const QList<Message> &timeLine,
                       const QDateTime &now)
{
    QStringList facts;
    if (order != nullptr) facts.append(orderFact(*order, now));
    if (!product.isEmpty()) facts.append(translate("Escalate", "Product: %1").arg(product));
    if (const Message *answer = lastAnswer(timeLine); answer != nullptr && answer->at.isValid())
        facts.append(translate("Escalate", "Last answer to the customer: %1").arg(moment(answer->at, now)));
    if (!ticket.cause.isEmpty()) facts.append(translate("Escalate", "Cause noted: %1").arg(ticket.cause));
    return facts;
}

} // namespace akwaba
