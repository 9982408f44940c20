// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/http/decoration.h"
#include "app/server/http/encoding.h"
#include "app/server/http/gzip.h"
#include "app/server/http/requestparser.h"
#include "app/server/http/router.h"
#include "app/server/http/stream.h"
#include "app/server/jmap/api.h"
#include "tests/fuzz/answers.h"
#include "tests/fuzz/chunks.h"
#include "tests/fuzz/company.h"
#include "tests/fuzz/promise.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QRegularExpression>

#include <algorithm>

using namespace akwaba;
using namespace akwaba::fuzz;
using namespace akwaba::http;
using namespace Qt::StringLiterals;

// What a client sends on one connection, up to the answers, without the socket. The last byte is no part of it: it says
// into how small pieces the rest is cut.

namespace {

const Limits &limits()
{
    static const Limits small = [] {
        Limits made;
        made.head = 1024;
        made.target = 256;
        made.headerCount = 12;
        made.body = 2048;
        made.inflatedBody = 4096;
        made.compressAbove = 64;
        return made;
    }();
    return small;
}

/// The API of the company on its router.
class Front {
public:
    Front() : m_company(Company::asMade()), m_api(m_router, m_company.store(), refuse, settings(m_company))
    {
        m_router.limitBody(u"/auth/login"_s, 64);
        m_blob = must(m_company.store().blobs().put(content()));
        // Uploaded by her, so hers to read.
        Request upload;
        upload.method = "POST";
        upload.path = "/jmap/upload/company/";
        upload.body = content();
        upload.headers.add("Authorization", "Bearer " + m_company.name(u"token"_s).toLatin1());
        promise(answerTo(upload).status == 201, "the first upload");
    }

    static QByteArray content() { return "%PDF-1.4 0123456789 abcdefghijklmnopqrstuvwxyz"; }
    [[nodiscard]] const Router &router() const { return m_router; }
    [[nodiscard]] QByteArray named(QByteArray text) const
    {
        return m_company.named(text.replace("$blob$", m_blob.value.toLatin1()));
    }
    [[nodiscard]] const BlobId &blob() const { return m_blob; }

    Response answerTo(Request &request)
    {
        std::optional<Response> answer;
        const Router::Match match = m_router.match(request);
        promiseSegments(request.path, match.pattern);
        // Passwords are hashed in another thread, on purpose slowly.
        if (match.handler == nullptr || match.pattern.startsWith(u"/auth/"_s)) return match.refusal;
        m_router.dispatch(request, Responder([&answer](Response given) {
                              promise(!answer, "a request is answered once");
                              answer = std::move(given);
                          }));
        m_company.store().flush();
        // An upload is written in another thread.
        const QDeadlineTimer deadline(std::chrono::seconds{10});
        while (!answer && !deadline.hasExpired())
            QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
        promise(answer.has_value(), "a request is answered");
        if (answer->stream) Q_EMIT answer->stream->closed();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        if (match.pattern.startsWith(u"/jmap/upload"_s) && answer->status == 201) forgetUploads();
        return *answer;
    }

private:
    /// Two paths that read differently are different: nothing of one is passed over.
    static void promiseSegments(const QByteArray &path, const QString &pattern)
    {
        if (pattern.isEmpty()) return;
        const QList<QByteArray> raw = path.mid(1).split('/');
        const QStringList segments = pattern.mid(1).split(u'/');
        promise(raw.size() == segments.size(), "a path fits its pattern");
        for (qsizetype i = 0; i < raw.size(); ++i) {
            const QByteArray bytes = QByteArray::fromPercentEncoding(raw[i]);
            promise(segments[i].startsWith(u'{') ? QString::fromUtf8(bytes).toUtf8() == bytes
                                                 : bytes == segments[i].toUtf8(),
                    "a path is read to its last byte", pattern);
        }
    }

    static void refuse(const jmap::IntentBatch &, const std::function<void(const Result<jmap::Applied> &)> &done)
    {
        done(fail(Code::Denied));
    }

    static jmap::Settings settings(const Company &company)
    {
        jmap::Settings wanted;
        wanted.vendorCapability = company.name(u"vendor"_s);
        wanted.maxSizeUpload = 1024;
        return wanted;
    }

    /// Or an hour of them fills the memory.
    void forgetUploads()
    {
        if (++m_uploads % 500 != 0) return;
        QDir(m_company.store().directory() + u"/blobs"_s).removeRecursively();
        must(m_company.store().blobs().put(content()));
    }

