// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/channels/email/replytoken.h"

#include <QMessageAuthenticationCode>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace akwaba::mail {

namespace {

constexpr qsizetype longestLocalPart = 64; // RFC 5321 4.5.3.1.1
constexpr qsizetype macBytes = 8;

} // namespace

QString ReplyTokens::mac(const Ticket &ticket) const
{
    const QByteArray signedText = ticket.number.toUtf8() + ' ' + ticket.id.value.toUtf8();
    const QByteArray full = QMessageAuthenticationCode::hash(signedText, m_key, QCryptographicHash::Sha256);
    return QString::fromLatin1(full.left(macBytes).toHex());
}

QString ReplyTokens::addressFor(const QString &address, const Ticket &ticket) const
{
    const qsizetype at = address.lastIndexOf(u'@');
    if (at <= 0 || ticket.number.isEmpty()) return {};
    const QString local = address.left(at) + u'+' + ticket.number.toLower() + u'.' + mac(ticket);
    return local.size() > longestLocalPart ? QString() : QString(local + address.sliced(at));
}

bool ReplyTokens::isGenuine(const ReplyToken &token, const Ticket &ticket) const
{
    return token.number == ticket.number && token.mac == mac(ticket);
}

ReplyToken replyTokenIn(const QString &address)
{
    static const QRegularExpression pattern(uR"(\+([A-Z]{1,3}-[0-9]{1,12})\.([0-9A-F]{16})@[^@]+$)"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    const auto match = pattern.match(address);
    return {match.captured(1).toUpper(), match.captured(2).toLower()};
}

QString withoutSubAddress(const QString &address)
{
    const qsizetype at = address.lastIndexOf(u'@');
    const qsizetype plus = address.indexOf(u'+');
    return plus > 0 && plus < at ? QString(address.left(plus) + address.sliced(at)) : address;
}

} // namespace akwaba::mail
