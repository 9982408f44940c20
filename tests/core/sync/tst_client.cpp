// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/cachereader.h"
#include "core/protocol/codec.h"
#include "core/protocol/jmap.h"
#include "core/sync/client.h"
#include "stubserver.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace akwaba;
using namespace Qt::StringLiterals;

/// The facade on the UI thread with the writer thread, the files and the network behind it.
class TestClient : public QObject {
    Q_OBJECT

    SystemClock m_clock;
    SystemRandom m_random;
    std::unique_ptr<QTemporaryDir> m_folder;

    [[nodiscard]] ClientConfig config(const QUrl &server = QUrl(u"http://localhost:1"_s)) const
    {
        ClientConfig config;
        config.cacheFile = m_folder->filePath(u"cache.db"_s);
        config.outboxFile = m_folder->filePath(u"outbox.db"_s);
        config.secrets = {QByteArray(32, 'c'), QByteArray(32, 'o'), "token"};
        config.server.url = server;
        config.me = {AgentId{u"a1"_s}, DeviceId{u"d1"_s}};
        config.offline = true;
        return config;
    }

    template <class T> static Result<T> wait(const QFuture<Result<T>> &future)
    {
        if (!QTest::qWaitFor([&future] { return future.isFinished(); }, 5000))
            return fail(Code::Internal, u"no answer"_s);
        return future.result();
    }

    [[nodiscard]] static QByteArray session(const QStringList &servers)
    {
        const QString vendor = u"https://one.shop.ci/jmap/akwaba"_s;
        const QJsonObject own{{u"agent"_s, u"a1"_s},
                              {u"device"_s, u"d1"_s},
                              {u"scopeState"_s, u"s1"_s},
                              {u"servers"_s, QJsonArray::fromStringList(servers)}};
        const QJsonObject all{{u"capabilities"_s, QJsonObject{{vendor, own}}},
                              {u"primaryAccounts"_s, QJsonObject{{vendor, u"company"_s}}},
                              {u"apiUrl"_s, u"/jmap/api"_s}};
        return QJsonDocument(all).toJson();
    }

    [[nodiscard]] CreateTicket creation(const QString &subject)
    {
        Ticket ticket;
        ticket.id = newId<TicketId>(m_clock, m_random);
        ticket.subject = subject;
        return {ticket};
    }

    [[nodiscard]] std::unique_ptr<CacheReader> reader() const
    {
        const ClientConfig files = config();
        auto opened = CacheReader::open(
            {files.cacheFile, files.secrets.cacheKey(), files.outboxFile, files.secrets.outboxKey, files.me.me});
        return opened ? std::move(*opened) : nullptr;
    }

    /// A closed ticket from the day before `day`.
    static QJsonObject closedTicket(const QString &id, const QDateTime &day)
    {
        Ticket ticket;
        ticket.id = TicketId{id};
        ticket.status = TicketStatus::Closed;
        ticket.closedAt = day.addDays(-1);
        ticket.rev = 1;
        return toJson(ticket);
    }

    static QByteArray json(const QJsonObject &object) { return QJsonDocument(object).toJson(QJsonDocument::Compact); }

