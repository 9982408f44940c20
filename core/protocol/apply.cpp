// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/apply.h"

#include "core/protocol/codec.h"

#include <QJsonArray>

namespace akwaba {

using namespace Qt::StringLiterals;

namespace {

RowRef ticketRow(const TicketId &id) { return {&typeInfo<Ticket>(), id.value}; }
RowRef messageRow(const MessageId &id) { return {&typeInfo<Message>(), id.value}; }
RowRef escalationRow(const EscalationId &id) { return {&typeInfo<Escalation>(), id.value}; }
RowRef draftRow(const DraftId &id) { return {&typeInfo<Draft>(), id.value}; }

QList<RowRef> withDraft(QList<RowRef> rows, const DraftId &draft)
{
    if (!draft.isEmpty()) rows.append(draftRow(draft));
    return rows;
}

struct Touched {
    QList<RowRef> operator()(const CreateCustomer &c) const { return {{&typeInfo<Customer>(), c.customer.id.value}}; }
    QList<RowRef> operator()(const CreateTicket &c) const { return {ticketRow(c.ticket.id)}; }
    QList<RowRef> operator()(const SetStatus &c) const { return {ticketRow(c.ticket)}; }
    QList<RowRef> operator()(const Assign &c) const { return {ticketRow(c.ticket)}; }
    QList<RowRef> operator()(const SetField &c) const { return {ticketRow(c.ticket)}; }
    QList<RowRef> operator()(const SetTags &c) const { return {ticketRow(c.ticket)}; }
    QList<RowRef> operator()(const Follow &c) const { return {ticketRow(c.ticket)}; }
    QList<RowRef> operator()(const Reply &c) const
    {
        return withDraft({ticketRow(c.ticket), messageRow(c.id)}, c.draft);
    }
    QList<RowRef> operator()(const AddNote &c) const { return withDraft({messageRow(c.id)}, c.draft); }
    QList<RowRef> operator()(const LogCall &c) const { return withDraft({messageRow(c.id)}, c.draft); }
    QList<RowRef> operator()(const CaptureMessage &c) const { return {messageRow(c.id)}; }
    QList<RowRef> operator()(const CancelSend &c) const { return {messageRow(c.message)}; }
    QList<RowRef> operator()(const SaveDraft &c) const { return {draftRow(c.draft.id)}; }
    QList<RowRef> operator()(const DiscardDraft &c) const { return {draftRow(c.draft)}; }
    QList<RowRef> operator()(const ResumeMail &c) const { return {ticketRow(c.ticket)}; }
    QList<RowRef> operator()(const NeedNoReply &c) const { return {ticketRow(c.ticket)}; }
    QList<RowRef> operator()(const Promise &) const { return {}; } // what it changes is computed from the time line
    QList<RowRef> operator()(const Escalate &c) const
    {
        QList<RowRef> rows{ticketRow(c.escalation.ticket), escalationRow(c.escalation.id)};
        if (!c.escalation.notice.isEmpty()) rows.append(messageRow(c.escalation.notice));
        return rows;
    }
    QList<RowRef> operator()(const MoveEscalation &c) const
    {
        return {ticketRow(c.ticket), escalationRow(c.escalation)};
    }
    QList<RowRef> operator()(const ReadNotice &c) const { return {{&typeInfo<Notice>(), c.notice.value}}; }
};

QJsonValue list(QJsonArray values, const QList<TagId> &add, const QList<TagId> &remove)
{
    for (const TagId &tag : add) {
        if (!values.contains(tag.value)) values.append(tag.value);
    }
    QJsonArray kept;
    for (const QJsonValue &value : values) {
        if (!remove.contains(TagId{value.toString()})) kept.append(value);
    }
    return kept;
}

/// A message of our own that the server has not accepted yet: no `at`, which only the server gives.
QJsonObject ownMessage(const MessageId &id, const TicketId &ticket, MessageKind kind, const QString &text,
                       const Intent &intent, const ApplyContext &context)
{
    Message message;
    message.id = id;
    message.ticket = ticket;
    message.kind = kind;
    message.direction = Direction::Outgoing;
    message.author = ActorId{context.me.value};
    message.writtenAt = intent.writtenAt;
    message.text = text;
    return toJson(message);
}

/// Applies a command to the record of one of its rows; records of other types than expected stay as they are.
class Application {
public:
    Application(const RowRef &row, QJsonObject record, const Intent &intent, const ApplyContext &context)
        : m_row(row), m_record(std::move(record)), m_intent(intent), m_context(context)
    {
    }

