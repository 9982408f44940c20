// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/channels/email/htmlrules.h"

#include <QStringList>

namespace akwaba::mail {

/// The complete text of HTML as a person reads it: blocks on their own lines,
/// white space joined, quotes marked by "> " and signatures by "-- " so that they
/// fold like those of plain mails, list items by "- ". Links show their target only where it differs.
class HtmlTextWriter {
public:
    void open(htmlrules::Element element, const HtmlAttributes &attributes);
    void close(htmlrules::Element element);
    void text(QStringView text);
    [[nodiscard]] QString finish();

private:
    void breakLine(int blankLines);
    void append(QStringView word);
    void markSignature(QChar first);

    QString m_text;
    int m_quotes = 0;
    int m_preformatted = 0;
    int m_pendingBreaks = 0;
    bool m_pendingSpace = false;
    bool m_atLineStart = true;
    bool m_pendingSignature = false;
    QStringList m_targets; // of open links
    QList<qsizetype> m_linkStarts;
};

} // namespace akwaba::mail
