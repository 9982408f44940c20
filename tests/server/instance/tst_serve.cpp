// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/http/certificate.h"
#include "tests/server/e2e/program.h"

#include <QFile>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSslCertificate>
#include <QSslSocket>
#include <QTemporaryDir>
#include <QTest>

#include <array>

#include <csignal>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

using namespace akwaba;
using namespace Qt::StringLiterals;

/// `akwaba-server serve` as an operator and his service manager see it.
class TestServe : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void sighup_takesTheNewCertificate();
    void sighup_keepsTheOldCertificateWhereTheNewOneIsBroken();
    void sighup_beginsANewAccessLog();
    void theServiceManager_hearsHowWeAre();
    void figures_areOnAPortOfTheirOwn();
    void anExpiredCertificate_isToldAtTheStart();

private:
    struct Told {
        int status = 0;
        QByteArray body;
    };

    [[nodiscard]] bool makeCertificate(const QDateTime &from, const QString &certificate, const QString &key) const;
    [[nodiscard]] bool start(const QByteArray &more = {}, const QStringList &environment = {});
    [[nodiscard]] Told get(const QString &url) const;
    /// Of the certificate that a new connection is shown.
    [[nodiscard]] QByteArray shownDigest() const;
    void hangUp() const { kill(pid_t(m_server->processId()), SIGHUP); }
    [[nodiscard]] QByteArray log() const;
    [[nodiscard]] QString path(const QString &name) const { return m_dir->filePath(name); }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<QProcess> m_server;
    quint16 m_port = 0;
};

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray digestOf(const QString &certificate)
{
    return QSslCertificate::fromPath(certificate).value(0).digest(QCryptographicHash::Sha256);
}

/// What systemd listens on: a datagram socket in the file system.
class NotifySocket {
public:
    explicit NotifySocket(const QString &path) : m_socket(socket(AF_UNIX, SOCK_DGRAM | SOCK_NONBLOCK, 0))
    {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        qstrncpy(address.sun_path, QFile::encodeName(path).constData(), sizeof address.sun_path);
        m_bound = bind(m_socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
    }
    Q_DISABLE_COPY_MOVE(NotifySocket)
    ~NotifySocket() { close(m_socket); }

    [[nodiscard]] bool isBound() const { return m_bound; }
    /// Everything that was said since the start, a line each.
    [[nodiscard]] QByteArray heard()
    {
        std::array<char, 4096> buffer{};
        for (;;) {
            const auto size = recv(m_socket, buffer.data(), buffer.size(), 0);
            if (size <= 0) return m_heard;
            m_heard += QByteArray(buffer.data(), qsizetype(size)) + '\n';
        }
    }

private:
    int m_socket;
    bool m_bound = false;
    QByteArray m_heard;
};

} // namespace

void TestServe::init()
{
    m_server.reset();
    m_dir = std::make_unique<QTemporaryDir>();
    QCOMPARE(QProcess::execute(programPath(u"akwaba-server"_s), {u"init"_s, u"--data"_s, path(u"data"_s)}), 0);
}

bool TestServe::makeCertificate(const QDateTime &from, const QString &certificate, const QString &key) const
{
    QFile::remove(certificate);
    QFile::remove(key);
    return http::makeCertificate({u"localhost"_s, u"127.0.0.1"_s}, from, certificate, key).has_value();
}

bool TestServe::start(const QByteArray &more, const QStringList &environment)
{
    m_port = freePort();
    QFile config(path(u"server.toml"_s));
    if (!config.open(QIODevice::WriteOnly)) return false;
    config.write("data = \"" + path(u"data"_s).toUtf8() + "\"\nport = " + QByteArray::number(m_port) + '\n' + more);
    config.close();
    m_server = std::make_unique<QProcess>();
    m_server->setEnvironment(QProcess::systemEnvironment() + environment);
    m_server->setStandardErrorFile(path(u"log"_s));
    endWithTest(*m_server);
    m_server->start(programPath(u"akwaba-server"_s), {u"serve"_s, u"--config"_s, config.fileName()});
    return QTest::qWaitFor([this] { return log().contains("listens on"); }, 20000);
}

TestServe::Told TestServe::get(const QString &url) const
{
    QNetworkAccessManager network;
    QNetworkRequest request{QUrl(url)};
    const std::unique_ptr<QNetworkReply> reply(network.get(request));
    reply->ignoreSslErrors();
    if (!QTest::qWaitFor([&reply] { return reply->isFinished(); }, 10000)) return {};
    return {reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), reply->readAll()};
}

QByteArray TestServe::shownDigest() const
{
    QSslSocket socket;
    socket.setPeerVerifyMode(QSslSocket::VerifyNone);
    socket.connectToHostEncrypted(u"127.0.0.1"_s, m_port);
    if (!socket.waitForEncrypted(10000)) return {};
    return socket.peerCertificate().digest(QCryptographicHash::Sha256);
}

