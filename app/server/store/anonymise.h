// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/schema.h"

#include <QJsonObject>
#include <QSet>

namespace akwaba::store {

/// What stands where a text was. No word of any language.
[[nodiscard]] QString neutralText();

/// Whoever is erased, by every id that he has, and the nobody who takes his place.
struct Erased {
    QSet<QString> persons;
    QString successor;
};

/// What an erasure leaves of a row, field by field as its table says (core/domain). A field that goes with its row
/// (OnErasure::Delete) is emptied. Pure.
[[nodiscard]] QJsonObject anonymised(const TypeInfo &type, QJsonObject record, const Erased &erased);

/// Whether an erasure takes the rows of the type away.
[[nodiscard]] bool goesAtErasure(const TypeInfo &type);

} // namespace akwaba::store
