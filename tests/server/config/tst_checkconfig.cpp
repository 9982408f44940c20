// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/http/certificate.h"
#include "tests/server/jobs/programs.h"

#include <QTemporaryDir>
#include <QTest>

using namespace akwaba;
using namespace Qt::StringLiterals;

/// akwaba-server check-config, the real program.
class TestCheckConfig : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aGoodFileIsShownAsItCounts();
    void everyMistakeIsToldWithItsLine();
    void aCertificateNearItsEndIsWarnedOf_data();
    void aCertificateNearItsEndIsWarnedOf();
    void aKeyOfAnotherCertificateIsAMistake();
    void anUnreadableFileIsAMistake();
    void plainHttpToTheWorldIsAMistake();
    void aLogWithoutAFolderIsAMistake();
    void aMistakeInTheOpeningHoursIsToldWithItsPlace();
    void aMistakeInATextIsTold();
    void theSampleIsPrinted();

private:
    [[nodiscard]] Ran check(const QByteArray &content) const;
    /// Ends that many days from now.
    [[nodiscard]] QByteArray certificateEnding(int days, const QString &name) const;

    QTemporaryDir m_dir;
};

Ran TestCheckConfig::check(const QByteArray &content) const
{
    QFile file(m_dir.filePath(u"server.toml"_s));
    if (!file.open(QIODevice::WriteOnly)) return {};
    file.write(content);
    file.close();
    return run({u"check-config"_s, file.fileName()});
}

QByteArray TestCheckConfig::certificateEnding(int days, const QString &name) const
{
    const QDateTime from = QDateTime::currentDateTimeUtc().addYears(-10).addDays(days);
    const QString path = m_dir.filePath(name);
    return http::makeCertificate({u"localhost"_s}, from, path, path + u".key"_s) ? path.toUtf8() : QByteArray();
}

void TestCheckConfig::aGoodFileIsShownAsItCounts()
{
    const Ran ran = check("data = \"" + m_dir.path().toUtf8() + "\"\nplain_http = true\n[imap.sav]\nhost = \"h\"\n");
    QVERIFY2(ran.err.isEmpty(), ran.err.constData());
    QCOMPARE(ran.exit, 0);
    QVERIFY(ran.out.contains("plain_http = true\n"));
    QVERIFY(ran.out.contains("port = 8443 # default\n"));
    QVERIFY(ran.out.contains("[imap.sav]\nhost = \"h\"\n"));
}

void TestCheckConfig::everyMistakeIsToldWithItsLine()
{
    const Ran ran = check("data = \"x\"\nplain_http = true\nprot = 1\n\n[mial]\n[http]\nmax_body = true\n");
    QCOMPARE(ran.exit, 1);
    QVERIFY(ran.err.contains("server.toml: line 3: unknown key prot; did you mean port?\n"));
    QVERIFY(ran.err.contains("server.toml: line 5: unknown heading [mial]; did you mean [mail]?\n"));
    QVERIFY(ran.err.contains("server.toml: line 7: the value of max_body must be a number"));
}

void TestCheckConfig::aCertificateNearItsEndIsWarnedOf_data()
{
    QTest::addColumn<int>("days");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("over") << -1 << QByteArray("warning: the certificate expired on ");
    QTest::newRow("soon") << 20 << QByteArray("warning: the certificate expires on ");
    QTest::newRow("later") << 40 << QByteArray();
}

void TestCheckConfig::aCertificateNearItsEndIsWarnedOf()
{
    QFETCH(const int, days);
    QFETCH(const QByteArray, says);
    const QByteArray certificate = certificateEnding(days, QString::fromLatin1(QTest::currentDataTag()));
    const Ran ran = check("data = \"" + m_dir.path().toUtf8() + "\"\ncertificate = \"" + certificate
                          + "\"\ncertificate_key = \"" + certificate + ".key\"\n");
    QCOMPARE(ran.exit, 0);
    QCOMPARE(ran.err.isEmpty(), says.isEmpty());
    QVERIFY2(ran.err.contains(says), ran.err.constData());
}

