// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/jmap/ruleroutes.h"
#include "app/server/servicelevels/clockkeeper.h"
#include "core/domain/escalationfields.h"
#include "core/domain/servicelevelchangefields.h"
#include "core/protocol/codec.h"
#include "jmapfixture.h"

using namespace akwaba;
using namespace akwaba::jmap;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A company that is open from 8 to 18; what is urgent is answered within an hour, all else within four. It is Monday,
/// 9 o'clock.
struct Office : JmapFixture {
    Office() : routes(router, *store, api.door()), boss(agent(u"Boss"_s, {printing.id}, {Role::Supervisor}))
    {
        calendar.id = id<CalendarId>();
        calendar.nameFr = u"Heures d’ouverture"_s;
        calendar.nameEn = u"Opening hours"_s;
        CalendarVersion opening;
        opening.since = clock.now().addYears(-1);
        opening.zone = u"Africa/Abidjan"_s;
        for (int day = 1; day <= 7; ++day)
            opening.weekly += WeeklyHours{day, {8 * 60, 18 * 60}};
        calendar.versions = {opening};
        calendar = put(calendar);
        urgent = policy(u"Urgent"_s, 1, 1, {{u"priority"_s, {u"urgent"_s}, false}});
        rest = policy(u"Tout"_s, 2, 4, {});
        signInAs(boss);
    }

    SlaPolicy policy(const QString &name, int position, int hours, const QList<FieldCondition> &conditions)
    {
        SlaPolicyVersion version;
        version.since = calendar.versions.constFirst().since;
        version.position = position;
        version.conditions = conditions;
        version.targets = {{Target::FirstResponse, ClockUnit::Business, hours * 3600, calendar.id}};
        SlaPolicy policy;
        policy.id = id<SlaPolicyId>();
        policy.nameFr = name;
        policy.nameEn = name;
        policy.versions = {version};
        return put(policy);
    }

    void signInAs(const Agent &who)
    {
        token = "Bearer " + must(store->openSession(who.id, {u"Poste"_s, {}, {}})).token.toLatin1();
    }
    http::Response say(const QByteArray &what, const QJsonObject &body)
    {
        const auto answer = begin("POST", "/admin/" + what, QJsonDocument(body).toJson(), token);
        if (!QTest::qWaitFor([&answer] { return answer->status != 0; }, 30'000)) qFatal("no answer");
        return *answer;
    }
    static QJsonObject bodyOf(const CalendarEdit &edit) { return {{u"calendar"_s, toJson(edit)}}; }
    static QJsonObject bodyOf(const QList<PolicyEdit> &edits)
    {
        QJsonArray array;
        for (const PolicyEdit &edit : edits)
            array.append(toJson(edit));
        return {{u"policies"_s, array}};
    }
    http::Response set(const CalendarEdit &edit) { return say("calendars/set", bodyOf(edit)); }
    http::Response set(const QList<PolicyEdit> &edits) { return say("policies/set", bodyOf(edits)); }
    RuleEffect tried(const CalendarEdit &edit)
    {
        const auto answer = say("calendars/try", bodyOf(edit));
        if (answer.status != 200) qFatal("%s", answer.body.constData());
        return must(fromJson<RuleEffect>(objectIn(answer)));
    }
    PolicyTrial tried(const QList<PolicyEdit> &edits)
    {
        const auto answer = say("policies/try", bodyOf(edits));
        if (answer.status != 200) qFatal("%s", answer.body.constData());
        return must(fromJson<PolicyTrial>(objectIn(answer)));
    }
    static QString flawOf(const http::Response &answer) { return objectIn(answer).value(u"flaw"_s).toString(); }

    static CalendarEdit editOf(const Calendar &calendar)
    {
        CalendarEdit edit{calendar.id,     calendar.rev,    calendar.nameFr,
                          calendar.nameEn, calendar.active, calendar.versions.constLast()};
        edit.version.since = {};
        edit.version.reason = u"Nouvel horaire"_s;
        return edit;
    }
    static PolicyEdit editOf(const SlaPolicy &policy)
    {
        PolicyEdit edit{policy.id, policy.rev, policy.nameFr, policy.nameEn, policy.versions.constLast()};
        edit.version.since = {};
        edit.version.reason = u"Revue de novembre"_s;
        return edit;
    }
    CalendarEdit longerDays() const
    {
        CalendarEdit edit = editOf(calendar);
        for (WeeklyHours &each : edit.version.weekly)
            each.hours.to = 20 * 60;
        return edit;
    }

    Ticket asked(Priority priority = Priority::Normal)
    {
        Ticket made = ticket(printing.id);
        made.priority = priority;
        made.number = u"A-%1"_s.arg(++asks);
        put(made);
        message(made.id);
        return made;
    }
    void keepAll()
    {
        while (must(keeper.keepSome())) { }
    }
    qint64 logged() { return must(store->read()).seq(); }
    std::optional<qint64> dueOf(const Ticket &ticket)
    {
        const auto clocks = must(store::keptClocks(must(store->read()).database(), {ticket.id.value}));
        return clocks.isEmpty() ? std::nullopt : clocks.constFirst().dueAt;
    }
    qint64 todayAt(int hour) const
    {
        return QDateTime(clock.now().date(), QTime(hour, 0), Qt::UTC).toMSecsSinceEpoch();
    }

    RuleRoutes routes;
    servicelevels::ClockKeeper keeper{*store};
    Agent boss;
    Calendar calendar;
    SlaPolicy urgent;
    SlaPolicy rest;
    int asks = 0;
};

} // namespace

/// Calendars and policies over the wire.
class TestRules : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anotherVersion_isOneEntryOfTheLog_andSaysWhoAndWhy()
    {
        Office office;
        const qint64 before = office.logged();
        CalendarEdit edit = office.longerDays();
        edit.version.number = 99;
        edit.version.author = office.awa.id;
        edit.nameFr = u" Horaires d’été "_s;
        const auto answer = office.set(edit);
        QCOMPARE(answer.status, 200);
        const auto stored = Office::must(fromJson<Calendar>(Office::objectIn(answer).value(u"calendar"_s).toObject()));
        QCOMPARE(office.logged(), before + 1);
        QCOMPARE(office.find<Calendar>(stored.id), std::optional(stored));
        QCOMPARE(stored.nameFr, u"Horaires d’été"_s);
        QCOMPARE(stored.versions.size(), 2);
        QCOMPARE(stored.versions.at(0), office.calendar.versions.at(0));
        const CalendarVersion &version = stored.versions.at(1);
        QCOMPARE(version.number, 2);
        QCOMPARE(version.since, office.clock.now());
        QCOMPARE(version.author, office.boss.id);
        QCOMPARE(version.reason, u"Nouvel horaire"_s);
        QCOMPARE(stored.rev, office.calendar.rev + 1);
    }

