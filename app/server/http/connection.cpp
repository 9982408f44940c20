// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/http/connection.h"

#include "app/server/http/websocketgate.h"
#include "core/base/clock.h"

#include <QScopedValueRollback>

#include <algorithm>

#ifdef Q_OS_UNIX
#include <sys/socket.h>
#endif

namespace akwaba::http {

namespace {

constexpr qsizetype pieceSize = 64 * 1024;
constexpr qsizetype discardLimit = 4 * 1024 * 1024;
constexpr qsizetype growth = 256 * 1024;

/// A method is the client's word: whatever else it made up stays out of figures and logs.
QByteArray knownMethod(const QByteArray &method)
{
    static const QByteArrayList known{"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"};
    return known.contains(method) ? method : QByteArray("-");
}

/// Tells the peer that no more will come while still listening to it, so that the kernel doesn't throw our refusal
/// away with a reset. Qt has no call for it.
void shutDownWriting(const QTcpSocket &socket)
{
#ifdef Q_OS_UNIX
    ::shutdown(int(socket.socketDescriptor()), SHUT_WR);
#else
    Q_UNUSED(socket)
#endif
}

} // namespace

Connection::Connection(std::unique_ptr<QTcpSocket> socket, bool secure, const Surroundings &around, QObject *parent)
    : QObject(parent), m_socket(std::move(socket)), m_around(around), m_secure(secure),
      m_deadline(around.clock.monotonic() + around.limits.headDeadline)
{
    m_socket->setParent(nullptr);
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_socket->setReadBufferSize(std::max(pieceSize, around.limits.head + 1));
    connect(m_socket.get(), &QTcpSocket::readyRead, this, [this] { advance(); });
    connect(m_socket.get(), &QTcpSocket::disconnected, this, [this] { closeNow(); });
    connect(m_socket.get(), &QTcpSocket::bytesWritten, this, [this](qint64 bytes) {
        m_windowBytes += m_phase == Phase::Body ? 0 : bytes;
        if (m_phase == Phase::Closing && m_socket->bytesToWrite() == 0)
            closeWhenSent();
        else
            advance();
    });
    QMetaObject::invokeMethod(this, [this] { advance(); }, Qt::QueuedConnection); // what came with the connection
}

Connection::~Connection()
{
    if (m_socket) m_socket->disconnect(this); // it says goodbye as it dies
    leaveStream();
}

void Connection::advance()
{
    if (m_advancing) return;
    const QScopedValueRollback guard(m_advancing, true);
    while (step()) { }
}

bool Connection::step()
{
    switch (m_phase) {
    case Phase::Head: return readHead();
    case Phase::Body: return readBody();
    case Phase::Closing: return discard();
    case Phase::Answering:
    case Phase::Streaming:
    case Phase::Closed: return false;
    }
    return false;
}

bool Connection::readHead()
{
    if (m_finishing) {
        closeWhenSent();
        return false;
    }
    if (m_socket->bytesToWrite() > m_around.limits.unsentReply) return false;
    const QByteArray bytes = m_socket->peek(m_around.limits.head + 1);
    if (bytes.isEmpty()) return false;
    if (!m_headBegun) {
        m_headBegun = true;
        m_deadline = m_around.clock.monotonic() + m_around.limits.headDeadline;
    }
    if (bytes.startsWith("\r\n")) { // RFC 9112 2.2: some clients end a body with one more
        m_socket->skip(2);
        return true;
    }
    if (bytes == "\r") return false;
    const RequestParser::Head head = RequestParser::findHead(bytes, m_around.limits);
    if (head.refusal != 0) {
        refuse(head.refusal, Drop::Malformed);
        return true;
    }
    return head.length > 0 && takeHead(head.length, QByteArrayView(bytes).first(head.length));
}

bool Connection::takeHead(qsizetype length, QByteArrayView head)
{
    m_exchange = {};
    m_askedAt = m_around.clock.monotonic();
    m_parser = std::make_unique<RequestParser>(m_around.limits);
    if (const int refusal = m_parser->readHead(head)) {
        refuse(refusal, Drop::Malformed);
        return true;
    }
    Request &request = m_parser->request();
    request.peerAddress = m_socket->peerAddress();
    request.peerPort = m_socket->peerPort();
    const Origin origin = m_around.proxies.originOf(request.peerAddress, request.headers);
    request.client = origin.client;
    request.secure = origin.secure.value_or(m_secure);
    m_exchange.method = knownMethod(request.method);
    if (m_parser->wantsUpgrade() && upgrade()) return false;
    if (m_phase != Phase::Head) return true;
    const std::optional<qsizetype> limit = m_around.router.bodyLimitFor(request);
    if (const int refusal = limit ? m_parser->limitBody(*limit) : 0) {
        refuse(refusal, Drop::Malformed);
        return true;
    }
    m_socket->skip(length);
    m_phase = Phase::Body;
    m_toldBytes = 0;
    startWindow();
    if (m_parser->wantsContinue() && m_socket->bytesAvailable() == 0) m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
    return true;
}

/// True when the socket is no longer ours. The head is still unread, since the WebSocket server reads it again.
bool Connection::upgrade()
{
    Request &request = m_parser->request();
    const Upgrade *upgrade = m_around.router.upgradeFor(request);
    if (!upgrade) return false;
    m_exchange.route = upgrade->pattern;
    Response decision = upgrade->decide(request);
    if (decision.status != 101) {
        m_keepAlive = false;
        m_lingers = true;
        m_headOnly = false;
        m_phase = Phase::Answering;
        m_requestHeaders = request.headers;
        answer(std::move(decision));
        return false;
    }
    m_exchange.status = 101;
    m_exchange.principal = decision.principal;
    account(0);
    m_socket->disconnect(this);
    m_phase = Phase::Closed;
    m_around.gate.open(std::move(m_socket), std::move(request), *upgrade);
    Q_EMIT closed();
    return true;
}

bool Connection::readBody()
{
    if (!m_parser->isComplete()) {
        const QByteArray bytes = m_socket->peek(pieceSize);
        if (bytes.isEmpty()) return false;
        const auto [consumed, refusal] = m_parser->readBody(bytes);
        m_socket->skip(consumed);
        m_windowBytes += consumed;
        if (refusal != 0 || (consumed == 0 && bytes.size() >= pieceSize)) {
            refuse(refusal != 0 ? refusal : 400, Drop::Malformed);
            return true;
        }
        if (m_parser->heldBytes() - m_toldBytes >= growth) {
            m_toldBytes = m_parser->heldBytes();
            Q_EMIT grew(); // may be our end
            if (m_phase == Phase::Closed) return false;
        }
        if (!m_parser->isComplete()) return consumed > 0;
    }
    dispatch();
    return true;
}

void Connection::write(const QByteArray &bytes)
{
    if (m_socket->bytesToWrite() == 0) startWindow();
    m_socket->write(bytes);
}

void Connection::closeWhenSent()
{
    m_phase = Phase::Closing;
    m_deadline = m_around.clock.monotonic() + m_around.limits.linger;
    if (m_socket->bytesToWrite() > 0) return;
    if (!m_lingers)
        m_socket->disconnectFromHost();
    else if (!m_secure)
        shutDownWriting(*m_socket);
}

bool Connection::discard()
{
    const QByteArray bytes = m_socket->read(pieceSize);
    m_discarded += bytes.size();
    if (m_discarded > discardLimit) abort(Drop::Malformed);
    return !bytes.isEmpty() && m_phase == Phase::Closing;
}

void Connection::checkDeadlines()
{
    if (m_phase == Phase::Closed) return;
    const std::chrono::milliseconds now = m_around.clock.monotonic();
    if (m_socket->bytesToWrite() > 0 || m_phase == Phase::Body) {
        const bool windowOver = now - m_windowStart >= m_around.limits.rateWindow;
        if (windowOver && isTooSlow())
            return m_phase == Phase::Body ? refuse(408, Drop::SlowBody) : abort(Drop::SlowReader);
        if (windowOver) startWindow();
        return;
    }
    if (now < m_deadline || m_phase == Phase::Answering || m_phase == Phase::Streaming) return;
    if (m_phase == Phase::Closing)
        closeAtOnce(); // counted when it was refused
    else if (m_socket->bytesAvailable() > 0)
        refuse(408, Drop::SlowHead);
    else
        closeWhenSent();
}

bool Connection::isTooSlow() const
{
    const qsizetype least =
        m_phase == Phase::Body ? m_around.limits.bodyBytesPerWindow : m_around.limits.replyBytesPerWindow;
    return m_windowBytes < least;
}

void Connection::startWindow()
{
    m_windowStart = m_around.clock.monotonic();
    m_windowBytes = 0;
}

void Connection::finish()
{
    m_finishing = true;
    m_keepAlive = false;
    if (m_phase == Phase::Head || m_phase == Phase::Streaming) closeWhenSent();
}

void Connection::abort(Drop why)
{
    if (m_phase == Phase::Closed) return;
    m_around.counters.add(why);
    closeAtOnce();
}

void Connection::closeAtOnce()
{
    m_socket->abort();
    closeNow();
}

void Connection::closeNow()
{
    if (std::exchange(m_phase, Phase::Closed) == Phase::Closed) return;
    Q_EMIT closed();
    leaveStream();
}

} // namespace akwaba::http
