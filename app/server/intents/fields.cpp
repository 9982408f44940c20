// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/intents/handling.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

// Single fields and sets of a ticket.

namespace akwaba::intents {

namespace {

constexpr std::array settableFields{"priority", "complexity", "category",     "subject", "order",
                                    "product",  "language",   "snoozedUntil", "cause",   "solution"};

bool isSettable(const QString &name)
{
    return std::ranges::any_of(settableFields, [&name](const char *field) { return name == QLatin1StringView(field); });
}

QJsonValue valueOf(const QString &name, const QString &text)
{
    const bool none = text.isEmpty() && typeInfo<Ticket>().field(name)->kind == ValueKind::Instant;
    return none ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

Result<bool> pointsSomewhere(const Handling &handling, const SetField &command)
{
    if (command.name == u"category"_s) return handling.isKnown<Category>(CategoryId{command.to});
    if (command.name == u"order"_s) return handling.isKnown<Order>(OrderId{command.to});
    if (command.name == u"product"_s) return handling.isKnown<Product>(ProductId{command.to});
    return true;
}

template <class I> QString joined(const QList<I> &ids)
{
    QStringList values;
    for (const I &id : ids)
        values += id.value;
    return values.join(u' ');
}

/// `current` with some added and some taken away; each once, in the order of arrival.
template <class I> QList<I> edited(QList<I> current, const QList<I> &add, const QList<I> &remove)
{
    for (const I &id : add) {
        if (!current.contains(id)) current.append(id);
    }
    current.removeIf([&remove](const I &id) { return remove.contains(id); });
    return current;
}

} // namespace

Result<Outcome> decide(const Handling &handling, const SetField &command)
{
    const auto work = handling.ticket(command.ticket);
    if (!work) return tl::unexpected(work.error());
    if (work->refusal != Reason::None) return handling.rejected(work->refusal, command.ticket.value);
    const Ticket &ticket = work->ticket;
    if (!isSettable(command.name)) return handling.rejected(Reason::Invalid, ticket.id.value);
    QJsonObject record = toJson(ticket);
    const QString before = record.value(command.name).toString();
    if (before == command.to) return handling.accepted(ticket.id.value, ticket.rev);
    record.insert(command.name, valueOf(command.name, command.to));
    const auto changed = fromJson<Ticket>(record);
    const auto known = pointsSomewhere(handling, command);
    if (!known) return tl::unexpected(known.error());
    if (!changed || !*known) return handling.rejected(Reason::Invalid, ticket.id.value);
    const auto stored = handling.change(*changed, {{command.name, before, command.to}});
    if (!stored) return tl::unexpected(stored.error());
    if (before == command.from) return handling.accepted(ticket.id.value, stored->rev);
    return handling.merged(ticket.id.value, stored->rev, {{command.name, before}});
}

Result<Outcome> decide(const Handling &handling, const SetTags &command)
{
    auto work = handling.ticket(command.ticket);
    if (!work) return tl::unexpected(work.error());
    if (work->refusal != Reason::None) return handling.rejected(work->refusal, command.ticket.value);
    Ticket &ticket = work->ticket;
    for (const TagId &tag : command.add) {
        const auto known = handling.isKnown<Tag>(tag);
        if (!known) return tl::unexpected(known.error());
        if (!*known || tag.isEmpty()) return handling.rejected(Reason::Invalid, ticket.id.value);
    }
    const QList<TagId> tags = edited(ticket.tags, command.add, command.remove);
    if (tags == ticket.tags) return handling.accepted(ticket.id.value, ticket.rev);
    const FieldChange change{u"tags"_s, joined(ticket.tags), joined(tags)};
    ticket.tags = tags;
    return handling.change(ticket, {change}).map([&](const Ticket &stored) {
        return handling.accepted(stored.id.value, stored.rev);
    });
}

Result<Outcome> decide(const Handling &handling, const Follow &command)
{
    auto work = handling.ticket(command.ticket);
    if (!work) return tl::unexpected(work.error());
    if (work->refusal != Reason::None) return handling.rejected(work->refusal, command.ticket.value);
    Ticket &ticket = work->ticket;
    const QList<AgentId> me{handling.agent().id};
    const QList<AgentId> none;
    const QList<AgentId> followers = edited(ticket.followers, command.follow ? me : none, command.follow ? none : me);
    if (followers == ticket.followers) return handling.accepted(ticket.id.value, ticket.rev);
    const FieldChange change{u"followers"_s, joined(ticket.followers), joined(followers)};
    ticket.followers = followers;
    return handling.change(ticket, {change}).map([&](const Ticket &stored) {
        return handling.accepted(stored.id.value, stored.rev);
    });
}

} // namespace akwaba::intents
