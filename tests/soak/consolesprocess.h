// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cache/cachereader.h"
#include "tests/soak/assignment.h"

#include <QJsonArray>
#include <QProcess>

/// The process akwaba-soak-consoles with its consoles, from outside. On the thread that made it.
class ConsolesProcess : public QObject {
public:
    explicit ConsolesProcess(Assignment assignment);
    ~ConsolesProcess() override;

    void work() { say("work"); }
    void rest() { say("rest"); }
    /// Asks for what reports() will be.
    void ask() { say("tell"); }

    [[nodiscard]] const Assignment &assignment() const { return m_assignment; }
    /// The last report of each console; empty before the first.
    [[nodiscard]] const QJsonArray &reports() const { return m_reports; }
    /// All that they did.
    [[nodiscard]] qint64 sum(QLatin1StringView figure) const;
    /// They rest, and nothing is under way at any of them.
    [[nodiscard]] bool isQuiet() const;
    [[nodiscard]] bool isRunning() const { return m_process.state() != QProcess::NotRunning; }
    [[nodiscard]] qint64 pid() const { return m_process.processId(); }
    /// What the agent of one of its consoles sees, from the files.
    [[nodiscard]] akwaba::Result<std::unique_ptr<akwaba::CacheReader>> reader(int index) const;

private:
    void say(const char *word);

    const Assignment m_assignment;
    QProcess m_process;
    QJsonArray m_reports;
};
