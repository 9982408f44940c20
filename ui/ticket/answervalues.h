// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cache/readmodel.h"
#include "core/domain/variables.h"
#include "ui/text/directories.h"

namespace akwaba {

/// What is known of this ticket for texts in that language that ask for it.
[[nodiscard]] VariableValues answerValues(const Conversation &conversation, const Directories &directories,
                                          const AgentId &me, const QString &language);

} // namespace akwaba
