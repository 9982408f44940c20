// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/http/requestparser.h"

#include <QUrl>

#include <algorithm>

#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/parser.hpp>

namespace akwaba::http {

namespace beast = boost::beast;

namespace {

QByteArray textOf(beast::string_view text) { return QByteArray(text.data(), qsizetype(text.size())); }

int statusOf(const beast::error_code &code)
{
    using beast::http::error;
    if (code == error::body_limit) return 413;
    if (code == error::header_limit) return 431;
    if (code == error::bad_version) return 505;
    return 400;
}

/// Lines end in CR LF, none begins with white space (a folded one), and no NUL or lone CR stands anywhere.
bool isClean(QByteArrayView bytes)
{
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const char c = bytes[i];
        if (c == '\0') return false;
        if (c == '\n' && (i == 0 || bytes[i - 1] != '\r')) return false;
        if (c == '\r' && i + 1 < bytes.size() && bytes[i + 1] != '\n') return false;
        if ((c == ' ' || c == '\t') && (i == 0 || bytes[i - 1] == '\n')) return false;
    }
    return true;
}

} // namespace

struct RequestParser::Beast {
    beast::http::request_parser<beast::http::empty_body> parser;
};

RequestParser::RequestParser(const Limits &limits)
    : m_limits(limits), m_beast(std::make_unique<Beast>()), m_bodyLimit(limits.body)
{
    m_beast->parser.header_limit(static_cast<std::uint32_t>(limits.head));
    m_beast->parser.body_limit(static_cast<std::uint64_t>(limits.body));
}

RequestParser::~RequestParser() = default;

RequestParser::Head RequestParser::findHead(QByteArrayView bytes, const Limits &limits)
{
    const qsizetype end = bytes.indexOf("\r\n\r\n");
    const QByteArrayView head = end < 0 ? bytes : bytes.first(end + 4);
    if (!isClean(head)) return {.length = 0, .refusal = 400};
    const qsizetype line = head.indexOf("\r\n");
    if ((line < 0 ? head.size() : line) > limits.target + 32) // the method and the version stand there too
        return {.length = 0, .refusal = 414};
    if (head.size() > limits.head) return {.length = 0, .refusal = 431};
    return {.length = end < 0 ? 0 : head.size(), .refusal = 0};
}

int RequestParser::readHead(QByteArrayView head)
{
    auto &parser = m_beast->parser;
    beast::error_code error;
    const std::size_t consumed = parser.put(boost::asio::const_buffer(head.data(), std::size_t(head.size())), error);
    if (error && error != beast::http::error::need_more) return statusOf(error);
    if (!parser.is_header_done() || qsizetype(consumed) != head.size()) return 400;
    int fields = 0;
    for (const auto &field : parser.get()) {
        if (++fields > m_limits.headerCount) return 431;
        m_request.headers.add(textOf(field.name_string()), textOf(field.value()));
    }
    m_request.method = textOf(parser.get().method_string());
    if (const int refusal = readTarget(textOf(parser.get().target()))) return refusal;
    if (const int refusal = checkFields()) return refusal;
    awaitBody();
    return 0;
}

/// Beast reads heads only: of chunks it took quotes that hold the end of a line, or not, by where the pieces ended.
void RequestParser::awaitBody()
{
    if (m_beast->parser.chunked())
        m_chunks.emplace();
    else
        m_length = m_request.headers.value("Content-Length").toLongLong();
}

int RequestParser::readTarget(QByteArray target)
{
    if (target.size() > m_limits.target) return 414;
    // RFC 9112 3.2.2: a server must also understand the form that is meant for proxies.
    for (const char *scheme : {"http://", "https://"}) {
        if (target.startsWith(scheme)) {
            const qsizetype path = target.indexOf('/', qsizetype(qstrlen(scheme)));
            target = path < 0 ? QByteArray("/") : target.mid(path);
            break;
        }
    }
    if (!target.startsWith('/') || target.contains('#')) return 400;
    const qsizetype mark = target.indexOf('?');
    m_request.path = mark < 0 ? target : target.first(mark);
    if (mark >= 0) m_request.query = QUrlQuery(QString::fromLatin1(target.mid(mark + 1)));
    return 0;
}

int RequestParser::checkFields() const
{
    const Headers &headers = m_request.headers;
    const bool old = m_beast->parser.get().version() < 11;
    if (headers.count("Host") > 1 || (!old && !headers.contains("Host"))) return 400;
    if (headers.count("Content-Length") > 1 || headers.value("Content-Length").contains(',')) return 400;
    if (headers.contains("Transfer-Encoding")) {
        if (old || headers.contains("Content-Length")) return 400;
        if (headers.value("Transfer-Encoding").compare("chunked", Qt::CaseInsensitive) != 0) return 501;
    }
    if (headers.contains("Expect") && !old && headers.value("Expect").compare("100-continue", Qt::CaseInsensitive) != 0)
        return 417;
    return 0;
}

int RequestParser::limitBody(qsizetype bytes)
{
    m_bodyLimit = std::min(m_bodyLimit, bytes);
    return m_request.headers.value("Content-Length").toLongLong() > m_bodyLimit ? 413 : 0;
}

BodyProgress RequestParser::readBody(QByteArrayView bytes)
{
    BodyProgress progress;
    if (m_chunks) {
        progress = m_chunks->read(bytes, m_request.body, m_bodyLimit);
    } else {
        progress.consumed = std::min(bytes.size(), m_length - heldBytes());
        m_request.body.append(bytes.first(progress.consumed));
    }
    m_rawBody += progress.consumed;
    // Chunks of one byte with long extensions would cost far more than the body that they carry.
    if (progress.refusal == 0 && m_rawBody > 2 * m_bodyLimit + 64 * 1024) progress.refusal = 413;
    return progress;
}

bool RequestParser::keepsAlive() const { return m_beast->parser.keep_alive(); }

bool RequestParser::wantsContinue() const
{
    return m_beast->parser.get().version() >= 11 && !isComplete() && m_request.headers.contains("Expect");
}

bool RequestParser::wantsUpgrade() const
{
    return isComplete() && m_request.method == "GET" && m_request.headers.hasToken("Connection", "upgrade")
        && m_request.headers.hasToken("Upgrade", "websocket");
}

} // namespace akwaba::http
