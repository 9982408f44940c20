// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/jmap/methods.h"

namespace akwaba::jmap {

using namespace Qt::StringLiterals;

namespace {

/// A verb that every synced type has.
struct Verb {
    QString name;
    ReadMethod method;
    QStringList arguments;
};

const QList<Verb> &readingVerbs()
{
    static const QList<Verb> verbs{
        {u"get"_s, get, {u"ids"_s, u"properties"_s}},
        {u"changes"_s, changes, {u"sinceState"_s, u"maxChanges"_s}},
        {u"query"_s,
         query,
         {u"filter"_s, u"sort"_s, u"position"_s, u"anchor"_s, u"anchorOffset"_s, u"limit"_s, u"calculateTotal"_s}},
        {u"queryChanges"_s,
         queryChanges,
         {u"filter"_s, u"sort"_s, u"sinceQueryState"_s, u"maxChanges"_s, u"upToId"_s, u"calculateTotal"_s}},
        {u"copy"_s,
         copy,
         {u"fromAccountId"_s, u"ifFromInState"_s, u"ifInState"_s, u"create"_s, u"onSuccessDestroyOriginal"_s,
          u"destroyFromIfInState"_s}},
    };
    return verbs;
}

Method ofType(const TypeInfo &type, QStringView name)
{
    if (name == u"set")
        return {Method::Kind::Set, nullptr, &type, {u"ifInState"_s, u"create"_s, u"update"_s, u"destroy"_s}};
    for (const Verb &verb : readingVerbs()) {
        if (verb.name == name) return {Method::Kind::Read, verb.method, &type, verb.arguments};
    }
    return {};
}

Method ofVendor(QStringView name)
{
    if (name == u"Sync/changes") return {Method::Kind::Read, syncChanges, nullptr, {}};
    if (name == u"Sync/state") return {Method::Kind::Read, syncState, nullptr, {}};
    if (name == u"Sync/page") return {Method::Kind::Read, syncPage, nullptr, {}};
    if (name == u"Erasure/pending") return {Method::Kind::Read, erasurePending, nullptr, {}};
    if (name == u"Erasure/ack") return {Method::Kind::Acknowledge, nullptr, nullptr, {}};
    if (name == u"Intent/apply") return {Method::Kind::Apply, nullptr, nullptr, {}};
    return {};
}

} // namespace

Method methodNamed(const QString &name, bool vendor)
{
    if (name == u"Core/echo") return {Method::Kind::Echo, nullptr, nullptr, {}};
    if (name == u"Blob/copy") return {Method::Kind::Read, copy, nullptr, {u"fromAccountId"_s, u"blobIds"_s}};
    const qsizetype slash = name.indexOf(u'/');
    if (slash < 0) return {};
    if (const TypeInfo *type = typeByName(QStringView(name).first(slash)))
        return ofType(*type, QStringView(name).sliced(slash + 1));
    return vendor ? ofVendor(name) : Method();
}

} // namespace akwaba::jmap
