// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/jmap/holidayroutes.h"
#include "app/server/servicelevels/clockkeeper.h"
#include "core/domain/servicelevelchangefields.h"
#include "core/protocol/codec.h"
#include "jmapfixture.h"

using namespace akwaba;
using namespace akwaba::jmap;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A company that answers within four hours of its days, which are 8 to 18; it is Monday, 9 o'clock.
struct Office : JmapFixture {
    Office() : routes(router, *store, api.door()), boss(agent(u"Boss"_s, {printing.id}, {Role::Supervisor}))
    {
        CalendarVersion opening;
        opening.since = clock.now().addYears(-1);
        opening.zone = u"Africa/Abidjan"_s;
        for (int day = 1; day <= 7; ++day)
            opening.weekly += WeeklyHours{day, {8 * 60, 18 * 60}};
        calendar.id = id<CalendarId>();
        calendar.versions = {opening};
        put(calendar);
        SlaPolicyVersion version;
        version.since = opening.since;
        version.targets = {{Target::FirstResponse, ClockUnit::Business, 4 * 3600, calendar.id}};
        SlaPolicy policy;
        policy.id = id<SlaPolicyId>();
        policy.versions = {version};
        put(policy);
        signInAs(boss);
    }

    void signInAs(const Agent &who)
    {
        token = "Bearer " + must(store->openSession(who.id, {u"Poste"_s, {}, {}})).token.toLatin1();
    }
    http::Response say(const QByteArray &what, const QJsonObject &body)
    {
        const auto answer = begin("POST", "/admin/holidays/" + what, QJsonDocument(body).toJson(), token);
        if (!QTest::qWaitFor([&answer] { return answer->status != 0; }, 30'000)) qFatal("no answer");
        return *answer;
    }
    http::Response set(const Holiday &holiday) { return say("set", {{u"holiday"_s, toJson(holiday)}}); }
    Holiday mustSet(const Holiday &holiday)
    {
        const auto answer = set(holiday);
        if (answer.status != 200) qFatal("%s", answer.body.constData());
        return must(fromJson<Holiday>(objectIn(answer).value(u"holiday"_s).toObject()));
    }
    http::Response import(const QByteArray &ics) { return say("import", {{u"ics"_s, QString::fromUtf8(ics)}}); }
    Ticket asked()
    {
        const Ticket made = ticket(printing.id);
        message(made.id);
        return made;
    }
    void keepAll()
    {
        while (must(keeper.keepSome())) { }
    }
    Holiday today() const
    {
        Holiday holiday;
        holiday.from = clock.now().date();
        holiday.to = holiday.from;
        holiday.nameFr = u"Tabaski"_s;
        holiday.nameEn = u"Eid al-Adha"_s;
        holiday.state = HolidayState::Confirmed;
        return holiday;
    }
    qint64 logged() { return must(store->read()).seq(); }

    HolidayRoutes routes;
    servicelevels::ClockKeeper keeper{*store};
    Agent boss;
    Calendar calendar;
};

const QByteArray file = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;VALUE=DATE:20271225\r\n"
                        "SUMMARY:Noël\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:2\r\nDTSTART:20271225T090000Z\r\n"
                        "SUMMARY:Point\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

} // namespace

/// The company's holidays over the wire.
class TestHolidays : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aDeclaration_isOneEntryOfTheLog_andSaysWhoDecided()
    {
        Office office;
        const qint64 before = office.logged();
        Holiday wanted = office.today();
        wanted.decidedBy = office.awa.id;
        const Holiday stored = office.mustSet(wanted);
        QVERIFY(isWellFormedId(stored.id.value));
        QCOMPARE(stored.confirmedAt, office.clock.now());
        QCOMPARE(stored.decidedBy, office.boss.id);
        QCOMPARE(office.logged(), before + 1);
        QCOMPARE(office.find<Holiday>(stored.id), std::optional(stored));
    }

    void whatIsTried_isWhatHappens_andNothingIsWritten()
    {
        Office office;
        office.asked(); // due at 13
        office.keepAll();
        office.clock.advance(6h);
        office.asked(); // due tomorrow at 9
        office.keepAll();
        const auto answer = office.say("try", {{u"holiday"_s, toJson(office.today())}});
        QCOMPARE(answer.status, 200);
        const auto said = Office::must(fromJson<RuleEffect>(Office::objectIn(answer)));
        QCOMPARE(said, (RuleEffect{2, 2, 0, 1}));
        QVERIFY(Office::must(Office::must(office.store->read()).all<Holiday>()).isEmpty());

        Holiday stored = office.mustSet(office.today());
        office.keepAll();
        office.clock.advance(1min);
        stored.state = HolidayState::Cancelled;
        const auto back = office.say("try", {{u"holiday"_s, toJson(stored)}});
        QCOMPARE(Office::must(fromJson<RuleEffect>(Office::objectIn(back))), (RuleEffect{2, 2, 1, 0}));
    }

