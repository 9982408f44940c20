// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/store/place.h"
#include "tests/server/endurance/records.h"
#include "tests/server/endurance/smtpsink.h"
#include "tests/torture/killedconsole.h"
#include "tests/torture/killedwindow.h"
#include "tests/torture/tally.h"

#include <QMap>
#include <QSet>

#include <memory>
#include <vector>

/// What a company and its consoles hold when all is quiet, against what the agents were told and what the mail server
/// took. What can't be read ends the test.
class Comparison {
public:
    using Consoles = std::vector<std::unique_ptr<KilledConsole>>;
    enum class Moment { BeforeUnknownIsSentAgain, AtTheEnd };

    Comparison(const akwaba::store::Place &place, const Company &company, const Consoles &consoles,
               const SmtpSink &sink);

    /// What was acknowledged is done once, or refused and shown; what was not, once at most (P2, P3, P9).
    void compareDeeds(Tally &tally) const;
    /// The same of what the agent at the window was told.
    void compareWindow(KilledWindow &window, Tally &tally) const;
    /// What a console shows otherwise than the server has it (P1), a line each. It may not have heard of it yet.
    [[nodiscard]] QStringList shownOtherwise() const;
    /// Every accepted reply was taken once by the mail server, and once more at most for each attempt of which its
    /// server says that it does not know (P3). At the end it counts.
    void compareMail(Tally &tally, Moment moment) const;

private:
    void compareDeed(const KilledConsole::Deed &deed, const QSet<QString> &refused, Tally &tally) const;

    const akwaba::store::Place m_place;
    const Company &m_company;
    const Consoles &m_consoles;
    const SmtpSink &m_sink;
    QHash<QString, int> m_transactions; // by iid
    QHash<QString, int> m_messages; // by text
    ServerRecords m_records;
};
