// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/servicelevels/firstpaths.h"

#include "core/base/id.h"

using namespace Qt::StringLiterals;

namespace akwaba::servicelevels {

namespace {

constexpr qint64 secondsOfAnHour = 60 * 60;

EscalationPath expertsPath()
{
    EscalationPath path;
    path.nameFr = u"Technique N2"_s;
    path.nameEn = u"Experts, tier 2"_s;
    path.stepsFr = {u"Nos techniciens examinent votre demande."_s, u"Ils nous disent quelle solution vous convient."_s,
                    u"Nous vous l’écrivons et la mettons en œuvre."_s};
    path.stepsEn = {u"Our technicians look into your request."_s, u"They tell us which solution suits you."_s,
                    u"We write to you and put it in place."_s};
    return path;
}

EscalationPath supplierPath()
{
    EscalationPath path;
    path.nameFr = u"Fournisseur N3"_s;
    path.nameEn = u"Supplier, tier 3"_s;
    path.tier = 3;
    path.stepsFr = {u"Nous interrogeons le fabricant ou le transporteur."_s, u"Nous vérifions sa réponse."_s,
                    u"Nous vous l’écrivons et la mettons en œuvre."_s};
    path.stepsEn = {u"We ask the manufacturer or the carrier."_s, u"We check the answer."_s,
                    u"We write to you and put it in place."_s};
    return path;
}

EscalationPath supervisorPath()
{
    EscalationPath path;
    path.nameFr = u"Superviseur"_s;
    path.nameEn = u"Supervisor"_s;
    path.kind = EscalationKind::Hierarchical;
    path.tier = 3;
    path.stepsFr = {u"Un responsable relit votre dossier."_s, u"Il décide de la suite."_s,
                    u"Nous vous écrivons sa décision."_s};
    path.stepsEn = {u"A manager reads your file again."_s, u"The next step is decided."_s,
                    u"We write to you what was decided."_s};
    return path;
}

} // namespace

QList<EscalationPath> firstPaths(const CalendarId &opening, const EscalationTeams &teams, const Clock &clock,
                                 Random &random)
{
    const auto hours = [&opening](Target target, qint64 count) {
        return SlaTarget{target, ClockUnit::Business, count * secondsOfAnHour, opening};
    };
    const auto days = [&opening](Target target, qint64 count) {
        return SlaTarget{target, ClockUnit::BusinessDays, count, opening};
    };
    EscalationPath experts = expertsPath();
    experts.team = teams.experts;
    experts.targets = {hours(Target::Pickup, 2), days(Target::Update, 1)};
    EscalationPath supplier = supplierPath();
    supplier.team = teams.supplier;
    supplier.targets = {hours(Target::Pickup, 4), days(Target::Update, 3)};
    EscalationPath supervisor = supervisorPath();
    supervisor.team = teams.supervisors;
    supervisor.targets = {hours(Target::Pickup, 1), hours(Target::Update, 4)};
    QList<EscalationPath> all{experts, supplier, supervisor};
    for (qsizetype i = 0; i < all.size(); ++i) {
        all[i].id = newId<EscalationPathId>(clock, random);
        all[i].position = int(i) + 1;
    }
    for (EscalationPath *path : {&all[0], &all[1]})
        path->otherwise = all.at(2).id;
    return all;
}

} // namespace akwaba::servicelevels
