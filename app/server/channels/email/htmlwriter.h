// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/channels/email/htmlrewrite.h"
#include "app/server/channels/email/htmlrules.h"

#include <QByteArray>
#include <QList>

namespace akwaba::mail {

struct HtmlAttribute {
    QByteArray name;
    QString value;
};
using HtmlAttributes = QList<HtmlAttribute>;

/// Writes the allowed part of what a parser reports, within the limits. Every
/// open() has one close(); what was left out by open() is left out by close().
class HtmlWriter {
public:
    explicit HtmlWriter(const HtmlLimits &limits) : m_limits(limits) { }

    void open(QByteArrayView name, htmlrules::Element element, const HtmlAttributes &attributes);
    void close();
    void text(const QString &text);
    [[nodiscard]] QString finish();

    [[nodiscard]] int remotePictures() const { return m_remotePictures; }
    [[nodiscard]] bool wasCut() const { return m_wasCut; }
    [[nodiscard]] bool wasFlattened() const { return m_wasFlattened; }

private:
    struct Open {
        QByteArray name; // empty: its tags were left out
        bool isTable = false;
        bool flattens = false; // a table that was left out: so are its rows and cells
    };

    [[nodiscard]] bool isAllowedHere(htmlrules::Element element);
    void writePicture(const HtmlAttributes &attributes);
    void writeTag(QByteArrayView name, htmlrules::Element element, const HtmlAttributes &attributes);
    bool write(const QString &text);

    HtmlLimits m_limits;
    QString m_html;
    QList<Open> m_open;
    int m_written = 0; // open elements whose tags were written
    int m_tables = 0;
    int m_flattened = 0; // open tables that were left out
    int m_cells = 0;
    qsizetype m_wordLength = 0;
    int m_remotePictures = 0;
    bool m_wasCut = false;
    bool m_wasFlattened = false;
};

} // namespace akwaba::mail
