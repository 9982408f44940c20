// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The part of Outbox that is begun and not meant yet: forms that are being written.
#include "core/base/clock.h"
#include "core/cache/outbox.h"
#include "core/cache/outboxrows.h"
#include "core/database/database.h"

using namespace Qt::StringLiterals;

namespace akwaba {

Result<void> Outbox::journalForm(const Intent &begun)
{
    return change([&] { return putForm(begun); });
}

Result<void> Outbox::putForm(const Intent &begun)
{
    const auto command = commandOf(begun);
    if (!command) return tl::unexpected(command.error());
    Statement upsert(*m_database,
                     u"INSERT INTO form(key, op, opver, entity, ticket, args, subjects, written_at) "
                     "VALUES(?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT(key) DO UPDATE "
                     "SET args = excluded.args, subjects = excluded.subjects, written_at = excluded.written_at"_s);
    upsert.bind(0, formKey(*command)).bind(1, begun.op).bind(2, begun.opver).bind(3, begun.entity);
    upsert.bind(4, ticketOf(*command).value).bind(5, jsonText(begun.args)).bind(6, jsonText(begun.subjects));
    return upsert.bind(7, begun.writtenAt).run();
}

Result<void> Outbox::forgetForm(const QString &key)
{
    return change([&] { return removeForm(key); });
}

Result<void> Outbox::removeForm(const QString &key)
{
    if (key.isEmpty()) return {};
    Statement gone(*m_database, u"DELETE FROM form WHERE key = ?"_s);
    return gone.bind(0, key).run();
}

Result<QList<Intent>> Outbox::begunForms()
{
    Statement rows(*m_database, u"SELECT %1 FROM form ORDER BY written_at, key"_s.arg(formColumns()));
    return rows.rows(readIntent);
}

} // namespace akwaba
