// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <string_view>

namespace akwaba {

/// Where the number of a payment card stands in a text: 13 to 19 digits of a known issuer and length whose check digit
/// is right (ISO/IEC 7812), in one piece or in groups, and neither a part of a longer number nor one that says what it
/// is (an IBAN, an EAN, a UUID, an address, "IMEI 35...").
struct CardNumber {
    qsizetype start = 0;
    qsizetype end = 0; // behind its last digit
    QList<qsizetype> digits; // where each digit starts
    QString last4;
};

[[nodiscard]] QList<CardNumber> cardNumbersIn(QStringView text);

/// The text with an asterisk for every digit of a card number but the last four. Same length as before. The text
/// itself, shared, where there is none.
[[nodiscard]] QString withoutCardNumbers(const QString &text);

/// The same in HTML of any origin: card numbers are also found across tags, written as character references, in
/// attributes and in comments. Positions are those of the source; where a digit was a reference, five letters become
/// one.
[[nodiscard]] QList<CardNumber> cardNumbersInHtml(QStringView html);
[[nodiscard]] QString htmlWithoutCardNumbers(const QString &html);

/// For editPersonalTexts(): masks what stands in a text; the one field that holds HTML is called html everywhere.
void maskCardNumbers(std::string_view field, QString &text);

} // namespace akwaba
