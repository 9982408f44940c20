// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/async.h"

#include <QHostAddress>
#include <QNetworkAccessManager>
#include <QTimer>
#include <QUrl>

#include <chrono>
#include <functional>

class QNetworkReply;

namespace akwaba::mailview {

struct Picture {
    QByteArray content;
    QByteArray type;
};

struct FetchLimits {
    qint64 bytes = 5 * 1024 * 1024;
    int redirects = 3;
    std::chrono::milliseconds whole{10'000};
    int atOnce = 8;
    int waiting = 64; ///< behind those
};

/// What the network looks like, and what of it may be asked. The tests bring their own, since they have no other
/// network than this machine.
struct FetchRules {
    using Resolved = std::function<void(const QList<QHostAddress> &)>;
    /// Answers once, on the thread of `context`, unless that dies first.
    std::function<void(const QString &host, QObject *context, const Resolved &resolved)> resolve;
    std::function<bool(const QHostAddress &)> isAllowedAddress;
    std::function<bool(int port)> isAllowedPort;

    [[nodiscard]] static FetchRules ofTheInternet();
};

/// One picture from a server that a stranger chose, without telling it anything: no cookie, no referrer, nobody's name.
/// A name is resolved once, all its addresses are looked at, and the connection goes to the address that was looked
/// at, so that a second answer of the name server changes nothing; each redirection is a new question. Answered once;
/// ends itself then. Denied for where one may not go, Unsupported for what is no picture or too large, Unreachable.
class PictureFetch : public QObject {
    Q_OBJECT
public:
    PictureFetch(const FetchRules &rules, const FetchLimits &limits, std::shared_ptr<Answer<Picture>> answer,
                 QObject *parent);

    void start(const QUrl &url);

Q_SIGNALS:
    void ended();

private:
    void connectTo(const QUrl &url, const QList<QHostAddress> &addresses);
    void look(QNetworkReply *reply);
    void finish(const QUrl &url, QNetworkReply *reply);
    void end(Result<Picture> result);
    void refuse(Code code) { end(fail(code)); }

    const FetchRules &m_rules;
    const FetchLimits m_limits;
    std::shared_ptr<Answer<Picture>> m_answer;
    QNetworkAccessManager m_network; // its own: nothing is remembered from one picture to another
    QTimer m_deadline;
    int m_redirects = 0;
};

} // namespace akwaba::mailview
