// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/store.h"
#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/database/database.h"
#include "tests/server/jobs/programs.h"

#include <QFile>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <csignal>
#include <sys/resource.h>

using namespace akwaba;
using namespace Qt::StringLiterals;

namespace {

const QByteArray good = "From: zoe@example.ci\r\nSubject: Toner\r\n\r\nBonjour\r\n";

/// Parts within parts, `depth` of them, and a line of text in the middle.
QByteArray nested(int depth)
{
    QByteArray mail = "From: zoe@example.ci\r\nMIME-Version: 1.0\r\n";
    for (int i = 0; i < depth; ++i) {
        const QByteArray boundary = "b" + QByteArray::number(i);
        mail += "Content-Type: multipart/mixed; boundary=\"" + boundary + "\"\r\n\r\n--" + boundary + "\r\n";
    }
    mail += "Content-Type: text/plain\r\n\r\nBonjour\r\n";
    for (int i = depth; i-- > 0;)
        mail += "--b" + QByteArray::number(i) + "--\r\n";
    return mail;
}

QByteArray brokenBase64(qsizetype size)
{
    SeededRandom random(7);
    QByteArray text = random.bytes(size).toBase64();
    for (qsizetype i = 0; i < text.size(); i += 997)
        text[i] = "!*\xff="[i % 4];
    for (qsizetype i = 76; i < text.size(); i += 78)
        text.replace(i, 2, "\r\n");
    return "From: zoe@example.ci\r\nMIME-Version: 1.0\r\nContent-Type: application/pdf; name=\"a.pdf\"\r\n"
           "Content-Transfer-Encoding: base64\r\n\r\n"
        + text;
}

} // namespace

/// What operators, shops and mail servers give wrong: the real program says so, and loses nothing.
class TestProgramInput : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aFileThatIsNoCsvIsTold_data();
    void aFileThatIsNoCsvIsTold();
    void aBrokenMailIsStoredOrRefused_data();
    void aBrokenMailIsStoredOrRefused();
    void aMailIsAcknowledgedWhereTheConfigurationWantsIt();
    void aMailIsAskedForAgainWhileTheOpeningHoursAreWrong();
    void aMailThatCannotBeReadIsAskedForAgain();
    void aMailIsAskedForAgainWhileTheServerIsNotSetUp_data();
    void aMailIsAskedForAgainWhileTheServerIsNotSetUp();
    void aMailThatDoesNotFitOnTheDiskIsAskedForAgain();
    void aNewerDatabaseIsRefused_data();
    void aNewerDatabaseIsRefused();
    void aPortInUseIsTold_data();
    void aPortInUseIsTold();

private:
    [[nodiscard]] QList<Message> messages() const;
    [[nodiscard]] QString written(const QByteArray &content) const;

    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_data;
};

void TestProgramInput::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_data = m_dir->filePath(u"data"_s);
    SystemClock clock;
    SystemRandom random;
    QVERIFY(store::Store::create(m_data, clock, random));
}

QList<Message> TestProgramInput::messages() const
{
    SystemClock clock;
    SystemRandom random;
    const auto store = store::Store::open(m_data, clock, random);
    return store ? (*store)->read()->all<Message>().value_or(QList<Message>()) : QList<Message>();
}

QString TestProgramInput::written(const QByteArray &content) const
{
    QFile file(m_dir->filePath(u"input"_s));
    const bool done = file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
    return done ? file.fileName() : QString();
}

void TestProgramInput::aFileThatIsNoCsvIsTold_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("message");
    const QByteArray header = "reference,name,kind,compatible_with,warranty_months,active\n";
    QTest::newRow("other columns") << QByteArray("a,b\n1,2\n") << QByteArray("the first line is no header");
    QTest::newRow("one column less") << QByteArray("reference,name,kind,compatible_with,warranty_months\n")
                                     << QByteArray("missing: active");
    QTest::newRow("Latin-1") << header + "T1,\xe9t\xe9,toner,,1,yes\n" << QByteArray("not UTF-8");
    QTest::newRow("empty") << QByteArray() << QByteArray("empty");
    QTest::newRow("a short line") << header + "T1,Toner,toner,,1,yes\nT2,Toner\n"
                                  << QByteArray("line 3: 2 values for 6 columns");
}

