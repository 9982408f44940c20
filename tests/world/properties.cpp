// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "properties.h"

#include "app/server/store/tablecopy.h"
#include "core/database/statement.h"
#include "core/database/table.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QMap>

#include <algorithm>

namespace akwaba::world {

using namespace Qt::StringLiterals;

namespace {

/// As it would come out of a table: both sides went through one, but of different schemas.
QJsonObject normalised(const TypeInfo &type, const QJsonObject &record)
{
    QJsonObject result;
    for (const FieldInfo &field : type.fields) {
        const QJsonValue value = fromColumn(field, toColumn(field, record.value(field.name)));
        if (!value.isUndefined()) result.insert(field.name, value);
    }
    return result;
}

QString difference(const QJsonObject &here, const QJsonObject &there)
{
    QStringList names;
    for (const QString &name : there.keys() + here.keys()) {
        if (here.value(name) != there.value(name) && !names.contains(name)) names.append(name);
    }
    return names.join(u',');
}

using Rows = QMap<QString, QJsonObject>; // by id

/// What the window (core/cache/window.h) makes of the tickets that the server shows: whoever compares with what is here
/// may demand no more than what is inside now, and allow no more than what was a little while ago.
class Expected {
public:
    Expected(FakeWorld &world, WorldConsole &console)
        : m_console(console), m_now(windowStart(console.window(), world.clock().now())),
          m_before(windowStart(console.window(), console.cache().asOf().addSecs(-2 * 3'600))),
          m_atWork(console.outbox().ticketsAtWork().value_or(QSet<QString>())),
          m_tickets(console.rows(typeInfo<Ticket>()))
    {
        for (const QJsonObject &record : world.server().visible(typeInfo<Draft>(), console.me().device)) {
            const Draft draft = must(fromJson<Draft>(record));
            if (draft.agent == console.me().me) m_drafts.insert(draft.ticket.value);
        }
    }

    [[nodiscard]] Rows of(const TypeInfo &type, Rows there) const
    {
        if (console().window().days == 0) return there;
        const bool hangs = goesWithTicket(type);
        there.removeIf([&](std::pair<const QString &, QJsonObject &> row) {
            if (hangs) return !m_tickets.contains(row.second.value(u"ticket"_s).toString());
            return type.name == u"Ticket" && !isExpected(row.first, row.second);
        });
        return there;
    }

private:
    [[nodiscard]] WorldConsole &console() const { return m_console; }
    [[nodiscard]] bool isExpected(const QString &id, const QJsonObject &record) const
    {
        const Ticket ticket = must(fromJson<Ticket>(record));
        if (isInside(ticket, m_now, console().me().me) || m_drafts.contains(id)) return true;
        const bool isAllowed = isInside(ticket, m_before, console().me().me) || m_atWork.contains(id);
        return isAllowed && m_tickets.contains(id);
    }

    WorldConsole &m_console;
    const QDateTime m_now;
    const QDateTime m_before;
    const QSet<QString> m_atWork;
    const Rows m_tickets; // that are here
    QSet<QString> m_drafts; // tickets with drafts of this agent
};

void compare(FakeWorld &world, WorldConsole &console, const TypeInfo &type)
{
    const Rows here = console.rows(type);
    const Rows there = Expected(world, console).of(type, world.server().visible(type, console.me().device));
    const QString where = u"P1: console %1, %2 "_s.arg(console.number()).arg(type.name);
    for (auto it = there.begin(); it != there.end(); ++it) {
        if (!here.contains(it.key())) {
            world.violations.append(where + it.key() + u" is missing"_s);
            continue;
        }
        if (here.value(it.key()) == it.value()) continue;
        const QString names = difference(normalised(type, here.value(it.key())), normalised(type, it.value()));
        if (!names.isEmpty()) world.violations.append(where + it.key() + u" differs in "_s + names);
    }
    for (auto it = here.begin(); it != here.end(); ++it) {
        if (!there.contains(it.key())) world.violations.append(where + it.key() + u" should not be there"_s);
    }
}

qint64 count(Database &file, const QString &sql, const QString &value)
{
    Statement statement(file, sql);
    statement.bind(0, value);
    return must(statement.first([](const Statement &row) { return row.integer(0); })).value_or(0);
}

/// P3 of everything: one intent changes the database in one transaction, or none.
void checkOnce(FakeWorld &world, const Deed &deed)
{
    const qint64 transactions =
        count(world.server().file(), u"SELECT count(DISTINCT txn) FROM change_log WHERE intent = ?"_s, deed.iid);
    // What a device was told and the ledger forgot is done once more for a machine that was set back, where it may be.
    if (transactions > 1 && !(deed.setBack && deed.message.isEmpty()))
        world.violations.append(u"P3: %1 %2 took effect %3 times"_s.arg(deed.op, deed.iid).arg(transactions));
    if (deed.cancelled && !deed.setBack && transactions > 0)
        world.violations.append(u"P3: %1 %2 was undone and took effect"_s.arg(deed.op, deed.iid));
}

void checkMessage(FakeWorld &world, const Deed &deed, bool accepted)
{
    Database &file = world.server().file();
    const bool ticketLives = count(file, u"SELECT count(*) FROM tickets WHERE id = ?"_s, deed.ticket) == 1;
    const qint64 messages = count(file, u"SELECT count(*) FROM messages WHERE \"text\" = ?"_s, wordsOf(deed.message));
    const qint64 expected = accepted && ticketLives ? 1 : 0;
    const bool mayBe = deed.setBack && messages <= 1; // refused when it came again, since it was there
    if (messages != expected && !mayBe) {
        const QString what = accepted ? u"P2: accepted"_s : u"P3: refused"_s;
        world.violations.append(what + u" %1 %2 is there %3 times"_s.arg(deed.op, deed.iid).arg(messages));
    }
    // Who is told that it is there already has been told the truth, unless the server lost it since.
    if (!accepted && messages == 0 && ticketLives && !world.server().countsAsRestored()
        && world.console(deed.console).reasonOf(deed.iid) == wireName(Reason::AlreadyExists))
        world.violations.append(u"P2: %1 %2 was refused as done, and is not there"_s.arg(deed.op, deed.iid));
    const qint64 jobs = count(file, u"SELECT count(*) FROM mail_jobs WHERE message = ?"_s, deed.message);
    const bool isMail = deed.op == u"message.reply" || deed.op == u"escalation.request";
    // What a restored server was told again is not to be mailed again, nor by itself what nobody knows of.
    const bool needsJob = isMail && accepted && ticketLives && !world.server().countsAsRestored();
    const bool jobMissing = needsJob && jobs != 1;
    const bool refused = !accepted && !deed.setBack;
    if (jobs > 1 || (!isMail && jobs > 0) || (refused && jobs > 0) || jobMissing)
        world.violations.append(u"P3: %1 %2 has %3 mail jobs"_s.arg(deed.op, deed.iid).arg(jobs));
}

/// The same console did something later to the draft that this one saves: what was not sent by then never is.
bool isSuperseded(const Deed &deed, const QList<Deed> &deeds)
{
    if (deed.words.isEmpty()) return false;
    const auto later = std::find_if(deeds.crbegin(), deeds.crend(), [&deed](const Deed &other) {
        return other.console == deed.console && other.draft == deed.draft;
    });
    return later->iid != deed.iid;
}

/// What each console says became of its intents.
QList<QHash<QString, QString>> statesOf(FakeWorld &world)
{
    QList<QHash<QString, QString>> states;
    for (int i = 0; i < world.consoles(); ++i)
        states.append(world.console(i).intentStates());
    return states;
}

} // namespace

void checkConvergence(FakeWorld &world)
{
    for (int i = 0; i < world.consoles(); ++i)
        checkConvergence(world, i);
}

void checkConvergence(FakeWorld &world, int console)
{
    for (const TypeInfo *type : syncedTypes())
        compare(world, world.console(console), *type);
}

void checkConvergenceOf(FakeWorld &world, const TypeInfo &type)
{
    for (int i = 0; i < world.consoles(); ++i)
        compare(world, world.console(i), type);
}

MessageId messageOf(const Command &command)
{
    return std::visit(
        [](const auto &c) {
            if constexpr (requires { MessageId{c.id}; })
                return MessageId{c.id};
            else if constexpr (requires { c.escalation.notice; })
                return c.escalation.notice;
            else
                return MessageId{};
        },
        command);
}

void checkDeeds(FakeWorld &world, const QList<Deed> &deeds)
{
    const QList<QHash<QString, QString>> states = statesOf(world);
    for (const Deed &deed : deeds) {
        const QString state = states.at(deed.console).value(deed.iid);
        if (state.isEmpty() && (deed.uncertain || isSuperseded(deed, deeds))) continue;
        const bool decided = state == u"accepted" || state == u"merged" || state == u"needsReview"
            || state == u"rejected" || state == u"blocked" || state == u"cancelled"; // the last by an erasure
        if (deed.setBack && state.isEmpty()) {
            checkOnce(world, deed);
            if (!deed.message.isEmpty()) checkMessage(world, deed, false);
            continue;
        }
        if (deed.cancelled != state.isEmpty() && !deed.setBack)
            world.violations.append(u"P9: %1 %2 vanished, or came back"_s.arg(deed.op, deed.iid));
        else if (!decided && !deed.cancelled)
            world.violations.append(u"P9: %1 %2 is still %3"_s.arg(deed.op, deed.iid, state));
        const bool accepted = state == u"accepted" || state == u"merged";
        checkOnce(world, deed);
        if (!deed.message.isEmpty()) checkMessage(world, deed, accepted);
    }
}

void checkDrafts(FakeWorld &world, const QList<Deed> &deeds, const SeenInDrafts &seen)
{
    QSet<QString> kept;
    for (const Draft &draft : world.server().all<Draft>())
        kept.insert(draft.text);
    const QList<QHash<QString, QString>> states = statesOf(world);
    for (const Deed &deed : deeds) {
        if (deed.words.isEmpty() || deed.cancelled || deed.setBack || seen.givenUp.contains(deed.words)) continue;
        if (seen.unread.contains(deed.draft) || kept.contains(deed.words) || isSuperseded(deed, deeds)) continue;
        const QString state = states.at(deed.console).value(deed.iid);
        const bool isAccepted = state == u"accepted" || state == u"merged"; // else it is with what was not sent
        if (isAccepted && world.server().find<Ticket>(TicketId{deed.ticket}))
            world.violations.append(
                u"P11: what console %1 wrote in draft %2 is nowhere"_s.arg(deed.console).arg(deed.draft));
    }
}

void checkMail(FakeWorld &world, const QList<Deed> &deeds)
{
    // Where the server was set back to before a reply came, and the machine to before it was sent, nobody knows of it.
    QSet<QByteArray> forgotten;
    for (const Deed &deed : deeds)
        if (deed.setBack && world.server().restores() > 0) forgotten.insert('<' + deed.message.toLatin1() + '@');
    const QMap<QByteArray, int> &mailed = world.server().mailed();
    for (auto mail = mailed.cbegin(); mail != mailed.cend(); ++mail) {
        const QByteArray &id = mail.key();
        const bool isForgotten = forgotten.contains(id.mid(id.indexOf('<'), id.indexOf('@') - id.indexOf('<') + 1));
        if (mail.value() > (isForgotten ? 1 + world.server().restores() : 1))
            world.violations.append(
                u"P3: %1 was mailed %2 times"_s.arg(QString::fromLatin1(mail.key())).arg(mail.value()));
    }
}

void checkOrder(FakeWorld &world, const QList<Deed> &deeds)
{
    QSet<QString> late;
    for (const Deed &deed : deeds) {
        // What was done in a life that its machine has forgotten, and acknowledged, gets another number for nothing.
        if (deed.sentBefore || world.server().everUnknown().contains(deed.op)) late.insert(deed.iid);
    }
    for (int i = 0; i < world.consoles(); ++i) {
        qint64 last = 0;
        for (const WorldConsole::Sent &sent : world.console(i).numbered()) {
            if (!sent.wasSent) world.violations.append(u"P5: console %1 gave a number to what it never sent"_s.arg(i));
            if (!sent.isFree || late.contains(sent.iid)) continue;
            if (sent.dseq < last) world.violations.append(u"P5: console %1 sent in another order"_s.arg(i));
            last = sent.dseq;
        }
    }
    Statement ledger(world.server().file(),
                     u"SELECT device, dseq, seq, iid FROM intent_ledger WHERE seq > 0 ORDER BY device, dseq"_s);
    QString device;
    qint64 seq = 0;
    must(ledger.forEach([&](const Statement &row) {
        if (late.contains(row.text(3))) return;
        if (row.text(0) != device) seq = 0;
        device = row.text(0);
        if (row.integer(2) < seq) world.violations.append(u"P5: dseq %1 was overtaken"_s.arg(row.integer(1)));
        seq = row.integer(2);
    }));
}

namespace {

/// Of an escalation.
struct Step {
    QString from;
    QString to;
};

/// Where it is after all of them, in one order or another: what happened in one instant has no order of its own.
/// Nothing where there is no such order.
std::optional<QString> afterSteps(const QString &state, const QList<Step> &steps)
{
    if (steps.isEmpty()) return state;
    for (qsizetype i = 0; i < steps.size(); ++i) {
        if (steps.at(i).from != state) continue;
        const auto to = fromWireName<EscalationState>(steps.at(i).to);
        QList<Step> others = steps;
        others.removeAt(i);
        if (auto after = afterSteps(to && isOpen(*to) ? steps.at(i).to : QString(), others)) return after;
    }
    return std::nullopt;
}

} // namespace

void checkEscalations(FakeWorld &world)
{
    QMap<QPair<QString, qint64>, QList<Step>> steps; // by ticket and instant
    Statement events(world.server().file(), u"SELECT ticket, \"at\", changes FROM messages WHERE kind = 'event'"_s);
    must(events.forEach([&steps](const Statement &row) {
        for (const QJsonValue &change : QJsonDocument::fromJson(row.text(2).toUtf8()).array()) {
            if (change[u"field"_s] == u"escalation"_s)
                steps[{row.text(0), row.integer(1)}].append({change[u"from"_s].toString(), change[u"to"_s].toString()});
        }
    }));
    QHash<QString, QString> states; // of the one that is open, by ticket
    for (auto moment = steps.begin(); moment != steps.end(); ++moment) {
        QString &state = states[moment.key().first];
        const std::optional<QString> after = afterSteps(state, *moment);
        if (!after)
            world.violations.append(u"E8: an escalation of %1 went on from %2, and was %3"_s.arg(
                moment.key().first, moment->constFirst().from, state));
        state = after.value_or(QString());
    }
}

void checkNumbers(FakeWorld &world)
{
    for (const TypeInfo *type : syncedTypes()) {
        const QString table = quoted(type->table);
        const QVariant without =
            must(world.server().file().value(u"SELECT count(*) FROM %1 WHERE mod_seq = 0"_s.arg(table)));
        if (without.toInt() > 0)
            world.violations.append(u"P4: %1 of %2 have no number"_s.arg(without.toInt()).arg(type->name));
    }
}

void checkNothingPersonal(FakeWorld &world)
{
    Database &file = world.server().file();
    for (const QString &table : {u"change_log"_s, u"change_scope"_s, u"intent_ledger"_s, u"device_progress"_s,
                                 u"scope_member"_s, u"scope_version"_s, u"sync_clock"_s, u"dead_id"_s}) {
        const auto columns = must(store::columnsOf(file, table));
        bool isPersonal = false;
        (void)must(store::writeRows(file, table, columns, [&isPersonal](const QByteArray &row) {
            isPersonal |= row.toLower().contains(canary.data());
            return Result<void>();
        }));
        if (isPersonal) world.violations.append(u"P14: %1 says something personal"_s.arg(table));
    }
}

void checkNoResurrection(FakeWorld &world, const QStringList &destroyed)
{
    Database &file = world.server().file();
    for (const TypeInfo *type : syncedTypes()) {
        for (const QString &id : world.server().ids(*type)) {
            if (count(file, u"SELECT count(*) FROM dead_id WHERE hash = ?"_s, store::deadHash(id)) > 0)
                world.violations.append(u"P8: %1 lives again"_s.arg(id));
        }
    }
    for (const QString &id : destroyed) {
        if (world.server().find<Ticket>(TicketId{id})) world.violations.append(u"P8: "_s + id + u" lives again"_s);
        for (int i = 0; i < world.consoles(); ++i) {
            if (!world.console(i).row(typeInfo<Ticket>(), id).isEmpty())
                world.violations.append(u"P8: console %1 still has "_s.arg(i) + id);
        }
    }
}

} // namespace akwaba::world
