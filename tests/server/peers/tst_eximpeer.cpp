// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/server/peers/eximpeer.h"
#include "tests/server/peers/sendmail.h"

#include <QFile>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

// The receiving end of LMTP as far as this test needs it: takes every mail and keeps what was said to it.
class LmtpSink : public QObject {
public:
    LmtpSink()
    {
        QObject::connect(&m_server, &QTcpServer::newConnection, this, [this] {
            auto *socket = m_server.nextPendingConnection();
            socket->write("220 sink LMTP\r\n");
            QObject::connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
                while (socket->canReadLine())
                    answer(*socket, socket->readLine());
            });
        });
    }

    [[nodiscard]] bool listen(quint16 port = 0) { return m_server.listen(QHostAddress::LocalHost, port); }
    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
    void close() { m_server.close(); }
    [[nodiscard]] const QByteArray &heard() const { return m_heard; }
    [[nodiscard]] int mails() const { return m_mails; }

private:
    void answer(QTcpSocket &socket, const QByteArray &line)
    {
        m_heard += line;
        if (m_inData && line != ".\r\n") return;
        if (m_inData) ++m_mails;
        m_inData = line.startsWith("DATA");
        socket.write(m_inData ? "354 go on\r\n" : line.startsWith("QUIT") ? "221 bye\r\n" : "250 ok\r\n");
    }

    QTcpServer m_server;
    QByteArray m_heard;
    bool m_inData = false;
    int m_mails = 0;
};

} // namespace

class EximPeerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void mailToAnotherDomain_becomesOneFile();
    void mailToOurDomain_comesByLmtp();
    void mailToOurDomain_waitsUntilSomebodyListens();
    void mailThatIsKept_staysInTheSpoolAfterAKill();
};

void EximPeerTest::mailToAnotherDomain_becomesOneFile()
{
    EximPeer exim;
    QVERIFY2(exim.start(), qPrintable(exim.report()));
    QVERIFY(exim.delivered().isEmpty());
    QVERIFY(sendMail(exim.port(), "sender@outside.test", "somebody@elsewhere.test", "Subject: one\r\n\r\nhello"));
    QTRY_COMPARE(exim.delivered().size(), 1);
    QFile file(exim.delivered().first());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray mail = file.readAll();
    QVERIFY(mail.contains("Envelope-to: somebody@elsewhere.test"));
    QVERIFY(mail.contains("Subject: one"));
}

void EximPeerTest::mailToOurDomain_comesByLmtp()
{
    LmtpSink sink;
    QVERIFY(sink.listen());
    EximPeer exim({{u"toner.test"_s, sink.port()}});
    QVERIFY2(exim.start(), qPrintable(exim.report()));
    QVERIFY(sendMail(exim.port(), "sender@outside.test", "support@toner.test", "Subject: two\r\n\r\nhello"));
    QTRY_COMPARE_WITH_TIMEOUT(sink.mails(), 1, 15000);
    QVERIFY(sink.heard().contains("LHLO"));
    QVERIFY(sink.heard().contains("RCPT TO:<support@toner.test>"));
    QVERIFY(exim.delivered().isEmpty());
}

void EximPeerTest::mailToOurDomain_waitsUntilSomebodyListens()
{
    LmtpSink sink;
    QVERIFY(sink.listen());
    const quint16 port = sink.port();
    sink.close();
    EximPeer exim({{u"toner.test"_s, port}});
    QVERIFY2(exim.start(), qPrintable(exim.report()));
    QVERIFY(sendMail(exim.port(), "sender@outside.test", "support@toner.test", "Subject: three\r\n\r\nhello"));
    QTRY_VERIFY_WITH_TIMEOUT(exim.report().contains(u"Connection refused"_s), 15000);
    QVERIFY(sink.listen(port));
    QTRY_COMPARE_WITH_TIMEOUT(sink.mails(), 1, 30000);
}

void EximPeerTest::mailThatIsKept_staysInTheSpoolAfterAKill()
{
    EximPeer exim;
    exim.keepInSpool(u"client.test"_s);
    QVERIFY2(exim.start(), qPrintable(exim.report()));
    QVERIFY(sendMail(exim.port(), "support@toner.test", "rosine@client.test",
                     "Message-ID: <m1@toner.test>\r\nSubject: four\r\n\r\nhello"));
    QCOMPARE(exim.spooled(), QStringList{u"m1@toner.test"_s});
    exim.kill();
    QVERIFY2(exim.start(), qPrintable(exim.report()));
    QCOMPARE(exim.spooled(), QStringList{u"m1@toner.test"_s});
    QVERIFY(exim.delivered().isEmpty());
}

QTEST_GUILESS_MAIN(EximPeerTest)

#include "tst_eximpeer.moc"