    QJsonObject operator()(const CreateCustomer &c) { return m_record.isEmpty() ? toJson(c.customer) : m_record; }

    QJsonObject operator()(const CreateTicket &c)
    {
        if (!m_record.isEmpty()) return m_record;
        Ticket ticket = c.ticket;
        ticket.number.clear();
        if (!ticket.receivedAt.isValid()) ticket.receivedAt = m_intent.writtenAt;
        return toJson(ticket);
    }

    QJsonObject operator()(const SetStatus &c) { return status(c.to); }

    QJsonObject operator()(const Assign &c)
    {
        if (m_record.isEmpty() || (c.take && m_record.value(u"assignee"_s).toString() != c.ifFrom.value))
            return m_record;
        if (!c.team.isEmpty()) m_record.insert(u"team"_s, c.team.value);
        m_record.insert(u"assignee"_s, c.assignee.value);
        return m_record;
    }

    QJsonObject operator()(const SetField &c)
    {
        const FieldInfo *info = typeInfo<Ticket>().field(c.name);
        if (m_record.isEmpty() || info == nullptr) return m_record;
        const bool emptyInstant = info->kind == ValueKind::Instant && c.to.isEmpty();
        m_record.insert(c.name, emptyInstant ? QJsonValue(QJsonValue::Null) : QJsonValue(c.to));
        return m_record;
    }

    QJsonObject operator()(const SetTags &c)
    {
        if (!m_record.isEmpty()) m_record.insert(u"tags"_s, list(m_record.value(u"tags"_s).toArray(), c.add, c.remove));
        return m_record;
    }

    QJsonObject operator()(const Follow &c)
    {
        if (m_record.isEmpty()) return m_record;
        QJsonArray others;
        for (const QJsonValue &follower : m_record.value(u"followers"_s).toArray()) {
            if (follower.toString() != m_context.me.value) others.append(follower);
        }
        if (c.follow) others.append(m_context.me.value);
        m_record.insert(u"followers"_s, others);
        return m_record;
    }

    QJsonObject operator()(const Reply &c)
    {
        if (m_row.type == &typeInfo<Draft>()) return {}; // sent
        if (m_row.type == &typeInfo<Ticket>()) return c.thenStatus == c.fromStatus ? m_record : status(c.thenStatus);
        return m_record.isEmpty() ? written(c) : m_record;
    }

    QJsonObject operator()(const AddNote &c)
    {
        if (m_row.type == &typeInfo<Draft>()) return {};
        return m_record.isEmpty() ? ownMessage(c.id, c.ticket, MessageKind::Note, c.text, m_intent, m_context)
                                  : m_record;
    }

    QJsonObject operator()(const LogCall &c)
    {
        if (m_row.type == &typeInfo<Draft>()) return {};
        if (!m_record.isEmpty()) return m_record;
        QJsonObject record = ownMessage(c.id, c.ticket, MessageKind::Call, c.text, m_intent, m_context);
        record.insert(u"direction"_s, wireName(c.direction));
        record.insert(u"channel"_s, wireName(Channel::Phone));
        record.insert(u"callSeconds"_s, c.callSeconds);
        record.insert(u"callOutcome"_s, wireName(c.callOutcome));
        return record;
    }

    QJsonObject operator()(const CaptureMessage &c)
    {
        if (!m_record.isEmpty()) return m_record;
        QJsonObject record = ownMessage(c.id, c.ticket, MessageKind::Public, c.text, m_intent, m_context);
        record.insert(u"direction"_s, wireName(Direction::Incoming));
        record.insert(u"channel"_s, wireName(c.channel));
        record.insert(u"author"_s, c.author.value);
        record.insert(u"externalId"_s, c.externalId);
        record.insert(u"writtenAt"_s, utcDate(c.at));
        return record;
    }

    QJsonObject operator()(const CancelSend &)
    {
        if (m_record.value(u"delivery"_s).toString() == wireName(Delivery::Queued))
            m_record.insert(u"delivery"_s, wireName(Delivery::Cancelled));
        return m_record;
    }

