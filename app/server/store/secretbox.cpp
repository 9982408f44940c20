// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/secretbox.h"

#include "core/base/random.h"

#include <QFile>
#include <QMessageAuthenticationCode>
#include <QTemporaryFile>

#include <sodium.h>

using namespace Qt::StringLiterals;

namespace akwaba::store {

namespace {

static_assert(crypto_secretbox_KEYBYTES == 32);

Result<QByteArray> readSecretsKey(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return fail(Code::NotFound, u"can't read %1"_s.arg(path));
    QByteArray key = QByteArray::fromHex(file.readAll().trimmed());
    if (key.size() != crypto_secretbox_KEYBYTES) return fail(Code::Corrupt, u"no key in %1"_s.arg(path));
    return key;
}

/// Whole or not at all, and never over one that another process made meanwhile.
Result<void> makeSecretsKey(const QString &path, Random &random)
{
    QTemporaryFile file(path + u".XXXXXX"_s); // 0600
    const QByteArray text = random.bytes(crypto_secretbox_KEYBYTES).toHex() + '\n';
    if (!file.open() || file.write(text) != text.size() || !file.flush())
        return fail(Code::Io, u"can't write %1"_s.arg(path));
    file.close();
    if (QFile::rename(file.fileName(), path)) file.setAutoRemove(false);
    return {};
}

const unsigned char *bytesOf(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

unsigned char *bytesOf(QByteArray &bytes) { return reinterpret_cast<unsigned char *>(bytes.data()); }

} // namespace

Result<void> SecretBox::needKey()
{
    if (!m_key.isEmpty()) return {};
    if (sodium_init() < 0) return fail(Code::Internal, u"libsodium does not start"_s);
    const QString path = m_directory + u"/secrets.key"_s;
    if (!QFile::exists(path)) {
        if (auto made = makeSecretsKey(path, m_random); !made) return made;
    }
    return readSecretsKey(path).map([this](const QByteArray &key) { m_key = key; });
}

Result<QString> SecretBox::seal(const QByteArray &secret, const QString &owner)
{
    if (const auto ready = needKey(); !ready) return tl::unexpected(ready.error());
    const QByteArray plain = owner.toUtf8() + '\n' + secret;
    const QByteArray nonce = m_random.bytes(crypto_secretbox_NONCEBYTES);
    QByteArray box(plain.size() + qsizetype(crypto_secretbox_MACBYTES), Qt::Uninitialized);
    crypto_secretbox_easy(bytesOf(box), bytesOf(plain), static_cast<unsigned long long>(plain.size()), bytesOf(nonce),
                          bytesOf(m_key));
    return QString::fromLatin1(QByteArray(nonce + box).toBase64());
}

Result<QByteArray> SecretBox::open(const QString &sealed, const QString &owner)
{
    if (const auto ready = needKey(); !ready) return tl::unexpected(ready.error());
    const auto foreign = [] { return fail(Code::Corrupt, u"sealed under another key, or for somebody else"_s); };
    const QByteArray bytes = QByteArray::fromBase64(sealed.toLatin1());
    const QByteArray nonce = bytes.left(crypto_secretbox_NONCEBYTES);
    const QByteArray box = bytes.mid(crypto_secretbox_NONCEBYTES);
    if (box.size() < qsizetype(crypto_secretbox_MACBYTES)) return foreign();
    QByteArray plain(box.size() - qsizetype(crypto_secretbox_MACBYTES), Qt::Uninitialized);
    const int failed = crypto_secretbox_open_easy(
        bytesOf(plain), bytesOf(box), static_cast<unsigned long long>(box.size()), bytesOf(nonce), bytesOf(m_key));
    const QByteArray label = owner.toUtf8() + '\n';
    if (failed != 0 || !plain.startsWith(label)) return foreign();
    return plain.mid(label.size());
}

Result<QString> SecretBox::keyedHash(const QString &text, const QString &owner)
{
    if (const auto ready = needKey(); !ready) return tl::unexpected(ready.error());
    const QByteArray message = (owner + u'\n' + text).toUtf8();
    return QString::fromLatin1(QMessageAuthenticationCode::hash(message, m_key, QCryptographicHash::Sha256).toHex());
}

} // namespace akwaba::store
