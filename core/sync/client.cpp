// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/client.h"

#include "core/protocol/codec.h"
#include "core/sync/clientworker.h"
#include "core/text/cardnumbers.h"

namespace akwaba {

namespace {

/// The number of a payment card reaches no disk, ours included.
Command withoutCards(Command command)
{
    std::visit([](auto &meant) { editPersonalTexts(meant, maskCardNumbers); }, command);
    return command;
}

} // namespace

/// Runs `onWorker(ClientWorker &) -> Result<T>` on the writer thread.
template <class T, class F> QFuture<Result<T>> Client::ask(F onWorker)
{
    auto answer = std::make_shared<Answer<T>>();
    QFuture<Result<T>> future = answer->future();
    QMetaObject::invokeMethod(
        m_worker,
        [worker = m_worker, answer, onWorker = std::move(onWorker)] {
            worker->giveWay();
            answer->give(worker->ballast().write<T>([&] { return onWorker(*worker); }));
        },
        Qt::QueuedConnection);
    return future;
}

Client::Client(ClientConfig config, const Clock &clock, Random &random, QObject *parent)
    : QObject(parent), m_random(random), m_clock(clock), m_worker(new ClientWorker(std::move(config), clock))
{
    qRegisterMetaType<SyncStatus>();
    qRegisterMetaType<Changed>();
    qRegisterMetaType<TicketPresence>();
    qRegisterMetaType<LeaseGrant>();
    m_thread.setObjectName(QStringLiteral("writer"));
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    connect(m_worker, &ClientWorker::changed, this, &Client::changed);
    connect(m_worker, &ClientWorker::cacheReplaced, this, &Client::cacheReplaced);
    connect(m_worker, &ClientWorker::presenceTold, this, &Client::presenceTold);
    connect(m_worker, &ClientWorker::leaseGranted, this, &Client::leaseGranted);
    connect(m_worker, &ClientWorker::statusChanged, this, [this](const SyncStatus &status, qint64 serverOffset) {
        m_serverOffset = std::chrono::milliseconds(serverOffset);
        if (status == m_status) return;
        m_status = status;
        Q_EMIT statusChanged();
    });
    m_thread.start();
}

/// Not before all is done that was asked for: the last of it may be what somebody typed.
Client::~Client()
{
    QMetaObject::invokeMethod(m_worker, [this] { m_thread.quit(); }, Qt::QueuedConnection);
    m_thread.wait();
}

QFuture<Result<void>> Client::open()
{
    return ask<void>([](ClientWorker &worker) { return worker.open(); });
}

Intent Client::intentOf(const Command &command, const QList<CustomerId> &subjects)
{
    Intent intent = makeIntent(withoutCards(command), m_clock, m_random);
    for (const CustomerId &subject : subjects)
        intent.subjects.append(subject.value);
    return intent;
}

QFuture<Result<QString>> Client::perform(const Command &command, const QList<CustomerId> &subjects)
{
    const Intent intent = intentOf(command, subjects);
    return ask<QString>([intent](ClientWorker &worker) { return worker.perform(intent); });
}

QFuture<Result<QStringList>> Client::performAll(const QList<Deed> &deeds)
{
    QList<Intent> intents;
    for (const Deed &deed : deeds) {
        intents.append(intentOf(deed.command, deed.subjects));
        intents.last().deps = deed.after;
    }
    return ask<QStringList>([intents](ClientWorker &worker) { return worker.performAll(intents); });
}

QFuture<Result<void>> Client::cancel(const QString &iid)
{
    return ask<void>([iid](ClientWorker &worker) { return worker.cancel(iid); });
}

QFuture<Result<QStringList>> Client::cancelAll(const QStringList &iids)
{
    return ask<QStringList>([iids](ClientWorker &worker) { return worker.cancelAll(iids); });
}

QFuture<Result<QString>> Client::resend(const QString &iid, const Command &command)
{
    const Intent again = intentOf(command);
    return ask<QString>([iid, again](ClientWorker &worker) { return worker.resend(iid, again); });
}

QFuture<Result<void>> Client::discard(const QString &iid)
{
    return ask<void>([iid](ClientWorker &worker) { return worker.discard(iid); });
}

QFuture<Result<void>> Client::journalDraft(const Draft &draft)
{
    Draft kept = draft;
    editPersonalTexts(kept, maskCardNumbers);
    return ask<void>([kept](ClientWorker &worker) { return worker.journalDraft(kept); });
}

QFuture<Result<void>> Client::discardDraft(const Draft &draft)
{
    const Intent intent = makeIntent(DiscardDraft{draft.id, draft.rev}, m_clock, m_random);
    return ask<void>([intent](ClientWorker &worker) { return worker.perform(intent).map([](const QString &) { }); });
}

QFuture<Result<void>> Client::journalForm(const Command &begun, const QList<CustomerId> &subjects)
{
    const Intent intent = intentOf(begun, subjects);
    return ask<void>([intent](ClientWorker &worker) {
        return worker.keep([&](Outbox &outbox) { return outbox.journalForm(intent); });
    });
}

QFuture<Result<void>> Client::forgetForm(const Command &begun)
{
    return ask<void>([key = formKey(begun)](ClientWorker &worker) {
        return worker.keep([&](Outbox &outbox) { return outbox.forgetForm(key); });
    });
}

QFuture<Result<void>> Client::markSeen(const TicketId &ticket, const QDateTime &messageAt)
{
    return ask<void>([ticket, messageAt](ClientWorker &worker) { return worker.markSeen(ticket, messageAt); });
}

QFuture<Result<void>> Client::keepFigures(const LiveFigures &figures)
{
    return ask<void>([figures](ClientWorker &worker) { return worker.keepFigures(figures); });
}

/// Runs `onWorker(ClientWorker &, receiver)` on the writer thread: the answer comes when it comes.
template <class F> QFuture<Result<QByteArray>> Client::bring(F onWorker)
{
    auto answer = std::make_shared<Answer<QByteArray>>();
    QFuture<Result<QByteArray>> future = answer->future();
    QMetaObject::invokeMethod(
        m_worker,
        [worker = m_worker, answer, onWorker = std::move(onWorker)] {
            onWorker(*worker, answer);
            worker->giveWay(); // afterwards: it may have asked for just what was on its way
        },
        Qt::QueuedConnection);
    return future;
}

QFuture<Result<QByteArray>> Client::download(const Attachment &attachment)
{
    return bring([attachment](ClientWorker &worker, const Downloads::Receiver &receiver) {
        worker.openAttachment(attachment, receiver);
    });
}

QFuture<Result<QByteArray>> Client::original(const MessageId &message)
{
    return bring([message](ClientWorker &worker, const Downloads::Receiver &receiver) {
        worker.download([&](Downloads &downloads) { downloads.startOriginal(message, receiver); }, receiver);
    });
}

QFuture<Result<QByteArray>> Client::remotePicture(const MessageId &message, const QString &key)
{
    return bring([message, key](ClientWorker &worker, const Downloads::Receiver &receiver) {
        worker.download([&](Downloads &downloads) { downloads.startPicture(message, key, receiver); }, receiver);
    });
}

void Client::goOffline(bool offline)
{
    const SyncEvent event = offline ? SyncEvent(event::WentOffline{}) : SyncEvent(event::WentOnline{});
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, event] { worker->happened(event); }, Qt::QueuedConnection);
}

void Client::syncNow()
{
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker] { worker->happened(event::Woken{}); }, Qt::QueuedConnection);
}

void Client::setPresence(const OwnPresence &own)
{
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, own] { worker->setPresence(own); }, Qt::QueuedConnection);
}

void Client::useToken(const QByteArray &token)
{
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, token] { worker->useToken(token); }, Qt::QueuedConnection);
}

} // namespace akwaba
