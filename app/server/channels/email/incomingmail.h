// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/channels/email/remotepicture.h"
#include "core/domain/values.h"

#include <QByteArray>

namespace akwaba::mail {

/// What kind of sender wrote: a person, or which kind of robot.
enum class MailClass { Normal, AutoReply, Bounce, Feedback };

struct MailAttachment {
    QString name; // may be empty for an inline picture
    QString type; // lower case, "image/png"
    QString contentId; // without angle brackets
    bool isInline = false; // referenced by the HTML
    QByteArray content; // decoded
    bool operator==(const MailAttachment &) const = default;
};

/// One recipient of a delivery report (RFC 3464).
struct DeliveryStatus {
    QString recipient;
    QString action;
    QString status;
    bool operator==(const DeliveryStatus &) const = default;
};

/// A received mail as a value. Ids are without angle brackets. `html` was
/// rewritten by the allow-list and may be displayed; `text` is the complete
/// text, also of mails that have only HTML. Warnings are words of a closed
/// list (see MailWarning), without any text of the mail.
struct IncomingMail {
    QString messageId;
    QString inReplyTo;
    QStringList references;
    QList<EmailAddress> from;
    QList<EmailAddress> to;
    QList<EmailAddress> cc;
    QList<EmailAddress> replyTo;
    QDateTime date; // UTC; invalid when missing or unreadable
    QString subject;
    QString text;
    QString html;
    QList<MailAttachment> attachments;
    MailClass mailClass = MailClass::Normal;
    bool isList = false; // a mailing list or bulk mail
    bool autoReplyAllowed = false; // RFC 3834: a person wrote, and a robot may answer
    QList<DeliveryStatus> deliveryStatus;
    QString bouncedMessageId; // of a bounce: the mail that came back
    QList<RemotePicture> remotePictures; // html has placeholders for them
    int trackingPixels = 0; // left out of html
    QStringList warnings;
};

namespace MailWarning {
inline constexpr QStringView unknownCharset = u"unknownCharset";
inline constexpr QStringView damagedText = u"damagedText";
inline constexpr QStringView htmlCut = u"htmlCut"; // longer than what is displayed
inline constexpr QStringView htmlFlattened = u"htmlFlattened"; // too deep, or too many tables
inline constexpr QStringView trackingPixels = u"trackingPixels"; // hidden pictures were left out
inline constexpr QStringView tooDeep = u"tooDeep"; // nested parts were not opened
inline constexpr QStringView noDate = u"noDate";
inline constexpr QStringView noSender = u"noSender";
inline constexpr QStringView cardMasked = u"cardMasked"; // the number of a payment card was taken out
} // namespace MailWarning

} // namespace akwaba::mail
