// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/jmap/methods.h"

namespace akwaba::jmap {

using namespace Qt::StringLiterals;

namespace {

bool isQueried(const TypeInfo &type) { return type.name == u"Ticket" || type.name == u"Message"; }

Method ofType(const TypeInfo &type, QStringView verb)
{
    const auto reads = [&type](ReadMethod method) { return Method{Method::Kind::Read, method, &type}; };
    if (verb == u"get") return reads(get);
    if (verb == u"changes") return reads(changes);
    if (verb == u"query" && isQueried(type)) return reads(query);
    if (verb == u"queryChanges" && isQueried(type)) return reads(queryChanges);
    return {};
}

Method ofVendor(QStringView name)
{
    if (name == u"Sync/changes") return {Method::Kind::Read, syncChanges, nullptr};
    if (name == u"Sync/state") return {Method::Kind::Read, syncState, nullptr};
    if (name == u"Sync/page") return {Method::Kind::Read, syncPage, nullptr};
    if (name == u"Intent/apply") return {Method::Kind::Apply, nullptr, nullptr};
    return {};
}

} // namespace

Method methodNamed(const QString &name, bool vendor)
{
    if (name == u"Core/echo") return {Method::Kind::Echo, nullptr, nullptr};
    const qsizetype slash = name.indexOf(u'/');
    if (slash < 0) return {};
    if (const TypeInfo *type = typeByName(QStringView(name).first(slash)))
        return ofType(*type, QStringView(name).sliced(slash + 1));
    return vendor ? ofVendor(name) : Method();
}

} // namespace akwaba::jmap
