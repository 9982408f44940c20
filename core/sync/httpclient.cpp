// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/httpclient.h"

#include "core/sync/address.h"
#include "core/sync/certificaterule.h"

#include <QNetworkReply>
#include <QTimer>

#include <memory>
#include <utility>

namespace akwaba {

using namespace Qt::StringLiterals;

namespace {

// Why the reply was ended by us; the properties live as long as the reply.
constexpr auto refusedCertificate = "akwabaRefusedCertificate";
constexpr auto notAsAnnounced = "akwabaNotAsAnnounced";

constexpr qint64 longestRefusal = 64 * 1024;
// Of a content that is taken in pieces. Qt drops what it holds beyond this when the line breaks, so it is more than a
// line that breaks often brings while we do something else.
constexpr qint64 mostUnread = 4 * 1024 * 1024;

std::optional<std::chrono::milliseconds> retryAfter(const QNetworkReply &reply)
{
    bool isNumber = false;
    const int seconds = reply.rawHeader("Retry-After").trimmed().toInt(&isNumber);
    if (!isNumber || seconds < 0) return std::nullopt;
    return std::chrono::seconds(seconds);
}

HttpReply replyOf(QNetworkReply &reply)
{
    const QVariant status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute);
    if (const QVariant fingerprint = reply.property(refusedCertificate); fingerprint.isValid())
        return {.error = Error{Code::UnknownCertificate, fingerprint.toString()}};
    if (reply.property(notAsAnnounced).isValid())
        return {.error = Error{Code::Protocol, reply.property(notAsAnnounced).toString()}};
    const bool whole = reply.error() == QNetworkReply::NoError || reply.error() >= QNetworkReply::ContentAccessDenied;
    if (!status.isValid() || !whole)
        return {.error = Error{Code::Unreachable, u"network error %1"_s.arg(int(reply.error()))}};
    return {.status = status.toInt(), .body = reply.readAll(), .retryAfter = retryAfter(reply), .error = {}};
}

/// Ends it; what comes of it is Code::Protocol.
void refuseContent(QNetworkReply *reply, const QString &why)
{
    reply->setProperty(notAsAnnounced, why);
    reply->abort();
}

int statusOf(const QNetworkReply &reply) { return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(); }

/// Where the content that comes begins in the whole; nothing for a part that was not asked for.
std::optional<qint64> beginOf(const QNetworkReply &reply, const HttpPart &part)
{
    if (statusOf(reply) == 200) return 0;
    const QByteArray range = "bytes " + QByteArray::number(part.from) + '-';
    return reply.rawHeader("Content-Range").trimmed().startsWith(range) ? std::optional(part.from) : std::nullopt;
}

/// Hands over what has come; `at` is its place in the whole, less than 0 before the first piece.
void passOn(QNetworkReply *reply, const HttpPart &part, qint64 &at, const HttpClient::Take &take)
{
    if (reply->property(notAsAnnounced).isValid() || reply->bytesAvailable() == 0) return;
    const int status = statusOf(*reply);
    if (status != 200 && status != 206) { // its words are read when it has ended
        if (reply->bytesAvailable() > longestRefusal) refuseContent(reply, u"a refusal without end"_s);
        return;
    }
    if (at < 0) {
        const std::optional<qint64> begin = beginOf(*reply, part);
        if (!begin) return refuseContent(reply, u"another part than was asked for"_s);
        at = *begin;
    }
    if (at + reply->bytesAvailable() > part.most) return refuseContent(reply, u"more than was announced"_s);
    const QByteArray piece = reply->readAll();
    const qint64 place = std::exchange(at, at + piece.size());
    take(place, piece); // last: it may end all of this
}

} // namespace

HttpClient::HttpClient(ServerAddress server, HttpLimits limits, QObject *parent)
    : QObject(parent), m_server(std::move(server)), m_limits(limits)
{
    m_network.setRedirectPolicy(QNetworkRequest::SameOriginRedirectPolicy);
    m_network.setAutoDeleteReplies(false);
}

HttpClient::~HttpClient()
{
    for (const quint64 request : m_running.keys())
        abort(request);
}

