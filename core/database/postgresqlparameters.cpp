// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/postgresqlparameters.h"

#include "core/database/calllimit.h"
#include "core/database/database.h"

#include <libpq-fe.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace akwaba {

namespace {

/// A client that waits for somebody else's lock must not wait for ever, and one that was forgotten in the middle of a
/// transaction must not hold up all others. A server that vanished without a word is given up after 15 s. A slow
/// statement is ended by the server before our own limit for calls is reached, which ends the connection.
QString session(const PostgresqlOptions &options)
{
    const auto statement = options.limit ? options.limit->longest() * 9 / 10 : 0ms; // 0: it may last
    return u"connect_timeout=5 keepalives_idle=10 keepalives_interval=5 keepalives_count=2 tcp_user_timeout=15000 "
           "application_name=akwaba options='-c lock_timeout=2s -c statement_timeout=%1 "
           "-c idle_in_transaction_session_timeout=10s -c client_min_messages=warning -c timezone=UTC "
           "-c standard_conforming_strings=on%2'"_s.arg(statement.count())
               .arg(options.readOnly ? u" -c default_transaction_read_only=on"_s : QString());
}

QString asValue(QString value) { return u'\'' + value.replace(u'\\', u"\\\\"_s).replace(u'\'', u"\\'"_s) + u'\''; }

} // namespace

/// Takes the URL apart with libpq's own reader.
Result<PostgresqlParameters> postgresqlParameters(const PostgresqlOptions &options)
{
    char *complaint = nullptr;
    PQconninfoOption *const parsed = PQconninfoParse(options.url.toUtf8().constData(), &complaint);
    PQfreemem(complaint); // it may hold the password
    if (parsed == nullptr) return fail(Code::BadInput, u"the URL of the database is none"_s);
    PostgresqlParameters parameters{{}, options.password};
    for (const PQconninfoOption *option = parsed; option->keyword != nullptr; ++option) {
        const QString value = QString::fromUtf8(option->val);
        if (option->val == nullptr || value.isEmpty()) continue;
        const auto keyword = QLatin1StringView(option->keyword);
        if (keyword == "password"_L1) {
            if (parameters.password.isEmpty()) parameters.password = value;
        } else if (keyword != "options"_L1 && keyword != "client_encoding"_L1) { // ours
            parameters.pairs += keyword + u'=' + asValue(value) + u' ';
        }
    }
    PQconninfoFree(parsed);
    if (parameters.pairs.contains(u';')) return fail(Code::BadInput, u"a semicolon in the URL of the database"_s);
    parameters.pairs += session(options);
    return parameters;
}

/// What the server says names the user and the database, which is no secret here.
Error notConnected(const QString &words)
{
    const QString said = words.trimmed();
    const bool refused = said.contains(u"authentication failed"_s) || said.contains(u"does not exist"_s)
        || said.contains(u"pg_hba.conf"_s) || said.contains(u"permission denied for database"_s)
        || said.contains(u"no password supplied"_s);
    return {refused ? Code::Denied : Code::Unreachable, u"PostgreSQL: "_s + said};
}

} // namespace akwaba
