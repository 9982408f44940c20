// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/messagewords.h"

#include "ui/text/translate.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

/// class.subject.detail of RFC 3463; 0.0.0 where there is none.
struct EnhancedStatus {
    int statusClass = 0;
    int subject = 0;
    int detail = 0;
};

EnhancedStatus statusIn(const QString &reply)
{
    static const QRegularExpression pattern(uR"((?<![\d.])([245])\.(\d{1,3})\.(\d{1,3})(?!\.?\d))"_s);
    const auto match = pattern.match(reply);
    return {match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt()};
}

int smtpCodeIn(const QString &reply)
{
    static const QRegularExpression pattern(uR"(^([245]\d\d)\b)"_s);
    return pattern.match(reply).captured(1).toInt();
}

QString aboutTheAddress(int detail)
{
    switch (detail) {
    case 2:
    case 10: return translate("Delivery", "The domain of the address does not exist or takes no mail.");
    case 3: return translate("Delivery", "The address is not written as an address is.");
    case 6: return translate("Delivery", "The mailbox has moved, and nobody says where.");
    case 7:
    case 8: return translate("Delivery", "The other mail server does not accept our own address as sender.");
    default: return translate("Delivery", "The address is unknown there.");
    }
}

QString aboutTheMailbox(int detail)
{
    switch (detail) {
    case 1: return translate("Delivery", "The mailbox is closed or takes no mail now.");
    case 2: return translate("Delivery", "The mailbox is full.");
    case 3: return translate("Delivery", "The mail is too large for the mailbox.");
    default: return translate("Delivery", "Something is wrong with the mailbox there.");
    }
}

QString aboutTheSystem(int detail)
{
    if (detail == 4) return translate("Delivery", "The mail is too large for the other mail server.");
    if (detail == 1) return translate("Delivery", "The other mail server has no room left.");
    return translate("Delivery", "The other mail server takes no mail now.");
}

QString aboutTheWay(int detail)
{
    if (detail == 4) return translate("Delivery", "Nobody knows a mail server for the domain of the address.");
    if (detail == 6) return translate("Delivery", "The mail went round in circles between mail servers.");
    if (detail == 7) return translate("Delivery", "The other mail server could not be reached for too long.");
    return translate("Delivery", "The other mail server could not be reached.");
}

QString aboutTrust(int detail)
{
    constexpr int firstOfAuthentication = 20; // RFC 7372
    if (detail >= firstOfAuthentication && detail <= firstOfAuthentication + 9)
        return translate("Delivery",
                         "Refused because the other mail server can’t tell that the mail is ours: an administrator "
                         "looks at SPF, DKIM and DMARC.");
    return translate("Delivery", "Refused as spam, or by a rule of the other mail server.");
}

QString ofStatus(const EnhancedStatus &status)
{
    switch (status.subject) {
    case 1: return aboutTheAddress(status.detail);
    case 2: return aboutTheMailbox(status.detail);
    case 3: return aboutTheSystem(status.detail);
    case 4: return aboutTheWay(status.detail);
    case 5: return translate("Delivery", "The mail servers did not understand each other.");
    case 6: return translate("Delivery", "The other mail server can’t deal with the content of the mail.");
    case 7: return aboutTrust(status.detail);
    default: return {};
    }
}

/// RFC 5321 4.2.3. 550 may mean anything.
QString ofSmtpCode(int code)
{
    switch (code) {
    case 421: return aboutTheWay(1);
    case 450: return aboutTheMailbox(1);
    case 452: return aboutTheSystem(1);
    case 551: return aboutTheAddress(6);
    case 552: return translate("Delivery", "The mailbox is full, or the mail is too large for it.");
    case 553: return aboutTheAddress(3);
    default: return {};
    }
}

} // namespace

QString joinPhrase(const QString &joinedBecause)
{
    if (joinedBecause == "messageId"_L1)
        return translate("Message", "joined because it answers a mail of this conversation");
    if (joinedBecause == "token"_L1) return translate("Message", "joined because it was sent to the ticket’s address");
    if (joinedBecause == "number"_L1)
        return translate("Message", "joined because its subject has the number and its sender is known");
    if (joinedBecause == "loop"_L1) return translate("Message", "kept here because its sender opened too many tickets");
    return {};
}

QString deliveryReason(const QString &reply)
{
    const QString known = ofStatus(statusIn(reply));
    if (!known.isEmpty()) return known;
    const QString bySmtp = ofSmtpCode(smtpCodeIn(reply));
    if (!bySmtp.isEmpty()) return bySmtp;
    if (reply.isEmpty()) return translate("Delivery", "The other side does not say why.");
    return translate("Delivery", "The other mail server says only: %1").arg(reply);
}

QString deliveryTrouble(const Message &message)
{
    if (message.deliveryLog.isEmpty()) return {};
    const DeliveryAttempt &last = message.deliveryLog.last();
    switch (message.delivery) {
    case Delivery::Failed: return deliveryReason(last.reply);
    case Delivery::Sent:
        if (statusIn(last.reply).statusClass != 4) return {};
        return translate("Delivery", "Late, the other side goes on trying. %1").arg(deliveryReason(last.reply));
    case Delivery::Queued:
        return translate("Delivery", "Not taken yet, tried again by itself. %1").arg(deliveryReason(last.reply));
    case Delivery::None:
    case Delivery::Sending:
    case Delivery::Unknown:
    case Delivery::Cancelled: return {};
    }
    Q_UNREACHABLE();
}

} // namespace akwaba
