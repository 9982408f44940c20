// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/torture/sites.h"

#include "tests/server/e2e/program.h"

#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int functionsOfOurs = 2;
constexpr quint64 mostCalls = 600; // some seconds of work
constexpr quint64 mostCallsToThePlace = 3;
constexpr int mostStacks = 200; // of one place, in the environment

/// How every write of SQLite comes to the disk, every query of ours to SQLite, and every change to the commit lane: no
/// way differs by it.
bool isEverywhere(const QString &function)
{
    static const QStringList beginnings{u"mc"_s,
                                        u"unix"_s,
                                        u"seekAndWrite"_s,
                                        u"robust_"_s,
                                        u"full_fsync"_s,
                                        u"sqlite3Os"_s,
                                        u"akwaba::Database::"_s,
                                        u"akwaba::Statement::"_s,
                                        u"akwaba::Transaction::"_s,
                                        u"akwaba::store::CommitLane::run"_s,
                                        u"akwaba::store::CommitLane::flush"_s,
                                        u"akwaba::store::Store::write"_s};
    return std::ranges::any_of(beginnings, [&](const QString &beginning) { return function.startsWith(beginning); });
}

/// Beside the folder: what is written there is none of the program's own.
QString traceOf(const QString &folder) { return folder + u".trace"_s; }

} // namespace

Sites::Sites(const QString &program, akwaba::Random &random)
    : m_program(programPath(program)), m_sqlite(programPath(u"../lib/libakwaba_sqlite.so"_s)), m_random(random)
{
}

QProcessEnvironment Sites::planned(const QString &folder)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"LD_PRELOAD"_s, programPath(u"../lib/libakwaba_killpoint.so"_s));
    environment.insert(u"ASAN_OPTIONS"_s,
                       environment.value(u"ASAN_OPTIONS"_s) + u":verify_asan_link_order=0"_s); // we come first
    environment.insert(u"AKWABA_KILL_BELOW"_s, folder);
    environment.insert(u"AKWABA_KILL_TRACE"_s, traceOf(folder));
    static const QStringList ways{u"before"_s, u"half"_s, u"after"_s};
    environment.insert(u"AKWABA_KILL_HOW"_s, ways.at(qsizetype(m_random.below(quint64(ways.size())))));
    // Small numbers more often: much of what a program writes, it writes when it begins.
    environment.insert(u"AKWABA_KILL_LATEST"_s, QString::number(1 + m_random.below(1 + m_random.below(mostCalls))));
    if (Site *site = leastTried(); site != nullptr && m_random.below(4) > 0) {
        ++site->planned;
        const QList<QByteArray> stacks = site->stacks.values();
        environment.insert(u"AKWABA_KILL_STACKS"_s,
                           QString::fromLatin1(stacks.first(std::min(stacks.size(), qsizetype(mostStacks))).join(',')));
        environment.insert(u"AKWABA_KILL_NTH"_s,
                           QString::number(1 + m_random.below(1 + m_random.below(mostCallsToThePlace))));
        environment.insert(u"AKWABA_KILL_LATEST"_s, QString::number(mostCalls));
    }
    return environment;
}

Sites::Site *Sites::leastTried()
{
    const auto tries = [](const Site &site) { return site.planned + site.deaths; };
    QList<Site *> least;
    for (Site &site : m_sites) {
        if (!least.isEmpty() && tries(site) > tries(*least.constFirst())) continue;
        if (!least.isEmpty() && tries(site) < tries(*least.constFirst())) least.clear();
        least.append(&site);
    }
    return least.isEmpty() ? nullptr : least.at(qsizetype(m_random.below(quint64(least.size()))));
}

QString Sites::death(const QString &folder)
{
    QFile file(traceOf(folder));
    if (!file.open(QIODevice::ReadOnly)) return {};
    QString told;
    for (const QByteArray &line : file.readAll().split('\n')) {
        const QList<QByteArray> words = line.split(' ');
        if (words.constFirst() == "site" && words.size() == 5) note(words);
        if (words.constFirst() != "kill" || words.size() != 3) continue;
        const QString name = m_names.value(words.at(1));
        ++m_sites[name].deaths;
        told = QString::fromLatin1(words.at(2)) + u' ' + name;
    }
    file.remove();
    return told;
}

void Sites::note(const QList<QByteArray> &line)
{
    const QByteArray &hash = line.at(1);
    if (m_names.contains(hash)) return;
    const QString name = nameOf(line);
    m_names.insert(hash, name);
    m_sites[name].stacks.insert(hash);
}

/// "write outbox.db-wal < walWriteToLog < Outbox::change < Outbox::append"
QString Sites::nameOf(const QList<QByteArray> &line)
{
    QStringList parts{QString::fromLatin1(line.at(2) + ' ' + line.at(3))};
    bool isSqliteNamed = false;
    int ours = 0;
    for (const QByteArray &frame : line.at(4).split(',')) {
        const bool isSqlite = frame.startsWith('s');
        const QString function = (isSqlite ? m_sqlite : m_program).function(frame.mid(1).toULongLong(nullptr, 16));
        if (isEverywhere(function) || parts.constLast() == function) continue;
        if (isSqlite ? isSqliteNamed : !function.startsWith(u"akwaba::") || ours == functionsOfOurs) continue;
        parts.append(function);
        isSqliteNamed = isSqliteNamed || isSqlite;
        ours += isSqlite ? 0 : 1;
    }
    return parts.join(u" < "_s).remove(u"akwaba::"_s);
}

QMap<QString, int> Sites::deaths() const
{
    QMap<QString, int> counts;
    for (auto site = m_sites.cbegin(); site != m_sites.cend(); ++site) {
        if (site->deaths > 0) counts.insert(site.key(), site->deaths);
    }
    return counts;
}
