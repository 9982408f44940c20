// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stubserver.h"
#include "tests/core/cache/world.h"

#include <QHash>

namespace akwaba::test {

/// What a StubServer gives of blobs: whole or from a place on, and only so far. Counts what it gave.
class BlobShelf {
public:
    void put(const QByteArray &content) { m_contents.insert(blobIdOf(content).value.toLatin1(), content); }

    /// After so many bytes of content an answer breaks off; less than 0: it does not.
    qint64 cutAfter = -1;
    /// Gives all of it whatever is asked for.
    bool knowsNoParts = false;

    [[nodiscard]] qint64 given() const { return m_given; }
    [[nodiscard]] qint64 takeGiven() { return std::exchange(m_given, 0); }

    [[nodiscard]] QByteArray answer(const QByteArray &request)
    {
        const QByteArray blob = request.split('/').value(4);
        if (!m_contents.contains(blob)) return StubServer::http("404 Not Found", "{}");
        const QByteArray content = m_contents.value(blob);
        const qsizetype from = knowsNoParts ? -1 : beginOf(request, blob);
        const QByteArray body = content.sliced(std::max<qsizetype>(from, 0));
        const QByteArray given = cutAfter < 0 ? body : body.first(std::min(cutAfter, qint64(body.size())));
        m_given += given.size();
        const QByteArray range = "Content-Range: bytes " + QByteArray::number(from) + '-'
            + QByteArray::number(content.size() - 1) + '/' + QByteArray::number(content.size()) + "\r\n";
        const QByteArray whole =
            from < 0 ? StubServer::http("200 OK", body) : StubServer::http("206 Partial Content", body, range);
        return whole.chopped(body.size() - given.size());
    }

private:
    /// -1 where no part is asked for, or one of something else.
    static qsizetype beginOf(const QByteArray &request, const QByteArray &blob)
    {
        const QByteArray range = "\r\nRange: bytes=";
        const QByteArray condition = "\r\nIf-Range: \"" + blob + "\"\r\n";
        const qsizetype at = request.indexOf(range);
        if (at < 0 || !request.contains(condition)) return -1;
        const qsizetype from = at + range.size();
        return request.mid(from, request.indexOf('-', from) - from).toLongLong();
    }

    QHash<QByteArray, QByteArray> m_contents;
    qint64 m_given = 0;
};

} // namespace akwaba::test
