// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cache/readmodel.h"

#include <QDateTime>
#include <QScrollArea>

class QGridLayout;
class QVBoxLayout;

namespace akwaba {

class Avatar;
class Clock;
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
    void clear();

Q_SIGNALS:
    /// Another ticket of the same customer.
    void ticketChosen(const akwaba::TicketId &ticket);

protected:
    void changeEvent(QEvent *event) override;

private:
    void rebuild();
    [[nodiscard]] SectionCard *customerSection();
    [[nodiscard]] SectionCard *orderSection(const Order &order);
    [[nodiscard]] SectionCard *ticketSection();
    [[nodiscard]] const Order *shownOrder() const;

    const Clock &m_clock;
    CustomerCard m_card;
    OrderId m_order;
};

/// Label and value, one under the other, of what is known of a customer; pure.
[[nodiscard]] QList<std::pair<QString, QString>> customerFacts(const CustomerCard &card);
/// "Delivered 13 Nov"; what is true of the order now.
[[nodiscard]] QString orderSentence(const Order &order, const QDateTime &now);

} // namespace akwaba