    void whatIsTried_isWhatHappens_andNothingIsWritten()
    {
        Office office;
        office.clock.advance(7h); // 16:00
        const Ticket evening = office.asked(); // due tomorrow at 10
        office.keepAll();
        QCOMPARE(office.tried(office.longerDays()), (RuleEffect{1, 1, 0, 0, 0, 0}));
        QCOMPARE(office.find<Calendar>(office.calendar.id), std::optional(office.calendar));
        QCOMPARE(office.set(office.longerDays()).status, 200);
        office.keepAll();
        QCOMPARE(office.dueOf(evening), std::optional(office.todayAt(20)));
    }

    void whatSaysTheSame_getsNoOtherVersion()
    {
        Office office;
        const qint64 before = office.logged();
        QCOMPARE(office.set(Office::editOf(office.calendar)).status, 200);
        QCOMPARE(office.set(QList{Office::editOf(office.rest)}).status, 200);
        QCOMPARE(office.logged(), before);
        PolicyEdit renamed = Office::editOf(office.rest);
        renamed.nameEn = u"Everything"_s;
        QCOMPARE(office.set(QList{renamed}).status, 200);
        QCOMPARE(office.find<SlaPolicy>(office.rest.id)->versions.size(), 1);
        QCOMPARE(office.find<SlaPolicy>(office.rest.id)->nameEn, u"Everything"_s);
    }

    void aVersionForLater_countsThen_andMovesNothingBefore()
    {
        Office office;
        office.clock.advance(7h);
        const Ticket evening = office.asked();
        CalendarEdit later = office.longerDays();
        later.version.since = office.clock.now().addSecs(1800);
        QCOMPARE(office.set(later).status, 200);
        office.keepAll();
        QCOMPARE(office.dueOf(evening), std::optional(office.todayAt(10) + 86'400'000));
        office.clock.advance(30min);
        office.keepAll();
        QCOMPARE(office.dueOf(evening), std::optional(office.todayAt(20)));
        CalendarEdit past = Office::editOf(*office.find<Calendar>(office.calendar.id));
        past.version.since = office.clock.now().addSecs(-1);
        QCOMPARE(Office::flawOf(office.set(past)), u"inThePast"_s);
    }