void TestProgramInput::aFileThatIsNoCsvIsTold()
{
    QFETCH(const QByteArray, content);
    QFETCH(const QByteArray, message);
    const Ran refused = run({u"import"_s, u"products"_s, written(content), u"--data"_s, m_data});
    QCOMPARE(refused.exit, 1);
    QVERIFY2(refused.err.contains(message), refused.err.constData());
    QVERIFY2(refused.err.contains("badInput"), refused.err.constData());
}

void TestProgramInput::aBrokenMailIsStoredOrRefused_data()
{
    QTest::addColumn<QByteArray>("mail");
    QTest::addColumn<int>("exit");
    QTest::newRow("empty") << QByteArray() << 65;
    QTest::newRow("zeros") << QByteArray(10000, '\0') << 65;
    QTest::newRow("bytes without order") << SeededRandom(3).bytes(20000) << 65;
    QTest::newRow("8-bit headers") << QByteArray("From: Zo\xe9 \xff\xfe <zoe@ex\xe9mple.ci>\r\nSubject: \xe9t\xe9 "
                                                 "\x80\x81\r\nX-\xe9: \xff\r\n\r\nBonjour \xe9\r\n")
                                   << 0;
    QTest::newRow("no sender") << QByteArray("Subject: Toner\r\n\r\nBonjour\r\n") << 0;
    QTest::newRow("broken base64 of 5 MB") << brokenBase64(3700000) << 0;
    QTest::newRow("200 parts deep") << nested(200) << 0;
    QTest::newRow("20000 parts deep") << nested(20000) << 0;
}

void TestProgramInput::aBrokenMailIsStoredOrRefused()
{
    QFETCH(const QByteArray, mail);
    QFETCH(const int, exit);
    const Ran delivered = run({u"deliver"_s, u"--data"_s, m_data, u"sav@shop.ci"_s}, mail);
    QVERIFY2(delivered.exit == exit, delivered.err.constData());
    QCOMPARE(messages().size(), exit == 0 ? 1 : 0);
    QCOMPARE(delivered.err.isEmpty(), exit == 0);
}

void TestProgramInput::aMailIsAcknowledgedWhereTheConfigurationWantsIt()
{
    const QByteArray config = "data = \"" + m_data.toUtf8() + "\"\n[answers]\nacknowledge = true\n";
    const Ran delivered = run({u"deliver"_s, u"--config"_s, written(config)}, good);
    QVERIFY2(delivered.exit == 0, delivered.err.constData());
    const QList<Message> all = messages();
    QCOMPARE(all.size(), 2);
    QCOMPARE(std::count_if(all.begin(), all.end(), isAutomatic), 1);
}

void TestProgramInput::aMailIsAskedForAgainWhileTheOpeningHoursAreWrong()
{
    const QByteArray config = "data = \"" + m_data.toUtf8() + "\"\n[answers]\nopening_hours = \"/nonexistent\"\n";
    const Ran refused = run({u"deliver"_s, u"--config"_s, written(config)}, good);
    QCOMPARE(refused.exit, 75);
    QVERIFY2(refused.err.contains("opening_hours: can't read /nonexistent"), refused.err.constData());
    QVERIFY(messages().isEmpty());
}

void TestProgramInput::aMailThatCannotBeReadIsAskedForAgain()
{
    QProcess process;
    process.setStandardInputFile(m_dir->path()); // reading a folder fails
    process.start(programPath(u"akwaba-server"_s), {u"deliver"_s, u"--data"_s, m_data});
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 75);
    QVERIFY(process.readAllStandardError().contains("standard input"));
}

