// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "world.h"

#include <QFile>

using namespace akwaba;
using namespace akwaba::test;

namespace {

constexpr qint64 chunk = BlobFile::chunkBytes;

void appendFrom(const BlobFile &file, const QByteArray &content, qsizetype at = 0)
{
    for (; at < content.size(); at += chunk)
        must(file.append(content.mid(at, chunk)));
}

} // namespace

/// A file of sealed chunks, and what a crash or somebody else's hand makes of it.
class BlobFileTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    const QByteArray m_key = must(BlobFile::newKey());
    const QString m_path = m_folder.filePath(u"file"_s);
    const BlobFile m_file{m_path, m_key};

    [[nodiscard]] QByteArray raw() const
    {
        QFile file(m_path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void write(const QByteArray &bytes) const
    {
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    /// How long a chunk is on the disk.
    [[nodiscard]] qint64 sealedSize() const { return raw().size() / 3; }

private Q_SLOTS:
    void init() { must(m_file.begin()); }

    void whatWasAppended_isReadBack_data()
    {
        QTest::addColumn<qint64>("size");
        for (const qint64 size : {qint64(0), qint64(1), chunk - 1, chunk, chunk + 1, 3 * chunk + 7})
            QTest::addRow("%lld bytes", size) << size;
    }
    void whatWasAppended_isReadBack()
    {
        QFETCH(qint64, size);
        const QByteArray content = anyBytes(size);
        appendFrom(m_file, content);
        QVERIFY(must(m_file.content()) == content);
        QCOMPARE(must(m_file.resume()), size / chunk * chunk);
    }

    void theDisk_holdsNothingOfIt_andNeverTheSameTwice()
    {
        const QByteArray content = QByteArray("Rosine Bamba, Korhogo. ").repeated(10000);
        appendFrom(m_file, content);
        const QByteArray first = raw();
        QVERIFY(first.size() > content.size());
        QVERIFY(!first.contains("Bamba"));
        must(m_file.begin());
        appendFrom(m_file, content);
        QVERIFY(raw() != first);
    }

    void withoutItsKey_itCantBeRead()
    {
        appendFrom(m_file, anyBytes(chunk + 5));
        const BlobFile foreign(m_path, must(BlobFile::newKey()));
        QCOMPARE(foreign.content().error().code, Code::Corrupt);
        QCOMPARE(must(foreign.resume()), 0);
    }

    void cutAnywhere_itGoesOnAtTheLastWholeChunk()
    {
        const QByteArray content = anyBytes(3 * chunk);
        appendFrom(m_file, content);
        const QByteArray whole = raw();
        const qint64 sealed = sealedSize();
        for (const qint64 left : {qint64(0), qint64(1), sealed - 1, sealed, sealed + 1, 2 * sealed, 3 * sealed - 1}) {
            write(whole.first(left));
            QCOMPARE(must(m_file.resume()), left / sealed * chunk);
            appendFrom(m_file, content, left / sealed * chunk);
            QVERIFY(must(m_file.content()) == content);
        }
    }

    void whatThePowerCutLeftInTheMiddle_isFetchedAgainFromThere()
    {
        const QByteArray content = anyBytes(3 * chunk);
        appendFrom(m_file, content);
        QByteArray bytes = raw();
        const qint64 sealed = sealedSize();
        bytes.replace(sealed + 100, 4096, QByteArray(4096, '\0'));
        write(bytes);
        QCOMPARE(m_file.content().error().code, Code::Corrupt);
        QCOMPARE(must(m_file.resume()), chunk);
    }

    void chunks_standInTheirOrderOnly()
    {
        appendFrom(m_file, anyBytes(3 * chunk));
        const QByteArray bytes = raw();
        const qint64 sealed = sealedSize();
        write(bytes.mid(sealed, sealed) + bytes.first(sealed) + bytes.sliced(2 * sealed));
        QCOMPARE(m_file.content().error().code, Code::Corrupt);
    }

    void nothingComesBehindAShortChunk()
    {
        appendFrom(m_file, anyBytes(chunk + 5));
        QCOMPARE(m_file.append(anyBytes(5)).error().code, Code::Internal);
        QCOMPARE(must(m_file.content()).size(), chunk + 5);
    }

    void aFullDisk_isCalledSo()
    {
        if (!QFile::exists(u"/dev/full"_s)) QSKIP("no disk that is always full");
        QVERIFY(QFile::remove(m_path));
        QVERIFY(QFile::link(u"/dev/full"_s, m_path));
        QCOMPARE(m_file.append(anyBytes(5)).error().code, Code::DiskFull);
        QVERIFY(QFile::remove(m_path));
    }

    void whereThereIsNoFile_noneIsMade()
    {
        QVERIFY(QFile::remove(m_path));
        QVERIFY(!m_file.append(anyBytes(5)));
        QVERIFY(!m_file.resume());
        QVERIFY(!m_file.content());
        QVERIFY(!QFile::exists(m_path));
    }
};

QTEST_GUILESS_MAIN(BlobFileTest)

#include "tst_blobfile.moc"
