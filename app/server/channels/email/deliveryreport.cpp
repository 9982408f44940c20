// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/channels/email/deliveryreport.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace akwaba::mail {

namespace {

constexpr qsizetype readText = 64 * 1024;

const DeliveryStatus *withAction(const IncomingMail &report, QStringView action)
{
    for (const DeliveryStatus &status : report.deliveryStatus) {
        if (status.action == action) return &status;
    }
    return nullptr;
}

/// Servers that have no report, and those that warn in words alone.
bool saysThatItIsLate(const IncomingMail &report)
{
    static const QRegularExpression subject(
        uR"(\b(?:delayed|delay|still being retried)\b|warning: (?:could not send|message)|retardée?|en attente de remise|verzögert)"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression text(
        uR"(\bwill (?:keep|continue) (?:on )?trying\b|\bdelivery attempts will continue\b|\bno action is required\b|\bwill be (?:re)?tried\b|\bhas not yet been delivered\b|\bthis is a warning (?:message )?only\b|n['’]a pas encore (?:pu être|été) (?:remis|livré|distribué)|\bnouvelles? tentatives? (?:de remise )?ser)"_s,
        QRegularExpression::CaseInsensitiveOption);
    return subject.match(report.subject).hasMatch() || text.match(report.text.left(readText)).hasMatch();
}

/// A status in the words, of this class where one is given. Not a piece of an address of the network.
QString statusInText(const IncomingMail &report, QStringView statusClass)
{
    static const QRegularExpression pattern(uR"((?<![\d.])([45])\.(\d{1,3})\.(\d{1,3})(?!\.?\d))"_s);
    const QString text = report.text.left(readText);
    for (auto found = pattern.globalMatch(text); found.hasNext();) {
        const auto match = found.next();
        const bool saysNothing = match.captured(2) == u"0" && match.captured(3) == u"0";
        if (!saysNothing && (statusClass.isEmpty() || match.capturedView(1) == statusClass)) return match.captured();
    }
    return {};
}

/// "5.0.0" says no more than "failed": what stands in the words is better.
QString preciseStatus(const IncomingMail &report, const QString &status)
{
    if (!status.isEmpty() && !status.endsWith(u".0.0"_s)) return status;
    const QString better = statusInText(report, QStringView(status).left(1));
    return better.isEmpty() ? status : better;
}

} // namespace

ReportedDelivery reportedDelivery(const IncomingMail &report)
{
    if (const DeliveryStatus *failed = withAction(report, u"failed"))
        return {true, preciseStatus(report, failed->status)};
    if (const DeliveryStatus *delayed = withAction(report, u"delayed"))
        return {false, preciseStatus(report, delayed->status)};
    const QString status = report.deliveryStatus.isEmpty() ? QString() : report.deliveryStatus.first().status;
    const bool isFinal = !report.deliveryStatus.isEmpty() || !saysThatItIsLate(report);
    return {isFinal, preciseStatus(report, status)};
}

} // namespace akwaba::mail
