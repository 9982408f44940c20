// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// The seam between English sources and what the agent reads. Language is that of QLocale(), which the shell sets
/// together with the translator; so that formats and words never disagree.
namespace akwaba {

[[nodiscard]] bool speaksFrench();

/// Spacing as the agent's language wants it: in French no-break spaces before : ; ? ! » % and in numbers.
[[nodiscard]] QString polished(const QString &text);

/// QCoreApplication::translate, polished. lupdate finds calls by this name.
[[nodiscard]] QString translate(const char *context, const char *source, const char *meaning = nullptr, int n = -1);

} // namespace akwaba
