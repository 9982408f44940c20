// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/pushchannel.h"

#include <QSignalSpy>
#include <QTest>
#include <QWebSocketServer>

using namespace akwaba;
using namespace Qt::StringLiterals;

class TestPushChannel : public QObject {
    Q_OBJECT

    std::unique_ptr<QWebSocketServer> m_server;
    std::unique_ptr<QWebSocket> m_other;
    QString m_heard;
    QByteArray m_authorization;

    [[nodiscard]] ServerAddress address() const
    {
        return {QUrl(u"http://localhost:%1"_s.arg(m_server->serverPort())), {}};
    }

private Q_SLOTS:
    void init()
    {
        m_heard.clear();
        m_server = std::make_unique<QWebSocketServer>(u"stub"_s, QWebSocketServer::NonSecureMode);
        QVERIFY(m_server->listen(QHostAddress::LocalHost));
        connect(m_server.get(), &QWebSocketServer::newConnection, this, [this] {
            m_other.reset(m_server->nextPendingConnection());
            m_authorization = m_other->request().rawHeader("Authorization");
            connect(m_other.get(), &QWebSocket::textMessageReceived, this,
                    [this](const QString &text) { m_heard = text; });
        });
    }
    void cleanup()
    {
        m_other.reset();
        m_server.reset();
    }

    void onceOpen_itAsksForHintsAndTellsThem()
    {
        PushChannel channel(address());
        QSignalSpy opened(&channel, &PushChannel::opened);
        QSignalSpy hinted(&channel, &PushChannel::hinted);
        channel.open("secret");
        QTRY_COMPARE(opened.size(), 1);
        QTRY_VERIFY(m_heard.contains(u"WebSocketPushEnable"));
        QCOMPARE(m_authorization, QByteArray("Bearer secret"));
        m_other->sendTextMessage(u"{\"@type\":\"StateChange\",\"changed\":{}}"_s);
        QTRY_COMPARE(hinted.size(), 1);
        m_other->sendTextMessage(u"{\"@type\":\"Response\"}"_s);
        m_other->sendTextMessage(u"no JSON"_s);
        m_other->sendTextMessage(u"{\"@type\":\"StateChange\"}"_s);
        QTRY_COMPARE(hinted.size(), 2);
    }

    void aLostConnection_isToldOnce()
    {
        PushChannel channel(address());
        QSignalSpy opened(&channel, &PushChannel::opened);
        QSignalSpy closed(&channel, &PushChannel::closed);
        channel.open("secret");
        QTRY_COMPARE(opened.size(), 1);
        m_other->abort();
        QTRY_COMPARE(closed.size(), 1);
        channel.open("secret");
        QTRY_COMPARE(opened.size(), 2);
    }

    void aRefusedConnection_isToldToo()
    {
        const ServerAddress gone = address();
        m_server.reset();
        PushChannel channel(gone);
        QSignalSpy closed(&channel, &PushChannel::closed);
        channel.open("secret");
        QTRY_COMPARE(closed.size(), 1);
    }

    void closingIt_tellsNothing()
    {
        PushChannel channel(address());
        QSignalSpy opened(&channel, &PushChannel::opened);
        QSignalSpy closed(&channel, &PushChannel::closed);
        channel.open("secret");
        QTRY_COMPARE(opened.size(), 1);
        QSignalSpy left(m_other.get(), &QWebSocket::disconnected);
        channel.close();
        QTRY_COMPARE(left.size(), 1);
        QCOMPARE(closed.size(), 0);
    }

    void plainToAnotherMachine_isNeverTried()
    {
        PushChannel channel({QUrl(u"http://support.example.ci"_s), {}});
        QSignalSpy closed(&channel, &PushChannel::closed);
        channel.open("secret");
        QTRY_COMPARE(closed.size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestPushChannel)
#include "tst_pushchannel.moc"
