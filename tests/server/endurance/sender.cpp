// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/endurance/sender.h"

#include <algorithm>

using namespace akwaba;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qsizetype mostTogether = 50; // that the server takes
constexpr auto pauseBeforeAgain = 30ms;

} // namespace

Sender::Sender(const Company &company, int seat, Random &random)
    : m_company(company), m_number(seat), m_seat(company.seats.at(seat)), m_random(random)
{
    m_again.setSingleShot(true);
    m_again.setInterval(pauseBeforeAgain);
    connect(&m_again, &QTimer::timeout, this, [this] { goOn(); });
}

void Sender::useServers(const QList<QUrl> &urls)
{
    m_servers = urls;
    m_http = std::make_unique<HttpClient>(ServerAddress{urls.constFirst(), {}});
    m_http->setToken(m_seat.token);
}

void Sender::begin()
{
    m_makes = true;
    goOn();
}

void Sender::give(const QList<Command> &commands)
{
    m_given += commands;
    goOn();
}

void Sender::goOn()
{
    if (m_waits) return;
    m_session.account.isEmpty() ? askForSession() : sendBatch();
}

void Sender::tryAgain()
{
    m_again.start();
    Q_EMIT answered();
}

void Sender::askForSession()
{
    m_waits = true;
    m_http->send(++m_request, "GET", u"/jmap/session"_s, {}, [this](const HttpReply &reply) {
        m_waits = false;
        if (!isUsable(reply)) return tryAgain();
        m_session = wire::sessionFrom(reply.body).value_or(wire::Session());
        if (m_session.device != m_seat.device) m_complaints.append(u"the session is somebody else's"_s);
        sendBatch();
    });
}

/// What has no outcome first, then new ones: exactly what Outbox::compose() does.
QList<NumberedIntent> Sender::nextBatch()
{
    QList<NumberedIntent> batch;
    for (qsizetype i = m_decidedThrough; i < m_sent.size() && batch.size() < mostTogether; ++i) {
        if (!m_sent.at(i).outcome) batch.append({m_sent.at(i).dseq, m_sent.at(i).intent});
    }
    while (!m_given.isEmpty() && batch.size() < mostTogether) {
        m_sent.append(numbered(m_given.takeFirst()));
        ++m_undecided;
        batch.append({m_sent.constLast().dseq, m_sent.constLast().intent});
    }
    const auto wanted = qsizetype(1 + m_random.below(10));
    while (m_makes && batch.size() < wanted) {
        m_sent.append(make());
        ++m_undecided;
        batch.append({m_sent.constLast().dseq, m_sent.constLast().intent});
    }
    return batch;
}

void Sender::sendBatch()
{
    const QList<NumberedIntent> batch = nextBatch();
    if (batch.isEmpty()) return;
    m_waits = true;
    const QByteArray body = wire::bytes(m_session, {wire::intentApply(m_session, {ackedThrough(), 0}, batch)});
    m_http->send(++m_request, "POST", m_session.apiPath, body, [this](const HttpReply &reply) {
        m_waits = false;
        if (!take(reply)) return tryAgain();
        Q_EMIT answered();
        goOn();
    });
    Q_EMIT asked();
}

/// Is it an answer at all? If not: whose fault?
bool Sender::isUsable(const HttpReply &reply)
{
    if (reply.error) {
        ++m_troubles.noAnswer;
        m_servers.append(m_servers.takeFirst());
        // Its requests belong to the one that is gone. Not now: it is calling us.
        if (m_servers.size() > 1) QTimer::singleShot(0, this, [this] { useServers(QList<QUrl>(m_servers)); });
        return false;
    }
    if (reply.status == 503) ++m_troubles.unavailable;
    if (reply.status != 503 && reply.status != 200) m_complaints.append(u"HTTP %1"_s.arg(reply.status));
    return reply.status == 200;
}