    void aNewCalendarAndANewPolicy_areMade()
    {
        Office office;
        CalendarEdit made = office.longerDays();
        made.id = {};
        made.ifRev = 0;
        const auto answer = office.set(made);
        QCOMPARE(answer.status, 200);
        const auto stored = Office::must(fromJson<Calendar>(Office::objectIn(answer).value(u"calendar"_s).toObject()));
        QVERIFY(isWellFormedId(stored.id.value));
        QCOMPARE(stored.versions.at(0).number, 1);

        PolicyEdit vip = Office::editOf(office.urgent);
        vip.id = {};
        vip.ifRev = 0;
        vip.version.position = 0;
        vip.version.targets[0].calendar = stored.id;
        QCOMPARE(office.tried({vip}).matches.size(), 3);
        QCOMPARE(office.set({vip}).status, 200);
        QCOMPARE(Office::must(Office::must(office.store->read()).all<SlaPolicy>()).size(), 3);
        QCOMPARE(office.set({vip, vip}).status, 400); // which of the two is which?
    }

    void anotherOrder_isDecidedAsOne_andTicketsFollow()
    {
        Office office;
        SlaPolicy high = office.policy(u"Haute"_s, 0, 2, {{u"priority"_s, {u"urgent"_s, u"high"_s}, false}});
        const Ticket ticket = office.asked(Priority::Urgent);
        office.keepAll();
        QCOMPARE(office.dueOf(ticket), std::optional(office.todayAt(11)));
        PolicyEdit first = Office::editOf(office.urgent);
        first.version.position = 0;
        QCOMPARE(Office::flawOf(office.set({first})), u"samePosition"_s);
        PolicyEdit second = Office::editOf(high);
        second.version.position = 1;
        const PolicyTrial trial = office.tried({first, second});
        QCOMPARE(trial.effect, (RuleEffect{1, 1, 0, 0, 0, 0}));
        QCOMPARE(trial.tickets, 1);
        QCOMPARE(trial.matches.at(0).policy, office.urgent.id);
        QCOMPARE(trial.matches.at(0).numbers, QStringList{u"A-1"_s});
        QCOMPARE(trial.matches.at(1), (PolicyMatch{high.id, 1, 0, {}}));
        const qint64 before = office.logged();
        QCOMPARE(office.set({first, second}).status, 200);
        QCOMPARE(office.logged(), before + 2); // one for each of them
        office.keepAll();
        QCOMPARE(office.dueOf(ticket), std::optional(office.todayAt(10)));
    }

    void oneThatCantBe_keepsAllOfThemAsTheyWere()
    {
        Office office;
        PolicyEdit fine = Office::editOf(office.urgent);
        fine.version.targets[0].length = 1800;
        PolicyEdit broken = Office::editOf(office.rest);
        broken.version.targets[0].length = 0;
        const qint64 before = office.logged();
        QCOMPARE(Office::flawOf(office.set({fine, broken})), u"noLength"_s);
        QCOMPARE(office.logged(), before);
    }

    void whoeverKnowsAnOlderOne_isRefused()
    {
        Office office;
        QCOMPARE(office.set(office.longerDays()).status, 200);
        for (const char *what : {"calendars/set", "calendars/try"}) {
            const auto answer = office.say(what, Office::bodyOf(office.longerDays()));
            QCOMPARE(answer.status, 409);
            QCOMPARE(Office::objectIn(answer).value(u"type"_s).toString(), u"conflict"_s);
        }
        PolicyEdit edit = Office::editOf(office.rest);
        edit.version.targets[0].length = 7200;
        QCOMPARE(office.set({edit}).status, 200);
        QCOMPARE(office.set({edit}).status, 409);
        QCOMPARE(office.say("policies/try", Office::bodyOf(QList{edit})).status, 409);
    }

    void whatCantBe_isRefusedWithItsName()
    {
        Office office;
        const auto refused = [&office](const CalendarEdit &edit) {
            const QString flaw = Office::flawOf(office.say("calendars/try", Office::bodyOf(edit)));
            return flaw == Office::flawOf(office.set(edit)) ? flaw : u"not the same"_s;
        };
        CalendarEdit edit = office.longerDays();
        edit.version.weekly.clear();
        QCOMPARE(refused(edit), u"neverOpen"_s);
        edit = office.longerDays();
        edit.version.zone = u"Mars/Olympus"_s;
        QCOMPARE(refused(edit), u"unknownZone"_s);
        edit = office.longerDays();
        edit.version.weekly.append(WeeklyHours{1, {600, 700}});
        QCOMPARE(refused(edit), u"overlapping"_s);
        edit = office.longerDays();
        edit.nameEn.clear();
        QCOMPARE(refused(edit), u"noName"_s);
        edit = office.longerDays();
        edit.active = false;
        QCOMPARE(refused(edit), u"stillUsed"_s);
        edit = office.longerDays();
        edit.version.reason = u" "_s;
        QCOMPARE(Office::flawOf(office.set(edit)), u"noReason"_s);
        QCOMPARE(office.tried(edit).looked, 0); // what would be needs none
    }

