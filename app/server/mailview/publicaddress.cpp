// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/mailview/publicaddress.h"

#include <QList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace akwaba::mailview {

namespace {

using Subnet = std::pair<QHostAddress, int>;

QList<Subnet> subnets(std::initializer_list<QStringView> texts)
{
    QList<Subnet> list;
    for (const QStringView text : texts)
        list.append(QHostAddress::parseSubnet(text.toString()));
    return list;
}

bool isInOne(const QHostAddress &address, const QList<Subnet> &list)
{
    return std::any_of(list.begin(), list.end(), [&](const Subnet &subnet) { return address.isInSubnet(subnet); });
}

} // namespace

bool isPublicAddress(const QHostAddress &address)
{
    // RFC 6890 and its registry: what is not globally reachable.
    static const QList<Subnet> closedOf4 =
        subnets({u"0.0.0.0/8", u"10.0.0.0/8", u"100.64.0.0/10", u"127.0.0.0/8", u"169.254.0.0/16", u"172.16.0.0/12",
                 u"192.0.0.0/24", u"192.0.2.0/24", u"192.88.99.0/24", u"192.168.0.0/16", u"198.18.0.0/15",
                 u"198.51.100.0/24", u"203.0.113.0/24", u"224.0.0.0/4", u"240.0.0.0/4"});
    // Of IPv6 only global unicast is open, without its tunnels and examples.
    static const QList<Subnet> openOf6 = subnets({u"2000::/3"});
    static const QList<Subnet> closedOf6 = subnets({u"2001::/23", u"2001:db8::/32", u"2002::/16", u"3fff::/20"});
    if (!address.scopeId().isEmpty()) return false;
    if (address.protocol() == QAbstractSocket::IPv4Protocol) return !isInOne(address, closedOf4);
    return address.protocol() == QAbstractSocket::IPv6Protocol && isInOne(address, openOf6)
        && !isInOne(address, closedOf6);
}

} // namespace akwaba::mailview
