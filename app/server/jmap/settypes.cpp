// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/jmap/settypes.h"

#include <array>

namespace akwaba::jmap {

using namespace Qt::StringLiterals;

const SetType *setTypeOf(const TypeInfo &type)
{
    static const std::array all{setTicket(), setMessage(), setCustomer(), setDraft()};
    for (const SetType &one : all) {
        if (one.type == &type) return &one;
    }
    return nullptr;
}

const TypeInfo *referredType(QStringView property)
{
    static const std::array all{
        std::pair{u"customer"_s, &typeInfo<Customer>()},   std::pair{u"author"_s, &typeInfo<Customer>()},
        std::pair{u"order"_s, &typeInfo<Order>()},         std::pair{u"product"_s, &typeInfo<Product>()},
        std::pair{u"team"_s, &typeInfo<Team>()},           std::pair{u"assignee"_s, &typeInfo<Agent>()},
        std::pair{u"customerOwner"_s, &typeInfo<Agent>()}, std::pair{u"followers"_s, &typeInfo<Agent>()},
        std::pair{u"category"_s, &typeInfo<Category>()},   std::pair{u"tags"_s, &typeInfo<Tag>()},
        std::pair{u"ticket"_s, &typeInfo<Ticket>()},       std::pair{u"parent"_s, &typeInfo<Ticket>()},
        std::pair{u"splitFrom"_s, &typeInfo<Ticket>()},    std::pair{u"links"_s, &typeInfo<Ticket>()},
        std::pair{u"basedOn"_s, &typeInfo<Message>()},
    };
    for (const auto &[name, type] : all) {
        if (name == property) return type;
    }
    return nullptr;
}

SetType setCustomer()
{
    SetType customer{&typeInfo<Customer>(), toJson(Customer{}), normalisedAs<Customer>, {}, {}, nullptr};
    customer.creates = {
        {[](const QJsonObject &) { return true; },
         {u"name"_s, u"emails"_s, u"phones"_s, u"addresses"_s, u"onlineServices"_s, u"preferredLanguages"_s,
          u"organizations"_s, u"notes"_s, u"tier"_s, u"consents"_s, u"restrictions"_s, u"since"_s},
         [](const QJsonObject &record, const store::Snapshot &) -> Meaning {
             return QList<Meant>{{CreateCustomer{structOf<Customer>(record)}, {}}};
         }},
    };
    return customer;
}

SetType setDraft()
{
    static const QStringList properties{u"ticket"_s,      u"form"_s, u"visibility"_s, u"toAddresses"_s,
                                        u"ccAddresses"_s, u"text"_s, u"basedOn"_s,    u"writtenAt"_s};
    SetType draft{&typeInfo<Draft>(), toJson(Draft{}), normalisedAs<Draft>, {}, {}, nullptr};
    draft.creates = {{[](const QJsonObject &) { return true; }, properties,
                      [](const QJsonObject &record, const store::Snapshot &) -> Meaning {
                          return QList<Meant>{{SaveDraft{structOf<Draft>(record)}, {}}};
                      }}};
    draft.updates = {
        {properties,
         [](const QJsonObject &, const QJsonObject &after, const store::Snapshot &, const store::Caller &) -> Meaning {
             return QList<Meant>{{SaveDraft{structOf<Draft>(after)}, {}}};
         }}};
    draft.destroy = [](const QJsonObject &before) -> Meaning {
        const Draft was = structOf<Draft>(before);
        return QList<Meant>{{DiscardDraft{was.id, was.rev}, {}}};
    };
    return draft;
}

} // namespace akwaba::jmap
