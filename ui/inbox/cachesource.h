// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cache/cachereader.h"
#include "ui/inbox/ticketsource.h"

#include <QThread>

#include <memory>

namespace akwaba {

class Clock;

/// The list's tickets from the cache: pages by the reader of the UI thread, whole orders by a reader of a thread of its
/// own, so that a view of a hundred thousand tickets is sorted while the first page is already on the screen.
class CacheSource : public TicketSource {
public:
    /// `reader` belongs to the UI thread and outlives this; `options` are those that it was opened with.
    CacheSource(CacheReader &reader, CacheReaderOptions options, const Clock &clock);
    ~CacheSource() override;

    /// After the cache was made anew: `reader` takes the place of the one that is gone.
    void setReader(CacheReader &reader);

    [[nodiscard]] Result<QList<TicketRow>> firstPage(const ViewSpec &spec, int count) override;
    [[nodiscard]] QFuture<Result<TicketKeys>> keys(const ViewSpec &spec) override;
    [[nodiscard]] Result<QList<TicketRow>> rows(std::span<const qint64> keys, const QString &search) override;

private:
    class Worker;
    [[nodiscard]] ViewSpec asOfNow(ViewSpec spec) const;
    [[nodiscard]] Result<QList<TicketRow>> withFinds(QList<TicketRow> rows, const QString &search);

    CacheReader *m_reader;
    const Clock &m_clock;
    QThread m_thread;
    std::unique_ptr<Worker> m_worker; ///< lives in m_thread
};

} // namespace akwaba
