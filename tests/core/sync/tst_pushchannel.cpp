// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/pushchannel.h"

#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>
#include <QWebSocketServer>

using namespace akwaba;
using namespace Qt::StringLiterals;

class TestPushChannel : public QObject {
    Q_OBJECT

    std::unique_ptr<QWebSocketServer> m_server;
    std::unique_ptr<QWebSocket> m_other;
    QList<QJsonObject> m_heard;
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
                    [this](const QString &text) { m_heard += QJsonDocument::fromJson(text.toUtf8()).object(); });
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
        QTRY_COMPARE(m_heard.value(0).value(u"@type"_s).toString(), u"WebSocketPushEnable"_s);
        QCOMPARE(m_authorization, QByteArray("Bearer secret"));
        m_other->sendTextMessage(u"{\"@type\":\"StateChange\",\"changed\":{}}"_s);
        QTRY_COMPARE(hinted.size(), 1);
        m_other->sendTextMessage(u"{\"@type\":\"Response\"}"_s);
        m_other->sendTextMessage(u"no JSON"_s);
        m_other->sendTextMessage(u"{\"@type\":\"StateChange\"}"_s);
        QTRY_COMPARE(hinted.size(), 2);
    }

    void whereTheAgentIs_isToldAtOnce_andAgainOnANewConnection()
    {
        PushChannel channel(address());
        QSignalSpy opened(&channel, &PushChannel::opened);
        channel.open("secret");
        QTRY_COMPARE(opened.size(), 1);
        QTRY_COMPARE(m_heard.size(), 2); // nowhere: so that we hear of the others
        const OwnPresence own{{u"t01jd9bh52qtxa7d24xrvjqm7zz"_s}, PresenceMode::Replying};
        channel.setPresence(own);
        channel.setPresence(own);
        QTRY_COMPARE(m_heard.size(), 3);
        QCOMPARE(m_heard.constLast(), toJson(own));
        m_heard.clear();
        m_other->abort();
        QSignalSpy closed(&channel, &PushChannel::closed);
        QTRY_COMPARE(closed.size(), 1);
        channel.open("secret");
        QTRY_COMPARE(m_heard.size(), 2);
        QCOMPARE(m_heard.constLast(), toJson(own));
    }

    void whereOthersAre_isHeard()
    {
        PushChannel channel(address());
        QSignalSpy opened(&channel, &PushChannel::opened);
        QSignalSpy told(&channel, &PushChannel::presenceTold);
        channel.open("secret");
        QTRY_COMPARE(opened.size(), 1);
        const TicketPresence now{{u"t01jd9bh52qtxa7d24xrvjqm7zz"_s},
                                 {{{u"a01jd9bh52qtxa7d24xrvjqm7za"_s}, PresenceMode::Replying}}};
        m_other->sendTextMessage(QString::fromUtf8(QJsonDocument(toJson(now)).toJson()));
        QTRY_COMPARE(told.size(), 1);
        QCOMPARE(told.constFirst().constFirst().value<TicketPresence>(), now);
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
