// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/httpclient.h"

#include <QStringList>

namespace akwaba {

/// Where a company can be reached: the address that its agent typed, and those of further server processes over the
/// same database, as the server says. One that does not answer, or can't, gives way to the next.
class ServerList {
public:
    explicit ServerList(ServerAddress typed) : m_all{std::move(typed)} { }

    [[nodiscard]] const ServerAddress &current() const { return m_all.at(m_current); }
    /// As the server tells them; the typed one stays the first. Those that may not be used are left out. A confirmed
    /// certificate counts for all: processes of one company share it.
    void learn(const QStringList &urls);
    /// True where there is another one, which is the current one now.
    [[nodiscard]] bool moveOn();

private:
    QList<ServerAddress> m_all;
    qsizetype m_current = 0;
};

} // namespace akwaba
