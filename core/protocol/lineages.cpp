// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/lineages.h"

using namespace Qt::StringLiterals;

namespace akwaba {

QJsonObject toJson(const Lineages &lineages)
{
    QJsonObject earlier;
    for (auto each = lineages.earlier.cbegin(); each != lineages.earlier.cend(); ++each)
        earlier.insert(each.key(), each.value());
    return {{u"lineage"_s, lineages.current}, {u"earlierLineages"_s, earlier}};
}

Lineages lineagesFromJson(const QJsonObject &object)
{
    Lineages lineages{object.value(u"lineage"_s).toString(), {}};
    const QJsonObject earlier = object.value(u"earlierLineages"_s).toObject();
    for (auto each = earlier.begin(); each != earlier.end(); ++each)
        lineages.earlier.insert(each.key(), each.value().toInteger());
    return lineages;
}

} // namespace akwaba
