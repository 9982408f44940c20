// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/serverlist.h"

#include "core/sync/address.h"

#include <algorithm>

namespace akwaba {

void ServerList::learn(const QStringList &urls)
{
    const ServerAddress inUse = current();
    QList<ServerAddress> all{m_all.constFirst()};
    for (const QString &text : urls) {
        const QUrl url(text, QUrl::StrictMode);
        const bool isKnown = std::ranges::find(all, url, &ServerAddress::url) != all.end();
        if (url.isValid() && !url.host().isEmpty() && isSecureOrLocal(url) && !isKnown)
            all.append({url, all.constFirst().pinnedCertificate});
    }
    m_all = all;
    const auto place = std::ranges::find(m_all, inUse.url, &ServerAddress::url);
    m_current = place == m_all.end() ? 0 : std::distance(m_all.begin(), place);
}

bool ServerList::moveOn()
{
    m_current = (m_current + 1) % m_all.size();
    return m_all.size() > 1;
}

} // namespace akwaba
