// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/jmap/blobs.h"

#include "app/server/jmap/byterange.h"
#include "app/server/jmap/requesterror.h"
#include "app/server/store/store.h"
#include "core/base/clock.h"

#include <QRegularExpression>
#include <QUrl>

namespace akwaba::jmap {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// RFC 8620 6: at least an hour.
constexpr auto uploadsKept = 24h;

/// A media type without parameters; what is none is bytes.
QByteArray mediaType(const QString &text)
{
    static const QRegularExpression plain(u"^[A-Za-z0-9!#$&^_.+-]{1,64}/[A-Za-z0-9!#$&^_.+-]{1,64}$"_s);
    const QString type = text.section(u';', 0, 0).trimmed();
    return plain.match(type).hasMatch() ? type.toLatin1().toLower() : QByteArray("application/octet-stream");
}

/// The name for every browser, and beside it letters that the oldest one reads (RFC 6266, RFC 8187).
QByteArray disposition(const QString &name)
{
    QByteArray plain;
    for (const QChar c : name) {
        const bool isPlain = c.unicode() >= 0x20 && c.unicode() < 0x7f && !u"\"\\%/"_s.contains(c);
        plain += isPlain ? c.toLatin1() : '_';
    }
    return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + QUrl::toPercentEncoding(name);
}

/// Of somebody else, and perhaps hostile: a browser saves it, and runs nothing of it.
void sandbox(http::Headers &headers)
{
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Content-Security-Policy", "sandbox; default-src 'none'");
    headers.set("Cross-Origin-Resource-Policy", "same-site");
}

http::Response asFile(const QByteArray &content, const QByteArray &tag, const http::Request &request)
{
    http::Response response;
    response.headers.set("ETag", tag);
    response.headers.set("Cache-Control", "private, immutable, max-age=31536000");
    response.headers.set("Accept-Ranges", "bytes");
    if (request.headers.hasToken("If-None-Match", tag)) {
        response.status = 304;
        return response;
    }
    const QByteArray ifRange = request.headers.value("If-Range").trimmed();
    const bool inParts = request.method == "GET" && (ifRange.isEmpty() || ifRange == tag);
    const ByteRange range = inParts ? byteRange(request.headers.value("Range"), content.size()) : ByteRange();
    const QByteArray size = QByteArray::number(content.size());
    if (range.kind == ByteRange::Kind::Unsatisfiable) {
        response = problemResponse(416);
        response.headers.set("Content-Range", "bytes */" + size);
        return response;
    }
    const QString accept = request.query.queryItemValue(u"accept"_s, QUrl::FullyDecoded);
    response.headers.set("Content-Type", mediaType(accept));
    response.headers.set("Content-Disposition", disposition(request.parameters.value(u"name"_s)));
    sandbox(response.headers);
    response.body = content;
    if (range.kind == ByteRange::Kind::Whole) return response;
    response.status = 206;
    response.body = content.mid(range.first, range.length);
    response.headers.set("Content-Range",
                         "bytes " + QByteArray::number(range.first) + '-'
                             + QByteArray::number(range.first + range.length - 1) + '/' + size);
    return response;
}

} // namespace

Blobs::Blobs(http::Router &router, store::Store &store, const Authenticator &authenticator, const Settings &settings)
    : m_store(store), m_authenticator(authenticator), m_settings(settings), m_admission(settings.maxConcurrentUpload)
{
    router.add("POST", u"/jmap/upload/{account}/"_s, [this](const http::Request &request, http::Responder responder) {
        upload(request, std::move(responder));
    });
    router.add(
        "GET", u"/jmap/download/{account}/{blob}/{name}"_s,
        [this](const http::Request &request, http::Responder responder) { responder.answer(download(request)); });
}

void Blobs::upload(const http::Request &request, http::Responder responder)
{
    const Result<store::Caller> caller = m_authenticator.callerOf(request.headers);
    if (!caller) return responder.answer(m_authenticator.refusal(caller.error()));
    if (request.parameters.value(u"account"_s) != account) return responder.answer(problemResponse(404));
    if (request.body.size() > m_settings.maxSizeUpload)
        return responder.answer(problem(overLimit(u"maxSizeUpload"_s, 413)));
    std::shared_ptr<void> place = m_admission.enter(*caller);
    if (!place) return responder.answer(problem(overLimit(u"maxConcurrentUpload"_s, 429)));
    const auto later = std::make_shared<http::Responder>(std::move(responder));
    // The disk takes its time: not while everybody waits.
    const auto put = [files = m_store.blobs(), content = request.body]() mutable { return files.put(content); };
    onResult(m_disk.run(put), &m_context,
             [this, later, request, caller = *caller, kept = std::move(place)](const Result<BlobId> &id) {
                 later->answer(id ? uploaded(request, caller, *id) : m_authenticator.refusal(id.error()));
             });
}

http::Response Blobs::uploaded(const http::Request &request, const store::Caller &caller, const BlobId &id)
{
    noteUpload(id, caller.agent);
    const QByteArray type = mediaType(QString::fromLatin1(request.headers.value("Content-Type")));
    return forDevice(caller.device,
                     jsonResponse(201,
                                  {{u"accountId"_s, QString(account)},
                                   {u"blobId"_s, id.value},
                                   {u"type"_s, QString::fromLatin1(type)},
                                   {u"size"_s, request.body.size()}}));
}

http::Response Blobs::download(const http::Request &request) const
{
    const Result<store::Caller> caller = m_authenticator.callerOf(request.headers);
    if (!caller) return m_authenticator.refusal(caller.error());
    if (request.parameters.value(u"account"_s) != account) return problemResponse(404);
    const BlobId id{request.parameters.value(u"blob"_s)};
    const Result<QByteArray> content = contentFor(id, *caller);
    if (!content && content.error().code == Code::NotFound) return problemResponse(404);
    if (!content) return m_authenticator.refusal(content.error());
    return forDevice(caller->device, asFile(*content, '"' + id.value.toLatin1() + '"', request));
}

/// Who may not see it is told the same as where there is none.
Result<QByteArray> Blobs::contentFor(const BlobId &id, const store::Caller &caller) const
{
    const Result<store::Snapshot> snapshot = m_store.read();
    if (!snapshot) return tl::unexpected(snapshot.error());
    const Result<bool> visible = snapshot->maySee(id, caller);
    if (!visible) return tl::unexpected(visible.error());
    if (!*visible && !hasUploaded(id, caller.agent)) return fail(Code::NotFound);
    return m_store.blobs().read(id);
}

void Blobs::noteUpload(const BlobId &blob, const AgentId &agent)
{
    const QDateTime now = m_store.clock().now();
    if (!m_forgotAt.isValid() || m_forgotAt.addDuration(uploadsKept) <= now) {
        m_uploads.removeIf([&now](const auto &upload) { return upload.value().addDuration(uploadsKept) <= now; });
        m_forgotAt = now;
    }
    m_uploads.insert({blob, agent}, now);
}

bool Blobs::hasUploaded(const BlobId &blob, const AgentId &agent) const
{
    const QDateTime at = m_uploads.value({blob, agent});
    return at.isValid() && at.addDuration(uploadsKept) > m_store.clock().now();
}

} // namespace akwaba::jmap
