// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/address.h"

#include <QHostAddress>

namespace akwaba {

using namespace Qt::StringLiterals;

bool isSecureOrLocal(const QUrl &url)
{
    if (url.scheme() == u"https" || url.scheme() == u"wss") return true;
    if (url.scheme() != u"http" && url.scheme() != u"ws") return false;
    // A name could be made to point anywhere, so only "localhost" (RFC 6761) and literal addresses count.
    return url.host() == u"localhost" || QHostAddress(url.host()).isLoopback();
}

Result<QUrl> serverAddress(const QString &typed)
{
    const QString text = typed.trimmed();
    const QUrl url(text.contains(u"://") ? text : "https://"_L1 + text, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty())
        return fail(Code::BadInput, u"no server address"_s);
    if (url.scheme() != u"https" && url.scheme() != u"http") return fail(Code::BadInput, u"scheme"_s);
    if (!isSecureOrLocal(url)) return fail(Code::InsecureAddress, u"http to another machine"_s);
    QUrl root;
    root.setScheme(url.scheme());
    root.setHost(url.host());
    root.setPort(url.port());
    return root;
}

} // namespace akwaba
