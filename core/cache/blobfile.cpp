// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/blobfile.h"

#include <QCryptographicHash>
#include <QFile>
#include <QtEndian>

#include <sodium.h>

#include <array>
#include <optional>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

// A sealed chunk: the nonce, the content, and the proof of both.
constexpr qsizetype nonceBytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr qsizetype addedBytes = nonceBytes + crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr qint64 sealedBytes = BlobFile::chunkBytes + addedBytes;

const unsigned char *rawBytes(const char *bytes) { return reinterpret_cast<const unsigned char *>(bytes); }
unsigned char *rawBytes(char *bytes) { return reinterpret_cast<unsigned char *>(bytes); }
unsigned long long lengthOf(qsizetype size) { return static_cast<unsigned long long>(size); }

/// The place of a chunk is sealed with it: none can stand for another.
std::array<char, 8> placeMark(qint64 number)
{
    std::array<char, 8> mark{};
    qToLittleEndian(number, mark.data());
    return mark;
}

QByteArray sealed(const QByteArray &chunk, qint64 number, const QByteArray &key)
{
    QByteArray all(chunk.size() + addedBytes, Qt::Uninitialized);
    unsigned char *nonce = rawBytes(all.data());
    randombytes_buf(nonce, std::size_t(nonceBytes));
    const auto mark = placeMark(number);
    crypto_aead_xchacha20poly1305_ietf_encrypt(nonce + nonceBytes, nullptr, rawBytes(chunk.constData()),
                                               lengthOf(chunk.size()), rawBytes(mark.data()), mark.size(), nullptr,
                                               nonce, rawBytes(key.constData()));
    return all;
}

std::optional<QByteArray> unsealed(const QByteArray &all, qint64 number, const QByteArray &key)
{
    if (all.size() <= addedBytes) return std::nullopt; // an empty chunk is none
    QByteArray chunk(all.size() - addedBytes, Qt::Uninitialized);
    const unsigned char *nonce = rawBytes(all.constData());
    const auto mark = placeMark(number);
    const int failed = crypto_aead_xchacha20poly1305_ietf_decrypt(
        rawBytes(chunk.data()), nullptr, nullptr, nonce + nonceBytes, lengthOf(all.size() - nonceBytes),
        rawBytes(mark.data()), mark.size(), nonce, rawBytes(key.constData()));
    if (failed != 0) return std::nullopt;
    return chunk;
}

tl::unexpected<Error> failureOf(const QFile &file)
{
    return fail(file.error() == QFileDevice::ResourceError ? Code::DiskFull : Code::Io, u"file of a blob"_s);
}

/// No buffer in between: a full disk shows at the chunk that meets it.
Result<void> openFor(QFile &file, QIODevice::OpenMode mode)
{
    if (sodium_init() < 0) return fail(Code::Internal, u"libsodium does not start"_s);
    if (!file.open(mode | QIODevice::Unbuffered)) return failureOf(file);
    return {};
}

/// Calls take(chunk) on each whole chunk up to the first that is none; how many there are.
template <class F> qint64 readWhole(QFile &file, const QByteArray &key, F take)
{
    for (qint64 number = 0;; ++number) {
        const QByteArray next = file.read(sealedBytes);
        const auto chunk = next.size() == sealedBytes ? unsealed(next, number, key) : std::nullopt;
        if (!chunk) return number;
        take(*chunk);
    }
}

} // namespace

BlobId blobIdOf(const QByteArray &content)
{
    return {u'b' + QString::fromLatin1(QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex())};
}

bool isBlobId(const BlobId &id)
{
    return id.value.size() == 65 && id.value.startsWith(u'b')
        && QByteArray::fromHex(id.value.mid(1).toLatin1()).size() == 32;
}

BlobFile::BlobFile(QString path, QByteArray key) : m_path(std::move(path)), m_key(std::move(key))
{
    Q_ASSERT(m_key.size() == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);
}

Result<QByteArray> BlobFile::newKey()
{
    if (sodium_init() < 0) return fail(Code::Internal, u"libsodium does not start"_s);
    QByteArray key(crypto_aead_xchacha20poly1305_ietf_KEYBYTES, Qt::Uninitialized);
    crypto_aead_xchacha20poly1305_ietf_keygen(rawBytes(key.data()));
    return key;
}

Result<void> BlobFile::begin() const
{
    QFile file(m_path);
    return openFor(file, QIODevice::WriteOnly | QIODevice::Truncate);
}

Result<qint64> BlobFile::resume() const
{
    QFile file(m_path);
    if (const auto done = openFor(file, QIODevice::ReadWrite | QIODevice::ExistingOnly); !done)
        return tl::unexpected(done.error());
    const qint64 chunks = readWhole(file, m_key, [](const QByteArray &) { });
    if (!file.resize(chunks * sealedBytes)) return failureOf(file);
    return chunks * chunkBytes;
}

Result<void> BlobFile::append(const QByteArray &chunk) const
{
    QFile file(m_path);
    const auto mode = QIODevice::WriteOnly | QIODevice::Append | QIODevice::ExistingOnly;
    if (const auto done = openFor(file, mode); !done) return done;
    const qint64 before = file.size();
    if (before % sealedBytes != 0 || chunk.isEmpty() || chunk.size() > chunkBytes)
        return fail(Code::Internal, u"a chunk behind the last one"_s);
    const QByteArray bytes = sealed(chunk, before / sealedBytes, m_key);
    if (file.write(bytes) == bytes.size()) return {};
    const auto failure = failureOf(file);
    file.resize(before);
    return failure;
}

Result<QByteArray> BlobFile::beginning() const
{
    QFile file(m_path);
    if (const auto done = openFor(file, QIODevice::ReadOnly); !done) return tl::unexpected(done.error());
    QByteArray all;
    readWhole(file, m_key, [&all](const QByteArray &chunk) { all += chunk; });
    return all;
}

Result<QByteArray> BlobFile::content() const
{
    QFile file(m_path);
    if (const auto done = openFor(file, QIODevice::ReadOnly); !done) return tl::unexpected(done.error());
    QByteArray all;
    all.reserve(file.size());
    for (qint64 number = 0; !file.atEnd(); ++number) {
        const auto chunk = unsealed(file.read(sealedBytes), number, m_key);
        if (!chunk) return fail(Code::Corrupt, u"chunk %1"_s.arg(number));
        all += *chunk;
    }
    return all;
}

} // namespace akwaba
