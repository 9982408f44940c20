// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/anonymise.h"

#include "core/domain/customer.h"
#include "core/domain/message.h"
#include "core/domain/ticket.h"
#include "core/sla/facts.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace akwaba::store {

namespace {

QJsonValue emptied(ValueKind kind)
{
    switch (kind) {
    case ValueKind::Flag: return false;
    case ValueKind::Integer: return 0;
    case ValueKind::Instant: return QJsonValue();
    case ValueKind::List: return QJsonArray();
    case ValueKind::Object: return QJsonObject();
    case ValueKind::Text:
    case ValueKind::Enum:
    case ValueKind::Id: break;
    }
    return QString();
}

/// Links to agents stay: they are about our own people. One to an order leads to the person by way of the shop.
QString replacedLink(const QString &id, const Erased &erased)
{
    if (erased.persons.contains(id)) return erased.successor;
    return id.startsWith(QLatin1Char(typeInfo<Order>().letter)) ? QString() : id;
}

/// Of events about what is no field of the ticket.
const QStringList otherFacts{sla::noReplyNeededField, sla::promisedAtField, u"escalation"_s};

/// The facts of the time line stay (status, team, assignee: clocks are computed from them), the words go.
QJsonArray replacedChanges(const QJsonArray &changes, const Erased &erased)
{
    QJsonArray left;
    for (const QJsonValue &value : changes) {
        QJsonObject change = value.toObject();
        const FieldInfo *field = typeInfo<Ticket>().field(change.value(u"field"_s).toString());
        const bool isFact = field != nullptr ? field->privacy.onErasure == OnErasure::Keep
                                             : otherFacts.contains(change.value(u"field"_s).toString());
        for (const QString &side : {u"from"_s, u"to"_s}) {
            const QString text = change.value(side).toString();
            if (isFact || text.isEmpty()) continue;
            const bool isLink = field != nullptr && field->kind == ValueKind::Id;
            change.insert(side, isLink ? replacedLink(text, erased) : neutralText());
        }
        left.append(change);
    }
    return left;
}

QJsonValue replaced(const FieldInfo &field, const QJsonValue &value, const Erased &erased)
{
    switch (field.kind) {
    case ValueKind::Id: return replacedLink(value.toString(), erased);
    case ValueKind::Text: return value.toString().isEmpty() ? value : QJsonValue(neutralText());
    case ValueKind::List: return replacedChanges(value.toArray(), erased);
    default: return emptied(field.kind);
    }
}

} // namespace

QString neutralText() { return u"[…]"_s; }

QJsonObject anonymised(const TypeInfo &type, QJsonObject record, const Erased &erased)
{
    for (const FieldInfo &field : type.fields) {
        const QJsonValue value = record.value(field.name);
        switch (field.privacy.onErasure) {
        case OnErasure::Keep: break;
        case OnErasure::Replace: record.insert(field.name, replaced(field, value, erased)); break;
        case OnErasure::Clear:
        case OnErasure::Delete: record.insert(field.name, emptied(field.kind)); break;
        }
    }
    return record;
}

bool goesAtErasure(const TypeInfo &type)
{
    return std::ranges::any_of(type.fields,
                               [](const FieldInfo &field) { return field.privacy.onErasure == OnErasure::Delete; });
}

} // namespace akwaba::store
