// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cache/bytescan.h"
#include "core/cache/changed.h"
#include "core/cache/outbox.h"
#include "core/protocol/apply.h"
#include "core/protocol/erasure.h"

#include <memory>
#include <optional>

namespace akwaba {

class Cache;

/// Makes data vanish from the console's two files, and looks whether they have (sync.md 3.3). One step at a time, so
/// that the writer thread does other things between; how far it has come is in the outbox, and a process that dies goes
/// on there. What it looks for is known in this process only: after a crash both files are written anew instead, and
/// less is claimed. Writer thread.
class Eraser {
public:
    enum class Next {
        GoOn, ///< call again
        Wait, ///< a reader is in the file: call again later
        Report, ///< tell the server what report() says, then reported()
        Rebuild, ///< the cache has to be thrown away; the next Eraser over the new one goes on
        Done, ///< nothing is left to do
    };
    struct Step {
        Next next = Next::Done;
        Changed changed;
    };

    Eraser(Cache &cache, Outbox &outbox, const Clock &clock, ApplyContext me);
    Q_DISABLE_COPY_MOVE(Eraser)
    ~Eraser();

    /// What the server wants, all of it. What was begun goes on where it was.
    void take(const QList<ErasureOrder> &orders);
    [[nodiscard]] Result<Step> advance();
    [[nodiscard]] const ErasureAck &report() const { return m_report; }
    /// The server has it.
    void reported();

private:
    /// Of the order under way, in the letters of sync.md 3.3.
    enum class Letter { Begin, Delete, Truncate, Verify, Report };

    [[nodiscard]] Result<Step> begin();
    [[nodiscard]] Result<Step> erase();
    [[nodiscard]] Result<Changed> eraseRows(const ErasureOrder &order);
    [[nodiscard]] Result<Step> truncate();
    [[nodiscard]] Result<Step> verify();
    [[nodiscard]] Result<Step> rewrite();
    [[nodiscard]] Result<qint64> remnants();
    [[nodiscard]] Result<Step> goOn(Letter letter, ErasureStep step);
    [[nodiscard]] Result<Step> conclude(ErasureLevel level);

    Cache &m_cache;
    Outbox &m_outbox;
    const Clock &m_clock;
    const ApplyContext m_me;
    QList<ErasureOrder> m_orders; // the first is under way
    Letter m_letter = Letter::Begin;
    ErasureStep m_kept = ErasureStep::Deleting; // what the outbox knows of it
    std::unique_ptr<Needles> m_needles; // null: they died with another process
    ErasureAck m_report;
};

} // namespace akwaba
