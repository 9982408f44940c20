// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/jmap/settings.h"
#include "app/server/jmap/settypes.h"

#include <QHash>

namespace akwaba::jmap {

/// What one create, update or destroy comes to: all of its intents or none (RFC 8620 5.3).
struct SetPlan {
    QString id;
    QJsonObject target; ///< the record as the client means it
    QStringList said; ///< the properties of it that he decided: of an update all, since the others are to stay
    QList<Meant> meant; ///< empty: it is as he wants it already
    QString once; ///< of a create that must not happen twice: the same for the same `uid`
};
using Planned = tl::expected<SetPlan, SetError>;

/// What is there, for whom, and the ids of what was created before in the same request.
struct SetContext {
    const TypeInfo &type;
    const store::Snapshot &snapshot;
    const store::Caller &caller;
    const Settings &settings;
    const QHash<QString, QString> &createdIds;
};

[[nodiscard]] Planned planCreate(const SetContext &context, const QString &newId, QJsonObject given);
[[nodiscard]] Planned planUpdate(const SetContext &context, const QString &id, const QJsonObject &patch);
[[nodiscard]] Planned planDestroy(const SetContext &context, const QString &id);

} // namespace akwaba::jmap
