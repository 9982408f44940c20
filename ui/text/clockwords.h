// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sla/explanation.h"
#include "ui/text/eventwords.h"

#include <QTimeZone>

namespace akwaba {

/// "Résolution : pourquoi cette échéance ?" in the agent's words, in the zone of the calendar that counts; where none
/// does, in that of this computer.
struct ClockExplanation {
    struct Row {
        QString from;
        QString to;
        QString effect;
        QString reason;
        QString duration;
        sla::Passage::Kind kind = sla::Passage::Kind::Counted;
    };

    QString title; ///< the due date, or what became of it
    QString summary; ///< "8 h promised, 2 h 20 used, 5 h 40 left"
    QString policy; ///< with its version; empty where only a promise counts
    QString because; ///< why that policy
    QString calendar; ///< with its version; empty for wall time
    QTimeZone timeZone; ///< in which all of it is told
    QString zone; ///< the same in words, with what the time is here where that is another
    QList<Row> rows;
    QStringList annulled; ///< "late on Mon 09:00, annulled …": a breach that was none, by whom and why (rule 24)
    QString alerts; ///< "alerts: Wed 09:00 (75 %), Wed 10:12 (90 %)"

    /// All of it as plain text, for the clipboard.
    [[nodiscard]] QString text() const;
};

/// What was found about the clock.
[[nodiscard]] ClockExplanation inWords(const sla::Explanation &found, const sla::Rules &rules,
                                       const sla::SlaClock &clock, const QDateTime &now, const NameOf &nameOf);

/// "category Technical help": what a policy asks of a ticket.
[[nodiscard]] QString phrase(const FieldCondition &condition, const NameOf &nameOf);

} // namespace akwaba
