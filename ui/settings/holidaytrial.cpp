// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/holidaytrial.h"

#include "ui/text/translate.h"

namespace akwaba {

Trial trialOf(const Holiday &wanted, const HolidayWays &ways)
{
    // What is written about it moves nothing.
    Holiday bare = wanted;
    bare.nameFr.clear();
    bare.nameEn.clear();
    bare.source.clear();
    const QString title = wanted.state == HolidayState::Cancelled ? translate("Holidays", "If it is cancelled")
        : wanted.id.isEmpty()                                     ? translate("Holidays", "If it is declared")
                                                                  : translate("Holidays", "If it is confirmed");
    return {title,
            QVariant::fromValue(bare),
            [tryOut = ways.tryOut, wanted](QObject *context, const Trial::Told &told) {
                onResult(tryOut(wanted), context, [told](const Result<RuleEffect> &effect) {
                    told(effect.map([](const RuleEffect &found) { return PolicyTrial{found, 0, {}, {}}; }));
                });
            },
            {}};
}

} // namespace akwaba
