// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/jmap/arguments.h"
#include "app/server/jmap/settings.h"
#include "app/server/store/querysql.h"

namespace akwaba::jmap {

/// What leaves the server and may be asked for: the fields of the table that are not secret. Null for any other name.
[[nodiscard]] const FieldInfo *servedField(const TypeInfo &type, QStringView name);

/// The filter of Foo/query (RFC 8620 5.5), the same for every type: a condition has an entry for a field, equal to it,
/// or one of the elements of a list; of an instant there are `<field>After` (or at it) and `<field>Before`.
[[nodiscard]] Argument<store::Filter> filterArgument(const TypeInfo &type, const QJsonValue &value,
                                                     const Settings &settings);

/// The comparators of Foo/query: every field that is neither a list nor an object.
[[nodiscard]] Argument<QList<store::SortKey>> sortArgument(const TypeInfo &type, const QJsonValue &value);

} // namespace akwaba::jmap
