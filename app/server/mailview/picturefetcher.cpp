// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/mailview/picturefetcher.h"

namespace akwaba::mailview {

PictureFetcher::PictureFetcher(FetchRules rules, FetchLimits limits) : m_rules(std::move(rules)), m_limits(limits) { }

QFuture<Result<Picture>> PictureFetcher::fetch(const QUrl &url)
{
    if (m_running >= m_limits.atOnce && m_waiting.size() >= m_limits.waiting)
        return answered<Picture>(fail(Code::Throttled));
    const Waiting next{url, std::make_shared<Answer<Picture>>()};
    const QFuture<Result<Picture>> future = next.answer->future();
    if (m_running < m_limits.atOnce)
        begin(next);
    else
        m_waiting.enqueue(next);
    return future;
}

void PictureFetcher::begin(const Waiting &next)
{
    ++m_running;
    auto *fetch = new PictureFetch(m_rules, m_limits, next.answer, this);
    connect(fetch, &PictureFetch::ended, this, [this] {
        --m_running;
        if (!m_waiting.isEmpty()) begin(m_waiting.dequeue());
    });
    fetch->start(next.url);
}

} // namespace akwaba::mailview
