// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/channels/email/lmtpsession.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace akwaba;
using namespace akwaba::mail;

class TestLmtpSession : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_delivered.clear();
        m_answer = Result<void>();
    }

    void mail_isStoredAndThenAcknowledgedForEachRecipient()
    {
        LmtpSession session = newSession();
        QCOMPARE(session.greeting(), QByteArray("220 mx.toner.ci LMTP\r\n"));
        QVERIFY(say(session, "LHLO ici\r\n").contains("250-PIPELINING\r\n"));
        QCOMPARE(say(session, "MAIL FROM:<aya@x.ci>\r\n"), QByteArray("250 2.1.0 ok\r\n"));
        QCOMPARE(say(session, "RCPT TO:<sav@toner.ci>\r\n"), QByteArray("250 2.1.5 ok\r\n"));
        QCOMPARE(say(session, "RCPT TO:<ventes@toner.ci>\r\n"), QByteArray("250 2.1.5 ok\r\n"));
        QVERIFY(say(session, "DATA\r\n").startsWith("354"));
        QCOMPARE(say(session, "Subject: x\r\n\r\nligne\r\n"), QByteArray());
        QVERIFY(m_delivered.isEmpty());
        QCOMPARE(say(session, ".\r\n"), QByteArray("250 2.0.0 stored\r\n250 2.0.0 stored\r\n"));
        QCOMPARE(m_delivered.size(), 1);
        QCOMPARE(m_delivered[0].raw, QByteArray("Return-Path: <aya@x.ci>\r\nSubject: x\r\n\r\nligne\r\n"));
        QCOMPARE(m_delivered[0].recipients, (QStringList{u"sav@toner.ci"_s, u"ventes@toner.ci"_s}));
    }

    void pipelinedCommands_areAnsweredInOrder()
    {
        LmtpSession session = newSession();
        const QByteArray answers =
            say(session,
                "LHLO ici\r\nMAIL FROM:<>\r\nRCPT TO:<inconnu@toner.ci>\r\nRCPT TO:<sav@toner.ci>\r\nDATA\r\n"
                "un\r\n.\r\nMAIL FROM:<b@x.ci>\r\nRCPT TO:<sav@toner.ci>\r\nDATA\r\ndeux\r\n.\r\nQUIT\r\n");
        QCOMPARE(codesOf(answers),
                 (QList<QByteArray>{"250", "250", "550", "250", "354", "250", "250", "250", "354", "250", "221"}));
        QCOMPARE(m_delivered.size(), 2);
        QCOMPARE(m_delivered[0].raw, QByteArray("Return-Path: <>\r\nun\r\n"));
        QCOMPARE(m_delivered[0].recipients, QStringList{u"sav@toner.ci"_s});
        QVERIFY(session.isFinished());
    }

    void bytes_mayComeOneByOne()
    {
        LmtpSession session = newSession();
        QByteArray answers;
        for (const char byte :
             QByteArray("LHLO ici\r\nMAIL FROM:<a@x>\r\nRCPT TO:<sav@toner.ci>\r\nDATA\r\n..point\r\n.\r\nQUIT\r\n"))
            answers += say(session, QByteArray(1, byte));
        QCOMPARE(codesOf(answers), (QList<QByteArray>{"250", "250", "250", "354", "250", "221"}));
        QVERIFY(m_delivered[0].raw.endsWith("\r\n.point\r\n"));
    }

    void whileAMailIsBeingStored_everythingElseWaits()
    {
        LmtpSession session = newSession();
        const QByteArray begin = "LHLO ici\r\nMAIL FROM:<a@x>\r\nRCPT TO:<sav@toner.ci>\r\nDATA\r\nun\r\n.\r\nNOOP\r\n";
        QCOMPARE(codesOf(session.receive(begin)).last(), QByteArray("354"));
        QVERIFY(session.takeMail());
        QVERIFY(!session.takeMail());
        QCOMPARE(session.receive("QUIT\r\n"), QByteArray());
        QVERIFY(!session.isFinished());
        QCOMPARE(codesOf(session.delivered({})), (QList<QByteArray>{"250", "250", "221"}));
        QVERIFY(session.isFinished());
    }

    void dots_areUndoubled()
    {
        deliver("..\r\n...x\r\n.y\r\nz.\r\n");
        QVERIFY(m_delivered[0].raw.endsWith(">\r\n.\r\n..x\r\ny\r\nz.\r\n"));
    }

    void failures_areAnsweredByTheirKind_data()
    {
        QTest::addColumn<Code>("code");
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("full disk") << Code::DiskFull << QByteArray("451");
        QTest::newRow("locked") << Code::Locked << QByteArray("451");
        QTest::newRow("own bug") << Code::Internal << QByteArray("451");
        QTest::newRow("not a mail") << Code::BadInput << QByteArray("554");
    }
    void failures_areAnsweredByTheirKind()
    {
        QFETCH(Code, code);
        QFETCH(QByteArray, answer);
        m_answer = fail(code);
        QCOMPARE(codesOf(deliver("x\r\n")).last(), answer);
    }

    void largeMail_isRefusedAndTheConversationGoesOn()
    {
        LmtpSession session = newSession();
        QCOMPARE(codesOf(say(session, "LHLO ici\r\nMAIL FROM:<a@x> SIZE=999999\r\n")).last(), QByteArray("552"));
        QCOMPARE(codesOf(say(session, "MAIL FROM:<a@x>\r\nRCPT TO:<sav@toner.ci>\r\nDATA\r\n")).last(),
                 QByteArray("354"));
        for (int i = 0; i < 100; ++i)
            QCOMPARE(say(session, QByteArray(100, 'a') + "\r\n"), QByteArray());
        QCOMPARE(codesOf(say(session, ".\r\nNOOP\r\n")), (QList<QByteArray>{"552", "250"}));
        QVERIFY(m_delivered.isEmpty());
    }

    void wrongOrder_isRefused()
    {
        LmtpSession session = newSession();
        QCOMPARE(
            codesOf(say(session,
                        "MAIL FROM:<a@x>\r\nEHLO ici\r\nLHLO\r\nLHLO ici\r\nRCPT TO:<sav@toner.ci>\r\nDATA\r\nMAIL "
                        "FROM:a@x\r\nMAIL FROM:<a@x>\r\nMAIL FROM:<b@x>\r\nRCPT TO:<>\r\nDATA\r\nRSET\r\nDATA\r\n")),
            (QList<QByteArray>{"503", "500", "501", "250", "503", "503", "501", "250", "503", "501", "503", "250",
                               "503"}));
    }

    void endlessLine_endsTheConversation()
    {
        LmtpSession session = newSession();
        QVERIFY(say(session, QByteArray(10'000, 'a')).startsWith("500"));
        QVERIFY(session.isFinished());
    }

    void tooManyRecipients_areToldToComeAgain()
    {
        LmtpSession session = newSession();
        Q_UNUSED(say(session, "LHLO ici\r\nMAIL FROM:<a@x>\r\n"));
        for (int i = 0; i < 3; ++i)
            QVERIFY(say(session, "RCPT TO:<sav@toner.ci>\r\n").startsWith("250"));
        QVERIFY(say(session, "RCPT TO:<sav@toner.ci>\r\n").startsWith("452"));
    }

private:
    LmtpSession newSession()
    {
        return LmtpSession({u"mx.toner.ci"_s, 2'000, 3},
                           [](const QString &address) { return !address.startsWith(u"inconnu"); });
    }
    /// Delivers what came in at once.
    QByteArray say(LmtpSession &session, const QByteArray &bytes)
    {
        QByteArray answers = session.receive(bytes);
        while (const auto mail = session.takeMail()) {
            m_delivered.append(*mail);
            answers += session.delivered(m_answer);
        }
        return answers;
    }
    QByteArray deliver(const QByteArray &data)
    {
        LmtpSession session = newSession();
        return say(session, "LHLO ici\r\nMAIL FROM:<a@x>\r\nRCPT TO:<sav@toner.ci>\r\nDATA\r\n" + data + ".\r\n");
    }
    // The code of each last line of a reply.
    static QList<QByteArray> codesOf(const QByteArray &answers)
    {
        QList<QByteArray> codes;
        for (const QByteArray &line : answers.split('\n')) {
            if (line.size() > 3 && line[3] == ' ') codes.append(line.left(3));
        }
        return codes;
    }

    QList<LmtpMail> m_delivered;
    Result<void> m_answer;
};

QTEST_GUILESS_MAIN(TestLmtpSession)
#include "tst_lmtpsession.moc"
