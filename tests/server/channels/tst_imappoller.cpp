// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/channels/email/imappoller.h"

#include "tests/server/channels/tlspeer.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace akwaba;
using namespace akwaba::mail;

namespace {

// A small IMAP server with one mailbox. `hangsAt` and `refuses` name a command.
class Mailbox : public QObject {
public:
    Mailbox()
    {
        m_server.listen(QHostAddress::LocalHost);
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            m_socket = qobject_cast<QSslSocket *>(m_server.nextPendingConnection());
            connect(m_socket, &QSslSocket::readyRead, this, [this] {
                // Who is silent from the beginning is so whatever is said: a TLS greeting may hold the end of a line.
                while (hangsAt != "GREETING" && m_socket->canReadLine())
                    answer(m_socket->readLine().trimmed());
            });
            if (hangsAt != "GREETING") say(greeting);
        });
    }
    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
    void encryptAtOnce() { m_server.encryptAtOnce = true; }

    QMap<quint32, QByteArray> mails;
    QList<quint32> seen;
    quint32 validity = 42;
    QByteArray capabilities = "IMAP4rev1 AUTH=PLAIN SASL-IR";
    QByteArray greeting = "* OK salut";
    QByteArray hangsAt;
    QByteArray refuses;
    QByteArray hangsUpAt;
    QByteArray selectCode = "READ-WRITE";
    QByteArray refusal = "NO non";
    QList<QByteArray> commands;

    /// As a mail arrives under the eyes of who listens.
    void deliver(quint32 uid, const QByteArray &mail)
    {
        mails.insert(uid, mail);
        say("* " + QByteArray::number(mails.size()) + " EXISTS");
    }
    void hangUp() { m_socket->abort(); }
    [[nodiscard]] qsizetype said(const QByteArray &command) const { return commands.count(command); }

private:
    void say(const QByteArray &line) { m_socket->write(line + "\r\n"); }

    void answer(const QByteArray &line)
    {
        const QByteArray tag = line == "DONE" ? m_idleTag : line.left(line.indexOf(' '));
        const QByteArray command = line == "DONE" ? line : line.sliced(tag.size()).trimmed();
        commands.append(command);
        if (!hangsAt.isEmpty() && command.startsWith(hangsAt)) return;
        if (!hangsUpAt.isEmpty() && command.startsWith(hangsUpAt)) return m_socket->abort();
        if (!refuses.isEmpty() && command.startsWith(refuses)) return say(tag + ' ' + refusal);
        if (command == "IDLE") {
            m_idleTag = tag;
            return say("+ j'écoute");
        }
        if (command.startsWith("SELECT")) select();
        if (command.startsWith("SELECT")) return say(tag + " OK [" + selectCode + "] fait");
        if (command == "CAPABILITY") say("* CAPABILITY " + capabilities);
        if (command.startsWith("UID SEARCH")) search(command);
        if (command.startsWith("UID FETCH")) fetch(command);
        if (command.startsWith("UID STORE")) seen.append(command.split(' ')[2].toUInt());
        say(tag + " OK fait");
        if (command == "STARTTLS") {
            m_socket->flush();
            m_socket->startServerEncryption();
        }
        if (command == "LOGOUT") m_socket->disconnectFromHost();
    }
    void select()
    {
        say("* " + QByteArray::number(mails.size()) + " EXISTS\r\n* OK [UIDVALIDITY " + QByteArray::number(validity)
            + "] ok\r\n* OK [UIDNEXT " + QByteArray::number(mails.isEmpty() ? 1 : mails.lastKey() + 1) + "] ok");
    }
    void search(const QByteArray &command)
    {
        QByteArray numbers;
        const quint32 from = numberAfter(command, "SEARCH UID");
        for (auto mail = mails.begin(); mail != mails.end(); ++mail) {
            // As real servers do: "9:*" always includes the last one.
            const bool isOld = command.contains("SINCE") && mail->contains("ancien");
            if ((mail.key() >= from || mail.key() == mails.lastKey()) && !isOld)
                numbers += ' ' + QByteArray::number(mail.key());
        }
        say("* SEARCH" + numbers);
    }
    void fetch(const QByteArray &command)
    {
        const QByteArray set = command.split(' ')[2];
        for (auto mail = mails.begin(); mail != mails.end(); ++mail) {
            if (!isIn(set, mail.key())) continue;
            const QByteArray uid = QByteArray::number(mail.key());
            const QByteArray size = QByteArray::number(mail->size());
            if (command.contains("PEEK"))
                say("* 1 FETCH (UID " + uid + " BODY[] {" + size + "}\r\n" + *mail + ')');
            else
                say("* 1 FETCH (UID " + uid + " RFC822.SIZE " + size + ')');
        }
    }

    static bool isIn(const QByteArray &set, quint32 uid)
    {
        for (const QByteArray &part : set.split(',')) {
            const QList<QByteArray> range = part.split(':');
            if (uid >= range.first().toUInt() && uid <= range.last().toUInt()) return true;
        }
        return false;
    }

    test::TlsPeer m_server;
    QSslSocket *m_socket = nullptr;
    QByteArray m_idleTag;
};

} // namespace

