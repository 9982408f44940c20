// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/jmap/setrun.h"

#include "app/server/jmap/arguments.h"
#include "app/server/jmap/queryarguments.h"
#include "app/server/store/store.h"
#include "core/base/random.h"

#include <QJsonArray>
#include <QSet>

#include <algorithm>

namespace akwaba::jmap {

using namespace Qt::StringLiterals;

namespace {

/// A real id, or "#" and a creation id.
bool isIdOrReference(const QString &text) { return isId(text.startsWith(u'#') ? text.mid(1) : text); }

/// A map of objects, or nothing.
Argument<QJsonObject> mapArgument(const QJsonObject &arguments, const QString &name, bool (*isKey)(const QString &))
{
    const QJsonValue value = arguments.value(name);
    if (value.isNull() || value.isUndefined()) return QJsonObject();
    if (!value.isObject()) return invalidArguments(name);
    const QJsonObject map = value.toObject();
    for (auto it = map.begin(); it != map.end(); ++it) {
        if (!isKey(it.key()) || !it.value().isObject()) return invalidArguments(name);
    }
    return map;
}

/// The creation ids that an object refers to.
QSet<QString> referencesIn(const QJsonObject &object)
{
    QSet<QString> found;
    const auto add = [&found](const QJsonValue &value) {
        if (value.toString().startsWith(u'#')) found.insert(value.toString().mid(1));
    };
    for (const QJsonValue &value : object) {
        add(value);
        for (const QJsonValue &entry : value.toArray())
            add(entry);
    }
    return found;
}

QJsonValue orNull(const QJsonObject &map) { return map.isEmpty() ? QJsonValue() : QJsonValue(map); }

bool isDone(const Outcome &outcome)
{
    return outcome.kind == OutcomeKind::Accepted || outcome.kind == OutcomeKind::Merged;
}

} // namespace

tl::expected<SetCall, MethodError> setCall(const QJsonObject &arguments, const Settings &settings)
{
    const auto ifInState = optionalStringArgument(arguments, u"ifInState"_s);
    const auto create = mapArgument(arguments, u"create"_s, isId);
    const auto update = mapArgument(arguments, u"update"_s, isIdOrReference);
    const auto destroy = namesArgument(arguments, u"destroy"_s);
    if (!ifInState) return tl::unexpected(ifInState.error());
    if (!create) return tl::unexpected(create.error());
    if (!update) return tl::unexpected(update.error());
    if (!destroy) return tl::unexpected(destroy.error());
    SetCall call{ifInState->value_or(QString()), *create, *update, destroy->value_or(QStringList())};
    if (*ifInState && call.ifInState.isNull()) call.ifInState = u""_s;
    if (!std::all_of(call.destroy.begin(), call.destroy.end(), isIdOrReference)) return invalidArguments(u"destroy"_s);
    call.destroy.removeDuplicates();
    if (call.create.size() + call.update.size() + call.destroy.size() > settings.maxObjectsInSet)
        return methodFail(u"requestTooLarge"_s);
    return call;
}

SetRun::SetRun(const Surroundings &around, const TypeInfo &type, SetCall call, Done done)
    : m_around(around), m_type(type), m_call(std::move(call)), m_done(std::move(done))
{
}

void SetRun::begin()
{
    if (!m_call.ifInState.isNull()) m_around.store.flush(); // what others asked for before counts
    const auto state = m_around.store.read().and_then(
        [this](const store::Snapshot &snapshot) { return snapshot.typeState(m_type, m_around.caller); });
    if (!state) return m_done(tl::unexpected(methodErrorOf(state.error())));
    if (!m_call.ifInState.isNull() && m_call.ifInState != *state) return m_done(methodFail(u"stateMismatch"_s));
    m_oldState = *state;
    queueAll();
    next();
}

/// What refers to another object that is created in the same call comes after it.
void SetRun::queueCreates()
{
    QHash<QString, QSet<QString>> references;
    QStringList left = m_call.create.keys();
    // Others are of no account here, and an object may name thousands of them.
    const QSet<QString> created(left.begin(), left.end());
    for (auto it = m_call.create.begin(); it != m_call.create.end(); ++it)
        references.insert(it.key(), referencesIn(it.value().toObject()).intersect(created).subtract({it.key()}));
    while (!left.isEmpty()) {
        const auto isReady = [&](const QString &key) {
            return std::ranges::none_of(references.value(key),
                                        [&](const QString &other) { return references.contains(other); });
        };
        auto ready = std::ranges::find_if(left, isReady);
        if (ready == left.end()) ready = left.begin(); // a circle: the first one refers to nothing
        m_waiting.push_back({SetVerb::Create, *ready, m_call.create.value(*ready).toObject()});
        references.remove(*ready);
        left.erase(ready);
    }
}

void SetRun::queueAll()
{
    queueCreates();
    for (auto it = m_call.update.begin(); it != m_call.update.end(); ++it)
        m_waiting.push_back({SetVerb::Update, it.key(), it.value().toObject()});
    for (const QString &id : m_call.destroy)
        m_waiting.push_back({SetVerb::Destroy, id, {}});
}

void SetRun::next()
{
    while (!m_waiting.empty()) {
        const Operation operation = std::move(m_waiting.front());
        m_waiting.pop_front();
        if (!perform(operation)) return;
    }
    finish();
}

/// Empty where a creation id is none that is known.
QString SetRun::idOf(const Operation &operation) const
{
    return operation.key.startsWith(u'#') ? m_around.createdIds.value(operation.key.mid(1)) : operation.key;
}

Planned SetRun::plan(const Operation &operation)
{
    const Result<store::Snapshot> snapshot = m_around.store.read();
    if (!snapshot) return tl::unexpected(setErrorOf(snapshot.error()));
    const SetContext context{m_type, *snapshot, m_around.caller, m_around.settings, m_around.createdIds};
    if (operation.verb == SetVerb::Create) {
        const QString id = QLatin1Char(m_type.letter) + newUuid7(m_around.store.clock(), m_around.store.random());
        return planCreate(context, id, operation.object);
    }
    const QString id = idOf(operation);
    if (id.isEmpty()) return setFail(u"notFound"_s);
    if (operation.verb == SetVerb::Destroy) return planDestroy(context, id);
    const bool goes = m_call.destroy.contains(id) || m_call.destroy.contains(operation.key);
    if (goes) return setFail(u"willDestroy"_s);
    return planUpdate(context, id, operation.object);
}

bool SetRun::perform(const Operation &operation)
{
    const Planned planned = plan(operation);
    if (!planned) {
        refuse(operation, planned.error());
        return true;
    }
    if (planned->meant.isEmpty()) {
        succeed(operation, *planned);
        return true;
    }
    IntentBatch batch{m_around.caller, 0, {}, true, planned->once};
    for (const Meant &meant : planned->meant) {
        batch.intents.append({0, makeIntent(meant.command, m_around.store.clock(), m_around.store.random())});
    }
    m_around.apply(batch, [self = shared_from_this(), operation, plan = *planned](const Result<Applied> &result) {
        self->settle(operation, plan, result);
        self->next();
    });
    return false;
}

void SetRun::settle(const Operation &operation, const SetPlan &plan, const Result<Applied> &result)
{
    if (!result) return refuse(operation, setErrorOf(result.error()));
    if (result->repeated && !result->outcomes.isEmpty()) {
        const QJsonObject more{{u"existingId"_s, result->outcomes.first().entity}};
        return refuse(operation, {u"alreadyExists"_s, {}, more});
    }
    for (qsizetype i = 0; i < plan.meant.size(); ++i) {
        const Outcome outcome = result->outcomes.value(i);
        if (!isDone(outcome)) return refuse(operation, setErrorOf(outcome, operation.verb, plan.meant[i].properties));
    }
    succeed(operation, plan);
}

void SetRun::succeed(const Operation &operation, const SetPlan &plan)
{
    switch (operation.verb) {
    case SetVerb::Create: {
        m_around.createdIds.insert(operation.key, plan.id);
        QJsonObject more = unsaid(plan);
        more.insert(u"id"_s, plan.id);
        m_created.insert(operation.key, more);
        return;
    }
    case SetVerb::Update: m_updated.insert(plan.id, orNull(unsaid(plan))); return;
    case SetVerb::Destroy: m_destroyed.append(plan.id); return;
    }
}

/// What the object holds now beyond what the client said; nothing where it has left his sight.
QJsonObject SetRun::unsaid(const SetPlan &plan)
{
    const auto found = m_around.store.read().and_then(
        [&](const store::Snapshot &snapshot) { return snapshot.get(m_type, QStringList{plan.id}, m_around.caller); });
    if (!found || found->list.isEmpty()) return {};
    const QJsonObject stored = found->list.first();
    QJsonObject more;
    for (const FieldInfo &field : m_type.fields) {
        const bool asSaid = plan.said.contains(field.name) && stored.value(field.name) == plan.target.value(field.name);
        if (servedField(m_type, field.name) != nullptr && !asSaid) more.insert(field.name, stored.value(field.name));
    }
    return more;
}

void SetRun::refuse(const Operation &operation, const SetError &error)
{
    const QString id = idOf(operation);
    switch (operation.verb) {
    case SetVerb::Create: m_notCreated.insert(operation.key, toJson(error)); return;
    case SetVerb::Update: m_notUpdated.insert(id.isEmpty() ? operation.key : id, toJson(error)); return;
    case SetVerb::Destroy: m_notDestroyed.insert(id.isEmpty() ? operation.key : id, toJson(error)); return;
    }
}

void SetRun::finish()
{
    const auto state = m_around.store.read().and_then(
        [this](const store::Snapshot &snapshot) { return snapshot.typeState(m_type, m_around.caller); });
    if (!state) return m_done(tl::unexpected(methodErrorOf(state.error())));
    m_done(QJsonObject{
        {u"accountId"_s, QString(account)},
        {u"oldState"_s, m_oldState},
        {u"newState"_s, *state},
        {u"created"_s, orNull(m_created)},
        {u"updated"_s, orNull(m_updated)},
        {u"destroyed"_s, m_destroyed.isEmpty() ? QJsonValue() : QJsonValue(QJsonArray::fromStringList(m_destroyed))},
        {u"notCreated"_s, orNull(m_notCreated)},
        {u"notUpdated"_s, orNull(m_notUpdated)},
        {u"notDestroyed"_s, orNull(m_notDestroyed)}});
}

} // namespace akwaba::jmap
