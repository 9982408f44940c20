// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/erasureledger.h"

#include "app/server/store/syncedfile.h"

#include <QCryptographicHash>
#include <QFile>
#include <QLockFile>
#include <QMessageAuthenticationCode>

using namespace Qt::StringLiterals;

namespace akwaba::store {

namespace {

constexpr int lockPatience = 5000; // milliseconds

QByteArray textOf(const LedgerLine &line)
{
    return line.erasure.toLatin1() + ' ' + line.digest.toLatin1() + ' '
        + QByteArray::number(line.at.toMSecsSinceEpoch());
}

} // namespace

ErasureLedger::ErasureLedger(const QString &directory, QByteArray key)
    : m_path(directory + u"/erasures.ledger"_s), m_key(std::move(key))
{
}

QByteArray ErasureLedger::hash(const QByteArray &previous, const QByteArray &text) const
{
    return QMessageAuthenticationCode::hash("line " + previous + ' ' + text, m_key, QCryptographicHash::Sha256).toHex();
}

QString ErasureLedger::digestOf(const QString &id) const
{
    const QByteArray digest =
        QMessageAuthenticationCode::hash("person " + id.toUtf8(), m_key, QCryptographicHash::Sha256);
    return QString::fromLatin1(digest.toHex());
}

Result<ErasureLedger::Chain> ErasureLedger::readChain() const
{
    QFile file(m_path);
    if (!file.exists()) return Chain{};
    if (!file.open(QIODevice::ReadOnly)) return fail(Code::Io, u"can't read %1"_s.arg(m_path));
    Chain chain;
    while (!file.atEnd()) {
        const QByteArray line = file.readLine();
        // A power cut in the middle of a line: what it was about to say was not done yet.
        if (!line.endsWith('\n')) break;
        const QByteArrayList words = line.trimmed().split(' ');
        const QByteArray text = words.mid(0, 3).join(' ');
        if (words.size() != 4 || hash(chain.last, text) != words.at(3))
            return fail(Code::Corrupt,
                        u"line %1 of %2 is not what was written there, or state.key is another: put back both"_s
                            .arg(chain.lines.size() + 1)
                            .arg(m_path));
        chain.last = words.at(3);
        chain.end = file.pos();
        chain.lines.append({QString::fromLatin1(words.at(0)), QString::fromLatin1(words.at(1)),
                            QDateTime::fromMSecsSinceEpoch(words.at(2).toLongLong(), Qt::UTC)});
    }
    return chain;
}

Result<QList<LedgerLine>> ErasureLedger::read() const
{
    return readChain().map([](Chain chain) { return std::move(chain.lines); });
}

Result<void> ErasureLedger::append(const LedgerLine &line) const
{
    // The command line may erase while the server runs.
    QLockFile lock(m_path + u".lock"_s);
    if (!lock.tryLock(lockPatience)) return fail(Code::Locked, m_path);
    const auto chain = readChain();
    if (!chain) return tl::unexpected(chain.error());
    const QByteArray text = textOf(line);
    return appendSynced(m_path, chain->end, text + ' ' + hash(chain->last, text) + '\n');
}

} // namespace akwaba::store
