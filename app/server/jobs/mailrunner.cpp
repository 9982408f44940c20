// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/jobs/mailrunner.h"

#include "app/server/jobs/outgoingmail.h"
#include "app/server/store/store.h"
#include "core/base/clock.h"

#include <QLoggingCategory>
#include <QPointer>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace akwaba::jobs {

namespace {

Q_LOGGING_CATEGORY(lcMail, "akwaba.mail")

constexpr auto lookEvery = 500ms;
constexpr int sentTogether = 8;
constexpr qint64 unknownPause = 10 * 60; // seconds
constexpr qint64 longestPause = 4 * 3600;
constexpr int mostAttempts = 20; // some two days

/// 1, 2, 4 ... minutes, at most four hours.
qint64 pauseAfter(int attempts) { return std::min(60 * (qint64{1} << std::min(attempts - 1, 20)), longestPause); }

Delivery deliveryOf(mail::SmtpOutcome::Kind kind)
{
    switch (kind) {
    case mail::SmtpOutcome::Kind::Accepted: return Delivery::Sent;
    case mail::SmtpOutcome::Kind::Refused: return Delivery::Failed;
    case mail::SmtpOutcome::Kind::Temporary: return Delivery::Queued;
    case mail::SmtpOutcome::Kind::Unknown: return Delivery::Unknown;
    }
    return Delivery::Unknown;
}

QString saidBy(int code, const QString &reply) { return code == 0 ? reply : u"%1 %2"_s.arg(code).arg(reply); }

} // namespace

MailRunner::MailRunner(store::Store &store, MailSettings settings, SendMail send, QObject *parent)
    : QObject(parent), m_store(store), m_settings(std::move(settings)), m_send(std::move(send))
{
    m_timer.setInterval(lookEvery);
    m_next.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] { work(); });
    connect(&m_next, &QTimer::timeout, this, [this] { work(); });
}

void MailRunner::start()
{
    m_working = true;
    m_takenUp = false;
    m_timer.start();
    work();
}

/// What is being sent and not by us, its sender has left behind.
bool MailRunner::takeUp()
{
    const auto done = m_store.write([this](store::Writer &writer) -> Result<void> {
        const auto interrupted = store::interruptedMailJobs(writer.database());
        if (!interrupted) return tl::unexpected(interrupted.error());
        for (const store::MailJob &job : *interrupted) {
            if (m_inFlight.contains(job.message.value)) continue;
            mail::SmtpOutcome outcome;
            outcome.kind = mail::SmtpOutcome::Kind::Unknown;
            if (auto settled = settle(writer, job.message, outcome); !settled) return settled;
        }
        return {};
    });
    if (!done) qCWarning(lcMail) << "can't take up mail:" << codeName(done.error().code) << done.error().detail;
    return done.has_value();
}

bool MailRunner::recordEnds()
{
    const QHash<QString, mail::SmtpOutcome> ended = m_ended;
    for (auto each = ended.cbegin(); each != ended.cend(); ++each) {
        const MessageId message{each.key()};
        const auto done = m_store.write([&](store::Writer &writer) { return settle(writer, message, each.value()); });
        if (!done && done.error().code != Code::NotFound) {
            qCWarning(lcMail) << "the end of mail" << message.value << "can't be recorded yet:" << done.error().detail;
            return false;
        }
        m_ended.remove(message.value);
        m_inFlight.remove(message.value);
    }
    return true;
}

void MailRunner::work()
{
    if (!recordEnds() || !m_working) return;
    m_takenUp = m_takenUp || takeUp();
    if (!m_takenUp) return;
    const auto due = [this]() -> Result<QList<store::MailJob>> {
        auto snapshot = m_store.read();
        if (!snapshot) return tl::unexpected(snapshot.error());
        return store::dueMailJobs(snapshot->database(), m_store.clock().now(), sentTogether);
    }();
    if (!due) {
        qCWarning(lcMail) << "can't look for mail to send:" << codeName(due.error().code) << due.error().detail;
        return;
    }
    for (const store::MailJob &job : *due) {
        if (m_inFlight.size() < sentTogether && !m_inFlight.contains(job.message.value)) begin(job);
    }
}

