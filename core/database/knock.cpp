// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/knock.h"

#include "core/database/database.h"

#include <libpq-fe.h>

#include <array>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace akwaba {

namespace {

constexpr auto pauseBetweenAttempts = 1s;
/// One that is taken up by a server that thaws is answered at once, so it pays to be patient; but the server may have
/// come back on another machine.
constexpr auto longestAttempt = 15s;
/// Anybody may ask it, and it changes nothing but the log that a commit waits for.
constexpr auto question = "SELECT pg_logical_emit_message(true, 'akwaba', '')";

} // namespace

Knock::Knock(const PostgresqlOptions &options, std::chrono::milliseconds pause)
    : m_parameters(postgresqlParameters({options.url, options.password}))
{
    m_timer.setSingleShot(true);
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] {
        if (m_connection == nullptr)
            begin();
        else
            again();
    });
    m_timer.start(pause);
}

Knock::~Knock() { hangUp(); }

void Knock::begin()
{
    if (!m_parameters) return end();
    const QByteArray pairs = m_parameters->pairs.toUtf8();
    const QByteArray password = m_parameters->password.toUtf8();
    const std::array keywords{"dbname", "password", static_cast<const char *>(nullptr)};
    const std::array values{pairs.constData(), password.constData(), static_cast<const char *>(nullptr)};
    m_connection = PQconnectStartParams(keywords.data(), values.data(), 1); // 1: "dbname" holds all pairs
    if (PQstatus(m_connection) == CONNECTION_BAD) return again();
    m_timer.start(longestAttempt);
    wait(QSocketNotifier::Write);
}

void Knock::again()
{
    hangUp();
    m_timer.start(pauseBetweenAttempts);
}

void Knock::end()
{
    hangUp();
    m_timer.stop();
    m_isAnswered = true;
}

void Knock::hangUp()
{
    if (m_notifier) m_notifier->setEnabled(false); // it may be deleted after its socket was closed
    m_notifier.reset();
    PQfinish(m_connection);
    m_connection = nullptr;
    m_isAsking = false;
}

/// A new one each time: libpq may try several addresses, each with a socket of its own.
void Knock::wait(QSocketNotifier::Type type)
{
    m_notifier.reset(new QSocketNotifier(PQsocket(m_connection), type));
    QObject::connect(m_notifier.get(), &QSocketNotifier::activated, &m_timer, [this] { proceed(); });
}

void Knock::proceed()
{
    m_notifier->setEnabled(false);
    m_notifier.reset();
    if (m_isAsking)
        proceedAsking();
    else
        proceedConnecting();
}

void Knock::proceedConnecting()
{
    switch (PQconnectPoll(m_connection)) {
    case PGRES_POLLING_READING: return wait(QSocketNotifier::Read);
    case PGRES_POLLING_WRITING: return wait(QSocketNotifier::Write);
    case PGRES_POLLING_OK: break;
    default:
        if (notConnected(QString::fromUtf8(PQerrorMessage(m_connection))).code == Code::Denied) return end();
        return again();
    }
    m_isAsking = PQsendQuery(m_connection, question) == 1;
    if (!m_isAsking) return again();
    wait(QSocketNotifier::Read);
}

void Knock::proceedAsking()
{
    if (PQconsumeInput(m_connection) == 0) return again();
    if (PQisBusy(m_connection) == 1) return wait(QSocketNotifier::Read);
    end();
}

} // namespace akwaba
