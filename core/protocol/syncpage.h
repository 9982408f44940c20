// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QStringList>

namespace akwaba {

struct TypeInfo;

/// What happened to the objects of one type in a page of the change log. `removed` (still there, no longer yours) and
/// `erased` (gone with proof) are not repeated in `destroyed` here.
struct TypeChanges {
    const TypeInfo *type = nullptr;
    QStringList created;
    QStringList updated;
    QStringList destroyed;
    QStringList removed;
    QStringList erased;
    bool operator==(const TypeChanges &) const = default;
};

/// The answer of Sync/changes (sync.md 2.4): all types, one cursor, whole transactions.
struct SyncPage {
    QString oldState;
    QString newState;
    bool hasMoreChanges = false;
    QList<TypeChanges> changes;
    QString scopeState;
    QDateTime serverTime;
    bool operator==(const SyncPage &) const = default;
};

/// On the wire `removed` and `erased` stand in `destroyed` too, so that a client without the vendor members stays
/// right.
[[nodiscard]] QJsonObject toJson(const SyncPage &page);
/// Types that this program does not know are left out: a newer server has more. Code::BadInput where it is no page.
[[nodiscard]] Result<SyncPage> syncPageFromJson(const QJsonObject &object);

} // namespace akwaba
