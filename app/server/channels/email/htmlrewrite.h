// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace akwaba::mail {

struct HtmlLimits {
    qsizetype length = 256 * 1024; // of what is written
    int depth = 100;
    int tableDepth = 6;
    int cells = 2000;
};

struct RewrittenHtml {
    QString html; // only allowed elements and attributes, always balanced
    QString text; // the complete text, quotes marked by "> "
    int remotePictures = 0;
    bool wasCut = false; // html ends before the mail does; text does not
    bool wasFlattened = false; // elements were left out for being too deep or too many
};

/// Untrusted HTML, read by libxml2's SAX parser and written anew from an
/// allow-list: no script, style, form, frame, comment or external resource comes
/// through, `cid:` pictures do, words are breakable at 1000 letters, and nothing
/// is deep or large enough to hang QTextDocument. Never fails. Any thread.
[[nodiscard]] RewrittenHtml rewriteHtml(const QString &source, const HtmlLimits &limits = {});

} // namespace akwaba::mail
