// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/enums.h"
#include "ui/widgets/paint.h"

/// What stands for a value where there is no room for its word, and beside the word where there is. No two statuses
/// share a shape, so that none is told by its colour alone.
namespace akwaba {

[[nodiscard]] Shape shapeOf(TicketStatus status);
[[nodiscard]] Tone toneOf(TicketStatus status);
/// Shape and word on the soft ground of the status.
[[nodiscard]] Chip chipOf(TicketStatus status);

/// Names of drawings.
[[nodiscard]] QString iconOf(Channel channel);
/// The letter beside the icon, the same in every language.
[[nodiscard]] QString letterOf(Channel channel);
[[nodiscard]] QString iconOf(CallOutcome outcome, Direction direction);
[[nodiscard]] QString iconOfMediaType(const QString &mediaType);

} // namespace akwaba
