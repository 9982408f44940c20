// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/cache/cachereader.h"
#include "core/sync/client.h"
#include "tests/soak/assignment.h"

#include <QTimer>

/// The client of a console with its files and its network, and an agent at his pace: he looks at the list and at his
/// ticket, and writes. What he did is remembered as numbers, so that his memory does not grow while that of the console
/// is watched.
class BusyConsole : public QObject {
public:
    BusyConsole(const Assignment &assignment, int index, akwaba::Random &random);

    void work() { m_works = true; }
    void rest() { m_works = false; }
    /// {works, live, pending, notSent, replies, notes, others, looks, status, tagged, complaint}: how it stands, and
    /// what its agent did.
    [[nodiscard]] QJsonObject report() const;

private:
    void openReader();
    void turn();
    void look();
    void act();
    [[nodiscard]] akwaba::Command nextCommand();
    void complain(const QString &what, const akwaba::Error &error);

    const Assignment &m_assignment;
    const int m_number;
    const Company::Seat m_seat;
    akwaba::Random &m_random;
    const akwaba::SystemClock m_clock;
    const akwaba::ClientConfig m_config;
    akwaba::Client m_client;
    std::unique_ptr<akwaba::CacheReader> m_reader; // once the files are there
    QTimer m_turns;
    bool m_works = false;
    bool m_isWriting = false;
    qint64 m_replies = 0;
    qint64 m_notes = 0;
    qint64 m_others = 0;
    qint64 m_looks = 0;
    akwaba::TicketStatus m_status = akwaba::TicketStatus::Open;
    bool m_isTagged = false;
    QString m_complaint; // the first one is enough
};
