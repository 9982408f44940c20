// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "consoleimage.h"
#include "core/database/statement.h"
#include "fakeworld.h"

#include <QFile>
#include <QStringEncoder>
#include <QTest>

using namespace akwaba;
using namespace akwaba::world;
using namespace Qt::StringLiterals;

/// What erasures are judged by finds what is there, wherever and however it is written.
class TestSearch : public QObject {
    Q_OBJECT

    const QString m_text = wordsOf(u"what was planted"_s);

    static std::unique_ptr<FakeWorld> newWorld(bool isOpen)
    {
        auto world = std::make_unique<FakeWorld>(1);
        world->populate(1);
        world->attachFiles();
        if (isOpen) world->console(0).layOpen();
        for (int i = 0; i < 5; ++i)
            (void)world->addTicket(world->cast().teams.at(0).id);
        if (!world->syncAll()) qFatal("the world does not begin");
        return world;
    }
    static Database cacheOf(const WorldConsole &console)
    {
        const auto [path, key] = console.databases().constFirst();
        return must(Database::open(path, {.key = key}));
    }
    static void put(WorldConsole &console, const QByteArray &content)
    {
        QFile file(console.folder() + u"/dump"_s);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size()) qFatal("no dump");
    }
    [[nodiscard]] Pieces pieces() const
    {
        Pieces all;
        all.add(m_text);
        return all;
    }
    static QSet<qsizetype> ofForm(const Pieces &pieces, Pieces::Form form)
    {
        QSet<qsizetype> all;
        for (qsizetype piece = 0; piece < pieces.count(); ++piece) {
            if (pieces.formOf(piece) == form) all.insert(piece);
        }
        return all;
    }
    static void addOpenAndSealed()
    {
        QTest::addColumn<bool>("isOpen");
        QTest::newRow("open") << true;
        QTest::newRow("encrypted") << false;
    }

private Q_SLOTS:
    void initTestCase() { QHashSeed::setDeterministicGlobalSeed(); }

    void eachFormOfEachPiece_isFoundInAFile()
    {
        const auto world = newWorld(true);
        WorldConsole &console = world->console(0);
        const Pieces all = pieces();
        QVERIFY(imageOf(console).found(all).isEmpty());
        put(console, "x" + m_text.toUtf8());
        QCOMPARE(imageOf(console).found(all), ofForm(all, Pieces::Form::Utf8));
        QStringEncoder utf16(QStringEncoder::Utf16LE, QStringEncoder::Flag::Stateless);
        put(console, "x" + QByteArray(utf16.encode(m_text)));
        QCOMPARE(imageOf(console).found(all), ofForm(all, Pieces::Form::Utf16));
        for (int before = 0; before < 3; ++before) { // a third of the letters is decided by each alignment
            put(console, QByteArray(QByteArray(before, 'x') + m_text.toUtf8()).toBase64());
            QVERIFY(imageOf(console).found(all).size() >= m_text.size() / 12);
        }
        put(console, m_text.mid(5, 23).toUtf8()); // as little as it takes to hold a whole piece
        QCOMPARE(imageOf(console).found(all).size(), 1);
    }

    void whatARowSaid_isFoundInTheLog_untilThisIsEmptied_data() { addOpenAndSealed(); }
    void whatARowSaid_isFoundInTheLog_untilThisIsEmptied()
    {
        QFETCH(bool, isOpen);
        const auto world = newWorld(isOpen);
        WorldConsole &console = world->console(0);
        Database cache = cacheOf(console);
        const Pieces all = pieces();
        must(cache.execute(u"INSERT INTO meta(name, value) VALUES('planted', '%1')"_s.arg(m_text)));
        QCOMPARE(imageOf(console).found(all), ofForm(all, Pieces::Form::Utf8));
        must(cache.execute(u"DELETE FROM meta WHERE name = 'planted'"_s));
        QCOMPARE(imageOf(console).found(all), ofForm(all, Pieces::Form::Utf8)); // no reader is shown it any more
        must(cache.truncateWal());
        const ConsoleImage image = imageOf(console);
        QCOMPARE(image.found(all), QSet<qsizetype>());
        QCOMPARE(image.unreadable, 0);
    }

    void theWordsOfTheIndex_areFound()
    {
        const auto world = newWorld(false);
        WorldConsole &console = world->console(0);
        Database cache = cacheOf(console);
        const Pieces all = pieces();
        must(cache.execute(u"INSERT INTO words(rowid, text) VALUES(1, '%1')"_s.arg(m_text.toLower())));
        QVERIFY(imageOf(console).found(all).contains(ofForm(all, Pieces::Form::Word)));
    }

    void whatAConsoleShows_isFound_filesToo_data() { addOpenAndSealed(); }
    void whatAConsoleShows_isFound_filesToo()
    {
        QFETCH(bool, isOpen);
        const auto world = newWorld(isOpen);
        WorldConsole &console = world->console(0);
        console.indexTexts();
        while (std::ranges::any_of(world->server().all<Attachment>(), [&](const Attachment &attachment) {
            return !console.cache().blobs().read(attachment.blob);
        }))
            world->fetchFile(0);
        const ConsoleImage image = imageOf(console);
        for (const Message &message : world->server().all<Message>()) {
            Pieces said;
            said.add(message.text);
            QCOMPARE(image.found(said), ofForm(said, Pieces::Form::Utf8) + ofForm(said, Pieces::Form::Word));
        }
        QVERIFY(!keptFiles(console).isEmpty());
        for (const KeptFile &kept : keptFiles(console)) {
            QVERIFY(kept.isNamed);
            QVERIFY(QFile::exists(kept.path(console)));
            Pieces secret;
            secret.addBytes(kept.key);
            secret.addWhole(QString::fromUtf8(must(console.cache().blobs().read(BlobId{kept.blob})).first(100)));
            QCOMPARE(image.found(secret), ofForm(secret, Pieces::Form::Utf8));
        }
    }
};

QTEST_GUILESS_MAIN(TestSearch)
#include "tst_search.moc"
