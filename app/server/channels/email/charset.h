// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace akwaba::mail {

struct DecodedText {
    QString text;
    bool unknownCharset = false; // the label means nothing to us; a guess is shown
    bool damaged = false; // bytes that the charset doesn't have became U+FFFD
};

/// Bytes as text. Labels are read as browsers do (iso-8859-1 means windows-1252).
/// Without a usable label, or where UTF-8 was promised and is not, valid UTF-8 is
/// UTF-8 and the rest windows-1252: something readable always comes out.
[[nodiscard]] DecodedText decodedText(const QByteArray &bytes, const QByteArray &label);

} // namespace akwaba::mail