class TestImapPoller : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_received.clear();
        m_answer = Result<void>();
        m_account = {};
        m_account.tls = TlsMode::None;
        m_mailbox = {u"INBOX"_s};
    }

    void newMails_areHandedOverThenMarked()
    {
        Mailbox box;
        box.mails = {{3, "un"}, {7, "deux\r\n)\r\na9 OK\r\n"}, {9, QByteArray(100'000, 'x')}};
        const auto visit = visitTo(box, {42, 3});
        QVERIFY(visit);
        QCOMPARE(*visit, (ImapVisit{{42, 9}, 2, 0, 0, false}));
        QCOMPARE(m_received, (QList<QByteArray>{"deux\r\n)\r\na9 OK\r\n", QByteArray(100'000, 'x')}));
        QCOMPARE(box.seen, (QList<quint32>{7, 9}));
    }

    void nothingNew_isNotFetchedAgain()
    {
        Mailbox box;
        box.mails = {{3, "un"}, {9, "deux"}};
        const auto visit = visitTo(box, {42, 9});
        QVERIFY(visit);
        QCOMPARE(*visit, (ImapVisit{{42, 9}, 0, 0, 0, false}));
        QVERIFY(std::none_of(box.commands.begin(), box.commands.end(),
                             [](const QByteArray &c) { return c.startsWith("UID FETCH"); }));
    }

    void mailThatCouldNotBeStored_isNeitherMarkedNorPassed_data()
    {
        QTest::addColumn<Code>("trouble");
        QTest::newRow("full disk") << Code::DiskFull;
        QTest::newRow("damaged database") << Code::Corrupt;
        QTest::newRow("bug of ours") << Code::Internal;
        QTest::newRow("no reader of PDFs") << Code::Unsupported;
        QTest::newRow("too many at once") << Code::Throttled;
    }
    void mailThatCouldNotBeStored_isNeitherMarkedNorPassed()
    {
        QFETCH(Code, trouble);
        Mailbox box;
        box.mails = {{3, "un"}, {4, "deux"}};
        m_answer = fail(trouble);
        const auto visit = visitTo(box, {42, 0});
        QVERIFY(!visit);
        QCOMPARE(visit.error().code, trouble);
        QVERIFY(box.seen.isEmpty());
        QVERIFY(m_advanced.isEmpty());
    }

    void whatIsNoMail_isPassedAndLeftUnseen()
    {
        Mailbox box;
        box.mails = {{3, "un"}};
        m_answer = fail(Code::BadInput);
        const auto visit = visitTo(box, {42, 0});
        QVERIFY(visit);
        QCOMPARE(*visit, (ImapVisit{{42, 3}, 0, 1, 0, false}));
        QVERIFY(box.seen.isEmpty());
    }

    void renumberedMailbox_isReadAnew()
    {
        Mailbox box;
        box.validity = 43;
        box.mails = {{1, "un"}, {2, "deux"}};
        const auto visit = visitTo(box, {42, 900});
        QVERIFY(visit);
        QCOMPARE(visit->state, (ImapState{43, 2}));
        QCOMPARE(m_received.size(), 2);
    }

    void firstVisit_takesNothingOlderThanItsDate()
    {
        Mailbox box;
        box.mails = {{1, "ancien"}, {2, "ancien"}, {3, "neuf"}};
        m_mailbox.from = QDate(2026, 3, 3);
        const auto visit = visitTo(box, {});
        QVERIFY(visit);
        QCOMPARE(m_received, QList<QByteArray>{"neuf"});
        QVERIFY(box.commands.contains("UID SEARCH SINCE 3-Mar-2026"));
        box.mails.remove(3);
        const auto again = visitTo(box, {});
        QVERIFY(again);
        QCOMPARE(again->state, (ImapState{42, 2}));
    }

    void largeMail_staysOnTheServer()
    {
        Mailbox box;
        box.mails = {{1, "un"}, {2, QByteArray(2'000, 'x')}, {3, "trois"}};
        m_mailbox.largestMail = 1'000;
        const auto visit = visitTo(box, {});
        QVERIFY(visit);
        QCOMPARE(*visit, (ImapVisit{{42, 3}, 2, 0, 1, false}));
        QCOMPARE(m_received, (QList<QByteArray>{"un", "trois"}));
    }

    void manyMails_comeInSeveralVisits()
    {
        Mailbox box;
        for (quint32 uid = 1; uid <= 5; ++uid)
            box.mails.insert(uid, "x");
        m_mailbox.mostMails = 2;
        const auto first = visitTo(box, {});
        QVERIFY(first && first->isMore);
        const auto second = visitTo(box, first->state);
        QVERIFY(second && second->isMore);
        const auto third = visitTo(box, second->state);
        QVERIFY(third && !third->isMore);
        QCOMPARE(m_received.size(), 5);
    }

    void connectionLostBetweenMails_continuesWhereItStood()
    {
        Mailbox box;
        box.mails = {{1, "un"}, {2, "deux"}};
        box.hangsUpAt = "UID FETCH 2 ";
        QVERIFY(!visitTo(box, {}));
        QCOMPARE(m_advanced, QList<ImapState>{(ImapState{42, 1})});
        box.hangsUpAt.clear();
        QVERIFY(visitTo(box, m_advanced.last()));
        QCOMPARE(m_received, (QList<QByteArray>{"un", "deux"}));
    }

    void connectionLostBeforeTheMark_marksNextTime()
    {
        Mailbox box;
        box.mails = {{1, "un"}, {2, "deux"}};
        box.hangsUpAt = "UID STORE 2 ";
        QVERIFY(!visitTo(box, {}));
        QCOMPARE(m_advanced, QList<ImapState>{(ImapState{42, 1})});
        box.hangsUpAt.clear();
        QVERIFY(visitTo(box, m_advanced.last()));
        QCOMPARE(box.seen, (QList<quint32>{1, 2}));
    }

    void mailboxThatCannotBeMarked_isReadAllTheSame()
    {
        Mailbox box;
        box.mails = {{1, "un"}, {2, "deux"}};
        box.refuses = "UID STORE";
        const auto visit = visitTo(box, {});
        QVERIFY(visit);
        QCOMPARE(visit->received, 2);
    }

    void failures_haveTheirCode_data()
    {
        QTest::addColumn<QByteArray>("refuses");
        QTest::addColumn<QByteArray>("hangsAt");
        QTest::addColumn<QByteArray>("greeting");
        QTest::addColumn<Code>("code");
        const QByteArray ok = "* OK salut";
        QTest::newRow("wrong password") << QByteArray("AUTHENTICATE") << QByteArray() << ok << Code::Unauthenticated;
        QTest::newRow("no such mailbox") << QByteArray("SELECT") << QByteArray() << ok << Code::NotFound;
        QTest::newRow("search refused") << QByteArray("UID SEARCH") << QByteArray() << ok << Code::Protocol;
        QTest::newRow("fetch refused") << QByteArray("UID FETCH 1 ") << QByteArray() << ok << Code::Protocol;
        QTest::newRow("silent at log-in") << QByteArray() << QByteArray("AUTHENTICATE") << ok << Code::Unreachable;
        QTest::newRow("silent at capability") << QByteArray() << QByteArray("CAPABILITY") << ok << Code::Unreachable;
        QTest::newRow("silent at select") << QByteArray() << QByteArray("SELECT") << ok << Code::Unreachable;
        QTest::newRow("silent at search") << QByteArray() << QByteArray("UID SEARCH") << ok << Code::Unreachable;
        QTest::newRow("silent at sizes") << QByteArray() << QByteArray("UID FETCH 1 (UID") << ok << Code::Unreachable;
        QTest::newRow("silent at fetch") << QByteArray() << QByteArray("UID FETCH 1 ") << ok << Code::Unreachable;
        QTest::newRow("no greeting") << QByteArray() << QByteArray("GREETING") << ok << Code::Unreachable;
        QTest::newRow("goodbye") << QByteArray() << QByteArray() << QByteArray("* BYE plein") << Code::Unreachable;
        QTest::newRow("another protocol")
            << QByteArray() << QByteArray() << QByteArray("220 mx ESMTP") << Code::Protocol;
    }
    void failures_haveTheirCode()
    {
        QFETCH(QByteArray, refuses);
        QFETCH(QByteArray, hangsAt);
        QFETCH(QByteArray, greeting);
        QFETCH(Code, code);
        Mailbox box;
        box.mails = {{1, "un"}};
        box.refuses = refuses;
        box.hangsAt = hangsAt;
        box.greeting = greeting;
        const auto visit = visitTo(box, {});
        QVERIFY(!visit);
        QCOMPARE(visit.error().code, code);
        QVERIFY(m_received.isEmpty());
    }

    void logIn_usesWhatTheServerOffers()
    {
        m_account.user = u"sav"_s;
        m_account.password = u"se\"cret"_s;
        Mailbox old;
        old.capabilities = "IMAP4rev1";
        QVERIFY(visitTo(old, {}));
        QVERIFY(old.commands.contains("LOGIN \"sav\" \"se\\\"cret\""));
        Mailbox closed;
        closed.capabilities = "IMAP4rev1 LOGINDISABLED";
        QCOMPARE(visitTo(closed, {}).error().code, Code::Unsupported);
    }

    void serverThatHangsAtTheMark_isAFailureAfterTheMailWasStored()
    {
        Mailbox box;
        box.mails = {{1, "un"}};
        box.hangsAt = "UID STORE";
        QCOMPARE(visitTo(box, {}).error().code, Code::Unreachable);
        QCOMPARE(m_trouble, MailTrouble::TimedOut);
        QCOMPARE(m_received.size(), 1);
        QVERIFY(m_advanced.isEmpty());
    }

    void serverThatHangsInTheMiddleOfTls_isAFailure()
    {
        Mailbox box;
        box.capabilities += " STARTTLS";
        box.hangsAt = "STARTTLS";
        m_account.tls = TlsMode::StartTls;
        QCOMPARE(visitTo(box, {}).error().code, Code::Unreachable);
        // It listens, and says nothing of TLS.
        Mailbox silent;
        silent.hangsAt = "GREETING";
        m_account.tls = TlsMode::Tls;
        QCOMPARE(visitTo(silent, {}).error().code, Code::Unreachable);
        QCOMPARE(m_trouble, MailTrouble::TimedOut);
    }

    void startTls_comesBeforeThePassword()
    {
        Mailbox box;
        box.mails = {{1, "un"}};
        m_account.tls = TlsMode::StartTls;
        m_account.ownAuthority = test::certificate;
        QCOMPARE(visitTo(box, {}).error().code, Code::InsecureAddress);
        QCOMPARE(m_trouble, MailTrouble::NoStartTls);
        QCOMPARE(box.commands, QList<QByteArray>{"CAPABILITY"});
        box.commands.clear();
        box.capabilities += " STARTTLS";
        QVERIFY(visitTo(box, {}));
        QCOMPARE(box.commands.mid(0, 3), (QList<QByteArray>{"CAPABILITY", "STARTTLS", "CAPABILITY"}));
        QCOMPARE(m_received.size(), 1);
    }

    void serverThatTells_isListenedTo()
    {
        Mailbox box;
        box.capabilities += " IDLE";
        box.mails = {{1, "un"}};
        ImapPoller poller(accountOf(box), m_mailbox, receiver());
        QSignalSpy finished(&poller, &ImapPoller::finished);
        QSignalSpy news(&poller, &ImapPoller::news);
        poller.visit({});
        QTRY_COMPARE(box.said("IDLE"), 1);
        QCOMPARE(finished.size(), 1);
        QVERIFY(poller.isListening());
        box.deliver(2, "deux");
        QTRY_COMPARE(news.size(), 1);
        poller.visit({42, 1});
        QTRY_COMPARE(finished.size(), 2);
        QTRY_COMPARE(box.said("IDLE"), 2);
        QCOMPARE(m_received, (QList<QByteArray>{"un", "deux"}));
        QCOMPARE(box.said("SELECT \"INBOX\""), 1);
    }

    void aMailIsMarked_onlyOnceItIsStored_howeverLongThatTakes()
    {
        Mailbox box;
        box.mails = {{1, "un"}};
        auto storing = std::make_unique<Answer<void>>();
        ImapPoller poller(accountOf(box), m_mailbox, [&](const QByteArray &raw) {
            m_received.append(raw);
            return storing->future();
        });
        QSignalSpy finished(&poller, &ImapPoller::finished);
        QSignalSpy advanced(&poller, &ImapPoller::advanced);
        poller.visit({});
        QTRY_COMPARE(m_received.size(), 1);
        QVERIFY(advanced.isEmpty());
        QVERIFY(poller.isVisiting());
        storing->give({});
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(advanced.size(), 1);
    }

    void aMailThatIsStored_asTheLineBreaks_isMetAgain()
    {
        Mailbox box;
        box.mails = {{1, "un"}};
        const auto storing = std::make_shared<Answer<void>>();
        ImapPoller poller(accountOf(box), m_mailbox, [&](const QByteArray &raw) {
            m_received.append(raw);
            return storing->future();
        });
        QSignalSpy finished(&poller, &ImapPoller::finished);
        QSignalSpy advanced(&poller, &ImapPoller::advanced);
        poller.visit({});
        QTRY_COMPARE(m_received.size(), 1);
        // The news are on their way when the line breaks.
        storing->give({});
        poller.findChild<QAbstractSocket *>()->abort();
        QTRY_COMPARE(finished.size(), 1);
        QVERIFY(!finished.first().first().value<Result<ImapVisit>>().has_value());
        QTest::qWait(1);
        QVERIFY(advanced.isEmpty());
    }

    void mailThatComesDuringAVisit_isFetchedInIt()
    {
        Mailbox box;
        box.capabilities += " IDLE";
        box.mails = {{1, "un"}};
        ImapPoller poller(accountOf(box), m_mailbox, [&](const QByteArray &raw) {
            if (m_received.isEmpty()) box.deliver(2, "deux");
            m_received.append(raw);
            return answered(Result<void>());
        });
        QSignalSpy finished(&poller, &ImapPoller::finished);
        poller.visit({});
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(m_received, (QList<QByteArray>{"un", "deux"}));
    }

    void listening_isRenewedBeforeTheServerIsTiredOfIt()
    {
        Mailbox box;
        box.capabilities += " IDLE";
        m_mailbox.idleFor = std::chrono::milliseconds(20);
        ImapPoller poller(accountOf(box), m_mailbox, receiver());
        poller.visit({});
        QTRY_VERIFY(box.said("IDLE") >= 3);
        QVERIFY(poller.isListening());
    }

    void silenceWhileListening_isNoFailure_butAtDoneItIs()
    {
        Mailbox box;
        box.capabilities += " IDLE";
        MailServer account = accountOf(box);
        account.answerLimit = std::chrono::milliseconds(50);
        m_mailbox.idleFor = std::chrono::milliseconds(300);
        ImapPoller poller(account, m_mailbox, receiver());
        QSignalSpy lost(&poller, &ImapPoller::lost);
        poller.visit({});
        QTRY_VERIFY(box.said("IDLE") >= 2);
        QCOMPARE(lost.size(), 0);
        box.hangsAt = "DONE";
        QTRY_COMPARE(lost.size(), 1);
        QVERIFY(!poller.isListening());
    }

    void connectionThatBreaksWhileListening_isTold()
    {
        Mailbox box;
        box.capabilities += " IDLE";
        box.mails = {{1, "un"}};
        ImapPoller poller(accountOf(box), m_mailbox, receiver());
        QSignalSpy lost(&poller, &ImapPoller::lost);
        QSignalSpy finished(&poller, &ImapPoller::finished);
        poller.visit({});
        QTRY_COMPARE(box.said("IDLE"), 1);
        box.hangUp();
        QTRY_COMPARE(lost.size(), 1);
        poller.visit({42, 1});
        QTRY_COMPARE(finished.size(), 2);
        QVERIFY(poller.isListening());
    }

    void mailboxThatIsReadOnly_isNotMarked()
    {
        Mailbox box;
        box.mails = {{1, "un"}};
        box.selectCode = "READ-ONLY";
        QVERIFY(visitTo(box, {}));
        QCOMPARE(m_received.size(), 1);
        QVERIFY(box.seen.isEmpty());
    }

    void folderWithAccents_isNamedAsImapDoes()
    {
        Mailbox box;
        m_mailbox.name = u"Boîte & réclamations \"SAV\" 日本"_s;
        QVERIFY(visitTo(box, {}));
        QVERIFY(box.commands.contains("SELECT \"Bo&AO4-te &- r&AOk-clamations \\\"SAV\\\" &ZeVnLA-\""));
    }

    void farApartMails_areNotAskedForWithThoseBetween()
    {
        Mailbox box;
        box.mails = {{1, "neuf"}, {2, "neuf"}, {3, "ancien"}, {4, "neuf"}};
        m_mailbox.from = QDate(2026, 3, 3);
        QVERIFY(visitTo(box, {}));
        QVERIFY(box.commands.contains("UID FETCH 1:2,4 (UID RFC822.SIZE)"));
    }

    void mailThatCannotBeKept_isLeftAndPassed()
    {
        Mailbox box;
        box.mails = {{3, "un"}};
        m_answer = fail(Code::Conflict);
        const auto visit = visitTo(box, {42, 0});
        QVERIFY(visit);
        QCOMPARE(*visit, (ImapVisit{{42, 3}, 0, 1, 0, false}));
    }

    void refusedLogIn_tellsWhy_data()
    {
        QTest::addColumn<QByteArray>("refusal");
        QTest::addColumn<MailTrouble>("trouble");
        QTest::newRow("plain no") << QByteArray("NO non") << MailTrouble::WrongPassword;
        QTest::newRow("by its code") << QByteArray("NO [AUTHENTICATIONFAILED] x") << MailTrouble::WrongPassword;
        QTest::newRow("as Gmail says it")
            << QByteArray("NO [ALERT] Application-specific password required: https://x (Failure)")
            << MailTrouble::AppPasswordNeeded;
        QTest::newRow("later") << QByteArray("NO [UNAVAILABLE] x") << MailTrouble::Unavailable;
        QTest::newRow("TLS first") << QByteArray("NO [PRIVACYREQUIRED] x") << MailTrouble::OpenLine;
    }
    void refusedLogIn_tellsWhy()
    {
        QFETCH(QByteArray, refusal);
        QFETCH(MailTrouble, trouble);
        Mailbox box;
        box.refuses = "AUTHENTICATE";
        box.refusal = refusal;
        QVERIFY(!visitTo(box, {}));
        QCOMPARE(m_trouble, trouble);
    }

    void logIn_byToken()
    {
        QTemporaryFile token;
        QVERIFY(token.open());
        token.write("jeton\n");
        token.flush();
        m_account.user = u"sav"_s;
        m_account.tokenFile = token.fileName();
        Mailbox box;
        box.capabilities = "IMAP4rev1 AUTH=XOAUTH2 SASL-IR";
        QVERIFY(visitTo(box, {}));
        QVERIFY(box.commands.contains("AUTHENTICATE XOAUTH2 "
                                      + QByteArray("user=sav\x01"
                                                   "auth=Bearer jeton\x01\x01")
                                            .toBase64()));
        Mailbox without;
        QCOMPARE(visitTo(without, {}).error().code, Code::Unsupported);
    }

    void unknownCertificate_getsNoPassword()
    {
        Mailbox box;
        box.encryptAtOnce();
        m_account.tls = TlsMode::Tls;
        const auto visit = visitTo(box, {});
        QVERIFY(!visit);
        QCOMPARE(visit.error().code, Code::UnknownCertificate);
        QVERIFY(box.commands.isEmpty());
        m_account.ownAuthority = test::certificate;
        QVERIFY(visitTo(box, {}));
    }

private:
    MailServer accountOf(const Mailbox &box)
    {
        m_account.host = u"localhost"_s;
        m_account.port = box.port();
        return m_account;
    }
    Receive receiver()
    {
        return [this](const QByteArray &raw) {
            m_received.append(raw);
            return answered(Result<void>());
        };
    }
    Result<ImapVisit> visitTo(const Mailbox &box, const ImapState &state)
    {
        m_account.host = u"localhost"_s;
        m_account.port = box.port();
        m_account.answerLimit = std::chrono::milliseconds(box.hangsAt.isEmpty() ? 15'000 : 200);
        m_advanced.clear();
        ImapPoller poller(m_account, m_mailbox, [this](const QByteArray &raw) {
            if (m_answer) m_received.append(raw);
            return answered(m_answer);
        });
        connect(&poller, &ImapPoller::advanced, this, [this](const ImapState &now) { m_advanced.append(now); });
        QSignalSpy finished(&poller, &ImapPoller::finished);
        poller.visit(state);
        [&finished] { QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 20'000); }();
        m_trouble = poller.trouble();
        return finished.isEmpty() ? Result<ImapVisit>(fail(Code::Internal)) : finished[0][0].value<Result<ImapVisit>>();
    }

    QList<QByteArray> m_received;
    QList<ImapState> m_advanced;
    MailTrouble m_trouble = MailTrouble::None;
    Result<void> m_answer;
    MailServer m_account;
    ImapMailbox m_mailbox;
};

QTEST_GUILESS_MAIN(TestImapPoller)
#include "tst_imappoller.moc"
