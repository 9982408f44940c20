// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/store.h"
#include "core/sync/client.h"
#include "core/sync/downloads.h"
#include "tests/core/cache/world.h"
#include "tests/server/endurance/company.h"
#include "tests/server/endurance/serverprocess.h"
#include "tests/server/peers/testplace.h"

#include <QDir>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>

using namespace akwaba;
using namespace akwaba::test;

namespace {

constexpr int patienceMs = 20'000;

/// Between a console and its server: passes everything on, but of a download only so much.
class Wire : public QObject {
    Q_OBJECT
public:
    explicit Wire(const QUrl &server) : m_server(server)
    {
        if (!m_listener.listen(QHostAddress::LocalHost)) qFatal("no port for the wire");
        connect(&m_listener, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *console = m_listener.nextPendingConnection())
                join(console);
        });
    }
    [[nodiscard]] QUrl url() const { return QUrl(u"http://127.0.0.1:%1"_s.arg(m_listener.serverPort())); }

    qint64 passes = -1; // bytes of the server's answer to a download; less than 0: all
    bool breaks = true; // after those, or else holds its breath
    QByteArray said; // by the server to a download, as far as it was passed on
    int givenUp = 0; // downloads that the console has ended

private:
    void join(QTcpSocket *console)
    {
        auto *server = new QTcpSocket(console);
        connect(console, &QTcpSocket::disconnected, console, &QObject::deleteLater);
        connect(console, &QTcpSocket::readyRead, server, [this, console, server] {
            const QByteArray bytes = console->readAll();
            if (bytes.startsWith("GET /jmap/download/")) follow(console);
            server->write(bytes);
        });
        connect(server, &QTcpSocket::readyRead, console, [this, console, server] {
            if (console != m_download)
                console->write(server->readAll());
            else
                pass(server->readAll());
        });
        server->connectToHost(m_server.host(), quint16(m_server.port()));
    }
    void follow(QTcpSocket *console)
    {
        said.clear();
        m_download = console;
        connect(console, &QTcpSocket::disconnected, this, [this] { ++givenUp; });
    }
    void pass(const QByteArray &bytes)
    {
        const QByteArray passed = passes < 0 ? bytes : bytes.left(std::max<qint64>(0, passes - said.size()));
        said += passed;
        m_download->write(passed);
        if (passed.size() < bytes.size() && breaks) m_download->disconnectFromHost();
    }

    const QUrl m_server;
    QTcpServer m_listener;
    QPointer<QTcpSocket> m_download; // the last one
};

/// A mail that brings a file, as the server has it.
Attachment attach(const store::Place &place, const TicketId &ticket, const QByteArray &content)
{
    const SystemClock clock;
    SystemRandom random;
    const auto store = must(store::Store::open(place, clock, random));
    Message message;
    message.id = newId<MessageId>(clock, random);
    message.ticket = ticket;
    message.text = u"Voici la facture."_s;
    message.at = clock.now();
    const Attachment attachment =
        attachmentOf(newId<AttachmentId>(clock, random).value, message.id.value, ticket.value, content);
    message.attachments = {attachment.id};
    (void)must(store->blobs().put(content));
    must(store->write([&](store::Writer &writer) -> Result<void> {
        return writer.put(message)
            .and_then([&](const Message &) { return writer.put(attachment); })
            .map([](const Attachment &) {});
    }));
    return attachment;
}

} // namespace

/// What the console keeps of attachments, from the real server.
class TestKeptAttachments : public QObject {
    Q_OBJECT

    static ClientConfig configOf(const Company::Seat &seat, const QTemporaryDir &folder, const QUrl &server)
    {
        ClientConfig config;
        config.cacheFile = folder.filePath(u"cache.db"_s);
        config.outboxFile = folder.filePath(u"outbox.db"_s);
        config.secrets = {cacheKey, outboxKey, seat.token};
        config.server.url = server;
        config.account = u"company"_s;
        config.me = {seat.agent, seat.device};
        config.blobs.stillness = std::chrono::milliseconds(0);
        return config;
    }
    static bool isKept(const ClientConfig &config, const Attachment &attachment)
    {
        Database cache = must(Database::open(config.cacheFile, {.key = cacheKey, .readOnly = true}));
        return must(cache.value(u"SELECT whole FROM blobs WHERE blob = '%1'"_s.arg(attachment.blob.value))).toBool();
    }

