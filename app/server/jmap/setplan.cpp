// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/jmap/setplan.h"

#include "app/server/jmap/patch.h"
#include "app/server/jmap/queryarguments.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace akwaba::jmap {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestUid = 255;

bool isTooLarge(const QJsonObject &object, const Settings &settings)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact).size() > settings.maxSizeObject;
}

/// "#k1" becomes the id of what was created as k1; nothing where there was none.
std::optional<QJsonValue> resolved(const QJsonValue &value, const QHash<QString, QString> &createdIds)
{
    if (value.isArray()) {
        QJsonArray all;
        for (const QJsonValue &entry : value.toArray()) {
            const std::optional<QJsonValue> one = resolved(entry, createdIds);
            if (!one) return std::nullopt;
            all.append(*one);
        }
        return all;
    }
    const QString text = value.toString();
    if (!text.startsWith(u'#')) return value;
    const auto known = createdIds.constFind(text.mid(1));
    return known == createdIds.cend() ? std::nullopt : std::optional<QJsonValue>(*known);
}

tl::expected<QJsonObject, SetError> withIds(const QJsonObject &object, const QHash<QString, QString> &createdIds)
{
    QJsonObject result = object;
    QStringList unknown;
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (referredType(it.key()) == nullptr) continue;
        if (const std::optional<QJsonValue> value = resolved(it.value(), createdIds))
            result.insert(it.key(), *value);
        else
            unknown += it.key();
    }
    if (!unknown.isEmpty()) return invalidProperties(unknown);
    return result;
}

/// Whether everything that the value refers to is there, and the caller's to see.
Result<bool> pointsSomewhere(const SetContext &context, const QString &property, const QJsonValue &value)
{
    const TypeInfo *type = referredType(property);
    QStringList ids;
    for (const QJsonValue &id : value.isArray() ? value.toArray() : QJsonArray{value}) {
        if (!id.toString().isEmpty()) ids += id.toString();
    }
    if (type == nullptr || ids.isEmpty()) return true;
    return context.snapshot.get(*type, ids, context.caller).map([](const store::Records &found) {
        return found.notFound.isEmpty();
    });
}

/// All of these properties whose values are of the wrong type, or point nowhere.
tl::expected<void, SetError> checkValues(const SetContext &context, const SetType &set, const QJsonObject &record,
                                         const QStringList &names)
{
    QStringList wrong;
    for (const QString &name : names) {
        const QJsonValue value = record.value(name);
        const Result<bool> known = pointsSomewhere(context, name, value);
        if (!known) return tl::unexpected(setErrorOf(known.error()));
        if (!*known || !set.normalised({{name, value}})) wrong += name;
    }
    if (!wrong.isEmpty()) return invalidProperties(wrong);
    return {};
}

/// Takes the client's own name for the object out of what he gave. The ledger knows intents by such an id.
tl::expected<QString, SetError> takeUid(const TypeInfo &type, QJsonObject &given)
{
    if (!given.contains(u"uid"_s)) return QString();
    const QString uid = given.take(u"uid"_s).toString();
    if (uid.isEmpty() || uid.size() > longestUid) return invalidProperties({u"uid"_s});
    const QString name = QStringList{QString(account), type.name, uid}.join(u'\n');
    return QString::fromLatin1(QCryptographicHash::hash(name.toUtf8(), QCryptographicHash::Sha256).toHex());
}

const CreateRule *ruleFor(const SetType &set, const QJsonObject &record)
{
    const auto rule = std::ranges::find_if(set.creates, [&record](const CreateRule &one) { return one.fits(record); });
    return rule == set.creates.end() ? nullptr : &*rule;
}

/// The record of an object that there is, for this caller.
tl::expected<QJsonObject, SetError> existing(const SetContext &context, const QString &id)
{
    const Result<store::Records> found = context.snapshot.get(context.type, QStringList{id}, context.caller);
    if (!found) return tl::unexpected(setErrorOf(found.error()));
    if (found->list.isEmpty()) return setFail(u"notFound"_s);
    return found->list.first();
}

