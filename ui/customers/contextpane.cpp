// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/customers/contextpane.h"

#include "core/base/clock.h"
#include "core/text/french.h"
#include "ui/customers/clockcard.h"
#include "ui/customers/tickethint.h"
#include "ui/text/enumwords.h"
#include "ui/text/quantities.h"
#include "ui/text/translate.h"
#include "ui/widgets/label.h"
#include "ui/widgets/sectioncard.h"
#include "ui/widgets/smallwidgets.h"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

constexpr int mostOtherTickets = 5;

/// Two texts on one line, the second at the right and never cut.
QLayout *ends(QWidget *parent, const QString &left, const QString &right)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(themeOf(parent).px(8));
    auto *first = new Label(left, TextStyle::Small, Token::Text1, parent);
    first->setElided(true);
    row->addWidget(first, 1);
    row->addWidget(new Label(right, TextStyle::Small, Token::Text1, parent));
    return row;
}

} // namespace

QList<std::pair<QString, QString>> customerFacts(const CustomerCard &card)
{
    const Customer &customer = card.customer;
    QList<std::pair<QString, QString>> facts;
    for (const EmailAddress &email : customer.emails)
        facts.append({translate("Customer", "E-mail"), email.address});
    for (const PhoneNumber &phone : customer.phones)
        facts.append({translate("Customer", "Phone"), phone.number});
    for (const OnlineService &service : customer.onlineServices)
        if (const auto channel = fromWireName<Channel>(service.service)) facts.append({word(*channel), service.user});
    if (customer.since.isValid())
        facts.append({translate("Customer", "Customer since"), monthAndYear(customer.since.toLocalTime().date())});
    if (!card.orders.isEmpty()) facts.append({translate("Customer", "Orders"), number(card.orders.size())});
    if (!customer.preferredLanguages.isEmpty())
        facts.append({translate("Customer", "Language"), languageWord(customer.preferredLanguages.first())});
    if (!customer.tier.isEmpty()) facts.append({translate("Customer", "Tier"), customer.tier});
    return facts;
}

QString orderSentence(const Order &order, const QDateTime &now)
{
    const QDate today = now.toLocalTime().date();
    QStringList parts{
        order.deliveredAt.isValid()
            ? translate("Order", "Delivered %1").arg(shortDate(order.deliveredAt.toLocalTime().date(), today))
            : translate("Order", "%1, ordered %2", "the state of an order, and when it was placed")
                  .arg(word(order.state), shortDate(order.placedAt.toLocalTime().date(), today))};
    if (order.deliveredAt.isValid() && order.state != OrderState::Delivered) parts.append(word(order.state));
    parts.append(word(order.paymentMeans));
    return polished(parts.join(u" · "_s));
}

