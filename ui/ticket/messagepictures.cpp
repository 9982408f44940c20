// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ticket/messagepictures.h"

#include "ui/ticket/picturereading.h"

#include <QUrl>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

constexpr int atOnce = 4;
const QString remotePrefix = u"remote:"_s;
const QString inlinePrefix = u"cid:"_s;

/// The attachment that an address of the mail names; it may be percent-encoded there, and is not in the part's header.
const Attachment *attachmentOf(const QList<Attachment> &attachments, const QString &name)
{
    const QString id = name.sliced(inlinePrefix.size());
    const QString decoded = QUrl::fromPercentEncoding(id.toUtf8());
    const auto found = std::ranges::find_if(attachments, [&](const Attachment &attachment) {
        return !attachment.contentId.isEmpty() && (attachment.contentId == id || attachment.contentId == decoded);
    });
    return found == attachments.end() ? nullptr : &*found;
}

} // namespace

MessagePictures::MessagePictures(Ways ways, QObject *parent) : QObject(parent), m_ways(std::move(ways))
{
    m_decoder.setMaxThreadCount(1);
}

MessagePictures::~MessagePictures() = default;

void MessagePictures::forget()
{
    ++m_ticket;
    m_pictures.clear();
    m_missing.clear();
    m_shown.clear();
    m_waiting.clear();
}

QImage MessagePictures::picture(const MessageId &message, const QString &name) const
{
    return m_pictures.value({message, name});
}

void MessagePictures::want(const Message &message, const QList<Attachment> &attachments, const QStringList &names)
{
    for (const QString &name : names) {
        const Key key{message.id, name};
        if (m_pictures.contains(key)) continue;
        Wanted wanted{message.id, name, {}};
        if (name.startsWith(inlinePrefix)) {
            const Attachment *attachment = attachmentOf(attachments, name);
            if (attachment == nullptr) continue;
            wanted.attachment = *attachment;
        } else if (!name.startsWith(remotePrefix) || !isRemoteShown(message.id)) {
            continue;
        }
        m_pictures.insert(key, {});
        m_waiting.enqueue(wanted);
    }
    fetchNext();
}

void MessagePictures::showRemote(const MessageId &message)
{
    m_shown.insert(message);
    m_missing.removeIf([&](const Key &key) { return key.first == message && m_pictures.remove(key); });
    Q_EMIT arrived(message); // it is laid out again, which wants them
}

void MessagePictures::fetchNext()
{
    while (m_running < atOnce && !m_waiting.isEmpty()) {
        const Wanted wanted = m_waiting.dequeue();
        ++m_running;
        const bool isRemote = wanted.attachment.id.isEmpty();
        const auto content = isRemote ? m_ways.fetchRemote(wanted.message, wanted.name.sliced(remotePrefix.size()))
                                      : m_ways.download(wanted.attachment);
        onResult(content, this, [this, wanted, ticket = m_ticket](const Result<QByteArray> &bytes) {
            --m_running;
            if (ticket == m_ticket && bytes) decode(wanted, *bytes);
            if (ticket == m_ticket && !bytes) take(wanted, tl::unexpected(bytes.error()));
            fetchNext();
        });
    }
}

void MessagePictures::decode(const Wanted &wanted, const QByteArray &content)
{
    const auto answer = std::make_shared<Answer<QImage>>();
    onResult(answer->future(), this, [this, wanted, ticket = m_ticket](const Result<QImage> &image) {
        if (ticket == m_ticket) take(wanted, image);
    });
    m_decoder.start([answer, content] { answer->give(readPicture(content, widest)); });
}

void MessagePictures::take(const Wanted &wanted, const Result<QImage> &image)
{
    const Key key{wanted.message, wanted.name};
    if (image)
        m_pictures.insert(key, *image);
    else
        m_missing.insert(key);
    Q_EMIT arrived(wanted.message);
}

int MessagePictures::missing(const MessageId &message, const QStringList &names) const
{
    return int(std::ranges::count_if(names, [&](const QString &name) { return m_missing.contains({message, name}); }));
}

} // namespace akwaba
