// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/answers.h"

#include "tests/fuzz/promise.h"

#include <QRegularExpression>

#include <algorithm>

namespace akwaba::fuzz {

using namespace Qt::StringLiterals;

namespace {

bool matches(const QString &pattern, const QByteArray &text)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern)).match(QString::fromLatin1(text)).hasMatch();
}

/// Of the plainest kind of range it is known here too what it means.
void promisePart(const QByteArray &asked, qint64 first, qint64 last, qint64 size)
{
    static const QRegularExpression plain(u"^bytes=([0-9]{1,9})-([0-9]{1,9})$"_s);
    const auto match = plain.match(QString::fromLatin1(asked));
    if (!match.hasMatch()) return;
    promise(first == match.captured(1).toLongLong(), "a part begins where it was asked to");
    promise(last == std::min(match.captured(2).toLongLong(), size - 1), "a part ends where it was asked to");
}

} // namespace

void promiseWellFormed(const QByteArray &bytes, bool headOnly)
{
    static const QRegularExpression field(u"^[!#$%&'*+.^_`|~0-9A-Za-z-]+: [\\x20-\\x7e\\t\\x80-\\xff]*$"_s);
    const qsizetype end = bytes.indexOf("\r\n\r\n");
    promise(end > 0, "a head ends");
    const QList<QByteArray> lines = bytes.first(end).replace("\r\n", "\n").split('\n');
    promise(matches(u"HTTP/1\\.1 [1-5][0-9][0-9] [ -~]+"_s, lines.first()), "a status line is one");
    qint64 length = -1;
    for (const QByteArray &line : lines.sliced(1)) {
        promise(field.match(QString::fromLatin1(line)).hasMatch(), "a field is one line", QString::fromLatin1(line));
        if (!line.toLower().startsWith("content-length: ")) continue;
        promise(length < 0, "one length");
        length = line.sliced(16).toLongLong();
    }
    const qsizetype body = bytes.size() - end - 4;
    promise(headOnly || length < 0 ? body == 0 : body == length, "as many bytes as were told");
}

void promiseDownload(const http::Request &request, const http::Response &response, const QByteArray &blob)
{
    if (response.status == 200) promise(response.body == blob, "the whole of it");
    if (response.status == 206) {
        static const QRegularExpression range(u"^bytes ([0-9]+)-([0-9]+)/([0-9]+)$"_s);
        const auto match = range.match(QString::fromLatin1(response.headers.value("Content-Range")));
        const qint64 first = match.captured(1).toLongLong();
        const qint64 last = match.captured(2).toLongLong();
        promise(match.hasMatch() && first <= last && last < blob.size(), "a part lies within the whole");
        promise(response.body == blob.mid(first, last - first + 1), "a part is what it says");
        promisePart(request.headers.value("Range").trimmed(), first, last, blob.size());
    }
    if (response.status != 200 && response.status != 206) return;
    const QByteArray disposition = response.headers.value("Content-Disposition");
    promise(
        matches(u"attachment; filename=\"[ !#-$&-.0-\\[\\]-~]*\"; filename\\*=UTF-8''[A-Za-z0-9%._~-]*"_s, disposition),
        "a name is quoted", QString::fromLatin1(disposition));
    const QByteArray name = disposition.sliced(disposition.lastIndexOf("''") + 2);
    promise(QString::fromUtf8(QByteArray::fromPercentEncoding(name)) == request.parameters.value(u"name"_s),
            "the name is the one that was asked for");
    promise(matches(u"[a-z0-9!#$&^_.+-]+/[a-z0-9!#$&^_.+-]+"_s, response.headers.value("Content-Type")),
            "a type is a type");
}

} // namespace akwaba::fuzz
