// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <functional>

namespace akwaba::mail {

/// The text of a PDF. Code::BadInput for one that holds none that could be read; any other error says that nobody can
/// tell now.
using TextOfPdf = std::function<Result<QString>(const QByteArray &pdf)>;

/// A mail as it may be kept.
struct MaskedMail {
    QByteArray raw;
    bool isAltered = false; // it held a card number, so this is not what was received
};

/// The mail without the numbers of payment cards (channels.md rule 1): in its subject, display names, file names, text
/// and HTML, in attachments that are text, and in mails within it. A PDF that holds one is replaced by its text. Ids
/// and addresses are never touched. Where no decoded part holds a card number the mail stays byte for byte what it was.
/// What is no mail at all stays, too, for parseMail() to say so. Any thread; takes as long as textOfPdf does.
[[nodiscard]] Result<MaskedMail> maskMail(const QByteArray &raw, const TextOfPdf &textOfPdf);

} // namespace akwaba::mail
