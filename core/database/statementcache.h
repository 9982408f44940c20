// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/query.h"

#include <QString>

#include <memory>
#include <unordered_map>
#include <vector>

namespace akwaba {

/// Prepared statements that nobody is using, by their text: what runs for every row is parsed once. Only Statement
/// uses it.
class StatementCache {
public:
    /// Null for a text that nobody has given.
    [[nodiscard]] std::unique_ptr<Query> take(const QString &sql)
    {
        const auto found = m_idle.find(sql);
        if (found == m_idle.end() || found->second.empty()) return nullptr;
        std::unique_ptr<Query> query = std::move(found->second.back());
        found->second.pop_back();
        --m_count;
        return query;
    }

    /// It must be finished.
    void give(const QString &sql, std::unique_ptr<Query> query)
    {
        if (m_count >= most) clear();
        m_idle[sql].push_back(std::move(query));
        ++m_count;
    }

    void clear()
    {
        m_idle.clear();
        m_count = 0;
    }

private:
    static constexpr int most = 256; // texts made for a number of scopes or ids are many

    std::unordered_map<QString, std::vector<std::unique_ptr<Query>>> m_idle;
    int m_count = 0;
};

} // namespace akwaba
