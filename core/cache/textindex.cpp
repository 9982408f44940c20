// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/textindex.h"

#include "core/database/database.h"
#include "core/database/table.h"
#include "core/domain/customer.h"
#include "core/domain/message.h"
#include "core/domain/ticket.h"
#include "core/protocol/codec.h"
#include "core/text/fold.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

// Numbers: milliseconds with room for 2,048 texts each; below them those without a time, by their row.
constexpr int roomBits = 11;
constexpr qint64 room = qint64{1} << roomBits;

void collect(const QJsonValue &value, QStringList &texts)
{
    if (value.isString()) texts += value.toString();
    if (value.isArray()) {
        for (const QJsonValue &element : value.toArray())
            collect(element, texts);
    }
    if (value.isObject()) {
        for (const QJsonValue &member : value.toObject())
            collect(member, texts);
    }
}

QString timeMember(const TypeInfo &type, const QJsonObject &record)
{
    if (&type == &typeInfo<Ticket>()) return record.value(u"receivedAt"_s).toString();
    if (&type != &typeInfo<Message>()) return {};
    const QJsonValue at = record.value(u"at"_s);
    return (at.isString() ? at : record.value(u"writtenAt"_s)).toString();
}

QString ticketOf(const TypeInfo &type, const QJsonObject &record)
{
    return record.value(&type == &typeInfo<Ticket>() ? u"id"_s : u"ticket"_s).toString();
}

/// Folding is the dear part, and only what is indexed or taken out needs it.
QString unfoldedText(const TypeInfo &type, const QJsonObject &record)
{
    return searchedTexts(type, record).join(u'\n');
}

} // namespace

QStringList searchedTexts(const TypeInfo &type, const QJsonObject &record)
{
    QStringList texts;
    for (const FieldInfo &field : type.fields) {
        if (field.searched) collect(record.value(field.name), texts);
    }
    if (&type == &typeInfo<Ticket>()) texts += record.value(u"number"_s).toString();
    texts.removeAll(QString());
    return texts;
}

QString searchedText(const TypeInfo &type, const QJsonObject &record) { return folded(unfoldedText(type, record)); }

TextIndex::TextIndex(Database &database)
    : m_database(database), m_docOf(database, u"SELECT doc FROM docs WHERE type = ? AND row = ?"_s),
      m_isWaiting(database, u"SELECT 1 FROM fts_todo WHERE doc = ?"_s),
      m_forget(database, u"DELETE FROM docs WHERE doc = ?"_s),
      m_done(database, u"DELETE FROM fts_todo WHERE doc = ?"_s),
      m_unindex(database, u"INSERT INTO words(words, rowid, text) VALUES('delete', ?, ?)"_s),
      m_last(database, u"SELECT max(doc) FROM docs WHERE doc BETWEEN ? AND ?"_s),
      m_addDoc(database, u"INSERT INTO docs(doc, type, row, ticket) VALUES(?, ?, ?, ?)"_s),
      m_addTodo(database, u"INSERT INTO fts_todo(doc) VALUES(?)"_s),
      m_insert(database, u"INSERT INTO words(rowid, text) VALUES(?, ?)"_s)
{
}

Result<void> TextIndex::replace(const TypeInfo &type, qint64 row, const QJsonObject &before, const QJsonObject &after)
{
    const QString oldText = unfoldedText(type, before);
    const QString newText = unfoldedText(type, after);
    const bool sameTime = timeMember(type, before) == timeMember(type, after);
    if (oldText == newText && (sameTime || newText.isEmpty())) return {};
    if (!oldText.isEmpty()) {
        if (const auto removed = remove(type, row, folded(oldText)); !removed) return removed;
    }
    return newText.isEmpty() ? Result<void>{} : add(type, row, after);
}

Result<void> TextIndex::remove(const TypeInfo &type, qint64 row, const QString &text)
{
    const auto number = [](const Statement &found) { return found.integer(0); };
    const auto doc = m_docOf.bind(0, type.number).bind(1, row).first(number);
    if (!doc) return tl::unexpected(doc.error());
    if (!*doc) return {};
    const auto waiting = m_isWaiting.bind(0, **doc).first(number);
    if (!waiting) return tl::unexpected(waiting.error());
    const auto taken = *waiting ? m_done.bind(0, **doc).run() : m_unindex.bind(0, **doc).bind(1, text).run();
    if (!taken) return taken;
    return m_forget.bind(0, **doc).run();
}

Result<qint64> TextIndex::freeNumber(const TypeInfo &type, qint64 row, const QJsonObject &record)
{
    const QDateTime time = fromUtcDate(timeMember(type, record));
    if (!time.isValid() || time.toMSecsSinceEpoch() <= 0) return row * 32 + type.number;
    for (qint64 base = time.toMSecsSinceEpoch() << roomBits;; base += room) {
        const auto last = m_last.bind(0, base).bind(1, base + room - 1).first([base](const Statement &found) {
            return found.isNull(0) ? base - 1 : found.integer(0);
        });
        if (!last) return tl::unexpected(last.error());
        if (**last < base + room - 1) return **last + 1;
    }
}

Result<void> TextIndex::add(const TypeInfo &type, qint64 row, const QJsonObject &record)
{
    const auto doc = freeNumber(type, row, record);
    if (!doc) return tl::unexpected(doc.error());
    m_addDoc.bind(0, *doc).bind(1, type.number).bind(2, row).bind(3, ticketOf(type, record));
    return m_addDoc.run().and_then([&] { return m_addTodo.bind(0, *doc).run(); });
}

Result<bool> TextIndex::indexSome(int count)
{
    struct Waiting {
        qint64 doc;
        int type;
        qint64 row;
    };
    Statement newest(m_database,
                     u"SELECT t.doc, d.type, d.row FROM fts_todo t JOIN docs d ON d.doc = t.doc "
                     "ORDER BY t.doc DESC LIMIT ?"_s);
    auto waiting = newest.bind(0, count).rows(
        [](const Statement &row) { return Waiting{row.integer(0), static_cast<int>(row.integer(1)), row.integer(2)}; });
    if (!waiting) return tl::unexpected(waiting.error());
    // The newest slice first, but upwards in it: FTS5 writes a segment each time that a number is below the last.
    std::sort(waiting->begin(), waiting->end(), [](const Waiting &a, const Waiting &b) { return a.doc < b.doc; });
    for (const Waiting &text : *waiting) {
        const TypeInfo *type = typeByNumber(text.type);
        if (type == nullptr) return fail(Code::Corrupt, u"a text of no type"_s);
        if (const auto done = index(text.doc, *type, text.row); !done) return tl::unexpected(done.error());
    }
    return waiting->size() == count;
}

Statement &TextIndex::reading(const TypeInfo &type)
{
    const auto found = m_reading.find(type.number);
    if (found != m_reading.end()) return found->second;
    Statement made(m_database, select(type) + u" WHERE \"row\" = ?"_s);
    return m_reading.emplace(type.number, std::move(made)).first->second;
}

Result<void> TextIndex::index(qint64 doc, const TypeInfo &type, qint64 row)
{
    const auto record = reading(type).bind(0, row).first([&](const Statement &r) { return readRecord(r, type); });
    if (!record) return tl::unexpected(record.error());
    m_insert.bind(0, doc).bind(1, searchedText(type, record->value_or(QJsonObject())));
    return m_insert.run().and_then([&] { return m_done.bind(0, doc).run(); });
}

} // namespace akwaba
