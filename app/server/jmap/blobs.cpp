// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/jmap/blobs.h"

#include "app/server/jmap/requesterror.h"
#include "app/server/store/store.h"

#include <QRegularExpression>
#include <QUrl>

namespace akwaba::jmap {

using namespace Qt::StringLiterals;

namespace {

/// A media type without parameters; what is none is bytes.
QByteArray mediaType(const QString &text)
{
    static const QRegularExpression plain(u"^[A-Za-z0-9!#$&^_.+-]{1,64}/[A-Za-z0-9!#$&^_.+-]{1,64}$"_s);
    const QString type = text.section(u';', 0, 0).trimmed();
    return plain.match(type).hasMatch() ? type.toLatin1().toLower() : QByteArray("application/octet-stream");
}

http::Response asFile(const QByteArray &content, const QByteArray &type, const QString &name)
{
    http::Response response;
    response.headers.set("Content-Type", type);
    response.headers.set("Content-Disposition", "attachment; filename*=UTF-8''" + QUrl::toPercentEncoding(name));
    response.headers.set("X-Content-Type-Options", "nosniff");
    response.headers.set("Cache-Control", "private, immutable, max-age=31536000");
    response.body = content;
    response.authenticated = true;
    return response;
}

} // namespace

Blobs::Blobs(http::Router &router, store::Store &store, const Authenticator &authenticator, const Settings &settings)
    : m_store(store), m_authenticator(authenticator), m_settings(settings)
{
    router.add("POST", u"/jmap/upload/{account}/"_s,
               [this](const http::Request &request, http::Responder responder) { responder.answer(upload(request)); });
    router.add(
        "GET", u"/jmap/download/{account}/{blob}/{name}"_s,
        [this](const http::Request &request, http::Responder responder) { responder.answer(download(request)); });
}

http::Response Blobs::upload(const http::Request &request) const
{
    const Result<store::Caller> caller = m_authenticator.callerOf(request.headers);
    if (!caller) return m_authenticator.refusal(caller.error());
    if (request.parameters.value(u"account"_s) != account) return http::textResponse(404);
    if (request.body.size() > m_settings.maxSizeUpload) return problem(overLimit(u"maxSizeUpload"_s));
    const Result<BlobId> id = m_store.blobs().put(request.body);
    if (!id) return m_authenticator.refusal(id.error());
    const QByteArray type = mediaType(QString::fromLatin1(request.headers.value("Content-Type")));
    http::Response response = jsonResponse(201,
                                           {{u"accountId"_s, QString(account)},
                                            {u"blobId"_s, id->value},
                                            {u"type"_s, QString::fromLatin1(type)},
                                            {u"size"_s, request.body.size()}});
    response.authenticated = true;
    return response;
}

http::Response Blobs::download(const http::Request &request) const
{
    const Result<store::Caller> caller = m_authenticator.callerOf(request.headers);
    if (!caller) return m_authenticator.refusal(caller.error());
    if (request.parameters.value(u"account"_s) != account) return http::textResponse(404);
    const Result<QByteArray> content = contentFor(BlobId{request.parameters.value(u"blob"_s)}, *caller);
    if (!content && content.error().code == Code::NotFound) return http::textResponse(404);
    if (!content) return m_authenticator.refusal(content.error());
    const QString accept = request.query.queryItemValue(u"accept"_s, QUrl::FullyDecoded);
    return asFile(*content, mediaType(accept), request.parameters.value(u"name"_s));
}

/// Who may not see it is told the same as where there is none.
Result<QByteArray> Blobs::contentFor(const BlobId &id, const store::Caller &caller) const
{
    const Result<store::Snapshot> snapshot = m_store.read();
    if (!snapshot) return tl::unexpected(snapshot.error());
    const Result<bool> visible = snapshot->maySee(id, caller);
    if (!visible) return tl::unexpected(visible.error());
    if (!*visible) return fail(Code::NotFound);
    return m_store.blobs().read(id);
}

} // namespace akwaba::jmap
