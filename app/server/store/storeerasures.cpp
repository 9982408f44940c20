// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/audit.h"
#include "app/server/store/erasecustomer.h"
#include "app/server/store/erasuretables.h"
#include "app/server/store/store.h"
#include "core/base/clock.h"

using namespace Qt::StringLiterals;

// The part of Store that lets people be forgotten.

namespace akwaba::store {

Result<QString> Store::eraseCustomer(const CustomerId &customer, const AgentId &by)
{
    const auto known = read().and_then([&](const Snapshot &snapshot) { return snapshot.find<Customer>(customer); });
    if (!known) return tl::unexpected(known.error());
    if (!*known) return fail(Code::NotFound, u"customer"_s);
    const QString id = newErasureId(m_clock, m_random);
    const QString digest = m_erasures.digestOf(customer.value);
    // First there: if we die behind it the next start erases, but none that was done is ever missing in it.
    return m_erasures.append({id, digest, m_clock.now()})
        .and_then([&] {
            return write([&](Writer &writer) {
                return store::eraseCustomer(writer, id, digest, customer).and_then([&] {
                    return writeAudit(writer, {AuditAction::EraseCustomer, by});
                });
            });
        })
        .and_then([this] { return sweepErased(); })
        .map([&id] { return id; });
}

/// What was erased lies no longer in a file.
Result<void> Store::sweepErased()
{
    if (auto done = write([this](Writer &writer) { return removeErasedBlobs(writer, m_blobs); }); !done) return done;
    if (m_writing.dialect() != Dialect::Sqlite) return {};
    // A reader may hold it. Then the next erasure or the next start empties it.
    const auto emptied = m_writing.truncateWal();
    return emptied || emptied.error().code == Code::Locked ? Result<void>() : emptied;
}

Result<void> Store::repeatErasures()
{
    const auto missing =
        read().and_then([this](const Snapshot &snapshot) { return hasToEraseAgain(snapshot.database(), m_erasures); });
    if (!missing) return tl::unexpected(missing.error());
    if (!*missing) return {};
    return write([this](Writer &writer) { return eraseAgain(writer, m_erasures); }).and_then([this] {
        return sweepErased();
    });
}

} // namespace akwaba::store
