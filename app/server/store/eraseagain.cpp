// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/blobfiles.h"
#include "app/server/store/erasecustomer.h"
#include "app/server/store/erasureledger.h"
#include "app/server/store/erasuretables.h"
#include "app/server/store/writer.h"
#include "core/database/database.h"
#include "core/database/statement.h"

using namespace Qt::StringLiterals;

// The part of erasure that is done behind it: once more after a restore, and on the disk.

namespace akwaba::store {

namespace {

Result<QList<LedgerLine>> unknownLines(Database &database, const ErasureLedger &ledger)
{
    auto lines = ledger.read();
    if (!lines) return lines;
    Statement known(database, u"SELECT 1 FROM erasures WHERE id = ?"_s);
    QList<LedgerLine> unknown;
    for (const LedgerLine &line : std::as_const(*lines)) {
        const auto found = known.bind(0, line.erasure).first([](const Statement &) { return true; });
        if (!found) return tl::unexpected(found.error());
        if (!*found) unknown.append(line);
    }
    return unknown;
}

/// By the digests of their ids.
Result<QHash<QString, CustomerId>> customersByDigest(Database &database, const ErasureLedger &ledger)
{
    Statement all(database, u"SELECT id FROM customers"_s);
    QHash<QString, CustomerId> customers;
    return all.forEach([&](const Statement &row) { customers.insert(ledger.digestOf(row.text(0)), {row.text(0)}); })
        .map([&customers] { return std::move(customers); });
}

} // namespace

Result<bool> hasToEraseAgain(Database &database, const ErasureLedger &ledger)
{
    return unknownLines(database, ledger).map([](const QList<LedgerLine> &lines) { return !lines.isEmpty(); });
}

Result<void> eraseAgain(Writer &writer, const ErasureLedger &ledger)
{
    const auto lines = unknownLines(writer.database(), ledger);
    if (!lines) return tl::unexpected(lines.error());
    if (lines->isEmpty()) return {};
    const auto customers = customersByDigest(writer.database(), ledger);
    if (!customers) return tl::unexpected(customers.error());
    for (const LedgerLine &line : *lines) {
        // Whoever is not there is known as erased from now on, and not looked for at each start.
        const CustomerId customer = customers->value(line.digest);
        const auto done = customer.isEmpty()
            ? addErasure(writer, {line.erasure, ErasureCause::Erasure, line.digest, {}})
            : eraseCustomer(writer, line.erasure, line.digest, customer);
        if (!done) return done;
    }
    return {};
}

Result<void> removeErasedBlobs(Writer &writer, BlobFiles &files)
{
    Statement select(writer.database(), u"SELECT blob FROM erasure_blobs WHERE blob NOT IN (SELECT id FROM blobs)"_s);
    const auto blobs = select.rows([](const Statement &row) { return BlobId{row.text(0)}; });
    if (!blobs) return tl::unexpected(blobs.error());
    for (const BlobId &blob : *blobs) {
        if (auto done = files.remove(blob); !done) return done;
    }
    return writer.database().execute(u"DELETE FROM erasure_blobs"_s);
}

} // namespace akwaba::store
