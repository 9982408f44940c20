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
    void goBack(std::span<const Message> timeLine)
    {
        for (auto message = timeLine.rbegin(); message != timeLine.rend(); ++message) {
            if (!isFact(*message)) continue;
            for (auto change = message->changes.crbegin(); change != message->changes.crend(); ++change)
                set(change->field, change->from);
        }
    }

    void goOn(std::span<const Message> timeLine)
    {
        m_status = m_facts.status;
        m_attributes = m_facts.attributes;
        for (const Message &message : timeLine) {
            if (!isFact(message)) continue;
            m_at = message.at.toMSecsSinceEpoch();
            // An answered call is both: the customer asked, and was answered.
            if (isFromCustomer(message)) add(Fact::Kind::CustomerWrote);
            if (isAnswer(message)) add(Fact::Kind::Answered);
            for (const FieldChange &change : message.changes)
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
    TimeLineReader reader(ticket, further);
    reader.goBack(timeLine);
    reader.goOn(timeLine);
    return reader.take();
}

} // namespace akwaba::sla
