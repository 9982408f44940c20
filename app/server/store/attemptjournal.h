// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/database.h"
#include "core/domain/ids.h"

#include <QHash>
#include <QStringList>

namespace akwaba::store {

/// How often each intent was begun without having come to an end: survives the death of the process, which is what it
/// is for. A file of its own, so that it is written outside the transaction that may kill us, and without waiting for
/// the disk: a power cut is nobody's poison. One thread.
class AttemptJournal {
public:
    [[nodiscard]] static Result<AttemptJournal> open(const QString &directory);

    /// Counts one more attempt for each.
    [[nodiscard]] Result<void> begin(const DeviceId &device, const QStringList &iids);
    /// It came to an end, whatever that was.
    [[nodiscard]] Result<void> end(const DeviceId &device, const QStringList &iids);
    /// How often each intent of a device was begun before now; those that came to an end are not among them.
    [[nodiscard]] Result<QHash<QString, int>> attempts(const DeviceId &device);

private:
    explicit AttemptJournal(Database database) : m_database(std::move(database)) { }
    Database m_database;
};

} // namespace akwaba::store
