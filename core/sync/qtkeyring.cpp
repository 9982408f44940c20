// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/qtkeyring.h"

#include <qt6keychain/keychain.h>

namespace akwaba {

using namespace Qt::StringLiterals;

namespace {

const QString service = u"akwaba"_s;

Error errorOf(const QKeychain::Job &job)
{
    switch (job.error()) {
    case QKeychain::EntryNotFound: return {Code::NotFound, job.key()};
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser: return {Code::Denied, u"the keychain refused"_s};
    default: return {Code::NoKeyring, u"keychain error %1"_s.arg(int(job.error()))};
    }
}

/// Starts a job and gives what `take` makes of it once it ends. A job deletes itself afterwards.
template <class T, class J, class F> QFuture<Result<T>> run(J *job, F take)
{
    auto answer = std::make_shared<Answer<T>>();
    QFuture<Result<T>> future = answer->future();
    job->setInsecureFallback(false);
    QObject::connect(job, &QKeychain::Job::finished, job, [job, answer, take] {
        if (job->error() == QKeychain::NoError)
            answer->give(take(*job));
        else
            answer->give(tl::unexpected(errorOf(*job)));
    });
    job->start();
    return future;
}

} // namespace

QFuture<Result<QByteArray>> QtKeyring::read(const QString &name)
{
    auto *job = new QKeychain::ReadPasswordJob(service);
    job->setKey(name);
    return run<QByteArray>(
        job, [](const QKeychain::ReadPasswordJob &done) { return Result<QByteArray>(done.binaryData()); });
}

QFuture<Result<void>> QtKeyring::write(const QString &name, const QByteArray &secret)
{
    auto *job = new QKeychain::WritePasswordJob(service);
    job->setKey(name);
    job->setBinaryData(secret);
    return run<void>(job, [](const QKeychain::WritePasswordJob &) { return Result<void>(); });
}

QFuture<Result<void>> QtKeyring::remove(const QString &name)
{
    auto *job = new QKeychain::DeletePasswordJob(service);
    job->setKey(name);
    auto answer = std::make_shared<Answer<void>>();
    QFuture<Result<void>> future = answer->future();
    job->setInsecureFallback(false);
    QObject::connect(job, &QKeychain::Job::finished, job, [job, answer] {
        const bool gone = job->error() == QKeychain::NoError || job->error() == QKeychain::EntryNotFound;
        answer->give(gone ? Result<void>() : Result<void>(tl::unexpected(errorOf(*job))));
    });
    job->start();
    return future;
}

} // namespace akwaba
