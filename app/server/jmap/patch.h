// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/jmap/seterror.h"

namespace akwaba::jmap {

/// The record with a PatchObject applied (RFC 8620 5.3): each key is a JSON pointer without its first slash, null sets
/// the default that stands in `defaults`, and a whole record is a patch too. `invalidPatch` for a path that goes into
/// an array, past what is there, or through another path; `invalidProperties` for a property that there is not. Pure.
[[nodiscard]] tl::expected<QJsonObject, SetError> patched(const QJsonObject &record, const QJsonObject &patch,
                                                          const QJsonObject &defaults);

} // namespace akwaba::jmap
