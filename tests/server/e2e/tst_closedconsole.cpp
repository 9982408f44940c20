// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/database.h"
#include "core/sync/profile.h"
#include "core/sync/qtkeyring.h"
#include "core/sync/secrets.h"
#include "tests/server/e2e/program.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace akwaba;
using namespace Qt::StringLiterals;

/// The lease of a cache through the real programs and a real keyring: a console that was away for too long shows only
/// what it has not sent, and opens again by itself when the server answers. Each step stands on the one before.
class ClosedConsoleTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { QVERIFY2(m_stepsBegun++ == m_stepsDone, "the step before failed"); }
    void theCache_isUnderBothHalves();
    void aLeaseThatIsOver_closesTheCache_andForgetsTheServersHalf();
    void theServer_opensItAgain();
    void aClockThatWentBack_closesItToo();
    void cleanup()
    {
        if (!QTest::currentTestFailed())
            ++m_stepsDone;
        else if (m_console && m_server)
            qWarning().noquote() << m_console->report() << '\n' << m_server->report();
    }

private:
    [[nodiscard]] QString folder() const
    {
        const QString root = m_folder.filePath(u"console"_s);
        return root + u'/' + QDir(root).entryList(QDir::Dirs | QDir::NoDotAndDotDot).value(0);
    }
    [[nodiscard]] QString keyringName() const { return QDir(folder()).dirName(); }
    [[nodiscard]] Secrets secrets() const
    {
        QtKeyring keyring;
        const auto entry = keyring.read(keyringName());
        if (!QTest::qWaitFor([&entry] { return entry.isFinished(); })) return {};
        return entry.result().and_then(secretsFrom).value_or(Secrets());
    }
    [[nodiscard]] bool keep(const Secrets &secrets) const
    {
        QtKeyring keyring;
        const auto written = keyring.write(keyringName(), toBytes(secrets));
        return QTest::qWaitFor([&written] { return written.isFinished(); }) && written.result();
    }
    [[nodiscard]] bool opens(const QByteArray &key) const
    {
        return Database::open(folder() + u"/cache.db"_s, {.key = key, .readOnly = true}).has_value();
    }

    QTemporaryDir m_folder;
    Desktop m_desktop{m_folder.path()};
    std::unique_ptr<ServerProgram> m_server;
    std::unique_ptr<ConsoleProgram> m_console;
    int m_stepsDone = 0;
    int m_stepsBegun = 0;
};

void ClosedConsoleTest::initTestCase()
{
    QVERIFY(m_folder.isValid());
    QVERIFY2(m_desktop.start(), qPrintable(m_desktop.problem()));
    m_server =
        std::make_unique<ServerProgram>(m_folder.filePath(u"server"_s), ServerProgram::Mail{freePort(), freePort()});
    QVERIFY2(m_server->start(), qPrintable(m_server->report()));
    m_console = std::make_unique<ConsoleProgram>(m_desktop, m_folder.filePath(u"console"_s));
}

void ClosedConsoleTest::theCache_isUnderBothHalves()
{
    QFile file(m_folder.filePath(u"password"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(m_server->password().toUtf8()) > 0);
    file.close();
    QVERIFY(m_console->start(
        {u"--server"_s, m_server->url(), u"--email"_s, m_server->user(), u"--password-file"_s, file.fileName()}));
    QVERIFY(m_console->shows(u"push button"_s, u"Up to date"_s));
    m_console->kill();
    const Secrets kept = secrets();
    QCOMPARE(kept.lease.half.generation, 1);
    QVERIFY(kept.lease.endsAt > QDateTime::currentDateTimeUtc().addDays(6));
    QVERIFY(opens(kept.cacheKey()));
    QVERIFY(!opens(kept.deviceHalf));
    QVERIFY(!opens(kept.lease.half.bytes));
}

void ClosedConsoleTest::aLeaseThatIsOver_closesTheCache_andForgetsTheServersHalf()
{
    Secrets kept = secrets();
    kept.lease.endsAt = QDateTime::currentDateTimeUtc().addSecs(-60);
    QVERIFY(keep(kept));
    QVERIFY(m_server->stop());
    QVERIFY(m_console->run());
    QVERIFY(m_console->shows(u"label"_s, u"The copy on this computer is closed"_s));
    QVERIFY(m_console->shows(u"push button"_s, u"Try now"_s)); // the contact failed
    QCOMPARE(m_console->misnamed(), QString());
    QTRY_VERIFY(secrets().lease.half.bytes.isEmpty());
    QCOMPARE(secrets().lease.half.generation, 1);
}

void ClosedConsoleTest::theServer_opensItAgain()
{
    QVERIFY2(m_server->start(), qPrintable(m_server->report()));
    QVERIFY(m_console->press(u"space"_s)); // "Try now" has the keyboard
    QVERIFY(m_console->shows(u"push button"_s, u"Up to date"_s));
    m_console->kill();
    QCOMPARE(secrets().lease.half.generation, 1);
    QVERIFY(opens(secrets().cacheKey())); // the same file as before
}

void ClosedConsoleTest::aClockThatWentBack_closesItToo()
{
    Secrets kept = secrets();
    kept.lease.seenAt = QDateTime::currentDateTimeUtc().addDays(2);
    kept.lease.endsAt = QDateTime::currentDateTimeUtc().addDays(9);
    QVERIFY(keep(kept));
    QVERIFY(m_server->stop());
    QVERIFY(m_console->run());
    QVERIFY(m_console->shows(u"label"_s, u"The clock of this computer went back"_s));
    QVERIFY2(m_server->start(), qPrintable(m_server->report()));
    QVERIFY(m_console->shows(u"push button"_s, u"Try now"_s));
    QVERIFY(m_console->press(u"space"_s));
    QVERIFY(m_console->shows(u"push button"_s, u"Up to date"_s));
}

QTEST_GUILESS_MAIN(ClosedConsoleTest)

#include "tst_closedconsole.moc"
