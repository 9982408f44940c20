// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/fields.h"

#include <QString>

#include <span>
#include <vector>

namespace akwaba {

/// How a value travels: on the wire, and as an SQL column.
enum class ValueKind {
    Text, ///< string; TEXT. A day is one: 2026-11-27
    Flag, ///< bool; INTEGER 0 or 1
    Integer, ///< number; INTEGER
    Instant, ///< UTCDate with milliseconds, or null; INTEGER, milliseconds since 1970, or NULL
    Enum, ///< lowerCamel name; TEXT
    Id, ///< string; TEXT
    List, ///< array; JSON text
    Object, ///< object; JSON text
};

/// One entry of a field table, at run time.
struct FieldInfo {
    QString name; // wire
    QString column; // SQL, snake_case
    ValueKind kind;
    FieldPrivacy privacy;
    bool searched;
};

/// One synced type, at run time: what the generic parts (JMAP, change log, cache) need to know of it.
struct TypeInfo {
    int number; // in the change log; never reused
    QString name;
    QString table; // SQL, plural
    char letter; // of its ids
    std::vector<FieldInfo> fields;

    /// Null when there is no such field.
    [[nodiscard]] const FieldInfo *field(QStringView wireName) const;
};

/// The wire word in snake_case: the one place where names are converted.
[[nodiscard]] QString snakeCase(QStringView wireName);

/// Every type that is synced, in the order in which a new device wants them (agents and teams before tickets).
[[nodiscard]] std::span<const TypeInfo *const> syncedTypes();
/// Those whose rows each belong to a ticket (`ticket`) and are seen by whoever sees it: they come and go with it.
[[nodiscard]] std::span<const TypeInfo *const> ticketParts();
[[nodiscard]] bool goesWithTicket(const TypeInfo &type);
/// Null for an unknown name or number.
[[nodiscard]] const TypeInfo *typeByName(QStringView name);
[[nodiscard]] const TypeInfo *typeByNumber(int number);

/// The entry of one type; defined for the synced types only.
template <class T> [[nodiscard]] const TypeInfo &typeInfo();

} // namespace akwaba
