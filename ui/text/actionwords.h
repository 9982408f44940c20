// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/actions/keymap.h"

namespace akwaba {

/// What an action is called in menus, tooltips, the palette and the shortcut sheet.
[[nodiscard]] QString actionLabel(ActionId id);
/// The icon beside it, by the name of its drawing; empty for none.
[[nodiscard]] QString actionIcon(ActionId id);
/// Why a key is not taken, as a whole sentence.
[[nodiscard]] QString sentence(const KeyProblem &problem);
/// The title of a menu, with its mnemonic.
[[nodiscard]] QString menuTitle(Menu menu);

} // namespace akwaba
