// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/channels/email/smtpclient.h"

#include "tests/server/channels/tlspeer.h"

#include <QSignalSpy>
#include <QTemporaryFile>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace akwaba;
using namespace akwaba::mail;

namespace {

// A mail server that answers each line by the first fitting entry of its script;
// "!" hangs up, "" says nothing. It remembers what it was told.
class ScriptedServer : public QObject {
public:
    explicit ScriptedServer(QList<std::pair<QByteArray, QByteArray>> script) : m_script(std::move(script))
    {
        m_server.listen(QHostAddress::LocalHost);
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            m_socket = qobject_cast<QSslSocket *>(m_server.nextPendingConnection());
            connect(m_socket, &QSslSocket::readyRead, this, [this] { read(); });
            answer("(greeting)");
        });
    }
    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
    void encryptAtOnce() { m_server.encryptAtOnce = true; }
    QList<QByteArray> commands;
    QByteArray mail;

private:
    void read()
    {
        while (m_socket->canReadLine()) {
            const QByteArray line = m_socket->readLine();
            if (!m_inData) {
                commands.append(line.trimmed());
                answer(line.trimmed());
            } else if (line == ".\r\n") {
                m_inData = false;
                answer("(mail)");
            } else {
                mail += line;
            }
        }
    }
    void answer(const QByteArray &line)
    {
        for (const auto &[start, reply] : m_script) {
            if (!line.startsWith(start)) continue;
            if (reply == "!") {
                m_socket->abort();
            } else if (reply == "354!") {
                m_socket->disconnect(this);
                m_socket->setReadBufferSize(1);
                m_socket->write("354 go\r\n");
                QTimer::singleShot(100, m_socket, [this] { m_socket->abort(); });
            } else if (!reply.isEmpty()) {
                m_inData = reply.startsWith("354");
                m_socket->write(reply + "\r\n");
                if (line == "STARTTLS" && reply.startsWith("220")) {
                    m_socket->flush();
                    m_socket->startServerEncryption();
                }
            }
            return;
        }
    }

    test::TlsPeer m_server;
    QSslSocket *m_socket = nullptr;
    QList<std::pair<QByteArray, QByteArray>> m_script;
    bool m_inData = false;
};

using Script = QList<std::pair<QByteArray, QByteArray>>;

// The exceptions first: the server takes the first entry that fits.
Script script(Script exceptions)
{
    return exceptions
        + Script{{"(greeting)", "220 mx ESMTP"},
                 {"EHLO", "250-mx\r\n250-SIZE 1000\r\n250 AUTH PLAIN LOGIN"},
                 {"AUTH", "235 2.7.0 ok"},
                 {"MAIL", "250 ok"},
                 {"RCPT", "250 ok"},
                 {"DATA", "354 go"},
                 {"(mail)", "250 2.0.0 queued"},
                 {"QUIT", "221 bye"}};
}

} // namespace

