// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QStringList>

#include <functional>

namespace akwaba::mail {

/// Stores a received mail. What it returns decides the answer: success is 250,
/// Code::BadInput refuses for good, everything else asks to come again.
using Deliver = std::function<Result<void>(const QByteArray &raw, const QStringList &recipients)>;

/// Whether somebody here reads mail for an address. Unset accepts all.
using AcceptsRecipient = std::function<bool(const QString &address)>;

struct LmtpOptions {
    QString hostName;
    qsizetype largestMail = 64 * 1024 * 1024;
    qsizetype mostRecipients = 100;
};

/// One LMTP conversation (RFC 2033) as bytes in, bytes out: no socket, no clock.
/// A mail is acknowledged only after Deliver returned, once for each recipient.
class LmtpSession {
public:
    LmtpSession(LmtpOptions options, Deliver deliver, AcceptsRecipient accepts = {});

    [[nodiscard]] QByteArray greeting() const;
    /// What to answer to these bytes, which may hold half a line or ten commands.
    [[nodiscard]] QByteArray receive(const QByteArray &bytes);
    [[nodiscard]] bool isFinished() const { return m_finished; }

private:
    [[nodiscard]] QByteArray command(const QByteArray &line);
    [[nodiscard]] QByteArray hello(const QByteArray &argument);
    [[nodiscard]] QByteArray mailFrom(const QByteArray &argument);
    [[nodiscard]] QByteArray recipientTo(const QByteArray &argument);
    [[nodiscard]] QByteArray startData();
    [[nodiscard]] QByteArray dataLine(QByteArray line);
    [[nodiscard]] QByteArray endData();
    void reset();

    LmtpOptions m_options;
    Deliver m_deliver;
    AcceptsRecipient m_accepts;
    QByteArray m_buffer;
    QByteArray m_mail;
    QByteArray m_sender;
    QStringList m_recipients;
    bool m_greeted = false;
    bool m_hasSender = false;
    bool m_inData = false;
    bool m_tooLarge = false;
    bool m_finished = false;
};

} // namespace akwaba::mail
