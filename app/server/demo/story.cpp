// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/demo/story.h"

#include "app/server/demo/pdf.h"

#include <QLocale>

#include <algorithm>

namespace akwaba::demo {

using namespace Qt::StringLiterals;

namespace {

/// Tells the turns one after the other and keeps what the next one needs.
class Teller {
public:
    Teller(const StoryInput &input, ManualClock &clock, Random &random)
        : m_in(input), m_clock(clock), m_random(random), m_locale(input.person.english ? u"en"_s : u"fr"_s)
    {
    }

    Story tell()
    {
        begin();
        const qsizetype turns = turnsTold();
        for (qsizetype i = 0; i < turns && (i == 0 || moveOn(isOurs(m_in.scenario.turns[i]))); ++i)
            tellTurn(m_in.scenario.turns[i]);
        end();
        return std::move(m_story);
    }

private:
    void moveTo(const QDateTime &at)
    {
        m_clock.jump(std::chrono::milliseconds(m_clock.now().msecsTo(at)));
        m_at = at;
    }

    void begin()
    {
        moveTo(m_in.receivedAt);
        Ticket &ticket = m_story.ticket;
        ticket.id = newId<TicketId>(m_clock, m_random);
        ticket.channel = oneOf(m_in.scenario.channels);
        ticket.priority = m_in.scenario.priority;
        ticket.category = m_in.staff.category(m_in.scenario.category);
        ticket.team = m_in.staff.team(m_in.scenario.team);
        ticket.language = m_in.person.english ? u"en"_s : u"fr"_s;
        ticket.customer = m_in.person.customer.id;
        ticket.receivedAt = m_in.receivedAt;
        ticket.waitingSince = m_in.receivedAt;
        if (m_in.scenario.subjects.join(u' ').contains(u"{commande}") || m_random.below(3) != 0)
            ticket.order = m_in.order.id;
        for (const QString &tag : m_in.scenario.tags)
            ticket.tags.append(m_in.staff.tag(tag));
        m_agent = pickAgent(ticket.team);
        fillWords();
        ticket.subject = worded(oneOf(m_in.scenario.subjects), m_words, m_random);
    }

    /// Old conversations are finished; young ones have got as far as their hours allow.
    qsizetype turnsTold()
    {
        const qint64 hours = m_in.receivedAt.secsTo(m_in.now) / 3600;
        const qsizetype all = m_in.scenario.turns.size();
        if (hours > 24 * 12 || (hours > 24 * 3 && m_random.below(4) != 0)) return all;
        const qsizetype possible = 1 + hours / 3;
        qsizetype told = std::min({all, possible, 1 + qsizetype(m_random.below(quint64(all)))});
        // Few customers wait for an answer for longer than a day.
        while (hours > 24 && told < all && m_in.scenario.turns[told - 1].voice != Voice::Agent
               && m_random.below(20) != 0)
            ++told;
        return told;
    }

    static bool isOurs(const Turn &turn) { return turn.voice == Voice::Agent || turn.voice == Voice::Note; }

    void tellTurn(const Turn &turn)
    {
        if (isOurs(turn) && m_story.ticket.assignee.isEmpty()) assign();
        Message message = blank(turn);
        message.text = worded(turn.text, m_words, m_random);
        if (turn.voice == Voice::Customer || turn.voice == Voice::Call)
            hear(message, turn);
        else if (turn.voice == Voice::Agent)
            answer(message);
        if (!turn.attachment.isEmpty()) attach(message, turn.attachment);
        m_story.messages.append(message);
        if (turn.voice == Voice::Agent)
            changeStatus(TicketStatus::WaitingCustomer, m_agent.id.value);
        else if (turn.voice == Voice::Customer && m_story.ticket.status == TicketStatus::WaitingCustomer)
            changeStatus(TicketStatus::Open, {});
    }

