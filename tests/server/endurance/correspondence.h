// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/store/databasesource.h"
#include "core/base/clock.h"
#include "core/domain/ids.h"

#include <QStringList>

/// The mail of a company, asked beside the server that serves it; what fails ends the test.
class Correspondence {
public:
    /// What somebody wrote, and its ticket.
    struct Question {
        akwaba::TicketId ticket;
        akwaba::MessageId message;
        QString sender;
    };
    /// A reply, and how its attempts ended.
    struct Answer {
        QString emailMessageId;
        QString state; ///< of its job
        int unknown = 0; ///< attempts of which the server says that they may have worked
    };

    explicit Correspondence(const akwaba::store::Place &place);

    [[nodiscard]] qint64 received() const { return count(QStringLiteral("messages WHERE direction = 'incoming'")); }
    /// Their Message-IDs, one for each that is stored.
    [[nodiscard]] QStringList receivedIds() const;
    [[nodiscard]] qint64 tickets() const { return count(QStringLiteral("tickets WHERE channel = 'email'")); }
    /// Oldest first.
    [[nodiscard]] QList<Question> questions() const;
    [[nodiscard]] QList<Answer> answers() const;
    /// Replies that are on their way now.
    [[nodiscard]] qint64 inTheAir() const { return count(QStringLiteral("mail_jobs WHERE state = 'sending'")); }
    /// Replies that wait for their time.
    [[nodiscard]] qint64 queued() const { return count(QStringLiteral("mail_jobs WHERE state = 'queued'")); }
    /// Replies that may have been sent, and are to be sent again.
    [[nodiscard]] qint64 unknown() const { return count(QStringLiteral("mail_jobs WHERE state = 'unknown'")); }

private:
    [[nodiscard]] qint64 count(const QString &what) const;

    akwaba::SystemClock m_clock;
    mutable akwaba::store::DatabaseSource m_source;
    mutable akwaba::Database m_database;
};
