// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/servicelevelchange.h"

namespace akwaba {

/// The order in which policies are asked whether they want a ticket (sla.md rule 14), as somebody arranges it. A value.
class PolicyOrder {
public:
    PolicyOrder() = default;
    /// As they count now.
    explicit PolicyOrder(const QList<SlaPolicy> &policies);

    [[nodiscard]] const QList<SlaPolicyId> &ids() const { return m_ids; }
    [[nodiscard]] bool contains(const SlaPolicyId &id) const { return m_ids.contains(id); }
    /// Before the last, which takes every ticket.
    void insert(const SlaPolicyId &id);
    void remove(const SlaPolicyId &id) { m_ids.removeOne(id); }
    /// Keeps the arrangement, of those that `known` has.
    void follow(const PolicyOrder &known);
    /// The last one stays the last.
    [[nodiscard]] bool canMove(const SlaPolicyId &id, int step) const;
    void move(const SlaPolicyId &id, int step);
    /// Positions in this order; as few as possible are others than now.
    [[nodiscard]] QHash<SlaPolicyId, int> positions(const QList<SlaPolicy> &policies) const;
    bool operator==(const PolicyOrder &) const = default;

private:
    QList<SlaPolicyId> m_ids; // of those in use
};

} // namespace akwaba
