// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QHostAddress>
#include <QList>
#include <QUrlQuery>

#include <memory>
#include <utility>

namespace akwaba::http {

class Stream;

/// Header fields in the order in which they came. Names are compared without regard to case.
class Headers {
public:
    using Field = std::pair<QByteArray, QByteArray>;

    void add(QByteArray name, QByteArray value) { m_fields.emplaceBack(std::move(name), std::move(value)); }
    /// Replaces all fields of that name by one.
    void set(QByteArray name, QByteArray value);
    [[nodiscard]] bool contains(QByteArrayView name) const { return count(name) > 0; }
    [[nodiscard]] int count(QByteArrayView name) const;
    /// All values of that name joined with ", ", as RFC 9110 5.3 reads repeated fields.
    [[nodiscard]] QByteArray value(QByteArrayView name) const;
    /// Whether a comma-separated field holds this token, in any case.
    [[nodiscard]] bool hasToken(QByteArrayView name, QByteArrayView token) const;
    [[nodiscard]] const QList<Field> &fields() const { return m_fields; }

private:
    QList<Field> m_fields;
};

struct Request {
    QByteArray method;
    QByteArray path; ///< as it came, percent-encoded, without the query
    QHash<QString, QString> parameters; ///< the named pieces of the route's pattern, decoded
    QUrlQuery query;
    Headers headers;
    QByteArray body;
    QHostAddress peerAddress; ///< of the socket: perhaps a proxy's
    quint16 peerPort = 0;
    QHostAddress client; ///< who asks, behind proxies that we trust; personal: for counting in memory only
    bool secure = false; ///< all the way, as far as we know
};

struct Response {
    int status = 200;
    Headers headers;
    QByteArray body;
    /// The peer proved who it is: its connection no longer counts among the strangers.
    bool authenticated = false;
    QByteArray principal; ///< the device whose token proved it, for the access log; never a name
    /// Set: the body goes on, and the connection ends with it.
    std::shared_ptr<Stream> stream;
};

/// A short answer in plain text.
[[nodiscard]] Response textResponse(int status, QByteArray text = {});
/// The reason phrase that belongs to a status.
[[nodiscard]] QByteArray reasonPhrase(int status);

} // namespace akwaba::http
