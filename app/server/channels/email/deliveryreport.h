// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/channels/email/incomingmail.h"

namespace akwaba::mail {

/// What a delivery report says of the mail that it is about.
struct ReportedDelivery {
    bool isFinal = true; // false: late, and the other side goes on trying
    QString status; // as in RFC 3463, "5.1.1"; empty where it does not say
    bool operator==(const ReportedDelivery &) const = default;
};

/// From its machine-readable part, else from what it says in words. Of several recipients the one counts that failed,
/// then the one that is late.
[[nodiscard]] ReportedDelivery reportedDelivery(const IncomingMail &report);

} // namespace akwaba::mail
