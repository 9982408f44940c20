// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transcript.h"

#include "core/database/database.h"
#include "core/database/statement.h"
#include "core/database/table.h"

#include <QJsonDocument>
#include <QTest>

#include <algorithm>

namespace akwaba {

using namespace Qt::StringLiterals;

namespace {

const QByteArray cacheKey(32, 'c');
const QByteArray outboxKey(32, 'o');
const QString capability = u"https://support.example.ci/jmap/akwaba"_s;

QByteArray json(const QJsonObject &object) { return QJsonDocument(object).toJson(QJsonDocument::Compact); }

} // namespace

Transcript::Transcript() { open(); }
Transcript::~Transcript() { close(); }

void Transcript::open()
{
    auto openedOutbox = Outbox::open(m_folder.filePath(u"outbox.db"_s), outboxKey, clock);
    if (!openedOutbox) qFatal("outbox: %s", qUtf8Printable(openedOutbox.error().detail));
    outbox = std::move(*openedOutbox);
    auto openedCache = Cache::open(m_folder.filePath(u"cache.db"_s), cacheKey);
    if (!openedCache) qFatal("cache: %s", qUtf8Printable(openedCache.error().detail));
    cache = std::move(*openedCache);
    if (!showAllPending(*outbox, *cache, me)) qFatal("pending intents can't be shown");
    engine = std::make_unique<Engine>(*cache, *outbox, clock, random, me, window);
    m_request.reset();
    m_timer.reset();
}

void Transcript::close()
{
    engine.reset();
    cache.reset();
    outbox.reset();
}

void Transcript::crashAndRestart()
{
    close();
    open();
}

Effects Transcript::happens(const SyncEvent &event)
{
    const auto *answered = std::get_if<event::Answered>(&event);
    if (answered != nullptr && m_request == answered->request) m_request.reset();
    Effects effects = engine->step(event);
    for (const Effect &wanted : effects) {
        if (const auto *send = std::get_if<effect::Send>(&wanted)) {
            QTest::qVerify(!m_request, "!m_request", "one request at a time", __FILE__, __LINE__);
            m_request = send->request;
            m_sent = *send;
        } else if (std::holds_alternative<effect::Abort>(wanted)) {
            m_request.reset();
        } else if (const auto *timer = std::get_if<effect::ArmTimer>(&wanted)) {
            m_timer = timer->after;
        } else if (std::holds_alternative<effect::StopTimer>(wanted)) {
            m_timer.reset();
        }
    }
    const bool armed = engine->isTimerArmed();
    QTest::qVerify(armed == m_timer.has_value(), "armed", "the engine knows its timer", __FILE__, __LINE__);
    const bool paused = engine->state() == Engine::State::Paused;
    QTest::qVerify(armed != paused, "armed != paused", "a timer in every state but Paused", __FILE__, __LINE__);
    const auto isContinue = [](const Effect &wanted) { return std::holds_alternative<effect::Continue>(wanted); };
    if (!driverIsSlow && std::ranges::any_of(effects, isContinue)) {
        for (Effect &later : happens(event::Continued{}))
            effects.push_back(std::move(later));
    }
    return effects;
}

QString Transcript::clientSaid() const
{
    if (!m_request) return {};
    if (m_sent.method == "GET") return "GET "_L1 + m_sent.path;
    if (m_sent.path.startsWith("/erasures/"_L1)) return "POST "_L1 + m_sent.path;
    QStringList names;
    const auto request = jmap::requestFromJson(QJsonDocument::fromJson(m_sent.body).object());
    if (!request) return u"no JMAP request"_s;
    for (const jmap::Invocation &call : request->methodCalls)
        names.append(call.name);
    return names.join(u' ');
}

QJsonObject Transcript::arguments(int call) const
{
    const auto request = jmap::requestFromJson(QJsonDocument::fromJson(m_sent.body).object());
    return request && call < request->methodCalls.size() ? request->methodCalls[call].arguments : QJsonObject();
}

Effects Transcript::serverSaysStatus(int status, std::optional<std::chrono::milliseconds> retryAfter)
{
    const quint64 request = std::exchange(m_request, std::nullopt).value_or(0);
    return happens(event::Answered{request, {.status = status, .body = "{}", .retryAfter = retryAfter, .error = {}}});
}

Effects Transcript::serverIsSilent(Code code)
{
    const quint64 request = std::exchange(m_request, std::nullopt).value_or(0);
    return happens(event::Answered{request, {.status = 0, .body = {}, .retryAfter = {}, .error = Error{code, {}}}});
}

Effects Transcript::serverSays(const QByteArray &body)
{
    const quint64 request = std::exchange(m_request, std::nullopt).value_or(0);
    return happens(event::Answered{request, {.status = 200, .body = body, .retryAfter = {}, .error = {}}});
}

Effects Transcript::serverAnswers(const QList<std::pair<QString, QJsonObject>> &answers)
{
    const auto request = jmap::requestFromJson(QJsonDocument::fromJson(m_sent.body).object());
    jmap::Response response;
    for (qsizetype i = 0; i < answers.size(); ++i)
        response.methodResponses.append({answers[i].first, answers[i].second, request->methodCalls[i].callId});
    return serverSays(json(jmap::toJson(response)));
}

Effects Transcript::serverAnswers(const QString &name, const QJsonObject &arguments)
{
    return serverAnswers({{name, arguments}});
}

Effects Transcript::serverRefuses(const QString &type, QJsonObject arguments)
{
    arguments.insert(u"type"_s, type);
    return serverAnswers(u"error"_s, arguments);
}

Effects Transcript::session(const QString &scopeState, const QJsonObject &opVersions)
{
    const QJsonObject vendor{{u"agent"_s, me.me.value},
                             {u"device"_s, me.device.value},
                             {u"scopeState"_s, scopeState},
                             {u"opversions"_s, opVersions},
                             {u"serverTime"_s, utcDate(clock.now())}};
    Effects effects = serverSays(json({{u"capabilities"_s, QJsonObject{{capability, vendor}}},
                                       {u"primaryAccounts"_s, QJsonObject{{capability, u"A"_s}}},
                                       {u"apiUrl"_s, u"https://support.example.ci/jmap/api"_s}}));
    return !asksForErasures && clientSaid() == u"Erasure/pending" ? hasToErase({}) : effects;
}

Effects Transcript::hasToErase(const QJsonArray &orders)
{
    return serverAnswers(u"Erasure/pending"_s, {{u"list"_s, orders}});
}

Effects Transcript::changes(const QString &newState, const QJsonArray &changes, bool more)
{
    return serverAnswers(u"Sync/changes"_s,
                         {{u"oldState"_s, arguments().value(u"sinceState"_s)},
                          {u"newState"_s, newState},
                          {u"hasMoreChanges"_s, more},
                          {u"changes"_s, changes},
                          {u"scopeState"_s, u"g1"_s},
                          {u"serverTime"_s, utcDate(clock.now())}});
}

void Transcript::fillWith(const QList<QJsonObject> &tickets, const QString &state)
{
    if (clientSaid() == u"Sync/state")
        serverAnswers(u"Sync/state"_s, {{u"state"_s, state}, {u"scopeState"_s, u"g1"_s}});
    while (clientSaid() == u"Sync/page") {
        QJsonArray list;
        if (arguments().value(u"type"_s) == u"Ticket"_s) {
            for (const QJsonObject &record : tickets)
                list.append(record);
        }
        serverAnswers(u"Sync/page"_s, {{u"list"_s, list}, {u"total"_s, list.size()}});
    }
}

void Transcript::becomeLive()
{
    happens(event::Started{});
    session();
    fillWith({}, u"L.1.1"_s);
    changes(u"L.1.1"_s);
    QCOMPARE(engine->state(), Engine::State::Live);
}

QString Transcript::perform(const Command &command)
{
    const Intent intent = makeIntent(command, clock, random);
    if (!writeDown(*outbox, *cache, intent, me)) qFatal("the intent can't be written down");
    happens(event::Written{});
    return intent.iid;
}

void Transcript::fireTimer()
{
    QVERIFY(m_timer);
    clock.advance(*std::exchange(m_timer, std::nullopt));
    happens(event::TimerFired{}); // which must arm it again or pause
}

std::function<void()> Transcript::readInCache()
{
    auto opened = Database::open(m_folder.filePath(u"cache.db"_s), {.key = cacheKey, .readOnly = true});
    if (!opened) qFatal("cache: %s", qUtf8Printable(opened.error().detail));
    const auto database = std::make_shared<Database>(std::move(*opened));
    const auto reading = std::make_shared<Statement>(*database, u"SELECT id FROM tickets"_s);
    if (!reading->next().value_or(false)) qFatal("no ticket in the cache");
    return [database, reading] { reading->finish(); };
}

QList<QJsonObject> Transcript::localRecords(const QString &type)
{
    const TypeInfo *info = typeByName(type);
    auto database = Database::open(m_folder.filePath(u"cache.db"_s), {.key = cacheKey, .readOnly = true});
    if (!database) qFatal("cache: %s", qUtf8Printable(database.error().detail));
    Statement statement(*database, select(*info));
    auto records = statement.rows([&](const Statement &row) { return readRecord(row, *info); });
    if (!records) qFatal("cache: %s", qUtf8Printable(records.error().detail));
    return *records;
}

QStringList Transcript::localIds(const QString &type)
{
    QStringList ids;
    for (const QJsonObject &record : localRecords(type))
        ids.append(record.value(u"id"_s).toString());
    ids.sort();
    return ids;
}

QString Transcript::localField(const QString &type, const QString &id, const QString &name)
{
    for (const QJsonObject &record : localRecords(type)) {
        if (record.value(u"id"_s).toString() == id) return record.value(name).toVariant().toString();
    }
    return {};
}

QJsonObject Transcript::ticket(const QString &id, int rev, const QString &subject)
{
    Ticket ticket;
    ticket.id = TicketId{id};
    ticket.subject = subject;
    ticket.status = TicketStatus::Open;
    ticket.team = TeamId{u"e1"_s};
    ticket.rev = rev;
    return toJson(ticket);
}

QJsonObject Transcript::change(const QString &type, const char *list, const QStringList &ids)
{
    QJsonObject object{{u"type"_s, type}, {QString::fromLatin1(list), QJsonArray::fromStringList(ids)}};
    const bool goes = qstrcmp(list, "removed") == 0 || qstrcmp(list, "erased") == 0;
    if (goes) object.insert(u"destroyed"_s, QJsonArray::fromStringList(ids));
    return object;
}

} // namespace akwaba
