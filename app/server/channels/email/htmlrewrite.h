// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/channels/email/remotepicture.h"

#include "core/text/html.h"

#include <QString>

namespace akwaba::mail {

struct HtmlLimits {
    qsizetype length = 256 * 1024; // bytes of what is written
    int depth = 100;
    int tableDepth = 6;
    int indentDepth = 8; // quotes and lists in each other, each of which makes the line shorter
    int cells = 2000; // of all tables as they are laid out: rows times columns
    int spans = 100; // cells over several rows or columns: QTextTable merges them one by one
    int cost = mostLayoutCost; // of text and elements
};

struct RewrittenHtml {
    QString html; // only allowed elements and attributes, always balanced
    QString text; // the complete text, quotes marked by "> "
    QList<RemotePicture> remotePictures; // each once, in the order in which html has placeholders for them
    int trackingPixels = 0; // pictures that nobody was to see
    bool wasCut = false; // html ends before the mail does; text does not
    bool wasFlattened = false; // elements were left out for being too deep or too many
};

/// Untrusted HTML, read by libxml2's SAX parser and written anew from an
/// allow-list: no script, style, form, frame, comment or external resource comes
/// through, `cid:` pictures do, remote ones as placeholders without an address,
/// words are breakable at 1000 letters, and nothing is deep or large enough to
/// hang QTextDocument. Never fails. Any thread.
[[nodiscard]] RewrittenHtml rewriteHtml(const QString &source, const HtmlLimits &limits = {});

} // namespace akwaba::mail
