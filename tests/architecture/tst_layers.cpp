// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/architecture/layers.h"

#include <QDir>
#include <QDirIterator>
#include <QLibraryInfo>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace akwaba::architecture;

namespace {

Files tree()
{
    const QDir root(qEnvironmentVariable("AKWABA_SOURCE_DIR"));
    Files files;
    for (const auto &top : {u"app"_s, u"core"_s, u"ui"_s}) {
        QDirIterator entries(root.filePath(top), {u"*.h"_s, u"*.cpp"_s, u"*.inc"_s}, QDir::Files,
                             QDirIterator::Subdirectories);
        while (entries.hasNext()) {
            QFile file(entries.next());
            if (file.open(QIODevice::ReadOnly))
                files.insert(root.relativeFilePath(file.fileName()), QString::fromUtf8(file.readAll()));
        }
    }
    return files;
}

QtHeaders qtHeaders()
{
    QtHeaders headers;
    for (const auto &module : {u"QtGui"_s, u"QtWidgets"_s, u"QtSvg"_s, u"QtSvgWidgets"_s, u"QtPrintSupport"_s,
                               u"QtNetwork"_s, u"QtWebSockets"_s, u"QtSql"_s}) {
        const QDir folder(QLibraryInfo::path(QLibraryInfo::HeadersPath) + u'/' + module);
        for (const QString &header : folder.entryList(QDir::Files))
            headers.insert(header, module);
    }
    return headers;
}

QString described(const QList<Fault> &faults)
{
    QStringList lines;
    for (const Fault &fault : faults)
        lines.append(u"%1:%2: %3"_s.arg(fault.file).arg(fault.line).arg(fault.what));
    return lines.join(u'\n');
}

} // namespace

// The layers of this tree; and that a planted fault of each kind is found, for a rule nobody can break proves nothing.
class LayersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theTree_keepsItsLayers();
    void theHeadersOfQt_areKnown();
    void aGoodTree_hasNoFaults();
    void aPlantedFault_isFound_data();
    void aPlantedFault_isFound();
    void aWordInACommentOrLiteral_isNoFault_data();
    void aWordInACommentOrLiteral_isNoFault();
    void aCycleOfFolders_isFound();
    void mainMayComposeWhatIncludesItsFolder();
};

void LayersTest::theTree_keepsItsLayers()
{
    const Files files = tree();
    QVERIFY(files.contains(u"core/base/result.h"_s));
    const auto found = faults(files, qtHeaders());
    QVERIFY2(found.isEmpty(), qPrintable(u'\n' + described(found)));
}

void LayersTest::theHeadersOfQt_areKnown()
{
    const auto headers = qtHeaders();
    QCOMPARE(headers.value(u"QWidget"_s), u"QtWidgets"_s);
    QCOMPARE(headers.value(u"QColor"_s), u"QtGui"_s);
    QCOMPARE(headers.value(u"QTcpSocket"_s), u"QtNetwork"_s);
    QCOMPARE(headers.value(u"QSqlQuery"_s), u"QtSql"_s);
    QVERIFY(!headers.contains(u"QString"_s));
}

void LayersTest::aGoodTree_hasNoFaults()
{
    const Files files{
        {u"core/base/id.h"_s, u"#include <QString>\n"_s},
        {u"core/cache/inbox.cpp"_s,
         u"#include \"core/base/id.h\"\n#include <QSqlQuery>\nauto a = \"select 1 from b\";"_s},
        {u"core/cache/inbox.h"_s, u"\n"_s},
        {u"ui/inbox/view.cpp"_s, u"#include <QWidget>\n#include \"core/cache/inbox.h\"\n#include \"view.moc\"\n"_s},
        {u"ui/shell/main.cpp"_s, u"auto *a = QCoreApplication::instance();"_s},
    };
    const auto found = faults(files, qtHeaders());
    QVERIFY2(found.isEmpty(), qPrintable(described(found)));
}

