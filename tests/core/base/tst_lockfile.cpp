// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/lockfile.h"

#include <QCoreApplication>
#include <QFile>
#include <QLockFile>
#include <QTemporaryDir>
#include <QTest>

using namespace akwaba;
using namespace Qt::StringLiterals;

class LockFileTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    const QString m_path = m_folder.filePath(u"lock"_s);

    void leaveBehind(const QByteArray &content) const
    {
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }

private Q_SLOTS:
    void cleanup() { QFile::remove(m_path); }

    void heldByOne_isRefusedToAnother()
    {
        QLockFile one(m_path);
        QLockFile other(m_path);
        QVERIFY(lockNow(one));
        QVERIFY(!lockNow(other));
        QCOMPARE(other.error(), QLockFile::LockFailedError);
        one.unlock();
        QVERIFY(lockNow(other));
    }

    void leftBehindByOneWhoWasKilled_isTaken_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("before it wrote its name") << QByteArray();
        QTest::newRow("while it wrote its name") << QByteArray("999999999\nakwaba");
        QTest::newRow("later") << QByteArray("999999999\nakwaba\n\n");
        const QByteArray us = QByteArray::number(QCoreApplication::applicationPid());
        QTest::newRow("and whose number another process has") << us + "\ntst_lockfile\n\n";
    }

    void leftBehindByOneWhoWasKilled_isTaken()
    {
        QFETCH(QByteArray, content);
        leaveBehind(content);
        QLockFile lock(m_path);
        QVERIFY(lockNow(lock));
        QLockFile other(m_path);
        QVERIFY(!lockNow(other));
    }

    void leftBehindByTwoWhoWereKilled_isTaken()
    {
        leaveBehind("999999999\nakwaba\n\n");
        QFile second(m_path + u".rmlock"_s); // by which Qt takes it over
        QVERIFY(second.open(QIODevice::WriteOnly));
        QLockFile lock(m_path);
        QVERIFY(lockNow(lock));
    }

    void emptyOne_whoseOwnerLives_isRefused()
    {
        QLockFile owner(m_path);
        QVERIFY(lockNow(owner));
        QFile(m_path).resize(0); // as it is before its name is written
        QLockFile lock(m_path);
        QVERIFY(!lockNow(lock));
    }
};

QTEST_GUILESS_MAIN(LockFileTest)
#include "tst_lockfile.moc"
