// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/holidayadministration.h"

#include "core/domain/servicelevelchangefields.h"
#include "core/protocol/codec.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace akwaba {

namespace {

// A trial looks at all open tickets and says nothing until it is over.
constexpr HttpLimits patience{10s, 60s, 120s};

template <class T> Result<T> understood(const QJsonObject &object)
{
    return fromJson<T>(object).map_error([](const Error &error) { return Error{Code::Protocol, error.detail}; });
}

} // namespace

HolidayAdministration::HolidayAdministration(const ServerAddress &server, const QByteArray &token)
    : m_administration(server, token, u"/admin/holidays"_s, patience)
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
