// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/channels/email/lmtplistener.h"

#include <QLocalSocket>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace akwaba;
using namespace akwaba::mail;

class TestLmtpListener : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_mails = 0; }

    void mail_comesThroughALoopbackPort()
    {
        LmtpListener listener({u"mx"_s}, counting());
        const auto port = listener.listen(QHostAddress::LocalHost, 0);
        QVERIFY(port);
        QTcpSocket client;
        client.connectToHost(QHostAddress::LocalHost, *port);
        converse(client);
    }

    void mail_comesThroughASocketFile()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"lmtp"_s);
        {
            LmtpListener first({u"mx"_s}, counting());
            QVERIFY(first.listenLocal(path));
        }
        LmtpListener listener({u"mx"_s}, counting());
        QVERIFY(listener.listenLocal(path));
        QLocalSocket client;
        client.connectToServer(path);
        converse(client);
    }

    void aMailThatTakesLong_holdsUpNobodyElse()
    {
        QList<std::shared_ptr<Answer<void>>> waiting;
        LmtpListener listener({u"mx"_s}, [&](const QByteArray &, const QStringList &) {
            waiting += std::make_shared<Answer<void>>();
            return waiting.last()->future();
        });
        const auto port = listener.listen(QHostAddress::LocalHost, 0);
        QVERIFY(port);
        std::array<QTcpSocket, 2> clients;
        for (QTcpSocket &client : clients) {
            client.connectToHost(QHostAddress::LocalHost, *port);
            client.write("LHLO ici\r\nMAIL FROM:<a@x>\r\nRCPT TO:<sav@toner.ci>\r\nDATA\r\nx\r\n.\r\nQUIT\r\n");
        }
        QTRY_COMPARE(waiting.size(), 2);
        QSignalSpy gone(&clients[1], &QTcpSocket::disconnected);
        waiting[1]->give(fail(Code::DiskFull));
        QTRY_COMPARE(gone.size(), 1);
        QVERIFY(clients[1].readAll().endsWith("451 4.3.0 try again later\r\n221 2.0.0 bye\r\n"));
        QVERIFY(!clients[0].readAll().contains("stored"));
        clients[0].abort(); // hangs up before it is stored
        QTRY_COMPARE(clients[0].state(), QAbstractSocket::UnconnectedState);
        waiting[0]->give({});
    }

    void theOutsideWorld_isNotListenedTo()
    {
        LmtpListener listener({u"mx"_s}, counting());
        const auto port = listener.listen(QHostAddress::AnyIPv4, 0);
        QVERIFY(!port);
        QCOMPARE(port.error().code, Code::Denied);
    }

    void silentClient_isSentAway()
    {
        LmtpListener listener({u"mx"_s}, counting());
        listener.setIdleLimit(std::chrono::milliseconds(20));
        const auto port = listener.listen(QHostAddress::LocalHost, 0);
        QVERIFY(port);
        QTcpSocket client;
        QSignalSpy gone(&client, &QTcpSocket::disconnected);
        client.connectToHost(QHostAddress::LocalHost, *port);
        QTRY_COMPARE(gone.size(), 1);
        QVERIFY(client.readAll().contains("421"));
    }

    void crowd_isSentAwayAndTheRestServed()
    {
        LmtpListener listener({u"mx"_s}, counting());
        const auto port = listener.listen(QHostAddress::LocalHost, 0);
        QVERIFY(port);
        std::vector<std::unique_ptr<QTcpSocket>> crowd;
        for (int i = 0; i < 70; ++i) {
            crowd.push_back(std::make_unique<QTcpSocket>());
            crowd.back()->connectToHost(QHostAddress::LocalHost, *port);
        }
        QTRY_VERIFY(
            std::all_of(crowd.begin(), crowd.end(), [](const auto &socket) { return socket->bytesAvailable() > 0; }));
        const auto refused = std::count_if(crowd.begin(), crowd.end(),
                                           [](const auto &socket) { return socket->readAll().startsWith("421"); });
        QCOMPARE(refused, 6);
    }

private:
    Deliver counting()
    {
        return [this](const QByteArray &, const QStringList &) {
            ++m_mails;
            return answered(Result<void>());
        };
    }
    template <class Socket> void converse(Socket &client)
    {
        QSignalSpy gone(&client, &Socket::disconnected);
        client.write(
            "LHLO ici\r\nMAIL FROM:<a@x>\r\nRCPT TO:<sav@toner.ci>\r\nDATA\r\nSubject: x\r\n\r\nx\r\n.\r\nQUIT\r\n");
        QTRY_COMPARE(gone.size(), 1);
        const QByteArray answers = client.readAll();
        QVERIFY2(answers.startsWith("220 mx LMTP\r\n"), answers.constData());
        QVERIFY2(answers.endsWith("250 2.0.0 stored\r\n221 2.0.0 bye\r\n"), answers.constData());
        QCOMPARE(m_mails, 1);
    }

    int m_mails = 0;
};

QTEST_GUILESS_MAIN(TestLmtpListener)
#include "tst_lmtplistener.moc"