void TestCheckConfig::aKeyOfAnotherCertificateIsAMistake()
{
    const QByteArray one = certificateEnding(100, u"one"_s);
    const QByteArray two = certificateEnding(100, u"two"_s);
    const Ran ran = check("data = \"x\"\ncertificate = \"" + one + "\"\ncertificate_key = \"" + two + ".key\"\n");
    QCOMPARE(ran.exit, 1);
    QVERIFY2(ran.err.contains("is not that of"), ran.err.constData());
}

void TestCheckConfig::anUnreadableFileIsAMistake()
{
    const Ran ran = check("data = \"" + m_dir.path().toUtf8() + "\"\n");
    QCOMPARE(ran.exit, 1);
    QVERIFY2(ran.err.contains(QByteArray("can't read " + m_dir.filePath(u"server.crt"_s).toUtf8())),
             ran.err.constData());
    QCOMPARE(run({u"check-config"_s, u"/nowhere.toml"_s}).exit, 1);
    QCOMPARE(run({u"check-config"_s}).exit, 2);
}

void TestCheckConfig::plainHttpToTheWorldIsAMistake()
{
    const Ran ran = check("data = \"x\"\nplain_http = true\nlisten = \"0.0.0.0\"\n");
    QCOMPARE(ran.exit, 1);
    QVERIFY2(ran.err.contains("plain_http is for loopback addresses only"), ran.err.constData());
}

void TestCheckConfig::aLogWithoutAFolderIsAMistake()
{
    const QByteArray start = "data = \"" + m_dir.path().toUtf8() + "\"\nplain_http = true\n[http]\naccess_log = ";
    const Ran lost = check(start + "\"/nowhere/at/all/access.log\"\n");
    QCOMPARE(lost.exit, 1);
    QVERIFY2(lost.err.contains("access_log: there is no folder /nowhere/at/all\n"), lost.err.constData());
    QCOMPARE(check(start + "\"" + m_dir.path().toUtf8() + "/access.log\"\n").exit, 0);
    QCOMPARE(check(start + "\"stderr\"\n").exit, 0);
}

void TestCheckConfig::aMistakeInTheOpeningHoursIsToldWithItsPlace()
{
    const QString path = m_dir.filePath(u"hours.json"_s);
    const QByteArray config = "data = \"" + m_dir.path().toUtf8()
        + "\"\nplain_http = true\n[answers]\nopening_hours = \"" + path.toUtf8() + "\"\n";
    QVERIFY(check(config).err.contains(QByteArray("[answers] opening_hours: can't read ").append(path.toUtf8())));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"zone": "Africa/Abidjan", "weekly": {"mon": [["08:00", "7:00"]]}})");
    file.close();
    const Ran ran = check(config);
    QCOMPARE(ran.exit, 1);
    QVERIFY(ran.err.contains("hours.json: weekly.mon[0]: \"7:00\" is no time"));
}

void TestCheckConfig::aMistakeInATextIsTold()
{
    QFile file(m_dir.filePath(u"out-of-hours.en.txt"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("We open {when}");
    file.close();
    const QByteArray folder = m_dir.path().toUtf8();
    const Ran ran = check("data = \"" + folder + "\"\nplain_http = true\n[answers]\nacknowledge = true\ntemplates = \""
                          + folder + "\"\n");
    QVERIFY(file.remove());
    QCOMPARE(ran.exit, 1);
    QVERIFY(ran.err.contains("out-of-hours.en.txt: {when} is neither"));
    QVERIFY(ran.err.contains("warning: [answers] acknowledge: nothing is sent without smtp_host"));
}

void TestCheckConfig::theSampleIsPrinted()
{
    const Ran ran = run({u"check-config"_s, u"--sample"_s});
    QCOMPARE(ran.exit, 0);
    QFile packaged(qEnvironmentVariable("AKWABA_SOURCE_DIR") + u"/packaging/akwaba-server.toml"_s);
    QVERIFY(packaged.open(QIODevice::ReadOnly));
    QCOMPARE(ran.out, packaged.readAll());
}

QTEST_GUILESS_MAIN(TestCheckConfig)
#include "tst_checkconfig.moc"
