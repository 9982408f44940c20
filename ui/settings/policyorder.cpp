// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/policyorder.h"

#include <QHash>

#include <algorithm>

namespace akwaba {

namespace {

const SlaPolicyVersion *lastOf(const SlaPolicy &policy)
{
    return policy.versions.isEmpty() ? nullptr : &policy.versions.constLast();
}

} // namespace

PolicyOrder::PolicyOrder(const QList<SlaPolicy> &policies)
{
    QList<std::pair<int, SlaPolicyId>> places;
    for (const SlaPolicy &policy : policies) {
        const SlaPolicyVersion *last = lastOf(policy);
        if (last != nullptr && last->active) places.append({last->position, policy.id});
    }
    std::ranges::stable_sort(places, {}, [](const auto &place) { return place.first; });
    for (const auto &place : std::as_const(places))
        m_ids.append(place.second);
}

void PolicyOrder::insert(const SlaPolicyId &id)
{
    if (!contains(id)) m_ids.insert(std::max<qsizetype>(0, m_ids.size() - 1), id);
}

void PolicyOrder::follow(const PolicyOrder &known)
{
    m_ids.removeIf([&known](const SlaPolicyId &id) { return !known.contains(id); });
    for (const SlaPolicyId &id : known.m_ids)
        insert(id);
}

bool PolicyOrder::canMove(const SlaPolicyId &id, int step) const
{
    const qsizetype from = m_ids.indexOf(id);
    const qsizetype last = m_ids.size() - 1;
    return from >= 0 && from < last && from + step >= 0 && from + step < last;
}

void PolicyOrder::move(const SlaPolicyId &id, int step)
{
    const qsizetype from = m_ids.indexOf(id);
    if (canMove(id, step)) m_ids.move(from, from + step);
}

QHash<SlaPolicyId, int> PolicyOrder::positions(const QList<SlaPolicy> &policies) const
{
    QList<int> places;
    for (const SlaPolicyId &id : m_ids) {
        const auto policy = std::ranges::find(policies, id, &SlaPolicy::id);
        const SlaPolicyVersion *last = policy == policies.end() ? nullptr : lastOf(*policy);
        if (last != nullptr && last->active) places.append(last->position);
    }
    std::ranges::sort(places);
    QHash<SlaPolicyId, int> positions;
    int before = places.isEmpty() ? 0 : places.constFirst() - 1;
    for (qsizetype i = 0; i < m_ids.size(); ++i) {
        const int place = i < places.size() ? std::max(places.at(i), before + 1) : before + 1;
        positions.insert(m_ids.at(i), place);
        before = place;
    }
    return positions;
}

} // namespace akwaba
