// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>

namespace akwaba::ctl {

/// The data map (P20, P26): every field of every type, whether it is about a person, what erasure does to it, what it
/// is for and how long it is kept. Out of the field tables, so it can't be out of date.
[[nodiscard]] QJsonObject dataMap();

} // namespace akwaba::ctl