QNetworkRequest HttpClient::requestFor(const QString &path) const
{
    QUrl url = m_server.url;
    url.setPath(path);
    QNetworkRequest request(url);
    request.setTransferTimeout(int(m_limits.idle.count()));
    if (!m_token.isEmpty()) request.setRawHeader("Authorization", "Bearer " + m_token);
    return request;
}

void HttpClient::send(quint64 request, const QByteArray &method, const QString &path, const QByteArray &body,
                      Receive receive)
{
    if (!isSecureOrLocal(m_server.url)) return refuse(Code::InsecureAddress, receive);
    QNetworkRequest http = requestFor(path);
    http.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    follow(request, m_network.sendCustomRequest(http, method, body), std::move(receive));
}

void HttpClient::fetch(quint64 request, const QString &path, qint64 most, Receive receive)
{
    if (!isSecureOrLocal(m_server.url)) return refuse(Code::InsecureAddress, receive);
    QNetworkRequest http = requestFor(path);
    http.setRawHeader("Accept-Encoding", "identity"); // what is counted is what arrives
    QNetworkReply *reply = m_network.get(http);
    const auto refuseMore = [reply, most] {
        const qint64 limit = statusOf(*reply) == 200 ? most : longestRefusal;
        if (reply->bytesAvailable() > limit) refuseContent(reply, u"more than was announced"_s);
    };
    connect(reply, &QNetworkReply::readyRead, reply, refuseMore);
    follow(request, reply, std::move(receive));
}

void HttpClient::fetchPart(quint64 request, const HttpPart &part, Take take, Receive receive)
{
    if (!isSecureOrLocal(m_server.url)) return refuse(Code::InsecureAddress, receive);
    QNetworkRequest http = requestFor(part.path);
    http.setRawHeader("Accept-Encoding", "identity"); // the bytes that are counted are those of the content
    if (part.from > 0) {
        http.setRawHeader("Range", "bytes=" + QByteArray::number(part.from) + '-');
        http.setRawHeader("If-Range", part.tag);
    }
    QNetworkReply *reply = m_network.get(http);
    reply->setReadBufferSize(mostUnread);
    const auto pass = [reply, part, take = std::move(take), at = std::make_shared<qint64>(-1)] {
        passOn(reply, part, *at, take);
    };
    connect(reply, &QNetworkReply::readyRead, this, pass);
    connect(reply, &QNetworkReply::finished, this, pass); // before it is answered
    follow(request, reply, std::move(receive));
}

void HttpClient::follow(quint64 request, QNetworkReply *reply, Receive receive)
{
    m_running.insert(request, reply);
    watch(reply);
    connect(reply, &QNetworkReply::finished, this,
            [this, request, reply, receive = std::move(receive)] { finish(request, reply, receive); });
}

void HttpClient::abort(quint64 request)
{
    QNetworkReply *reply = m_running.take(request);
    if (reply == nullptr) return;
    reply->disconnect(this);
    reply->abort();
    reply->deleteLater();
}

void HttpClient::refuse(Code code, const Receive &receive)
{
    QMetaObject::invokeMethod(this, [receive, code] { receive({.error = Error{code, {}}}); }, Qt::QueuedConnection);
}

void HttpClient::watch(QNetworkReply *reply)
{
    connect(reply, &QNetworkReply::sslErrors, this, [this, reply] {
        const QSslCertificate certificate = reply->sslConfiguration().peerCertificate();
        if (isPinned(certificate, m_server.pinnedCertificate))
            reply->ignoreSslErrors();
        else
            reply->setProperty(refusedCertificate, fingerprintOf(certificate));
    });
    auto *connecting = new QTimer(reply);
    connecting->setSingleShot(true);
    connect(connecting, &QTimer::timeout, reply, [reply] { reply->abort(); });
    connect(reply, &QNetworkReply::requestSent, connecting, &QTimer::stop);
    connecting->start(m_limits.connect);
    QTimer::singleShot(m_limits.whole, reply, [reply] { reply->abort(); });
}

void HttpClient::finish(quint64 request, QNetworkReply *reply, const Receive &receive)
{
    m_running.remove(request);
    reply->deleteLater();
    receive(replyOf(*reply));
}

} // namespace akwaba
