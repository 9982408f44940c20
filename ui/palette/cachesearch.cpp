// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/palette/cachesearch.h"

namespace akwaba {

/// Opens its reader at the first question, on its own thread, where it is closed too.
class CacheSearch::Worker : public QObject {
public:
    explicit Worker(CacheReaderOptions options) : m_options(std::move(options)) { }

    SearchResult search(const QString &text, int count)
    {
        if (!m_reader) {
            Result<std::unique_ptr<CacheReader>> opened = CacheReader::open(m_options);
            if (!opened) return {};
            m_reader = std::move(*opened);
        }
        return m_reader->search(text, count).value_or(SearchResult());
    }
    void close() { m_reader.reset(); }

private:
    CacheReaderOptions m_options;
    std::unique_ptr<CacheReader> m_reader;
};

CacheSearch::CacheSearch(CacheReaderOptions options, QObject *parent)
    : QObject(parent), m_worker(std::make_unique<Worker>(std::move(options)))
{
    m_worker->moveToThread(&m_thread);
    m_thread.setObjectName(QStringLiteral("palette search"));
    m_thread.start();
}

CacheSearch::~CacheSearch()
{
    forget();
    QMetaObject::invokeMethod(
        m_worker.get(), [worker = m_worker.get()] { worker->close(); }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

void CacheSearch::ask(const QString &text, int count)
{
    const int mine = ++m_newest;
    QMetaObject::invokeMethod(
        m_worker.get(),
        [this, worker = m_worker.get(), mine, text, count] {
            if (mine != m_newest) return;
            const SearchResult result = worker->search(text, count);
            QMetaObject::invokeMethod(
                this,
                [this, mine, result] {
                    if (mine == m_newest) Q_EMIT found(result);
                },
                Qt::QueuedConnection);
        },
        Qt::QueuedConnection);
}

void CacheSearch::reopen()
{
    QMetaObject::invokeMethod(m_worker.get(), [worker = m_worker.get()] { worker->close(); }, Qt::QueuedConnection);
}

} // namespace akwaba