    Message blank(const Turn &turn)
    {
        Message message;
        message.id = newId<MessageId>(m_clock, m_random);
        message.ticket = m_story.ticket.id;
        message.channel = turn.voice == Voice::Call ? Channel::Phone : m_story.ticket.channel;
        message.at = m_at;
        message.writtenAt = m_at;
        message.kind = turn.voice == Voice::Note ? MessageKind::Note
            : turn.voice == Voice::Call          ? MessageKind::Call
                                                 : MessageKind::Public;
        message.author = ActorId{m_agent.id.value};
        message.direction = Direction::Outgoing;
        return message;
    }

    void hear(Message &message, const Turn &turn)
    {
        Ticket &ticket = m_story.ticket;
        message.direction = Direction::Incoming;
        ticket.lastCustomerMessageAt = m_at;
        if (!ticket.waitingSince.isValid()) ticket.waitingSince = m_at;
        if (turn.voice == Voice::Call) {
            message.callSeconds = 60 + int(m_random.below(400));
            message.ringSeconds = 4 + int(m_random.below(m_random.below(10) != 0 ? 22 : 60));
            if (!ticket.firstResponseAt.isValid()) ticket.firstResponseAt = m_at; // it was answered
            return;
        }
        message.author = ActorId{ticket.customer.value};
        if (ticket.channel != Channel::Email) return;
        const EmailAddress &from = m_in.person.customer.emails.first();
        message.sender = from;
        message.toAddresses = {teamAddress()};
        message.subject = m_story.messages.isEmpty() ? ticket.subject : u"Re: "_s + ticket.subject;
        message.emailMessageId = newUuid7(m_clock, m_random) + u'@' + from.address.section(u'@', 1);
        sign(message);
        continueThread(message);
        if (m_lastOwn && m_random.below(3) != 0) quote(message);
    }

    void sign(Message &message)
    {
        const Customer &customer = m_in.person.customer;
        message.text += u"\n\n"_s + customer.name;
        if (m_story.messages.isEmpty() && !customer.organizations.isEmpty())
            message.text += u'\n' + customer.organizations.first() + u'\n' + customer.phones.first().number;
    }

    void quote(Message &message)
    {
        const QString when = m_locale.toString(
            m_lastOwn->at, m_in.person.english ? u"d MMM yyyy 'at' HH:mm"_s : u"ddd d MMM yyyy 'à' HH:mm"_s);
        const QString head = m_in.person.english ? u"On %1, Comptoir du Toner <%2> wrote:"_s
                                                 : u"Le %1, Comptoir du Toner <%2> a écrit :"_s;
        message.text += u"\n\n"_s + head.arg(when, teamAddress().address);
        for (const QString &line : m_lastOwn->text.split(u'\n'))
            message.text += u"\n> "_s + line;
    }

    void answer(Message &message)
    {
        Ticket &ticket = m_story.ticket;
        message.text += u"\n\n"_s + m_agent.name + u"\nComptoir du Toner"_s;
        message.delivery = Delivery::Sent;
        message.sendAfter = m_at.addSecs(13);
        message.deliveryLog = {{message.sendAfter, Delivery::Sent, u"250 OK"_s}};
        message.basedOn = m_story.messages.isEmpty() ? MessageId() : m_story.messages.last().id;
        ticket.lastAgentMessageAt = m_at;
        ticket.waitingSince = {};
        if (!ticket.firstResponseAt.isValid()) ticket.firstResponseAt = m_at;
        if (ticket.channel == Channel::Email || ticket.channel == Channel::Phone || ticket.channel == Channel::Form) {
            message.channel = Channel::Email;
            message.sender = teamAddress();
            message.toAddresses = m_in.person.customer.emails;
            message.subject = u"Re: "_s + ticket.subject;
            message.emailMessageId = message.id.value + u"@comptoir-toner.example"_s;
            continueThread(message);
        }
        m_lastOwn = message;
    }

    void continueThread(Message &message)
    {
        message.emailReferences = m_thread;
        if (!m_thread.isEmpty()) {
            message.emailInReplyTo = m_thread.last();
            message.joinedBecause = u"messageId"_s;
        }
        m_thread.append(message.emailMessageId);
    }

