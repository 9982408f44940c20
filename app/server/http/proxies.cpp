// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/http/proxies.h"

#include <algorithm>
#include <ranges>

namespace akwaba::http {

namespace {

/// One way to write each address: IPv4 in IPv6 is IPv4, and no interface.
QHostAddress plain(QHostAddress address)
{
    bool isIpv4 = false;
    const quint32 ipv4 = address.toIPv4Address(&isIpv4);
    if (isIpv4) return QHostAddress(ipv4);
    address.setScopeId({});
    return address;
}

/// "192.0.2.1", "192.0.2.1:80", "2001:db8::1", "[2001:db8::1]:80".
std::optional<QHostAddress> addressIn(QByteArray node)
{
    if (node.startsWith('['))
        node = node.mid(1, node.indexOf(']') - 1);
    else if (node.count(':') == 1)
        node = node.first(node.indexOf(':'));
    QHostAddress address;
    if (!address.setAddress(QString::fromLatin1(node))) return std::nullopt;
    return plain(address);
}

/// Split where the separator stands outside of quotes; empty where a quote does not end, since a client may open one to
/// swallow what a proxy writes behind it.
QByteArrayList splitOutsideQuotes(const QByteArray &text, char separator)
{
    QByteArrayList pieces{QByteArray()};
    bool isQuoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (!isQuoted && text[i] == separator) {
            pieces.append(QByteArray());
            continue;
        }
        if (text[i] == '"') isQuoted = !isQuoted;
        const bool isEscape = isQuoted && text[i] == '\\' && i + 1 < text.size();
        pieces.last() += isEscape ? text.mid(i++, 2) : text.mid(i, 1);
    }
    return isQuoted ? QByteArrayList() : pieces;
}

QByteArray withoutQuotes(const QByteArray &value)
{
    return value.size() >= 2 && value.startsWith('"') && value.endsWith('"') ? value.mid(1, value.size() - 2) : value;
}

std::optional<bool> isSecure(const QByteArray &protocol)
{
    if (protocol.compare("https", Qt::CaseInsensitive) == 0) return true;
    if (protocol.compare("http", Qt::CaseInsensitive) == 0) return false;
    return std::nullopt;
}

} // namespace

Proxies::Proxies(const QStringList &trusted)
{
    for (const QString &text : trusted) {
        const auto [address, bits] = QHostAddress::parseSubnet(text);
        if (bits >= 0) m_trusted.append({address, bits});
    }
}

bool Proxies::isTrusted(const QHostAddress &address) const
{
    return std::ranges::any_of(m_trusted,
                               [&](const auto &network) { return address.isInSubnet(network.first, network.second); });
}

Origin Proxies::originOf(const QHostAddress &peer, const Headers &headers) const
{
    const Origin direct{plain(peer), {}};
    if (!isTrusted(direct.client)) return direct;
    const bool isOld = headers.contains("X-Forwarded-For");
    if (!headers.contains("Forwarded")) return isOld ? walk(direct.client, forwardedFor(headers)) : direct;
    const Origin origin = walk(direct.client, forwarded(headers.value("Forwarded")));
    if (!isOld) return origin;
    // A proxy writes one of them and lets the other one through as it came: nobody knows which.
    return walk(direct.client, forwardedFor(headers)).client == origin.client ? origin : direct;
}

/// From us backwards, as long as those who speak are believed.
Origin Proxies::walk(const QHostAddress &peer, const QList<Hop> &hops) const
{
    Origin origin{peer, {}};
    for (const Hop &hop : hops | std::views::reverse) {
        if (!hop.from) break;
        origin = {*hop.from, hop.secure};
        if (!isTrusted(origin.client)) break;
    }
    return origin;
}

/// RFC 7239.
QList<Proxies::Hop> Proxies::forwarded(const QByteArray &value)
{
    QList<Hop> hops;
    for (const QByteArray &element : splitOutsideQuotes(value, ',')) {
        Hop hop;
        for (const QByteArray &pair : splitOutsideQuotes(element, ';')) {
            const qsizetype equals = pair.indexOf('=');
            if (equals < 0) continue;
            const QByteArray name = pair.first(equals).trimmed().toLower();
            const QByteArray said = withoutQuotes(pair.mid(equals + 1).trimmed());
            if (name == "for") hop.from = addressIn(said);
            if (name == "proto") hop.secure = isSecure(said);
        }
        hops.append(hop);
    }
    return hops;
}

/// What was there before RFC 7239. X-Forwarded-Proto is of the last proxy alone.
QList<Proxies::Hop> Proxies::forwardedFor(const Headers &headers)
{
    const std::optional<bool> secure = isSecure(headers.value("X-Forwarded-Proto").split(',').last().trimmed());
    QList<Hop> hops;
    for (const QByteArray &node : headers.value("X-Forwarded-For").split(','))
        hops.append({addressIn(node.trimmed()), secure});
    return hops;
}

} // namespace akwaba::http
