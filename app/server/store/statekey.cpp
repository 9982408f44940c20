// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/statekey.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace akwaba::store {

QString StateKey::mac(const QString &body) const
{
    const QByteArray full = QMessageAuthenticationCode::hash(body.toUtf8(), m_key, QCryptographicHash::Sha256);
    return QString::fromLatin1(full.left(8).toHex());
}

QString StateKey::write(const QString &lineage, int schemaGen, qint64 seq) const
{
    const QString body = u"%1.%2.%3"_s.arg(lineage).arg(schemaGen).arg(seq);
    return body + u'.' + mac(body);
}

StateParts StateKey::read(const QString &state) const
{
    // Longer than any of ours: not worth the arithmetic.
    if (state.size() > 128) return {};
    const QStringList parts = state.split(u'.');
    if (parts.size() != 4) return {};
    bool genOk = false;
    bool seqOk = false;
    StateParts result{parts.at(0), parts.at(1).toInt(&genOk), parts.at(2).toLongLong(&seqOk), false};
    if (!genOk || !seqOk || result.seq < 0) return {};
    result.genuine = mac(parts.mid(0, 3).join(u'.')) == parts.at(3);
    return result;
}

QByteArray StateKey::derived(const QByteArray &purpose) const
{
    // No state string begins like this: a lineage has no colon.
    return QMessageAuthenticationCode::hash("key for: " + purpose, m_key, QCryptographicHash::Sha256);
}

} // namespace akwaba::store
