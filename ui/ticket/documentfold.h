// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/quote.h"

class QTextDocument;

namespace akwaba {

/// Takes the lines of a marked-up body out that say what the folded parts of its text say. What is folded is found in
/// the text of a message; here it is found again, word by word, in the same words with marks. False, and the document
/// as it was, where the two don't say the same.
[[nodiscard]] bool foldDocument(QTextDocument &document, const QList<BodyPart> &parts);

} // namespace akwaba
