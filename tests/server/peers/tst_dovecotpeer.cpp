// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/channels/tlspeer.h"
#include "tests/server/peers/dovecotpeer.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// One conversation: each line is sent after the answer to the one before, and everything that came is kept.
class Conversation {
public:
    explicit Conversation(quint16 port, bool encrypted = false)
    {
        QSslConfiguration tls = m_socket.sslConfiguration();
        tls.setCaCertificates({QSslCertificate(akwaba::mail::test::certificate)});
        m_socket.setSslConfiguration(tls);
        if (encrypted)
            m_socket.connectToHostEncrypted(u"localhost"_s, port);
        else
            m_socket.connectToHost(u"localhost"_s, port);
        (void)waitFor("* OK");
    }

    [[nodiscard]] QByteArray say(const QByteArray &command)
    {
        const QByteArray tag = 'a' + QByteArray::number(++m_tag);
        m_socket.write(tag + ' ' + command + "\r\n");
        return waitFor(tag + ' ');
    }
    [[nodiscard]] bool encrypt()
    {
        m_socket.startClientEncryption();
        return m_socket.waitForEncrypted(5000);
    }
    [[nodiscard]] bool logIn()
    {
        return say(QByteArray("LOGIN ") + DovecotPeer::user + ' ' + DovecotPeer::password).contains(" OK ");
    }

private:
    QByteArray waitFor(const QByteArray &start)
    {
        QByteArray heard;
        while (!heard.contains(start) || !heard.endsWith("\r\n")) {
            if (m_socket.bytesAvailable() == 0 && !m_socket.waitForReadyRead(5000)) break;
            heard += m_socket.readAll();
        }
        return heard;
    }

    QSslSocket m_socket;
    int m_tag = 0;
};

} // namespace

class TestDovecotPeer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aMailThatWasPutIsThere_alsoAfterAKill();
    void tls_isThereFromTheStartAndOnRequest();
    void aFullAccount_refusesMore();
};

void TestDovecotPeer::aMailThatWasPutIsThere_alsoAfterAKill()
{
    DovecotPeer dovecot;
    QVERIFY2(dovecot.start(), qPrintable(dovecot.report()));
    QVERIFY(dovecot.put(u"1.one"_s, "Subject: one\r\n\r\nhello\r\n"));
    {
        Conversation imap(dovecot.port());
        QVERIFY(imap.logIn());
        QVERIFY(imap.say("SELECT INBOX").contains("* 1 EXISTS"));
        QVERIFY(imap.say("FETCH 1 BODY.PEEK[]").contains("Subject: one"));
        QCOMPARE(dovecot.seen(), 0);
        QVERIFY(imap.say("STORE 1 +FLAGS (\\Seen)").contains(" OK "));
        QCOMPARE(dovecot.seen(), 1);
    }
    dovecot.kill();
    QVERIFY2(dovecot.start(), qPrintable(dovecot.report()));
    Conversation again(dovecot.port());
    QVERIFY(again.logIn());
    QVERIFY(again.say("SELECT INBOX").contains("* 1 EXISTS"));
}

void TestDovecotPeer::tls_isThereFromTheStartAndOnRequest()
{
    DovecotPeer dovecot;
    QVERIFY2(dovecot.start(), qPrintable(dovecot.report()));
    Conversation encrypted(dovecot.tlsPort(), true);
    QVERIFY(encrypted.logIn());
    Conversation open(dovecot.port());
    QVERIFY(open.say("STARTTLS").contains(" OK "));
    QVERIFY(open.encrypt());
    QVERIFY(open.logIn());
    QVERIFY(open.say("LIST \"\" *").contains("(\\HasNoChildren \\Sent) \".\" Envoy&AOk-s"));
}

void TestDovecotPeer::aFullAccount_refusesMore()
{
    DovecotPeer dovecot;
    dovecot.setQuota(1);
    QVERIFY2(dovecot.start(), qPrintable(dovecot.report()));
    Conversation imap(dovecot.port());
    QVERIFY(imap.logIn());
    QVERIFY(imap.say("APPEND INBOX {2000+}\r\n" + QByteArray(2000, 'x')).contains("NO [OVERQUOTA]"));
}

QTEST_GUILESS_MAIN(TestDovecotPeer)
#include "tst_dovecotpeer.moc"
