// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/channels/email/parsemail.h"

#include "app/server/channels/email/mailbody.h"
#include "app/server/channels/email/mailclass.h"
#include "app/server/channels/email/mailheaders.h"

using namespace Qt::StringLiterals;

namespace akwaba::mail {

Result<IncomingMail> parseMail(const QByteArray &raw)
{
    if (raw.size() > largestMail) return fail(Code::BadInput, u"mail larger than accepted"_s);
    const GPtr<GMimeMessage> message = parsedMessage(raw);
    if (!message || g_mime_header_list_get_count(g_mime_object_get_header_list(GMIME_OBJECT(message.get()))) == 0)
        return fail(Code::BadInput, u"no header found"_s);
    IncomingMail mail;
    readHeaders(message.get(), mail);
    MailBody body = bodyOf(message.get());
    mail.text = std::move(body.text);
    mail.html = std::move(body.html);
    mail.attachments = std::move(body.attachments);
    mail.remotePictures = std::move(body.remotePictures);
    mail.trackingPixels = body.trackingPixels;
    mail.warnings += body.warnings;
    classify(message.get(), mail);
    return mail;
}

} // namespace akwaba::mail
