// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/intentwords.h"

#include "ui/text/enumwords.h"
#include "ui/text/errorwords.h"
#include "ui/text/quantities.h"
#include "ui/text/translate.h"

namespace akwaba {

using namespace Qt::StringLiterals;

namespace {

struct Title {
    QString operator()(const CreateCustomer &) const { return translate("Intent", "New customer"); }
    QString operator()(const CreateTicket &) const { return translate("Intent", "New ticket"); }
    QString operator()(const SetStatus &c) const { return translate("Intent", "Status: %1").arg(word(c.to)); }
    QString operator()(const Assign &c) const
    {
        return c.take ? translate("Intent", "Take the ticket") : translate("Intent", "Assignment");
    }
    QString operator()(const SetField &) const { return translate("Intent", "Change of the ticket"); }
    QString operator()(const SetTags &) const { return translate("Intent", "Tags"); }
    QString operator()(const Follow &c) const
    {
        return c.follow ? translate("Intent", "Follow") : translate("Intent", "No longer follow");
    }
    QString operator()(const ResumeMail &) const { return translate("Intent", "Mail resumed"); }
    QString operator()(const NeedNoReply &c) const
    {
        return c.noReplyNeeded ? translate("Intent", "No reply needed") : translate("Intent", "Reply needed after all");
    }
    QString operator()(const Promise &c) const
    {
        return c.promisedAt.isValid() ? translate("Intent", "Promise to the customer")
                                      : translate("Intent", "Promise taken back");
    }
    QString operator()(const Escalate &) const { return translate("Intent", "Escalation"); }
    QString operator()(const MoveEscalation &c) const
    {
        return translate("Intent", "Escalation: %1", "its state").arg(word(c.to));
    }
    QString operator()(const Reply &c) const
    {
        return c.thenStatus == c.fromStatus ? translate("Intent", "Reply")
                                            : translate("Intent", "Reply, then %1").arg(word(c.thenStatus));
    }
    QString operator()(const AddNote &) const { return translate("Intent", "Internal note"); }
    QString operator()(const LogCall &) const { return translate("Intent", "Call"); }
    QString operator()(const CaptureMessage &c) const
    {
        return translate("Intent", "Message from %1").arg(word(c.channel));
    }
    QString operator()(const CancelSend &) const { return translate("Intent", "Undo of a reply"); }
    QString operator()(const SaveDraft &) const { return translate("Intent", "Draft"); }
    QString operator()(const DiscardDraft &) const { return translate("Intent", "Draft discarded"); }
    QString operator()(const ReadNotice &) const { return translate("Intent", "Notification read"); }
};

QString iconOf(const QString &op)
{
    static const QHash<QString, QString> icons{
        {u"message.reply"_s, u"corner-up-left"_s},
        {u"message.note"_s, u"lock"_s},
        {u"message.call"_s, u"phone"_s},
        {u"ticket.assign"_s, u"user-check"_s},
        {u"ticket.tags"_s, u"tag"_s},
        {u"ticket.follow"_s, u"star"_s},
        {u"ticket.create"_s, u"plus"_s},
        {u"customer.create"_s, u"address-book"_s},
        {u"draft.save"_s, u"pencil"_s},
        {u"draft.discard"_s, u"pencil"_s},
        {u"message.capture"_s, u"messages"_s},
        {u"message.cancelSend"_s, u"arrow-back-up"_s},
        {u"ticket.noReplyNeeded"_s, u"check"_s},
        {u"ticket.promise"_s, u"alarm"_s},
        {u"escalation.request"_s, u"stairs-up"_s},
        {u"escalation.move"_s, u"stairs-up"_s},
        {u"notice.read"_s, u"bell"_s},
    };
    return icons.value(op, u"flag"_s);
}

/// "already taken by Awa at 10:42"
QString takenSentence(const OutboxItem &item)
{
    const QDateTime at = QDateTime::fromString(item.patch.value(u"at"_s).toString(), Qt::ISODate);
    return at.isValid()
        ? translate("Outbox", "already taken by %1 at %2", "a colleague, and when").arg(item.colleague, clockTime(at))
        : translate("Outbox", "already taken by %1").arg(item.colleague);
}

/// All that was written for it, so that it can be copied.
struct Words {
    QString operator()(const Escalate &c) const
    {
        QStringList parts{c.escalation.asked, c.escalation.tried.join(u'\n'), c.text};
        parts.removeAll(QString());
        return parts.join(u"\n\n"_s);
    }
    QString operator()(const MoveEscalation &c) const { return c.note.isEmpty() ? c.answer : c.note; }
    QString operator()(const auto &) const { return {}; }
};

} // namespace

QString intentTitle(const Intent &intent)
{
    const Result<Command> command = commandOf(intent);
    return command ? std::visit(Title{}, *command) : intent.op;
}

QString intentText(const Intent &intent)
{
    if (const Result<Command> command = commandOf(intent)) {
        if (const QString words = std::visit(Words{}, *command); !words.isEmpty()) return words;
    }
    const QString own = intent.args.value(u"text"_s).toString();
    return own.isEmpty() ? intent.args.value(u"draft"_s)[u"text"_s].toString() : own;
}

QString intentIcon(const Intent &intent) { return iconOf(intent.op); }

QString itemState(const OutboxItem &item, bool online)
{
    switch (item.state) {
    case IntentState::Held: return translate("Outbox", "waiting for its attachments");
    case IntentState::Inflight:
        return online ? translate("Outbox", "being sent") : translate("Outbox", "sent, answer not yet received");
    case IntentState::Ready:
        return online ? translate("Outbox", "about to be sent") : translate("Outbox", "waiting for the network");
    case IntentState::Rejected:
        if (item.reason == Reason::Taken && !item.colleague.isEmpty()) return takenSentence(item);
        return refusal(OutcomeKind::Rejected, item.reason);
    case IntentState::NeedsReview: return refusal(OutcomeKind::NeedsReview, item.reason);
    case IntentState::Blocked: return refusal(OutcomeKind::Blocked, item.reason);
    case IntentState::Accepted:
    case IntentState::Merged:
    case IntentState::Cancelled: break;
    }
    return word(item.state);
}

QString itemTitle(const OutboxItem &item)
{
    if (item.ticket.isEmpty()) return translate("Outbox", "Without a ticket");
    const QString number =
        item.number.isEmpty() ? translate("Outbox", "number pending") : translate("Outbox", "No. %1").arg(item.number);
    const QString who = item.customerName.isEmpty() ? item.subject : item.customerName;
    return who.isEmpty() ? number : number + u" · "_s + who;
}

} // namespace akwaba
