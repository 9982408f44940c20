// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/macro.h"

namespace akwaba::store {
class Writer;
}

/// What becomes of a text module or a macro that somebody edits: checked and stored, under an id of its own where it
/// is new. Code::BadInput with the name of the MacroFlaw as its detail, Code::NotFound for an id that is none,
/// Code::Conflict where the edit was made of an older one.
namespace akwaba::macros {

[[nodiscard]] Result<TextModule> set(store::Writer &writer, const TextModule &wanted, qint64 ifRev);
[[nodiscard]] Result<Macro> set(store::Writer &writer, const Macro &wanted, qint64 ifRev);

} // namespace akwaba::macros