void TestProgramInput::aMailIsAskedForAgainWhileTheServerIsNotSetUp_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QByteArray>("message");
    QTest::newRow("no folder") << QStringList{u"--data"_s, u"/nonexistent"_s} << QByteArray("no database in /nonexist");
    QTest::newRow("a file") << QStringList{u"--data"_s, u"/etc/passwd"_s} << QByteArray("no database in /etc/passwd");
    QTest::newRow("not told where") << QStringList() << QByteArray("--data is missing");
    QTest::newRow("a typing error") << QStringList{u"--dta"_s, u"/srv"_s} << QByteArray("dta");
}

void TestProgramInput::aMailIsAskedForAgainWhileTheServerIsNotSetUp()
{
    QFETCH(const QStringList, words);
    QFETCH(const QByteArray, message);
    const Ran refused = run(QStringList{u"deliver"_s} + words, good);
    QCOMPARE(refused.exit, 75);
    QVERIFY2(refused.err.contains(message), refused.err.constData());
}

void TestProgramInput::aMailThatDoesNotFitOnTheDiskIsAskedForAgain()
{
    QProcess process;
    process.setChildProcessModifier([] {
        // No file may grow beyond this: to SQLite and to us the same as a disk without room.
        const rlimit limit{300000, 300000};
        setrlimit(RLIMIT_FSIZE, &limit);
        std::signal(SIGXFSZ, SIG_IGN);
    });
    process.start(programPath(u"akwaba-server"_s), {u"deliver"_s, u"--data"_s, m_data});
    process.write(good + SeededRandom(5).bytes(400000).toBase64());
    process.closeWriteChannel();
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 75);
    QVERIFY(messages().isEmpty());
    QCOMPARE(run({u"deliver"_s, u"--data"_s, m_data}, good).exit, 0); // and later there is room
    QCOMPARE(messages().size(), 1);
}

void TestProgramInput::aNewerDatabaseIsRefused_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<int>("exit");
    QTest::newRow("serve") << QStringList{u"serve"_s} << 1;
    QTest::newRow("deliver") << QStringList{u"deliver"_s} << 75;
    QTest::newRow("team") << QStringList{u"team"_s, u"list"_s} << 1;
}

void TestProgramInput::aNewerDatabaseIsRefused()
{
    QFETCH(const QStringList, words);
    QFETCH(const int, exit);
    {
        auto database = Database::open(m_data + u"/akwaba.db"_s);
        QVERIFY(database);
        QVERIFY(database->execute(u"PRAGMA user_version = 999"_s));
    }
    const Ran refused = run(words + QStringList{u"--data"_s, m_data}, good);
    QCOMPARE(refused.exit, exit);
    QVERIFY2(refused.err.contains("/akwaba.db: the database is at version 999"), refused.err.constData());
    QVERIFY2(refused.err.contains("tooNew"), refused.err.constData());
}

void TestProgramInput::aPortInUseIsTold_data()
{
    QTest::addColumn<QString>("config");
    QTest::newRow("HTTP") << u"port = %1\n[mail]\nlmtp_port = %2\n"_s;
    QTest::newRow("LMTP") << u"port = %2\n[mail]\nlmtp_port = %1\n"_s;
}

void TestProgramInput::aPortInUseIsTold()
{
    QFETCH(const QString, config);
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress(QHostAddress::LocalHost)));
    QTcpServer probe;
    QVERIFY(probe.listen(QHostAddress(QHostAddress::LocalHost)));
    const quint16 free = probe.serverPort();
    probe.close();
    const QString text = config.arg(other.serverPort()).arg(free);
    const Ran refused =
        run({u"serve"_s, u"--config"_s, written(u"data = \"%1\"\nplain_http = true\n%2"_s.arg(m_data, text).toUtf8())});
    QCOMPARE(refused.exit, 1);
    const QByteArray port = "port " + QByteArray::number(other.serverPort());
    QVERIFY2(refused.err.contains(port), refused.err.constData());
    QVERIFY2(refused.err.contains("already in use"), refused.err.constData());
}

QTEST_GUILESS_MAIN(TestProgramInput)
#include "tst_programinput.moc"
