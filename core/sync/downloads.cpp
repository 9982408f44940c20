// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/downloads.h"

#include "core/cache/blobfile.h"
#include "core/sync/wire.h"

#include <algorithm>

namespace akwaba {

using namespace Qt::StringLiterals;

namespace {

Result<QByteArray> contentFrom(const HttpReply &reply, const BlobId &blob)
{
    if (!reply.error && reply.status == 404) return fail(Code::NotFound, u"blob"_s);
    if (const std::optional<Error> error = errorOf(reply)) return tl::unexpected(*error);
    if (blobIdOf(reply.body) != blob) return fail(Code::Corrupt, u"not the content of %1"_s.arg(blob.value));
    return reply.body;
}

/// Ids and keys become parts of an address.
bool isPlainWord(const QString &word)
{
    return !word.isEmpty() && std::all_of(word.begin(), word.end(), [](QChar c) {
        return c.unicode() < 0x80 && (c.isLetterOrNumber() || c == u'-' || c == u'_');
    });
}

Result<QByteArray> anyContent(const HttpReply &reply)
{
    if (!reply.error && reply.status == 404) return fail(Code::NotFound);
    if (!reply.error && reply.status == 415) return fail(Code::Unsupported);
    if (const std::optional<Error> error = errorOf(reply)) return tl::unexpected(*error);
    return reply.body;
}

} // namespace

Downloads::Downloads(const ServerAddress &server, QString account, const QByteArray &token, HttpLimits limits)
    : m_http(server, limits), m_account(std::move(account))
{
    m_http.setToken(token);
}

void Downloads::start(const Attachment &attachment, const Receiver &receiver)
{
    if (!isBlobId(attachment.blob)) return receiver->give(fail(Code::NotFound, u"no blob"_s));
    if (attachment.size > largest) return receiver->give(fail(Code::Unsupported, u"too large"_s));
    fetch(wire::downloadPath(m_account, attachment.blob), attachment.size, receiver,
          [blob = attachment.blob](const HttpReply &reply) { return contentFrom(reply, blob); });
}

void Downloads::startOriginal(const MessageId &message, const Receiver &receiver)
{
    if (!isPlainWord(message.value)) return receiver->give(fail(Code::NotFound, u"no message"_s));
    fetch(wire::originalPath(message), largestMail, receiver, anyContent);
}

void Downloads::startPicture(const MessageId &message, const QString &key, const Receiver &receiver)
{
    if (!isPlainWord(message.value) || !isPlainWord(key)) return receiver->give(fail(Code::NotFound, u"no picture"_s));
    fetch(wire::picturePath(message, key), largestPicture, receiver, anyContent);
}

void Downloads::fetch(const QString &path, qint64 most, const Receiver &receiver, Check check)
{
    const quint64 request = ++m_last;
    m_running.insert(request, receiver);
    m_http.fetch(request, path, most, [this, request, check = std::move(check)](const HttpReply &reply) {
        if (const Receiver waiting = m_running.take(request)) waiting->give(check(reply));
    });
}

void Downloads::giveUp(Code code)
{
    const QHash<quint64, Receiver> given = std::exchange(m_running, {});
    for (auto one = given.cbegin(); one != given.cend(); ++one) {
        m_http.abort(one.key());
        one.value()->give(fail(code));
    }
}

} // namespace akwaba
