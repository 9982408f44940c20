// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/bytescan.h"
#include "core/cache/cache.h"
#include "core/cache/cachewriter.h"
#include "core/database/database.h"
#include "core/database/statement.h"
#include "core/database/transaction.h"

using namespace Qt::StringLiterals;

// The part of Cache that makes data vanish from its file.
namespace akwaba {

namespace {

/// Words that the index has of texts that are not there any more.
Result<qint64> strayWords(Database &database, const QSet<QString> &words)
{
    const auto made = database.execute(
        u"CREATE VIRTUAL TABLE IF NOT EXISTS temp.word_places USING fts5vocab('main', 'words', 'instance')"_s);
    if (!made) return tl::unexpected(made.error());
    Statement places(database,
                     u"SELECT 1 FROM temp.word_places WHERE term = ? AND doc NOT IN (SELECT doc FROM docs) LIMIT 1"_s);
    qint64 strays = 0;
    for (const QString &word : words) {
        const auto place = places.bind(0, word).first([](const Statement &) { return true; });
        if (!place) return tl::unexpected(place.error());
        strays += *place ? 1 : 0;
    }
    return strays;
}

/// The words of the index are those of the rows, folded: what is live in it explains what its blocks hold.
Result<void> scanWords(Database &database, const Needles &needles, QSet<qsizetype> &found)
{
    const auto made = database.execute(
        u"CREATE VIRTUAL TABLE IF NOT EXISTS temp.word_rows USING fts5vocab('main', 'words', 'row')"_s);
    if (!made) return made;
    Statement terms(database, u"SELECT term FROM temp.word_rows"_s);
    return terms.forEach([&](const Statement &row) { needles.search(row.text(0).toUtf8(), found); });
}

} // namespace

Result<Changed> Cache::erase(const QList<Gone> &gone, const QStringList &cancelled, Needles &needles,
                             const QList<Intent> &pending, const ApplyContext &context)
{
    return change(m_state, pending, context, [&](CacheWriter &writer) {
        writer.collectTexts(needles);
        Result<void> done;
        for (const Gone &each : gone)
            done = done.and_then([&] { return writer.purge(each); });
        for (const QString &iid : cancelled)
            done = done.and_then([&] { return writer.settle(iid); });
        return done;
    });
}

Result<Changed> Cache::eraseOutside(const QStringList &scopes, Needles &needles, const QList<Intent> &pending,
                                    const ApplyContext &context)
{
    return change(m_state, pending, context, [&](CacheWriter &writer) {
        writer.collectTexts(needles);
        return writer.purgeOutside(scopes);
    });
}

Result<void> Cache::truncateWal() { return m_database->truncateWal(); }

QString Cache::path() const { return m_database->path(); }

Result<void> Cache::scan(const Needles &needles, ScanReport &report, qint64 &strays)
{
    const auto words =
        scanPages(*m_database, needles, report).and_then([&] { return strayWords(*m_database, needles.words()); });
    if (!words) return tl::unexpected(words.error());
    strays = *words;
    return m_database->execute(u"INSERT INTO words(words) VALUES('integrity-check')"_s);
}

Result<void> Cache::scanLive(const Needles &needles, QSet<qsizetype> &found)
{
    return scanRows(*m_database, needles, found).and_then([&] { return scanWords(*m_database, needles, found); });
}

Result<void> Cache::rewrite()
{
    return m_database->execute(u"INSERT INTO words(words) VALUES('optimize')"_s).and_then([this] {
        return m_database->execute(u"VACUUM"_s);
    });
}

} // namespace akwaba
