// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/arrivingblob.h"
#include "fakeworld.h"

// What is written in the world, the files that customers send along with it, and what consoles fetch of these.
namespace akwaba::world {

using namespace Qt::StringLiterals;

namespace {

constexpr int sharedFiles = 2;
constexpr int timesInALargeFile = 1000; // more than one chunk of it

/// A large one says the same again and again, so that little has to be looked for.
QByteArray contentOf(const QString &id, bool isLarge)
{
    const QByteArray text = QString(wordsOf(id + u'1') + wordsOf(id + u'2') + wordsOf(id + u'3')).first(120).toUtf8();
    return isLarge ? text.repeated(timesInALargeFile) : text;
}

QByteArray sharedContent(int number) { return contentOf(u"shared %1"_s.arg(number), number == 0); }

} // namespace

QString wordsOf(const QString &id)
{
    QString letters = QString::fromLatin1(
        QCryptographicHash::hash(id.toUtf8(), QCryptographicHash::Sha256).toBase64(QByteArray::OmitTrailingEquals));
    letters.remove(u'+').remove(u'/');
    return canary + letters;
}

Result<void> FakeWorld::attachSome(store::Writer &writer, Message &message)
{
    if (!m_filesAreAttached || m_fileDice.below(100) >= 50) return {};
    Attachment attachment;
    attachment.id = newId<AttachmentId>(m_clock, m_fileDice);
    attachment.message = message.id;
    attachment.ticket = message.ticket;
    attachment.name = wordsOf(attachment.id.value);
    attachment.type = u"text/plain"_s;
    const bool isShared = m_fileDice.below(100) < 30;
    const QByteArray content = isShared ? sharedContent(int(m_fileDice.below(sharedFiles)))
                                        : contentOf(attachment.id.value, m_fileDice.below(100) < 10);
    attachment.size = content.size();
    const auto blob = writer.addBlob(content, attachment.type);
    if (!blob) return tl::unexpected(blob.error());
    attachment.blob = *blob;
    message.attachments = {attachment.id};
    const auto put = writer.put(attachment);
    return put ? Result<void>() : tl::unexpected(put.error());
}

bool FakeWorld::isSharedFile(const BlobId &blob) const
{
    for (int number = 0; number < sharedFiles; ++number) {
        if (blobIdOf(sharedContent(number)) == blob) return true;
    }
    return false;
}

void FakeWorld::fetchFile(int number)
{
    WorldConsole &here = console(number);
    const QList<QStringList> missing =
        here.ask(u"SELECT id, '' FROM attachments a WHERE NOT EXISTS "
                 "(SELECT 1 FROM blobs b WHERE b.blob = a.blob AND b.whole = 1) AND blob <> ? ORDER BY id"_s,
                 {});
    if (missing.isEmpty()) return;
    const QString &id = missing.at(qsizetype(m_fileDice.below(quint64(missing.size())))).constFirst();
    const auto attachment = must(fromJson<Attachment>(here.row(typeInfo<Attachment>(), id)));
    ArrivingBlob arriving(attachment, &here.cache().blobs(), BlobStore::Wish::Ahead);
    const auto begun = arriving.begin({});
    if (!begun) return;
    const auto content = m_server.store().blobs().read(attachment.blob);
    if (!content) return arriving.drop(); // it was erased
    const bool breaksOff = m_fileDice.below(100) < 20;
    const QByteArray rest = content->sliced(*begun);
    const auto taken = arriving.take(*begun, breaksOff ? rest.first(rest.size() / 2) : rest);
    if (taken && !breaksOff) (void)must(arriving.finish());
}

} // namespace akwaba::world
