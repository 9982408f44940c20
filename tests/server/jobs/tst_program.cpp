// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/jobs/programs.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QJsonObject jsonOf(const QByteArray &text) { return QJsonDocument::fromJson(text).object(); }

} // namespace

/// The real programs on their command lines.
class TestProgram : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anUnknownWordListsTheWords();
    void initMakesADirectoryOnce();
    void aMailIsDeliveredAndABrokenOneRefused();
    void deliverWithoutDatabaseAsksToComeAgain();
    void importTellsRefusedLines();
    void parseMailAnswersInJson();
    void stripReplyAnswersLineByLine();
    void aTestInstanceServesAndStopsOnSigterm();
    void whoIsStoppedAsSoonAsHeSaysThatHeIsThere_endsWell();
    void aConfigurationWithAMistakeIsNotServed();
    void theDataMapHoldsEveryPersonalField();
};

void TestProgram::anUnknownWordListsTheWords()
{
    const Ran ran = run({u"dance"_s});
    QCOMPARE(ran.exit, 2);
    QVERIFY(ran.err.contains("deliver"));
    QVERIFY(ran.out.isEmpty());
}

void TestProgram::initMakesADirectoryOnce()
{
    QTemporaryDir dir;
    const QString data = dir.filePath(u"data"_s);
    const Ran first = run({u"init"_s, u"--data"_s, data, u"--admin-email"_s, u"root@shop.ci"_s});
    QCOMPARE(first.exit, 0);
    QVERIFY(first.out.contains("fingerprint"));
    QVERIFY(first.out.contains("Administrator root@shop.ci, password "));
    QVERIFY(QFile::exists(data + u"/server.crt"_s));
    const auto others = QFileDevice::ReadGroup | QFileDevice::ReadOther;
    QVERIFY((QFile::permissions(data + u"/state.key"_s) & others) == 0);
    QCOMPARE(run({u"init"_s, u"--data"_s, data}).exit, 1);
}

void TestProgram::aMailIsDeliveredAndABrokenOneRefused()
{
    QTemporaryDir dir;
    const QString data = dir.filePath(u"data"_s);
    QCOMPARE(run({u"init"_s, u"--data"_s, data}).exit, 0);
    QCOMPARE(run({u"deliver"_s, u"--data"_s, data, u"sav@shop.ci"_s},
                 "From: zoe@example.ci\r\nSubject: Toner\r\n\r\nBonjour\r\n")
                 .exit,
             0);
    QCOMPARE(run({u"deliver"_s, u"--data"_s, data}, "x").exit, 65);
}

void TestProgram::deliverWithoutDatabaseAsksToComeAgain()
{
    QTemporaryDir dir;
    QCOMPARE(run({u"deliver"_s, u"--data"_s, dir.path()}, "From: zoe@example.ci\r\n\r\nBonjour\r\n").exit, 75);
}

void TestProgram::importTellsRefusedLines()
{
    QTemporaryDir dir;
    const QString data = dir.filePath(u"data"_s);
    QCOMPARE(run({u"init"_s, u"--data"_s, data}).exit, 0);
    QFile csv(dir.filePath(u"products.csv"_s));
    QVERIFY(csv.open(QIODevice::WriteOnly));
    csv.write("reference,name,kind,compatible_with,warranty_months,active\nT1,Toner,toner,,12,yes\nT2,,toner,,1,yes\n");
    csv.close();
    const Ran ran = run({u"import"_s, u"products"_s, csv.fileName(), u"--data"_s, data});
    QCOMPARE(ran.exit, 1);
    QCOMPARE(ran.err, QByteArray("line 3: no name\n"));
    QCOMPARE(ran.out, QByteArray("1 created, 0 updated, 0 unchanged, 1 lines refused\n"));
    const Ran wrong = run({u"import"_s, u"orders"_s, csv.fileName(), u"--data"_s, data});
    QCOMPARE(wrong.exit, 1);
    QVERIFY(wrong.err.contains("missing: number"));
}

void TestProgram::parseMailAnswersInJson()
{
    const Ran ran =
        run({u"parse-mail"_s}, "From: Zoe <zoe@example.ci>\r\nSubject: =?utf-8?q?=C3=A9t=C3=A9?=\r\n\r\nOui\r\n");
    QCOMPARE(ran.exit, 0);
    const QJsonObject mail = jsonOf(ran.out);
    QCOMPARE(mail.value(u"subject"_s).toString(), u"été"_s);
    QCOMPARE(mail.value(u"from"_s).toArray().at(0).toString(), u"zoe@example.ci"_s);
    QCOMPARE(mail.value(u"class"_s).toString(), u"normal"_s);
    const Ran broken = run({u"parse-mail"_s}, "x");
    QCOMPARE(broken.exit, 1);
    QCOMPARE(jsonOf(broken.out).value(u"error"_s).toObject().value(u"type"_s).toString(), u"badInput"_s);
}

