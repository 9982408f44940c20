// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sla/explanation.h"
#include "ui/text/eventwords.h"

namespace akwaba {

/// "Résolution : pourquoi cette échéance ?" in the agent's words. Pure.
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
    QString zone;
    QList<Row> rows;
    QStringList annulled; ///< "late on Mon 09:00, annulled …": a breach that was none, by whom and why (rule 24)
    QString alerts; ///< "alerts: Wed 09:00 (75 %), Wed 10:12 (90 %)"

    /// All of it as plain text, for the clipboard.
    [[nodiscard]] QString text() const;
};

[[nodiscard]] ClockExplanation explain(const sla::Rules &rules, const sla::SlaClock &clock, const QDateTime &now,
                                       const NameOf &nameOf);

/// "category Technical help": what a policy asks of a ticket.
[[nodiscard]] QString phrase(const FieldCondition &condition, const NameOf &nameOf);

} // namespace akwaba
