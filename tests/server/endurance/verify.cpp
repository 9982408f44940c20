// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/endurance/verify.h"

#include "app/server/store/databasesource.h"
#include "core/database/statement.h"
#include "core/protocol/codec.h"

#include <QSet>

using namespace akwaba;
using namespace Qt::StringLiterals;

namespace {

struct LedgerRow {
    qint64 dseq = 0;
    QString outcome;
    qint64 seq = 0;
};

/// Everything that is compared, read at one moment.
struct Held {
    qint64 seq = 0; // of the clock row
    QHash<QString, QSet<qint64>> transactions; // by iid
    QHash<QString, QStringList> messages; // ids, by text
    QHash<QString, QString> deliveries; // by id of the message
    QHash<QString, QString> jobs; // state, by id of the message
    QHash<QString, LedgerRow> ledger; // by device and iid
    QHash<QString, std::pair<QString, bool>> tickets; // status and whether it is tagged
};

bool changesSomething(const Outcome &outcome)
{
    return outcome.kind == OutcomeKind::Accepted || outcome.kind == OutcomeKind::Merged;
}

/// Without a gap, and each number of one transaction, which is named after its first.
void readLog(Database &database, Held &held, Verdict &verdict)
{
    qint64 last = 0;
    qint64 transaction = 0;
    Statement log(database, u"SELECT seq, txn, intent FROM change_log ORDER BY seq"_s);
    const auto read = log.forEach([&](const Statement &row) {
        const qint64 seq = row.integer(0);
        const qint64 txn = row.integer(1);
        if (seq != last + 1) verdict.violations.append(u"the log has a gap before %1"_s.arg(seq));
        if (txn != transaction && txn != seq) verdict.violations.append(u"change %1 is of two transactions"_s.arg(seq));
        last = seq;
        transaction = txn;
        if (!row.text(2).isEmpty()) held.transactions[row.text(2)].insert(txn);
        ++verdict.changes;
    });
    if (!read) verdict.violations.append(read.error().detail);
    if (last != held.seq) verdict.violations.append(u"the clock stands at %1, the log at %2"_s.arg(held.seq).arg(last));
}

void readAll(Database &database, const QString &sql, Verdict &verdict,
             const std::function<void(const Statement &)> &visit)
{
    Statement select(database, sql);
    if (const auto read = select.forEach([&visit](const Statement &row) { visit(row); }); !read)
        verdict.violations.append(read.error().detail);
}

Held readHeld(Database &database, Verdict &verdict)
{
    Held held;
    readAll(database, u"SELECT seq FROM sync_clock"_s, verdict,
            [&held](const Statement &row) { held.seq = row.integer(0); });
    readLog(database, held, verdict);
    readAll(database, u"SELECT id, \"text\", delivery FROM messages"_s, verdict, [&held](const Statement &row) {
        held.messages[row.text(1)].append(row.text(0));
        held.deliveries.insert(row.text(0), row.text(2));
    });
    readAll(database, u"SELECT message, state FROM mail_jobs"_s, verdict,
            [&held](const Statement &row) { held.jobs.insert(row.text(0), row.text(1)); });
    readAll(database, u"SELECT device, iid, dseq, outcome, seq FROM intent_ledger"_s, verdict,
            [&held](const Statement &row) {
                held.ledger.insert(row.text(0) + row.text(1), {row.integer(2), row.text(3), row.integer(4)});
            });
    readAll(database, u"SELECT id, status, tags FROM tickets"_s, verdict,
            [&held](const Statement &row) { held.tickets.insert(row.text(0), {row.text(1), row.text(2) != u"[]"}); });
    return held;
}

/// One device's part of the comparison.
class Comparing {
public:
    Comparing(const Sender &device, const Held &held, const SmtpSink &sink, Verdict &verdict)
        : m_device(device), m_held(held), m_sink(sink), m_verdict(verdict)
    {
    }

    void compare()
    {
        for (const QString &complaint : m_device.complaints())
            m_verdict.violations.append(complaint);
        for (const Sender::Sent &sent : m_device.sent())
            sent.outcome ? compareOne(sent, *sent.outcome) : violated(sent, u"was never decided"_s);
        const auto [status, isTagged] = m_held.tickets.value(m_device.seat().ticket.value);
        if (status != m_status || isTagged != m_isTagged)
            m_verdict.violations.append(u"the ticket of %1 is not as it was left"_s.arg(m_device.seat().device.value));
    }

private:
    void violated(const Sender::Sent &sent, const QString &what)
    {
        const QString kind = sent.outcome ? wireName(sent.outcome->kind) : QString();
        m_verdict.violations.append(u"%1 %2, %3: %4"_s.arg(sent.intent.op, sent.intent.iid, kind, what));
    }