QByteArray TestServe::log() const { return contentOf(path(u"log"_s)); }

void TestServe::sighup_takesTheNewCertificate()
{
    const QString certificate = path(u"data/server.crt"_s);
    QVERIFY(start());
    const QByteArray before = digestOf(certificate);
    QCOMPARE(shownDigest(), before);
    QVERIFY(makeCertificate(QDateTime::currentDateTimeUtc(), certificate, path(u"data/server.key"_s)));
    QCOMPARE(shownDigest(), before); // until it is told
    hangUp();
    QTRY_COMPARE(shownDigest(), digestOf(certificate));
    QVERIFY(shownDigest() != before);
    QVERIFY(end(*m_server));
}

void TestServe::sighup_keepsTheOldCertificateWhereTheNewOneIsBroken()
{
    const QString certificate = path(u"data/server.crt"_s);
    QVERIFY(start());
    const QByteArray before = digestOf(certificate);
    QFile broken(certificate);
    QVERIFY(broken.open(QIODevice::WriteOnly | QIODevice::Truncate));
    broken.write("not a certificate\n");
    broken.close();
    hangUp();
    const QByteArray says =
        "the certificate stays the old one: " + certificate.toUtf8() + " holds no certificate in PEM";
    QTRY_VERIFY(log().contains(says));
    QCOMPARE(shownDigest(), before);
    QVERIFY(end(*m_server));
}

void TestServe::sighup_beginsANewAccessLog()
{
    const QString access = path(u"access.log"_s);
    QVERIFY(start("[http]\naccess_log = \"" + access.toUtf8() + "\"\n"));
    const QString url = u"https://127.0.0.1:%1"_s.arg(m_port);
    QCOMPARE(get(url + u"/healthz?who=awa"_s).status, 200);
    QVERIFY(contentOf(access).contains(" GET /healthz 200 "));
    QVERIFY(!contentOf(access).contains("awa"));
    QVERIFY(QFile::rename(access, access + u".1"_s));
    hangUp();
    QTRY_VERIFY(QFile::exists(access));
    QCOMPARE(get(url + u"/nothing"_s).status, 404);
    QVERIFY(contentOf(access).contains(" GET - 404 "));
    QVERIFY(end(*m_server));
}

void TestServe::theServiceManager_hearsHowWeAre()
{
    NotifySocket manager(path(u"notify"_s));
    QVERIFY(manager.isBound());
    QVERIFY(start({}, {u"NOTIFY_SOCKET="_s + path(u"notify"_s), u"WATCHDOG_USEC=200000"_s}));
    QTRY_VERIFY(manager.heard().contains("READY=1\n"));
    QTRY_VERIFY(manager.heard().contains("WATCHDOG=1\n"));
    QVERIFY(!manager.heard().contains("STOPPING"));
    hangUp();
    QTRY_VERIFY(manager.heard().contains("RELOADING=1\nMONOTONIC_USEC="));
    const qsizetype reloading = manager.heard().indexOf("RELOADING");
    QTRY_VERIFY(manager.heard().indexOf("READY=1\n", reloading) > 0);
    QVERIFY(end(*m_server));
    QVERIFY(manager.heard().contains("STOPPING=1\n"));
}

void TestServe::figures_areOnAPortOfTheirOwn()
{
    const quint16 port = freePort();
    QVERIFY(start("[http]\nmetrics_port = " + QByteArray::number(port) + '\n'));
    const QString main = u"https://127.0.0.1:%1"_s.arg(m_port);
    const QString own = u"http://127.0.0.1:%1"_s.arg(port);
    QCOMPARE(get(main + u"/readyz"_s).status, 200);
    QCOMPARE(get(main + u"/metrics"_s).status, 404);
    const Told figures = get(own + u"/metrics"_s);
    QCOMPARE(figures.status, 200);
    QVERIFY(figures.body.contains("akwaba_http_answers_total{route=\"/readyz\",method=\"GET\",status=\"200\"} 1\n"));
    QVERIFY(figures.body.contains("akwaba_certificate_expires_seconds "));
    QCOMPARE(get(own + u"/readyz"_s).status, 200);
    QCOMPARE(get(own + u"/jmap/session"_s).status, 404);
    QVERIFY(end(*m_server));
}

void TestServe::anExpiredCertificate_isToldAtTheStart()
{
    QVERIFY(makeCertificate(QDateTime::currentDateTimeUtc().addYears(-11), path(u"data/server.crt"_s),
                            path(u"data/server.key"_s)));
    QVERIFY(start());
    QVERIFY2(log().contains("the certificate expired on "), log().constData());
    const Told ready = get(u"https://127.0.0.1:%1/readyz"_s.arg(m_port));
    QCOMPARE(ready.status, 200);
    QVERIFY(ready.body.contains("certificate: failing\n"));
    QVERIFY(end(*m_server));
}

QTEST_GUILESS_MAIN(TestServe)
#include "tst_serve.moc"