void MailRunner::begin(const store::MailJob &due)
{
    store::MailJob job = due;
    mail::SmtpEnvelope envelope;
    m_inFlight.insert(job.message.value);
    const auto content = attempt(job, envelope);
    if (!content) {
        qCWarning(lcMail) << "mail" << job.message.value << "can't be sent:" << codeName(content.error().code)
                          << content.error().detail;
        // Only what will never be a mail fails for good; trouble of the database is tried again by the next look.
        mail::SmtpOutcome outcome;
        outcome.kind = mail::SmtpOutcome::Kind::Refused;
        if (content.error().code == Code::BadInput) return finish(job.message, outcome);
        m_inFlight.remove(job.message.value);
        m_takenUp = false; // where only the answer of the commit was lost, the job now looks like one in the air
        return;
    }
    m_send(envelope, *content, [self = QPointer(this), message = job.message](const mail::SmtpOutcome &outcome) {
        if (self) self->finish(message, outcome);
    });
}

/// Composes first, so that nothing that can't be a mail counts as an attempt; then writes down that we begin.
Result<QByteArray> MailRunner::attempt(store::MailJob &job, mail::SmtpEnvelope &envelope)
{
    QByteArray content;
    const auto done = m_store.write([&](store::Writer &writer) -> Result<void> {
        const auto current = store::mailJob(writer.database(), job.message);
        if (!current) return tl::unexpected(current.error());
        // Taken back in the meantime.
        if (!*current || ((*current)->state != Delivery::Queued && (*current)->state != Delivery::Unknown))
            return fail(Code::Conflict, u"the job was taken back"_s);
        auto outgoing = outgoingMail(writer, job.message, m_settings);
        if (!outgoing) return tl::unexpected(outgoing.error());
        content = outgoing->content;
        envelope = outgoing->envelope;
        envelope.mayHaveArrived = (*current)->state == Delivery::Unknown;
        job = **current;
        job.state = Delivery::Sending;
        job.attempts += 1;
        job.attemptingAt = writer.clock().now();
        outgoing->message.delivery = Delivery::Sending;
        if (const auto stored = writer.put(outgoing->message); !stored) return tl::unexpected(stored.error());
        return putMailJob(writer, job);
    });
    if (!done) return tl::unexpected(done.error());
    return content;
}

void MailRunner::finish(const MessageId &message, const mail::SmtpOutcome &outcome)
{
    m_ended.insert(message.value, outcome);
    // Else the next look does, or whoever takes it up finds it unknown, which is the truth then.
    if (recordEnds() && m_timer.isActive()) m_next.start();
}

Result<void> MailRunner::settle(store::Writer &writer, const MessageId &id, const mail::SmtpOutcome &outcome)
{
    auto job = store::mailJob(writer.database(), id);
    auto message = writer.find<Message>(id);
    if (!job) return tl::unexpected(job.error());
    if (!message) return tl::unexpected(message.error());
    if (!*job) return fail(Code::NotFound, u"mail job"_s);
    if (!*message) { // destroyed with its ticket: there is nothing to send, and nobody to tell
        (*job)->state = Delivery::Cancelled;
        (*job)->attemptingAt = {};
        return putMailJob(writer, **job);
    }
    const store::MailJob next = after(**job, outcome);
    (*message)->delivery = next.state;
    for (const mail::RefusedRecipient &refused : outcome.refusedRecipients) {
        const QString told = u"recipient %1: %2"_s.arg(refused.place + 1).arg(saidBy(refused.code, refused.reply));
        (*message)->deliveryLog.append({writer.clock().now(), Delivery::Failed, told});
    }
    const QString reply = saidBy(outcome.code, outcome.reply);
    (*message)->deliveryLog.append({writer.clock().now(), deliveryOf(outcome.kind), reply});
    const auto stored = writer.put(**message);
    if (!stored) return tl::unexpected(stored.error());
    return putMailJob(writer, next);
}

store::MailJob MailRunner::after(store::MailJob job, const mail::SmtpOutcome &outcome) const
{
    job.state = deliveryOf(outcome.kind);
    job.attemptingAt = {};
    if (job.state != Delivery::Queued && job.state != Delivery::Unknown) return job;
    const qint64 pause = job.state == Delivery::Unknown ? unknownPause : pauseAfter(job.attempts);
    job.sendAfter = m_store.clock().now().addSecs(pause);
    if (job.attempts >= mostAttempts) job.state = Delivery::Failed;
    return job;
}

} // namespace akwaba::jobs
