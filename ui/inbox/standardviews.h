// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cache/readmodel.h"
#include "core/cache/views.h"
#include "ui/inbox/sidebar.h"
#include "ui/text/directories.h"

#include <optional>

namespace akwaba {

/// A view of the side bar, ready to be shown.
struct ShownView {
    QString title;
    ViewSpec spec;
    bool showsOwner = true;
};

/// The side bar: the folders that everybody or every supervisor has, the teams, the channels on which something is
/// open, and the rooms that are no lists.
[[nodiscard]] QList<SideBarEntry> standardEntries(const Counters &counters, const Directories &directories,
                                                  bool supervises);
/// The view behind an id of standardEntries(); nothing for an unknown one.
[[nodiscard]] std::optional<ShownView> standardView(const QString &id, const Directories &directories);
/// The view of what is assigned to an agent and open; it is in no side bar.
[[nodiscard]] QString agentViewId(const AgentId &agent);
/// The entries that are no lists: the board of escalations, and the supervisors' live page.
[[nodiscard]] QString escalationRoom();
[[nodiscard]] QString supervisionRoom();
/// What a new agent sees first.
[[nodiscard]] QString firstView();

} // namespace akwaba
