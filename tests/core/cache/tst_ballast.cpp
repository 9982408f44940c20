// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/ballast.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace akwaba;
using namespace Qt::StringLiterals;

class BallastTest : public QObject {
    Q_OBJECT

    static constexpr qint64 size = 3 * 1024 * 1024 + 5;
    QTemporaryDir m_folder;
    [[nodiscard]] QString path() const { return m_folder.filePath(u"ballast"_s); }
    static void fill(Ballast &ballast)
    {
        while (ballast.fillSome()) { }
    }

private Q_SLOTS:
    void cleanup() { QFile::remove(path()); }
    void itIsFilledSliceBySlice_andNoFurther();
    void whatWasBegun_isGoneOnWith();
    void whatFindsNoRoom_isWrittenInItsPlace();
    void whatFailsOtherwise_leavesItWhereItIs();
    void withoutAny_theDiskIsFull();
};

void BallastTest::itIsFilledSliceBySlice_andNoFurther()
{
    Ballast ballast(path(), size);
    QVERIFY(ballast.fillSome());
    QVERIFY(QFileInfo(path()).size() < size); // between two slices an agent may write
    fill(ballast);
    QCOMPARE(QFileInfo(path()).size(), size);
    QVERIFY(!ballast.fillSome());
    QCOMPARE(QFileInfo(path()).size(), size);
}

void BallastTest::whatWasBegun_isGoneOnWith()
{
    QVERIFY(Ballast(path(), size).fillSome());
    Ballast next(path(), size);
    fill(next);
    QCOMPARE(QFileInfo(path()).size(), size);
}

void BallastTest::whatFindsNoRoom_isWrittenInItsPlace()
{
    Ballast ballast(path(), size);
    fill(ballast);
    const auto written = ballast.write<int>([this]() -> Result<int> {
        if (QFileInfo::exists(path())) return fail(Code::DiskFull);
        return 7;
    });
    QCOMPARE(written.value(), 7);
    // Not at once again, or it would take the room that was just made.
    QVERIFY(!ballast.fillSome());
    QVERIFY(!QFileInfo::exists(path()));
    Ballast atTheNextStart(path(), size);
    QVERIFY(atTheNextStart.fillSome());
}

void BallastTest::whatFailsOtherwise_leavesItWhereItIs()
{
    Ballast ballast(path(), size);
    fill(ballast);
    int times = 0;
    const auto written = ballast.write<void>([&times]() -> Result<void> {
        ++times;
        return fail(Code::Io);
    });
    QCOMPARE(written.error().code, Code::Io);
    QCOMPARE(times, 1);
    QCOMPARE(QFileInfo(path()).size(), size);
}

void BallastTest::withoutAny_theDiskIsFull()
{
    Ballast ballast(path(), size);
    int times = 0;
    const auto written = ballast.write<void>([&times]() -> Result<void> {
        ++times;
        return fail(Code::DiskFull);
    });
    QCOMPARE(written.error().code, Code::DiskFull);
    QCOMPARE(times, 1);
}

QTEST_GUILESS_MAIN(BallastTest)

#include "tst_ballast.moc"
