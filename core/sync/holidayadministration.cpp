// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/holidayadministration.h"

#include "core/domain/servicelevelchangefields.h"

using namespace Qt::StringLiterals;

namespace akwaba {

HolidayAdministration::HolidayAdministration(const ServerAddress &server, const QByteArray &token)
    : m_administration(server, token, u"/admin/holidays"_s, trialPatience)
{
}

QFuture<Result<RuleEffect>> HolidayAdministration::tryOut(const Holiday &holiday)
{
    return m_administration.ask<RuleEffect>("POST", u"/try"_s, {{u"holiday"_s, toJson(holiday)}},
                                            understood<RuleEffect>);
}

QFuture<Result<Holiday>> HolidayAdministration::set(const Holiday &holiday)
{
    return m_administration.ask<Holiday>(
        "POST", u"/set"_s, {{u"holiday"_s, toJson(holiday)}},
        [](const QJsonObject &object) { return understood<Holiday>(object.value(u"holiday"_s).toObject()); });
}

QFuture<Result<HolidayImport>> HolidayAdministration::import(const QByteArray &ics)
{
    return m_administration.ask<HolidayImport>("POST", u"/import"_s, {{u"ics"_s, QString::fromUtf8(ics)}},
                                               understood<HolidayImport>);
}

} // namespace akwaba
