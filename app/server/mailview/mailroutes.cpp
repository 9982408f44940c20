// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/mailview/mailroutes.h"

#include "app/server/channels/email/parsemail.h"
#include "app/server/jmap/requesterror.h"
#include "app/server/store/mailtables.h"
#include "app/server/store/store.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace akwaba::mailview {

namespace {

constexpr int mostOfDevice = 8;

Result<QByteArray> rawMail(const store::BlobFiles &files, const BlobId &id)
{
    return files.read(id).and_then([](const QByteArray &packed) -> Result<QByteArray> {
        QByteArray raw = qUncompress(packed);
        if (raw.isEmpty()) return fail(Code::Corrupt, u"a kept mail"_s);
        return raw;
    });
}

Result<QString> addressOf(const QByteArray &raw, const QString &key)
{
    return mail::parseMail(raw).and_then([&key](const mail::IncomingMail &mail) -> Result<QString> {
        const auto found = std::find_if(mail.remotePictures.begin(), mail.remotePictures.end(),
                                        [&key](const mail::RemotePicture &picture) { return picture.key == key; });
        if (found == mail.remotePictures.end()) return fail(Code::NotFound);
        return found->address;
    });
}

/// Somebody else's, and perhaps hostile: a browser saves it, and runs nothing of it.
http::Response file(const QByteArray &content, const QByteArray &type, const QByteArray &name)
{
    http::Response response;
    response.headers.set("Content-Type", type);
    response.headers.set("Content-Disposition", "attachment; filename=\"" + name + '"');
    response.headers.set("X-Content-Type-Options", "nosniff");
    response.headers.set("Content-Security-Policy", "sandbox; default-src 'none'");
    response.headers.set("Cache-Control", "private, no-store");
    response.body = content;
    return response;
}

} // namespace

MailRoutes::MailRoutes(http::Router &router, store::Store &store, const jmap::Authenticator &authenticator,
                       FetchRules rules, FetchLimits limits)
    : m_store(store), m_authenticator(authenticator), m_fetcher(std::move(rules), limits), m_admission(mostOfDevice)
{
    router.add("GET", u"/original/{message}"_s, [this](const http::Request &request, http::Responder responder) {
        original(request, std::move(responder));
    });
    router.add(
        "GET", u"/picture/{message}/{picture}"_s,
        [this](const http::Request &request, http::Responder responder) { picture(request, std::move(responder)); });
}

/// Who may not see the message is told the same as where there is none.
Result<BlobId> MailRoutes::mailOf(const MessageId &message, const store::Caller &caller) const
{
    const Result<store::Snapshot> snapshot = m_store.read();
    if (!snapshot) return tl::unexpected(snapshot.error());
    const auto seen = snapshot->get(typeInfo<Message>(), QStringList{message.value}, caller, 1, {u"id"_s});
    if (!seen) return tl::unexpected(seen.error());
    if (seen->list.isEmpty()) return fail(Code::NotFound);
    const auto received = store::receivedMailOf(snapshot->database(), message);
    if (!received) return tl::unexpected(received.error());
    if (!*received) return fail(Code::NotFound);
    return (*received)->blob;
}

void MailRoutes::original(const http::Request &request, http::Responder responder)
{
    const Result<store::Caller> caller = m_authenticator.callerOf(request.headers);
    if (!caller) return responder.answer(m_authenticator.refusal(caller.error()));
    const auto blob = mailOf({request.parameters.value(u"message"_s)}, *caller);
    if (!blob) return responder.answer(refusal(blob.error()));
    std::shared_ptr<void> place = m_admission.enter(*caller);
    if (!place) return responder.answer(jmap::problemResponse(429));
    const auto later = std::make_shared<http::Responder>(std::move(responder));
    const auto read = [files = m_store.blobs(), id = *blob] { return rawMail(files, id); };
    onResult(m_disk.run(read), &m_context,
             [this, later, kept = std::move(place), device = caller->device](const Result<QByteArray> &raw) {
                 later->answer(raw ? jmap::forDevice(device, file(*raw, "message/rfc822", "message.eml"))
                                   : refusal(raw.error()));
             });
}

void MailRoutes::picture(const http::Request &request, http::Responder responder)
{
    const Result<store::Caller> caller = m_authenticator.callerOf(request.headers);
    if (!caller) return responder.answer(m_authenticator.refusal(caller.error()));
    const auto blob = mailOf({request.parameters.value(u"message"_s)}, *caller);
    if (!blob) return responder.answer(refusal(blob.error()));
    std::shared_ptr<void> place = m_admission.enter(*caller);
    if (!place) return responder.answer(jmap::problemResponse(429));
    const auto later = std::make_shared<http::Responder>(std::move(responder));
    const auto find = [files = m_store.blobs(), id = *blob, key = request.parameters.value(u"picture"_s)] {
        return rawMail(files, id).and_then([&key](const QByteArray &raw) { return addressOf(raw, key); });
    };
    onResult(m_disk.run(find), &m_context,
             [this, later, kept = std::move(place), device = caller->device](const Result<QString> &address) {
                 if (!address) return later->answer(refusal(address.error()));
                 fetch(*address, later, device, kept);
             });
}

void MailRoutes::fetch(const QString &address, const std::shared_ptr<http::Responder> &later, const DeviceId &device,
                       const std::shared_ptr<void> &place)
{
    onResult(m_fetcher.fetch(QUrl(address)), &m_context,
             [this, later, device, kept = place](const Result<Picture> &picture) {
                 later->answer(picture ? jmap::forDevice(device, file(picture->content, picture->type, "picture"))
                                       : refusal(picture.error()));
             });
}

http::Response MailRoutes::refusal(const Error &error) const
{
    switch (error.code) {
    case Code::NotFound: return jmap::problemResponse(404);
    case Code::Denied: return jmap::problemResponse(403);
    case Code::Unsupported: return jmap::problemResponse(415);
    case Code::Throttled: return jmap::problemResponse(429);
    case Code::Unreachable: return jmap::problemResponse(502);
    default: return m_authenticator.refusal(error);
    }
}

} // namespace akwaba::mailview
