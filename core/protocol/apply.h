// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/schema.h"
#include "core/protocol/intent.h"

namespace akwaba {

/// Who acts, and when: what an optimistic row needs besides the intent itself.
struct ApplyContext {
    AgentId me;
    DeviceId device;
};

/// A row by type and id.
struct RowRef {
    const TypeInfo *type = nullptr;
    QString id;
    bool operator==(const RowRef &) const = default;
};

/// The rows that an intent changes or creates, so the rows that the console shadows while it is pending (sync.md 2.10).
/// Empty for an intent that this program does not understand.
[[nodiscard]] QList<RowRef> rowsTouched(const Intent &intent);
[[nodiscard]] QList<RowRef> rowsTouched(const Command &command);

/// The record of `row` as the agent sees it with the intent applied: pure and total. An empty record is a row that is
/// not there; the intent may create it. An intent that doesn't fit (any more) changes nothing.
[[nodiscard]] QJsonObject applied(const RowRef &row, QJsonObject record, const Intent &intent,
                                  const ApplyContext &context);

} // namespace akwaba
