// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/cachesource.h"

#include "core/base/async.h"
#include "core/base/clock.h"

namespace akwaba {

/// Opens its reader at the first question, on its own thread, where it is closed too.
class CacheSource::Worker : public QObject {
public:
    explicit Worker(CacheReaderOptions options) : m_options(std::move(options)) { }

    Result<TicketKeys> keys(const ViewSpec &spec, const QDateTime &startOfToday)
    {
        if (!m_reader) {
            Result<std::unique_ptr<CacheReader>> opened = CacheReader::open(m_options);
            if (!opened) return tl::unexpected(opened.error());
            m_reader = std::move(*opened);
        }
        return m_reader->ticketKeys(spec, startOfToday);
    }
    void close() { m_reader.reset(); }

private:
    CacheReaderOptions m_options;
    std::unique_ptr<CacheReader> m_reader;
};

CacheSource::CacheSource(CacheReader &reader, CacheReaderOptions options, const Clock &clock)
    : m_reader(&reader), m_clock(clock), m_worker(std::make_unique<Worker>(std::move(options)))
{
    m_worker->moveToThread(&m_thread);
    m_thread.setObjectName(QStringLiteral("list order"));
    m_thread.start();
}

CacheSource::~CacheSource()
{
    QMetaObject::invokeMethod(
        m_worker.get(), [worker = m_worker.get()] { worker->close(); }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

void CacheSource::setReader(CacheReader &reader)
{
    m_reader = &reader;
    QMetaObject::invokeMethod(m_worker.get(), [worker = m_worker.get()] { worker->close(); }, Qt::QueuedConnection);
}

ViewSpec CacheSource::asOfNow(ViewSpec spec) const
{
    spec.now = m_clock.now();
    return spec;
}

Result<QList<TicketRow>> CacheSource::firstPage(const ViewSpec &spec, int count)
{
    return m_reader->firstPage(asOfNow(spec), count).and_then([&](QList<TicketRow> rows) {
        return withFinds(std::move(rows), spec.search);
    });
}

Result<QList<TicketRow>> CacheSource::rows(std::span<const qint64> keys, const QString &search)
{
    return m_reader->rows(keys).and_then([&](QList<TicketRow> rows) { return withFinds(std::move(rows), search); });
}

Result<QList<TicketRow>> CacheSource::withFinds(QList<TicketRow> rows, const QString &search)
{
    if (search.isEmpty()) return rows;
    QList<TicketId> tickets;
    for (const TicketRow &row : std::as_const(rows))
        tickets.append(row.id);
    return m_reader->excerpts(search, tickets).map([&](const QHash<TicketId, Excerpt> &excerpts) {
        for (TicketRow &row : rows) {
            const auto found = excerpts.constFind(row.id);
            if (found == excerpts.cend()) continue;
            row.extract = found->text;
            row.marks = found->marks;
        }
        return std::move(rows);
    });
}

QFuture<Result<TicketKeys>> CacheSource::keys(const ViewSpec &spec)
{
    auto answer = std::make_shared<Answer<TicketKeys>>(); // shared: functors of invokeMethod() are copied
    // Taken before the worker may answer: that lets the promise go.
    const QFuture<Result<TicketKeys>> future = answer->future();
    const QDateTime startOfToday = m_clock.now().toLocalTime().date().startOfDay().toUTC();
    QMetaObject::invokeMethod(
        m_worker.get(),
        [worker = m_worker.get(), answer, spec = asOfNow(spec), startOfToday] {
            answer->give(worker->keys(spec, startOfToday));
        },
        Qt::QueuedConnection);
    return future;
}

} // namespace akwaba
