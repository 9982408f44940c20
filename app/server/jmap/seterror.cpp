// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/jmap/seterror.h"

#include "app/server/jmap/methoderror.h"

#include <QJsonArray>

namespace akwaba::jmap {

using namespace Qt::StringLiterals;

namespace {

/// The object that is there already: another one than was meant, where the handler names it.
QString existingId(const Outcome &outcome)
{
    for (const QJsonValue &id : outcome.patch) {
        if (id.isString()) return id.toString();
    }
    return outcome.entity;
}

} // namespace

tl::unexpected<SetError> setFail(const QString &type, const QJsonObject &more)
{
    return tl::unexpected(SetError{type, {}, more});
}

tl::unexpected<SetError> invalidProperties(const QStringList &names)
{
    return tl::unexpected(SetError{u"invalidProperties"_s, names, {}});
}

SetError setErrorOf(const Outcome &outcome, SetVerb verb, const QStringList &properties)
{
    const QJsonObject reason{{u"reason"_s, wireName(outcome.reason)}};
    switch (outcome.reason) {
    case Reason::AlreadyExists:
        return {
            u"alreadyExists"_s, {}, {{u"existingId"_s, existingId(outcome)}, {u"reason"_s, wireName(outcome.reason)}}};
    case Reason::NotFound:
    case Reason::Dead:
    case Reason::Erased:
        // Of a new object it is not the object that is missing, but something that it refers to.
        if (verb != SetVerb::Create) return {u"notFound"_s, {}, reason};
        return {u"invalidProperties"_s, properties, reason};
    case Reason::Invalid: return {u"invalidProperties"_s, properties, reason};
    default: return {u"forbidden"_s, {}, reason};
    }
}

SetError setErrorOf(const Error &error) { return {methodErrorOf(error).type, {}, {}}; }

QJsonObject toJson(const SetError &error)
{
    QJsonObject object = error.more;
    object.insert(u"type"_s, error.type);
    if (!error.properties.isEmpty()) object.insert(u"properties"_s, QJsonArray::fromStringList(error.properties));
    return object;
}

} // namespace akwaba::jmap
