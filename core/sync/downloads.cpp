// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/downloads.h"

#include "core/sync/wire.h"

#include <algorithm>

namespace akwaba {

using namespace Qt::StringLiterals;

namespace {

/// Why it is not the content, or a part of it.
std::optional<Error> partErrorOf(const HttpReply &reply)
{
    if (!reply.error && reply.status == 404) return Error{Code::NotFound, u"blob"_s};
    if (!reply.error && reply.status == 206) return std::nullopt;
    return errorOf(reply);
}

/// The rest would not come another time either, or has no room.
bool isFinal(Code code)
{
    return code == Code::NotFound || code == Code::Denied || code == Code::Corrupt || code == Code::Protocol
        || code == Code::DiskFull;
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
    bring(attachment, false, [receiver](const Result<QByteArray> &content) { receiver->give(content); });
}

void Downloads::fetchAhead(const Attachment &attachment, const Told &told)
{
    if (!isBlobId(attachment.blob)) return told(fail(Code::NotFound, u"no blob"_s));
    bring(attachment, true, told);
}

void Downloads::bring(const Attachment &attachment, bool isAhead, const Told &told)
{
    if (const auto running = m_transfers.value(attachment.blob)) {
        running->told.push_back(told);
        if (isAhead) return;
        running->isAhead = false;
        return running->content.isWanted();
    }
    const auto wish = isAhead ? BlobStore::Wish::Ahead : BlobStore::Wish::Opened;
    const auto transfer =
        std::make_shared<Transfer>(Transfer{ArrivingBlob(attachment, m_store, wish), {told}, isAhead});
    m_transfers.insert(attachment.blob, transfer);
    launch(transfer);
}

void Downloads::launch(const std::shared_ptr<Transfer> &transfer)
{
    const QList<BlobId> busy = m_transfers.keys();
    const auto from = transfer->content.begin({busy.begin(), busy.end()});
    if (!from) return end(transfer, tl::unexpected(from.error()));
    transfer->isResumed = *from > 0;
    if (transfer->content.isComplete()) return finish(transfer);
    const Attachment &attachment = transfer->content.attachment();
    transfer->request = ++m_last;
    const HttpPart part{.path = wire::downloadPath(m_account, attachment.blob),
                        .from = *from,
                        .tag = '"' + attachment.blob.value.toLatin1() + '"',
                        .most = attachment.size};
    const auto take = [this, transfer](qint64 at, const QByteArray &piece) {
        const auto taken = transfer->content.take(at, piece);
        if (taken) return;
        m_http.abort(transfer->request);
        end(transfer, tl::unexpected(taken.error()));
    };
    m_http.fetchPart(transfer->request, part, take, [this, transfer](const HttpReply &reply) {
        const std::optional<Error> error = partErrorOf(reply);
        return error ? end(transfer, tl::unexpected(*error)) : finish(transfer);
    });
}

void Downloads::finish(const std::shared_ptr<Transfer> &transfer)
{
    const auto content = transfer->content.finish();
    if (!content && content.error().code == Code::Corrupt && transfer->isResumed) return launch(transfer);
    end(transfer, content);
}

void Downloads::end(const std::shared_ptr<Transfer> &transfer, const Result<QByteArray> &content)
{
    m_transfers.remove(transfer->content.attachment().blob);
    if (!content && isFinal(content.error().code)) transfer->content.drop();
    for (const Told &told : std::as_const(transfer->told))
        told(content);
}

void Downloads::useStore(BlobStore *store)
{
    m_store = store;
    const Transfers all = m_transfers;
    for (const auto &transfer : all) {
        m_http.abort(transfer->request);
        const auto wish = transfer->isAhead ? BlobStore::Wish::Ahead : BlobStore::Wish::Opened;
        transfer->content = ArrivingBlob(transfer->content.attachment(), store, wish);
        launch(transfer);
    }
}

void Downloads::stopAhead()
{
    m_transfers.removeIf([this](const Transfers::iterator &running) {
        const bool stops = running.value()->isAhead;
        if (stops) m_http.abort(running.value()->request);
        return stops;
    });
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
    const Transfers transfers = m_transfers;
    for (const auto &transfer : transfers) {
        m_http.abort(transfer->request);
        end(transfer, fail(code));
    }
    const QHash<quint64, Receiver> given = std::exchange(m_running, {});
    for (auto one = given.cbegin(); one != given.cend(); ++one) {
        m_http.abort(one.key());
        one.value()->give(fail(code));
    }
}

} // namespace akwaba