    /// With the rev that its author saw, not that of the row beneath: another device may have written that one.
    QJsonObject operator()(const SaveDraft &c) { return toJson(c.draft); }

    QJsonObject operator()(const DiscardDraft &) { return {}; }

    QJsonObject operator()(const ResumeMail &)
    {
        if (!m_record.isEmpty()) m_record.insert(u"loopStoppedAt"_s, QJsonValue::Null);
        return m_record;
    }

    /// Of messages it is the server that says who waits for one.
    QJsonObject operator()(const NeedNoReply &c)
    {
        if (!m_record.isEmpty() && c.noReplyNeeded) m_record.insert(u"waitingSince"_s, QJsonValue::Null);
        return m_record;
    }

    QJsonObject operator()(const Promise &) { return m_record; }

    QJsonObject operator()(const Escalate &c)
    {
        if (m_row.type == &typeInfo<Ticket>()) return m_record; // whose work it becomes the server says
        if (!m_record.isEmpty()) return m_record;
        if (m_row.type == &typeInfo<Message>())
            return written({c.escalation.notice, c.escalation.ticket, c.toAddresses, {}, c.text, c.basedOn});
        Escalation escalation = c.escalation;
        escalation.openedBy = m_context.me;
        return toJson(escalation);
    }

    QJsonObject operator()(const MoveEscalation &c)
    {
        if (m_record.isEmpty()) return m_record;
        const bool takes = c.to == EscalationState::Accepted;
        if (m_row.type == &typeInfo<Ticket>()) {
            if (takes) m_record.insert(u"assignee"_s, m_context.me.value);
            return m_record;
        }
        if (m_record.value(u"state"_s) != wireName(c.from)) return m_record; // somebody was faster
        m_record.insert(u"state"_s, wireName(c.to));
        if (takes) m_record.insert(u"acceptedBy"_s, m_context.me.value);
        if (needsNote(c.to)) m_record.insert(u"note"_s, c.note);
        if (c.to == EscalationState::HandedBack) {
            m_record.insert(u"answer"_s, c.answer);
            m_record.insert(u"cause"_s, c.cause);
            m_record.insert(u"faqCandidate"_s, c.faqCandidate);
        }
        return m_record;
    }

    QJsonObject operator()(const ReadNotice &)
    {
        if (!m_record.isEmpty() && m_record.value(u"readAt"_s).isNull())
            m_record.insert(u"readAt"_s, utcDate(m_intent.writtenAt));
        return m_record;
    }

private:
    [[nodiscard]] QJsonObject written(const Reply &c) const
    {
        QJsonObject record = ownMessage(c.id, c.ticket, MessageKind::Public, c.text, m_intent, m_context);
        record.insert(u"toAddresses"_s, addresses(c.toAddresses));
        record.insert(u"ccAddresses"_s, addresses(c.ccAddresses));
        record.insert(u"basedOn"_s, c.basedOn.value);
        record.insert(u"delivery"_s, wireName(Delivery::Queued));
        return record;
    }

    QJsonObject status(TicketStatus to)
    {
        if (!m_record.isEmpty()) m_record.insert(u"status"_s, wireName(to));
        return m_record;
    }

    static QJsonArray addresses(const QList<EmailAddress> &values)
    {
        QJsonArray array;
        for (const EmailAddress &value : values)
            array.append(toJson(value));
        return array;
    }

    const RowRef &m_row;
    QJsonObject m_record;
    const Intent &m_intent;
    const ApplyContext &m_context;
};

} // namespace

QList<RowRef> rowsTouched(const Intent &intent)
{
    const Result<Command> command = commandOf(intent);
    return command ? rowsTouched(*command) : QList<RowRef>();
}

QList<RowRef> rowsTouched(const Command &command) { return std::visit(Touched{}, command); }

QJsonObject applied(const RowRef &row, QJsonObject record, const Intent &intent, const ApplyContext &context)
{
    const Result<Command> command = commandOf(intent);
    if (!command || !rowsTouched(intent).contains(row)) return record;
    return std::visit(Application(row, std::move(record), intent, context), *command);
}

} // namespace akwaba
