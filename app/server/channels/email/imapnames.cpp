// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/channels/email/imapnames.h"

#include <QString>

namespace akwaba::mail {
namespace {

/// A run of letters beyond ASCII: base64 of UTF-16, with a comma for the slash and no padding.
QByteArray shifted(const QString &run)
{
    QByteArray bytes;
    for (const QChar c : run) {
        bytes += char(c.unicode() >> 8);
        bytes += char(c.unicode() & 0xFF);
    }
    return '&' + bytes.toBase64(QByteArray::OmitTrailingEquals).replace('/', ',') + '-';
}

bool isPlain(QChar c) { return c.unicode() >= 0x20 && c.unicode() <= 0x7E; }

} // namespace

QByteArray imapFolder(const QString &name)
{
    QByteArray text = "\"";
    QString run;
    for (const QChar c : name) {
        if (!isPlain(c)) {
            run += c;
            continue;
        }
        if (!run.isEmpty()) text += shifted(std::exchange(run, {}));
        if (c == u'"' || c == u'\\') text += '\\';
        text += char(c.unicode());
        if (c == u'&') text += '-';
    }
    if (!run.isEmpty()) text += shifted(run);
    return text + '"';
}

QByteArray imapSet(const QList<quint32> &numbers)
{
    QByteArray set;
    for (qsizetype from = 0; from < numbers.size();) {
        qsizetype to = from;
        while (to + 1 < numbers.size() && numbers[to + 1] == numbers[to] + 1)
            ++to;
        if (!set.isEmpty()) set += ',';
        set += QByteArray::number(numbers[from]);
        if (to > from) set += ':' + QByteArray::number(numbers[to]);
        from = to + 1;
    }
    return set;
}

// * LIST (\HasNoChildren \Sent) "." "Envoy&AOk-s"
std::optional<QByteArray> folderWith(const QByteArray &attribute, const QList<ImapResponse> &listed)
{
    for (const ImapResponse &response : listed) {
        const qsizetype end = response.line.indexOf(')');
        if (!response.line.toUpper().startsWith("* LIST (") || end < 0) continue;
        const QList<QByteArray> attributes = response.line.sliced(8, end - 8).toUpper().split(' ');
        if (!attributes.contains(attribute.toUpper())) continue;
        // After the delimiter, which is quoted or NIL and holds no space.
        const QByteArray name = response.line.sliced(end + 2).mid(response.line.sliced(end + 2).indexOf(' ') + 1);
        if (!response.literals.isEmpty()) return imapQuoted(QString::fromLatin1(response.literals.constFirst()));
        return name.startsWith('"') ? name : '"' + name + '"';
    }
    return {};
}

} // namespace akwaba::mail
