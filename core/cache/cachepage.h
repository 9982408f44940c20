// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cache/window.h"
#include "core/domain/schema.h"

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QStringList>

#include <optional>

namespace akwaba {

/// Records of one type as the server sent them.
struct TypedRecords {
    const TypeInfo *type = nullptr;
    QList<QJsonObject> records;
};

enum class GoneKind {
    Destroyed, ///< gone for all
    Removed, ///< still there, no longer ours to see: purged, never called deleted
    Erased, ///< gone everywhere with proof: drafts and intents about it go too (Outbox::eraseSubjects)
};

struct Gone {
    const TypeInfo *type = nullptr;
    QStringList ids;
    GoneKind kind = GoneKind::Destroyed;
};

/// One page of what the server says, applied in one transaction together with the cursor that it leads to.
struct CachePage {
    QList<TypedRecords> upserts;
    QList<Gone> gone; ///< taken after the upserts
    QString cursor; ///< empty: stays
    QString scopeState; ///< empty: stays
    QDateTime asOf; ///< invalid: stays
    std::optional<QString> resumeToken; ///< of a filling that goes on; empty when it ends; nothing: stays
    bool sweepsStale = false; ///< the filling is complete: whatever it did not meet is gone
    Window window; ///< tickets outside of it that are not here already are left out
    QStringList settled; ///< iids that are no longer among the pending intents
};

} // namespace akwaba
