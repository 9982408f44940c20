// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/ticket.h"

#include <QByteArray>

namespace akwaba::mail {

/// What stands behind the plus sign of a recipient: "support+a-10482.0f1e2d3c4b5a6978@shop.ci".
struct ReplyToken {
    QString number; // of the ticket, as it stands on it; empty: there is no token
    QString mac;
    bool operator==(const ReplyToken &) const = default;
};

/// Signs the ticket into the address that answers go to (channels.md, e-mail, rule 2), so that they find it through
/// mail programs and servers that lose In-Reply-To, and nobody finds it by guessing. The signature covers the ticket's
/// id too: after a restore its number may be another ticket's. Pure, any thread.
class ReplyTokens {
public:
    explicit ReplyTokens(QByteArray key) : m_key(std::move(key)) { }

    /// The address with the token of the ticket; empty where it would be longer than a mail server has to take.
    [[nodiscard]] QString addressFor(const QString &address, const Ticket &ticket) const;
    /// Whether we made the token, for this ticket.
    [[nodiscard]] bool isGenuine(const ReplyToken &token, const Ticket &ticket) const;

private:
    [[nodiscard]] QString mac(const Ticket &ticket) const;
    QByteArray m_key;
};

/// In any case of letters: mail servers don't keep it.
[[nodiscard]] ReplyToken replyTokenIn(const QString &address);

/// The address without what stands behind a plus sign: "support@shop.ci".
[[nodiscard]] QString withoutSubAddress(const QString &address);

} // namespace akwaba::mail
