// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/jmap/methoderror.h"
#include "core/protocol/jmap.h"

namespace akwaba::jmap {

/// The arguments with each "#name" replaced by what its ResultReference points to in the answers so far (RFC 8620 3.7).
/// What is put in is taken from `budget`, about in bytes of JSON, and there is no more than that: each call of a
/// request may hold all that came before it twice. Pure.
[[nodiscard]] MethodResult resolveReferences(const QJsonObject &arguments, const QList<Invocation> &answers,
                                             qsizetype &budget);

} // namespace akwaba::jmap
