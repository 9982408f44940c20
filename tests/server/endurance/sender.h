// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/sync/httpclient.h"
#include "core/sync/wire.h"
#include "tests/server/endurance/company.h"

#include <QTimer>

#include <memory>

/// One console reduced to its outbox and its requests: it sends intents as fast as it is answered, remembers what was
/// decided of each, and sends again, under the same names and numbers, what got no answer. Every other one lets the
/// server forget what it has the outcome of, as consoles do; the rest keep its whole ledger, so that it can be looked
/// at.
class Sender : public QObject {
    Q_OBJECT
public:
    /// An intent that was in a request at least once.
    struct Sent {
        qint64 dseq = 0;
        akwaba::Intent intent;
        bool isHopeless = false; ///< any server must refuse it
        akwaba::MessageId message; ///< that it makes
        QString text; ///< of the message, found nowhere else
        std::optional<akwaba::Outcome> outcome;
    };
    /// Why there was no outcome.
    struct Troubles {
        int noAnswer = 0; ///< the connection ended
        int unavailable = 0; ///< 503, or serverUnavailable for the method
        int transient = 0; ///< of single intents
        [[nodiscard]] int all() const { return noAnswer + unavailable + transient; }
    };

    Sender(const Company &company, int seat, akwaba::Random &random);

    /// The first of them, and the next one whenever one doesn't answer.
    void useServers(const QList<QUrl> &urls);
    void begin();
    /// Sends these, in this order, and nothing of its own unless it was told to begin.
    void give(const QList<akwaba::Command> &commands);
    /// Makes nothing new; what has no answer is sent until it has one.
    void finish() { m_makes = false; }
    [[nodiscard]] bool isSettled() const { return !m_waits && m_undecided == 0 && m_given.isEmpty(); }

    [[nodiscard]] const Company::Seat &seat() const { return m_seat; }
    [[nodiscard]] const QList<Sent> &sent() const { return m_sent; }
    [[nodiscard]] qsizetype decided() const { return m_sent.size() - m_undecided; }
    [[nodiscard]] const Troubles &troubles() const { return m_troubles; }
    [[nodiscard]] bool acknowledges() const { return m_number % 2 == 1; }
    /// The last outcomes that the server may have forgotten by now.
    [[nodiscard]] qint64 ackedThrough() const { return acknowledges() ? m_decidedThrough : 0; }
    /// What no server should have answered.
    [[nodiscard]] const QStringList &complaints() const { return m_complaints; }

Q_SIGNALS:
    /// A request is on its way.
    void asked();
    /// It was answered, or was not.
    void answered();

private:
    void goOn();
    void askForSession();
    void sendBatch();
    void tryAgain();
    [[nodiscard]] bool isUsable(const akwaba::HttpReply &reply);
    [[nodiscard]] bool take(const akwaba::HttpReply &reply);
    void record(const akwaba::Outcome &outcome);
    [[nodiscard]] QList<akwaba::NumberedIntent> nextBatch();
    [[nodiscard]] Sent make();
    [[nodiscard]] Sent numbered(const akwaba::Command &command) const;
    [[nodiscard]] akwaba::Command meant(Sent &sent);
    [[nodiscard]] akwaba::Command hopeless(Sent &sent);
    [[nodiscard]] akwaba::Command onMyTicket(int kind, Sent &sent);

    const Company &m_company;
    const int m_number;
    const Company::Seat m_seat;
    akwaba::Random &m_random;
    const akwaba::SystemClock m_clock;
    QList<QUrl> m_servers;
    std::unique_ptr<akwaba::HttpClient> m_http;
    akwaba::wire::Session m_session;
    QTimer m_again;
    quint64 m_request = 0;
    QList<akwaba::Command> m_given; // not sent yet
    QList<Sent> m_sent;
    qsizetype m_undecided = 0;
    qsizetype m_decidedThrough = 0; // all up to here have their outcome
    bool m_makes = false;
    bool m_waits = false;
    akwaba::TicketStatus m_status = akwaba::TicketStatus::Open; // of the own ticket, as it will be
    bool m_isTagged = false; // the same
    Troubles m_troubles;
    QStringList m_complaints;
};