    static qint64 bytesKept(const ClientConfig &config)
    {
        qint64 bytes = 0;
        for (const QFileInfo &file : QDir(config.cacheFile + u"-blobs"_s).entryInfoList(QDir::Files))
            bytes += file.size();
        return bytes;
    }

private Q_SLOTS:
    void whatWasCut_goesOnWhereItWas()
    {
        const QByteArray content = anyBytes(3'000'000);
        World world;
        SystemRandom random;
        ServerProcess server(testPlace(world.dir.filePath(u"server"_s)), 1); // it sends no mail
        QVERIFY2(server.start(), qPrintable(server.report()));
        const Company company = furnish(server.place(), 1, random);
        const Attachment attachment = attach(server.place(), company.shared.constFirst(), content);
        world.take({attachments({attachment})});

        Wire wire(server.url());
        const auto fetch = [&] {
            Downloads downloads({wire.url(), {}}, u"company"_s, company.seats.constFirst().token);
            downloads.useStore(&world.cache->blobs());
            const auto receiver = std::make_shared<Answer<QByteArray>>();
            const auto future = receiver->future();
            downloads.start(attachment, receiver);
            const bool came = QTest::qWaitFor([&future] { return future.isFinished(); }, patienceMs);
            return came ? future.result() : Result<QByteArray>(fail(Code::Internal, u"no answer"_s));
        };
        wire.passes = 1'000'000;
        QCOMPARE(fetch().error().code, Code::Unreachable);
        const qint64 here = must(world.cache->blobs().arrived(attachment.blob)).size();
        QVERIFY(here > 900'000); // but for the head of the answer and less than a chunk

        world.reopen();
        wire.passes = -1;
        QCOMPARE(fetch(), Result<QByteArray>(content));
        QVERIFY2(wire.said.startsWith("HTTP/1.1 206 "), wire.said.left(200).constData());
        const qsizetype head = wire.said.indexOf("\r\n\r\n") + 4;
        QCOMPARE(wire.said.size() - head, content.size() - here);
        QVERIFY2(server.stop(), qPrintable(server.report()));
    }

    void whatIsSmall_isHereBeforeAnybodyAsks_andOpensWithoutAServer()
    {
        const QTemporaryDir folder;
        SystemRandom random;
        const SystemClock clock;
        ServerProcess server(testPlace(folder.filePath(u"server"_s)), 1);
        QVERIFY2(server.start(), qPrintable(server.report()));
        const Company company = furnish(server.place(), 1, random);
        const Attachment small = attach(server.place(), company.shared.at(0), anyBytes(200'000));
        const Attachment large = attach(server.place(), company.shared.at(1), anyBytes(2'000'000));
        const ClientConfig config = configOf(company.seats.constFirst(), folder, server.url());
        Client client(config, clock, random);
        const auto opening = client.open();
        QTRY_VERIFY(opening.isFinished() && opening.result());
        QTRY_VERIFY_WITH_TIMEOUT(isKept(config, small), patienceMs);
        QVERIFY(!isKept(config, large));
        server.kill();
        const auto opened = client.download(small);
        const auto missing = client.download(large);
        QTRY_VERIFY_WITH_TIMEOUT(opened.isFinished() && missing.isFinished(), patienceMs);
        QCOMPARE(opened.result(), Result<QByteArray>(anyBytes(200'000)));
        QCOMPARE(missing.result().error().code, Code::Unreachable);
    }

    void whatTheAgentDoes_stopsWhatNobodyAskedFor()
    {
        const QTemporaryDir folder;
        SystemRandom random;
        const SystemClock clock;
        ServerProcess server(testPlace(folder.filePath(u"server"_s)), 1);
        QVERIFY2(server.start(), qPrintable(server.report()));
        const Company company = furnish(server.place(), 1, random);
        const Attachment attachment = attach(server.place(), company.shared.at(0), anyBytes(200'000));
        Wire wire(server.url());
        wire.passes = 150'000;
        wire.breaks = false;
        const ClientConfig config = configOf(company.seats.constFirst(), folder, wire.url());
        Client client(config, clock, random);
        const auto opening = client.open();
        QTRY_VERIFY(opening.isFinished() && opening.result());
        QTRY_COMPARE_WITH_TIMEOUT(wire.said.size(), wire.passes, patienceMs);
        QCOMPARE(wire.givenUp, 0);
        QTRY_VERIFY_WITH_TIMEOUT(bytesKept(config) > 64 * 1024, patienceMs); // a whole chunk, at which it goes on
        wire.passes = -1;
        const auto seen = client.markSeen(attachment.ticket, clock.now());
        QTRY_COMPARE_WITH_TIMEOUT(wire.givenUp, 1, patienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(isKept(config, attachment), patienceMs);
        QVERIFY2(wire.said.startsWith("HTTP/1.1 206 "), wire.said.left(200).constData());
    }
};

QTEST_GUILESS_MAIN(TestKeptAttachments)
#include "tst_keptattachments.moc"