/// True where everything that was sent has its outcome.
bool Sender::take(const HttpReply &reply)
{
    if (!isUsable(reply)) return false;
    const auto response = wire::responseFrom(reply.body);
    const jmap::Invocation *answer = response ? jmap::answerTo(*response, u"apply"_s) : nullptr;
    if (answer == nullptr) {
        m_complaints.append(u"no answer to Intent/apply"_s);
        return false;
    }
    if (answer->name == u"error") {
        const QString type = answer->arguments.value(u"type"_s).toString();
        if (type == u"serverUnavailable")
            ++m_troubles.unavailable;
        else
            m_complaints.append(u"Intent/apply: "_s + type);
        return false;
    }
    const auto outcomes = wire::outcomesFrom(answer->arguments);
    if (!outcomes) m_complaints.append(outcomes.error().detail);
    for (const Outcome &outcome : outcomes.value_or(QList<Outcome>()))
        record(outcome);
    while (m_decidedThrough < m_sent.size() && m_sent.at(m_decidedThrough).outcome)
        ++m_decidedThrough;
    return m_undecided == 0;
}

void Sender::record(const Outcome &outcome)
{
    const auto sent = std::find_if(m_sent.begin() + m_decidedThrough, m_sent.end(),
                                   [&outcome](const Sent &one) { return one.intent.iid == outcome.iid; });
    if (sent == m_sent.end() || sent->outcome) {
        m_complaints.append(u"an outcome of what was not asked"_s);
    } else if (outcome.kind == OutcomeKind::Transient) {
        ++m_troubles.transient;
    } else {
        sent->outcome = outcome;
        --m_undecided;
    }
}

Sender::Sent Sender::numbered(const Command &command) const
{
    Sent sent;
    sent.dseq = m_sent.size() + 1;
    sent.intent = makeIntent(command, m_clock, m_random);
    return sent;
}

Sender::Sent Sender::make()
{
    Sent sent;
    sent.dseq = m_sent.size() + 1;
    sent.intent = makeIntent(meant(sent), m_clock, m_random);
    return sent;
}

Command Sender::meant(Sent &sent)
{
    const auto kind = int(m_random.below(20));
    sent.text = u"device %1, intent %2"_s.arg(m_number).arg(sent.dseq);
    if (kind < 2) return hopeless(sent);
    if (kind < 14) return onMyTicket(kind, sent);
    sent.message = newId<MessageId>(m_clock, m_random);
    const TicketId shared = m_company.shared.at(qsizetype(m_random.below(quint64(m_company.shared.size()))));
    // On a ticket of all the replies of others are in the way: for its author to look at.
    if (kind == 19) return Reply{sent.message, shared, {{{}, m_company.customer}}, {}, sent.text, {}};
    return AddNote{sent.message, shared, sent.text};
}

/// What changes the ticket that nobody else works on, whenever it is done in its order and once.
Command Sender::onMyTicket(int kind, Sent &sent)
{
    const TicketId mine = m_seat.ticket;
    if (kind < 6) {
        const TicketStatus before = m_status;
        m_status = before == TicketStatus::Open ? TicketStatus::WaitingThirdParty : TicketStatus::Open;
        return SetStatus{mine, before, m_status, {}};
    }
    if (kind < 10) {
        m_isTagged = !m_isTagged;
        const QList<TagId> tag{m_company.tag};
        return m_isTagged ? SetTags{mine, tag, {}} : SetTags{mine, {}, tag};
    }
    sent.message = newId<MessageId>(m_clock, m_random);
    if (kind == 10) return Reply{sent.message, mine, {{{}, m_company.customer}}, {}, sent.text, {}};
    return AddNote{sent.message, mine, sent.text};
}

Command Sender::hopeless(Sent &sent)
{
    sent.isHopeless = true;
    sent.message = newId<MessageId>(m_clock, m_random);
    switch (m_random.below(3)) {
    case 0: return AddNote{sent.message, newId<TicketId>(m_clock, m_random), sent.text};
    case 1: return Reply{sent.message, m_seat.ticket, {}, {}, sent.text, {}}; // to nobody
    default: return SetTags{m_seat.ticket, {newId<TagId>(m_clock, m_random)}, {}};
    }
}
