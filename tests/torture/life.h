// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/server/endurance/serverprocess.h"
#include "tests/server/endurance/smtpsink.h"
#include "tests/torture/killedconsole.h"
#include "tests/torture/killedwindow.h"
#include "tests/torture/tally.h"

#include <QTemporaryDir>
#include <QTimer>

#include <vector>

/// A server and two consoles with their files, under work, that die by SIGKILL again and again at calls by which they
/// write, and are started again on what they left; then everything comes to rest and is compared. A seed repeats the
/// choices, not the timing.
class Life : public QObject {
public:
    /// What is known of one life about where programs write serves the next one.
    struct Places {
        explicit Places(akwaba::Random &random);
        Sites console;
        Sites window;
        Sites server;
    };
    struct Kind {
        bool isOnPostgresql = false; ///< where the company is
        bool hasWindow = false; ///< the only console is one with its window: it is slow, so the server lives
    };

    Life(quint64 seed, Places &places, Kind kind);

    /// At least so many kills, and until each console has kept a reply: else there would be little to compare.
    [[nodiscard]] Tally live(int kills);

private:
    [[nodiscard]] bool begin();
    void openWindow();
    [[nodiscard]] bool dieOften(int kills);
    [[nodiscard]] bool comeToRest();
    void compare();

    void serve();
    void serverDied();
    void noteDeath(const QString &who, const QString &where);
    /// Says what is wrong, and returns false.
    bool violated(const QString &what);
    [[nodiscard]] bool hasComplaints() const;
    [[nodiscard]] QString serverFolder() const { return m_folder.filePath(QStringLiteral("server")); }

    akwaba::SeededRandom m_random;
    Places &m_places;
    const Kind m_kind;
    QTemporaryDir m_folder;
    SmtpSink m_sink;
    ServerProcess m_server;
    Company m_company;
    std::vector<std::unique_ptr<KilledConsole>> m_consoles;
    std::unique_ptr<KilledWindow> m_window; // in some lives
    QTimer m_impatience; // replies go out sooner than their ten seconds
    bool m_isServing = false;
    QStringList m_deaths; // the last ones, for who has to understand a violation
    Tally m_tally;
};
