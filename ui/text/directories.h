// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/agent.h"
#include "core/domain/escalation.h"
#include "core/domain/macro.h"
#include "ui/text/eventwords.h"

namespace akwaba {

/// Who and what there is besides tickets: small, read whole. A value.
struct Directories {
    QList<Agent> agents;
    QList<Team> teams;
    QList<Category> categories;
    QList<Tag> tags;
    QList<EscalationPath> paths; ///< the active ones, in their order
    QList<TextModule> modules{}; ///< also those that are no longer in use
    QList<Macro> macros{}; ///< the same, in their order

    /// The name of any of them by its id; empty for an unknown one. Keeps a copy of the names.
    [[nodiscard]] NameOf names() const;
};

/// In the agent's language.
[[nodiscard]] QString nameOf(const Category &category);
[[nodiscard]] QString nameOf(const EscalationPath &path);
[[nodiscard]] QString nameOf(const Macro &macro);

} // namespace akwaba
