// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringView>

// How mail programs introduce what they quote, one function per habit. The
// words of each language stand in mailwords.cpp.
namespace akwaba::quotemarks {

struct Attribution {
    qsizetype lines = 0; // 0: none
    bool isExact = false; // names a minute or an address, as programs do and people don't
};

/// "> text", also indented by up to three spaces.
[[nodiscard]] bool isQuoteLine(QStringView line);

/// The lines from `at` on that introduce a quote ("Le ... a écrit :", often
/// broken over two or three lines).
[[nodiscard]] Attribution attributionAt(const QList<QStringView> &lines, qsizetype at);

/// True where everything that follows is another mail: "-----Message
/// d'origine-----", a block of header lines ("De : ... Envoyé : ..."), or an
/// attribution on whose line the quote begins.
[[nodiscard]] bool startsEmbeddedMail(const QList<QStringView> &lines, qsizetype at);

} // namespace akwaba::quotemarks
