// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/demo/catalogue.h"

#include "core/base/clock.h"
#include "core/base/random.h"

#include <array>

namespace akwaba::demo {

using namespace Qt::StringLiterals;

namespace {

struct Model {
    const char *brand;
    const char *toner;
    const char *printer;
    qint64 tonerPrice;
    qint64 printerPrice;
};

constexpr std::array models{
    Model{"Brother", "TN-2410", "HL-L2350DW", 38'000, 119'000},
    Model{"Brother", "DR-2400", "MFC-L2710DW", 54'500, 164'000},
    Model{"HP", "CF226A", "LaserJet Pro M402dn", 72'000, 189'000},
    Model{"HP", "05A", "LaserJet P2055dn", 46'000, 142'000},
    Model{"HP", "W1106A", "Laser 107w", 41'500, 89'000},
    Model{"Canon", "052H", "i-SENSYS MF421dw", 81'000, 236'000},
    Model{"Canon", "737", "i-SENSYS MF237w", 49'000, 155'000},
    Model{"Kyocera", "TK-1170", "ECOSYS M2040dn", 58'000, 268'000},
    Model{"Ricoh", "SP 3710X", "SP 3710SF", 66'500, 198'000},
    Model{"Samsung", "MLT-D111S", "Xpress M2070", 43'000, 98'000},
};

} // namespace

Catalogue::Pair Catalogue::pair(Random &random) const
{
    const auto index = qsizetype(random.below(models.size()));
    return {products[2 * index], products[2 * index + 1]};
}

Catalogue makeCatalogue(const Clock &clock, Random &random)
{
    Catalogue catalogue;
    for (const Model &model : models) {
        const QString brand = QString::fromLatin1(model.brand);
        const QString toner = QString::fromLatin1(model.toner);
        const QString printer = QString::fromLatin1(model.printer);
        catalogue.products.append({newId<ProductId>(clock, random),
                                   toner,
                                   brand + u' ' + toner,
                                   toner.startsWith(u"DR") ? ProductKind::Accessory : ProductKind::Toner,
                                   {printer},
                                   6,
                                   true,
                                   0});
        catalogue.products.append({newId<ProductId>(clock, random),
                                   printer,
                                   brand + u' ' + printer,
                                   ProductKind::Printer,
                                   {toner},
                                   12,
                                   true,
                                   0});
        catalogue.prices.insert(toner, model.tonerPrice);
        catalogue.prices.insert(printer, model.printerPrice);
    }
    return catalogue;
}

Order makeOrder(const Catalogue &catalogue, const CustomerId &customer, const QString &number, const QDateTime &before,
                const Clock &clock, Random &random)
{
    Order order;
    order.id = newId<OrderId>(clock, random);
    order.number = number;
    order.customer = customer;
    order.payer = customer;
    order.total.currency = u"XOF"_s;
    const quint64 kinds = 1 + random.below(2);
    for (quint64 i = 0; i < kinds; ++i) {
        const Product toner = catalogue.pair(random).toner;
        const int quantity = 1 + int(random.below(6));
        const Money amount{quantity * catalogue.prices.value(toner.reference), u"XOF"_s};
        order.lines.append({toner.id, toner.reference, toner.name, quantity, amount});
        order.total.amount += amount.amount;
    }
    order.placedAt = before.addSecs(-qint64(86'400 * (2 + random.below(20))) - qint64(random.below(30'000)));
    order.paymentMeans = static_cast<PaymentMeans>(random.below(EnumNames<PaymentMeans>::all.size()));
    const QDateTime delivered = order.placedAt.addDays(2 + int(random.below(3)));
    const bool arrived = delivered < before;
    order.state = arrived ? OrderState::Delivered : OrderState::Shipped;
    if (arrived) order.deliveredAt = delivered;
    return order;
}

} // namespace akwaba::demo
