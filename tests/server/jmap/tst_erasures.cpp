// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/erasuretables.h"
#include "core/protocol/erasure.h"
#include "jmapfixture.h"

#include <QTest>

using namespace akwaba;
using namespace akwaba::jmap;
using namespace Qt::StringLiterals;

namespace {

QByteArray json(const QJsonObject &object) { return QJsonDocument(object).toJson(QJsonDocument::Compact); }

struct Office : JmapFixture {
    Office()
    {
        ticket = StoreFixture::ticket(printing.id, customer.id);
        signInAs(awa);
    }
    void signInAs(const Agent &agent)
    {
        const store::Login login = must(store->openSession(agent.id, {u"Poste 9"_s, {}, {}}));
        token = "Bearer " + login.token.toLatin1();
        device = login.caller.device;
    }
    /// As ask(), of what the commit lane answers.
    http::Response post(const QByteArray &path, const QJsonObject &body)
    {
        const auto answer = begin("POST", path, json(body), token);
        store->flush();
        return *answer;
    }
    QJsonArray later(const QString &method, QJsonObject arguments)
    {
        arguments.insert(u"accountId"_s, u"company"_s);
        const QJsonObject request{{u"using"_s, QJsonArray{vendor()}},
                                  {u"methodCalls"_s, QJsonArray{QJsonArray{method, arguments, u"0"_s}}}};
        return objectIn(post("/jmap/api", request)).value(u"methodResponses"_s).toArray();
    }
    QJsonArray pending(const QString &of) { return later(u"Erasure/pending"_s, {{u"device"_s, of}}); }
    static QStringList ids(const QJsonObject &answer)
    {
        QStringList all;
        for (const QJsonValue &order : answer.value(u"list"_s).toArray())
            all += order.toObject().value(u"id"_s).toString();
        return all;
    }
    QJsonObject ack(const QString &erasure)
    {
        ErasureAck made;
        made.erasure = erasure;
        made.level = ErasureLevel::ByteClean;
        made.needles = 7;
        made.endedAt = clock.now();
        return akwaba::toJson(made);
    }
    QString erase() { return must(store->eraseCustomer(customer.id)); }

    Customer customer = StoreFixture::customer(u"Adjoua"_s);
    Ticket ticket;
    DeviceId device;
};

} // namespace

