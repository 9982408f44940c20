// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/server/endurance/sender.h"
#include "tests/server/endurance/smtpsink.h"

#include <QMap>

#include <vector>

using Senders = std::vector<std::unique_ptr<Sender>>;

/// What a company holds when all is over, against what its devices were told.
struct Verdict {
    QStringList violations; ///< a line each; none where every promise was kept
    QMap<QString, int> outcomes; ///< how many intents ended how
    int changes = 0; ///< in the change log
    int mails = 0; ///< that reached the sink
    int unknown = 0; ///< of which the server says that they may have been sent
    [[nodiscard]] QString text() const; ///< the figures
};

/// The server need not run. Every intent must have its outcome, and no mail be on its way.
[[nodiscard]] Verdict verify(const akwaba::store::Place &place, const Senders &devices, const SmtpSink &sink);
