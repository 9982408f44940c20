// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/demo/pdf.h"

#include <QList>

namespace akwaba::demo {

namespace {

QByteArray escaped(const QString &line)
{
    QByteArray result;
    for (const char letter : line.toLatin1()) {
        if (letter == '(' || letter == ')' || letter == '\\') result += '\\';
        result += letter;
    }
    return result;
}

} // namespace

QByteArray onePagePdf(const QStringList &lines)
{
    QByteArray text = "BT /F1 14 Tf 72 760 Td 22 TL\n";
    for (const QString &line : lines)
        text += '(' + escaped(line) + ") Tj T*\n";
    text += "ET\n";

    const QList<QByteArray> objects{
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        "/Resources << /Font << /F1 5 0 R >> >> >>",
        "<< /Length " + QByteArray::number(text.size()) + " >>\nstream\n" + text + "endstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    };
    QByteArray file = "%PDF-1.4\n";
    QByteArray table = "0000000000 65535 f \n";
    for (qsizetype i = 0; i < objects.size(); ++i) {
        table += QByteArray::number(file.size()).rightJustified(10, '0') + " 00000 n \n";
        file += QByteArray::number(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
    }
    const QByteArray count = QByteArray::number(objects.size() + 1);
    return file + "xref\n0 " + count + '\n' + table + "trailer\n<< /Size " + count + " /Root 1 0 R >>\nstartxref\n"
        + QByteArray::number(file.size()) + "\n%%EOF\n";
}

} // namespace akwaba::demo
