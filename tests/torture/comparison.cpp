// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/torture/comparison.h"

#include "app/server/store/store.h"
#include "core/database/statement.h"
#include "tests/server/endurance/correspondence.h"
#include "tests/server/endurance/verify.h"

#include <algorithm>

using namespace akwaba;
using namespace Qt::StringLiterals;

namespace {

template <class T> T read(Result<T> result)
{
    if (!result) qFatal("comparison: %s", qPrintable(result.error().detail));
    if constexpr (!std::is_void_v<T>) return std::move(*result);
}

QSet<QString> refusedIn(CacheReader &reader)
{
    QSet<QString> iids;
    for (const OutboxItem &item : read(reader.notSent()))
        iids.insert(item.intent.iid);
    return iids;
}

} // namespace

Comparison::Comparison(const store::Place &place, const Company &company, const Consoles &consoles,
                       const SmtpSink &sink)
    : m_place(place), m_company(company), m_consoles(consoles), m_sink(sink)
{
    const SystemClock clock;
    SystemRandom random;
    const auto store = read(store::Store::open(place, clock, random));
    const store::Snapshot moment = read(store->read());
    m_records = recordsOf(moment);
    for (const Message &message : std::as_const(m_records.messages))
        ++m_messages[message.text];
    Statement log(moment.database(), u"SELECT intent, COUNT(DISTINCT txn) FROM change_log GROUP BY intent"_s);
    read(log.forEach([this](const Statement &row) { m_transactions.insert(row.text(0), int(row.integer(1))); }));
}

void Comparison::compareDeeds(Tally &tally) const
{
    tally.violations += verify(m_place, {}, m_sink).violations; // of the log itself
    for (const auto &console : m_consoles) {
        const auto reader = read(console->reader());
        const QSet<QString> refused = refusedIn(*reader);
        tally.acknowledged += console->wordsKept(); // the agent looks for them himself
        for (const KilledConsole::Deed &deed : console->deeds())
            compareDeed(deed, refused, tally);
        for (const OutboxItem &item : read(reader->notYetSent()))
            tally.violations.append(u"%1 %2 never ends"_s.arg(item.intent.op, item.intent.iid));
        for (const OutboxItem &item : read(reader->notSent())) {
            // Only the server that died three times over an intent has a reason.
            if (item.reason != Reason::Quarantined)
                tally.violations.append(u"%1 %2 is refused"_s.arg(item.intent.op, item.intent.iid));
        }
        const QString subject = m_records.tickets.value(console->seat().ticket.value).subject;
        if (!console->subjects().contains(subject))
            tally.violations.append(u"the server has the subject \"%1\" after \"%2\""_s.arg(
                subject, console->subjects().join(u"\", \""_s)));
    }
}

void Comparison::compareDeed(const KilledConsole::Deed &deed, const QSet<QString> &refused, Tally &tally) const
{
    const bool isKept = !deed.iid.isEmpty();
    const bool isRefused = isKept && refused.contains(deed.iid);
    const int times = m_transactions.value(deed.iid);
    const int messages = deed.text.isEmpty() ? 0 : m_messages.value(deed.text);
    const int most = isRefused ? 0 : 1; // who died over it may have kept it
    // Where one was refused, the next one may find everything as it wants it.
    const bool needsNothing = deed.text.isEmpty() && !refused.isEmpty();
    const bool isMissing = (times == 0 && !needsNothing) || (messages == 0 && !deed.text.isEmpty());
    const bool isLost = isKept && !isRefused && isMissing;
    tally.acknowledged += isKept ? 1 : 0;
    tally.refused += isRefused ? 1 : 0;
    tally.lost += isLost ? 1 : 0;
    if (isLost || (isKept && times > most) || messages > most)
        tally.violations.append(u"%1 %2 (%3): %4 transactions, %5 messages"_s
                                    .arg(opOf(deed.command), deed.iid,
                                         isRefused    ? u"refused"_s
                                             : isKept ? u"kept"_s
                                                      : u"not kept"_s)
                                    .arg(times)
                                    .arg(messages));
}

void Comparison::compareWindow(KilledWindow &window, Tally &tally) const
{
    const QStringList refused = window.refused();
    const QMap<QString, bool> replies = window.replies();
    for (auto reply = replies.cbegin(); reply != replies.cend(); ++reply) {
        const bool isRefused = refused.contains(reply.key());
        const int messages = m_messages.value(reply.key());
        const int least = *reply && !isRefused ? 1 : 0;
        tally.acknowledged += *reply ? 1 : 0;
        tally.refused += *reply && isRefused ? 1 : 0;
        tally.lost += messages < least ? 1 : 0;
        if (messages < least || messages > (isRefused ? 0 : 1))
            tally.violations.append(
                u"\"%1\" (%2): %3 messages"_s.arg(reply.key(), *reply ? u"kept"_s : u"not kept"_s).arg(messages));
    }
}

QStringList Comparison::shownOtherwise() const
{
    QStringList lines;
    for (const auto &console : m_consoles)
        lines += ::shownOtherwise(m_records, m_company.tickets(), *read(console->reader()));
    return lines;
}

void Comparison::compareMail(Tally &tally, Moment moment) const
{
    QHash<QString, int> taken = m_sink.taken();
    QSet<QString> replies;
    const bool isEnd = moment == Moment::AtTheEnd;
    Tally counted;
    for (const Correspondence::Answer &answer : Correspondence(m_place).answers()) {
        const QString id = QString(answer.emailMessageId).remove(u'<').remove(u'>');
        const int times = taken.take(id);
        const int surely = answer.state == u"sent" ? 1 : 0;
        replies.insert(id);
        counted.mails += times;
        counted.unknown += answer.unknown;
        counted.repeated += std::clamp(times - 1, 0, answer.unknown);
        counted.duplicates += std::max(times - surely - answer.unknown, 0);
        if (times < surely || times > surely + answer.unknown || (surely == 0 && (isEnd || answer.state != u"unknown")))
            counted.violations.append(
                u"the reply %1 is %2 after %3 unknown attempts, and was taken %4 times"_s.arg(id, answer.state)
                    .arg(answer.unknown)
                    .arg(times));
    }
    if (!taken.isEmpty()) counted.violations.append(u"somebody sent what is no reply"_s);
    for (const auto &console : m_consoles) {
        const QSet<QString> refused = refusedIn(*read(console->reader()));
        for (const KilledConsole::Deed &deed : console->deeds()) {
            const bool isDue = deed.isReply() && !deed.iid.isEmpty() && !refused.contains(deed.iid);
            if (isDue && !replies.contains(deed.message.value + u"@test.invalid"_s))
                counted.violations.append(u"the reply %1 is accepted and no mail"_s.arg(deed.message.value));
        }
    }
    if (isEnd)
        tally.add(counted);
    else
        tally.violations += counted.violations;
}
