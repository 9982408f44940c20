// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/config/reading.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryFile>
#include <QTest>

using namespace akwaba;
using namespace Qt::StringLiterals;

class TestConfig : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theSmallestOneIsOfThisMachineAlone();
    void everyKeyIsRead();
    void mistakesNameTheirLine_data();
    void mistakesNameTheirLine();
    void allMistakesAreToldInTheirOrder();
    void aMistypedWordIsGuessed_data();
    void aMistypedWordIsGuessed();
    void thePasswordOfADatabaseStaysOutOfTheFile_data();
    void thePasswordOfADatabaseStaysOutOfTheFile();
    void settingsShowDefaultsAndWhatIsGiven();
    void theSampleHoldsEveryKeyAndIsTheOneInThePackage();
};

void TestConfig::theSmallestOneIsOfThisMachineAlone()
{
    const auto config = readConfig("# ours\ndata = \"/srv/akwaba\" # here\n");
    QVERIFY(config);
    QCOMPARE(config->dataDirectory, u"/srv/akwaba"_s);
    QCOMPARE(config->listenAddress, u"127.0.0.1"_s);
    QVERIFY(!config->plainHttp);
    QVERIFY(!config->lmtpPort);
    QVERIFY(!config->smtp);
    QVERIFY(!config->replyTokens);
    QVERIFY(!config->acknowledge);
    QCOMPARE(config->tenant, u"localhost"_s);
    QCOMPARE(config->databaseUrl, u"sqlite"_s);
    QCOMPARE(config->limits.body, http::Limits().body);
    QVERIFY(config->trustedProxies.isEmpty());
    QVERIFY(config->corsOrigins.isEmpty());
    QVERIFY(!config->metricsPort);
    QVERIFY(config->accessLog.isEmpty());
}

void TestConfig::everyKeyIsRead()
{
    QTemporaryFile secret;
    QVERIFY(secret.open());
    secret.write("s3cret\n");
    secret.flush();
    const QByteArray path = secret.fileName().toUtf8();
    const auto config =
        readConfig("data = \"/srv/akwaba\"\npublic_name = \"support.shop.ci\"\nlisten = \"0.0.0.0\"\n"
                   "port = 443\nplain_http = false\ncertificate = \"/etc/c.pem\"\n"
                   "certificate_key = \"/etc/k.pem\"\n[http]\nmax_body = 20_000_000\nmax_connections = 100\n"
                   "max_strangers = 20\nmetrics_port = 9443\ntrusted_proxies = [\"127.0.0.1\", \"fd00::/8\"]\n"
                   "cors_origins = [\"https://www.shop.ci\"]\n"
                   "access_log = \"stderr\"\n[database]\nurl = \"postgresql://akwaba@db.shop.ci/akwaba\"\n"
                   "password_file = \""
                   + path
                   + "\"\n[mail]\ntenant = \"shop.ci\"\n"
                     "from_name = \"Shop # 1\"\nfrom_address = \"sav@shop.ci\"\nlmtp_port = 2424\nreply_tokens = true\n"
                     "smtp_host = \"smtp.shop.ci\"\nsmtp_port = 465\nsmtp_tls = \"tls\"\n"
                     "smtp_user = \"sav\"\nsmtp_password_file = \""
                   + path + "\"\n[imap.sav]\nhost = \"imap.shop.ci\"\nuser = \"sav\"\npassword_file = \"" + path
                   + "\"\nfrom_date = \"2026-11-01\"\nevery_seconds = 30\n[imap.rh]\n"
                     "host = \"imap.shop.ci\"\nmailbox = \"RH\"\n[answers]\nacknowledge = true\n"
                     "opening_hours = \"/etc/hours.json\"\ntemplates = \"/etc/answers\"\n");
    QVERIFY2(config, qPrintable(config ? QString() : config.error().detail));
    QCOMPARE(config->port, 443);
    QCOMPARE(config->limits.body, 20'000'000);
    QCOMPARE(config->limits.inflatedBody, 20'000'000);
    QCOMPARE(config->limits.connections, 100);
    QCOMPARE(config->limits.strangers, 20);
    QCOMPARE(config->metricsPort, std::optional<quint16>(9443));
    QCOMPARE(config->trustedProxies, (QStringList{u"127.0.0.1"_s, u"fd00::/8"_s}));
    QCOMPARE(config->corsOrigins, QStringList{u"https://www.shop.ci"_s});
    QCOMPARE(config->accessLog, u"stderr"_s);
    QCOMPARE(config->databaseUrl, u"postgresql://akwaba@db.shop.ci/akwaba"_s);
    QCOMPARE(config->databasePassword, u"s3cret"_s);
    QCOMPARE(config->tenant, u"shop.ci"_s);
    QCOMPARE(config->fallbackFrom, (EmailAddress{u"Shop # 1"_s, u"sav@shop.ci"_s}));
    QVERIFY(config->replyTokens);
    QCOMPARE(config->lmtpPort, std::optional<quint16>(2424));
    QCOMPARE(config->smtp->password, u"s3cret"_s);
    QCOMPARE(config->smtp->tls, mail::TlsMode::Tls);
    QCOMPARE(config->smtp->ownName, u"support.shop.ci"_s);
    QVERIFY(config->acknowledge);
    QCOMPARE(config->openingHours, u"/etc/hours.json"_s);
    QCOMPARE(config->answerTemplates, u"/etc/answers"_s);
    QCOMPARE(config->imap.size(), 2);
    QCOMPARE(config->imap.at(0).server.password, u"s3cret"_s);
    QCOMPARE(config->imap.at(0).everySeconds, 30);
    QCOMPARE(config->imap.at(0).mailbox.from, QDate(2026, 11, 1));
    QCOMPARE(config->imap.at(1).mailbox.name, u"RH"_s);
    QCOMPARE(config->imap.at(1).server.port, 993);
}

