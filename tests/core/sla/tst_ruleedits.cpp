// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sla/ruleedits.h"

#include <QTest>

using namespace akwaba;
using namespace Qt::StringLiterals;

namespace {

CalendarEdit hours()
{
    CalendarEdit edit;
    edit.nameFr = u"Heures d’ouverture"_s;
    edit.nameEn = u"Opening hours"_s;
    edit.version.zone = u"Africa/Abidjan"_s;
    edit.version.weekly = {{1, {8 * 60, 12 * 60}}, {1, {14 * 60, 18 * 60}}};
    return edit;
}

QList<Calendar> calendars()
{
    Calendar open;
    open.id.value = u"c1"_s;
    Calendar retired;
    retired.id.value = u"c2"_s;
    retired.active = false;
    return {open, retired};
}

PolicyEdit promise()
{
    PolicyEdit edit;
    edit.nameFr = u"Urgent"_s;
    edit.nameEn = u"Urgent"_s;
    edit.version.conditions = {{u"priority"_s, {u"urgent"_s}, false}};
    edit.version.targets = {{Target::Resolution, ClockUnit::Business, 3600, {u"c1"_s}}};
    return edit;
}

SlaPolicy policyAt(const QString &id, int position, const QList<FieldCondition> &conditions)
{
    SlaPolicy policy;
    policy.id.value = id;
    SlaPolicyVersion version;
    version.since = QDateTime(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC);
    version.position = position;
    version.conditions = conditions;
    version.targets = promise().version.targets;
    policy.versions = {version};
    return policy;
}

FieldCondition is(const QString &field, const QStringList &values) { return {field, values, false}; }
FieldCondition isNot(const QString &field, const QStringList &values) { return {field, values, true}; }

const qint64 now = QDateTime(QDate(2026, 11, 23), QTime(9, 0), Qt::UTC).toMSecsSinceEpoch();

} // namespace

