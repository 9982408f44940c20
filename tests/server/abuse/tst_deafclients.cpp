// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/abuse/victim.h"

#include <QJsonDocument>
#include <QTest>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace akwaba::http;
using namespace Qt::StringLiterals;

/// Clients that ask and never read, sent to the real program.
class TestDeafClients : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void anEventStreamThatNobodyReads_isDropped();
    void aWebSocketThatNobodyReads_isDropped();
    void cleanup();
    void cleanupTestCase();

private:
    Victim m_victim;
};

namespace {

/// Reads nothing, and lets the system hold little for it.
class DeafClient {
public:
    explicit DeafClient(quint16 port) : m_socket(socket(AF_INET, SOCK_STREAM, 0))
    {
        if (m_socket < 0) return;
        const int little = 4096;
        setsockopt(m_socket, SOL_SOCKET, SO_RCVBUF, &little, sizeof little);
        const int segment = 536;
        setsockopt(m_socket, IPPROTO_TCP, TCP_MAXSEG, &segment, sizeof segment);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        m_connected = connect(m_socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
    }
    Q_DISABLE_COPY_MOVE(DeafClient)
    ~DeafClient()
    {
        if (m_socket >= 0) close(m_socket);
    }

    [[nodiscard]] bool isConnected() const { return m_connected; }
    /// False where nobody takes it any more.
    bool say(const QByteArray &bytes)
    {
        for (qsizetype sent = 0; sent < bytes.size();) {
            const auto now = ::send(m_socket, bytes.constData() + sent, std::size_t(bytes.size() - sent), MSG_NOSIGNAL);
            if (now <= 0) return false;
            sent += now;
        }
        return true;
    }

private:
    int m_socket;
    bool m_connected = false;
};

/// A text frame of up to 64 KB under a mask of zeros, which leaves it as it is.
QByteArray frameOf(const QByteArray &text)
{
    QByteArray head = QByteArray::fromHex("81fe");
    head += char(text.size() >> 8);
    head += char(text.size() & 0xff);
    return head + QByteArray(4, '\0') + text;
}

constexpr auto eventStreams = "akwaba_http_answers_total{route=\"/jmap/eventsource/\",method=\"GET\",status=\"200\"}";
constexpr auto slowReaders = "akwaba_http_dropped_total{reason=\"slow_reader\"}";
constexpr int mostStreams = 8; // of a device

} // namespace

void TestDeafClients::initTestCase() { QVERIFY(m_victim.start()); }

void TestDeafClients::anEventStreamThatNobodyReads_isDropped()
{
    // More than the system holds for somebody, and less than what keeps the next request waiting: so the stream begins
    // behind bytes that nobody takes.
    const QList<Answer> uploaded =
        answersTo(m_victim, post("/jmap/upload/company/", QByteArray(200'000, 'a'), m_victim.authorization()));
    QCOMPARE(uploaded.value(0).status, 201);
    const QString blob = QJsonDocument::fromJson(uploaded.first().body).object().value(u"blobId"_s).toString();
    const QByteArray download = get("/jmap/download/company/" + blob.toLatin1() + "/a", m_victim.authorization());
    const QByteArray stream = get("/jmap/eventsource/?types=*&closeafter=no&ping=0", m_victim.authorization());
    std::vector<std::unique_ptr<DeafClient>> deaf;
    for (int i = 0; i < mostStreams; ++i) {
        deaf.push_back(std::make_unique<DeafClient>(m_victim.port()));
        QVERIFY(deaf.back()->isConnected());
        QVERIFY(deaf.back()->say(download + stream));
    }
    QTRY_COMPARE_WITH_TIMEOUT(m_victim.figure(eventStreams), mostStreams, 20000);
    QCOMPARE(answersTo(m_victim, stream).value(0).status, 429);
    QTRY_COMPARE_WITH_TIMEOUT(m_victim.figure(slowReaders), mostStreams, 60000);
    Client another(m_victim.port()); // there is room again
    another.send(stream);
    QTRY_VERIFY(another.received.startsWith("HTTP/1.1 200 "));
}

void TestDeafClients::aWebSocketThatNobodyReads_isDropped()
{
    DeafClient deaf(m_victim.port());
    QVERIFY(deaf.isConnected());
    QVERIFY(deaf.say(upgrade(m_victim.authorization())));
    QTRY_COMPARE_WITH_TIMEOUT(m_victim.figure("akwaba_http_websockets"), 1, 20000);
    const QByteArray request = R"({"@type":"Request","using":[],"methodCalls":[["Core/echo",{"text":")"
        + QByteArray(60'000, 'a') + R"("},"0"]]})";
    const QByteArray many = frameOf(request).repeated(20);
    for (int megabytes = 0; megabytes < 200 && deaf.say(many); ++megabytes) { }
    QTRY_COMPARE_WITH_TIMEOUT(m_victim.figure("akwaba_http_websockets"), 0, 20000);
}

void TestDeafClients::cleanup()
{
    QVERIFY(m_victim.isAlive());
    const qint64 growth = m_victim.growth();
    QVERIFY2(growth < 80'000'000, QByteArray::number(growth).constData());
}

void TestDeafClients::cleanupTestCase() { QVERIFY(m_victim.stop()); }

QTEST_GUILESS_MAIN(TestDeafClients)
#include "tst_deafclients.moc"
