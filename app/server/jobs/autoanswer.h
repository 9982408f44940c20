// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/channels/email/incomingmail.h"
#include "app/server/jobs/answertemplates.h"
#include "app/server/store/writer.h"
#include "core/sla/schedule.h"

namespace akwaba::jobs {

/// What a company answers by itself, and when it is open.
struct AnswerRules {
    sla::Schedule hours = sla::usualHours();
    AnswerTemplates templates;
};

inline constexpr int mostAnswers = 3; // to one address within 24 hours, whatever it writes about

/// Answers a mail that was added to the ticket, where that is due (channels.md, e-mail, rule 10): one that opened it,
/// and out of hours any; once for each ticket within 24 hours, and never a robot. The answer is a message of nobody's
/// with its mail job, so it is there exactly when the mail is; it fulfils no target.
[[nodiscard]] Result<void> answerByItself(store::Writer &writer, const mail::IncomingMail &mail, const Ticket &ticket,
                                          bool opensTicket, const AnswerRules &rules);

} // namespace akwaba::jobs