    Company &m_company;
    Router m_router;
    jmap::Api m_api;
    BlobId m_blob;
    int m_uploads = 0;
};

Front &front()
{
    static Front made;
    return made;
}

void promiseRefusal(int status)
{
    promise(status >= 400 && status < 600 && !reasonPhrase(status).startsWith("Status"),
            "a refusal has a known status");
}

/// What two parsers could read differently was refused.
void promiseCleanHead(const Request &request)
{
    static const QRegularExpression token(u"^[!#$%&'*+.^_`|~0-9A-Za-z-]+$"_s);
    const auto isToken = [](const QByteArray &text) { return token.match(QString::fromLatin1(text)).hasMatch(); };
    promise(isToken(request.method), "a method is a token");
    promise(request.path.startsWith('/') && !request.path.contains('?') && !request.path.contains('#'), "a path");
    promise(request.headers.fields().size() <= limits().headerCount, "not too many fields");
    for (const auto &[name, value] : request.headers.fields()) {
        promise(isToken(name), "a field's name is a token");
        promise(!value.contains('\r') && !value.contains('\n') && !value.contains('\0'), "a field is one line");
    }
    const bool hasLength = request.headers.contains("Content-Length");
    promise(!hasLength || !request.headers.contains("Transfer-Encoding"), "one way to tell the length");
    promise(request.headers.count("Content-Length") <= 1 && request.headers.count("Host") <= 1, "once only");
}

/// A body, read in pieces.
struct Reading {
    int refusal = 0;
    bool isComplete = false;
    qsizetype consumed = 0;
    QByteArray body;
};

Reading readBody(RequestParser &parser, QByteArrayView bytes, qsizetype piece)
{
    Reading reading;
    qsizetype seen = 0; // what came, of which the parser may leave some until more comes
    while (!parser.isComplete()) {
        if (seen == bytes.size()) return reading;
        seen = std::min(seen + piece, bytes.size());
        const auto [consumed, refusal] = parser.readBody(bytes.sliced(reading.consumed, seen - reading.consumed));
        promise(consumed >= 0 && consumed <= seen - reading.consumed, "no more is read than came");
        reading.consumed += consumed;
        reading.refusal = refusal;
        if (refusal != 0) return reading;
        promise(parser.heldBytes() <= limits().body, "no more is kept than is allowed");
    }
    reading.isComplete = true;
    reading.body = parser.request().body;
    return reading;
}

/// By the grammar, and wherever it is cut.
void promiseBody(const Request &request, QByteArrayView head, QByteArrayView bytes, const Reading &reading)
{
    RequestParser whole(limits());
    promise(whole.readHead(head) == 0, "the same head is read again");
    const Reading atOnce = readBody(whole, bytes, std::max(bytes.size(), qsizetype{1}));
    promise((atOnce.refusal != 0) == (reading.refusal != 0), "refused wherever it is cut");
    promise(atOnce.isComplete == reading.isComplete, "whole wherever it is cut");
    if (!reading.isComplete) return;
    promise(atOnce.body == reading.body && atOnce.consumed == reading.consumed, "the same wherever it is cut");
    if (request.headers.contains("Transfer-Encoding")) {
        const auto expected = dechunked(bytes);
        promise(expected && expected->body == reading.body && expected->length == reading.consumed,
                "chunks are read by the grammar");
    } else {
        promise(reading.body.size() == request.headers.value("Content-Length").toLongLong()
                    && QByteArrayView(reading.body) == bytes.first(reading.consumed),
                "a body is what its length says");
    }
}

/// What is packed is unpacked, up to the limit and never beyond.
void promiseGzip(const QByteArray &body)
{
    const QByteArray large = body.repeated(4);
    const Result<QByteArray> back = gunzip(gzip(large), limits().inflatedBody);
    promise(back.has_value() == (large.size() <= limits().inflatedBody), "gzip stops at the limit");
    promise(!back || *back == large, "gzip gives back what it got");
}

void answer(Request request, bool keepsAlive)
{
    if (isPacked(request)) {
        if (const int refusal = decodeBody(request, limits())) return promiseRefusal(refusal);
        promise(request.body.size() <= std::max(limits().inflatedBody, limits().body), "no bomb goes off");
    }
    static const QByteArrayList origins{"https://shop.example"};
    Request kept = request;
    const std::optional<Response> early = preflight(request, origins);
    Response response = early ? *early : front().answerTo(kept);
    if (kept.parameters.value(u"blob"_s) == front().blob().value && !early)
        promiseDownload(kept, response, Front::content());
    promise(response.status != 500 && response.status != 503, "no answer is an accident");
    decorate(response, request.headers, true, origins);
    encodeBody(response, request.headers, limits());
    const bool headOnly = request.method == "HEAD";
    promiseWellFormed(serialise(response, {headOnly, keepsAlive}, Company::asMade().clock().now()), headOnly);
}

/// One request from the beginning of these bytes: how long it was, or 0 where the connection ends.
qsizetype step(QByteArrayView bytes, qsizetype piece)
{
    const RequestParser::Head found = RequestParser::findHead(bytes, limits());
    const RequestParser::Head early = RequestParser::findHead(bytes.first(std::min(piece, bytes.size())), limits());
    promise(early.refusal == 0 || found.refusal != 0, "what is refused early stays refused");
    if (found.refusal != 0) promiseRefusal(found.refusal);
    if (found.refusal != 0 || found.length == 0) return 0;
    const QByteArrayView head = bytes.first(found.length);
    RequestParser parser(limits());
    if (const int refusal = parser.readHead(head)) {
        promiseRefusal(refusal);
        return 0;
    }
    Request &request = parser.request();
    promiseCleanHead(request);
    if (parser.wantsUpgrade()) {
        if (const Upgrade *upgrade = front().router().upgradeFor(request); upgrade != nullptr) {
            const Response decision = upgrade->decide(request);
            if (decision.status != 101) promiseRefusal(decision.status);
            return 0;
        }
    }
    const auto limit = front().router().bodyLimitFor(request);
    if (limit && parser.limitBody(*limit) != 0) return 0;
    const QByteArrayView rest = bytes.sliced(found.length);
    const Reading reading = readBody(parser, rest, piece);
    if (reading.refusal != 0) promiseRefusal(reading.refusal);
    if (!limit) promiseBody(request, head, rest, reading);
    if (!reading.isComplete) return 0;
    promiseGzip(reading.body);
    answer(request, parser.keepsAlive());
    return found.length + reading.consumed;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const quint8 *data, size_t size)
{
    if (size == 0) return 0;
    constexpr int mostRequests = 4;
    const qsizetype piece = 1 + data[size - 1];
    const QByteArray stream = front().named(QByteArray(reinterpret_cast<const char *>(data), qsizetype(size) - 1));
    QByteArrayView left(stream);
    for (int i = 0; i < mostRequests && !left.isEmpty(); ++i) {
        const qsizetype used = step(left, piece);
        if (used == 0) break;
        left = left.sliced(used);
    }
    return 0;
}
