// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/channels/email/imappoller.h"
#include "app/server/channels/email/sentcopy.h"
#include "tests/server/channels/tlspeer.h"
#include "tests/server/peers/dovecotpeer.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace akwaba;
using namespace akwaba::mail;

namespace {

const QByteArray reply = "Message-ID: <m1@toner.ci>\r\nSubject: Votre toner\r\n\r\nIl arrive.\r\n";

qint64 residentKilobytes()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly)) return 0;
    const QByteArray text = status.readAll();
    return text.mid(text.indexOf("VmRSS:") + 6).simplified().split(' ').constFirst().toLongLong();
}

} // namespace

/// What we say to mailboxes, said to a real one.
class TestDovecot : public QObject {
    Q_OBJECT

private:
    [[nodiscard]] static MailServer account(const DovecotPeer &dovecot, TlsMode tls = TlsMode::Tls);
    [[nodiscard]] static Result<ImapVisit> visit(ImapPoller &poller, const ImapState &state);
    [[nodiscard]] static Result<bool> copy(const MailServer &server, const QString &folder = {});
    [[nodiscard]] Receive receiver();

    QList<QByteArray> m_received;

private Q_SLOTS:
    void init() { m_received.clear(); }
    void newMail_isToldAtOnce_alsoInAFolderWithAccents();
    void eachWayOfTls_works();
    void renumberedMailbox_isReadAnew();
    void sentMail_isCopiedOnce();
    void sentMail_isNotCopiedIntoAFullMailbox();
    void fullMailbox_isTold();
    void wrongPassword_isTold();
    void oldMails_costNothing();
};

MailServer TestDovecot::account(const DovecotPeer &dovecot, TlsMode tls)
{
    MailServer server;
    server.host = u"localhost"_s;
    server.port = tls == TlsMode::Tls ? dovecot.tlsPort() : dovecot.port();
    server.tls = tls;
    server.user = QLatin1StringView(DovecotPeer::user);
    server.password = QLatin1StringView(DovecotPeer::password);
    server.ownAuthority = test::certificate;
    return server;
}

