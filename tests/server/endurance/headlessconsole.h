// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cache/cachereader.h"
#include "core/sync/client.h"
#include "tests/server/endurance/company.h"

/// As many undecided deeds are enough.
inline constexpr int mostPending = 8;

/// The real client of a console, with its files and its network, and an agent who does one thing after the other, also
/// while there is no server. Nobody tells it anything about the server: what it notices, it notices by itself.
class HeadlessConsole : public QObject {
    Q_OBJECT
public:
    /// Something the agent did.
    struct Deed {
        QString iid;
        akwaba::Command command;
        akwaba::MessageId message; ///< that it makes
        QString text; ///< of the message, found nowhere else
        [[nodiscard]] bool isReply() const { return std::holds_alternative<akwaba::Reply>(command); }
    };

    HeadlessConsole(const Company &company, int seat, akwaba::Random &random, const QString &folder,
                    const QUrl &server);

    [[nodiscard]] QFuture<akwaba::Result<void>> open() { return m_client.open(); }
    /// One thing of the test's choice, in its outbox when this returns. False where the outbox took nothing.
    [[nodiscard]] bool perform(const akwaba::Command &command);
    void goOffline(bool offline) { m_client.goOffline(offline); }
    /// As long as not too much waits to be sent.
    void work();
    void rest() { m_works = false; }

    [[nodiscard]] const Company::Seat &seat() const { return m_seat; }
    /// Which its agent gave to the ticket of his own.
    [[nodiscard]] akwaba::TicketStatus ticketStatus() const { return m_status; }
    [[nodiscard]] const QList<Deed> &deeds() const { return m_deeds; }
    [[nodiscard]] akwaba::SyncStatus status() const { return m_client.status(); }
    [[nodiscard]] bool isUpToDate() const;
    /// What is done and was decided, as far as it has been told.
    [[nodiscard]] qsizetype decided() const { return m_deeds.size() - status().pending; }
    /// What its agent sees, from its files.
    [[nodiscard]] akwaba::Result<std::unique_ptr<akwaba::CacheReader>> reader() const;

Q_SIGNALS:
    void statusChanged();

private:
    void workOn();
    [[nodiscard]] Deed nextDeed();

    const Company &m_company;
    const int m_number;
    const Company::Seat m_seat;
    akwaba::Random &m_random;
    const akwaba::SystemClock m_clock;
    const akwaba::ClientConfig m_config;
    akwaba::Client m_client;
    QList<Deed> m_deeds;
    bool m_works = false;
    bool m_isWriting = false;
    akwaba::TicketStatus m_status = akwaba::TicketStatus::Open;
};
