// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>
#include <QPromise>

#include <memory>
#include <utility>

namespace akwaba {

/// One answer, later: the writing end of a QFuture<Result<T>> that always gets exactly one result. Dropped without an
/// answer it answers Code::Internal. (A QPromise finished without a result segfaults its receivers on Qt 6.4.)
/// Movable, any thread.
template <class T> class Answer {
public:
    Answer() : m_promise(std::make_unique<QPromise<Result<T>>>()) { m_promise->start(); }
    Answer(Answer &&) noexcept = default;
    Answer &operator=(Answer &&) = delete;
    Q_DISABLE_COPY(Answer)
    ~Answer()
    {
        if (m_promise) give(fail(Code::Internal, QStringLiteral("no answer given")));
    }

    [[nodiscard]] QFuture<Result<T>> future() const { return m_promise->future(); }

    void give(Result<T> result)
    {
        m_promise->addResult(std::move(result));
        m_promise->finish();
        m_promise.reset();
    }

private:
    std::unique_ptr<QPromise<Result<T>>> m_promise;
};

template <class T> [[nodiscard]] QFuture<Result<T>> answered(Result<T> result)
{
    Answer<T> answer;
    QFuture<Result<T>> future = answer.future();
    answer.give(std::move(result));
    return future;
}

/// Calls receive(const Result<T> &) once, on the thread of `context`, unless the context dies first. The one way to
/// receive a future here: QFuture::then with a context aborts on Qt 6.4 when the context dies (style.md).
template <class T, class F> void onResult(const QFuture<Result<T>> &future, QObject *context, F receive)
{
    auto *watcher = new QFutureWatcher<Result<T>>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context,
                     [watcher, receive = std::move(receive)]() mutable {
                         watcher->deleteLater();
                         if (watcher->future().resultCount() > 0) receive(watcher->future().resultAt(0));
                     });
    watcher->setFuture(future);
}

} // namespace akwaba
