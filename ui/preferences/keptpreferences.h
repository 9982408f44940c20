// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/actions/keymap.h"
#include "ui/widgets/theme.h"

/// What an agent set on this machine and finds again: how the program looks, the same for all who use the account of
/// this machine, and the keys, his own. In QSettings.
namespace akwaba {

struct Appearance {
    Theme::Scheme scheme = Theme::Scheme::System;
    Density density = Density::Normal;
    int textSize = 100; ///< in percent, 80 to 200
    bool showsInitials = true;
    bool spellsIcons = false;
    bool operator==(const Appearance &) const = default;
};

[[nodiscard]] Appearance appearanceOf(const Theme &theme);
void apply(const Appearance &appearance, Theme &theme);
/// As it was kept; what is not there or makes no sense is as at first.
[[nodiscard]] Appearance keptAppearance();
/// Applies it and keeps what is another than before.
void changeAppearance(Theme &theme, const Appearance &wanted);

[[nodiscard]] Keymap keptKeymap(const AgentId &agent);
void keepKeymap(const Keymap &keymap, const AgentId &agent);

} // namespace akwaba