    void aPolicyThatCantBe_isRefusedWithItsName()
    {
        Office office;
        const auto refused = [&office](const PolicyEdit &edit) {
            const QString flaw = Office::flawOf(office.say("policies/try", Office::bodyOf(QList{edit})));
            return flaw == Office::flawOf(office.set(QList{edit})) ? flaw : u"not the same"_s;
        };
        const PolicyEdit sound = Office::editOf(office.urgent);
        PolicyEdit edit = sound;
        edit.version.targets[0].calendar = {};
        QCOMPARE(refused(edit), u"noCalendar"_s);
        edit = sound;
        edit.version.targets[0].length = -1;
        QCOMPARE(refused(edit), u"noLength"_s);
        edit = sound;
        edit.version.atRiskPercents = {90, 75};
        QCOMPARE(refused(edit), u"impossiblePercents"_s);
        edit = sound;
        edit.version.position = 3; // behind the one that takes every ticket
        QCOMPARE(refused(edit), u"noDefault"_s);
        edit = Office::editOf(office.rest);
        edit.version.active = false;
        QCOMPARE(refused(edit), u"noDefault"_s);
        edit = sound;
        edit.version.reason.clear();
        QCOMPARE(Office::flawOf(office.set(QList{edit})), u"noReason"_s);
    }

    void aCalendarThatAPathCountsOn_staysInUse()
    {
        Office office;
        CalendarEdit made = office.longerDays();
        made.id = {};
        made.ifRev = 0;
        const auto stored =
            Office::must(fromJson<Calendar>(Office::objectIn(office.set(made)).value(u"calendar"_s).toObject()));
        CalendarEdit retired = Office::editOf(stored);
        retired.active = false;
        EscalationPath path;
        path.id = office.id<EscalationPathId>();
        path.targets = {{Target::Pickup, ClockUnit::Business, 3600, stored.id}};
        path = office.put(path);
        QCOMPARE(Office::flawOf(office.set(retired)), u"stillUsed"_s);
        path.active = false;
        office.put(path);
        QCOMPARE(office.set(retired).status, 200);
        QVERIFY(!office.find<Calendar>(stored.id)->active);
    }

    void whatMakesNoSense_isRefused()
    {
        Office office;
        CalendarEdit unknown = office.longerDays();
        unknown.id = office.id<CalendarId>();
        for (const char *what : {"set", "try"}) {
            QCOMPARE(office.say(QByteArray("calendars/") + what, Office::bodyOf(unknown)).status, 404);
            QCOMPARE(office.say(QByteArray("calendars/") + what, {}).status, 400);
            QCOMPARE(office.say(QByteArray("policies/") + what, {}).status, 400);
            QCOMPARE(office.say(QByteArray("policies/") + what, {{u"policies"_s, QJsonArray{7}}}).status, 400);
            const QJsonObject nonsense{{u"policies"_s, QJsonArray{QJsonObject{{u"ifRev"_s, u"one"_s}}}}};
            QCOMPARE(office.say(QByteArray("policies/") + what, nonsense).status, 400);
        }
    }

    void onlySupervisorsAndAdministrators_areAnswered()
    {
        Office office;
        const QList<PolicyEdit> edits{Office::editOf(office.rest)};
        for (const Agent &who : {office.awa, office.agent(u"Ed"_s, {}, {Role::Editor, Role::PrivacyOfficer})}) {
            office.signInAs(who);
            for (const char *what : {"set", "try"}) {
                QCOMPARE(office.say(QByteArray("calendars/") + what, Office::bodyOf(office.longerDays())).status, 403);
                QCOMPARE(office.say(QByteArray("policies/") + what, Office::bodyOf(edits)).status, 403);
            }
        }
        office.token.clear();
        QCOMPARE(office.set(edits).status, 401);
        office.signInAs(office.agent(u"Chief"_s, {}, {Role::Administrator}));
        QCOMPARE(office.set(edits).status, 200);
    }

    void tooManyTrialsAtATime_areSentAway()
    {
        Office office;
        const QByteArray body = QJsonDocument(Office::bodyOf(office.longerDays())).toJson();
        QList<std::shared_ptr<const http::Response>> answers;
        for (int i = 0; i < 5; ++i)
            answers.append(office.begin("POST", "/admin/calendars/try", body, office.token));
        QCOMPARE(answers.constLast()->status, 429);
        for (int i = 0; i < 4; ++i)
            QTRY_COMPARE(answers.at(i)->status, 200);
    }
};

QTEST_GUILESS_MAIN(TestRules)
#include "tst_rules.moc"