    void compareOne(const Sender::Sent &sent, const Outcome &outcome)
    {
        ++m_verdict.outcomes[wireName(outcome.kind)];
        const bool isDone = changesSomething(outcome);
        const qsizetype times = m_held.transactions.value(sent.intent.iid).size();
        if (times != (isDone ? 1 : 0)) violated(sent, u"took effect %1 times"_s.arg(times));
        if (sent.isHopeless && isDone) violated(sent, u"should have been refused"_s);
        if (outcome.reason == Reason::Quarantined) violated(sent, u"is innocent"_s);
        if (!sent.isHopeless && isOnOwnTicket(sent) && outcome.kind != OutcomeKind::Accepted)
            violated(sent, u"nobody was in its way"_s);
        if (isDone && outcome.seq < m_lastSeq) violated(sent, u"overtook the one before"_s);
        if (isDone) m_lastSeq = outcome.seq;
        compareLedger(sent, outcome);
        if (!sent.message.isEmpty()) compareMessage(sent, isDone);
        if (isDone) follow(sent);
    }

    [[nodiscard]] bool isOnOwnTicket(const Sender::Sent &sent) const
    {
        const auto command = commandOf(sent.intent);
        return command && ticketOf(*command) == m_device.seat().ticket;
    }

    void compareLedger(const Sender::Sent &sent, const Outcome &outcome)
    {
        if (sent.dseq <= m_device.ackedThrough()) return; // it may be forgotten
        const LedgerRow row = m_held.ledger.value(m_device.seat().device.value + sent.intent.iid);
        if (row.dseq != sent.dseq || row.outcome != wireName(outcome.kind) || row.seq != outcome.seq)
            violated(sent, u"the ledger says something else"_s);
    }

    void compareMessage(const Sender::Sent &sent, bool isDone)
    {
        const QStringList expected = isDone ? QStringList{sent.message.value} : QStringList();
        if (m_held.messages.value(sent.text) != expected) violated(sent, u"its message is not there exactly once"_s);
        const int mails = m_sink.taken().value(sent.message.value + u"@test.invalid"_s);
        const QString job = m_held.jobs.value(sent.message.value);
        m_verdict.mails += mails;
        if (!isDone || sent.intent.op != u"message.reply") {
            if (mails > 0 || !job.isEmpty()) violated(sent, u"was mailed"_s);
            return;
        }
        m_verdict.unknown += job == u"unknown" ? 1 : 0;
        const bool isRight = job == u"sent" ? mails == 1 : job == u"unknown" && mails <= 1;
        if (!isRight) violated(sent, u"%1, and reached the customer %2 times"_s.arg(job).arg(mails));
        if (m_held.deliveries.value(sent.message.value) != job) violated(sent, u"its message says something else"_s);
    }

    /// What the own ticket has become by it.
    void follow(const Sender::Sent &sent)
    {
        const auto command = commandOf(sent.intent);
        if (!command) return;
        if (const auto *set = std::get_if<SetStatus>(&*command)) m_status = wireName(set->to);
        if (const auto *tags = std::get_if<SetTags>(&*command)) m_isTagged = !tags->add.isEmpty();
    }

    const Sender &m_device;
    const Held &m_held;
    const SmtpSink &m_sink;
    Verdict &m_verdict;
    qint64 m_lastSeq = 0;
    QString m_status = wireName(TicketStatus::Open);
    bool m_isTagged = false;
};

} // namespace

QString Verdict::text() const
{
    QStringList parts{u"%1 changes"_s.arg(changes), u"%1 mails"_s.arg(mails), u"%1 unknown"_s.arg(unknown)};
    for (auto kind = outcomes.cbegin(); kind != outcomes.cend(); ++kind)
        parts.append(u"%1 %2"_s.arg(kind.value()).arg(kind.key()));
    return parts.join(u", "_s);
}

Verdict verify(const store::Place &place, const Senders &devices, const SmtpSink &sink)
{
    Verdict verdict;
    const SystemClock clock;
    store::DatabaseSource source(place, clock);
    auto database = source.open(store::DatabaseSource::Use::Read);
    if (!database) {
        verdict.violations.append(database.error().detail);
        return verdict;
    }
    const Held held = readHeld(*database, verdict);
    for (const auto &device : devices)
        Comparing(*device, held, sink, verdict).compare();
    return verdict;
}
