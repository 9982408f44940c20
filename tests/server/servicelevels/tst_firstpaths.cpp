// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/servicelevels/firstpaths.h"
#include "app/server/servicelevels/firstpromises.h"
#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/sla/rules.h"

#include <QSet>
#include <QTest>

using namespace akwaba;
using namespace akwaba::servicelevels;
using namespace Qt::StringLiterals;

namespace {

QDateTime when(const QString &text) { return QDateTime::fromString(text + u'Z', Qt::ISODate); }

struct Company {
    ManualClock clock{when(u"2026-01-01T00:00:00"_s)};
    SeededRandom random{1};
    ServiceLevels levels = firstPromises(clock, random, clock.now(), false);
    sla::Rules rules{levels.calendars, levels.holidays, levels.policies};
    QList<EscalationPath> paths = firstPaths(
        levels.calendars.last().id, {TeamId{u"e-n2"_s}, TeamId{u"e-n3"_s}, TeamId{u"e-boss"_s}}, clock, random);

    /// When it is due of what is escalated on a Tuesday at 15:20.
    [[nodiscard]] QString due(int path, Target target) const
    {
        const SlaTarget *wanted = targetOf(paths.at(path), target);
        const auto at = sla::dueOf(rules, *wanted, when(u"2026-11-17T15:20:00"_s).toMSecsSinceEpoch());
        return QDateTime::fromMSecsSinceEpoch(at.value_or(0), Qt::UTC).toString(u"ddd d MMM HH:mm"_s);
    }
};

} // namespace

class TestFirstPaths : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachTier_hasItsTimes_inOpeningHours()
    {
        const Company company;
        QCOMPARE(company.paths.size(), 3);
        QCOMPARE(company.due(0, Target::Pickup), u"Tue 17 Nov 17:20"_s);
        QCOMPARE(company.due(0, Target::Update), u"Wed 18 Nov 18:00"_s);
        QCOMPARE(company.due(1, Target::Pickup), u"Wed 18 Nov 09:20"_s);
        QCOMPARE(company.due(1, Target::Update), u"Fri 20 Nov 18:00"_s);
        QCOMPARE(company.due(2, Target::Pickup), u"Tue 17 Nov 16:20"_s);
        QCOMPARE(company.due(2, Target::Update), u"Wed 18 Nov 09:20"_s);
    }

    void whatNobodyAccepts_goesToTheSupervisor_andNoFurther()
    {
        const Company company;
        QCOMPARE(company.paths.at(0).otherwise, company.paths.at(2).id);
        QCOMPARE(company.paths.at(1).otherwise, company.paths.at(2).id);
        QVERIFY(company.paths.at(2).otherwise.isEmpty());
        QCOMPARE(company.paths.at(2).kind, EscalationKind::Hierarchical);
    }

    void customers_areToldStepsInBothLanguages_thatNameNobody()
    {
        QSet<int> positions;
        const Company company;
        for (const EscalationPath &path : company.paths) {
            QVERIFY(!path.nameFr.isEmpty() && !path.nameEn.isEmpty());
            QVERIFY(!path.stepsFr.isEmpty());
            QCOMPARE(path.stepsEn.size(), path.stepsFr.size());
            QVERIFY(path.stepsFr.filter(path.nameFr).isEmpty() && path.stepsEn.filter(path.nameEn).isEmpty());
            positions.insert(path.position);
        }
        QCOMPARE(positions.size(), 3);
    }

    void eachLeadsToItsTeam()
    {
        const Company company;
        QCOMPARE(company.paths.at(0).team.value, u"e-n2"_s);
        QCOMPARE(company.paths.at(1).team.value, u"e-n3"_s);
        QCOMPARE(company.paths.at(2).team.value, u"e-boss"_s);
    }
};

QTEST_GUILESS_MAIN(TestFirstPaths)
#include "tst_firstpaths.moc"
