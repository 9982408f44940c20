// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/store/place.h"
#include "tests/server/endurance/records.h"
#include "tests/server/endurance/smtpsink.h"
#include "tests/soak/consolesprocess.h"
#include "tests/soak/soakfigures.h"

#include <memory>
#include <vector>

/// What a company holds when all is quiet, against what its agents wrote, what each console shows and what the mail
/// server took. What can't be read ends the test.
class SoakComparison {
public:
    using Processes = std::vector<std::unique_ptr<ConsolesProcess>>;

    SoakComparison(akwaba::store::Place place, const Processes &processes);

    /// What one console shows otherwise than the server has it (P1). It may not have heard of it yet.
    [[nodiscard]] QStringList shownOtherwise(const Company &company, const ConsolesProcess &process, int index) const;
    /// Every write is there once (P2, P3) and nothing was refused; counts them.
    void compareWrites(const SmtpSink &sink, SoakFigures &figures) const;
    /// Every reply was mailed once.
    void compareMail(const SmtpSink &sink, SoakFigures &figures) const;

private:
    void compareConsole(const ConsolesProcess &process, int index, SoakFigures &figures) const;

    const akwaba::store::Place m_place;
    const Processes &m_processes;
    ServerRecords m_records;
    QHash<QString, int> m_texts; // how often a message says it
};