/// How devices hear of what has to go and answer, and how a privacy officer begins it and looks (sync.md 3.2).
class TestErasures : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aDevice_isToldWhatHasToGo_andAnswersOnce()
    {
        Office office;
        QCOMPARE(Office::ids(Office::argumentsOf(office.pending(office.device.value), 0)), QStringList());
        const QString id = office.erase();
        const QJsonObject answer = Office::argumentsOf(office.pending(office.device.value), 0);
        QCOMPARE(Office::ids(answer), QStringList{id});
        const QJsonObject order = answer.value(u"list"_s).toArray().at(0).toObject();
        QCOMPARE(order.value(u"ids"_s).toObject().value(u"Ticket"_s), QJsonValue(QJsonArray{office.ticket.id.value}));
        for (int again = 0; again < 2; ++again)
            QCOMPARE(Office::errorOf(office.later(u"Erasure/ack"_s, office.ack(id)), 0), QString());
        QCOMPARE(Office::ids(Office::argumentsOf(office.pending(office.device.value), 0)), QStringList());
    }

    void anAnswerThatIsNone_isRefused()
    {
        Office office;
        const QString id = office.erase();
        QCOMPARE(Office::errorOf(office.pending(u"d-another"_s), 0), u"forbidden"_s);
        for (const QString &member : {u"erasure"_s, u"level"_s, u"path"_s, u"endedAt"_s, u"hits"_s}) {
            QJsonObject lacking = office.ack(id);
            lacking.remove(member);
            QCOMPARE(Office::errorOf(office.later(u"Erasure/ack"_s, lacking), 0), u"invalidArguments"_s);
        }
        QCOMPARE(Office::errorOf(office.later(u"Erasure/ack"_s, office.ack(u"zunknown"_s)), 0), u"notFound"_s);
        QCOMPARE(Office::ids(Office::argumentsOf(office.pending(office.device.value), 0)), QStringList{id});
    }

    void everyAnswerThatMovesACursor_namesTheErasures()
    {
        Office office;
        const QString state = Office::argumentsOf(office.later(u"Sync/state"_s, {}), 0).value(u"state"_s).toString();
        const QString scopes = office.scopeState(office.awa.id);
        const QString id = office.erase();
        const QJsonValue named(QJsonArray{id});
        QCOMPARE(Office::argumentsOf(office.later(u"Sync/state"_s, {}), 0).value(u"erasures"_s), named);
        const auto changes = [&](const QString &scopeState) {
            return Office::argumentsOf(
                office.later(u"Sync/changes"_s, {{u"sinceState"_s, state}, {u"scopeState"_s, scopeState}}), 0);
        };
        QCOMPARE(changes(scopes).value(u"erasures"_s), named);
        QCOMPARE(changes(u"g0"_s).value(u"type"_s), u"scopeChanged"_s);
        QCOMPARE(changes(u"g0"_s).value(u"erasures"_s), named);
    }

    void aDeviceThatIsLockedOut_isStillTold()
    {
        Office office;
        const QString id = office.erase();
        setActive(office, false);
        QCOMPARE(office.ask("GET", "/jmap/session", {}, office.token).status, 401);
        const http::Response answer = office.post("/erasures/pending", {});
        QCOMPARE(answer.status, 200);
        const QStringList ids = Office::ids(Office::objectIn(answer));
        QCOMPARE(ids.size(), 2); // and of what a disabled agent may see there is nothing left
        QVERIFY(ids.contains(id));
        for (const QString &each : ids)
            QCOMPARE(office.post("/erasures/ack", office.ack(each)).status, 200);
        QCOMPARE(Office::ids(Office::objectIn(office.post("/erasures/pending", {}))), QStringList());
        QCOMPARE(office.post("/erasures/ack", office.ack(u"zunknown"_s)).status, 400);
    }

    void aTokenThatNeverWas_isToldNothing()
    {
        Office office;
        office.erase();
        office.token = "Bearer nonsense";
        QCOMPARE(office.post("/erasures/pending", {}).status, 401);
        QCOMPARE(office.post("/erasures/ack", {}).status, 401);
    }

    void aFormerToken_opensNothingElse()
    {
        Office office;
        setActive(office, false);
        for (const QByteArray &path : {QByteArray("/jmap/session"), QByteArray("/admin/erasures")})
            QCOMPARE(office.ask("GET", path, {}, office.token).status, 401);
        QCOMPARE(office.post("/jmap/api", {}).status, 401);
    }

    void onlyAPrivacyOfficer_erasesAndLooks()
    {
        Office office;
        const QJsonObject wanted{{u"customer"_s, office.customer.id.value}};
        QCOMPARE(office.post("/admin/erasures", wanted).status, 403);
        QCOMPARE(office.ask("GET", "/admin/erasures", {}, office.token).status, 403);
        QVERIFY(office.find<Customer>(office.customer.id));
        const DeviceId console = office.device;
        office.signInAs(office.agent(u"Mariam"_s, {}, {Role::PrivacyOfficer}));
        const http::Response begun = office.post("/admin/erasures", wanted);
        QCOMPARE(begun.status, 200);
        QVERIFY(!office.find<Customer>(office.customer.id));
        const QJsonArray all =
            Office::objectIn(office.ask("GET", "/admin/erasures", {}, office.token)).value(u"erasures"_s).toArray();
        QCOMPARE(all.size(), 1);
        const QJsonObject status = all.at(0).toObject();
        QCOMPARE(status.value(u"id"_s), Office::objectIn(begun).value(u"erasure"_s));
        QCOMPARE(status.value(u"expected"_s).toInt(), 1);
        QCOMPARE(status.value(u"acked"_s).toInt(), 0);
        QCOMPARE(status.value(u"pending"_s), QJsonValue(QJsonArray{console.value}));
        QCOMPARE(office.post("/admin/erasures", wanted).status, 404); // he is nobody any more
    }

private:
    static void setActive(Office &office, bool active)
    {
        store::StoreFixture::must(office.store->setActive(office.awa.id, active));
    }
};

QTEST_GUILESS_MAIN(TestErasures)
#include "tst_erasures.moc"
