// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/endurance/headlessconsole.h"

#include <QTest>

using namespace akwaba;
using namespace Qt::StringLiterals;

namespace {

ClientConfig configOf(const Company::Seat &seat, Random &random, const QString &folder, const QUrl &server)
{
    ClientConfig config;
    config.cacheFile = folder + u"-cache.db"_s;
    config.outboxFile = folder + u"-outbox.db"_s;
    config.secrets = newSecrets(random, seat.token);
    config.server.url = server;
    config.me = {seat.agent, seat.device};
    return config;
}

} // namespace

HeadlessConsole::HeadlessConsole(const Company &company, int seat, Random &random, const QString &folder,
                                 const QUrl &server)
    : m_company(company), m_number(seat), m_seat(company.seats.at(seat)), m_random(random),
      m_config(configOf(m_seat, random, folder, server)), m_client(m_config, m_clock, random)
{
    connect(&m_client, &Client::statusChanged, this, [this] {
        Q_EMIT statusChanged();
        workOn();
    });
}

bool HeadlessConsole::perform(const Command &command)
{
    const QFuture<Result<QString>> kept = m_client.perform(command);
    return QTest::qWaitFor([&kept] { return kept.isFinished(); }) && kept.result().has_value();
}

void HeadlessConsole::work()
{
    m_works = true;
    workOn();
}

bool HeadlessConsole::isUpToDate() const { return status().phase == SyncPhase::Live && status().pending == 0; }

Result<std::unique_ptr<CacheReader>> HeadlessConsole::reader() const
{
    return CacheReader::open({m_config.cacheFile, m_config.secrets.cacheKey(), m_config.outboxFile,
                              m_config.secrets.outboxKey, m_seat.agent});
}

void HeadlessConsole::workOn()
{
    if (!m_works || m_isWriting || status().pending >= mostPending) return;
    m_isWriting = true;
    const Deed deed = nextDeed();
    onResult(m_client.perform(deed.command), this, [this, deed](const Result<QString> &iid) {
        if (!iid) qFatal("an outbox took nothing: %s", qPrintable(iid.error().detail));
        m_isWriting = false;
        m_deeds.append(deed);
        m_deeds.last().iid = *iid;
        workOn();
    });
}

HeadlessConsole::Deed HeadlessConsole::nextDeed()
{
    Deed deed;
    deed.text = u"console %1, deed %2"_s.arg(m_number).arg(m_deeds.size() + 1);
    const auto kind = m_random.below(4);
    if (kind == 0) {
        const TicketStatus before = m_status;
        m_status = before == TicketStatus::Open ? TicketStatus::WaitingThirdParty : TicketStatus::Open;
        deed.command = SetStatus{m_seat.ticket, before, m_status, {}};
        return deed;
    }
    deed.message = newId<MessageId>(m_clock, m_random);
    const TicketId shared = m_company.shared.at(qsizetype(m_random.below(quint64(m_company.shared.size()))));
    if (kind == 1)
        deed.command = AddNote{deed.message, shared, deed.text};
    else
        deed.command =
            Reply{deed.message, m_seat.ticket, {{{}, m_company.customer}}, {}, deed.text, {}, m_status, m_status};
    return deed;
}
