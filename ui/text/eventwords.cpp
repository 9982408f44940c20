// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/eventwords.h"

#include "ui/text/enumwords.h"
#include "ui/text/quantities.h"
#include "ui/text/translate.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

QString statusPhrase(TicketStatus to)
{
    switch (to) {
    case TicketStatus::New: return translate("Event", "set back to new");
    case TicketStatus::Open: return translate("Event", "opened");
    case TicketStatus::WaitingCustomer: return translate("Event", "set to waiting for customer");
    case TicketStatus::WaitingThirdParty: return translate("Event", "set to waiting for third party");
    case TicketStatus::Resolved: return translate("Event", "resolved");
    case TicketStatus::Closed: return translate("Event", "closed");
    case TicketStatus::Spam: return translate("Event", "marked as spam");
    case TicketStatus::Merged: return translate("Event", "merged into another ticket");
    }
    Q_UNREACHABLE();
}

/// Ids in a value as on the wire: one id, or a list of them in whatever brackets.
QStringList namesIn(const QString &value, const NameOf &nameOf)
{
    static const QRegularExpression notOfAnId(u"[^0-9A-Za-z-]+"_s);
    QStringList names;
    const QStringList ids = value.split(notOfAnId, Qt::SkipEmptyParts);
    for (const QString &id : ids) {
        const QString name = nameOf(id);
        names.append(name.isEmpty() ? translate("Event", "unknown", "an agent, team, tag or category") : name);
    }
    return names;
}

QString listPhrase(const FieldChange &change, const NameOf &nameOf)
{
    QStringList added = namesIn(change.to, nameOf);
    QStringList removed;
    const QStringList before = namesIn(change.from, nameOf);
    for (const QString &name : before)
        if (!added.removeOne(name)) removed.append(name);
    QStringList parts;
    // Plain numbers: lupdate passes over a call with a cast in it.
    const int more = static_cast<int>(added.size());
    const int less = static_cast<int>(removed.size());
    if (more > 0) parts.append(translate("Event", "tag(s) %1 added", nullptr, more).arg(added.join(u", "_s)));
    if (less > 0) parts.append(translate("Event", "tag(s) %1 removed", nullptr, less).arg(removed.join(u", "_s)));
    return parts.isEmpty() ? translate("Event", "tags changed") : parts.join(u", "_s);
}

QString namedPhrase(const FieldChange &change, const NameOf &nameOf)
{
    const QString name = namesIn(change.to, nameOf).join(u", "_s);
    const bool emptied = change.to.isEmpty();
    if (change.field == "assignee"_L1)
        return emptied ? translate("Event", "no longer assigned") : translate("Event", "assigned to %1").arg(name);
    if (change.field == "customerOwner"_L1) return translate("Event", "%1 answers to the customer").arg(name);
    if (change.field == "team"_L1)
        return emptied ? translate("Event", "no longer in a team")
                       : translate("Event", "moved to %1", "a team").arg(name);
    if (change.field == "category"_L1)
        return emptied ? translate("Event", "category removed") : translate("Event", "category %1").arg(name);
    if (change.field == "followers"_L1) return translate("Event", "followers changed");
    return {};
}

QString escalationPhrase(EscalationState to)
{
    switch (to) {
    case EscalationState::Draft: break;
    case EscalationState::Requested: return translate("Event", "escalated");
    case EscalationState::ApprovalPending: return translate("Event", "escalation waits for an approval");
    case EscalationState::Accepted: return translate("Event", "escalation accepted");
    case EscalationState::InProgress: return translate("Event", "escalation in progress");
    case EscalationState::WaitingThirdParty: return translate("Event", "escalation waits for a third party");
    case EscalationState::Answered: return translate("Event", "the third party has answered");
    case EscalationState::HandedBack: return translate("Event", "handed back with an answer");
    case EscalationState::Closed: return translate("Event", "escalation closed");
    case EscalationState::Refused: return translate("Event", "escalation refused");
    case EscalationState::Withdrawn: return translate("Event", "escalation withdrawn");
    case EscalationState::Expired: return translate("Event", "escalation accepted by nobody in time");
    }
    return {};
}

QString plainPhrase(const FieldChange &change)
{
    if (change.field == "subject"_L1) return translate("Event", "subject changed to %1").arg(change.to);
    if (change.field == "order"_L1) return translate("Event", "order changed");
    if (change.field == "product"_L1) return translate("Event", "product changed");
    if (change.field == "language"_L1) return translate("Event", "language %1").arg(languageWord(change.to));
    if (change.field == "customer"_L1) return translate("Event", "customer changed");
    if (change.field == "cause"_L1) return translate("Event", "cause noted");
    if (change.field == "solution"_L1) return translate("Event", "solution noted");
    if (change.field == "links"_L1) return translate("Event", "linked to another ticket");
    if (change.field == "loopStoppedAt"_L1)
        return change.to.isEmpty() ? translate("Event", "mail resumed")
                                   : translate("Event", "mail loop stopped: mail is kept, nothing reopens the ticket");
    if (change.field == "noReplyNeeded"_L1)
        return change.to.isEmpty() ? translate("Event", "a reply is needed after all")
                                   : translate("Event", "no reply needed");
    if (change.field == "promisedAt"_L1)
        return change.to.isEmpty() ? translate("Event", "promise taken back")
                                   : translate("Event", "the customer was promised a date");
    if (change.field == "snoozedUntil"_L1)
        return change.to.isEmpty() ? translate("Event", "woken up") : translate("Event", "snoozed");
    return translate("Event", "changed", "a field that this version has no word for");
}

QString phrases(const QList<FieldChange> &changes, const NameOf &nameOf)
{
    QStringList all;
    for (const FieldChange &change : changes) {
        const QString one = phrase(change, nameOf);
        if (!all.contains(one)) all.append(one);
    }
    return all.join(u", "_s);
}

} // namespace

QString phrase(const FieldChange &change, const NameOf &nameOf)
{
    if (change.field == "status"_L1)
        if (const auto to = fromWireName<TicketStatus>(change.to)) return statusPhrase(*to);
    if (change.field == "priority"_L1)
        if (const auto to = fromWireName<Priority>(change.to)) return translate("Event", "priority %1").arg(word(*to));
    if (change.field == "complexity"_L1)
        if (const auto to = fromWireName<Complexity>(change.to))
            return translate("Event", "complexity %1").arg(word(*to));
    if (change.field == "tags"_L1) return listPhrase(change, nameOf);
    if (change.field == "escalation"_L1)
        if (const auto to = fromWireName<EscalationState>(change.to)) return escalationPhrase(*to);
    const QString named = namedPhrase(change, nameOf);
    return named.isEmpty() ? plainPhrase(change) : named;
}

QString eventSentence(const Message &event, const NameOf &nameOf)
{
    const QString what = event.changes.isEmpty() ? event.text : phrases(event.changes, nameOf);
    const QString who = event.author.isEmpty() ? QString() : nameOf(event.author.value);
    return polished(who.isEmpty() ? what : translate("Event", "%1: %2", "who did what").arg(who, what));
}

QString foldedEvents(const QList<Message> &events, const NameOf &nameOf)
{
    QList<FieldChange> changes;
    for (const Message &event : events)
        changes.append(event.changes);
    const int howMany = static_cast<int>(events.size());
    const QString count = translate("Event", "%n event(s)", nullptr, howMany);
    const QString what = phrases(changes, nameOf);
    return polished(what.isEmpty() ? count : translate("Event", "%1: %2", "who did what").arg(count, what));
}

} // namespace akwaba