    void attach(Message &message, const QString &name)
    {
        AttachedFile file;
        file.content = onePagePdf({name, m_story.ticket.subject, m_in.order.number});
        file.attachment.id = newId<AttachmentId>(m_clock, m_random);
        file.attachment.message = message.id;
        file.attachment.ticket = message.ticket;
        file.attachment.name = name;
        file.attachment.type = u"application/pdf"_s;
        file.attachment.size = file.content.size();
        message.attachments = {file.attachment.id};
        m_story.files.append(file);
    }

    void event(const QList<FieldChange> &changes, const QString &actor)
    {
        Message message;
        message.id = newId<MessageId>(m_clock, m_random);
        message.ticket = m_story.ticket.id;
        message.kind = MessageKind::Event;
        message.channel = m_story.ticket.channel;
        message.author = ActorId{actor};
        message.at = m_at;
        message.writtenAt = m_at;
        message.changes = changes;
        m_story.messages.append(message);
    }

    void assign()
    {
        Ticket &ticket = m_story.ticket;
        event({{u"assignee"_s, {}, m_agent.id.value}}, m_agent.id.value);
        ticket.assignee = m_agent.id;
        ticket.customerOwner = m_agent.id;
        if (ticket.status == TicketStatus::New) changeStatus(TicketStatus::Open, m_agent.id.value);
    }

    void changeStatus(TicketStatus to, const QString &actor)
    {
        TicketStatus &status = m_story.ticket.status;
        event({{u"status"_s, wireName(status), wireName(to)}}, actor);
        status = to;
    }

    void end()
    {
        Ticket &ticket = m_story.ticket;
        const bool complete = publicTurns() == wantedTurns();
        const qint64 quietHours = m_at.secsTo(m_in.now) / 3600;
        if (complete && quietHours > 20) {
            if (ticket.assignee.isEmpty()) assign();
            moveTo(m_at.addSecs(3600));
            changeStatus(TicketStatus::Resolved, m_agent.id.value);
            ticket.resolvedAt = m_at;
            ticket.waitingSince = {};
            if (quietHours > 24 * 8) {
                moveTo(m_at.addDays(7));
                changeStatus(TicketStatus::Closed, {});
                ticket.closedAt = m_at;
            }
            return;
        }
        // Some of the younger ones were taken, and some answers were begun, by agents who went to lunch.
        if (ticket.assignee.isEmpty() && m_random.below(2) == 0 && quietHours > 0) assign();
        if (ticket.status == TicketStatus::Open && m_random.below(6) == 0) draft();
    }

    void draft()
    {
        Draft draft;
        draft.id = newId<DraftId>(m_clock, m_random);
        draft.agent = m_agent.id;
        draft.ticket = m_story.ticket.id;
        draft.toAddresses = m_in.person.customer.emails;
        draft.text = m_words.value(u"bonjour"_s) + u"\n\n"_s
            + (m_in.person.english ? u"Thank you for your message. I have asked our warehouse and"_s
                                   : u"Merci pour votre message. J’ai posé la question à l’entrepôt et"_s);
        draft.basedOn = m_story.messages.last().id;
        draft.writtenAt = m_at;
        m_story.drafts.append(draft);
    }

    [[nodiscard]] qsizetype publicTurns() const
    {
        return std::count_if(m_story.messages.cbegin(), m_story.messages.cend(),
                             [](const Message &message) { return message.kind != MessageKind::Event; });
    }
    [[nodiscard]] qsizetype wantedTurns() const { return m_in.scenario.turns.size(); }

    /// How long the next turn takes, in seconds: a shop that keeps most of what it promises, and customers who take
    /// their time.
    qint64 pauseBefore(bool ours)
    {
        const bool isLate = m_random.below(14) == 0;
        if (isLive()) return ours && !isLate ? 5 + qint64(m_random.below(40)) : 30 + qint64(m_random.below(900));
        return ours && !isLate ? 600 + qint64(m_random.below(9'000)) : 1200 + qint64(m_random.below(60'000));
    }

