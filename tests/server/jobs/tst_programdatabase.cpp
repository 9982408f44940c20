// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/jobs/programs.h"
#include "tests/server/peers/postgrespeer.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

/// `akwaba-server init --database` and what follows it, on a real PostgreSQL.
class TestProgramDatabase : public QObject {
    Q_OBJECT

private:
    PostgresPeer m_peer;
    QTemporaryDir m_dir;
    int m_companies = 0;

    [[nodiscard]] QString data() const { return m_dir.filePath(u"data%1"_s.arg(m_companies)); }
    [[nodiscard]] QString database() const { return u"company%1"_s.arg(m_companies); }

    [[nodiscard]] Ran init(const QStringList &more) const
    {
        return run(QStringList{u"init"_s, u"--data"_s, data(), u"--database"_s, m_peer.url(database()),
                               u"--server-role"_s, database()}
                   + more);
    }

    /// What init told to write there, and the data directory.
    [[nodiscard]] QString configuration(const QByteArray &said) const
    {
        const qsizetype section = said.indexOf("[database]");
        const QString path = data() + u"/server.toml"_s;
        QFile file(path);
        if (section < 0 || !file.open(QIODevice::WriteOnly)) qFatal("no configuration");
        const qsizetype end = said.indexOf("\n\n", section);
        file.write("data = \"" + data().toUtf8() + "\"\n" + said.mid(section, end - section) + '\n');
        return path;
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_peer.start(), qPrintable(m_peer.report())); }
    void init() { ++m_companies; }

    void initSaysWhatItWillDo_andDoesNothing()
    {
        const Ran said = init(QStringList());
        QVERIFY2(said.exit == 0, said.err.constData());
        QVERIFY(said.out.contains(QByteArray("1. make the database " + database().toUtf8())));
        QVERIFY(said.out.contains("--yes"));
        QVERIFY(!QFile::exists(data()));
        QCOMPARE(init(QStringList()).out, said.out);
    }

    void companyIsMadeServedAndExtended()
    {
        const Ran made = init({u"--yes"_s, u"--admin-email"_s, u"awa@shop.ci"_s});
        QVERIFY2(made.exit == 0, made.err.constData());
        QVERIFY(made.out.contains("Administrator awa@shop.ci"));
        QVERIFY(!QFile::exists(data() + u"/akwaba.db"_s));
        const auto others = QFile::permissions(data() + u"/database.password"_s)
            & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther);
        QCOMPARE(others, QFile::Permissions());
        const QString config = configuration(made.out);
        const Ran team = run({u"team"_s, u"add"_s, u"--name"_s, u"SAV"_s, u"--config"_s, config});
        QVERIFY2(team.exit == 0, team.err.constData());
        QCOMPARE(run({u"team"_s, u"list"_s, u"--config"_s, config}).out, QByteArray("SAV\t\t\n"));
    }

    void initAgain_findsNothingToDo()
    {
        QCOMPARE(init({u"--yes"_s}).exit, 0);
        const Ran again = init(QStringList());
        QVERIFY2(again.exit == 0, again.err.constData());
        QVERIFY(again.out.contains("Nothing has to be done"));
        QCOMPARE(init({u"--yes"_s}).exit, 0);
    }

    void wordsWithoutTheConfiguration_sayWhereTheyLooked()
    {
        QCOMPARE(init({u"--yes"_s}).exit, 0);
        const Ran team = run({u"team"_s, u"list"_s, u"--data"_s, data()});
        QCOMPARE(team.exit, 1);
        QVERIFY(team.err.contains("no database in"));
    }

    void serverThatIsOutOfReach_isTold()
    {
        const Ran said =
            run({u"init"_s, u"--data"_s, data(), u"--database"_s, u"postgresql://postgres@127.0.0.1:1/company"_s});
        QCOMPARE(said.exit, 1);
        QVERIFY(said.err.contains("unreachable"));
        QVERIFY(!QFile::exists(data()));
    }
};

QTEST_GUILESS_MAIN(TestProgramDatabase)
#include "tst_programdatabase.moc"
