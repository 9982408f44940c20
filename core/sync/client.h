// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/async.h"
#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/cache/blobpolicy.h"
#include "core/cache/changed.h"
#include "core/cache/window.h"
#include "core/domain/livefigures.h"
#include "core/protocol/apply.h"
#include "core/protocol/presence.h"
#include "core/sync/httpclient.h"
#include "core/sync/secrets.h"
#include "core/sync/syncstatus.h"

#include <QThread>

#include <memory>

namespace akwaba {

class ClientWorker;

/// One of several things that an agent does at once.
struct Deed {
    Command command;
    QList<CustomerId> subjects;
    QStringList after; ///< iids without which it means nothing
};

/// What a client works with: one profile, opened and locked by the caller.
struct ClientConfig {
    QString cacheFile;
    QString outboxFile;
    Secrets secrets;
    ServerAddress server;
    ApplyContext me;
    bool offline = false; // begin without the network
    QString account; // at the server
    qint64 ballast = 0; // bytes that are kept free for what an agent writes (ballast.h)
    BlobPolicy blobs;
    bool isLeased = false; // the cache outlives the session: the server is asked for how long
    WindowPolicy window;
};

/// The console's way to the server, seen from the UI thread: hands what an agent does to the writer thread, on which
/// the two files, the engine and the network live, and tells what came of it. Holds no row and waits for nothing.
class Client : public QObject {
    Q_OBJECT
public:
    Client(ClientConfig config, const Clock &clock, Random &random, QObject *parent = nullptr);
    ~Client() override; // waits for the writer thread; what it was doing is kept by the files

    /// Opens the files and begins. A cache that can't be read is made anew; an outbox that can't be is an error
    /// (Corrupt, TooNew, Locked) and nothing was begun.
    [[nodiscard]] QFuture<Result<void>> open();

    /// The iid, once the intent lies durable in the outbox; it is shown at the same time.
    [[nodiscard]] QFuture<Result<QString>> perform(const Command &command, const QList<CustomerId> &subjects = {});
    /// Their iids, once all of them lie durable in the outbox, in this order; none does after an error.
    [[nodiscard]] QFuture<Result<QStringList>> performAll(const QList<Deed> &deeds);
    /// Undo: an unsent intent is cancelled here (Code::Conflict once it was sent: then CancelSend may still do).
    [[nodiscard]] QFuture<Result<void>> cancel(const QString &iid);
    /// The same of as many as were not sent yet; answers which.
    [[nodiscard]] QFuture<Result<QStringList>> cancelAll(const QStringList &iids);

    // The "Not sent" tray.
    /// Again, edited or based on what was read since, as a new intent in the old one's place; answers its iid.
    [[nodiscard]] QFuture<Result<QString>> resend(const QString &iid, const Command &command);
    [[nodiscard]] QFuture<Result<void>> discard(const QString &iid);

    // Drafts: journalled in the outbox of this device first, sent to the agent's other devices a little later.
    [[nodiscard]] QFuture<Result<void>> journalDraft(const Draft &draft);
    /// Here and on his other devices, as far as it says what he has seen of it.
    [[nodiscard]] QFuture<Result<void>> discardDraft(const Draft &draft);
    // Forms that make a command and no draft: what stands in them is kept on this device alone, until the command is
    // performed or the form is thrown away.
    [[nodiscard]] QFuture<Result<void>> journalForm(const Command &begun, const QList<CustomerId> &subjects = {});
    [[nodiscard]] QFuture<Result<void>> forgetForm(const Command &begun);
    /// The agent has read the ticket up to the message of this instant.
    [[nodiscard]] QFuture<Result<void>> markSeen(const TicketId &ticket, const QDateTime &messageAt);

    /// The content, whole and as it was named: from this disk where it is there, else from the server, and kept. What
    /// is not here is Code::Offline while working offline; Unreachable, NotFound, Corrupt for another content than the
    /// message says, Protocol for more than it says, Unsupported for what is too large to be held in memory.
    [[nodiscard]] QFuture<Result<QByteArray>> download(const Attachment &attachment);
    /// The mail that a message was made of, as the server keeps it; not kept here. The same errors.
    [[nodiscard]] QFuture<Result<QByteArray>> original(const MessageId &message);
    /// A picture in a message that lies elsewhere, by its key: only when the agent asked for it, since the sender sees
    /// that somebody did. Denied and Unsupported as Downloads says.
    [[nodiscard]] QFuture<Result<QByteArray>> remotePicture(const MessageId &message, const QString &key);

    /// What a supervisor saw last, for the next time that he looks without the server.
    [[nodiscard]] QFuture<Result<void>> keepFigures(const LiveFigures &figures);

    void goOffline(bool offline);
    void syncNow();
    /// On which ticket the agent is, and whether he answers it; an empty ticket for none. Others see it while we are
    /// connected.
    void setPresence(const OwnPresence &own);
    void useToken(const QByteArray &token); // after a log-in of the same agent and device

    [[nodiscard]] SyncStatus status() const { return m_status; }
    /// Server minus this machine, for what counts down on the screen.
    [[nodiscard]] std::chrono::milliseconds serverOffset() const { return m_serverOffset; }

Q_SIGNALS:
    void statusChanged();
    void changed(const akwaba::Changed &changed);
    /// The cache was made anew: readers open it again.
    void cacheReplaced();
    /// At each contact, and once an hour while we are connected.
    void leaseGranted(const akwaba::LeaseGrant &grant);
    /// Who is on a ticket now, ourselves among them. Known while we are connected: what was told before counts no more
    /// once the status says that we are not.
    void presenceTold(const akwaba::TicketPresence &now);

private:
    [[nodiscard]] Intent intentOf(const Command &command, const QList<CustomerId> &subjects = {});
    template <class T, class F> QFuture<Result<T>> ask(F onWorker);
    template <class F> QFuture<Result<QByteArray>> bring(F onWorker);

    Random &m_random; // of this thread
    const Clock &m_clock;
    QThread m_thread;
    ClientWorker *m_worker; // lives and ends on m_thread
    SyncStatus m_status;
    std::chrono::milliseconds m_serverOffset{0};
};

} // namespace akwaba
