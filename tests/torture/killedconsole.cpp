// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/torture/killedconsole.h"

#include "core/protocol/codec.h"
#include "core/sync/profile.h"
#include "tests/server/e2e/program.h"

#include <QDir>
#include <QJsonDocument>

#include <algorithm>

using namespace akwaba;
using namespace Qt::StringLiterals;

namespace {

constexpr int mostUndecided = 8;
constexpr int draftDeed = -1; // of the numbers of deeds
constexpr int formDeed = -2;

} // namespace

KilledConsole::KilledConsole(const Company &company, int seat, Random &random, Sites &sites, const QString &folder,
                             const QUrl &server)
    : m_company(company), m_number(seat), m_seat(company.seats.at(seat)), m_random(random), m_sites(sites),
      m_folder(folder), m_server(server), m_secrets(newSecrets(random, m_seat.token)),
      m_draft(newId<DraftId>(m_clock, random)), m_form(newId<EscalationId>(m_clock, random))
{
    QDir().mkpath(m_folder);
    endWithTest(m_process);
    m_process.setStandardErrorFile(m_folder + u".log"_s, QIODevice::Append);
    connect(&m_process, &QProcess::readyReadStandardOutput, this, [this] {
        while (m_process.canReadLine())
            hear(QJsonDocument::fromJson(m_process.readLine()).object());
    });
    connect(&m_process, &QProcess::finished, this, [this] { ended(); });
}

void KilledConsole::work()
{
    m_works = true;
    start();
}

void KilledConsole::rest()
{
    m_works = false;
    end();
    start();
}

void KilledConsole::end()
{
    const QSignalBlocker quietly(m_process); // nobody planned this
    m_process.kill();
    m_process.waitForFinished();
    (void)m_sites.death(m_folder);
}

void KilledConsole::start()
{
    m_waits = false;
    m_isLive = false;
    m_ticket.reset(); // he looks before he does anything: what he did last may have been kept after all
    m_process.setProcessEnvironment(m_works ? m_sites.planned(m_folder) : QProcessEnvironment::systemEnvironment());
    m_process.start(programPath(u"akwaba-torture-console"_s), QStringList());
    tell({{u"profiles"_s, m_folder},
          {u"server"_s, m_server.toString()},
          {u"agent"_s, m_seat.agent.value},
          {u"device"_s, m_seat.device.value},
          {u"secrets"_s, QString::fromLatin1(toBytes(m_secrets).toBase64())},
          {u"ticket"_s, m_seat.ticket.value}});
}

void KilledConsole::ended()
{
    const QString where = m_sites.death(m_folder);
    if (where.isEmpty()) m_complaints.append(u"console %1 ended by itself"_s.arg(m_number));
    Q_EMIT died(where);
    if (m_complaints.isEmpty()) start();
}

bool KilledConsole::hasKeptReply() const
{
    return std::ranges::any_of(m_deeds, [](const Deed &deed) { return deed.isReply() && !deed.iid.isEmpty(); });
}

void KilledConsole::tell(const QJsonObject &words)
{
    m_process.write(QJsonDocument(words).toJson(QJsonDocument::Compact) + '\n');
}

void KilledConsole::hear(const QJsonObject &words)
{
    if (words.contains(u"error"_s) || words.contains(u"failed"_s))
        m_complaints.append(u"console %1 can't: %2"_s.arg(m_number).arg(
            QString::fromUtf8(QJsonDocument(words).toJson(QJsonDocument::Compact))));
    if (words.contains(u"kept"_s)) kept(words);
    if (words.contains(u"kept"_s) || words.contains(u"sees"_s)) look(words);
    if (words.contains(u"live"_s)) {
        m_isLive = words.value(u"live"_s).toBool();
        m_pending = words.value(u"pending"_s).toInt();
        if (!m_ticket && m_isLive) tell({{u"look"_s, true}});
    }
    workOn();
}

/// Nobody else works on this ticket: it looks as he left it, whatever became of the console and of the server.
void KilledConsole::look(const QJsonObject &words)
{
    if (words.contains(u"ticket"_s))
        m_ticket = fromJson<Ticket>(words.value(u"ticket"_s).toObject()).value_or(Ticket());
    if (m_ticket && m_subjects.isEmpty()) m_subjects.append(m_ticket->subject);
    if (m_ticket && !m_subjects.contains(m_ticket->subject))
        m_complaints.append(u"console %1 shows the subject \"%2\" after \"%3\""_s.arg(m_number).arg(
            m_ticket->subject, m_subjects.join(u"\", \""_s)));
    complainOf(u"draft"_s, m_draftText, words.value(u"draft"_s).toString());
    complainOf(u"form"_s, m_formText, words.value(u"form"_s).toString());
}

