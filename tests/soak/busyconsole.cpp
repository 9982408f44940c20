// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/soak/busyconsole.h"

#include <algorithm>

using namespace akwaba;
using namespace Qt::StringLiterals;

namespace {

constexpr int mostPending = 100; // he waits for a network that is away for long
constexpr int rowsOfAScreen = 50;

ClientConfig configOf(const Assignment &assignment, int index)
{
    ClientConfig config;
    config.cacheFile = cacheFileOf(assignment, index);
    config.outboxFile = outboxFileOf(assignment, index);
    config.secrets = assignment.secrets.at(index);
    config.server.url = assignment.server;
    config.me = {assignment.company.seats.at(index).agent, assignment.company.seats.at(index).device};
    return config;
}

} // namespace

BusyConsole::BusyConsole(const Assignment &assignment, int index, Random &random)
    : m_assignment(assignment), m_number(assignment.first + index), m_seat(assignment.company.seats.at(index)),
      m_random(random), m_config(configOf(assignment, index)), m_client(m_config, m_clock, random)
{
    m_turns.setSingleShot(true);
    connect(&m_turns, &QTimer::timeout, this, [this] { turn(); });
    connect(&m_client, &Client::cacheReplaced, this, [this] { openReader(); });
    onResult(m_client.open(), this, [this](const Result<void> &opened) {
        if (!opened) return complain(u"the files can't be opened"_s, opened.error());
        openReader();
        turn();
    });
}

void BusyConsole::openReader()
{
    auto reader = CacheReader::open({m_config.cacheFile, m_config.secrets.cacheKey(), m_config.outboxFile,
                                     m_config.secrets.outboxKey, m_seat.agent});
    if (!reader) return complain(u"the files can't be read"_s, reader.error());
    m_reader = std::move(*reader);
}

void BusyConsole::turn()
{
    if (m_works && !m_isWriting && m_complaint.isEmpty()) {
        look();
        act();
    }
    m_turns.start(std::chrono::milliseconds(1 + m_random.below(2 * quint64(m_assignment.pace.count()))));
}

/// Nobody but him answers on his ticket: what he wrote is there, whatever the server knows of it (P4).
void BusyConsole::look()
{
    const auto page = m_reader->firstPage({}, rowsOfAScreen);
    if (!page) return complain(u"the list"_s, page.error());
    if (page->isEmpty()) return; // the first page has not come yet
    const auto conversation = m_reader->conversation(m_seat.ticket);
    if (!conversation) return complain(u"his ticket"_s, conversation.error());
    const auto replies = std::ranges::count_if(
        conversation->messages, [](const Message &message) { return message.kind == MessageKind::Public; });
    if (replies != m_replies) complain(u"he sees %1 of his %2 replies"_s.arg(replies).arg(m_replies), {});
    ++m_looks;
}

void BusyConsole::act()
{
    if (m_looks == 0 || m_client.status().pending >= mostPending) return;
    m_isWriting = true;
    onResult(m_client.perform(nextCommand()), this, [this](const Result<QString> &iid) {
        m_isWriting = false;
        if (!iid) complain(u"the outbox takes nothing"_s, iid.error());
    });
}

Command BusyConsole::nextCommand()
{
    const auto id = newId<MessageId>(m_clock, m_random);
    switch (m_random.below(4)) {
    case 0: {
        ++m_replies;
        const QString text = textOf(u"reply"_s, m_replies, m_number);
        return Reply{id, m_seat.ticket, {{{}, m_assignment.company.customer}}, {}, text, {}, m_status, m_status};
    }
    case 1: {
        const QList<TicketId> &shared = m_assignment.company.shared;
        const TicketId ticket = shared.at(qsizetype(m_random.below(quint64(shared.size()))));
        return AddNote{id, ticket, textOf(u"note"_s, ++m_notes, m_number)};
    }
    case 2: {
        ++m_others;
        const TicketStatus from = m_status;
        m_status = from == TicketStatus::Open ? TicketStatus::WaitingThirdParty : TicketStatus::Open;
        return SetStatus{m_seat.ticket, from, m_status, {}};
    }
    default: {
        ++m_others;
        const QList<TagId> tag{m_assignment.company.tag};
        m_isTagged = !m_isTagged;
        return SetTags{m_seat.ticket, m_isTagged ? tag : QList<TagId>(), m_isTagged ? QList<TagId>() : tag};
    }
    }
}

QJsonObject BusyConsole::report() const
{
    const SyncStatus status = m_client.status();
    // From the file: what was just written down is not told by the status yet.
    const qsizetype pending = m_reader ? m_reader->notYetSent().value_or(QList<OutboxItem>()).size() : 0;
    return {{u"works"_s, m_works},
            {u"live"_s, status.phase == SyncPhase::Live && !m_isWriting},
            {u"pending"_s, pending},
            {u"notSent"_s, status.notSent},
            {u"replies"_s, m_replies},
            {u"notes"_s, m_notes},
            {u"others"_s, m_others},
            {u"looks"_s, m_looks},
            {u"status"_s, wireName(m_status)},
            {u"tagged"_s, m_isTagged},
            {u"complaint"_s, m_complaint}};
}

void BusyConsole::complain(const QString &what, const Error &error)
{
    if (m_complaint.isEmpty())
        m_complaint = u"console %1: %2 (%3 %4)"_s.arg(m_number).arg(what, codeName(error.code), error.detail);
}
