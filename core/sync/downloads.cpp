// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/downloads.h"

#include "core/sync/wire.h"

#include <QCryptographicHash>

namespace akwaba {

using namespace Qt::StringLiterals;

namespace {

/// As the server makes the id of a blob (sync.md 2.18).
BlobId blobIdOf(const QByteArray &content)
{
    return {u'b' + QString::fromLatin1(QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex())};
}

/// The id becomes part of an address: nothing but what blobIdOf() makes.
bool isBlobId(const BlobId &id)
{
    return id.value.size() == 65 && id.value.startsWith(u'b')
        && QByteArray::fromHex(id.value.mid(1).toLatin1()).size() == 32;
}

Result<QByteArray> contentFrom(const HttpReply &reply, const BlobId &blob)
{
    if (!reply.error && reply.status == 404) return fail(Code::NotFound, u"blob"_s);
    if (const std::optional<Error> error = errorOf(reply)) return tl::unexpected(*error);
    if (blobIdOf(reply.body) != blob) return fail(Code::Corrupt, u"not the content of %1"_s.arg(blob.value));
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
    const quint64 request = ++m_last;
    m_running.insert(request, receiver);
    m_http.fetch(request, wire::downloadPath(m_account, attachment.blob), attachment.size,
                 [this, request, blob = attachment.blob](const HttpReply &reply) {
                     if (const Receiver waiting = m_running.take(request)) waiting->give(contentFrom(reply, blob));
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
