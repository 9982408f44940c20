// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/jobs/autoanswer.h"

#include "app/server/jobs/automaticmail.h"
#include "app/server/store/mailtables.h"
#include "core/base/clock.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace akwaba::jobs {

namespace {

constexpr std::chrono::milliseconds aDay = 24h;

/// Whoever fetches a mailbox for the first time gets mail to which an answer would come months late.
bool isFresh(const mail::IncomingMail &mail, const QDateTime &since)
{
    return !mail.date.isValid() || mail.date > since;
}

bool wasAnswered(const QList<Message> &timeLine, const QDateTime &since)
{
    return std::any_of(timeLine.begin(), timeLine.end(),
                       [&since](const Message &message) { return isAutomatic(message) && message.at > since; });
}

/// Asked last of all: it costs two look-ups.
Result<bool> isWithinCaps(store::Writer &writer, const QString &address, const TicketId &ticket, const QDateTime &since)
{
    const auto timeLine = writer.messagesOf(ticket);
    const auto answers = store::mailTurns(writer.sideTables(), store::MailTurn::Answered, address, since);
    if (!timeLine) return tl::unexpected(timeLine.error());
    if (!answers) return tl::unexpected(answers.error());
    return answers->size() < mostAnswers && !wasAnswered(*timeLine, since);
}

} // namespace

Result<void> answerByItself(store::Writer &writer, const mail::IncomingMail &mail, const Ticket &ticket,
                            bool opensTicket, const AnswerRules &rules)
{
    const QDateTime now = writer.clock().now();
    const QDateTime since = now.addMSecs(-aDay.count());
    const bool isOpen = sla::isOpen(rules.hours, now);
    const bool isDue = opensTicket || !isOpen;
    const bool mayBe = mail.autoReplyAllowed && isActive(ticket.status) && !ticket.loopStoppedAt.isValid();
    if (!isDue || !mayBe || !isFresh(mail, since)) return {};
    const auto within = isWithinCaps(writer, mail.from.first().address, ticket.id, since);
    if (!within) return tl::unexpected(within.error());
    if (!*within) return {};
    const AnswerKind kind = isOpen ? AnswerKind::Acknowledgement : AnswerKind::OutOfHours;
    const AnswerFacts facts{ticket.number, sla::nextOpen(rules.hours, now), rules.hours.zone};
    const EmailAddress &to = mail.from.first();
    return sendByItself(writer, ticket, {to}, rules.templates.text(kind, ticket.language, facts),
                        {mail.messageId, mail.references})
        .and_then([&] { return store::noteMailTurn(writer, store::MailTurn::Answered, to.address, ticket.id); });
}

} // namespace akwaba::jobs
