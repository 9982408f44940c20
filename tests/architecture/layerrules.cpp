// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/architecture/layerrules.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace akwaba::architecture {

namespace {

const QStringList &pure()
{
    static const QStringList folders{u"core/domain"_s, u"core/sla"_s, u"core/text"_s, u"core/protocol"_s};
    return folders;
}

const QStringList &sqlFolders()
{
    static const QStringList folders{u"core/database"_s, u"core/cache"_s, u"app/server/store"_s};
    return folders;
}

} // namespace

const QStringList &productFolders()
{
    static const QStringList folders{u"app"_s, u"core"_s, u"ui"_s};
    return folders;
}

const QList<Edges> &edges()
{
    static const QString base = u"core/base"_s, domain = u"core/domain"_s, text = u"core/text"_s, sla = u"core/sla"_s,
                         protocol = u"core/protocol"_s, database = u"core/database"_s, cache = u"core/cache"_s,
                         sync = u"core/sync"_s;
    static const QList<Edges> table{
        {base, {}},
        {domain, {base}},
        {text, {base}},
        {sla, {base, domain}},
        {protocol, {base, domain, sla}},
        {database, {base, domain, protocol}},
        {cache, {base, domain, text, sla, protocol, database}},
        {sync, {base, domain, text, sla, protocol, database, cache}},
        {u"core/actions"_s, {base, domain, text, sla, protocol, database, cache, sync}},
        {u"ui"_s, {u"core"_s, u"ui"_s}},
        {u"ui/widgets"_s, {base}},
        {u"ui/text"_s, {u"core"_s, u"ui/widgets"_s}},
        {u"app/server"_s, {base, domain, text, sla, protocol, database, u"app/server"_s}},
        {u"app/server/http"_s, {base}},
        {u"app/server/store"_s, {base, domain, text, sla, protocol, database}},
        {u"app/console"_s, {u"core"_s, u"ui"_s}},
        {u"app/ctl"_s, {u"core"_s}},
    };
    return table;
}

const QList<Ban> &bannedModules()
{
    static const QString gui = u"QtGui|QtWidgets|QtSvg|QtSvgWidgets|QtPrintSupport"_s;
    static const QString network = u"QtNetwork|QtWebSockets"_s;
    static const QList<Ban> table{
        {{u"core"_s, u"app/server"_s, u"app/ctl"_s}, {}, gui, u"no user interface here"_s},
        {{u"core"_s}, {u"core/sync"_s}, network, u"only core/sync and app/ talk to the network"_s},
        {{u"ui"_s}, {}, network, u"ui/ never talks to the network"_s},
        {productFolders(), sqlFolders(), u"QtSql"_s,
         u"SQL belongs to core/database, core/cache and app/server/store"_s},
    };
    return table;
}

const QList<Ban> &bannedWords()
{
    static const QList<Ban> table{
        {productFolders(), {}, uR"(\bprocessEvents\b)"_s, u"no processEvents"_s},
        {productFolders(), {}, uR"(\bQEventLoop\b)"_s, u"no nested event loops"_s},
        {{u"ui"_s}, {}, uR"((?:\.|->)exec\()"_s, u"no nested event loops: open() instead of exec()"_s},
        {productFolders(), {}, uR"(\bfriend\b)"_s, u"no friends"_s},
        {productFolders(), {}, uR"((?<!Application)::instance\(\))"_s, u"no singletons"_s},
        {productFolders(), {}, uR"(\binstance\(\)\s*(?:const\s*)?\{)"_s, u"no singletons"_s},
        {productFolders(), {}, uR"(\b(?:SIGNAL|SLOT)\()"_s, u"connect members and lambdas, not strings"_s},
        {productFolders(), {}, uR"(\bQThread::m?sleep\b|\bsleep_for\b)"_s, u"nothing sleeps"_s},
        {pure(), {}, uR"(\b(?:QObject|Q_OBJECT|Q_GADGET)\b)"_s, u"values and functions only"_s},
        {pure(), {}, uR"(\b(?:QFile|QSaveFile|QDir|QSettings|QProcess|fopen)\b|\bstd::[io]?fstream\b)"_s, u"no I/O"_s},
        {pure(),
         {},
         uR"(\bcurrent(?:DateTime|DateTimeUtc|Date|Time|MSecsSinceEpoch|SecsSinceEpoch)\b|_clock::now\b)"_s,
         u"no clock: time is an argument"_s},
        {pure(), {}, uR"(\b(?:QTimer|QElapsedTimer|QRandomGenerator)\b)"_s, u"no clock and no chance"_s},
        {{u"core"_s, u"app/server"_s, u"app/ctl"_s},
         {},
         uR"((?<!\w)tr\(|\bQ(?:T_TR_NOOP|T_TRANSLATE_NOOP|CoreApplication::translate)\b)"_s,
         u"words for people stand in ui/"_s},
        {{u"core/base"_s, u"core/domain"_s, u"core/text"_s, u"core/sla"_s, u"core/actions"_s, u"ui"_s},
         {},
         uR"(\bQJson\w+\b)"_s,
         u"JSON belongs to core/protocol and the edges"_s},
    };
    return table;
}

const Ban &sqlText()
{
    static const Ban ban{
        productFolders(), sqlFolders(),
        uR"(\b(?:select\s.+\sfrom\s+\w+\s*(?:$|[,;)]|where\b|order\b|join\b|left\b|group\b|limit\b|as\b))"
        uR"(|insert\s+(?:or\s+\w+\s+)?into\s+\w+|update\s+\w+\s+set\s+\w+\s*=|delete\s+from\s+\w+\s*(?:$|where\b))"
        uR"(|create\s+(?:virtual\s+)?(?:table|index|trigger)\s+\w+|pragma\s+\w+))"_s,
        u"SQL text belongs to core/database, core/cache and app/server/store"_s};
    return ban;
}

bool liesIn(const QString &path, const QString &folder) { return path == folder || path.startsWith(folder + u'/'); }

bool liesInOne(const QString &path, const QStringList &folders)
{
    return std::any_of(folders.begin(), folders.end(), [&](const QString &folder) { return liesIn(path, folder); });
}

bool applies(const Ban &ban, const QString &path)
{
    return liesInOne(path, ban.folders) && !liesInOne(path, ban.except);
}

} // namespace akwaba::architecture
