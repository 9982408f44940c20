// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/mailview/picturefetch.h"

#include <QQueue>

namespace akwaba::mailview {

/// Fetches pictures, a few at once and a bounded number behind them. On the thread that made it.
class PictureFetcher : public QObject {
    Q_OBJECT
public:
    explicit PictureFetcher(FetchRules rules = FetchRules::ofTheInternet(), FetchLimits limits = {});

    /// Code::Throttled where too many wait already; otherwise as PictureFetch says.
    [[nodiscard]] QFuture<Result<Picture>> fetch(const QUrl &url);

private:
    struct Waiting {
        QUrl url;
        std::shared_ptr<Answer<Picture>> answer;
    };
    void begin(const Waiting &next);

    const FetchRules m_rules;
    const FetchLimits m_limits;
    QQueue<Waiting> m_waiting;
    int m_running = 0;
};

} // namespace akwaba::mailview
