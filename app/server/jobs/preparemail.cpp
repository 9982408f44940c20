// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/jobs/preparemail.h"

#include "app/server/channels/email/parsemail.h"

using namespace Qt::StringLiterals;

namespace akwaba::jobs {

Result<PreparedMail> prepareMail(const QByteArray &raw, const mail::TextOfPdf &textOfPdf)
{
    if (raw.size() > mail::largestMail) return fail(Code::BadInput, u"mail larger than accepted"_s);
    auto masked = mail::maskMail(raw, textOfPdf);
    if (!masked) return tl::unexpected(masked.error());
    auto parsed = mail::parseMail(masked->raw);
    if (!parsed) return tl::unexpected(parsed.error());
    if (masked->isAltered) parsed->warnings.append(mail::MailWarning::cardMasked.toString());
    return PreparedMail{std::move(*parsed), std::move(masked->raw), masked->isAltered};
}

} // namespace akwaba::jobs
