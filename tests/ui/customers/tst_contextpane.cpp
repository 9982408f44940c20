// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"
#include "tests/ui/pictures.h"
#include "ui/customers/contextpane.h"
#include "ui/customers/tickethint.h"
#include "ui/widgets/label.h"
#include "ui/widgets/sectioncard.h"

#include <QSignalSpy>
#include <QTest>

using namespace akwaba;
using namespace Qt::StringLiterals;

namespace {

const QDateTime now(QDate(2026, 11, 17), QTime(15, 20), Qt::UTC);

Order order(const QString &id, const QString &number)
{
    Order order;
    order.id = OrderId{id};
    order.number = number;
    order.lines = {{{}, u"TN-2410"_s, u"Brother TN-2410"_s, 2, {76'000, u"XOF"_s}},
                   {{}, u"DR-2400"_s, u"Tambour DR-2400"_s, 1, {54'500, u"XOF"_s}}};
    order.total = {130'500, u"XOF"_s};
    order.placedAt = now.addDays(-6);
    order.deliveredAt = now.addDays(-4);
    order.state = OrderState::Delivered;
    return order;
}

CustomerCard rosine()
{
    CustomerCard card;
    card.customer.id = CustomerId{u"c-rosine"_s};
    card.customer.name = u"Rosine Bamba"_s;
    card.customer.organizations = {u"Cabinet Bamba & Associés"_s};
    card.customer.phones = {{u"+225 07 00 00 48 12"_s, {}}};
    card.customer.emails = {{{}, u"rosine@cabinet-bamba.example"_s}};
    card.customer.since = QDateTime(QDate(2023, 3, 4), QTime(9, 0), Qt::UTC);
    card.customer.preferredLanguages = {u"fr"_s};
    card.orders = {order(u"o-2"_s, u"CMD-2026-01902"_s), order(u"o-1"_s, u"CMD-2026-01874"_s)};
    for (int i = 0; i < 3; ++i) {
        TicketRow row;
        row.id = TicketId{u"t-%1"_s.arg(i)};
        row.subject = QStringList{u"Traces noires sur chaque page"_s, u"Devis toner 05A"_s, u"Facture"_s}.at(i);
        row.status = QList{TicketStatus::Open, TicketStatus::Resolved, TicketStatus::Closed}.at(i);
        row.at = now.addDays(-3 * i).addSecs(-1200);
        card.tickets.append(row);
    }
    card.ticketCount = 3;
    return card;
}

} // namespace

class TestContextPane : public QObject {
    Q_OBJECT

public:
    explicit TestContextPane(Theme &theme) : m_theme(theme) { }

private:
    Theme &m_theme;
    ManualClock m_clock{now};

private Q_SLOTS:
    void withoutACustomer_thePaneIsEmpty()
    {
        ContextPane pane(m_clock);
        QVERIFY(pane.findChildren<SectionCard *>().isEmpty());
        pane.show(rosine(), {});
        QCOMPARE(pane.findChildren<SectionCard *>().size(), 3);
        pane.clear();
        QVERIFY(pane.findChildren<SectionCard *>().isEmpty());
    }

    void aCustomerWithoutOrders_hasNoOrderCard()
    {
        CustomerCard card = rosine();
        card.orders.clear();
        card.tickets = card.tickets.first(1);
        ContextPane pane(m_clock);
        pane.show(card, {});
        QVERIFY(pane.findChild<SectionCard *>(u"customerCard"_s));
        QVERIFY(!pane.findChild<SectionCard *>(u"orderCard"_s));
        QVERIFY(!pane.findChild<SectionCard *>(u"customerTickets"_s));
    }

    void theOrderOfTheTicket_isShown_elseTheNewest()
    {
        ContextPane pane(m_clock);
        const auto number = [&] {
            QStringList texts;
            for (const Label *label : pane.findChild<SectionCard *>(u"orderCard"_s)->findChildren<Label *>())
                texts.append(label->text());
            return texts.filter(u"CMD"_s).value(0).right(5);
        };
        pane.show(rosine(), OrderId{u"o-1"_s});
        QCOMPARE(number(), u"01874"_s);
        pane.show(rosine(), {});
        QCOMPARE(number(), u"01902"_s);
    }

    void onlyWhatIsKnown_isSaidOfACustomer()
    {
        QStringList labels;
        for (const auto &[label, value] : customerFacts(rosine()))
            labels.append(label);
        QCOMPARE(labels, (QStringList{u"E-mail"_s, u"Phone"_s, u"Customer since"_s, u"Orders"_s, u"Language"_s}));
        QVERIFY(customerFacts({}).isEmpty());
    }

    void anOrder_saysWhatIsTrueOfIt()
    {
        Order one = order(u"o-1"_s, u"CMD-1"_s);
        QCOMPARE(orderSentence(one, now).replace(QChar(0xA0), u' '), u"Delivered 13 Nov · Paid offline"_s);
        one.state = OrderState::Returned;
        QCOMPARE(orderSentence(one, now).replace(QChar(0xA0), u' '), u"Delivered 13 Nov · Returned · Paid offline"_s);
        one.deliveredAt = {};
        one.state = OrderState::Shipped;
        one.paymentMeans = PaymentMeans::Card;
        QCOMPARE(orderSentence(one, now).replace(QChar(0xA0), u' '), u"Shipped, ordered 11 Nov · Card"_s);
    }

    void anotherTicketOfTheCustomer_isOneKeyAway()
    {
        ContextPane pane(m_clock);
        pane.resize(264, 600);
        pane.show(rosine(), {});
        pane.QWidget::show();
        QSignalSpy chosen(&pane, &ContextPane::ticketChosen);
        QTest::keyClick(pane.findChildren<TicketHint *>().at(1), Qt::Key_Space);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.at(0).at(0).value<TicketId>().value, u"t-1"_s);
        keepPictures(m_theme, pane, u"context"_s);
    }
};

AKWABA_PICTURES_MAIN(TestContextPane)
#include "tst_contextpane.moc"
