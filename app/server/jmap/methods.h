// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/jmap/methoderror.h"
#include "app/server/jmap/settings.h"
#include "app/server/store/snapshot.h"

namespace akwaba::jmap {

/// What a reading method has to work with. All of one run see the same snapshot (sync.md 2.1).
struct ReadCall {
    const QJsonObject &arguments;
    const TypeInfo *type; // of Foo/get and its like; null for Sync/*
    const store::Snapshot &snapshot;
    const store::Caller &caller;
    const Settings &settings;
    const Clock &clock;
};

using ReadMethod = MethodResult (*)(const ReadCall &);

/// A method by its name, as far as `using` makes it known.
struct Method {
    enum class Kind { Unknown, Echo, Read, Set, Apply, Acknowledge };
    Kind kind = Kind::Unknown;
    ReadMethod read = nullptr;
    const TypeInfo *type = nullptr;
    QStringList arguments; // those that it knows besides accountId; empty: it takes what it knows
};
[[nodiscard]] Method methodNamed(const QString &name, bool vendor);

// readmethods.cpp, generic over the field tables
[[nodiscard]] MethodResult get(const ReadCall &call);
[[nodiscard]] MethodResult changes(const ReadCall &call);
// querymethods.cpp
[[nodiscard]] MethodResult query(const ReadCall &call);
[[nodiscard]] MethodResult queryChanges(const ReadCall &call);
[[nodiscard]] MethodResult copy(const ReadCall &call);
// syncmethods.cpp
[[nodiscard]] MethodResult syncState(const ReadCall &call);
[[nodiscard]] MethodResult syncChanges(const ReadCall &call);
[[nodiscard]] MethodResult syncPage(const ReadCall &call);
// erasuremethods.cpp
[[nodiscard]] MethodResult erasurePending(const ReadCall &call);

} // namespace akwaba::jmap
