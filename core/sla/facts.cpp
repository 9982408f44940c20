// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sla/facts.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace akwaba::sla {

namespace {

QStringList oneOrNone(const QString &value) { return value.isEmpty() ? QStringList() : QStringList{value}; }

/// As an event says it: a list is written as one text (FieldChange).
QStringList valuesOf(const QString &field, const QString &text)
{
    return field == u"tags" ? text.split(u' ', Qt::SkipEmptyParts) : oneOrNone(text);
}

bool isFact(const Message &message)
{
    return message.at.isValid() && (message.kind == MessageKind::Event || isFromCustomer(message) || isAnswer(message));
}

const FieldChange *statusChange(const Message &message)
{
    const auto found = std::ranges::find(message.changes, u"status"_s, &FieldChange::field);
    return found == message.changes.end() ? nullptr : &*found;
}

using TimeLine = std::vector<const Message *>;

/// Moves the event that led to `status` to the end of what happened in one instant; those without a status stay.
void putLast(std::span<const Message *> together, const QString &status)
{
    const auto leads = [&status](const Message *message) {
        const FieldChange *change = statusChange(*message);
        return change != nullptr && change->to == status;
    };
    const auto last = std::find_if(together.rbegin(), together.rend(), leads);
    if (last != together.rend()) std::rotate(last.base() - 1, last.base(), together.end());
}

/// What happened within one millisecond has no order of its own: somebody asked, was answered, and then the ticket
/// changed, from one status to the next.
void orderEqual(std::span<const Message *> together, QString &status)
{
    if (together.size() > 1) {
        std::ranges::stable_sort(together, {}, [](const Message *message) {
            return message->kind == MessageKind::Event ? 2 : isFromCustomer(*message) ? 0 : 1;
        });
    }
    for (auto rest = together; !rest.empty(); rest = rest.first(rest.size() - 1)) {
        putLast(rest, status);
        if (const FieldChange *change = statusChange(*rest.back())) status = change->from;
    }
}

/// The facts in the order in which they happened; `status` is what the ticket came to.
TimeLine ordered(std::span<const Message> timeLine, QString status)
{
    TimeLine facts;
    for (const Message &message : timeLine) {
        if (isFact(message)) facts.push_back(&message);
    }
    for (auto end = facts.end(); end != facts.begin();) {
        const QDateTime &at = (*(end - 1))->at;
        auto begin = end - 1;
        while (begin != facts.begin() && (*(begin - 1))->at == at)
            --begin;
        orderEqual({begin, end}, status);
        end = begin;
    }
    return facts;
}

class TimeLineReader {
public:
    TimeLineReader(const Ticket &ticket, const Attributes &further)
    {
        m_facts.receivedAt = ticket.receivedAt.toMSecsSinceEpoch();
        m_facts.status = ticket.status;
        m_facts.attributes = attributesOf(ticket);
        for (auto each = further.cbegin(); each != further.cend(); ++each)
            m_facts.attributes.insert(each.key(), each.value());
    }

    /// Back from what is to what was at first.
    void goBack(const TimeLine &timeLine)
    {
        for (auto message = timeLine.rbegin(); message != timeLine.rend(); ++message) {
            for (auto change = (*message)->changes.crbegin(); change != (*message)->changes.crend(); ++change)
                set(change->field, change->from);
        }
    }

    void goOn(const TimeLine &timeLine)
    {
        m_status = m_facts.status;
        m_attributes = m_facts.attributes;
        for (const Message *message : timeLine) {
            m_at = message->at.toMSecsSinceEpoch();
            const bool isEvent = message->kind == MessageKind::Event;
            // An answered call is both: the customer asked, and was answered.
            if (!isEvent && isFromCustomer(*message)) add(Fact::Kind::CustomerWrote);
            if (!isEvent && isAnswer(*message)) add(Fact::Kind::Answered);
            for (const FieldChange &change : message->changes)
                goOn(change);
        }
    }

    [[nodiscard]] Facts take() { return std::move(m_facts); }

private:
    void set(const QString &field, const QString &to)
    {
        if (field == u"status")
            m_facts.status = fromWireName<TicketStatus>(to).value_or(m_facts.status);
        else if (m_facts.attributes.contains(field))
            m_facts.attributes.insert(field, valuesOf(field, to));
    }

    void goOn(const FieldChange &change)
    {
        if (change.field == u"status") {
            m_status = fromWireName<TicketStatus>(change.to).value_or(m_status);
            add(Fact::Kind::StatusChanged);
        } else if (change.field == noReplyNeededField) {
            add(change.to.isEmpty() ? Fact::Kind::ReplyNeeded : Fact::Kind::NoReplyNeeded);
        } else if (change.field == promisedAtField) {
            const QDateTime until = QDateTime::fromString(change.to, Qt::ISODateWithMs);
            add(Fact::Kind::Promised);
            if (until.isValid()) m_facts.facts.back().promised = until.toMSecsSinceEpoch();
        } else if (m_attributes.contains(change.field)) {
            m_attributes.insert(change.field, valuesOf(change.field, change.to));
            add(Fact::Kind::AttributesChanged);
        }
    }

    void add(Fact::Kind kind)
    {
        Fact fact;
        fact.at = m_at;
        fact.kind = kind;
        fact.status = m_status;
        if (kind == Fact::Kind::AttributesChanged) fact.attributes = m_attributes;
        m_facts.facts.push_back(std::move(fact));
    }

    Facts m_facts;
    qint64 m_at = 0;
    TicketStatus m_status = TicketStatus::New;
    Attributes m_attributes;
};

} // namespace

Attributes attributesOf(const Ticket &ticket)
{
    QStringList tags;
    for (const TagId &tag : ticket.tags)
        tags.append(tag.value);
    return {{u"channel"_s, {wireName(ticket.channel)}},   {u"category"_s, oneOrNone(ticket.category.value)},
            {u"priority"_s, {wireName(ticket.priority)}}, {u"complexity"_s, {wireName(ticket.complexity)}},
            {u"language"_s, oneOrNone(ticket.language)},  {u"product"_s, oneOrNone(ticket.product.value)},
            {u"team"_s, oneOrNone(ticket.team.value)},    {u"tags"_s, tags}};
}

Facts factsOf(const Ticket &ticket, std::span<const Message> timeLine, const Attributes &further)
{
    const TimeLine facts = ordered(timeLine, wireName(ticket.status));
    TimeLineReader reader(ticket, further);
    reader.goBack(facts);
    reader.goOn(facts);
    return reader.take();
}

} // namespace akwaba::sla