/// The intents of all rules that the changes fall under; a property without a rule is not the client's to change.
Meaning meaningOf(const SetContext &context, const SetType &set, const QJsonObject &before, const QJsonObject &after,
                  QStringList left)
{
    QList<Meant> all;
    QStringList refused;
    for (const UpdateRule &rule : set.updates) {
        const auto isOfRule = [&rule](const QString &name) { return rule.properties.contains(name); };
        if (left.removeIf(isOfRule) == 0) continue;
        const Meaning meaning = rule.meaning(before, after, context.snapshot, context.caller);
        if (meaning)
            all += *meaning;
        else if (meaning.error().properties.isEmpty())
            return meaning;
        else
            refused += meaning.error().properties;
    }
    if (!(left + refused).isEmpty()) return invalidProperties(left + refused);
    return all;
}

} // namespace

Planned planCreate(const SetContext &context, const QString &newId, QJsonObject given)
{
    const SetType *set = setTypeOf(context.type);
    if (set == nullptr || set->creates.isEmpty()) return setFail(u"forbidden"_s);
    if (isTooLarge(given, context.settings)) return setFail(u"tooLarge"_s);
    const auto once = takeUid(context.type, given);
    if (!once) return tl::unexpected(once.error());
    const auto known = withIds(given, context.createdIds);
    if (!known) return tl::unexpected(known.error());
    QJsonObject record = set->defaults;
    for (auto it = known->begin(); it != known->end(); ++it) {
        if (!it.value().isNull()) record.insert(it.key(), it.value()); // null is the default
    }
    const CreateRule *rule = ruleFor(*set, record);
    if (rule == nullptr) return invalidProperties({u"kind"_s});
    QStringList notHis = known->keys();
    notHis.removeIf([rule](const QString &name) { return rule->properties.contains(name); });
    if (!notHis.isEmpty()) return invalidProperties(notHis);
    if (const auto fits = checkValues(context, *set, record, known->keys()); !fits) return tl::unexpected(fits.error());
    record.insert(u"id"_s, newId);
    const Result<QJsonObject> target = set->normalised(record);
    if (!target) return tl::unexpected(setErrorOf(target.error()));
    return rule->meaning(*target, context.snapshot).map([&](const QList<Meant> &meant) {
        return SetPlan{newId, *target, known->keys(), meant, *once};
    });
}

Planned planUpdate(const SetContext &context, const QString &id, const QJsonObject &patch)
{
    const auto before = existing(context, id);
    if (!before) return tl::unexpected(before.error());
    const SetType *set = setTypeOf(context.type);
    if (set == nullptr || set->updates.isEmpty()) return setFail(u"forbidden"_s);
    if (isTooLarge(patch, context.settings)) return setFail(u"tooLarge"_s);
    const auto known = withIds(patch, context.createdIds);
    if (!known) return tl::unexpected(known.error());
    const auto after = patched(*before, *known, set->defaults);
    if (!after) return tl::unexpected(after.error());
    QStringList changed;
    QStringList all;
    for (const FieldInfo &field : context.type.fields) {
        all += field.name;
        if (after->value(field.name) != before->value(field.name)) changed += field.name;
    }
    if (const auto fits = checkValues(context, *set, *after, changed); !fits) return tl::unexpected(fits.error());
    const Result<QJsonObject> target = set->normalised(*after);
    if (!target) return tl::unexpected(setErrorOf(target.error()));
    // The same instant may have been written in another way.
    changed.removeIf([&](const QString &name) { return target->value(name) == before->value(name); });
    return meaningOf(context, *set, *before, *target, changed).map([&](const QList<Meant> &meant) {
        return SetPlan{id, *target, all, meant, {}};
    });
}

Planned planDestroy(const SetContext &context, const QString &id)
{
    const auto before = existing(context, id);
    if (!before) return tl::unexpected(before.error());
    const SetType *set = setTypeOf(context.type);
    if (set == nullptr || set->destroy == nullptr) return setFail(u"forbidden"_s);
    return set->destroy(*before).map([&id](const QList<Meant> &meant) { return SetPlan{id, {}, {}, meant, {}}; });
}

} // namespace akwaba::jmap
