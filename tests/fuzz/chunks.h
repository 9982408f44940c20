// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace akwaba::fuzz {

/// A chunked body, and how many bytes it was on the wire.
struct Dechunked {
    QByteArray body;
    qsizetype length = 0;
};

/// Reads a whole chunked body by the grammar of RFC 9112 7.1 and not one letter more: what a second parser, that of a
/// proxy in front of us, makes of it. Nothing for what is not whole or not by the grammar.
[[nodiscard]] std::optional<Dechunked> dechunked(QByteArrayView bytes);

} // namespace akwaba::fuzz
