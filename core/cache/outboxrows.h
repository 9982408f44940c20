// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/statement.h"
#include "core/protocol/intent.h"

#include <QJsonObject>

namespace akwaba {

// How outbox.db holds an intent: shared by the write and the read side.

/// To select an intent, from column 0 on: what readIntent() reads.
[[nodiscard]] QString intentColumns();
inline constexpr int intentColumnCount = 9;
[[nodiscard]] Intent readIntent(const Statement &row);

/// The same of a row of `form`.
[[nodiscard]] QString formColumns();

/// SQL conditions on a row of `intent`.
[[nodiscard]] QString undecided(); ///< not answered yet
[[nodiscard]] QString refused(); ///< waits for the agent
[[nodiscard]] QString toSend(); ///< goes into a request, as soon as there is one

[[nodiscard]] QString jsonText(const QStringList &texts);
[[nodiscard]] QString jsonText(const QJsonObject &object);
[[nodiscard]] QJsonObject jsonObject(const QString &text);

} // namespace akwaba
