// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/mailadministration.h"

#include "core/domain/mailaccountfields.h"
#include "core/protocol/codec.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace akwaba {

namespace {

// A trial says nothing until it is over.
constexpr HttpLimits limits{10s, 200s, 240s};

template <class T> Result<QList<T>> listIn(const QJsonObject &object, const QString &name)
{
    QList<T> list;
    for (const QJsonValue &value : object.value(name).toArray()) {
        auto one = fromJson<T>(value.toObject());
        if (!one) return fail(Code::Protocol, one.error().detail);
        list.append(std::move(*one));
    }
    return list;
}

QJsonObject bodyOf(const MailAccount &account, const MailPasswords &passwords)
{
    return {{u"account"_s, toJson(account)}, {u"passwords"_s, toJson(passwords)}};
}

Result<void> nothing(const QJsonObject & /*object*/) { return {}; }

} // namespace

MailAdministration::MailAdministration(const ServerAddress &server, const QByteArray &token)
    : m_administration(server, token, u"/admin/mail-accounts"_s, limits)
{
}

QFuture<Result<QList<MailAccount>>> MailAdministration::accounts()
{
    return m_administration.ask<QList<MailAccount>>(
        "GET", {}, {}, [](const QJsonObject &object) { return listIn<MailAccount>(object, u"accounts"_s); });
}

QFuture<Result<void>> MailAdministration::set(const MailAccount &account, const MailPasswords &passwords)
{
    return m_administration.ask<void>("POST", u"/set"_s, bodyOf(account, passwords), nothing);
}

QFuture<Result<void>> MailAdministration::remove(const MailAccountId &id)
{
    return m_administration.ask<void>("POST", u"/remove"_s, {{u"id"_s, id.value}}, nothing);
}

QFuture<Result<QList<MailCheck>>> MailAdministration::test(const MailAccount &account, const MailPasswords &passwords)
{
    return m_administration.ask<QList<MailCheck>>(
        "POST", u"/test"_s, bodyOf(account, passwords),
        [](const QJsonObject &object) { return listIn<MailCheck>(object, u"checks"_s); });
}

} // namespace akwaba
