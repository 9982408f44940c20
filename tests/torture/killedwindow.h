// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cache/cachereader.h"
#include "tests/server/endurance/serverprocess.h"
#include "tests/torture/sites.h"

/// The console that an agent has before him, akwaba itself, without a screen: each time it starts it is on a tour on
/// which it answers one ticket, and says by a mark when its window has told that the reply is kept. It dies on its way
/// as planned, or comes to the end of it, and starts again either way. Slower than KilledConsole by far, and the proof
/// that nothing is lost between a window and what stands behind it.
class KilledWindow : public QObject {
    Q_OBJECT
public:
    /// For the agent of the server's test instance, who answers the ticket that a search for `word` finds.
    KilledWindow(const ServerProcess &server, QString word, Sites &sites, const QString &folder);
    ~KilledWindow() override { end(); }

    void work();
    /// Starts once more, does nothing, and lives.
    void rest();
    void end();

    /// What it has kept and the server has not.
    [[nodiscard]] bool isUpToDate();
    /// The texts of all replies that were begun, and whether it was told that they are kept.
    [[nodiscard]] QMap<QString, bool> replies() const;
    /// What it shows as not sent.
    [[nodiscard]] QStringList refused();

Q_SIGNALS:
    void died(const QString &where);

private:
    void start();
    void ended();
    void writePlan(bool answers);
    [[nodiscard]] akwaba::CacheReader *reader();
    [[nodiscard]] QString mark(const QString &name) const { return m_folder + QStringLiteral("/tour/") + name; }

    const ServerProcess &m_server;
    const QString m_word;
    Sites &m_sites;
    const QString m_folder;
    const QString m_profiles;
    QProcess m_process;
    std::unique_ptr<akwaba::CacheReader> m_reader; // once it is at rest
    bool m_works = false;
    int m_starts = 0;
};