Result<ImapVisit> TestDovecot::visit(ImapPoller &poller, const ImapState &state)
{
    QSignalSpy finished(&poller, &ImapPoller::finished);
    poller.visit(state);
    if (!QTest::qWaitFor([&finished] { return !finished.isEmpty(); }, 60'000)) return fail(Code::Internal, u"hangs"_s);
    return finished[0][0].value<Result<ImapVisit>>();
}

Result<bool> TestDovecot::copy(const MailServer &server, const QString &folder)
{
    SentCopy copying(server, folder);
    QSignalSpy finished(&copying, &SentCopy::finished);
    copying.put(u"m1@toner.ci"_s, reply);
    if (!QTest::qWaitFor([&finished] { return !finished.isEmpty(); }, 60'000)) return fail(Code::Internal, u"hangs"_s);
    return finished[0][0].value<Result<bool>>();
}

Receive TestDovecot::receiver()
{
    return [this](const QByteArray &raw) {
        m_received.append(raw);
        return answered(Result<void>());
    };
}

void TestDovecot::newMail_isToldAtOnce_alsoInAFolderWithAccents()
{
    DovecotPeer dovecot;
    QVERIFY2(dovecot.start(), qPrintable(dovecot.report()));
    QVERIFY(copy(account(dovecot))); // makes the folder
    const QString folder = u"Envoy&AOk-s"_s;
    ImapPoller poller(account(dovecot), {u"Envoyés"_s}, receiver());
    QSignalSpy news(&poller, &ImapPoller::news);
    const auto first = visit(poller, {});
    QVERIFY2(first, qPrintable(first.error().detail));
    QVERIFY(poller.isListening());
    QVERIFY(dovecot.put(u"2.late"_s, "Subject: late\r\n\r\nx\r\n", folder));
    QTRY_COMPARE_WITH_TIMEOUT(news.size(), 1, 40'000);
    QVERIFY(visit(poller, first->state));
    QCOMPARE(m_received.size(), 2);
    QVERIFY(m_received.constLast().contains("late"));
}

void TestDovecot::eachWayOfTls_works()
{
    DovecotPeer dovecot;
    QVERIFY2(dovecot.start(), qPrintable(dovecot.report()));
    QVERIFY(dovecot.put(u"1.one"_s, "Subject: one\r\n\r\nx\r\n"));
    for (const TlsMode tls : {TlsMode::None, TlsMode::StartTls, TlsMode::Tls}) {
        ImapPoller poller(account(dovecot, tls), {u"INBOX"_s}, receiver());
        QVERIFY(visit(poller, {}));
    }
    QCOMPARE(m_received.size(), 3);
}

void TestDovecot::renumberedMailbox_isReadAnew()
{
    DovecotPeer dovecot;
    QVERIFY2(dovecot.start(), qPrintable(dovecot.report()));
    QVERIFY(dovecot.put(u"1.one"_s, "Subject: one\r\n\r\nx\r\n"));
    ImapPoller before(account(dovecot), {u"INBOX"_s}, receiver());
    const auto first = visit(before, {});
    QVERIFY(first);
    dovecot.kill();
    const QDir maildir(dovecot.maildir());
    for (const QString &name : maildir.entryList({u"dovecot.index*"_s}, QDir::Files))
        QVERIFY(QFile::remove(maildir.filePath(name)));
    // "3 V1795691085 N2 ...": its validity.
    QFile list(maildir.filePath(u"dovecot-uidlist"_s));
    QVERIFY(list.open(QIODevice::ReadWrite));
    const QByteArray numbers = list.readAll();
    QByteArray header = numbers.left(numbers.indexOf(' ', 3));
    header.back() = header.back() == '9' ? '8' : char(header.back() + 1);
    QVERIFY(list.seek(0) && list.write(header) == header.size());
    list.close();
    QVERIFY2(dovecot.start(), qPrintable(dovecot.report()));
    ImapPoller after(account(dovecot), {u"INBOX"_s}, receiver());
    const auto second = visit(after, first->state);
    QVERIFY(second);
    QVERIFY(second->state.uidValidity != first->state.uidValidity);
    QCOMPARE(m_received.size(), 2);
}

void TestDovecot::sentMail_isCopiedOnce()
{
    DovecotPeer dovecot;
    QVERIFY2(dovecot.start(), qPrintable(dovecot.report()));
    QCOMPARE(copy(account(dovecot)), Result<bool>(true));
    QCOMPARE(copy(account(dovecot)), Result<bool>(false));
    QCOMPARE(copy(account(dovecot), u"Envoyés"_s), Result<bool>(false));
    const QStringList files = dovecot.mails(u"Envoy&AOk-s"_s);
    QCOMPARE(files.size(), 1);
    QVERIFY(files.constFirst().endsWith(u":2,S"_s));
    QCOMPARE(copy(account(dovecot), u"Elsewhere"_s).error().code, Code::NotFound);
}

void TestDovecot::sentMail_isNotCopiedIntoAFullMailbox()
{
    DovecotPeer dovecot;
    dovecot.setQuota(1);
    QVERIFY2(dovecot.start(), qPrintable(dovecot.report()));
    QVERIFY(dovecot.put(u"1.large"_s, "Subject: large\r\n\r\n" + QByteArray(2000, 'x')));
    QCOMPARE(copy(account(dovecot)).error().code, Code::DiskFull);
}

void TestDovecot::fullMailbox_isTold()
{
    DovecotPeer dovecot;
    dovecot.setQuota(4);
    QVERIFY2(dovecot.start(), qPrintable(dovecot.report()));
    ImapPoller roomy(account(dovecot), {u"INBOX"_s}, receiver());
    const auto before = visit(roomy, {});
    QVERIFY(before && !before->isFull);
    QVERIFY(dovecot.put(u"1.large"_s, "Subject: large\r\n\r\n" + QByteArray(5000, 'x')));
    QVERIFY(QFile::remove(dovecot.maildir() + u"/maildirsize"_s)); // counted anew
    ImapPoller full(account(dovecot), {u"INBOX"_s}, receiver());
    const auto after = visit(full, before->state);
    QVERIFY(after && after->isFull);
    QCOMPARE(after->received, 1);
}

void TestDovecot::wrongPassword_isTold()
{
    DovecotPeer dovecot;
    QVERIFY2(dovecot.start(), qPrintable(dovecot.report()));
    MailServer server = account(dovecot);
    server.password = u"wrong"_s;
    ImapPoller poller(server, {u"INBOX"_s}, receiver());
    QCOMPARE(visit(poller, {}).error().code, Code::Unauthenticated);
    QCOMPARE(poller.trouble(), MailTrouble::WrongPassword);
}

/// AKWABA_MAIL_FULL=1 takes 50,000 of them.
void TestDovecot::oldMails_costNothing()
{
    const int old = qEnvironmentVariableIsSet("AKWABA_MAIL_FULL") ? 50'000 : 2'000;
    DovecotPeer dovecot;
    QVERIFY2(dovecot.start(), qPrintable(dovecot.report()));
    const QDateTime longAgo = QDateTime::currentDateTimeUtc().addDays(-400);
    for (int i = 0; i < old; ++i) {
        const QString name = u"%1.old"_s.arg(1000000 + i);
        QFile file(dovecot.maildir() + u"/cur/"_s + name + u":2,S"_s);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("Subject: old\r\n\r\nx\r\n") > 0 && file.flush());
        QVERIFY(file.setFileTime(longAgo, QFileDevice::FileModificationTime));
        file.setPermissions(QFile::ReadOwner | QFile::ReadOther);
    }
    QVERIFY(dovecot.put(u"2000000.new"_s, "Subject: new\r\n\r\nx\r\n"));
    ImapPoller poller(account(dovecot), {u"INBOX"_s, QDate::currentDate().addDays(-7)}, receiver());
    const qint64 before = residentKilobytes();
    QElapsedTimer clock;
    clock.start();
    const auto first = visit(poller, {});
    const qint64 took = clock.restart();
    QVERIFY2(first, qPrintable(first.error().detail));
    QCOMPARE(m_received.size(), 1);
    QCOMPARE(first->state.lastUid, quint32(old + 1));
    QVERIFY(visit(poller, first->state));
    qInfo("%d old mails: first visit %lld ms, next %lld ms, %lld kB more", old, took, clock.elapsed(),
          residentKilobytes() - before);
    QCOMPARE(m_received.size(), 1);
}

QTEST_GUILESS_MAIN(TestDovecot)
#include "tst_dovecot.moc"
