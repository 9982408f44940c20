// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace akwaba {

/// A part of a text, in units of UTF-16.
struct TextSpan {
    qsizetype from = 0;
    qsizetype length = 0;
    bool operator==(const TextSpan &) const = default;
};

} // namespace akwaba
