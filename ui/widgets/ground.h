// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/theme.h"

class QAbstractItemView;

namespace akwaba {

/// A view without a frame, on the ground of what it lies on, in whatever theme.
void setGround(QAbstractItemView *view, Token token);

} // namespace akwaba
