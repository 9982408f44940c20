// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/passphrasekeyring.h"

#include "core/base/random.h"

#include <QDataStream>
#include <QFile>
#include <QSaveFile>

#include <sodium.h>

namespace akwaba {

using namespace Qt::StringLiterals;

namespace {

// The file: 8 bytes of magic with the version, the salt, the nonce, the box.
const QByteArray magic = QByteArrayLiteral("AKWSEAL1");

unsigned char *bytesOf(QByteArray &array) { return reinterpret_cast<unsigned char *>(array.data()); }
const unsigned char *bytesOf(const QByteArray &array)
{
    return reinterpret_cast<const unsigned char *>(array.constData());
}
unsigned long long sizeOf(const QByteArray &array) { return static_cast<unsigned long long>(array.size()); }

Result<QByteArray> derive(const QString &passphrase, const QByteArray &salt)
{
    const QByteArray utf8 = passphrase.toUtf8();
    QByteArray key(crypto_secretbox_KEYBYTES, Qt::Uninitialized);
    if (crypto_pwhash(bytesOf(key), sizeOf(key), utf8.constData(), sizeOf(utf8), bytesOf(salt),
                      crypto_pwhash_OPSLIMIT_MODERATE, crypto_pwhash_MEMLIMIT_MODERATE, crypto_pwhash_ALG_ARGON2ID13)
        != 0)
        return fail(Code::Io, u"no memory to derive a key"_s);
    return key;
}

} // namespace

Result<std::unique_ptr<PassphraseKeyring>> PassphraseKeyring::open(const QString &file, const QString &passphrase,
                                                                   Random &random)
{
    if (sodium_init() < 0) return fail(Code::Internal, u"libsodium"_s);
    QByteArray content;
    QFile input(file);
    const bool exists = input.exists();
    if (exists) {
        if (!input.open(QIODevice::ReadOnly)) return fail(Code::Io, input.errorString());
        content = input.readAll();
        if (!content.startsWith(magic)) return fail(Code::Corrupt, u"not a sealed file"_s);
    }
    const QByteArray salt =
        exists ? content.mid(magic.size(), crypto_pwhash_SALTBYTES) : random.bytes(crypto_pwhash_SALTBYTES);
    if (salt.size() != crypto_pwhash_SALTBYTES) return fail(Code::Corrupt, u"sealed file is cut"_s);
    Result<QByteArray> key = derive(passphrase, salt);
    if (!key) return tl::unexpected(key.error());
    std::unique_ptr<PassphraseKeyring> keyring(new PassphraseKeyring(file, salt, std::move(*key), random));
    if (exists) {
        if (Result<void> unsealed = keyring->unseal(content.mid(magic.size() + salt.size())); !unsealed)
            return tl::unexpected(unsealed.error());
    }
    return keyring;
}

PassphraseKeyring::PassphraseKeyring(QString file, QByteArray salt, QByteArray key, Random &random)
    : m_file(std::move(file)), m_salt(std::move(salt)), m_key(std::move(key)), m_random(random)
{
}

PassphraseKeyring::~PassphraseKeyring()
{
    sodium_memzero(m_key.data(), std::size_t(m_key.size()));
    for (QByteArray &secret : m_secrets)
        sodium_memzero(secret.data(), std::size_t(secret.size()));
}

Result<void> PassphraseKeyring::unseal(const QByteArray &sealed)
{
    const QByteArray nonce = sealed.first(qMin(sealed.size(), qsizetype(crypto_secretbox_NONCEBYTES)));
    const QByteArray box = sealed.mid(nonce.size());
    if (box.size() < qsizetype(crypto_secretbox_MACBYTES)) return fail(Code::Corrupt, u"sealed file is cut"_s);
    QByteArray plain(box.size() - qsizetype(crypto_secretbox_MACBYTES), Qt::Uninitialized);
    // A wrong passphrase and a flipped bit can't be told apart; the first is by far the likelier.
    if (crypto_secretbox_open_easy(bytesOf(plain), bytesOf(box), sizeOf(box), bytesOf(nonce), bytesOf(m_key)) != 0)
        return fail(Code::Denied, u"wrong passphrase"_s);
    QDataStream stream(plain);
    stream.setVersion(QDataStream::Qt_6_4);
    stream >> m_secrets;
    sodium_memzero(plain.data(), std::size_t(plain.size()));
    return stream.status() == QDataStream::Ok ? Result<void>() : fail(Code::Corrupt, u"sealed file"_s);
}

Result<void> PassphraseKeyring::save()
{
    QByteArray plain;
    QDataStream stream(&plain, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    stream << m_secrets;
    const QByteArray nonce = m_random.bytes(crypto_secretbox_NONCEBYTES);
    QByteArray box(plain.size() + qsizetype(crypto_secretbox_MACBYTES), Qt::Uninitialized);
    crypto_secretbox_easy(bytesOf(box), bytesOf(std::as_const(plain)), sizeOf(plain), bytesOf(nonce), bytesOf(m_key));
    sodium_memzero(plain.data(), std::size_t(plain.size()));
    QSaveFile output(m_file);
    if (!output.open(QIODevice::WriteOnly)) return fail(Code::Io, output.errorString());
    output.write(magic + m_salt + nonce + box);
    if (!output.commit()) return fail(Code::Io, output.errorString());
    return {};
}

QFuture<Result<QByteArray>> PassphraseKeyring::read(const QString &name)
{
    const auto found = m_secrets.constFind(name);
    if (found == m_secrets.constEnd()) return answered<QByteArray>(fail(Code::NotFound, name));
    return answered<QByteArray>(*found);
}

QFuture<Result<void>> PassphraseKeyring::write(const QString &name, const QByteArray &secret)
{
    m_secrets.insert(name, secret);
    return answered<void>(save());
}

QFuture<Result<void>> PassphraseKeyring::remove(const QString &name)
{
    m_secrets.remove(name);
    return answered<void>(save());
}

} // namespace akwaba
