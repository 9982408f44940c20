// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/bytescan.h"
#include "core/cache/needles.h"
#include "core/domain/message.h"
#include "core/protocol/codec.h"
#include "world.h"

#include <QStringEncoder>

using namespace akwaba;
using namespace akwaba::test;

/// That the search of sync.md 3.3 E finds what it is to find: a search that finds nothing proves something only then.
class NeedlesTest : public QObject {
    Q_OBJECT

    static bool finds(const Needles &needles, const QByteArray &data)
    {
        QSet<qsizetype> found;
        needles.search(data, found);
        return !found.isEmpty();
    }

    const QString m_text = u"Ma cartouche fuit depuis lundi à Grand-Bassam, rue des Pêcheurs."_s;

private Q_SLOTS:
    void aRemnant_isFoundWhateverItsBeginningAndItsForm_data()
    {
        QTest::addColumn<QByteArray>("form");
        const QByteArray bytes = m_text.toUtf8();
        QStringEncoder utf16(QStringEncoder::Utf16LE, QStringEncoder::Flag::Stateless);
        QTest::newRow("UTF-8") << bytes;
        QTest::newRow("UTF-16") << QByteArray(utf16.encode(m_text));
        for (int before = 0; before < 3; ++before)
            QTest::addRow("base64 after %d bytes", before)
                << QByteArray(QByteArray(before, 'x') + bytes + "yy").toBase64();
    }
    void aRemnant_isFoundWhateverItsBeginningAndItsForm()
    {
        QFETCH(QByteArray, form);
        Needles needles;
        needles.add(m_text);
        // 23 bytes hold a whole piece of 12; base64 makes 32 letters of them, and UTF-16 cuts at twice as many.
        constexpr qsizetype remnant = 46;
        for (qsizetype from = 0; from + remnant <= form.size(); ++from)
            QVERIFY2(finds(needles, "\x01\x02" + form.mid(from, remnant) + "\x03"), qPrintable(QString::number(from)));
        QVERIFY(!finds(needles, "\x01\x02 another text altogether \x03"));
    }

    void theEndOfAText_isLookedForToo()
    {
        Needles needles;
        needles.add(m_text);
        QVERIFY(finds(needles, m_text.toUtf8().last(12)));
    }

    void whatIsEverywhere_isNotLookedFor()
    {
        Needles needles;
        needles.add(u"Awa"_s);
        needles.add(u"------------------------"_s);
        QVERIFY(needles.isEmpty());
    }

    void ofARecord_onlyWhatIsAboutPersonsIsLookedFor()
    {
        Message message;
        message.id.value = u"m0123456789abcdefghijkmnpqr"_s;
        message.text = m_text;
        message.emailMessageId = u"abcdefgh@mail.example.org"_s;
        Needles needles;
        needles.addRecord(typeInfo<Message>(), toJson(message));
        QVERIFY(finds(needles, m_text.toUtf8()));
        QVERIFY(finds(needles, "<abcdefgh@mail.example.org>"));
        QVERIFY(!finds(needles, message.id.value.toUtf8()));
        QVERIFY(needles.words().contains(u"pecheurs"_s)); // as the index folds it
    }

    void ofALongText_aSampleIsLookedFor()
    {
        QString text;
        SeededRandom random(3);
        for (int i = 0; i < 200'000; ++i)
            text += QChar(u'a' + char16_t(random.below(26)));
        Needles needles;
        needles.add(text);
        QVERIFY(needles.count() < 40'000);
        QVERIFY(finds(needles, text.toUtf8().mid(100'000, 200)));
    }

    void pagesOfTheFreeList_areSearched()
    {
        World world;
        Database file = must(Database::open(world.dir.filePath(u"other.db"_s), {.key = cacheKey}));
        must(file.execute(u"PRAGMA secure_delete = OFF"_s)); // as nobody should: so that there is something to be found
        must(file.execute(u"CREATE TABLE notes(text TEXT)"_s));
        must(file.execute(u"INSERT INTO notes VALUES('%1'), (zeroblob(100000))"_s.arg(m_text)));
        must(file.execute(u"DELETE FROM notes"_s));
        must(file.truncateWal());
        Needles needles;
        needles.add(m_text);
        ScanReport pages;
        must(scanPages(file, needles, pages));
        QVERIFY(!pages.found.isEmpty());
        QVERIFY(pages.bytes > 100'000);
        QSet<qsizetype> live;
        must(scanRows(file, needles, live));
        QVERIFY(live.isEmpty());
    }

    void plainFiles_areSearchedAcrossTheirBlocks()
    {
        World world;
        QFile log(world.dir.filePath(u"crash.log"_s));
        QVERIFY(log.open(QIODevice::WriteOnly));
        log.write(QByteArray(1024 * 1024 - 6, '.'));
        log.write(m_text.toUtf8().first(12));
        log.close();
        Needles needles;
        needles.add(m_text);
        ScanReport report;
        must(scanFiles(world.dir.path(), needles, report));
        QCOMPARE(report.found.size(), 1);
        QVERIFY(report.files >= 3);
    }
};

QTEST_GUILESS_MAIN(NeedlesTest)

#include "tst_needles.moc"
