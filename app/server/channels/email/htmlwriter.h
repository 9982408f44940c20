// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/channels/email/htmlrewrite.h"
#include "app/server/channels/email/htmlrules.h"
#include "app/server/channels/email/htmltables.h"

namespace akwaba::mail {

/// Writes the allowed part of what a parser reports, within the limits. Every
/// open() has one close(); what was left out by open() is left out by close().
class HtmlWriter {
public:
    explicit HtmlWriter(const HtmlLimits &limits)
        : m_limits(limits), m_tables(limits.tableDepth, limits.cells, limits.spans)
    {
    }

    void open(QByteArrayView name, htmlrules::Element element, const HtmlAttributes &attributes);
    void close();
    void text(QStringView text);
    [[nodiscard]] QString finish();

    [[nodiscard]] const QList<RemotePicture> &remotePictures() const { return m_remotePictures; }
    [[nodiscard]] int trackingPixels() const { return m_trackingPixels; }
    [[nodiscard]] bool wasCut() const { return m_wasCut; }
    [[nodiscard]] bool wasFlattened() const { return m_wasFlattened; }

private:
    struct Open {
        QByteArray name; // empty: its tags were left out
        htmlrules::Element element = htmlrules::Element::Unknown;
    };

    void openElement(Open &open, const HtmlAttributes &attributes);
    [[nodiscard]] bool isAllowedHere(htmlrules::Element element, const HtmlAttributes &attributes);
    void writeInstead(htmlrules::Element element);
    void leaveTable();
    void closeTag(Open &open);
    void writePicture(const HtmlAttributes &attributes);
    [[nodiscard]] QString startTag(const Open &open, const HtmlAttributes &attributes) const;
    [[nodiscard]] QString breakable(QStringView text);
    [[nodiscard]] qsizetype affordable(QStringView text);
    [[nodiscard]] bool pay(int cost);
    bool write(const QString &text, qsizetype owed = 0);

    HtmlLimits m_limits;
    QString m_html;
    QList<Open> m_open;
    HtmlTables m_tables;
    qsizetype m_bytes = 0; // of m_html, and of the tags that close what is open
    int m_written = 0; // open elements whose tags were written
    int m_indents = 0;
    int m_preformatted = 0;
    int m_cost = 0;
    qsizetype m_wordLength = 0;
    QList<RemotePicture> m_remotePictures;
    int m_trackingPixels = 0;
    bool m_wasCut = false;
    bool m_wasFlattened = false;
};

} // namespace akwaba::mail
