// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/statement.h"
#include "core/domain/schema.h"

#include <QJsonObject>

#include <map>

namespace akwaba {

class Database;

/// The texts of a record that are searched, as they are written; none is empty. Pure.
[[nodiscard]] QStringList searchedTexts(const TypeInfo &type, const QJsonObject &record);

/// The folded text of a record that is searched: its searched fields, and a ticket's number. Pure.
[[nodiscard]] QString searchedText(const TypeInfo &type, const QJsonObject &record);

/// The full-text index over tickets, messages, attachments and customers. A text gets a number made of its time, so
/// that the newest are found first, and waits in fts_todo until indexSome(). Inside the caller's transaction. The index
/// keeps no text: removing needs the very record that was indexed.
class TextIndex {
public:
    explicit TextIndex(Database &database);

    /// The record of a row became another one; an empty record is no row.
    [[nodiscard]] Result<void> replace(const TypeInfo &type, qint64 row, const QJsonObject &before,
                                       const QJsonObject &after);
    /// True while there are more to do.
    [[nodiscard]] Result<bool> indexSome(int count);

private:
    [[nodiscard]] Result<void> remove(const TypeInfo &type, qint64 row, const QString &text);
    [[nodiscard]] Result<void> add(const TypeInfo &type, qint64 row, const QJsonObject &record);
    [[nodiscard]] Result<qint64> freeNumber(const TypeInfo &type, qint64 row, const QJsonObject &record);
    [[nodiscard]] Statement &reading(const TypeInfo &type);
    [[nodiscard]] Result<void> index(qint64 doc, const TypeInfo &type, qint64 row);

    Database &m_database;
    Statement m_docOf;
    Statement m_isWaiting;
    Statement m_forget;
    Statement m_done;
    Statement m_unindex;
    Statement m_last;
    Statement m_addDoc;
    Statement m_addTodo;
    Statement m_insert;
    std::map<int, Statement> m_reading; // of a record by its row, per type
};

} // namespace akwaba
