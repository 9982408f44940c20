// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sealedpages.h"

#include <QFile>
#include <QtEndian>

#include <sodium.h>

#include <algorithm>
#include <array>

namespace akwaba::world {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype pageBytes = 8192; // core/database/database.cpp
constexpr qsizetype logHeadBytes = 32;
constexpr qsizetype frameHeadBytes = 24; // begins with the number of the page
// At the end of a page: a nonce, whose last four bytes count, and a proof of all before it.
constexpr qsizetype nonceBytes = 16;
constexpr qsizetype counterBytes = 4;
constexpr qsizetype proofBytes = crypto_onetimeauth_poly1305_BYTES;
constexpr qsizetype openHead = 24; // of the first page: a salt, and what SQLite must know before it has the key

const unsigned char *raw(const char *bytes) { return reinterpret_cast<const unsigned char *>(bytes); }
unsigned char *raw(char *bytes) { return reinterpret_cast<unsigned char *>(bytes); }

/// Adds what the page says; false where it was not sealed as this one by this key.
bool addOpened(const QByteArray &page, quint32 number, const QByteArray &key, QByteArray &to)
{
    const qsizetype size = page.size() - nonceBytes - proofBytes;
    const unsigned char *nonce = raw(page.constData() + size);
    const quint32 counter = qFromLittleEndian<quint32>(nonce + nonceBytes - counterBytes) ^ number;
    // The first half of a page's own key proves, the second one hides.
    const std::array<unsigned char, 64> zeros{};
    std::array<unsigned char, 64> own{};
    crypto_stream_chacha20_ietf_xor_ic(own.data(), zeros.data(), own.size(), nonce, counter, raw(key.constData()));
    const unsigned char *proof = nonce + nonceBytes;
    const auto proven = static_cast<unsigned long long>(size + nonceBytes);
    if (crypto_onetimeauth_poly1305_verify(proof, raw(page.constData()), proven, own.data()) != 0) return false;
    const qsizetype from = number == 1 ? openHead : 0;
    QByteArray opened(size - from, Qt::Uninitialized);
    crypto_stream_chacha20_ietf_xor_ic(raw(opened.data()), raw(page.constData() + from),
                                       static_cast<unsigned long long>(opened.size()), nonce, counter + 1,
                                       own.data() + own.size() / 2);
    to += opened;
    return true;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool isBlank(const QByteArray &page)
{
    return std::ranges::all_of(page, [](char byte) { return byte == 0; });
}

} // namespace

OpenedPages openedPages(const QString &database, const QByteArray &key)
{
    OpenedPages pages;
    const auto open = [&](const QByteArray &page, quint32 number) {
        if (!isBlank(page) && !addOpened(page, number, key, pages.bytes)) ++pages.unreadable;
    };
    const QByteArray file = contentOf(database);
    for (qsizetype at = 0; at + pageBytes <= file.size(); at += pageBytes)
        open(file.sliced(at, pageBytes), quint32(at / pageBytes + 1));
    const QByteArray log = contentOf(database + "-wal"_L1);
    for (qsizetype at = logHeadBytes; at + frameHeadBytes + pageBytes <= log.size(); at += frameHeadBytes + pageBytes)
        open(log.sliced(at + frameHeadBytes, pageBytes), qFromBigEndian<quint32>(log.constData() + at));
    return pages;
}

} // namespace akwaba::world
