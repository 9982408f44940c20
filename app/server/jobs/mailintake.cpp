// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/jobs/mailintake.h"

#include <QLoggingCategory>

using namespace Qt::StringLiterals;

namespace akwaba::jobs {

namespace {

Q_LOGGING_CATEGORY(lcIntake, "akwaba.mail")

} // namespace

MailIntake::MailIntake(store::Store &store, const ReceiveSettings &settings, mail::TextOfPdf textOfPdf,
                       qsizetype mostWaiting)
    : m_store(store), m_settings(settings), m_textOfPdf(std::move(textOfPdf)), m_mostWaiting(mostWaiting)
{
}

MailIntake::~MailIntake() = default;

QFuture<Result<void>> MailIntake::take(const QByteArray &raw, const QStringList &recipients)
{
    if (m_waiting > 0 && m_waiting + raw.size() > m_mostWaiting)
        return answered<void>(fail(Code::Throttled, u"too many mails on their way"_s));
    m_waiting += raw.size();
    const auto answer = std::make_shared<Answer<void>>();
    const auto reading = m_workers.run([raw, textOfPdf = m_textOfPdf] { return prepareMail(raw, textOfPdf); });
    onResult(reading, this, [this, answer, recipients, size = raw.size()](const Result<PreparedMail> &mail) {
        m_waiting -= size;
        const auto stored = mail.and_then([&](const PreparedMail &prepared) {
            return receiveMail(m_store, prepared, recipients, m_settings).map([](const MailReceipt &) { });
        });
        // Whoever brought it hears only that he is to come again.
        if (!stored) qCWarning(lcIntake) << codeName(stored.error().code) << stored.error().detail;
        answer->give(stored);
    });
    return answer->future();
}

} // namespace akwaba::jobs
