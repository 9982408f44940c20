// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

namespace akwaba::ctl {

/// {"text": the text with masked card numbers, "found": [{"kind": "pan", "start", "end", "last4"}]}; places are those
/// of the text that was given, in units of UTF-16.
[[nodiscard]] QJsonObject redaction(const QString &text, bool isHtml);

} // namespace akwaba::ctl
