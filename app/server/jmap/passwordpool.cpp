// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/jmap/passwordpool.h"

#include "app/server/store/credentials.h"

#include <memory>

namespace akwaba::jmap {

using namespace Qt::StringLiterals;

PasswordPool::PasswordPool(int threads, int mostStrangers) : m_mostStrangers(mostStrangers)
{
    m_threads.setMaxThreadCount(threads);
}

PasswordPool::~PasswordPool()
{
    m_threads.clear();
    m_threads.waitForDone();
}

template <class T, class F> QFuture<Result<T>> PasswordPool::run(Urgency urgency, F work)
{
    const bool isKnown = urgency == Urgency::KnownDevice;
    if (m_waiting >= (isKnown ? 2 * m_mostStrangers : m_mostStrangers))
        return answered<T>(fail(Code::Unreachable, u"too many passwords at a time"_s));
    ++m_waiting;
    const auto answer = std::make_shared<Answer<T>>();
    QFuture<Result<T>> future = answer->future();
    m_threads.start(
        [this, answer, work = std::move(work)] {
            Result<T> result = work();
            --m_waiting;
            answer->give(std::move(result));
        },
        isKnown ? 1 : 0);
    return future;
}

QFuture<Result<bool>> PasswordPool::fits(const QString &hash, const QString &password, Urgency urgency)
{
    return run<bool>(urgency, [hash, password]() -> Result<bool> { return store::passwordFits(hash, password); });
}

QFuture<Result<QString>> PasswordPool::hash(const QString &password)
{
    return run<QString>(Urgency::KnownDevice, [password] { return store::hashPassword(password); });
}

} // namespace akwaba::jmap
