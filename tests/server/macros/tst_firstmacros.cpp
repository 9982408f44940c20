// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/macros/firstmacros.h"
#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/domain/macroflaw.h"
#include "core/domain/variables.h"

#include <QTest>

using namespace akwaba;
using namespace akwaba::macros;
using namespace Qt::StringLiterals;

namespace {

struct NewCompany {
    ManualClock clock{QDateTime(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC)};
    SeededRandom random{1};
    FirstMacros first = firstMacros(clock, random);
    MacroSurroundings known{first.modules, {}, {}, {}, {}, {}};
};

} // namespace

class TestFirstMacros : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void allOfThem_wouldBeTakenFromAnAdministrator()
    {
        const NewCompany company;
        QVERIFY(company.first.modules.size() >= 5);
        QVERIFY(company.first.macros.size() >= 5);
        for (const TextModule &module : company.first.modules)
            QCOMPARE(flawOf(module, company.known), std::nullopt);
        for (const Macro &macro : company.first.macros)
            QCOMPARE(flawOf(macro, company.known), std::nullopt);
    }

    void eachTextIsThere_inBothLanguages_askingForTheSame()
    {
        const NewCompany company;
        const auto same = [](const QString &fr, const QString &en) {
            return !fr.isEmpty() && !en.isEmpty() && openNames(fr) == openNames(en);
        };
        for (const TextModule &module : company.first.modules)
            QVERIFY2(same(module.textFr, module.textEn), qPrintable(module.keyword));
        for (const Macro &macro : company.first.macros) {
            for (const MacroStep &step : macro.steps)
                QVERIFY2(!isText(step.act) || same(step.textFr, step.textEn), qPrintable(macro.nameEn));
        }
    }

    void french_hasItsNoBreakSpaces()
    {
        const NewCompany company;
        QStringList french;
        for (const TextModule &module : company.first.modules)
            french.append(module.textFr);
        for (const Macro &macro : company.first.macros) {
            for (const MacroStep &step : macro.steps)
                french.append(step.textFr);
        }
        for (const QString &text : french) {
            for (const QLatin1StringView sign : {" :"_L1, " ;"_L1, " !"_L1, " ?"_L1})
                QVERIFY2(!text.contains(sign), qPrintable(text));
        }
    }
};

QTEST_APPLESS_MAIN(TestFirstMacros)
#include "tst_firstmacros.moc"