void KilledConsole::complainOf(const QString &what, const Text &text, const QString &seen)
{
    if (text.kept == 0 || text.since.contains(seen)) return;
    m_complaints.append(
        u"console %1 shows the %2 \"%3\" after \"%4\""_s.arg(m_number).arg(what, seen, text.since.join(u"\", \""_s)));
}

void KilledConsole::kept(const QJsonObject &words)
{
    m_waits = false;
    const qsizetype number = words.value(u"kept"_s).toInteger();
    if (number < 0) {
        Text &text = number == formDeed ? m_formText : m_draftText;
        ++text.kept;
        text.since = text.since.last(1);
        return;
    }
    m_deeds[number].iid = words.value(u"iid"_s).toString();
    const auto *set = std::get_if<SetField>(&m_deeds.at(number).command);
    if (set != nullptr) m_subjects = m_subjects.last(1);
}

void KilledConsole::workOn()
{
    if (!m_works || m_waits || !m_ticket || m_pending >= mostUndecided || m_process.state() != QProcess::Running)
        return;
    m_waits = true;
    if (m_random.below(6) == 0) return m_random.below(3) == 0 ? writeForm() : writeDraft();
    m_deeds.append(nextDeed());
    tell({{u"deed"_s, m_deeds.size() - 1},
          {u"intent"_s, toJson(makeIntent(m_deeds.constLast().command, m_clock, m_random))}});
}

void KilledConsole::writeDraft()
{
    Draft draft;
    draft.id = m_draft;
    draft.agent = m_seat.agent;
    draft.device = m_seat.device;
    draft.ticket = m_seat.ticket;
    draft.text = newText(u"draft"_s);
    draft.writtenAt = m_clock.now();
    m_draftText.since.append(draft.text);
    tell({{u"deed"_s, draftDeed}, {u"draft"_s, toJson(draft)}});
}

/// It is never sent.
void KilledConsole::writeForm()
{
    Escalate begun;
    begun.escalation.id = m_form;
    begun.escalation.ticket = m_seat.ticket;
    begun.escalation.asked = newText(u"question"_s);
    m_formText.since.append(begun.escalation.asked);
    tell({{u"deed"_s, formDeed}, {u"form"_s, toJson(makeIntent(begun, m_clock, m_random))}});
}

QString KilledConsole::newText(const QString &kind)
{
    return u"%1 %2 of console %3"_s.arg(kind).arg(++m_texts).arg(m_number);
}

KilledConsole::Deed KilledConsole::nextDeed()
{
    Deed deed;
    const quint64 kind = m_random.below(8);
    if (kind >= 4) {
        deed.command = onMyTicket(kind);
        return deed;
    }
    deed.message = newId<MessageId>(m_clock, m_random);
    deed.text = newText(kind < 2 ? u"reply"_s : u"note"_s);
    const TicketId shared = m_company.shared.at(qsizetype(m_random.below(quint64(m_company.shared.size()))));
    if (kind < 2)
        deed.command = Reply{deed.message,     m_seat.ticket,   {{{}, m_company.customer}}, {}, deed.text, {},
                             m_ticket->status, m_ticket->status};
    else
        deed.command = AddNote{deed.message, shared, deed.text};
    return deed;
}

/// Each changes something.
Command KilledConsole::onMyTicket(quint64 kind)
{
    const Ticket &now = *m_ticket;
    const bool isOpen = now.status == TicketStatus::Open;
    const bool isMine = now.assignee == m_seat.agent;
    const QList<TagId> tag{m_company.tag};
    const bool isTagged = now.tags.contains(m_company.tag);
    switch (kind) {
    case 4: return SetStatus{now.id, now.status, isOpen ? TicketStatus::WaitingThirdParty : TicketStatus::Open, {}};
    case 5: return Assign{now.id, now.team, isMine ? AgentId() : m_seat.agent, now.assignee, false};
    case 6: return SetTags{now.id, isTagged ? QList<TagId>() : tag, isTagged ? tag : QList<TagId>()};
    default: break;
    }
    m_subjects.append(newText(u"subject"_s));
    return SetField{now.id, u"subject"_s, now.subject, m_subjects.constLast()};
}

Result<std::unique_ptr<CacheReader>> KilledConsole::reader() const
{
    const QStringList names = QDir(m_folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    const QString profile = m_folder + u'/' + names.value(0);
    return CacheReader::open(
        {profile + u"/cache.db"_s, m_secrets.cacheKey(), profile + u"/outbox.db"_s, m_secrets.outboxKey, m_seat.agent});
}