void TestConfig::mistakesNameTheirLine_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("why");
    const auto row = [](const char *name, const QByteArray &content, const QString &why) {
        QTest::newRow(name) << QByteArray("data = \"x\"\n" + content) << why;
    };
    QTest::newRow("no data") << QByteArray("port = 1\n") << u"data is missing"_s;
    row("unknown key", "colour = 1\n", u"line 2: unknown key colour"_s);
    row("unknown heading", "\n[pop]\n", u"line 3: unknown heading [pop]"_s);
    row("heading below one", "[mail.smtp]\nhost = \"h\"\n", u"line 2: unknown heading [mail.smtp]"_s);
    row("no pair", "port\n", u"line 2: "_s);
    row("port", "port = 70000\n", u"line 2: the value of port must be a number from 1 to 65535"_s);
    row("port in quotes", "port = \"80\"\n", u"line 2: the value of port"_s);
    row("port as a fraction", "port = 80.0\n", u"line 2: the value of port"_s);
    row("truth", "plain_http = 1\n", u"line 2: the value of plain_http"_s);
    row("tls", "[mail]\nsmtp_tls = \"ssl\"\n", u"line 3: the value of smtp_tls"_s);
    row("patience", "[database]\npatience_seconds = 1\n",
        u"line 3: the value of patience_seconds must be a number from 3 to 3600"_s);
    row("password", "[mail]\nsmtp_password_file = \"/nowhere\"\n", u"line 3: the value of smtp_password_file"_s);
    row("key of another part", "lmtp_port = 24\n", u"line 2: unknown key lmtp_port; it belongs under [mail]"_s);
    row("no quotes", "public_name = shop\n", u"line 2: "_s);
    row("empty", "public_name = \"\"\n", u"line 2: the value of public_name must be a text in quotes"_s);
    row("no address", "listen = \"everywhere\"\n", u"line 2: the value of listen"_s);
    row("key twice", "port = 1\nport = 2\n", u"line 3: "_s);
    row("mailbox twice", "[imap.a]\nhost = \"h\"\n[imap.a]\n", u"line 4: "_s);
    row("Latin-1", "public_name = \"\xe9\"\n", u"line 2: "_s);
    row("mailbox without host", "[imap.a]\n", u"line 2: [imap.a] lacks host"_s);
    row("mailbox without name", "[imap]\n", u"line 2: unknown heading [imap]; a mailbox is [imap.NAME]"_s);
    row("strange mailbox", "[imap.\"a b\"]\nhost = \"h\"\n", u"line 2: the name of a mailbox"_s);
    row("day", "[imap.a]\nhost = \"h\"\nfrom_date = \"soon\"\n", u"line 4: the value of from_date"_s);
    for (const char *proxies :
         {"[\"proxy.shop.ci\"]", "[\"10.0.0.0/40\"]", "[\"10.0.0.1:80\"]", "[\"*\"]", "[\"\"]", "\"10.0.0.1\""})
        row(proxies, QByteArray("[http]\ntrusted_proxies = ") + proxies + '\n',
            u"line 3: the value of trusted_proxies"_s);
    row("everybody's pages", "[http]\ncors_origins = [\"*\"]\n", u"line 3: the value of cors_origins"_s);
    row("page, not origin", "[http]\ncors_origins = [\"https://a.ci/\"]\n", u"line 3: the value of cors_origins"_s);
    row("one origin", "[http]\ncors_origins = \"https://a.ci\"\n", u"line 3: the value of cors_origins"_s);
    row("tiny limit", "[http]\nmax_body = 1\n", u"line 3: the value of max_body"_s);
}

void TestConfig::mistakesNameTheirLine()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, why);
    const auto config = readConfig(content);
    QVERIFY(!config);
    QCOMPARE(config.error().code, Code::BadInput);
    QVERIFY2(config.error().detail.contains(why), qPrintable(config.error().detail));
}

void TestConfig::allMistakesAreToldInTheirOrder()
{
    const auto config = readConfig("data = \"x\"\nprot = 1\n[mail]\nsmtp_port = 0\n[http]\nmetrics_port = 0\n");
    QVERIFY(!config);
    const QStringList lines = config.error().detail.split(u'\n');
    QCOMPARE(lines.size(), 3);
    QCOMPARE(lines.at(0), u"line 2: unknown key prot; did you mean port?"_s);
    QVERIFY(lines.at(1).startsWith(u"line 4: the value of smtp_port"_s));
    QVERIFY(lines.at(2).startsWith(u"line 6: the value of metrics_port"_s));
}

