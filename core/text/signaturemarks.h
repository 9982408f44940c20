// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringView>

// How a mail ends: what people, their telephones and their companies put under
// what they write. The words of each language stand in mailwords.cpp.
namespace akwaba::signaturemarks {

/// "--", "-- ", "__", "—" and longer rulers alone on their line.
[[nodiscard]] bool isDelimiter(QStringView line);

/// True of a ruler that a second one answers, with text below both: such a pair
/// sets off a part of the text and signs nothing.
[[nodiscard]] bool opensBox(const QList<QStringView> &lines, qsizetype at);

/// "Envoyé de mon iPhone", "Sent from my Galaxy", "Get Outlook for iOS"; not
/// "Envoyé de Bouaké", which says where a parcel comes from.
[[nodiscard]] bool isOfDevice(QStringView line);

/// Which of the lines [from, end), the end of what somebody wrote, are his
/// card (name, position, telephone) or a notice of his company (confidential,
/// free of viruses). The closing formula stays his text, and so does a card
/// above which there is nothing else, or which the text announces.
[[nodiscard]] QList<qsizetype> signatureWithoutDelimiter(const QList<QStringView> &lines, qsizetype from,
                                                         qsizetype end);

} // namespace akwaba::signaturemarks