    [[nodiscard]] bool isLive() const
    {
        return m_story.ticket.channel == Channel::Chat || m_story.ticket.channel == Channel::Phone;
    }

    /// The same instant, or soon after the next opening.
    QDateTime whileOpen(QDateTime at)
    {
        const int soon = isLive() ? 40 : 2400; // seconds
        const auto opening = [&](const QDate &day, int hour) {
            return QDateTime(day, QTime(hour, 0), Qt::UTC).addSecs(qint64(m_random.below(quint64(soon))));
        };
        const int hour = at.time().hour();
        if (hour >= 12 && hour < 14) at = opening(at.date(), 14);
        if (hour < 8) at = opening(at.date(), 8);
        if (hour >= 18) at = opening(at.date().addDays(1), 8);
        while (at.date().dayOfWeek() > 5)
            at = opening(at.date().addDays(1), 8);
        return at;
    }

    /// In working hours. False where the next turn has not come yet: the story ends there.
    bool moveOn(bool ours)
    {
        const QDateTime at = whileOpen(m_at.addSecs(pauseBefore(ours)));
        if (at >= m_in.now) return false;
        moveTo(at);
        return true;
    }

    template <class V> V oneOf(const QList<V> &list) { return list[qsizetype(m_random.below(quint64(list.size())))]; }

    Agent pickAgent(const TeamId &team)
    {
        QList<Agent> members;
        for (const Agent &agent : m_in.staff.agents) {
            if (agent.teams.contains(team) && agent.roles == QList<Role>{Role::Agent}) members.append(agent);
        }
        return oneOf(members);
    }

    [[nodiscard]] EmailAddress teamAddress() const
    {
        for (const Team &team : m_in.staff.teams) {
            if (team.id == m_story.ticket.team) return team.email;
        }
        return {};
    }

    void fillWords()
    {
        const Customer &customer = m_in.person.customer;
        const bool english = m_in.person.english;
        const QString title =
            english ? (m_in.person.woman ? u"Mrs"_s : u"Mr"_s) : (m_in.person.woman ? u"Madame"_s : u"Monsieur"_s);
        const QStringList days = english ? QStringList{u"yesterday"_s, u"on Monday"_s, u"on Thursday"_s}
                                         : QStringList{u"hier"_s, u"lundi"_s, u"jeudi"_s};
        m_words = {
            {u"bonjour"_s, (english ? u"Dear "_s : u"Bonjour "_s) + title + u' ' + m_in.person.lastName + u','},
            {u"toner"_s, m_in.goods.toner.name},
            {u"imprimante"_s, m_in.goods.printer.name},
            {u"commande"_s, m_in.order.number},
            {u"montant"_s, amount()},
            {u"livraison"_s, oneOf(days)},
            {u"jour"_s, oneOf(days)},
            {u"commune"_s, customer.addresses.first().full.section(u',', 0, 0)},
            {u"telephone"_s, customer.phones.first().number},
            {u"societe"_s, customer.organizations.value(0, u"Établissements "_s + m_in.person.lastName)},
            {u"nomcomplet"_s, customer.name},
            {u"nom2"_s, oneOf(QStringList{u"Konan"_s, u"Touré"_s, u"Kacou"_s})},
            {u"quantite"_s, QString::number(2 + m_random.below(3))},
            {u"total"_s, QString::number(6 + 2 * m_random.below(10))},
        };
    }

    [[nodiscard]] QString amount() const
    {
        return m_locale.toString(m_in.order.total.amount).replace(QChar(0x202f), QChar(0xa0)) + QChar(0xa0) + u"FCFA"_s;
    }

    const StoryInput &m_in;
    ManualClock &m_clock;
    Random &m_random;
    QLocale m_locale;
    Story m_story;
    Agent m_agent;
    QDateTime m_at;
    QHash<QString, QString> m_words;
    QStringList m_thread;
    std::optional<Message> m_lastOwn;
};

} // namespace

Story tell(const StoryInput &input, ManualClock &clock, Random &random) { return Teller(input, clock, random).tell(); }

} // namespace akwaba::demo
