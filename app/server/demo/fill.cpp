// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/demo/fill.h"

#include "app/server/demo/escalations.h"
#include "app/server/demo/generator.h"
#include "app/server/macros/firstmacros.h"
#include "app/server/servicelevels/firstpaths.h"
#include "app/server/servicelevels/firstpromises.h"
#include "app/server/store/store.h"
#include "core/base/id.h"

namespace akwaba::demo {

using namespace Qt::StringLiterals;
using store::Writer;

namespace {

constexpr qsizetype rowsPerTransaction = 200;

template <class T> Result<void> putAll(store::Store &store, const QList<T> &rows)
{
    for (qsizetype from = 0; from < rows.size(); from += rowsPerTransaction) {
        const QList<T> slice = rows.mid(from, rowsPerTransaction);
        const Result<void> written = store.write([&slice](Writer &writer) -> Result<void> {
            for (const T &row : slice) {
                if (Result<T> put = writer.put(row); !put) return tl::unexpected(put.error());
            }
            return {};
        });
        if (!written) return written;
    }
    return {};
}

/// The number is the store's, so that the next real ticket continues after the invented ones.
Result<void> putStory(Writer &writer, const Story &story)
{
    Ticket ticket = story.ticket;
    const Result<QString> number = writer.nextTicketNumber();
    if (!number) return tl::unexpected(number.error());
    ticket.number = *number;
    if (Result<Ticket> put = writer.put(ticket); !put) return tl::unexpected(put.error());
    for (const Message &message : story.messages) {
        if (Result<Message> put = writer.put(message); !put) return tl::unexpected(put.error());
    }
    for (const AttachedFile &file : story.files) {
        Attachment attachment = file.attachment;
        const Result<BlobId> blob = writer.addBlob(file.content, attachment.type);
        if (!blob) return tl::unexpected(blob.error());
        attachment.blob = *blob;
        if (Result<Attachment> put = writer.put(attachment); !put) return tl::unexpected(put.error());
    }
    for (const Draft &draft : story.drafts) {
        if (Result<Draft> put = writer.put(draft); !put) return tl::unexpected(put.error());
    }
    return {};
}

Result<void> putTold(Writer &writer, const Story &story, Escalator &escalator)
{
    const std::optional<Escalated> escalated = escalator.escalate(story);
    if (!escalated) return putStory(writer, story);
    return putStory(writer, escalated->story)
        .and_then([&] { return writer.put(escalated->escalation); })
        .map([](const Escalation &) {});
}

Result<void> putStories(store::Store &store, Generator &generator, Escalator &escalator, FillReport &report,
                        const FillProgress &progress)
{
    std::optional<Story> story = generator.next();
    while (story) {
        const Result<void> written = store.write([&](Writer &writer) -> Result<void> {
            qsizetype rows = 0;
            while (story && rows < rowsPerTransaction) {
                if (Result<void> put = putTold(writer, *story, escalator); !put) return put;
                rows += 1 + story->messages.size();
                report.tickets += 1;
                report.messages += story->messages.size();
                story = generator.next();
            }
            return {};
        });
        if (!written) return written;
        if (progress) progress(report.tickets);
    }
    return {};
}

/// As if the shop had promised it before its first ticket came, and the ministry had said what the moon decided.
servicelevels::ServiceLevels promisedBy(const Generator &generator)
{
    const QDateTime now = generator.settings().now;
    const ManualClock clock(now.addYears(-1));
    SeededRandom random(generator.settings().seed); // other dice than those of the stories
    servicelevels::ServiceLevels promised = servicelevels::firstPromises(clock, random, clock.now(), false);
    for (Holiday &holiday : promised.holidays) {
        if (holiday.state != HolidayState::Planned || holiday.from > now.date()) continue;
        holiday.state = HolidayState::Confirmed;
        holiday.confirmedAt = QDateTime(holiday.from.addDays(-1), QTime(19, 30), Qt::UTC);
    }
    return promised;
}

/// The supervisors have a team of their own, to which one can escalate.
Staff withSupervision(const Generator &generator, const Clock &clock, Random &random)
{
    Staff staff = generator.staff();
    Team team;
    team.id = newId<TeamId>(clock, random);
    team.name = u"Supervision"_s;
    staff.teams.append(team);
    for (Agent &agent : staff.agents) {
        if (agent.roles.contains(Role::Supervisor)) agent.teams.append(team.id);
    }
    return staff;
}

MacroStep does(MacroAct act, const QString &value) { return {act, value, {}, {}}; }

/// Besides those of every company one that uses what this one has: tags, categories and a second tier.
macros::FirstMacros answersOf(const Staff &staff, const Clock &clock, Random &random)
{
    macros::FirstMacros answers = macros::firstMacros(clock, random);
    Macro exchange;
    exchange.id = newId<MacroId>(clock, random);
    exchange.nameFr = u"Toner défectueux : échange"_s;
    exchange.nameEn = u"Faulty toner: exchange"_s;
    exchange.conditions = {
        {u"category"_s, {staff.category(u"technique"_s).value, staff.category(u"technique/qualite"_s).value}, false}};
    exchange.position = int(answers.macros.size()) + 1;
    exchange.steps = {
        {MacroAct::Reply,
         {},
         u"Bonjour {{customer.name}},\n\nLe tambour est en bon état : c’est le toner. Nous vous en envoyons un neuf, "
         "sans frais, pour la commande {{order.number}}.\n\nBien cordialement,\n{{agent.name}}"_s,
         u"Hello {{customer.name}},\n\nThe drum is in good order: it is the toner. We send you a new one, free of "
         "charge, for order {{order.number}}.\n\nKind regards,\n{{agent.name}}"_s},
        does(MacroAct::Status, u"resolved"_s),
        does(MacroAct::Category, staff.category(u"technique/qualite"_s).value),
        does(MacroAct::AddTag, staff.tag(u"toner"_s).value),
        does(MacroAct::Team, staff.team(u"technique"_s).value)};
    answers.macros.append(exchange);
    return answers;
}

} // namespace

Result<FillReport> fill(store::Store &store, Generator &generator, const QString &password,
                        const FillProgress &progress)
{
    FillReport report;
    const ManualClock clock(generator.settings().now.addYears(-1));
    SeededRandom random(generator.settings().seed + 2); // other dice than those of the stories
    const Staff staff = withSupervision(generator, clock, random);
    const servicelevels::ServiceLevels promised = promisedBy(generator);
    const TeamId experts = staff.team(u"technique"_s);
    const QList<EscalationPath> paths = servicelevels::firstPaths(
        promised.calendars.last().id, {experts, experts, staff.teams.last().id}, clock, random);
    const macros::FirstMacros answers = answersOf(staff, clock, random);
    const sla::Rules rules(promised.calendars, promised.holidays, promised.policies);
    Escalator escalator(staff, paths, rules, generator.settings());
    Result<void> done = putAll(store, promised.calendars)
                            .and_then([&] { return putAll(store, promised.holidays); })
                            .and_then([&] { return putAll(store, promised.policies); })
                            .and_then([&] { return putAll(store, staff.teams); })
                            .and_then([&] { return putAll(store, paths); })
                            .and_then([&] { return putAll(store, staff.agents); })
                            .and_then([&] { return putAll(store, staff.categories); })
                            .and_then([&] { return putAll(store, staff.tags); })
                            .and_then([&] { return putAll(store, answers.modules); })
                            .and_then([&] { return putAll(store, answers.macros); })
                            .and_then([&] { return putAll(store, generator.catalogue().products); })
                            .and_then([&] { return putAll(store, generator.customers()); })
                            .and_then([&] { return putAll(store, generator.orders()); })
                            .and_then([&] { return putStories(store, generator, escalator, report, progress); });
    for (const Agent &agent : staff.agents) {
        if (done && !password.isEmpty()) done = store.setPassword(agent.id, password);
    }
    if (!done) return tl::unexpected(done.error());
    report.agents = staff.agents;
    return report;
}

} // namespace akwaba::demo
