// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/jmap/backreference.h"

#include <QJsonArray>

#include <algorithm>
#include <optional>

namespace akwaba::jmap {

using namespace Qt::StringLiterals;

namespace {

QString unescaped(QString token) { return token.replace(u"~1"_s, u"/"_s).replace(u"~0"_s, u"~"_s); }

std::optional<QJsonValue> entryOf(const QJsonArray &array, const QString &token)
{
    bool isNumber = false;
    const int index = token.toInt(&isNumber);
    if (!isNumber || index < 0 || index >= array.size() || QString::number(index) != token) return std::nullopt;
    return array[index];
}

/// A JSON pointer (RFC 6901) from its token `at` on, where "*" means every entry of an array.
std::optional<QJsonValue> follow(const QJsonValue &value, const QStringList &tokens, qsizetype at)
{
    if (at == tokens.size()) return value;
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        const auto member = object.constFind(unescaped(tokens[at]));
        if (member == object.constEnd()) return std::nullopt;
        return follow(*member, tokens, at + 1);
    }
    if (!value.isArray()) return std::nullopt;
    if (tokens[at] != u"*") {
        const std::optional<QJsonValue> entry = entryOf(value.toArray(), tokens[at]);
        return entry ? follow(*entry, tokens, at + 1) : std::nullopt;
    }
    QJsonArray all;
    const QJsonArray entries = value.toArray();
    for (const QJsonValue &entry : entries) {
        const std::optional<QJsonValue> found = follow(entry, tokens, at + 1);
        if (!found) return std::nullopt;
        if (!found->isArray()) {
            all.append(*found);
            continue;
        }
        for (const QJsonValue &inner : found->toArray())
            all.append(inner);
    }
    return all;
}

/// Takes what the value is as JSON from the budget; false, and stops looking, where that is not enough.
bool fits(const QJsonValue &value, qsizetype &budget)
{
    if (--budget < 0) return false;
    const auto fitsToo = [&budget](const QJsonValue &inner) { return fits(inner, budget); };
    if (value.isArray()) {
        const QJsonArray entries = value.toArray();
        return std::all_of(entries.begin(), entries.end(), fitsToo);
    }
    if (!value.isObject()) return (budget -= value.toString().size()) >= 0;
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        budget -= it.key().size();
        if (budget < 0 || !fitsToo(it.value())) return false;
    }
    return true;
}

std::optional<QJsonValue> referred(const QJsonObject &reference, const QList<Invocation> &answers)
{
    const QString callId = reference.value(u"resultOf"_s).toString();
    const QString path = reference.value(u"path"_s).toString();
    const auto answer =
        std::find_if(answers.begin(), answers.end(), [&callId](const Invocation &one) { return one.callId == callId; });
    if (answer == answers.end() || answer->name != reference.value(u"name"_s).toString()) return std::nullopt;
    if (path.isEmpty()) return QJsonValue(answer->arguments);
    if (!path.startsWith(u'/')) return std::nullopt;
    return follow(answer->arguments, path.mid(1).split(u'/'), 0);
}

} // namespace

MethodResult resolveReferences(const QJsonObject &arguments, const QList<Invocation> &answers, qsizetype &budget)
{
    QJsonObject resolved;
    for (auto it = arguments.begin(); it != arguments.end(); ++it) {
        if (!it.key().startsWith(u'#')) {
            resolved.insert(it.key(), it.value());
            continue;
        }
        const QString name = it.key().mid(1);
        if (arguments.contains(name)) return invalidArguments(u"%1 is given twice"_s.arg(name));
        const std::optional<QJsonValue> value = referred(it.value().toObject(), answers);
        if (!value) return methodFail(u"invalidResultReference"_s, name);
        if (!fits(*value, budget)) return methodFail(u"invalidResultReference"_s, u"%1 is too large"_s.arg(name));
        resolved.insert(name, *value);
    }
    return resolved;
}

} // namespace akwaba::jmap
