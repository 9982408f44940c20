// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/agent.h"
#include "core/domain/escalation.h"
#include "ui/text/eventwords.h"
#include "ui/widgets/sectioncard.h"

#include <QSet>

namespace akwaba {

/// What an escalation card shows, and for whom.
struct EscalationsShown {
    QList<Escalation> escalations; ///< of the ticket, oldest first
    QSet<EscalationId> unsent; ///< with something of ours that the server has not accepted
    NameOf nameOf; ///< also of paths
    Agent me;
    QDateTime now;
};

/// The escalations of a ticket: of each open one whose turn it is, until when, who is who, and what this agent may make
/// of it; those that ended are folded. Makes nothing itself.
class EscalationCard : public SectionCard {
    Q_OBJECT

public:
    explicit EscalationCard(QWidget *parent = nullptr);

    void show(const EscalationsShown &shown);

Q_SIGNALS:
    void moveWanted(const akwaba::EscalationId &escalation, akwaba::EscalationState to);
    /// The answer that was handed back is to be sent.
    void replyWanted(const QString &answer);

private:
    void addOpen(const Escalation &escalation);
    void addAnswer(const Escalation &escalation);
    void addMoves(const Escalation &escalation);
    void addHistory();
    void addFacts(const QList<std::pair<QString, QString>> &facts);
    void addText(const QString &text, const QString &name);

    EscalationsShown m_shown;
    bool m_isUnfolded = false;
    QWidget *m_rows = nullptr;
};

/// Label and value, one under the other; pure.
[[nodiscard]] QList<std::pair<QString, QString>> escalationFacts(const Escalation &escalation,
                                                                 const EscalationsShown &shown);
/// "12 Nov: Technique N2, Handed back. Why…": one that ended, in a sentence; pure.
[[nodiscard]] QString endedSentence(const Escalation &escalation, const EscalationsShown &shown);

} // namespace akwaba
