// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/jmap/patch.h"

namespace akwaba::jmap {

using namespace Qt::StringLiterals;

namespace {

QStringList tokensOf(const QString &path)
{
    QStringList tokens = path.split(u'/');
    for (QString &token : tokens)
        token.replace(u"~1"_s, u"/"_s).replace(u"~0"_s, u"~"_s);
    return tokens;
}

bool goesThroughAnother(const QJsonObject &patch, const QString &path)
{
    for (qsizetype slash = path.indexOf(u'/'); slash >= 0; slash = path.indexOf(u'/', slash + 1)) {
        if (patch.contains(path.first(slash))) return true;
    }
    return false;
}

/// False where the path leads nowhere.
bool setWithin(QJsonObject &object, const QStringList &tokens, qsizetype at, const QJsonValue &value)
{
    const QString &name = tokens.at(at);
    if (at == tokens.size() - 1) {
        if (value.isNull())
            object.remove(name);
        else
            object.insert(name, value);
        return true;
    }
    if (!object.value(name).isObject()) return false;
    QJsonObject inner = object.value(name).toObject();
    if (!setWithin(inner, tokens, at + 1, value)) return false;
    object.insert(name, inner);
    return true;
}

} // namespace

tl::expected<QJsonObject, SetError> patched(const QJsonObject &record, const QJsonObject &patch,
                                            const QJsonObject &defaults)
{
    QJsonObject result = record;
    QStringList unknown;
    for (auto it = patch.begin(); it != patch.end(); ++it) {
        const QStringList tokens = tokensOf(it.key());
        const QString &property = tokens.first();
        if (goesThroughAnother(patch, it.key())) return setFail(u"invalidPatch"_s);
        if (tokens.size() == 1 && !defaults.contains(property)) {
            unknown += property;
            continue;
        }
        if (tokens.size() == 1)
            result.insert(property, it.value().isNull() ? defaults.value(property) : it.value());
        else if (!setWithin(result, tokens, 0, it.value()))
            return setFail(u"invalidPatch"_s);
    }
    if (!unknown.isEmpty()) return invalidProperties(unknown);
    return result;
}

} // namespace akwaba::jmap
