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
            if (bytes && ticket == m_ticket) decode(wanted, *bytes);
            fetchNext();
        });
    }
}

void MessagePictures::decode(const Wanted &wanted, const QByteArray &content)
{
    const auto answer = std::make_shared<Answer<QImage>>();
    onResult(answer->future(), this, [this, wanted, ticket = m_ticket](const Result<QImage> &image) {
        if (!image || ticket != m_ticket) return;
        m_pictures.insert({wanted.message, wanted.name}, *image);
        Q_EMIT arrived(wanted.message);
    });
    m_decoder.start([answer, content] { answer->give(readPicture(content, widest)); });
}

} // namespace akwaba