void TestProgram::stripReplyAnswersLineByLine()
{
    const Ran ran = run({u"strip-reply"_s, u"--batch"_s}, "{\"input\":\"oui\\n> non\"}\n{}\n{\"input\":\"si\"}\n");
    const QList<QByteArray> lines = ran.out.split('\n');
    QCOMPARE(lines.size(), 4);
    QCOMPARE(jsonOf(lines.at(0)).value(u"visible"_s).toString(), u"oui"_s);
    QVERIFY(jsonOf(lines.at(1)).contains(u"error"_s));
    QCOMPARE(jsonOf(lines.at(2)).value(u"visible"_s).toString(), u"si"_s);
}

void TestProgram::aTestInstanceServesAndStopsOnSigterm()
{
    QTemporaryDir dir;
    QProcess server;
    server.start(programPath(u"akwaba-server"_s), {u"--test-instance"_s, dir.filePath(u"data"_s), u"--port"_s, u"0"_s});
    QTRY_VERIFY_WITH_TIMEOUT(server.canReadLine(), 30000);
    const QJsonObject ready = jsonOf(server.readLine());
    QNetworkAccessManager network;
    QNetworkRequest request(QUrl(ready.value(u"url"_s).toString() + u"/jmap/session"_s));
    request.setRawHeader("Authorization", QByteArray("Bearer ").append(ready.value(u"token"_s).toString().toLatin1()));
    const std::unique_ptr<QNetworkReply> reply(network.get(request));
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    QVERIFY(finished.wait(10000));
    QCOMPARE(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), 200);
    QCOMPARE(jsonOf(reply->readAll()).value(u"username"_s), ready.value(u"user"_s));
    server.terminate();
    QVERIFY(server.waitForFinished(20000));
    QCOMPARE(server.exitStatus(), QProcess::NormalExit);
    QCOMPARE(server.exitCode(), 0);
}

void TestProgram::whoIsStoppedAsSoonAsHeSaysThatHeIsThere_endsWell()
{
    QTemporaryDir dir;
    const QStringList words{u"--test-instance"_s, dir.filePath(u"data"_s), u"--port"_s, u"0"_s};
    for (int i = 0; i < 10; ++i) {
        QProcess server;
        server.start(programPath(u"akwaba-server"_s), words);
        while (!server.canReadLine())
            QVERIFY(server.waitForReadyRead(30000));
        server.terminate();
        QVERIFY(server.waitForFinished(20000));
        QCOMPARE(server.exitStatus(), QProcess::NormalExit);
        QCOMPARE(server.exitCode(), 0);
    }
}

void TestProgram::aConfigurationWithAMistakeIsNotServed()
{
    QTemporaryDir dir;
    QFile file(dir.filePath(u"server.conf"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("data = \"/srv\"\nprot = 443\n");
    file.close();
    const Ran ran = run({u"serve"_s, u"--config"_s, file.fileName()});
    QCOMPARE(ran.exit, 1);
    QVERIFY(ran.err.contains("line 2: unknown key prot"));
}

void TestProgram::theDataMapHoldsEveryPersonalField()
{
    const Ran ran = run({u"privacy"_s, u"map"_s, u"--json"_s}, {}, u"akwabactl"_s);
    QCOMPARE(ran.exit, 0);
    const QJsonArray fields = jsonOf(ran.out).value(u"fields"_s).toArray();
    bool found = false;
    for (const QJsonValue &value : fields) {
        const QJsonObject field = value.toObject();
        if (field.value(u"personal"_s).toString() != u"no") {
            QVERIFY(field.value(u"purpose"_s).toString() != u"none");
            QVERIFY(field.value(u"retention"_s).toString() != u"none");
        }
        if (field.value(u"table"_s).toString() == u"customers" && field.value(u"column"_s).toString() == u"emails")
            found = field.value(u"onErasure"_s).toString() == u"clear";
    }
    QVERIFY(found);
}

QTEST_GUILESS_MAIN(TestProgram)
#include "tst_program.moc"