    void onlySupervisorsAndAdministrators_areAnswered()
    {
        Office office;
        for (const Agent &who : {office.awa, office.agent(u"Ed"_s, {}, {Role::Editor, Role::PrivacyOfficer})}) {
            office.signInAs(who);
            QCOMPARE(office.set(office.today()).status, 403);
            QCOMPARE(office.import(file).status, 403);
            QCOMPARE(office.say("try", {{u"holiday"_s, toJson(office.today())}}).status, 403);
        }
        office.token.clear();
        QCOMPARE(office.set(office.today()).status, 401);
        office.signInAs(office.agent(u"Chief"_s, {}, {Role::Administrator}));
        QCOMPARE(office.set(office.today()).status, 200);
    }

    void whoeverKnowsAnOlderOne_isRefused()
    {
        Office office;
        Holiday planned = office.today();
        planned.state = HolidayState::Planned;
        planned = office.mustSet(planned);
        Holiday confirmed = planned;
        confirmed.state = HolidayState::Confirmed;
        QCOMPARE(office.set(confirmed).status, 200);
        QCOMPARE(office.set(confirmed).status, 409); // by a colleague, meanwhile
        QCOMPARE(office.say("try", {{u"holiday"_s, toJson(confirmed)}}).status, 409);
    }

    void whatMakesNoSense_isRefused()
    {
        Office office;
        Holiday backwards = office.today();
        backwards.to = backwards.from.addDays(-1);
        Holiday nowhere = office.today();
        nowhere.calendars = {office.id<CalendarId>()};
        Holiday unknown = office.today();
        unknown.id = office.id<HolidayId>();
        for (const char *what : {"set", "try"}) {
            QCOMPARE(office.say(what, {{u"holiday"_s, toJson(backwards)}}).status, 400);
            QCOMPARE(office.say(what, {{u"holiday"_s, toJson(nowhere)}}).status, 400);
            QCOMPARE(office.say(what, {{u"holiday"_s, toJson(unknown)}}).status, 404);
            QCOMPARE(office.say(what, {}).status, 400);
            QCOMPARE(office.say(what, {{u"holiday"_s, QJsonObject{{u"state"_s, u"sunny"_s}}}}).status, 400);
        }
        Holiday chosen = office.today();
        chosen.calendars = {office.calendar.id};
        QCOMPARE(office.set(chosen).status, 200);
    }

    void tooManyTrialsAtATime_areSentAway()
    {
        Office office;
        const QByteArray body = QJsonDocument(QJsonObject{{u"holiday"_s, toJson(office.today())}}).toJson();
        QList<std::shared_ptr<const http::Response>> answers;
        for (int i = 0; i < 5; ++i)
            answers.append(office.begin("POST", "/admin/holidays/try", body, office.token));
        QCOMPARE(answers.constLast()->status, 429);
        for (int i = 0; i < 4; ++i)
            QTRY_COMPARE(answers.at(i)->status, 200);
    }

    void aFile_bringsWhatIsNotHereYet_asPlanned()
    {
        Office office;
        const auto answer = office.import(file);
        QCOMPARE(answer.status, 200);
        const auto first = Office::must(fromJson<HolidayImport>(Office::objectIn(answer)));
        QCOMPARE(first.added.size(), 1);
        QCOMPARE(first.added.at(0).rev, 1);
        QCOMPARE(office.find<Holiday>(first.added.at(0).id), std::optional(first.added.at(0)));
        QCOMPARE(first.skipped, (QList<SkippedHoliday>{{u"Point"_s, QDate(2027, 12, 25), ImportSkip::Timed}}));
        const qint64 before = office.logged();
        const auto again = Office::must(fromJson<HolidayImport>(Office::objectIn(office.import(file))));
        QVERIFY(again.added.isEmpty());
        QCOMPARE(again.skipped.size(), 2);
        QCOMPARE(office.logged(), before);
    }

    void aBrokenFile_isRefused_andNothingIsKept()
    {
        Office office;
        const qint64 before = office.logged();
        QCOMPARE(office.import(file.first(file.size() - 20)).status, 400);
        QCOMPARE(office.import("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n").status, 404);
        QCOMPARE(office.say("import", {}).status, 400);
        QCOMPARE(office.logged(), before);
    }
};

QTEST_GUILESS_MAIN(TestHolidays)
#include "tst_holidays.moc"