ContextPane::ContextPane(const Clock &clock, QWidget *parent) : QScrollArea(parent), m_clock(clock)
{
    setObjectName(u"contextPane"_s);
    setAccessibleName(translate("ContextPane", "Customer and order"));
    setFrameShape(NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    rebuild();
}

void ContextPane::show(const CustomerCard &card, const OrderId &order)
{
    m_card = card;
    m_order = order;
    rebuild();
}

void ContextPane::showClocks(const std::vector<sla::SlaClock> &clocks, const TimesLeft &times)
{
    const bool isThere = !m_clocks.empty();
    m_clocks = clocks;
    m_times = &times;
    if (isThere == m_clocks.empty()) return rebuild();
    if (isThere) m_clockCard->show(m_clocks, *m_times, m_clock.now());
}

void ContextPane::showEscalations(const EscalationsShown &shown)
{
    const bool isThere = !m_escalations.escalations.isEmpty();
    m_escalations = shown;
    if (isThere == m_escalations.escalations.isEmpty()) return rebuild();
    if (isThere) m_escalationCard->show(m_escalations);
}

void ContextPane::clear()
{
    m_clocks.clear();
    m_escalations = {};
    show({}, {});
}

const Order *ContextPane::shownOrder() const
{
    const auto found = std::ranges::find(m_card.orders, m_order, &Order::id);
    if (found != m_card.orders.end()) return &*found;
    return m_card.orders.isEmpty() ? nullptr : &m_card.orders.first();
}

void ContextPane::rebuild()
{
    auto *page = new QWidget;
    page->setBackgroundRole(QPalette::AlternateBase);
    page->setAutoFillBackground(true);
    setWidget(page); // deletes the one before
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins({});
    column->setSpacing(0);
    if (!m_clocks.empty()) {
        m_clockCard = new ClockCard(page);
        connect(m_clockCard, &SectionCard::linkActivated, this, &ContextPane::whyRequested);
        column->addWidget(m_clockCard);
        m_clockCard->show(m_clocks, *m_times, m_clock.now());
    }
    if (!m_escalations.escalations.isEmpty()) column->addWidget(escalationSection());
    if (!m_card.customer.id.isEmpty()) {
        column->addWidget(customerSection());
        if (const Order *order = shownOrder()) column->addWidget(orderSection(*order));
        if (m_card.tickets.size() > 1) column->addWidget(ticketSection());
    }
    column->addStretch(1);
}

SectionCard *ContextPane::escalationSection()
{
    m_escalationCard = new EscalationCard(widget());
    connect(m_escalationCard, &EscalationCard::moveWanted, this, &ContextPane::moveWanted);
    connect(m_escalationCard, &EscalationCard::replyWanted, this, &ContextPane::replyWanted);
    m_escalationCard->show(m_escalations);
    return m_escalationCard;
}

SectionCard *ContextPane::customerSection()
{
    const Theme &theme = themeOf(this);
    auto *section = new SectionCard(u"address-book"_s, translate("ContextPane", "Customer"), widget());
    section->setObjectName(u"customerCard"_s);
    const Customer &customer = m_card.customer;
    auto *head = new QHBoxLayout;
    head->setSpacing(theme.px(8));
    auto *avatar = new Avatar(32, section);
    avatar->setPerson(customer.id.value, customer.name);
    head->addWidget(avatar);
    auto *names = new QVBoxLayout;
    names->setSpacing(0);
    auto *name = new Label(customer.name, TextStyle::BodyMedium, Token::Text1, section);
    name->setObjectName(u"customerName"_s);
    name->setElided(true);
    names->addWidget(name);
    if (!customer.organizations.isEmpty()) {
        auto *company = new Label(customer.organizations.first(), TextStyle::Small, Token::Text3, section);
        company->setElided(true);
        names->addWidget(company);
    }
    head->addLayout(names, 1);
    section->body()->addLayout(head);

    auto *grid = new QGridLayout;
    grid->setContentsMargins(0, theme.px(8), 0, 0);
    grid->setHorizontalSpacing(theme.px(8));
    grid->setVerticalSpacing(theme.px(4));
    grid->setColumnMinimumWidth(0, theme.px(84));
    grid->setColumnStretch(1, 1);
    int row = 0;
    for (const auto &[label, value] : customerFacts(m_card)) {
        grid->addWidget(new Label(label, TextStyle::Small, Token::Text3, section), row, 0);
        auto *text = new Label(value, TextStyle::Small, Token::Text1, section);
        text->setElided(true);
        text->setAccessibleName(label + u' ' + value);
        grid->addWidget(text, row++, 1);
    }
    section->body()->addLayout(grid);
    if (!customer.notes.isEmpty()) {
        auto *notes = new Label(customer.notes, TextStyle::Small, Token::Text2, section);
        notes->setWordWrap(true);
        section->body()->addWidget(notes);
    }
    return section;
}

SectionCard *ContextPane::orderSection(const Order &order)
{
    const Theme &theme = themeOf(this);
    auto *section = new SectionCard(u"package"_s, translate("ContextPane", "Order"), widget());
    section->setObjectName(u"orderCard"_s);
    section->setTrailingText(unbreakableNumber(order.number));
    section->body()->setSpacing(theme.px(4));
    for (const OrderLine &line : order.lines) {
        const QString what = line.description.isEmpty() ? line.reference : line.description;
        section->body()->addLayout(ends(section,
                                        translate("Order", "%1 × %2", "how many of what").arg(line.quantity).arg(what),
                                        amount(line.amount)));
    }
    if (order.lines.size() > 1)
        section->body()->addLayout(ends(section, translate("Order", "Total"), amount(order.total)));
    auto *sentence = new Label(orderSentence(order, m_clock.now()), TextStyle::Small, Token::Text3, section);
    sentence->setObjectName(u"orderSentence"_s);
    sentence->setWordWrap(true);
    section->body()->addWidget(sentence);
    return section;
}

SectionCard *ContextPane::ticketSection()
{
    auto *section = new SectionCard(u"inbox"_s, translate("ContextPane", "Tickets"), widget());
    section->setObjectName(u"customerTickets"_s);
    section->setTrailingText(number(m_card.ticketCount));
    section->body()->setSpacing(0);
    for (const TicketRow &row : m_card.tickets.first(qMin<qsizetype>(mostOtherTickets, m_card.tickets.size()))) {
        auto *hint = new TicketHint(row, m_clock.now(), section);
        connect(hint, &TicketHint::clicked, this, [this, id = row.id] { Q_EMIT ticketChosen(id); });
        section->body()->addWidget(hint);
    }
    return section;
}

void ContextPane::changeEvent(QEvent *event)
{
    QScrollArea::changeEvent(event);
    if (event->type() != QEvent::StyleChange && event->type() != QEvent::LanguageChange) return;
    setAccessibleName(translate("ContextPane", "Customer and order"));
    rebuild();
}

} // namespace akwaba
