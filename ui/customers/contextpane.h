// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cache/readmodel.h"
#include "core/sla/clocks.h"
#include "ui/customers/escalationcard.h"

#include <QDateTime>
#include <QScrollArea>

class QGridLayout;
class QVBoxLayout;

namespace akwaba {

class Avatar;
class Clock;
class ClockCard;
class TimesLeft;
class Label;
class SectionCard;

/// Who asks and what was bought, beside the conversation. Shows what is known and nothing else: a customer without
/// orders has no order card, and without a customer the pane is empty.
class ContextPane : public QScrollArea {
    Q_OBJECT

public:
    explicit ContextPane(const Clock &clock, QWidget *parent = nullptr);

    /// `order` is the ticket's; when it has none the newest order of the customer is shown.
    void show(const CustomerCard &card, const OrderId &order);
    /// What was promised on the ticket, as of now. `times` outlives this.
    void showClocks(const std::vector<sla::SlaClock> &clocks, const TimesLeft &times);
    /// The escalations of the ticket; without any there is no card.
    void showEscalations(const EscalationsShown &shown);
    void clear();

Q_SIGNALS:
    void moveWanted(const akwaba::EscalationId &escalation, akwaba::EscalationState to);
    /// What another team has answered is to be sent to the customer.
    void replyWanted(const QString &answer);
    /// Another ticket of the same customer.
    void ticketChosen(const akwaba::TicketId &ticket);
    /// The agent wants to know why something is due when it is.
    void whyRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void rebuild();
    [[nodiscard]] SectionCard *escalationSection();
    [[nodiscard]] SectionCard *customerSection();
    [[nodiscard]] SectionCard *orderSection(const Order &order);
    [[nodiscard]] SectionCard *ticketSection();
    [[nodiscard]] const Order *shownOrder() const;

    const Clock &m_clock;
    ClockCard *m_clockCard = nullptr; // while there are clocks
    std::vector<sla::SlaClock> m_clocks;
    const TimesLeft *m_times = nullptr; // until there are clocks
    EscalationCard *m_escalationCard = nullptr; // while there are escalations
    EscalationsShown m_escalations;
    CustomerCard m_card;
    OrderId m_order;
};

/// Label and value, one under the other, of what is known of a customer; pure.
[[nodiscard]] QList<std::pair<QString, QString>> customerFacts(const CustomerCard &card);
/// "Delivered 13 Nov"; what is true of the order now.
[[nodiscard]] QString orderSentence(const Order &order, const QDateTime &now);

} // namespace akwaba
