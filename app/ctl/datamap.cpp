// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/datamap.h"

#include "core/domain/schema.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace akwaba::ctl {

namespace {

QString nameOf(Personal personal)
{
    switch (personal) {
    case Personal::No: return u"no"_s;
    case Personal::Link: return u"link"_s;
    case Personal::Direct: return u"direct"_s;
    case Personal::FreeText: return u"freeText"_s;
    case Personal::Secret: return u"secret"_s;
    }
    return {};
}

QString nameOf(OnErasure onErasure)
{
    switch (onErasure) {
    case OnErasure::Keep: return u"keep"_s;
    case OnErasure::Clear: return u"clear"_s;
    case OnErasure::Replace: return u"replace"_s;
    case OnErasure::Delete: return u"delete"_s;
    }
    return {};
}

QString nameOf(Purpose purpose)
{
    switch (purpose) {
    case Purpose::None: return u"none"_s;
    case Purpose::Support: return u"support"_s;
    case Purpose::Orders: return u"orders"_s;
    case Purpose::Communication: return u"communication"_s;
    case Purpose::Administration: return u"administration"_s;
    }
    return {};
}

QString nameOf(Retention retention)
{
    switch (retention) {
    case Retention::None: return u"none"_s;
    case Retention::Ticket: return u"ticket"_s;
    case Retention::Customer: return u"customer"_s;
    case Retention::Order: return u"order"_s;
    case Retention::Account: return u"account"_s;
    case Retention::Draft: return u"draft"_s;
    case Retention::Device: return u"device"_s;
    }
    return {};
}

} // namespace

QJsonObject dataMap()
{
    QJsonArray fields;
    for (const TypeInfo *type : syncedTypes()) {
        for (const FieldInfo &field : type->fields) {
            fields.append(QJsonObject{{u"type"_s, type->name},
                                      {u"table"_s, type->table},
                                      {u"column"_s, field.column},
                                      {u"field"_s, field.name},
                                      {u"personal"_s, nameOf(field.privacy.personal)},
                                      {u"onErasure"_s, nameOf(field.privacy.onErasure)},
                                      {u"purpose"_s, nameOf(field.privacy.purpose)},
                                      {u"retention"_s, nameOf(field.privacy.retention)}});
        }
    }
    return {{u"fields"_s, fields}};
}

} // namespace akwaba::ctl
