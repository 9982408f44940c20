// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/mailadministration.h"

#include "core/domain/mailaccountfields.h"
#include "core/protocol/codec.h"

#include <QJsonArray>
#include <QJsonDocument>

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

/// What the server refuses here means more than a request that failed.
std::optional<Error> refusalOf(const HttpReply &reply)
{
    const std::optional<Error> error = errorOf(reply);
    if (!error || reply.error) return error;
    if (reply.status == 400) return Error{Code::BadInput, {}};
    if (reply.status == 404) return Error{Code::NotFound, {}};
    if (reply.status == 409) return Error{Code::Conflict, {}};
    return error;
}

Result<void> nothing(const QJsonObject & /*object*/) { return {}; }

} // namespace

MailAdministration::MailAdministration(const ServerAddress &server, const QByteArray &token, QObject *parent)
    : QObject(parent), m_http(server, limits)
{
    m_http.setToken(token);
}

template <class T, class F>
QFuture<Result<T>> MailAdministration::ask(const QByteArray &method, const QString &path, const QJsonObject &body,
                                           F understand)
{
    auto answer = std::make_shared<Answer<T>>();
    QFuture<Result<T>> future = answer->future();
    const QByteArray bytes = body.isEmpty() ? QByteArray() : QJsonDocument(body).toJson(QJsonDocument::Compact);
    m_http.send(++m_request, method, u"/admin/mail-accounts"_s + path, bytes,
                [answer, understand](const HttpReply &reply) {
                    if (const std::optional<Error> error = refusalOf(reply))
                        answer->give(Result<T>(tl::unexpected(*error)));
                    else
                        answer->give(understand(QJsonDocument::fromJson(reply.body).object()));
                });
    return future;
}

QFuture<Result<QList<MailAccount>>> MailAdministration::accounts()
{
    return ask<QList<MailAccount>>(
        "GET", {}, {}, [](const QJsonObject &object) { return listIn<MailAccount>(object, u"accounts"_s); });
}

QFuture<Result<void>> MailAdministration::set(const MailAccount &account, const MailPasswords &passwords)
{
    return ask<void>("POST", u"/set"_s, bodyOf(account, passwords), nothing);
}

QFuture<Result<void>> MailAdministration::remove(const MailAccountId &id)
{
    return ask<void>("POST", u"/remove"_s, {{u"id"_s, id.value}}, nothing);
}

QFuture<Result<QList<MailCheck>>> MailAdministration::test(const MailAccount &account, const MailPasswords &passwords)
{
    return ask<QList<MailCheck>>("POST", u"/test"_s, bodyOf(account, passwords),
                                 [](const QJsonObject &object) { return listIn<MailCheck>(object, u"checks"_s); });
}

} // namespace akwaba
