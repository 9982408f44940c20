// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QStringList>

#include <functional>
#include <optional>
#include <utility>

namespace akwaba::mail {

/// Whether somebody here reads mail for an address. Unset accepts all.
using AcceptsRecipient = std::function<bool(const QString &address)>;

struct LmtpOptions {
    QString hostName;
    qsizetype largestMail = 64 * 1024 * 1024;
    qsizetype mostRecipients = 100;
};

/// A mail with its envelope.
struct LmtpMail {
    QByteArray raw; // with a Return-Path
    QStringList recipients;
};

/// One LMTP conversation (RFC 2033) as bytes in, bytes out: no socket, no clock. A mail is acknowledged once it was
/// said to be delivered, once for each recipient; until then everything else waits.
class LmtpSession {
public:
    explicit LmtpSession(LmtpOptions options, AcceptsRecipient accepts = {});

    [[nodiscard]] QByteArray greeting() const;
    /// What to answer to these bytes, which may hold half a line or ten commands.
    [[nodiscard]] QByteArray receive(const QByteArray &bytes);
    /// A mail that came in whole, once.
    [[nodiscard]] std::optional<LmtpMail> takeMail() { return std::exchange(m_whole, std::nullopt); }
    /// What became of it, and what to answer to that and to what has come since. Code::BadInput refuses the mail for
    /// good, every other error asks to come again.
    [[nodiscard]] QByteArray delivered(const Result<void> &stored);
    [[nodiscard]] bool isFinished() const { return m_finished; }

private:
    [[nodiscard]] QByteArray goOn();
    [[nodiscard]] QByteArray command(const QByteArray &line);
    [[nodiscard]] QByteArray hello(const QByteArray &argument);
    [[nodiscard]] QByteArray mailFrom(const QByteArray &argument);
    [[nodiscard]] QByteArray recipientTo(const QByteArray &argument);
    [[nodiscard]] QByteArray startData();
    [[nodiscard]] QByteArray dataLine(QByteArray line);
    [[nodiscard]] QByteArray endData();
    void reset();

    LmtpOptions m_options;
    AcceptsRecipient m_accepts;
    QByteArray m_buffer;
    QByteArray m_mail;
    QByteArray m_sender;
    QStringList m_recipients;
    bool m_greeted = false;
    bool m_hasSender = false;
    bool m_inData = false;
    std::optional<LmtpMail> m_whole;
    bool m_isDelivering = false;
    bool m_tooLarge = false;
    bool m_finished = false;
};

} // namespace akwaba::mail
