// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/channels/email/htmlrewrite.h"
#include "app/server/channels/email/maskmail.h"
#include "app/server/channels/email/parsemail.h"
#include "core/text/cardnumbers.h"
#include "core/text/html.h"
#include "core/text/quote.h"
#include "tests/fuzz/promise.h"
#include "tests/server/channels/hostile/rewrittenrules.h"

using namespace akwaba;
using namespace akwaba::fuzz;
using namespace Qt::StringLiterals;

// What strangers write, from the first byte of a mail to what an agent sees of it. The first letter of an input says
// what the rest is: a mail (m), HTML (h), a text (t).

namespace {

constexpr quint8 html = 'h';
constexpr quint8 text = 't';

Result<QString> textOfPdf(const QByteArray &pdf)
{
    return pdf.contains("broken") ? Result<QString>(fail(Code::BadInput)) : QString::fromLatin1(pdf);
}

/// Every line of a body stands in one part, and something is always left to be read.
void promiseFolded(const QString &body)
{
    QString together;
    bool isVisible = false;
    for (const BodyPart &part : bodyParts(body)) {
        together += part.text;
        isVisible = isVisible || (part.kind == BodyPartKind::Visible && !part.text.trimmed().isEmpty());
    }
    const auto letters = [](QString of) { return of.remove(u'\n').remove(u'\r'); };
    promise(letters(together) == letters(body), "no line is dropped");
    promise(isVisible || body.trimmed().isEmpty(), "something is visible");
}

void promiseMasked(const QString &body)
{
    const QString masked = withoutCardNumbers(body);
    promise(masked.size() == body.size(), "a masked text is as long as before");
    promise(cardNumbersIn(masked).isEmpty(), "no card number is left in a text");
    const QString asHtml = htmlWithoutCardNumbers(body);
    promise(cardNumbersInHtml(asHtml).isEmpty(), "no card number is left in HTML");
    promise(cardNumbersInHtml(body).isEmpty() == (asHtml == body), "what holds no card number stays");
}

void promiseAllowed(const QString &rewritten)
{
    const QString fault = hostile::faultOf(rewritten);
    promise(fault.isEmpty(), "only what is allowed is written", fault);
}

void promiseRewritten(const QString &source)
{
    const mail::RewrittenHtml once = mail::rewriteHtml(source);
    promiseAllowed(once.html);
    promise(once.text.isEmpty() || !once.html.isEmpty() || once.wasCut, "what can be read is shown");
    promiseFolded(once.text);
}

void promiseClean(const QString &what)
{
    promise(cardNumbersIn(what).isEmpty(), "no card number is left in a mail", what);
}

void promiseMail(const QByteArray &raw)
{
    const auto masked = mail::maskMail(raw, textOfPdf);
    promise(masked.has_value(), "a mail is masked");
    promise(masked->isAltered || masked->raw == raw, "a mail without a card stays byte for byte");
    const auto before = mail::parseMail(raw);
    const auto mail = mail::parseMail(masked->raw);
    promise(mail.has_value() == before.has_value(), "a masked mail is one where the mail was");
    if (!mail) return;
    promise(mail->messageId == before->messageId && mail->references == before->references
                && mail->inReplyTo == before->inReplyTo,
            "ids stay", QString::fromLatin1(masked->raw));
    promiseAllowed(mail->html);
    promiseFolded(mail->text);
    promiseClean(mail->subject);
    // What is a card only where two parts meet is in none of them; the store masks it in the message.
    if (!raw.toLower().contains("multipart/")) {
        promiseClean(mail->text);
        promise(cardNumbersInHtml(mail->html).isEmpty(), "no card number is left in the HTML of a mail", mail->html);
    }
    for (const EmailAddress &address : mail->from + mail->to + mail->cc + mail->replyTo)
        promiseClean(address.name);
    for (const mail::MailAttachment &file : mail->attachments)
        promiseClean(file.name);
    const auto again = mail::maskMail(masked->raw, textOfPdf);
    promise(again && !again->isAltered, "masking what was masked finds nothing");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const quint8 *data, size_t size)
{
    if (size == 0) return 0;
    const QByteArray rest(reinterpret_cast<const char *>(data + 1), qsizetype(size - 1));
    if (data[0] == html) {
        promiseRewritten(QString::fromUtf8(rest));
        promiseMasked(QString::fromUtf8(rest));
    } else if (data[0] == text) {
        promiseFolded(QString::fromUtf8(rest));
        promiseMasked(QString::fromUtf8(rest));
    } else {
        promiseMail(rest);
    }
    return 0;
}