void TestConfig::aMistypedWordIsGuessed_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("guess");
    QTest::newRow("swapped") << u"prot"_s << u"port"_s;
    QTest::newRow("a letter less") << u"liste"_s << u"listen"_s;
    QTest::newRow("another letter") << u"publik_name"_s << u"public_name"_s;
    QTest::newRow("singular") << u"certificates"_s << u"certificate"_s;
    QTest::newRow("something else") << u"colour"_s << QString();
    QTest::newRow("very long") << QString(100'000, u'x') << QString();
}

void TestConfig::aMistypedWordIsGuessed()
{
    QFETCH(const QString, word);
    QFETCH(const QString, guess);
    QCOMPARE(config::nearest(word, {u"port"_s, u"listen"_s, u"public_name"_s, u"certificate"_s}), guess);
}

void TestConfig::thePasswordOfADatabaseStaysOutOfTheFile_data()
{
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<bool>("fits");
    QTest::newRow("ours") << QByteArray("sqlite") << true;
    QTest::newRow("host") << QByteArray("postgresql://db.shop.ci/akwaba") << true;
    QTest::newRow("user and port") << QByteArray("postgresql://awa@db.shop.ci:5433/akwaba?sslmode=require") << true;
    QTest::newRow("socket") << QByteArray("postgresql:///akwaba?host=/run/postgresql") << true;
    QTest::newRow("password") << QByteArray("postgresql://awa:s3cret@db.shop.ci/akwaba") << false;
    QTest::newRow("password behind") << QByteArray("postgresql://db.shop.ci/akwaba?user=awa&password=s3cret") << false;
    QTest::newRow("another") << QByteArray("mysql://db.shop.ci/akwaba") << false;
}

void TestConfig::thePasswordOfADatabaseStaysOutOfTheFile()
{
    QFETCH(const QByteArray, url);
    QFETCH(const bool, fits);
    const auto config = readConfig("data = \"x\"\n[database]\nurl = \"" + url + "\"\n");
    QCOMPARE(config.has_value(), fits);
    if (fits) {
        QCOMPARE(config->databaseUrl, QString::fromLatin1(url));
        return;
    }
    QVERIFY(config.error().detail.startsWith(u"line 3: the value of url"_s));
    QVERIFY(!config.error().detail.contains(u"s3cret"_s));
}

void TestConfig::settingsShowDefaultsAndWhatIsGiven()
{
    const config::Reading reading = config::examine("data = \"/srv\"\n[imap.sav]\nhost = \"h\"\nport = 143\n");
    QVERIFY(reading.mistakes.isEmpty());
    const auto shown = [&reading](const QString &heading, const QString &key) -> QString {
        for (const config::Setting &setting : reading.settings) {
            if (setting.heading == heading && setting.key == key)
                return setting.value + (setting.isGiven ? u" given"_s : QString());
        }
        return u"nothing"_s;
    };
    QCOMPARE(shown({}, u"data"_s), u"\"/srv\" given"_s);
    QCOMPARE(shown({}, u"port"_s), u"8443"_s);
    QCOMPARE(shown({}, u"certificate"_s), QString());
    QCOMPARE(shown(u"http"_s, u"cors_origins"_s), u"[]"_s);
    QCOMPARE(shown(u"mail"_s, u"smtp_tls"_s), u"\"starttls\""_s);
    QCOMPARE(shown(u"imap.sav"_s, u"port"_s), u"143 given"_s);
    QCOMPARE(shown(u"imap.sav"_s, u"tls"_s), u"\"tls\""_s);
}

void TestConfig::theSampleHoldsEveryKeyAndIsTheOneInThePackage()
{
    const QString sample = config::sampleFile();
    QFile packaged(qEnvironmentVariable("AKWABA_SOURCE_DIR") + u"/packaging/akwaba-server.toml"_s);
    QVERIFY(packaged.open(QIODevice::ReadOnly));
    QCOMPARE(QString::fromUtf8(packaged.readAll()), sample); // akwaba-server check-config --sample writes it anew
    QVERIFY(readConfig(sample.toUtf8()));
    QString everything = sample;
    everything.remove(QRegularExpression(u"^#(?=[a-z\\[])"_s, QRegularExpression::MultilineOption));
    const config::Reading reading = config::examine(everything.toUtf8());
    QStringList wrong;
    for (const config::Mistake &mistake : reading.mistakes)
        wrong.append(config::sentence(mistake));
    // What stands there is an example and fits, but for the files that only an operator has.
    wrong.removeIf([](const QString &line) { return line.contains(u"password_file"_s); });
    QCOMPARE(wrong, QStringList());
    for (const config::Setting &setting : reading.settings)
        QVERIFY2(setting.isGiven, qPrintable(setting.heading + u' ' + setting.key));
}

QTEST_GUILESS_MAIN(TestConfig)
#include "tst_config.moc"
