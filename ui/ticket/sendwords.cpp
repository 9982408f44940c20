// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ticket/sendwords.h"

#include "ui/text/translate.h"

namespace akwaba {

QString sendLabel(TicketStatus from, TicketStatus then)
{
    if (from == then) return translate("Send", "Send");
    switch (then) {
    case TicketStatus::Open: return translate("Send", "Send and leave open");
    case TicketStatus::WaitingCustomer: return translate("Send", "Send and set waiting for customer");
    case TicketStatus::WaitingThirdParty: return translate("Send", "Send and set waiting for third party");
    case TicketStatus::Resolved: return translate("Send", "Send and resolve");
    case TicketStatus::New:
    case TicketStatus::Closed:
    case TicketStatus::Spam:
    case TicketStatus::Merged: return translate("Send", "Send");
    }
    Q_UNREACHABLE();
}

} // namespace akwaba
