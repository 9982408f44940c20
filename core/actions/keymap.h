// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/actions/actions.h"

#include <QHash>
#include <QStringList>

namespace akwaba {

/// The keys that an agent gave to actions instead of those of the table, as QKeySequence's PortableText; an empty text
/// is no key. One key for each: the table's second shortcut goes with its first.
using Keymap = QHash<ActionId, QString>;

/// The keys of an action, the one that is shown first.
[[nodiscard]] QStringList keysOf(ActionId id, const Keymap &keymap);

/// Why a key is no good for an action.
enum class KeyFault {
    AltGr, ///< Ctrl+Alt and a character: on Windows it is AltGr, which types on AZERTY
    OpensMenu, ///< Alt and a letter
    Writes, ///< types or edits text, and the action has a key where one writes
    Moves, ///< leads from row to row, or on to the next widget
    SeveralKeys, ///< one after the other
    Taken, ///< by another action that has a key in the same place
};

struct KeyProblem {
    KeyFault fault = KeyFault::Taken;
    std::optional<ActionId> by; ///< who has it, where it is taken
    bool operator==(const KeyProblem &) const = default;
};

/// Nothing where the agent may give this key to this action, all others having those of `keymap`.
[[nodiscard]] std::optional<KeyProblem> whyNotKey(ActionId id, const QString &key, const Keymap &keymap);

/// What was kept by names of actions, without what no longer fits: an action that is gone, a key that is no good.
[[nodiscard]] Keymap keymapFrom(const QHash<QString, QString> &kept);

} // namespace akwaba
