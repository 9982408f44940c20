// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/store/company.h"

#include "app/server/store/ledger.h"
#include "app/server/store/mailtables.h"
#include "core/database/dialect.h"
#include "core/database/statement.h"

using namespace Qt::StringLiterals;

namespace akwaba::store {

namespace {

enum Kind : quint64 {
    ChangeTicket,
    MoveTicket,
    FollowTicket,
    AddTicket,
    AddMessage,
    AddEvent,
    TouchTicket,
    DestroyTicket,
    SaveDraft,
    DestroyDraft,
    ChangeCustomer,
    PutOrder,
    ChangeAgent,
    QueueMail,
    LookAround,
    Acknowledge,
    kinds
};

constexpr quint64 devices = 3;
constexpr quint64 fewTickets = 4; // so that jobs meet

template <class T> const T &pick(const QList<T> &all, quint64 number)
{
    return all.at(static_cast<qsizetype>(number % static_cast<quint64>(all.size())));
}

template <class T> Result<void> keep(Writer &writer, const T &value)
{
    return writer.put(value).map([](const T &) { });
}

DeviceId deviceAt(quint64 number) { return {u"d%1"_s.arg(number % devices)}; }

/// The columns in which a store that was written in batches may differ: they say where the log stood at their
/// beginning.
bool isOfTheBatch(const QString &column)
{
    return column == u"txn" || column == u"from_seq" || column == u"to_seq" || column == u"changed_seq";
}

QStringList linesOf(Database &database, const QString &table)
{
    QStringList names;
    StoreFixture::must(Statement(database, dialect::columnsOfTable(database.dialect()))
                           .bind(0, table)
                           .forEach([&names](const Statement &row) {
                               if (!isOfTheBatch(row.text(0))) names += u'"' + row.text(0) + u'"';
                           }));
    const QString condition = table == u"scope_member" ? u" WHERE to_seq = 0"_s : QString();
    Statement select(database, u"SELECT %1 FROM \"%2\"%3"_s.arg(names.join(u", "_s), table, condition));
    return StoreFixture::must(select.rows([&](const Statement &row) {
        QStringList values{table};
        for (int i = 0; i < names.size(); ++i)
            values += row.isNull(i) ? u"NULL"_s : row.text(i);
        return values.join(u'|');
    }));
}

} // namespace

QList<Job> randomJobs(quint64 seed, int count)
{
    SeededRandom random(seed);
    const ManualClock clock(QDateTime(QDate(2026, 11, 24), QTime(9, 0), Qt::UTC));
    QHash<QString, qint64> sent;
    QList<Job> jobs;
    for (int i = 0; i < count; ++i) {
        Job job;
        for (quint64 left = 1 + random.below(3); left > 0; --left)
            job.deeds.append({random.below(kinds), random.next(), random.next(), newUuid7(clock, random)});
        job.fails = random.below(8) == 0;
        if (random.below(4) != 0) {
            // Now and then one comes again.
            const DeviceId device = deviceAt(random.next());
            const qint64 dseq = ++sent[device.value] - (random.below(10) == 0 ? 1 : 0);
            job.why = {device, u"%1-%2"_s.arg(device.value).arg(dseq)};
            job.dseq = dseq;
        }
        jobs.append(job);
    }
    return jobs;
}

Company::Company()
{
    for (int i = 0; i < 3; ++i)
        m_teams += team(u"team%1"_s.arg(i));
    for (int i = 0; i < 3; ++i)
        m_agents += agent(u"agent%1"_s.arg(i), {m_teams.at(i).id});
    for (int i = 0; i < 3; ++i)
        m_customers += customer(u"customer%1"_s.arg(i));
    for (quint64 i = 0; i < fewTickets; ++i)
        m_tickets += ticket(pick(m_teams, i).id, pick(m_customers, i).id).id;
}

TicketId Company::ticketAt(quint64 number) const { return pick(m_tickets, number); }

void Company::submit(const Job &job, QList<Code> &answers)
{
    const qsizetype index = answers.size();
    answers.append(Code::Internal);
    store->submit([this, job](Writer &writer) { return perform(writer, job); },
                  [&answers, index](const Result<void> &done) {
                      answers[index] = done ? Code::Unsupported : done.error().code; // no job fails with that one
                  },
                  job.why, about(job));
}

QStringList Company::everything()
{
    const Snapshot snapshot = must(store->read());
    Database &database = snapshot.database();
    QStringList lines;
    Statement tables(database, dialect::tables(database.dialect()));
    for (const QString &table : must(tables.rows([](const Statement &row) { return row.text(0); })))
        lines += linesOf(database, table);
    lines.sort();
    return lines;
}

/// As intents name what they are about, some of it wrongly.
QList<RowRef> Company::about(const Job &job) const
{
    QList<RowRef> rows;
    for (const Deed &deed : job.deeds) {
        rows.append({&typeInfo<Ticket>(), ticketAt(deed.one).value});
        rows.append({&typeInfo<Message>(), u'm' + deed.id});
        rows.append({&typeInfo<Message>(), ticketAt(deed.other).value});
    }
    return rows;
}

Result<void> Company::perform(Writer &writer, const Job &job) const
{
    if (!job.why.intent.isEmpty()) {
        const auto known = decided(writer, job.why.device, job.why.intent);
        if (!known) return tl::unexpected(known.error());
        if (*known) return {};
    }
    for (const Deed &deed : job.deeds) {
        if (auto done = perform(writer, deed); !done) return done;
    }
    if (job.fails) return fail(Code::Denied);
    if (job.why.intent.isEmpty()) return {};
    Outcome outcome;
    outcome.iid = job.why.intent;
    outcome.kind = job.dseq % 5 == 0 ? OutcomeKind::Rejected : OutcomeKind::Accepted;
    return recordOutcome(writer, job.why.device, job.dseq, outcome);
}

Result<void> Company::perform(Writer &writer, const Deed &deed) const
{
    switch (deed.kind) {
    case AddTicket: return addTicket(writer, deed);
    case AddMessage: return addMessage(writer, deed);
    case AddEvent:
        return writer.addEvent(ticketAt(deed.one), {}, {{u"status"_s, {}, deed.id}}).map([](const Message &) { });
    case TouchTicket: return writer.touch<Ticket>(ticketAt(deed.one));
    case DestroyTicket: return deed.other % 4 == 0 ? writer.destroy<Ticket>(ticketAt(deed.one)) : Result<void>();
    case SaveDraft: return saveDraft(writer, deed);
    case DestroyDraft: {
        const auto drafts = writer.draftsOf(ticketAt(deed.one));
        if (!drafts || drafts->isEmpty()) return drafts.map([](const QList<Draft> &) { });
        return writer.destroy<Draft>(pick(*drafts, deed.other).id);
    }
    case ChangeCustomer: return changeCustomer(writer, deed);
    case PutOrder: return putOrder(writer, deed);
    case ChangeAgent: return changeAgent(writer, deed);
    case QueueMail: return putMailJob(writer, {{u'm' + deed.id}, ticketAt(deed.one), Delivery::Queued});
    case LookAround: return writeDownWhatIsThere(writer, deed);
    case Acknowledge: return acknowledge(writer, deviceAt(deed.one), static_cast<qint64>(deed.other % 40));
    default: return changeTicket(writer, deed);
    }
}

Result<void> Company::changeTicket(Writer &writer, const Deed &deed) const
{
    auto ticket = writer.find<Ticket>(ticketAt(deed.one));
    if (!ticket) return tl::unexpected(ticket.error());
    if (!*ticket) return {};
    const AgentId agent = pick(m_agents, deed.other).id;
    (*ticket)->subject = u"%1 %2"_s.arg(deed.kind).arg(deed.other % 3);
    if (deed.kind == MoveTicket) {
        (*ticket)->team = pick(m_teams, deed.other).id;
        (*ticket)->customer = pick(m_customers, deed.other / 3).id;
    }
    if (deed.kind == FollowTicket && !(*ticket)->followers.removeOne(agent)) (*ticket)->followers.append(agent);
    return keep(writer, **ticket);
}

Result<void> Company::addTicket(Writer &writer, const Deed &deed) const
{
    const auto number = writer.nextTicketNumber();
    if (!number) return tl::unexpected(number.error());
    Ticket ticket;
    ticket.id = {u't' + deed.id};
    ticket.number = *number;
    ticket.team = pick(m_teams, deed.one).id;
    ticket.customer = pick(m_customers, deed.other).id;
    return keep(writer, ticket);
}

Result<void> Company::addMessage(Writer &writer, const Deed &deed) const
{
    Message message;
    message.id = {u'm' + deed.id};
    message.ticket = ticketAt(deed.one);
    message.text = u"Bonjour \\ \"%1\", c'est {NULL}"_s.arg(deed.other);
    message.at = clock.now();
    message.emailMessageId = message.id.value;
    if (auto stored = keep(writer, message); !stored || deed.other % 2 == 0) return stored;
    Attachment attachment;
    attachment.id = {u'f' + deed.id};
    attachment.ticket = message.ticket;
    attachment.message = message.id;
    return keep(writer, attachment);
}

Result<void> Company::saveDraft(Writer &writer, const Deed &deed) const
{
    Draft draft;
    draft.id = {u'w' + deed.id};
    draft.ticket = ticketAt(deed.one);
    draft.agent = pick(m_agents, deed.other).id;
    draft.visibility = deed.other % 2 == 0 ? Visibility::Team : Visibility::Private;
    return keep(writer, draft);
}

Result<void> Company::changeCustomer(Writer &writer, const Deed &deed) const
{
    Customer customer = pick(m_customers, deed.one);
    customer.notes = QString::number(deed.other % 4);
    customer.emails = {{{}, u"c%1@example.ci"_s.arg(deed.other % 5)}};
    return keep(writer, customer).and_then([&] { return writer.setMaker(customer.id, pick(m_agents, deed.other).id); });
}

/// Some with a number that another one has.
Result<void> Company::putOrder(Writer &writer, const Deed &deed) const
{
    Order order;
    order.id = {u'o' + deed.id};
    order.number = u"C-%1"_s.arg(deed.one % 20);
    order.customer = pick(m_customers, deed.other).id;
    if (auto stored = keep(writer, order); !stored) return stored;
    auto ticket = writer.find<Ticket>(ticketAt(deed.other));
    if (!ticket || !*ticket) return ticket.map([](const std::optional<Ticket> &) { });
    (*ticket)->order = order.id;
    return keep(writer, **ticket);
}

Result<void> Company::changeAgent(Writer &writer, const Deed &deed) const
{
    Agent agent = pick(m_agents, deed.one);
    agent.teams = {pick(m_teams, deed.other).id};
    return keep(writer, agent);
}

/// What a job sees decides what it writes.
Result<void> Company::writeDownWhatIsThere(Writer &writer, const Deed &deed) const
{
    const TicketId ticket = ticketAt(deed.one);
    const auto messages = writer.messagesOf(ticket);
    const auto attachments = writer.attachmentsOf(ticket);
    const auto tickets = writer.ticketsOf(pick(m_customers, deed.other).id);
    const auto mail =
        writer.messageByEmailId(messages && !messages->isEmpty() ? messages->last().emailMessageId : QString());
    const auto row =
        writer.row(typeInfo<Message>(), messages && !messages->isEmpty() ? messages->last().id.value : QString());
    const auto scopes = writer.scopesOf(pick(m_agents, deed.other).id);
    if (!messages || !attachments || !tickets || !mail || !row || !scopes) return fail(Code::Io, u"a look"_s);
    qint64 logged = -1;
    if (deed.other % 3 == 0) {
        const auto counted = writer.database().value(u"SELECT COUNT(*) FROM messages"_s);
        if (!counted) return tl::unexpected(counted.error());
        logged = counted->toLongLong();
    }
    return writer.setSetting(u"seen"_s + deed.id,
                             u"%1 %2 %3 %4 %5 %6 %7"_s.arg(messages->size())
                                 .arg(attachments->size())
                                 .arg(tickets->size())
                                 .arg(mail->has_value())
                                 .arg(row->keys.join(u','), scopes->join(u','))
                                 .arg(logged));
}

} // namespace akwaba::store
