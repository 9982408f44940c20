// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/store/reader.h"

#include <QHash>
#include <QSet>

namespace akwaba::store {

/// How far a device has come with its intents.
struct DeviceProgress {
    qint64 lastDseq = 0; // the highest that was decided
    qint64 ackedThrough = 0; // what the device needs no answer for any more
};

/// What the jobs of one transaction ask again and again, as the database has it: nobody else writes meanwhile. What a
/// job writes is taken out, and all of it when a job is rolled back.
struct BatchMemory {
    QHash<QString, StoredRow> rows; // by id; of one that does not exist, that
    QSet<QString> living; // ids that were not destroyed
    QHash<AgentId, QStringList> scopes;
    QHash<DeviceId, DeviceProgress> progress;

    void clear() { *this = BatchMemory(); }
};

} // namespace akwaba::store
