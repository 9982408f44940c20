// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/http/server.h"
#include "core/base/clock.h"

#include <QHostAddress>
#include <QTcpSocket>

#include <memory>
#include <optional>

namespace akwaba::http {

struct Answer {
    int status = 0;
    Headers headers;
    QByteArray body;
};

/// Takes whole answers off a transcript; `headOnly` for those to HEAD.
inline QList<Answer> answersIn(QByteArray bytes, bool headOnly = false)
{
    QList<Answer> answers;
    for (qsizetype end = bytes.indexOf("\r\n\r\n"); end >= 0; end = bytes.indexOf("\r\n\r\n")) {
        Answer answer;
        const QList<QByteArray> lines = bytes.first(end).split('\n');
        answer.status = lines.first().split(' ').value(1).toInt();
        for (const QByteArray &line : lines.mid(1)) {
            const qsizetype colon = line.indexOf(':');
            answer.headers.add(line.first(colon), line.mid(colon + 1).trimmed());
        }
        const qsizetype length = headOnly ? 0 : answer.headers.value("Content-Length").toLongLong();
        if (bytes.size() < end + 4 + length) break;
        answer.body = bytes.mid(end + 4, length);
        bytes = bytes.mid(end + 4 + length);
        answers.append(answer);
    }
    return answers;
}

/// A client that sees every byte.
struct Client {
    explicit Client(quint16 port)
    {
        QObject::connect(&socket, &QTcpSocket::readyRead, &socket, [this] { received += socket.readAll(); });
        socket.connectToHost(QHostAddress::LocalHost, port);
        socket.waitForConnected();
    }
    void send(const QByteArray &bytes)
    {
        socket.write(bytes);
        socket.flush();
    }
    [[nodiscard]] bool isClosed() const { return socket.state() == QAbstractSocket::UnconnectedState; }
    [[nodiscard]] QList<Answer> answers(bool headOnly = false) const { return answersIn(received, headOnly); }

    QByteArray received;
    QTcpSocket socket;
};

/// A server on loopback whose clock stands still. /echo says what was sent; /later keeps the responder.
struct Fixture {
    Fixture() : clock(QDateTime({2026, 11, 22}, {7, 0}, Qt::UTC))
    {
        limits.sweep = std::chrono::milliseconds(5);
        router.add("POST", QStringLiteral("/echo"), [](const Request &request, Responder responder) {
            responder.answer(textResponse(200, request.body));
        });
        router.add("GET", QStringLiteral("/hello/{name}"), [](const Request &request, Responder responder) {
            responder.answer(textResponse(200, "hello " + request.parameters.value(QStringLiteral("name")).toUtf8()));
        });
        router.add("GET", QStringLiteral("/later"), [this](const Request &request, Responder responder) {
            Q_UNUSED(request)
            waiting.push_back(std::move(responder));
        });
        router.add("GET", QStringLiteral("/member"), [](const Request &request, Responder responder) {
            Q_UNUSED(request)
            Response response = textResponse(200, "in");
            response.authenticated = true;
            responder.answer(response);
        });
    }

    [[nodiscard]] bool start()
    {
        server = std::make_unique<Server>(router, clock, limits);
        const Result<quint16> listening = server->listen(QHostAddress::LocalHost, 0);
        port = listening.value_or(0);
        return listening.has_value();
    }

    ManualClock clock;
    Limits limits;
    Router router;
    std::vector<Responder> waiting;
    std::unique_ptr<Server> server;
    quint16 port = 0;
};

} // namespace akwaba::http