class TestSmtpClient : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_patience = std::chrono::seconds(15); }

    void acceptedMail_arrivesAsItWas()
    {
        ScriptedServer server(script({}));
        const SmtpOutcome outcome = send(server, openAccount(), "Subject: x\r\n\r\n.un\r\n..deux\nfin");
        QCOMPARE(outcome.kind, SmtpOutcome::Kind::Accepted);
        QCOMPARE(outcome.code, 250);
        QCOMPARE(server.mail, QByteArray("Subject: x\r\n\r\n..un\r\n...deux\r\nfin\r\n"));
        QCOMPARE(server.commands.mid(0, 4),
                 (QList<QByteArray>{"EHLO console.toner.ci", "MAIL FROM:<sav@toner.ci> SIZE=29", "RCPT TO:<aya@x.ci>",
                                    "DATA"}));
    }

    void outcomes_followTheReplies_data()
    {
        QTest::addColumn<Script>("exceptions");
        QTest::addColumn<SmtpOutcome::Kind>("kind");
        QTest::addColumn<int>("code");
        using Kind = SmtpOutcome::Kind;
        QTest::newRow("refused mail") << Script{{"(mail)", "554 5.7.1 spam"}} << Kind::Refused << 554;
        QTest::newRow("busy after the mail") << Script{{"(mail)", "451 4.3.0 later"}} << Kind::Temporary << 451;
        QTest::newRow("refused recipient") << Script{{"RCPT", "550 5.1.1 unknown"}} << Kind::Refused << 550;
        QTest::newRow("grey-listed") << Script{{"RCPT", "450 4.2.0 later"}} << Kind::Temporary << 450;
        QTest::newRow("refused sender") << Script{{"MAIL", "553 5.1.8 no"}} << Kind::Refused << 553;
        QTest::newRow("too large") << Script{{"MAIL", "552 5.3.4 size"}} << Kind::Refused << 552;
        QTest::newRow("data refused") << Script{{"DATA", "554 no"}} << Kind::Refused << 554;
        QTest::newRow("closed shop") << Script{{"(greeting)", "554 not you"}} << Kind::Temporary << 554;
        QTest::newRow("busy shop") << Script{{"(greeting)", "421 later"}} << Kind::Temporary << 421;
        QTest::newRow("hangs up before") << Script{{"MAIL", "!"}} << Kind::Temporary << 0;
        QTest::newRow("hangs up at data") << Script{{"DATA", "!"}} << Kind::Temporary << 0;
        QTest::newRow("hangs up after the mail") << Script{{"(mail)", "!"}} << Kind::Unknown << 0;
        QTest::newRow("silent after the mail") << Script{{"(mail)", ""}} << Kind::Unknown << 0;
        QTest::newRow("silent before") << Script{{"MAIL", ""}} << Kind::Temporary << 0;
        QTest::newRow("no greeting") << Script{{"(greeting)", ""}} << Kind::Temporary << 0;
        QTest::newRow("another protocol") << Script{{"(greeting)", "* OK IMAP"}} << Kind::Temporary << 0;
        QTest::newRow("goodbye after the mail")
            << Script{{"(mail)", "421 4.3.2 shutting down"}} << Kind::Temporary << 421;
        QTest::newRow("goodbye at the recipient")
            << Script{{"RCPT", "421 4.3.2 shutting down"}} << Kind::Temporary << 421;
        QTest::newRow("nonsense after the mail") << Script{{"(mail)", "what?"}} << Kind::Unknown << 0;
    }
    void outcomes_followTheReplies()
    {
        QFETCH(Script, exceptions);
        QFETCH(SmtpOutcome::Kind, kind);
        QFETCH(int, code);
        const bool isSilent = !exceptions.isEmpty() && exceptions.first().second.isEmpty();
        if (isSilent) m_patience = std::chrono::milliseconds(200);
        ScriptedServer server(script(exceptions));
        const SmtpOutcome outcome = send(server, openAccount());
        QCOMPARE(outcome.kind, kind);
        QCOMPARE(outcome.code, code);
    }

    void someRecipients_areEnough()
    {
        ScriptedServer server(script({{"RCPT TO:<parti@x.ci>", "550 5.1.1 <parti@x.ci> unknown"}}));
        const SmtpOutcome outcome = send(server, openAccount(), "x", {u"parti@x.ci"_s, u"aya@x.ci"_s});
        QCOMPARE(outcome.kind, SmtpOutcome::Kind::Accepted);
        QCOMPARE(outcome.refusedRecipients, (QList<RefusedRecipient>{{0, 550, u"5.1.1 <…> unknown"_s}}));
    }

    void oneWhoMayComeLater_makesTheRefusalTemporary()
    {
        ScriptedServer server(script({{"RCPT TO:<parti@x.ci>", "550 unknown"}, {"RCPT", "450 later"}}));
        QCOMPARE(send(server, openAccount(), "x", {u"parti@x.ci"_s, u"aya@x.ci"_s}).kind, SmtpOutcome::Kind::Temporary);
    }

    void reply_isKeptWithoutAddresses()
    {
        ScriptedServer server(script({{"RCPT", "550-5.1.1 <aya@x.ci>: no\r\n550 5.1.1 ask postmaster@x.ci"}}));
        QCOMPARE(send(server, openAccount()).reply, u"5.1.1 <…>: no 5.1.1 ask <…>"_s);
    }

    void logIn_usesWhatTheServerOffers()
    {
        MailServer account = openAccount();
        account.user = u"sav"_s;
        account.password = u"secret é"_s;
        ScriptedServer plain(script({}));
        QCOMPARE(send(plain, account).kind, SmtpOutcome::Kind::Accepted);
        QCOMPARE(plain.commands[1], "AUTH PLAIN " + QByteArray("\0sav\0secret \xC3\xA9", 14).toBase64());
        ScriptedServer login(script({{"EHLO", "250-mx\r\n250 AUTH LOGIN"},
                                     {"AUTH LOGIN", "334 VXNlcm5hbWU6"},
                                     {QByteArray("sav").toBase64(), "334 UGFzc3dvcmQ6"},
                                     {QByteArray("secret \xC3\xA9").toBase64(), "235 ok"}}));
        QCOMPARE(send(login, account).kind, SmtpOutcome::Kind::Accepted);
    }

    void wrongPassword_keepsTheMailForLater()
    {
        MailServer account = openAccount();
        account.user = u"sav"_s;
        ScriptedServer server(script({{"AUTH", "535 5.7.8 no"}}));
        const SmtpOutcome outcome = send(server, account);
        QCOMPARE(outcome.kind, SmtpOutcome::Kind::Temporary);
        QCOMPARE(outcome.code, 535);
        QVERIFY(!server.commands.contains("DATA"));
    }

    void serverWithoutStartTls_getsNothing()
    {
        MailServer account;
        account.tls = TlsMode::StartTls;
        account.user = u"sav"_s;
        ScriptedServer server(script({}));
        QCOMPARE(send(server, account).kind, SmtpOutcome::Kind::Temporary);
        QVERIFY(std::none_of(server.commands.begin(), server.commands.end(), [](const QByteArray &line) {
            return line.startsWith("AUTH") || line.startsWith("MAIL");
        }));
    }

    void startTls_comesBeforeThePassword()
    {
        ScriptedServer server(script({{"EHLO", "250-mx\r\n250-STARTTLS\r\n250 AUTH PLAIN"}, {"STARTTLS", "220 go"}}));
        const SmtpOutcome outcome = send(server, secureAccount(TlsMode::StartTls));
        QCOMPARE(outcome.kind, SmtpOutcome::Kind::Accepted);
        QCOMPARE(server.commands.mid(0, 3),
                 (QList<QByteArray>{"EHLO console.toner.ci", "STARTTLS", "EHLO console.toner.ci"}));
        QVERIFY(server.commands[3].startsWith("AUTH PLAIN "));
    }

    void wordsSlippedInBeforeTls_areNotBelieved()
    {
        // Somebody on the line appends an answer to the one that agrees on TLS.
        ScriptedServer server(script(
            {{"EHLO", "250-mx\r\n250-STARTTLS\r\n250 AUTH PLAIN"}, {"STARTTLS", "220 go\r\n250-mx\r\n250 SMTPUTF8"}}));
        const SmtpOutcome outcome = send(server, secureAccount(TlsMode::StartTls), "x", {u"aïe@x.ci"_s});
        QVERIFY(outcome.kind != SmtpOutcome::Kind::Accepted);
        QVERIFY(!server.commands.contains("DATA"));
    }

    void tlsFromTheStart_works()
    {
        ScriptedServer server(script({}));
        server.encryptAtOnce();
        QCOMPARE(send(server, secureAccount(TlsMode::Tls)).kind, SmtpOutcome::Kind::Accepted);
    }

    void unknownCertificate_getsNothing()
    {
        ScriptedServer server(script({}));
        server.encryptAtOnce();
        MailServer account = secureAccount(TlsMode::Tls);
        account.ownAuthority.clear();
        QCOMPARE(send(server, account).kind, SmtpOutcome::Kind::Temporary);
        QVERIFY(server.commands.isEmpty());
    }

    void deliveryReports_areAskedForWhereTheyExist()
    {
        ScriptedServer server(script({{"EHLO", "250-mx\r\n250 DSN"}}));
        QCOMPARE(send(server, openAccount()).kind, SmtpOutcome::Kind::Accepted);
        QVERIFY(server.commands.contains("MAIL FROM:<sav@toner.ci> RET=HDRS ENVID=m1@toner.ci"));
        QVERIFY(server.commands.contains("RCPT TO:<aya@x.ci> NOTIFY=FAILURE,DELAY"));
    }

    void mailLargerThanTheServerTakes_isNotOffered()
    {
        ScriptedServer server(script({}));
        const SmtpOutcome outcome = send(server, openAccount(), QByteArray(1001, 'x'));
        QCOMPARE(outcome.kind, SmtpOutcome::Kind::Refused);
        QCOMPARE(outcome.reply, u"5.3.4 the mail has 1001 bytes, the server takes 1000"_s);
        QVERIFY(std::none_of(server.commands.begin(), server.commands.end(),
                             [](const QByteArray &line) { return line.startsWith("MAIL"); }));
        ScriptedServer boundless(script({{"EHLO", "250-mx\r\n250 SIZE 0"}}));
        QCOMPARE(send(boundless, openAccount(), QByteArray(1001, 'x')).kind, SmtpOutcome::Kind::Accepted);
    }

    void lineThatBreaksBeforeTheFinalDot_isTemporary()
    {
        // So much that it can't all be on its way when the server, who reads no more, hangs up.
        ScriptedServer server(script({{"EHLO", "250 mx"}, {"DATA", "354!"}}));
        const SmtpOutcome outcome = send(server, openAccount(), QByteArray(40'000'000, 'x'));
        QCOMPARE(outcome.kind, SmtpOutcome::Kind::Temporary);
    }

    void accentsInTheMail_areSaid()
    {
        ScriptedServer server(script({{"EHLO", "250-mx\r\n250-8BITMIME\r\n250 SMTPUTF8"}}));
        QCOMPARE(send(server, openAccount(), "Subject: \xC3\xA9\r\n\r\nx", {u"aïe@x.ci"_s}).kind,
                 SmtpOutcome::Kind::Accepted);
        QVERIFY(server.commands.contains("MAIL FROM:<sav@toner.ci> BODY=8BITMIME SMTPUTF8"));
    }

    void logIn_byToken_readsItEachTime()
    {
        QTemporaryFile token;
        QVERIFY(token.open());
        token.write("first\n");
        token.flush();
        MailServer account = openAccount();
        account.user = u"sav"_s;
        account.tokenFile = token.fileName();
        ScriptedServer server(script({{"EHLO", "250-mx\r\n250 AUTH XOAUTH2 PLAIN"}}));
        QCOMPARE(send(server, account).kind, SmtpOutcome::Kind::Accepted);
        QCOMPARE(server.commands[1],
                 "AUTH XOAUTH2 "
                     + QByteArray("user=sav\x01"
                                  "auth=Bearer first\x01\x01")
                           .toBase64());
        token.seek(0);
        token.write("later\n");
        token.flush();
        ScriptedServer refusing(script({{"(greeting)", "220 mx"},
                                        {"EHLO", "250-mx\r\n250 AUTH XOAUTH2 PLAIN"},
                                        {"AUTH XOAUTH2 "
                                             + QByteArray("user=sav\x01"
                                                          "auth=Bearer later\x01\x01")
                                                   .toBase64(),
                                         "334 eyJzdGF0dXMiOiI0MDEifQ=="},
                                        {"QUIT", "221 bye"},
                                        {"", "535 5.7.8 expired"}}));
        QCOMPARE(send(refusing, account).code, 535);
        QCOMPARE(refusing.commands[2], QByteArray());
        ScriptedServer without(script({}));
        QCOMPARE(send(without, account).kind, SmtpOutcome::Kind::Temporary);
        QCOMPARE(without.commands.size(), 2); // EHLO, QUIT
    }

    void troubles_haveTheirName_data()
    {
        QTest::addColumn<Script>("exceptions");
        QTest::addColumn<MailTrouble>("trouble");
        QTest::newRow("wrong password") << Script{{"AUTH", "535 5.7.8 no"}} << MailTrouble::WrongPassword;
        QTest::newRow("needs another password")
            << Script{{"AUTH", "534 5.7.9 Application-specific password required."}} << MailTrouble::AppPasswordNeeded;
        QTest::newRow("log-in later") << Script{{"AUTH", "454 4.7.0 later"}} << MailTrouble::Unavailable;
        QTest::newRow("unknown way to log in") << Script{{"AUTH", "504 5.5.4 what?"}} << MailTrouble::LogInNotOffered;
        QTest::newRow("wants TLS first") << Script{{"AUTH", "530 5.7.0 STARTTLS first"}} << MailTrouble::OpenLine;
        QTest::newRow("sender refused") << Script{{"MAIL", "553 5.7.1 not yours"}} << MailTrouble::SenderRefused;
        QTest::newRow("hangs up") << Script{{"EHLO", "!"}} << MailTrouble::HungUp;
        QTest::newRow("another protocol") << Script{{"(greeting)", "* OK IMAP"}} << MailTrouble::AnotherProtocol;
        QTest::newRow("nothing") << Script{} << MailTrouble::None;
    }
    void troubles_haveTheirName()
    {
        QFETCH(Script, exceptions);
        QFETCH(MailTrouble, trouble);
        MailServer account = openAccount();
        account.user = u"sav"_s;
        ScriptedServer server(script(exceptions));
        account.host = u"localhost"_s;
        account.port = server.port();
        SmtpClient client(account);
        QSignalSpy finished(&client, &SmtpClient::finished);
        client.tryOut(u"sav@toner.ci"_s);
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(client.trouble(), trouble);
        QVERIFY(!server.commands.contains("DATA"));
    }

    void foreignCertificate_isShownByItsFingerprint()
    {
        ScriptedServer server(script({}));
        server.encryptAtOnce();
        MailServer account = secureAccount(TlsMode::Tls);
        account.ownAuthority.clear();
        account.host = u"localhost"_s;
        account.port = server.port();
        SmtpClient client(account);
        QSignalSpy finished(&client, &SmtpClient::finished);
        client.tryOut(u"sav@toner.ci"_s);
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(client.trouble(), MailTrouble::UnknownCertificate);
        const QByteArray digest = QSslCertificate(test::certificate).digest(QCryptographicHash::Sha256);
        QCOMPARE(client.fingerprint(), QString::fromLatin1(digest.toHex()));
    }

    void addressesThatWouldBeCommands_areNeverSent()
    {
        ScriptedServer server(script({}));
        QCOMPARE(send(server, openAccount(), "x", {u"aya@x.ci>\r\nRCPT TO:<b@x.ci"_s}).kind,
                 SmtpOutcome::Kind::Refused);
        QVERIFY(!server.commands.contains("DATA"));
    }

    void nobodyThere_isTemporary()
    {
        quint16 port = 0;
        {
            ScriptedServer gone(script({}));
            port = gone.port();
        }
        MailServer account;
        account.tls = TlsMode::None;
        account.host = u"127.0.0.1"_s;
        account.port = port;
        SmtpClient client(account);
        QSignalSpy finished(&client, &SmtpClient::finished);
        client.send({u"sav@toner.ci"_s, {u"aya@x.ci"_s}, {}}, "x");
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(finished[0][0].value<SmtpOutcome>().kind, SmtpOutcome::Kind::Temporary);
    }

private:
    static MailServer openAccount()
    {
        MailServer account;
        account.tls = TlsMode::None;
        return account;
    }
    static MailServer secureAccount(TlsMode tls)
    {
        MailServer account;
        account.tls = tls;
        account.user = u"sav"_s;
        account.password = u"secret"_s;
        account.ownAuthority = test::certificate;
        return account;
    }
    SmtpOutcome send(const ScriptedServer &server, MailServer account,
                     const QByteArray &mail = "Subject: x\r\n\r\nx\r\n",
                     const QStringList &recipients = {u"aya@x.ci"_s})
    {
        account.host = u"localhost"_s;
        account.port = server.port();
        account.ownName = u"console.toner.ci"_s;
        account.answerLimit = m_patience;
        SmtpClient client(account);
        QSignalSpy finished(&client, &SmtpClient::finished);
        client.send({u"sav@toner.ci"_s, recipients, u"m1@toner.ci"_s}, mail);
        [&finished] { QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 20'000); }();
        return finished.isEmpty() ? SmtpOutcome{} : finished[0][0].value<SmtpOutcome>();
    }

    std::chrono::milliseconds m_patience{};
};

QTEST_GUILESS_MAIN(TestSmtpClient)
#include "tst_smtpclient.moc"
