// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/servicelevels/figureshop.h"

#include "app/server/intents/ticketrules.h"
#include "app/server/servicelevels/livefigures.h"

using namespace Qt::StringLiterals;

namespace akwaba::servicelevels {

namespace {

constexpr qsizetype rowsAtOnce = 500;

} // namespace

QDateTime utc(int month, int day, int hour, int minute)
{
    return {QDate(2026, month, day), QTime(hour, minute), Qt::UTC};
}

FigureShop::FigureShop(quint64 seed) : StoreFixture(seed), m_opening(calendar(false)), m_days(calendar(true))
{
    for (const QString &name : {u"Support"_s, u"Atelier"_s, u"Livraison"_s})
        m_teams.append(team(name).id);
    addPolicies();
    addHolidays();
    addPeople();
}

void FigureShop::invent(int tickets)
{
    QList<AgentId> agents;
    for (const Agent &agent : std::as_const(m_agents))
        agents.append(agent.id);
    TicketLives lives(clock, random, {utc(10, 20, 0), utc(12, 1, 12), m_teams, agents});
    for (int i = 0; i < tickets; ++i)
        m_lives.append({lives.next(), 0});
}

void FigureShop::liveUntil(const QDateTime &now)
{
    clock.advance(std::chrono::milliseconds(clock.now().msecsTo(now)));
    QList<Ticket> tickets;
    QList<Message> messages;
    for (Life &life : m_lives)
        tell(life, tickets, messages);
    putAll(tickets);
    putAll(messages);
    lookAround(tickets);
    while (must(m_keeper.keepSome())) { }
}

LiveFigures FigureShop::figures() { return must(liveFigures(must(store->read()), clock.now(), connected())); }

template <class T> void FigureShop::putAll(const QList<T> &rows)
{
    for (qsizetype from = 0; from < rows.size(); from += rowsAtOnce) {
        write([&](store::Writer &writer) -> Result<void> {
            for (const T &row : rows.mid(from, rowsAtOnce)) {
                if (const auto put = writer.put(row); !put) return tl::unexpected(put.error());
            }
            return {};
        });
    }
}

/// What happened since the last time.
void FigureShop::tell(Life &each, QList<Ticket> &tickets, QList<Message> &messages) const
{
    const QList<Message> &all = each.life.messages;
    const qsizetype before = each.told;
    while (each.told < all.size() && all.at(each.told).at <= clock.now())
        ++each.told;
    if (each.told == before) return;
    messages += all.mid(before, each.told - before);
    tickets.append(ticketAt(each.life, clock.now()));
    intents::deriveInstants(tickets.last(), all.first(each.told));
}

/// Who is there, what is being written and who was asked for help, as of now; the fifth was there until right now.
void FigureShop::lookAround(const QList<Ticket> &tickets)
{
    for (qsizetype i = 0; i < m_devices.size(); ++i) {
        m_devices[i].lastSeenAt = clock.now().addSecs(-i * 180);
        m_devices[i] = put(m_devices.at(i));
    }
    QList<Draft> drafts;
    QList<Escalation> escalations;
    for (const Ticket &ticket : tickets) {
        if (random.below(9) == 0) drafts.append(draft(ticket));
        if (random.below(50) == 0) escalations.append(escalation(ticket));
    }
    putAll(drafts);
    putAll(escalations);
}

Draft FigureShop::draft(const Ticket &ticket)
{
    Draft made;
    made.id = id<DraftId>();
    made.agent = m_agents.at(qsizetype(random.below(quint64(m_agents.size())))).id;
    made.ticket = ticket.id;
    made.text = u"Bonjour"_s;
    return made;
}

Escalation FigureShop::escalation(const Ticket &ticket)
{
    const auto aroundNow = [this] { return clock.now().addSecs(1800 * (qint64(random.below(96)) - 48)); };
    Escalation made;
    made.id = id<EscalationId>();
    made.ticket = ticket.id;
    made.state = EscalationState(random.below(EnumNames<EscalationState>::all.size()));
    made.openedAt = clock.now();
    made.pickupDueAt = aroundNow();
    made.stepDueAt = aroundNow();
    if (!isOpen(made.state)) made.closedAt = clock.now();
    return made;
}

Calendar FigureShop::calendar(bool isWholeDays)
{
    Calendar made;
    made.id = id<CalendarId>();
    CalendarVersion version;
    version.since = clock.now().addYears(-1);
    version.zone = u"Africa/Abidjan"_s;
    for (int day = 1; day <= 5; ++day) {
        if (isWholeDays)
            version.weekly += WeeklyHours{day, {0, 24 * 60}};
        else
            version.weekly << WeeklyHours{day, {8 * 60, 12 * 60}} << WeeklyHours{day, {14 * 60, 18 * 60}};
    }
    made.versions = {version};
    return put(made);
}

/// For one channel, or the last for all others.
void FigureShop::addPolicy(const QString &channel, const QList<SlaTarget> &targets,
                           const std::function<void(SlaPolicyVersion &)> &more)
{
    SlaPolicy policy;
    policy.id = id<SlaPolicyId>();
    SlaPolicyVersion version;
    version.since = clock.now().addYears(-1);
    version.position = m_policies++;
    if (!channel.isEmpty()) version.conditions = {{u"channel"_s, {channel}}};
    version.targets = targets;
    if (more) more(version);
    policy.versions = {version};
    put(policy);
}

void FigureShop::addPolicies()
{
    constexpr auto business = ClockUnit::Business;
    const CalendarId opening = m_opening.id;
    const CalendarId days = m_days.id;
    addPolicy(u"chat"_s,
              {{Target::FirstResponse, business, 1800, opening},
               {Target::NextResponse, business, 3600, opening},
               {Target::Update, business, 4 * 3600, opening},
               {Target::Resolution, business, 8 * 3600, opening}},
              [](SlaPolicyVersion &version) { version.atRiskPercents = {60, 90}; });
    addPolicy(u"phone"_s,
              {{Target::FirstResponse, ClockUnit::Wall, 2 * 3600, {}},
               {Target::NextResponse, ClockUnit::Wall, 4 * 3600, {}},
               {Target::Resolution, business, 16 * 3600, opening}});
    addPolicy(u"form"_s,
              {{Target::FirstResponse, business, 24 * 3600, days},
               {Target::NextResponse, business, 24 * 3600, days},
               {Target::Update, business, 16 * 3600, opening},
               {Target::Resolution, ClockUnit::BusinessDays, 5, opening}},
              [](SlaPolicyVersion &version) {
                  version.pausesForThirdParty = true;
                  version.enforceFrom = utc(11, 1, 0);
              });
    addPolicy({},
              {{Target::FirstResponse, business, 4 * 3600, opening},
               {Target::NextResponse, business, 8 * 3600, opening},
               {Target::Update, business, 24 * 3600, opening},
               {Target::Resolution, business, 40 * 3600, opening}});
}

void FigureShop::addHoliday(const QDate &from, const QDate &to, const HoursOfADay &closed, HolidayState state)
{
    Holiday holiday;
    holiday.id = id<HolidayId>();
    holiday.from = from;
    holiday.to = to;
    holiday.closed = closed;
    holiday.nameFr = u"Tabaski"_s;
    holiday.nameEn = u"Tabaski"_s;
    holiday.state = state;
    if (state != HolidayState::Planned) holiday.confirmedAt = clock.now().addYears(-1);
    if (state == HolidayState::Cancelled) holiday.cancelledAt = clock.now().addMonths(-11);
    put(holiday);
}

/// All were decided before the first ticket: other rules for a clock that runs are left to tst_clockkeeper.
void FigureShop::addHolidays()
{
    const HoursOfADay whole{0, 24 * 60};
    const HoursOfADay afternoon{12 * 60, 24 * 60};
    addHoliday(QDate(2026, 10, 29), QDate(2026, 10, 30), whole, HolidayState::Confirmed);
    addHoliday(QDate(2026, 11, 16), QDate(2026, 11, 16), whole, HolidayState::Confirmed);
    addHoliday(QDate(2026, 11, 26), QDate(2026, 11, 26), afternoon, HolidayState::Confirmed);
    addHoliday(QDate(2026, 11, 24), QDate(2026, 11, 24), whole, HolidayState::Planned);
    addHoliday(QDate(2026, 12, 2), QDate(2026, 12, 2), whole, HolidayState::Cancelled);
}

/// Twelve, of whom one is gone and one answers nobody.
void FigureShop::addPeople()
{
    const QList<QList<Role>> roles{
        {Role::Agent}, {Role::Editor}, {Role::Editor, Role::Supervisor}, {Role::Agent, Role::Editor}};
    for (int i = 0; i < 12; ++i) {
        Agent made = agent(u"Agent%1"_s.arg(i), {m_teams.at(i % 3)}, roles.at(i < 4 ? i : 0));
        made.state = AgentState(i % 4);
        made.active = i != 11;
        m_agents.append(put(made));
        Device device;
        device.id = id<DeviceId>();
        device.agent = made.id;
        device.state = i == 2 ? DeviceState::Revoked : DeviceState::Active;
        m_devices.append(device);
    }
}

} // namespace akwaba::servicelevels
