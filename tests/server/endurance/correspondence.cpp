// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/endurance/correspondence.h"

#include "core/database/statement.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace akwaba;
using namespace Qt::StringLiterals;

namespace {

template <class T> T read(Result<T> result)
{
    if (!result) qFatal("correspondence: %s", qPrintable(result.error().detail));
    return std::move(*result);
}

QJsonDocument json(const QString &column) { return QJsonDocument::fromJson(column.toUtf8()); }

} // namespace

Correspondence::Correspondence(const store::Place &place)
    : m_source(place, m_clock), m_database(read(m_source.open(store::DatabaseSource::Use::Read)))
{
}

qint64 Correspondence::count(const QString &what) const
{
    return read(m_database.value(u"SELECT COUNT(*) FROM "_s + what)).toLongLong();
}

QStringList Correspondence::receivedIds() const
{
    Statement select(m_database, u"SELECT email_message_id FROM messages WHERE direction = 'incoming'"_s);
    return read(select.rows([](const Statement &row) { return row.text(0); }));
}

QList<Correspondence::Question> Correspondence::questions() const
{
    Statement select(m_database,
                     u"SELECT ticket, id, sender FROM messages WHERE direction = 'incoming' ORDER BY at, id"_s);
    return read(select.rows([](const Statement &row) {
        const QString sender = json(row.text(2)).object().value(u"address"_s).toString();
        return Question{{row.text(0)}, {row.text(1)}, sender};
    }));
}

QList<Correspondence::Answer> Correspondence::answers() const
{
    Statement select(m_database,
                     u"SELECT m.email_message_id, j.state, m.delivery_log FROM messages m "
                     "JOIN mail_jobs j ON j.message = m.id"_s);
    return read(select.rows([](const Statement &row) {
        const QJsonArray log = json(row.text(2)).array();
        const auto unknown = std::ranges::count_if(log, [](const QJsonValue &attempt) {
            return attempt.toObject().value(u"result"_s).toString() == u"unknown"_s;
        });
        return Answer{row.text(0), row.text(1), int(unknown)};
    }));
}
