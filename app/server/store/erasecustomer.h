// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/ids.h"

namespace akwaba {
class Database;
}

namespace akwaba::store {

class BlobFiles;
class ErasureLedger;
class Writer;

/// Erases a customer, within one job of the commit lane: his words and names out of all tables, field by field as the
/// field tables say; his tickets stay as numbers, times and facts, of a customer without a name (decisions/0005). The
/// files of his blobs are named in erasure_blobs and deleted after the commit. Code::NotFound.
[[nodiscard]] Result<void> eraseCustomer(Writer &writer, const QString &erasure, const QString &digest,
                                         const CustomerId &customer);

/// Erases whoever the ledger names and the tables do not know as erased: they are those of a backup from before. Within
/// one job.
[[nodiscard]] Result<void> eraseAgain(Writer &writer, const ErasureLedger &ledger);
/// Whether there is anybody.
[[nodiscard]] Result<bool> hasToEraseAgain(Database &database, const ErasureLedger &ledger);

/// Deletes the files that erasures have left without an owner. Within a job, so that nobody is about to name them.
[[nodiscard]] Result<void> removeErasedBlobs(Writer &writer, BlobFiles &files);

} // namespace akwaba::store