void LayersTest::aPlantedFault_isFound_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("text");

    QTest::newRow("upward include") << u"core/base/a.h"_s << u"#include \"core/cache/known.h\"\n"_s;
    QTest::newRow("core knows ui") << u"core/actions/a.h"_s << u"#include \"ui/shell/known.h\"\n"_s;
    QTest::newRow("server knows cache") << u"app/server/jobs/a.h"_s << u"#include \"core/cache/known.h\"\n"_s;
    QTest::newRow("http knows business") << u"app/server/http/a.h"_s << u"#include \"core/domain/known.h\"\n"_s;
    QTest::newRow("widgets know business") << u"ui/widgets/a.h"_s << u"#include \"core/domain/known.h\"\n"_s;
    QTest::newRow("ui knows app") << u"ui/shell/a.h"_s << u"#include \"app/server/known.h\"\n"_s;
    QTest::newRow("relative include") << u"core/base/a.h"_s << u"#include \"known.h\"\n"_s;
    QTest::newRow("folder without layer") << u"core/extra/a.h"_s << u"\n"_s;
    QTest::newRow("core knows widgets") << u"core/sync/a.h"_s << u"#include <QWidget>\n"_s;
    QTest::newRow("core knows gui") << u"core/actions/a.h"_s << u"  #  include <QtGui/QColor>\n"_s;
    QTest::newRow("ui talks to network") << u"ui/shell/a.h"_s << u"#include <QNetworkReply>\n"_s;
    QTest::newRow("ui talks to sql") << u"ui/shell/a.h"_s << u"#include <QSqlQuery>\n"_s;
    QTest::newRow("sql in jobs") << u"app/server/jobs/a.h"_s << u"#include <QSqlQuery>\n"_s;
    QTest::newRow("sql text") << u"app/server/jmap/a.cpp"_s << u"auto a = u\"SELECT a \"\n u\"FROM b\"_s;"_s;
    QTest::newRow("raw sql text") << u"core/sync/a.cpp"_s << u"auto a = uR\"(delete from b where c)\"_s;"_s;
    QTest::newRow("processEvents") << u"ui/shell/a.cpp"_s << u"QCoreApplication::processEvents();"_s;
    QTest::newRow("event loop") << u"core/sync/a.cpp"_s << u"QEventLoop loop;"_s;
    QTest::newRow("modal exec") << u"ui/shell/a.cpp"_s << u"dialog.exec();"_s;
    QTest::newRow("friend") << u"core/sync/a.h"_s << u"class A { friend class B; };"_s;
    QTest::newRow("use of a singleton") << u"core/sync/a.cpp"_s << u"Store::instance().open();"_s;
    QTest::newRow("singleton") << u"core/sync/a.h"_s << u"static Store &instance() { }"_s;
    QTest::newRow("sleep") << u"core/sync/a.cpp"_s << u"QThread::msleep(5);"_s;
    QTest::newRow("object in domain") << u"core/domain/a.h"_s << u"class A : public QObject { };"_s;
    QTest::newRow("file in text") << u"core/text/a.cpp"_s << u"QFile file;"_s;
    QTest::newRow("clock in sla") << u"core/sla/a.cpp"_s << u"QDateTime::currentDateTimeUtc();"_s;
    QTest::newRow("chance in protocol") << u"core/protocol/a.cpp"_s << u"QRandomGenerator random;"_s;
    QTest::newRow("words in core") << u"core/actions/a.cpp"_s << u"auto a = tr(\"Reply\");"_s;
    QTest::newRow("JSON in ui") << u"ui/inbox/a.cpp"_s << u"QJsonObject object;"_s;
    QTest::newRow("word after comment") << u"ui/inbox/a.cpp"_s << u"/* a */ QEventLoop loop; // b"_s;
}

void LayersTest::aPlantedFault_isFound()
{
    QFETCH(const QString, file);
    QFETCH(const QString, text);
    Files files;
    for (const auto &folder : {u"core/base"_s, u"core/domain"_s, u"core/cache"_s, u"ui/shell"_s, u"app/server"_s})
        files.insert(folder + u"/known.h"_s, {});
    QVERIFY(faults(files, qtHeaders()).isEmpty());
    files.insert(file, text);
    const auto found = faults(files, qtHeaders());
    QVERIFY2(found.size() == 1, qPrintable(described(found)));
    QCOMPARE(found.first().file, file);
}

void LayersTest::aWordInACommentOrLiteral_isNoFault_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("comment to the end of the line") << u"// no QEventLoop here\n"_s;
    QTest::newRow("comment") << u"/* no\n friend */"_s;
    QTest::newRow("literal") << u"auto a = \"my friend \\\" friend\";"_s;
    QTest::newRow("raw literal") << u"auto a = uR\"x(a friend \" )\" friend)x\"_s;"_s;
    QTest::newRow("quote as a character") << u"auto a = '\"'; auto b = \"friend\";"_s;
    QTest::newRow("quote as a wide character") << u"auto a = u'\"'; auto b = \"friend\";"_s;
    QTest::newRow("digit separator") << u"auto a = 1'000'000; // friend"_s;
    QTest::newRow("sentence") << u"auto a = \"Select a printer from the list\";"_s;
}

void LayersTest::aWordInACommentOrLiteral_isNoFault()
{
    QFETCH(const QString, text);
    const auto found = faults({{u"ui/shell/a.cpp"_s, text}}, {});
    QVERIFY2(found.isEmpty(), qPrintable(described(found)));
}

void LayersTest::aCycleOfFolders_isFound()
{
    const Files files{
        {u"ui/inbox/a.h"_s, u"#include \"ui/ticket/b.h\"\n"_s},
        {u"ui/ticket/b.h"_s, u"#include \"ui/customers/c.h\"\n"_s},
        {u"ui/customers/c.h"_s, u"#include \"ui/inbox/a.h\"\n"_s},
    };
    const auto found = faults(files, {});
    QCOMPARE(found.size(), 1);
    QVERIFY(found.first().what.contains(u"ui/inbox"_s) && found.first().what.contains(u"ui/ticket"_s));
}

void LayersTest::mainMayComposeWhatIncludesItsFolder()
{
    const Files files{
        {u"app/server/main.cpp"_s, u"#include \"app/server/jobs/a.h\"\n"_s},
        {u"app/server/jobs/a.h"_s, u"#include \"app/server/settings.h\"\n"_s},
        {u"app/server/settings.h"_s, {}},
    };
    QVERIFY(faults(files, {}).isEmpty());
}

QTEST_GUILESS_MAIN(LayersTest)

#include "tst_layers.moc"