    /// What a server answers that has these tickets and no news, at this moment of its own.
    static QByteArray answer(const QByteArray &request, const QJsonArray &tickets, const QDateTime &now)
    {
        if (request.startsWith("GET /jmap/session")) {
            const QString capability = u"https://support.example.ci/jmap/akwaba"_s;
            const QJsonObject vendor{{u"agent"_s, u"a1"_s}, {u"device"_s, u"d1"_s}, {u"serverTime"_s, utcDate(now)}};
            return StubServer::http("200 OK",
                                    json({{u"capabilities"_s, QJsonObject{{capability, vendor}}},
                                          {u"primaryAccounts"_s, QJsonObject{{capability, u"A"_s}}},
                                          {u"apiUrl"_s, u"/jmap/api"_s}}));
        }
        const QByteArray body = request.mid(request.indexOf("\r\n\r\n") + 4);
        const auto asked = jmap::requestFromJson(QJsonDocument::fromJson(body).object());
        if (!asked) return StubServer::http("404 Not Found", "{}"); // there is no push
        const jmap::Invocation call = asked->methodCalls.constFirst();
        const QString state = u"L.1.1"_s;
        QJsonObject said{{u"serverTime"_s, utcDate(now)}, {u"state"_s, state}, {u"scopeState"_s, u"g1"_s}};
        said.insert(u"list"_s, call.arguments.value(u"type"_s) == u"Ticket"_s ? tickets : QJsonArray());
        said.insert(u"oldState"_s, state);
        said.insert(u"newState"_s, state);
        said.insert(u"hasMoreChanges"_s, false);
        said.insert(u"changes"_s, QJsonArray());
        jmap::Response response;
        response.methodResponses.append({call.name, said, call.callId});
        return StubServer::http("200 OK", json(jmap::toJson(response)));
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void whatIsPerformed_isDurableAndShownAndTold()
    {
        const CreateTicket command = creation(u"Appel"_s);
        {
            Client client(config(), m_clock, m_random);
            QVERIFY(wait(client.open()));
            QSignalSpy changed(&client, &Client::changed);
            const Result<QString> iid = wait(client.perform(command));
            QVERIFY(iid && !iid->isEmpty());
            QTRY_VERIFY(!changed.isEmpty());
            QVERIFY(changed.constFirst().constFirst().value<Changed>().tickets.contains(command.ticket.id));
            QTRY_COMPARE(client.status().pending, 1);
            QCOMPARE(client.status().phase, SyncPhase::Paused);
            QCOMPARE(client.status().reason, Code::Offline);
            QCOMPARE(reader()->row(command.ticket.id)->subject, u"Appel"_s);
        }
        Client again(config(), m_clock, m_random);
        QVERIFY(wait(again.open()));
        QTRY_COMPARE(again.status().pending, 1);
        QCOMPARE(reader()->notYetSent()->size(), 1);
    }

    void severalDeeds_areDurableAndShownTogether_andAreTakenBackTogether()
    {
        Client client(config(), m_clock, m_random);
        QVERIFY(wait(client.open()));
        const CreateTicket first = creation(u"Appel"_s);
        const CreateTicket second = creation(u"Rappel"_s);
        QSignalSpy changed(&client, &Client::changed);
        const auto iids = wait(client.performAll({{first, {}, {}}, {second, {}, {}}}));
        QVERIFY(iids && iids->size() == 2);
        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(changed.constFirst().constFirst().value<Changed>().tickets.size(), 2);
        QTRY_COMPARE(client.status().pending, 2);
        QCOMPARE(reader()->row(second.ticket.id)->subject, u"Rappel"_s);
        const auto cancelled = wait(client.cancelAll(*iids + QStringList{u"unheard of"_s}));
        QVERIFY(cancelled && *cancelled == *iids);
        QTRY_COMPARE(client.status().pending, 0);
        QVERIFY(!reader()->row(second.ticket.id));
        QVERIFY(wait(client.performAll({})));
    }

    void whatADeedComesAfter_isWhatItDependsOn()
    {
        Client client(config(), m_clock, m_random);
        QVERIFY(wait(client.open()));
        const CreateTicket ticket = creation(u"Appel"_s);
        const auto created = wait(client.perform(ticket));
        QVERIFY(created);
        QVERIFY(wait(client.performAll({{Follow{ticket.ticket.id, true}, {}, {u"another"_s}}})));
        QCOMPARE(reader()->notYetSent()->constLast().intent.deps, (QStringList{u"another"_s, *created}));
    }

    void aDraft_isOnItsWayToTheOtherDevices_atTheNextStartAtLatest()
    {
        const CreateTicket command = creation(u"Appel"_s);
        Draft draft;
        draft.id = newId<DraftId>(m_clock, m_random);
        draft.ticket = command.ticket.id;
        draft.text = u"Bonjour"_s;
        {
            Client client(config(), m_clock, m_random);
            QVERIFY(wait(client.open()));
            QVERIFY(wait(client.perform(command)));
            QVERIFY(wait(client.journalDraft(draft)));
            QVERIFY(reader()->drafts()->first().local);
        }
        Client again(config(), m_clock, m_random);
        QVERIFY(wait(again.open()));
        QTRY_COMPARE(again.status().pending, 2);
        const QList<OutboxItem> waiting = reader()->notYetSent().value_or(QList<OutboxItem>());
        QCOMPARE(waiting.last().intent.op, u"draft.save"_s);
        QCOMPARE(waiting.last().intent.deps, QStringList{waiting.first().intent.iid}); // the ticket first
        const QList<DraftItem> drafts = reader()->drafts().value_or(QList<DraftItem>());
        QCOMPARE(drafts.size(), 1);
        QVERIFY(!drafts.first().local);
        QCOMPARE(drafts.first().draft.text, u"Bonjour"_s);
        QCOMPARE(drafts.first().draft.device, config().me.device);
        QVERIFY(wait(again.discardDraft(drafts.first().draft)));
        QVERIFY(reader()->drafts()->isEmpty());
    }

    void whatIsBegunInAForm_staysOnThisDevice_untilItIsSentOrThrownAway()
    {
        const CreateTicket command = creation(u"Appel"_s);
        Escalate begun;
        begun.escalation.id = newId<EscalationId>(m_clock, m_random);
        begun.escalation.ticket = command.ticket.id;
        begun.escalation.asked = u"Carte 4242424242424242"_s;
        Escalate other = begun;
        other.escalation.id = newId<EscalationId>(m_clock, m_random);
        {
            Client client(config(), m_clock, m_random);
            QVERIFY(wait(client.open()));
            QVERIFY(wait(client.perform(command)));
            QVERIFY(wait(client.journalForm(begun)));
            QVERIFY(wait(client.journalForm(other)));
        }
        Client again(config(), m_clock, m_random);
        QVERIFY(wait(again.open()));
        QTRY_COMPARE(again.status().pending, 1);
        QVERIFY(wait(again.forgetForm(other)));
        const auto kept = reader()->begunOn(command.ticket.id);
        QVERIFY(kept && kept->size() == 1);
        QCOMPARE(std::get<Escalate>(kept->first()).escalation.asked, u"Carte ************4242"_s);
        QVERIFY(reader()->begunOn({u"t0"_s})->isEmpty());
        QVERIFY(wait(again.perform(begun)));
        QVERIFY(reader()->begunOn(command.ticket.id)->isEmpty());
        QTRY_COMPARE(again.status().pending, 2);
    }

    void theNumberOfACard_isMaskedBeforeItIsKept()
    {
        const CreateTicket command = creation(u"Carte 4242 4242 4242 4242"_s);
        Client client(config(), m_clock, m_random);
        QVERIFY(wait(client.open()));
        const auto iid = wait(client.perform(command));
        QVERIFY(iid);
        QCOMPARE(reader()->row(command.ticket.id)->subject, u"Carte **** **** **** 4242"_s);
        QVERIFY(wait(client.resend(*iid, creation(u"CB 4242424242424242"_s))));
        Draft draft;
        draft.id = newId<DraftId>(m_clock, m_random);
        draft.agent = config().me.me;
        draft.ticket = command.ticket.id;
        draft.text = u"4242424242424242"_s;
        QVERIFY(wait(client.journalDraft(draft)));
        const auto drafts = reader()->drafts();
        QVERIFY(drafts && !drafts->isEmpty());
        QCOMPARE(drafts->first().draft.text, u"************4242"_s);
        const auto waitingOnes = reader()->notYetSent();
        QVERIFY(waitingOnes && !waitingOnes->isEmpty());
        for (const OutboxItem &waiting : *waitingOnes)
            QVERIFY(!QString::fromUtf8(QJsonDocument(waiting.intent.args).toJson()).contains(u"4242424242424242"));
    }

    void beforeItIsOpen_nothingIsAccepted()
    {
        Client client(config(), m_clock, m_random);
        QVERIFY(!wait(client.perform(creation(u"x"_s))));
        QVERIFY(!wait(client.journalDraft(Draft{})));
    }

    void anOutboxThatCantBeRead_isAnError_andStaysAsItIs()
    {
        {
            Client client(config(), m_clock, m_random);
            QVERIFY(wait(client.open()));
            QVERIFY(wait(client.perform(creation(u"x"_s))));
        }
        {
            ClientConfig wrong = config();
            wrong.secrets.outboxKey = QByteArray(32, 'x');
            Client client(wrong, m_clock, m_random);
            const Result<void> opened = wait(client.open());
            QVERIFY(!opened);
            QCOMPARE(opened.error().code, Code::Corrupt);
        }
        Client client(config(), m_clock, m_random);
        QVERIFY(wait(client.open()));
        QTRY_COMPARE(client.status().pending, 1);
    }

    void aCacheThatCantBeRead_isMadeAnew_withWhatIsPending()
    {
        const CreateTicket command = creation(u"Appel"_s);
        {
            Client client(config(), m_clock, m_random);
            QVERIFY(wait(client.open()));
            QVERIFY(wait(client.perform(command)));
        }
        QFile cache(config().cacheFile);
        QVERIFY(cache.open(QIODevice::ReadWrite));
        QVERIFY(cache.write(QByteArray(4096, 'z')) == 4096);
        cache.close();
        Client client(config(), m_clock, m_random);
        QVERIFY(wait(client.open()));
        QCOMPARE(reader()->row(command.ticket.id)->subject, u"Appel"_s);
    }

    void whatWasUndone_isGoneFromListAndOutbox()
    {
        Client client(config(), m_clock, m_random);
        QVERIFY(wait(client.open()));
        const CreateTicket command = creation(u"Appel"_s);
        const Result<QString> iid = wait(client.perform(command));
        QVERIFY(iid);
        QVERIFY(wait(client.cancel(*iid)));
        QCOMPARE(reader()->row(command.ticket.id).error().code, Code::NotFound);
        QTRY_COMPARE(client.status().pending, 0);
    }

    void online_itAsksTheServerWithItsToken()
    {
        StubServer server([](const QByteArray &) { return StubServer::http("401 No", "{}"); });
        ClientConfig online = config(server.url());
        online.offline = false;
        Client client(online, m_clock, m_random);
        QVERIFY(wait(client.open()));
        QTRY_COMPARE(client.status().reason, Code::Unauthenticated);
        QVERIFY(server.requests().constFirst().startsWith("GET /jmap/session"));
        QVERIFY(server.requests().constFirst().contains("Bearer token"));
        client.useToken("fresh");
        QTRY_VERIFY(server.requests().size() > 2);
        QVERIFY(server.requests().at(1).startsWith("POST /erasures/pending")); // what lies here may have to go
        QVERIFY(server.requests().at(2).contains("Bearer fresh"));
        client.goOffline(true);
        QTRY_COMPARE(client.status().reason, Code::Offline);
    }

    void whatIsOld_leavesTheDiskOfAClientWithNothingToDo_butNotTheScreen()
    {
        QDateTime now({2026, 11, 22}, {12, 0}, Qt::UTC);
        const QJsonArray tickets{closedTicket(u"t1"_s, now), closedTicket(u"t2"_s, now)};
        StubServer server([&](const QByteArray &request) { return answer(request, tickets, now); });
        ClientConfig online = config(server.url());
        online.offline = false;
        online.window.days = 90;
        Client client(online, m_clock, m_random);
        QVERIFY(wait(client.open()));
        client.setPresence({TicketId{u"t1"_s}, PresenceMode::Viewing});
        QTRY_COMPARE(client.status().dataAsOf, now);
        QVERIFY(reader()->row(TicketId{u"t2"_s}));
        now = now.addDays(90);
        client.syncNow();
        QTRY_VERIFY(!reader()->row(TicketId{u"t2"_s}));
        QVERIFY(reader()->row(TicketId{u"t1"_s})); // was looked at first
        client.setPresence({});
        now = now.addDays(1);
        client.syncNow();
        QTRY_VERIFY(!reader()->row(TicketId{u"t1"_s}));
    }

    void aServerThatCantServe_isLeftForTheOther_withoutWaitingAsLongAsItSays()
    {
        StubServer other([](const QByteArray &) { return StubServer::http("401 No", "{}"); });
        StubServer first([&other, isFirst = true](const QByteArray &) mutable {
            if (!std::exchange(isFirst, false))
                return StubServer::http("503 Service Unavailable", "{}", "Retry-After: 60\r\n");
            return StubServer::http("200 OK", session({other.url().toString()}));
        });
        ClientConfig online = config(first.url());
        online.offline = false;
        Client client(online, m_clock, m_random);
        QVERIFY(wait(client.open()));
        QTRY_COMPARE(client.status().reason, Code::Unauthenticated); // which only the other one says
        QVERIFY(other.requests().constFirst().startsWith("GET /jmap/session"));
    }

    void aClientThatEnds_answersEverythingItWasAsked()
    {
        QList<QFuture<Result<QString>>> futures;
        {
            Client client(config(), m_clock, m_random);
            QVERIFY(wait(client.open()));
            for (int i = 0; i < 50; ++i)
                futures.append(client.perform(creation(u"%1"_s.arg(i))));
        }
        int kept = 0;
        for (const auto &future : futures) {
            QVERIFY(future.isFinished());
            kept += future.result() ? 1 : 0;
        }
        Client again(config(), m_clock, m_random);
        QVERIFY(wait(again.open()));
        QTRY_COMPARE(again.status().pending, kept); // what was promised is there, and nothing else
    }
};

QTEST_GUILESS_MAIN(TestClient)
#include "tst_client.moc"
