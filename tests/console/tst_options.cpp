// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/options.h"

#include <QTemporaryFile>
#include <QTest>

using namespace akwaba;
using namespace Qt::StringLiterals;

namespace {

Result<Options> parse(const QStringList &arguments) { return parseOptions(QStringList{u"akwaba"_s} + arguments); }

} // namespace

class TestOptions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void withoutArguments_itBeginsOnlineWithTheAgentsOwnProfiles();
    void whatIsGiven_isTaken();
    void aPassword_isTheFirstLineOfItsFile();
    void aPasswordFileThatIsMissing_isSaid();
    void anUnknownTheme_isSaid();
    void daysThatAreNone_areSaid();
};

void TestOptions::withoutArguments_itBeginsOnlineWithTheAgentsOwnProfiles()
{
    const auto options = parse({});
    QVERIFY(options);
    QVERIFY(!options->offline);
    QVERIFY(!options->keepNothing);
    QVERIFY(!options->scheme);
    QCOMPARE(options->keepDays, 0);
    QVERIFY(options->password.isEmpty());
    QVERIFY(options->profiles.endsWith(u"/profiles"_s));
}

void TestOptions::whatIsGiven_isTaken()
{
    const auto options =
        parse({u"--server"_s, u"support.test.invalid"_s, u"--email"_s, u"awa@test.invalid"_s, u"--profiles"_s,
               u"/somewhere"_s, u"--offline"_s, u"--theme"_s, u"dark"_s, u"--keep-days"_s, u"90"_s});
    QVERIFY(options);
    QCOMPARE(options->server, u"support.test.invalid"_s);
    QCOMPARE(options->email, u"awa@test.invalid"_s);
    QCOMPARE(options->profiles, u"/somewhere"_s);
    QVERIFY(options->offline);
    QVERIFY(options->scheme == Theme::Scheme::Dark);
    QCOMPARE(options->keepDays, 90);
}

void TestOptions::aPassword_isTheFirstLineOfItsFile()
{
    QTemporaryFile file;
    QVERIFY(file.open() && file.write("correct horse\nnot this\n") > 0 && file.flush());
    const auto options = parse({u"--password-file"_s, file.fileName()});
    QVERIFY(options);
    QCOMPARE(options->password, u"correct horse"_s);
}

void TestOptions::aPasswordFileThatIsMissing_isSaid()
{
    const auto options = parse({u"--password-file"_s, u"/nowhere/password"_s});
    QVERIFY(!options);
    QCOMPARE(options.error().code, Code::BadInput);
    QVERIFY(options.error().detail.contains(u"/nowhere/password"_s));
}

void TestOptions::anUnknownTheme_isSaid()
{
    const auto options = parse({u"--theme"_s, u"pink"_s});
    QVERIFY(!options);
    QCOMPARE(options.error().code, Code::BadInput);
    QVERIFY(options.error().detail.contains(u"--theme"_s));
}

void TestOptions::daysThatAreNone_areSaid()
{
    for (const QString &days : {u"0"_s, u"-3"_s, u"many"_s}) {
        const auto options = parse({u"--keep-days"_s, days});
        QVERIFY(!options);
        QVERIFY(options.error().detail.contains(u"--keep-days"_s));
    }
}

QTEST_GUILESS_MAIN(TestOptions)

#include "tst_options.moc"