/// What the form says while somebody types, and the server when he is done.
class TestRuleEdits : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aCalendar_isRefusedForWhatIsWrongWithIt_data()
    {
        QTest::addColumn<CalendarEdit>("edit");
        QTest::addColumn<std::optional<RuleFlaw>>("flaw");
        const auto row = [](const char *name, std::optional<RuleFlaw> flaw, auto change) {
            CalendarEdit edit = hours();
            change(edit);
            QTest::newRow(name) << edit << flaw;
        };
        row("sound", std::nullopt, [](CalendarEdit &) { });
        row("no English name", RuleFlaw::NoName, [](CalendarEdit &edit) { edit.nameEn = u"  "_s; });
        row("long name", RuleFlaw::LongText, [](CalendarEdit &edit) { edit.nameFr = QString(201, u'x'); });
        row("never open", RuleFlaw::NeverOpen, [](CalendarEdit &edit) { edit.version.weekly.clear(); });
        row("only an exception", RuleFlaw::NeverOpen, [](CalendarEdit &edit) {
            edit.version.weekly.clear();
            edit.version.exceptions = {{QDate(2026, 12, 24), {{480, 720}}}};
        });
        row("nowhere", RuleFlaw::UnknownZone, [](CalendarEdit &edit) { edit.version.zone = u"Africa/Atlantis"_s; });
        row("overlapping", RuleFlaw::Overlapping,
            [](CalendarEdit &edit) { edit.version.weekly.append(WeeklyHours{1, {660, 900}}); });
        row("over midnight into the morning", RuleFlaw::Overlapping,
            [](CalendarEdit &edit) { edit.version.weekly.append(WeeklyHours{7, {20 * 60, 9 * 60}}); });
        row("25:00", RuleFlaw::ImpossibleHours,
            [](CalendarEdit &edit) { edit.version.weekly.append(WeeklyHours{2, {480, 1500}}); });
        row("a day twice", RuleFlaw::DayTwice, [](CalendarEdit &edit) {
            edit.version.exceptions = {{QDate(2026, 12, 24), {}}, {QDate(2026, 12, 24), {{480, 720}}}};
        });
    }

    void aCalendar_isRefusedForWhatIsWrongWithIt()
    {
        QFETCH(CalendarEdit, edit);
        QFETCH(std::optional<RuleFlaw>, flaw);
        QCOMPARE(sla::flawOf(edit), flaw);
    }

    void aPolicy_isRefusedForWhatIsWrongWithIt_data()
    {
        QTest::addColumn<PolicyEdit>("edit");
        QTest::addColumn<std::optional<RuleFlaw>>("flaw");
        const auto row = [](const char *name, std::optional<RuleFlaw> flaw, auto change) {
            PolicyEdit edit = promise();
            change(edit, edit.version);
            QTest::newRow(name) << edit << flaw;
        };
        using E = PolicyEdit;
        using V = SlaPolicyVersion;
        row("sound", std::nullopt, [](E &, V &) { });
        row("no name", RuleFlaw::NoName, [](E &edit, V &) { edit.nameFr.clear(); });
        row("no target", RuleFlaw::NoTarget, [](E &, V &version) { version.targets.clear(); });
        row("retired, without a target", std::nullopt, [](E &, V &version) {
            version.targets.clear();
            version.active = false;
        });
        row("a target twice", RuleFlaw::TargetTwice, [](E &, V &version) { version.targets += version.targets; });
        row("no time", RuleFlaw::NoLength, [](E &, V &version) { version.targets[0].length = 0; });
        row("less than no time", RuleFlaw::NoLength, [](E &, V &version) { version.targets[0].length = -60; });
        row("for years", RuleFlaw::LongLength, [](E &, V &version) { version.targets[0].length = 367 * 86400; });
        row("367 days", RuleFlaw::LongLength, [](E &, V &version) {
            version.targets[0] = {Target::Resolution, ClockUnit::BusinessDays, 367, {u"c1"_s}};
        });
        row("no calendar", RuleFlaw::NoCalendar, [](E &, V &version) { version.targets[0].calendar = {}; });
        row("unknown calendar", RuleFlaw::NoCalendar, [](E &, V &version) { version.targets[0].calendar = {u"c9"_s}; });
        row("retired calendar", RuleFlaw::NoCalendar, [](E &, V &version) { version.targets[0].calendar = {u"c2"_s}; });
        row("wall time", std::nullopt,
            [](E &, V &version) { version.targets[0] = {Target::Resolution, ClockUnit::Wall, 60, {}}; });
        row("0 %", RuleFlaw::ImpossiblePercents, [](E &, V &version) { version.atRiskPercents = {0, 50}; });
        row("100 %", RuleFlaw::ImpossiblePercents, [](E &, V &version) { version.atRiskPercents = {75, 100}; });
        row("not rising", RuleFlaw::ImpossiblePercents, [](E &, V &version) { version.atRiskPercents = {75, 75}; });
        row("falling", RuleFlaw::ImpossiblePercents, [](E &, V &version) { version.atRiskPercents = {90, 75}; });
        row("opened again with nothing", RuleFlaw::ImpossiblePercents,
            [](E &, V &version) { version.reopenedPercent = 0; });
        row("unknown field", RuleFlaw::UnknownField, [](E &, V &version) { version.conditions[0].field = u"mood"_s; });
        row("no value", RuleFlaw::NoValue, [](E &, V &version) { version.conditions[0].values.clear(); });
    }

    void aPolicy_isRefusedForWhatIsWrongWithIt()
    {
        QFETCH(PolicyEdit, edit);
        QFETCH(std::optional<RuleFlaw>, flaw);
        QCOMPARE(sla::flawOf(edit, calendars()), flaw);
    }

    void aReason_isAsked()
    {
        QCOMPARE(sla::reasonFlaw(u" \n"_s), RuleFlaw::NoReason);
        QCOMPARE(sla::reasonFlaw(QString(201, u'x')), RuleFlaw::LongText);
        QCOMPARE(sla::reasonFlaw(u"Nouvel horaire"_s), std::nullopt);
    }

    void theLastPolicy_takesEveryTicket_nowAndLater()
    {
        const SlaPolicy urgent = policyAt(u"p1"_s, 1, {is(u"priority"_s, {u"urgent"_s})});
        SlaPolicy all = policyAt(u"p2"_s, 2, {});
        QCOMPARE(sla::flawOf({urgent, all}, now), std::nullopt);
        QCOMPARE(sla::flawOf({}, now), RuleFlaw::NoDefault);
        QCOMPARE(sla::flawOf({urgent}, now), RuleFlaw::NoDefault);
        QCOMPARE(sla::flawOf({policyAt(u"p1"_s, 3, urgent.versions[0].conditions), all}, now), RuleFlaw::NoDefault);
        QCOMPARE(sla::flawOf({policyAt(u"p1"_s, 2, {}), all}, now), RuleFlaw::SamePosition);
        SlaPolicyVersion retired = all.versions.constFirst();
        retired.since = QDateTime::fromMSecsSinceEpoch(now + 1000, Qt::UTC);
        retired.active = false;
        all.versions.append(retired);
        QCOMPARE(sla::flawOf({urgent, all}, now), RuleFlaw::NoDefault); // in a second
    }

    void aCalendar_isUsedByWhatCounts_nowOrLater()
    {
        SlaPolicy policy = policyAt(u"p1"_s, 1, {});
        QVERIFY(sla::isUsed({u"c1"_s}, {policy}, now));
        QVERIFY(!sla::isUsed({u"c2"_s}, {policy}, now));
        SlaPolicyVersion other = policy.versions.constFirst();
        other.since = QDateTime::fromMSecsSinceEpoch(now - 1000, Qt::UTC);
        other.targets[0].calendar = {u"c2"_s};
        policy.versions.append(other);
        QVERIFY(!sla::isUsed({u"c1"_s}, {policy}, now)); // it was
        policy.versions.last().since = QDateTime::fromMSecsSinceEpoch(now + 1000, Qt::UTC);
        QVERIFY(sla::isUsed({u"c1"_s}, {policy}, now) && sla::isUsed({u"c2"_s}, {policy}, now));
    }

    void whatCanBothHold_data()
    {
        QTest::addColumn<QList<FieldCondition>>("one");
        QTest::addColumn<QList<FieldCondition>>("other");
        QTest::addColumn<bool>("can");
        using All = QList<FieldCondition>;
        const FieldCondition urgent = is(u"priority"_s, {u"urgent"_s});
        QTest::newRow("nothing asked") << All() << All() << true;
        QTest::newRow("another field") << All{urgent} << All{is(u"channel"_s, {u"chat"_s})} << true;
        QTest::newRow("another value") << All{urgent} << All{is(u"priority"_s, {u"high"_s})} << false;
        QTest::newRow("a common value") << All{urgent} << All{is(u"priority"_s, {u"high"_s, u"urgent"_s})} << true;
        QTest::newRow("all but that") << All{urgent} << All{isNot(u"priority"_s, {u"urgent"_s})} << false;
        QTest::newRow("all but another") << All{urgent} << All{isNot(u"priority"_s, {u"high"_s})} << true;
        QTest::newRow("two tags") << All{is(u"tags"_s, {u"g1"_s})} << All{is(u"tags"_s, {u"g2"_s})} << true;
        QTest::newRow("a tag and not it") << All{is(u"tags"_s, {u"g1"_s})} << All{isNot(u"tags"_s, {u"g1"_s})} << false;
        QTest::newRow("contradicts itself") << All{urgent, is(u"priority"_s, {u"low"_s})} << All() << false;
    }

    void whatCanBothHold()
    {
        QFETCH(QList<FieldCondition>, one);
        QFETCH(QList<FieldCondition>, other);
        QFETCH(bool, can);
        QCOMPARE(sla::canBothHold(one, other), can);
        QCOMPARE(sla::canBothHold(other, one), can);
    }
};

QTEST_GUILESS_MAIN(TestRuleEdits)
#include "tst_ruleedits.moc"
