// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/cachereader.h"
#include "core/sync/profile.h"
#include "core/sync/qtkeyring.h"
#include "core/sync/secrets.h"
#include "tests/server/e2e/program.h"
#include "tests/server/peers/eximpeer.h"
#include "tests/server/peers/sendmail.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace akwaba;
using namespace Qt::StringLiterals;

namespace {

constexpr auto teamAddress = "toner@test.invalid"; // not the one that a test instance begins with
constexpr auto customerAddress = "rosine@client.test";
constexpr auto incomingId = "<20261122.order-4711@client.test>";
const QString subject = u"My toner is missing"_s;
const QString answer = u"Good morning, your toner leaves today"_s;

QByteArray incomingMail()
{
    return QByteArray("From: Rosine Bamba <") + customerAddress + ">\r\nTo: Support <" + teamAddress
        + ">\r\nSubject: " + subject.toUtf8() + "\r\nDate: Sun, 22 Nov 2026 10:00:00 +0000\r\nMessage-ID: " + incomingId
        + "\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nWhere is it?";
}

/// One header field, unfolded.
QByteArray field(const QByteArray &mail, const QByteArray &name)
{
    const QByteArray start = name.toLower() + ':';
    QByteArray head = mail.left(mail.indexOf("\n\n"));
    head.replace("\n ", " ").replace("\n\t", " ");
    for (const QByteArray &line : head.split('\n'))
        if (line.toLower().startsWith(start)) return line.mid(start.size()).trimmed();
    return {};
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().replace("\r\n", "\n") : QByteArray();
}

} // namespace

/// A mail and its answer through everything that is real: Exim, the server, the console in a window, its two encrypted
/// files, the system's keyring. Each step stands on the one before.
class ReplyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void aMail_appearsInTheRunningConsole();
    void aReplyWrittenWithoutServer_isKeptBeforeTheFirstSend();
    void afterEverythingStartedAgain_exactlyOneMailLeaves();
    void theMailAnswersTheCustomer();
    void anotherAgentsConsole_showsTheReply();
    void cleanup();

private:
    [[nodiscard]] bool logInWith(ConsoleProgram &console, const QString &email, const QString &password);
    [[nodiscard]] bool openOutbox();
    [[nodiscard]] QList<OutboxItem> unsentReplies() const;
    [[nodiscard]] QString deliveryOf(const QString &text) const;

    QTemporaryDir m_folder;
    quint16 m_lmtpPort = freePort();
    EximPeer m_exim{{{u"test.invalid"_s, m_lmtpPort}}};
    Desktop m_desktop{m_folder.path()};
    std::unique_ptr<ServerProgram> m_server;
    std::unique_ptr<ConsoleProgram> m_console;
    std::unique_ptr<CacheReader> m_outbox; // of the first console, read-only
    QString m_replyId;
    int m_stepsDone = 0;
    int m_stepsBegun = 0;
};

void ReplyTest::initTestCase()
{
    QVERIFY(m_folder.isValid());
    QVERIFY2(m_exim.start(), qPrintable(m_exim.report()));
    QVERIFY2(m_desktop.start(), qPrintable(m_desktop.problem()));
    m_server =
        std::make_unique<ServerProgram>(m_folder.filePath(u"server"_s), ServerProgram::Mail{m_lmtpPort, m_exim.port()});
    QVERIFY2(m_server->start(), qPrintable(m_server->report()));
    QVERIFY(m_server->setTeamAddress(u"Support"_s, QString::fromLatin1(teamAddress)));
    m_console = std::make_unique<ConsoleProgram>(m_desktop, m_folder.filePath(u"first"_s));
}

void ReplyTest::init() { QVERIFY2(m_stepsBegun++ == m_stepsDone, "the step before failed"); }

void ReplyTest::cleanup()
{
    if (!QTest::currentTestFailed())
        ++m_stepsDone;
    else if (m_console && m_server)
        qWarning().noquote() << m_console->report() << '\n' << m_server->report() << '\n' << m_exim.report();
}

