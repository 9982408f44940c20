// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/abuse/victim.h"

#include <QTest>

using namespace akwaba::http;
using namespace Qt::StringLiterals;

/// A disk on which nothing more can be written, played by a limit on the size of files, under the real program.
class TestFullDisk : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void anUpload_isToldAndWorksAgainLater();
    void aLogIn_isToldAndWorksAgainLater();
    void cleanup();

private:
    [[nodiscard]] int upload(const QByteArray &content) const
    {
        return answersTo(*m_victim, post("/jmap/upload/company/", content, m_victim->authorization())).value(0).status;
    }
    [[nodiscard]] int logInNow() const
    {
        return answersTo(*m_victim, logIn(m_victim->user(), m_victim->password())).value(0).status;
    }
    [[nodiscard]] int readNow() const
    {
        return answersTo(*m_victim, get("/jmap/session", m_victim->authorization())).value(0).status;
    }

    std::unique_ptr<Victim> m_victim;
};

void TestFullDisk::init()
{
    m_victim = std::make_unique<Victim>();
    QVERIFY(m_victim->start());
}

void TestFullDisk::anUpload_isToldAndWorksAgainLater()
{
    const QByteArray content(500'000, 'a');
    QVERIFY(m_victim->limitFiles(100'000));
    QCOMPARE(upload(content), 503);
    QVERIFY(m_victim->isAlive());
    QCOMPARE(readNow(), 200);
    QVERIFY(m_victim->limitFiles(0));
    QCOMPARE(upload(content), 201);
}

void TestFullDisk::aLogIn_isToldAndWorksAgainLater()
{
    QCOMPARE(logInNow(), 200);
    QVERIFY(m_victim->limitFiles(1)); // not a byte more in the database's log
    QCOMPARE(logInNow(), 503);
    QCOMPARE(logInNow(), 503);
    QVERIFY(m_victim->isAlive());
    QCOMPARE(readNow(), 200);
    QVERIFY(m_victim->limitFiles(0));
    QCOMPARE(logInNow(), 200);
}

void TestFullDisk::cleanup()
{
    QVERIFY(m_victim->isAlive());
    QVERIFY(m_victim->stop());
    QVERIFY2(!m_victim->log().contains("@"), m_victim->log().constData()); // who it was is nobody's business
}

QTEST_GUILESS_MAIN(TestFullDisk)
#include "tst_fulldisk.moc"
