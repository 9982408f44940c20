// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/channels/email/mailclass.h"

#include "app/server/channels/email/mailheaders.h"
#include "app/server/channels/email/replytoken.h"

#include <QRegularExpression>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace akwaba::mail {
namespace {

void visit(GMimeObject *object, const auto &see, int depth = 0)
{
    constexpr int deepest = 20;
    if (object == nullptr || depth > deepest) return;
    see(object);
    if (GMIME_IS_MULTIPART(object)) {
        for (int i = 0; i < g_mime_multipart_get_count(GMIME_MULTIPART(object)); ++i)
            visit(g_mime_multipart_get_part(GMIME_MULTIPART(object), i), see, depth + 1);
    }
}

bool isType(GMimeObject *object, const char *type, const char *subtype)
{
    GMimeContentType *contentType = g_mime_object_get_content_type(object);
    return contentType != nullptr && g_mime_content_type_is_type(contentType, type, subtype);
}

QString afterSemicolon(const QString &value) { return value.sliced(value.indexOf(u';') + 1).trimmed(); }

// Groups of "Field: value" lines separated by blank lines; the first describes the report.
QList<DeliveryStatus> deliveryStatusIn(const QByteArray &report)
{
    constexpr qsizetype mostRecipients = 500;
    QList<DeliveryStatus> all;
    DeliveryStatus current;
    QList<QByteArray> lines = report.split('\n');
    lines.append(QByteArray());
    for (const QByteArray &line : std::as_const(lines)) {
        const QString text = QString::fromUtf8(line).trimmed();
        const QString lower = text.toLower();
        if (text.isEmpty()) {
            if (!current.recipient.isEmpty() && all.size() < mostRecipients) all.append(current);
            current = {};
        } else if (lower.startsWith(u"final-recipient:")
                   || (lower.startsWith(u"original-recipient:") && current.recipient.isEmpty())) {
            current.recipient = afterSemicolon(text.sliced(text.indexOf(u':') + 1)).toLower();
        } else if (lower.startsWith(u"action:")) {
            current.action = lower.sliced(7).trimmed();
        } else if (lower.startsWith(u"status:")) {
            current.status = lower.sliced(7).trimmed().section(u' ', 0, 0);
        }
    }
    return all;
}

struct Parts {
    bool hasDeliveryStatus = false;
    bool hasFeedback = false;
    bool hasReturnedMail = false;
    QList<DeliveryStatus> status;
    QString returnedId;
};

// The mail that came back; Microsoft's complaints have no report but a header in it.
void readReturned(GMimeMessage *returned, Parts &found)
{
    found.hasReturnedMail = true;
    if (returned == nullptr) return;
    GMimeObject *object = GMIME_OBJECT(returned);
    found.returnedId = messageIdsIn(headerBytes(object, "Message-ID")).value(0);
    if (!headerBytes(object, "X-HmXmrOriginalRecipient").isEmpty()) found.hasFeedback = true;
}

Parts partsOf(GMimeMessage *message)
{
    Parts found;
    visit(g_mime_message_get_mime_part(message), [&found](GMimeObject *object) {
        if (GMIME_IS_PART(object) && isType(object, "message", "feedback-report")) found.hasFeedback = true;
        if (GMIME_IS_PART(object) && isType(object, "message", "delivery-status")) {
            found.hasDeliveryStatus = true;
            found.status = deliveryStatusIn(decodedContent(GMIME_PART(object)));
        }
        if (GMIME_IS_PART(object) && isType(object, "text", "rfc822-headers")) {
            const GPtr<GMimeMessage> returned = parsedMessage(decodedContent(GMIME_PART(object)) + "\r\n\r\n");
            readReturned(returned.get(), found);
        }
        if (GMIME_IS_MESSAGE_PART(object))
            readReturned(g_mime_message_part_get_message(GMIME_MESSAGE_PART(object)), found);
    });
    return found;
}

// Also "MAILER-DAEMON <>" and "Mail Delivery System <>", which are no addresses.
bool isFromMailSystem(GMimeObject *object)
{
    static const QRegularExpression sender(
        u"^[\"<\\s]*(?:mailer-?daemon|mail-?daemon)\\b|<?\\b(?:mailer-daemon|mail-?daemon)@|\\bmail delivery (?:sub)?system\\b"_s,
        QRegularExpression::CaseInsensitiveOption);
    return sender.match(headerText(object, "From")).hasMatch();
}

bool isFromPostmaster(const IncomingMail &mail)
{
    static const QRegularExpression local(u"^post_?master(?:@|$)"_s);
    return std::any_of(mail.from.begin(), mail.from.end(),
                       [](const EmailAddress &from) { return local.match(from.address).hasMatch(); });
}

bool hasBounceSubject(const QString &subject)
{
    static const QRegularExpression words(u"undeliver|non[ -]?remis|delivery (?:status )?(?:notification|failure|has "
                                          u"failed|report|problem)|returned mail|"
                                          u"mail delivery (?:failed|failure|system)|failure notice|delivery "
                                          u"error|could not be delivered|message non distribu|"
                                          u"échec de (?:la )?remise|unzustellbar|mail delivery"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    return words.match(subject).hasMatch();
}

bool hasAbsenceSubject(const QString &subject)
{
    static const QRegularExpression words(u"^(?:out of (?:the )?office|automatic reply|auto(?:matic)?[ "
                                          u"-]?(?:reply|respon[sd])|réponse automatique|absence du bureau|"
                                          u"absent du bureau|message d['’]absence|abwesenheit|automatische "
                                          u"antwort|respuesta automática|resposta automática|"
                                          u"risposta automatica|vacation reply|away from (?:my|the) (?:mail|office))"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    return words.match(subject).hasMatch();
}

struct Robots {
    bool autoReplied = false; // Auto-Submitted: auto-replied and its older forms
    bool autoSubmitted = false; // anything that is not "no"
    bool nullReturnPath = false;
    bool bulk = false;
    bool suppressed = false;
};

Robots robotHeaders(GMimeObject *object)
{
    Robots robots;
    const QByteArray submitted = headerBytes(object, "Auto-Submitted").toLower();
    const QByteArray precedence = headerBytes(object, "Precedence").toLower();
    const QByteArray suppress = headerBytes(object, "X-Auto-Response-Suppress").toLower();
    robots.autoSubmitted = !submitted.isEmpty() && !submitted.startsWith("no");
    robots.autoReplied = submitted.startsWith("auto-replied") || submitted.startsWith("auto-notified")
        || precedence == "auto_reply" || !headerBytes(object, "X-Autoreply").isEmpty()
        || !headerBytes(object, "X-Autorespond").isEmpty() || !headerBytes(object, "X-Auto-Reply-From").isEmpty();
    robots.nullReturnPath = headerBytes(object, "Return-Path") == "<>";
    robots.bulk = precedence == "bulk" || precedence == "list" || precedence == "junk"
        || !headerBytes(object, "List-Id").isEmpty() || !headerBytes(object, "List-Unsubscribe").isEmpty();
    robots.suppressed = suppress.contains("all") || suppress.contains("autoreply") || suppress.contains("oof");
    return robots;
}

// What a mail system without a report says above the mail that it returns.
bool saysWhyItFailed(const QString &text)
{
    static const QRegularExpression reason(
        u"\\b[45]\\d\\d[ -][45]\\.\\d{1,3}\\.\\d{1,3}\\b|could not be delivered|did not reach|"
        u"user unknown|no such user|mailbox is full|n['’]a pas pu être "
        u"(?:remis|livré|distribué)|konnte nicht zugestellt werden"_s,
        QRegularExpression::CaseInsensitiveOption);
    constexpr qsizetype enough = 64 * 1024;
    return reason.match(text.left(enough)).hasMatch();
}

// Amazon mails its notifications as JSON, some of them as JSON within JSON.
std::optional<MailClass> amazonClass(GMimeObject *object, const QString &text)
{
    if (headerBytes(object, "x-amz-sns-message-id").isEmpty()) return {};
    static const QRegularExpression type(u"\"notificationType[\\\\\": ]{1,12}(Bounce|Complaint)\\b"_s);
    const QString kind = type.match(text).captured(1);
    if (kind.isEmpty()) return {};
    return kind == u"Bounce" ? MailClass::Bounce : MailClass::Feedback;
}

bool neverReads(const IncomingMail &mail)
{
    static const QRegularExpression local(u"^(?:no-?reply|do-?not-?reply|ne-?pas-?repondre|nepasrepondre)"_s);
    return std::any_of(mail.from.begin(), mail.from.end(),
                       [](const EmailAddress &from) { return local.match(from.address).hasMatch(); });
}

MailClass classOf(GMimeMessage *message, const IncomingMail &mail, const Parts &parts, const Robots &robots)
{
    GMimeObject *object = GMIME_OBJECT(message);
    if (parts.hasFeedback) return MailClass::Feedback;
    const bool isRelayed = std::all_of(parts.status.begin(), parts.status.end(), [](const DeliveryStatus &status) {
        return status.action == u"delivered" || status.action == u"relayed" || status.action == u"expanded";
    });
    if (parts.hasDeliveryStatus && (parts.status.isEmpty() || !isRelayed)) return MailClass::Bounce;
    if (!headerBytes(object, "X-Failed-Recipients").isEmpty()) return MailClass::Bounce;
    if (isFromMailSystem(object)) return MailClass::Bounce;
    const bool mayReturnMail = robots.nullReturnPath || isFromPostmaster(mail);
    if (mayReturnMail && hasBounceSubject(mail.subject)) return MailClass::Bounce;
    // A person, too, sends us a mail that came back to him, and says why.
    const bool isUnattended = mayReturnMail || neverReads(mail);
    if (isUnattended && parts.hasReturnedMail && saysWhyItFailed(mail.text)) return MailClass::Bounce;
    if (const auto amazon = amazonClass(object, mail.text)) return *amazon;
    // A bare null return path is no class of its own: it only forbids our robots to answer. What a postmaster sends
    // without a report is for a person to read, even where a program wrote it.
    const bool isAbsent = robots.autoReplied && !isFromPostmaster(mail);
    return isAbsent || hasAbsenceSubject(mail.subject) ? MailClass::AutoReply : MailClass::Normal;
}

} // namespace

void classify(GMimeMessage *message, IncomingMail &mail)
{
    const Parts parts = partsOf(message);
    const Robots robots = robotHeaders(GMIME_OBJECT(message));
    mail.mailClass = classOf(message, mail, parts, robots);
    mail.deliveryStatus = parts.status;
    if (mail.mailClass == MailClass::Bounce) mail.bouncedMessageId = parts.returnedId;
    mail.isList = robots.bulk;
    mail.autoReplyAllowed = mail.mailClass == MailClass::Normal && !robots.autoSubmitted && !robots.nullReturnPath
        && !robots.bulk && !robots.suppressed && !mail.from.isEmpty() && !isFromMailSystem(GMIME_OBJECT(message))
        && !isFromPostmaster(mail) && !neverReads(mail);
}

bool isOwnMail(const IncomingMail &mail, const QStringList &ownAddresses)
{
    return std::any_of(mail.from.begin(), mail.from.end(), [&ownAddresses](const EmailAddress &from) {
        return ownAddresses.contains(from.address, Qt::CaseInsensitive)
            || ownAddresses.contains(withoutSubAddress(from.address), Qt::CaseInsensitive);
    });
}

} // namespace akwaba::mail
