// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringView>

// How mail programs introduce what they quote, one predicate per habit. The
// words of fifteen languages stand in quotemarks.cpp and nowhere else.
namespace akwaba::quotemarks {

/// "> text", also indented by up to three spaces.
[[nodiscard]] bool isQuoteLine(QStringView line);

/// "--", "-- ", "__", "—" and longer rulers alone on their line.
[[nodiscard]] bool isSignatureDelimiter(QStringView line);

/// "Envoyé de mon iPhone", "Sent from my Galaxy", "Get Outlook for iOS".
[[nodiscard]] bool isDeviceSignature(QStringView line);

/// How many lines from `at` on introduce a quote ("Le ... a écrit :", often
/// broken over two or three lines); 0 when they don't.
[[nodiscard]] qsizetype attributionLength(const QList<QStringView> &lines, qsizetype at);

/// True where everything that follows is another mail: "-----Message
/// d'origine-----", or a block of header lines ("De : ... Envoyé : ...").
[[nodiscard]] bool startsEmbeddedMail(const QList<QStringView> &lines, qsizetype at);

} // namespace akwaba::quotemarks
