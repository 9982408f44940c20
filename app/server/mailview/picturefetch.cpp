// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/mailview/picturefetch.h"

#include "app/server/mailview/picturetype.h"
#include "app/server/mailview/publicaddress.h"

#include <QHostInfo>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QNetworkRequest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace akwaba::mailview {

namespace {

int portOf(const QUrl &url) { return url.port(url.scheme() == u"https" ? 443 : 80); }

bool isWeb(const QUrl &url)
{
    const bool hasScheme = url.scheme() == u"http" || url.scheme() == u"https";
    return url.isValid() && hasScheme && !url.host().isEmpty() && url.userInfo().isEmpty();
}

QByteArray hostHeader(const QUrl &url)
{
    QString host = url.host(QUrl::FullyEncoded);
    if (host.contains(u':')) host = u'[' + host + u']';
    return (url.port() < 0 ? host : u"%1:%2"_s.arg(host).arg(url.port())).toLatin1();
}

/// To that very address; the name is only told, and what a certificate must be for.
QNetworkRequest requestFor(const QUrl &url, const QHostAddress &address)
{
    QUrl pinned = url;
    pinned.setHost(address.toString());
    pinned.setFragment({});
    QNetworkRequest request(pinned);
    request.setRawHeader("Host", hostHeader(url));
    request.setPeerVerifyName(url.host());
    request.setRawHeader("User-Agent", "Mozilla/5.0");
    request.setRawHeader("Accept", "image/png, image/jpeg, image/gif, image/webp");
    request.setRawHeader("Accept-Encoding", "identity"); // what is counted is what arrives
    request.setRawHeader("Accept-Language", "*");
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    return request;
}

} // namespace

FetchRules FetchRules::ofTheInternet()
{
    const auto resolve = [](const QString &host, QObject *context, const Resolved &resolved) {
        QHostInfo::lookupHost(host, context, [resolved](const QHostInfo &info) { resolved(info.addresses()); });
    };
    return {resolve, isPublicAddress, [](int port) { return port == 80 || port == 443; }};
}

PictureFetch::PictureFetch(const FetchRules &rules, const FetchLimits &limits, std::shared_ptr<Answer<Picture>> answer,
                           QObject *parent)
    : QObject(parent), m_rules(rules), m_limits(limits), m_answer(std::move(answer))
{
    m_network.setProxy(QNetworkProxy::NoProxy); // a proxy would resolve the name again
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] { refuse(Code::Unreachable); });
    m_deadline.start(m_limits.whole);
}

void PictureFetch::start(const QUrl &url)
{
    if (!isWeb(url) || !m_rules.isAllowedPort(portOf(url))) return refuse(Code::Denied);
    m_rules.resolve(url.host(), this, [this, url](const QList<QHostAddress> &addresses) { connectTo(url, addresses); });
}

void PictureFetch::connectTo(const QUrl &url, const QList<QHostAddress> &addresses)
{
    if (!m_answer) return;
    if (addresses.isEmpty()) return refuse(Code::Unreachable);
    // One that may not be asked is a sign that somebody tries: none is.
    if (!std::all_of(addresses.begin(), addresses.end(), m_rules.isAllowedAddress)) return refuse(Code::Denied);
    const auto fourth = std::find_if(addresses.begin(), addresses.end(), [](const QHostAddress &address) {
        return address.protocol() == QAbstractSocket::IPv4Protocol; // not every server reaches the others
    });
    QNetworkReply *reply = m_network.get(requestFor(url, fourth == addresses.end() ? addresses.first() : *fourth));
    reply->setReadBufferSize(m_limits.bytes + 1);
    connect(reply, &QNetworkReply::metaDataChanged, this, [this, reply] { look(reply); });
    connect(reply, &QNetworkReply::readyRead, this, [this, reply] { look(reply); });
    connect(reply, &QNetworkReply::finished, this, [this, url, reply] { finish(url, reply); });
}

void PictureFetch::look(QNetworkReply *reply)
{
    const qint64 announced = reply->header(QNetworkRequest::ContentLengthHeader).toLongLong();
    if (std::max(announced, reply->bytesAvailable()) > m_limits.bytes) refuse(Code::Unsupported);
}

void PictureFetch::finish(const QUrl &url, QNetworkReply *reply)
{
    reply->deleteLater();
    if (!m_answer) return;
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QByteArray location = reply->rawHeader("Location");
    if (status >= 300 && status < 400 && !location.isEmpty()) {
        if (++m_redirects > m_limits.redirects) return refuse(Code::Denied);
        return start(url.resolved(QUrl::fromEncoded(location)));
    }
    if (reply->error() != QNetworkReply::NoError || status != 200) return refuse(Code::Unreachable);
    Picture picture{reply->readAll(), {}};
    picture.type = pictureType(picture.content);
    if (picture.type.isEmpty()) return refuse(Code::Unsupported);
    end(std::move(picture));
}

void PictureFetch::end(Result<Picture> result)
{
    if (!m_answer) return;
    m_deadline.stop();
    std::exchange(m_answer, nullptr)->give(std::move(result));
    Q_EMIT ended();
    deleteLater(); // and with it the connection, whatever still comes
}

} // namespace akwaba::mailview