bool ReplyTest::logInWith(ConsoleProgram &console, const QString &email, const QString &password)
{
    QFile file(m_folder.filePath(u"password"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(password.toUtf8()) < 0) return false;
    file.close();
    return console.start({u"--server"_s, m_server->url(), u"--email"_s, email, u"--password-file"_s, file.fileName()});
}

/// With the keys that the console has put into the keyring.
bool ReplyTest::openOutbox()
{
    const QString root = m_folder.filePath(u"first"_s);
    const QList<ProfileInfo> profiles = Profile::list(root);
    const QStringList folders = QDir(root).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    if (profiles.size() != 1 || folders.size() != 1) return false;
    QtKeyring keyring;
    const QFuture<Result<QByteArray>> entry = keyring.read(folders.first());
    if (!QTest::qWaitFor([&entry] { return entry.isFinished(); })) return false;
    const Result<Secrets> secrets = entry.result().and_then(secretsFrom);
    if (!secrets) return false;
    const QString folder = root + u'/' + folders.first();
    auto reader = CacheReader::open({folder + u"/cache.db"_s, secrets->cacheKey(), folder + u"/outbox.db"_s,
                                     secrets->outboxKey, profiles.first().agent});
    if (!reader) return false;
    m_outbox = std::move(*reader);
    return true;
}

QList<OutboxItem> ReplyTest::unsentReplies() const
{
    QList<OutboxItem> replies;
    for (const OutboxItem &item : m_outbox->notYetSent().value_or(QList<OutboxItem>()))
        if (item.intent.op == u"message.reply"_s) replies.append(item);
    return replies;
}

QString ReplyTest::deliveryOf(const QString &text) const
{
    for (const QJsonObject &message : m_server->messages())
        if (message.value(u"text"_s).toString().contains(text)) return message.value(u"delivery"_s).toString();
    return {};
}

void ReplyTest::aMail_appearsInTheRunningConsole()
{
    QVERIFY(logInWith(*m_console, m_server->user(), m_server->password()));
    QVERIFY(m_console->shows(u"push button"_s, u"Up to date"_s));
    QVERIFY(m_console->goTo(u"Views"_s));
    QVERIFY(m_console->press(u"Down"_s)); // from "Mine" to "Unassigned"
    QVERIFY(sendMail(m_exim.port(), customerAddress, teamAddress, incomingMail()));
    QVERIFY(m_console->lists(u"Tickets"_s, subject));
}

void ReplyTest::aReplyWrittenWithoutServer_isKeptBeforeTheFirstSend()
{
    QVERIFY(openOutbox());
    QVERIFY(m_server->stop());
    QVERIFY(m_console->shows(u"push button"_s, u"Offline"_s));
    QVERIFY(m_console->goTo(u"Tickets"_s));
    QVERIFY(m_console->press(u"Down"_s));
    QVERIFY(m_console->press(u"Return"_s));
    QVERIFY(m_console->lists(u"Conversation"_s, u"Where is it?"_s));
    QVERIFY(m_console->press(u"r"_s));
    QVERIFY(m_console->type(answer));
    QVERIFY(unsentReplies().isEmpty());
    QVERIFY(m_console->press(u"ctrl+Return"_s));
    const bool kept = QTest::qWaitFor([this] { return !unsentReplies().isEmpty(); }, 20000);
    QVERIFY(m_console->isRunning());
    m_console->kill();
    QVERIFY(kept);

    const QList<OutboxItem> replies = unsentReplies();
    QCOMPARE(replies.size(), 1);
    QCOMPARE(replies.first().state, IntentState::Ready);
    QVERIFY(!replies.first().sent); // it was in no request
    QCOMPARE(replies.first().attempts, 0);
    QCOMPARE(replies.first().intent.args.value(u"text"_s).toString(), answer);
    QVERIFY(m_exim.delivered().isEmpty());
    m_replyId = replies.first().intent.args.value(u"id"_s).toString();
}

void ReplyTest::afterEverythingStartedAgain_exactlyOneMailLeaves()
{
    QVERIFY2(m_server->start(), qPrintable(m_server->report()));
    QVERIFY(m_console->start()); // without a password: it resumes from the keyring
    QVERIFY(openOutbox());
    QTRY_COMPARE_WITH_TIMEOUT(m_exim.delivered().size(), 1, 60000); // the server holds it for undo
    QTRY_COMPARE_WITH_TIMEOUT(deliveryOf(answer), u"sent"_s, 20000);
    QTRY_VERIFY_WITH_TIMEOUT(unsentReplies().isEmpty(), 20000);
    QVERIFY(m_outbox->notSent().value().isEmpty()); // and nothing was refused
    QVERIFY(!QTest::qWaitFor([this] { return m_exim.delivered().size() > 1; }, 20000));
}

void ReplyTest::theMailAnswersTheCustomer()
{
    const QByteArray mail = contentOf(m_exim.delivered().first());
    QCOMPARE(field(mail, "Envelope-to"), QByteArray(customerAddress));
    QCOMPARE(field(mail, "In-Reply-To"), QByteArray(incomingId));
    QCOMPARE(field(mail, "References"), QByteArray(incomingId));
    QCOMPARE(field(mail, "Message-ID"), "<" + m_replyId.toLatin1() + "@test.invalid>");
    QVERIFY2(field(mail, "From").endsWith(QByteArray("<" + QByteArray(teamAddress) + ">")),
             field(mail, "From").constData());
    QVERIFY(mail.contains(answer.toUtf8()));
}

void ReplyTest::anotherAgentsConsole_showsTheReply()
{
    const QString password = u"correct horse battery staple"_s;
    QFile file(m_folder.filePath(u"colleague"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(password.toUtf8()) > 0);
    file.close();
    QVERIFY(m_server->addAgent(u"colleague@test.invalid"_s, u"Support"_s, file.fileName()));

    ConsoleProgram second(m_desktop, m_folder.filePath(u"second"_s));
    QVERIFY(logInWith(second, u"colleague@test.invalid"_s, password));
    QVERIFY2(second.goTo(u"Views"_s), qPrintable(second.report()));
    for (int down = 0; down < 5; ++down)
        QVERIFY(second.press(u"Down"_s)); // from "Mine" to "With customer"
    QVERIFY2(second.lists(u"Tickets"_s, subject), qPrintable(second.report()));
    QVERIFY(second.goTo(u"Tickets"_s));
    QVERIFY(second.press(u"Down"_s));
    QVERIFY2(second.lists(u"Conversation"_s, answer), qPrintable(second.report()));
    QCOMPARE(second.misnamed(), QString());
    QCOMPARE(m_exim.delivered().size(), 1);
}

QTEST_GUILESS_MAIN(ReplyTest)

#include "tst_reply.moc"
