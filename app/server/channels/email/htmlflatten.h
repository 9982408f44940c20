// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

#include <functional>

namespace akwaba::mail {

/// Reads HTML whose nesting no parser should be asked to follow: tells its text, entities decoded, and where a line
/// ends, and passes over what nobody sees. Costs no more than its length.
void readFlat(QStringView source, const std::function<void(QStringView)> &text, const std::function<void()> &lineBreak);

} // namespace akwaba::mail
