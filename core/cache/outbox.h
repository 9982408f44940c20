// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/message.h"
#include "core/protocol/erasure.h"
#include "core/protocol/intent.h"
#include "core/protocol/lineages.h"

#include <QMap>
#include <QSet>

#include <functional>
#include <memory>
#include <optional>

namespace akwaba {

class Clock;
class Database;
class Needles;
struct ScanReport;

/// An intent with its place in the device's stream of requests.
struct NumberedIntent {
    qint64 dseq = 0;
    Intent intent;
    SentBefore sentBefore = SentBefore::No;
    bool isFirst = false; // it was in no request before
    bool operator==(const NumberedIntent &) const = default;
};

/// How far a device has come with an erasure.
enum class ErasureStep { Deleting, Deleted, Rewritten, Rebuilt, Done };
template <> struct EnumNames<ErasureStep> {
    static constexpr auto all =
        std::to_array<std::string_view>({"deleting", "deleted", "rewritten", "rebuilt", "done"});
};

struct ErasureRecord {
    ErasureStep step = ErasureStep::Deleting;
    std::optional<ErasureAck> ack; ///< of one that is done
};

/// What an agent wrote here and no server has taken: in the order of writing.
struct UnsentWork {
    QList<Intent> intents; ///< undecided, or refused and waiting for him
    QList<Draft> drafts;
    QList<Intent> forms = {}; ///< begun, the oldest first
    [[nodiscard]] bool isEmpty() const { return intents.isEmpty() && drafts.isEmpty() && forms.isEmpty(); }
};

/// The write side of outbox.db: what this agent did and the server has not confirmed, his drafts, what he has read, and
/// who this device is. Every call is on the disk before it returns. It is never rebuilt and never dropped; a file of a
/// newer program is opened read-only, so that its texts can still be read (every change is Code::TooNew then). Intents
/// leave it only by the server's word or the agent's. On the writer thread.
class Outbox {
public:
    [[nodiscard]] static Result<std::unique_ptr<Outbox>> open(const QString &path, const QByteArray &key,
                                                              const Clock &clock);
    ~Outbox();
    Q_DISABLE_COPY_MOVE(Outbox)

    [[nodiscard]] bool isReadOnly() const { return m_readOnly; }

    /// Keeps an intent behind all others. Before anything is shown (sync.md 2.9). One that discards or sends a draft
    /// takes the place of what is journalled of it, and so does one that saves it once it is shown (forgetDraft()).
    /// Each of them takes the place of what was to be saved and was not sent yet. One that was written in a form takes
    /// the place of what is journalled of that.
    [[nodiscard]] Result<void> append(const Intent &intent) { return append(QList<Intent>{intent}); }
    /// All or none of them, in this order: on the disk once, together.
    [[nodiscard]] Result<void> append(const QList<Intent> &intents);
    [[nodiscard]] Result<Intent> find(const QString &iid);
    /// When the newest of what the server may do yet was written, by this device's clock; invalid when there is none.
    [[nodiscard]] Result<QDateTime> newestWaiting();
    /// What the overlay folds, in order: everything undecided, and what was accepted but not seen in a pull yet.
    [[nodiscard]] Result<QList<Intent>> pending();

    /// The next request: first what was sent and not answered, then ready intents, which get the next dseq here and
    /// never before (a held intent must leave no gap). At least one intent, whatever its size; empty when there is
    /// none.
    [[nodiscard]] Result<QList<NumberedIntent>> compose(int maxIntents, qsizetype maxBytes);
    /// The server misses `dseq` ("outOfOrder", or it was restored from a backup): it and all after it are in the next
    /// requests again, decided or not, as far as they are here; what was accepted is shown as pending until then.
    [[nodiscard]] Result<void> resendFrom(qint64 dseq);
    /// The server has this history now. Where it is another than the one known here, it was restored from a backup
    /// (2.20): what it accepted and has no more is sent again, and shown as pending until then. It did nothing of what
    /// was sent to it alone.
    [[nodiscard]] Result<void> follow(const Lineages &server, const QStringList &sentToItAlone = {});
    /// The lineage of the last server followed; empty before the first.
    [[nodiscard]] QString lineage();
    /// What the server misses up to here is no longer here: it must not wait for it. 0: nothing.
    [[nodiscard]] qint64 forgottenThrough();
    /// The last number that was given.
    [[nodiscard]] qint64 lastDseq();
    /// What the server decided. A refusal blocks the intents that depend on it, and nothing else. Transient only
    /// counts; where the number is taken, the intent and all that were written later and are on their way get other
    /// ones.
    [[nodiscard]] Result<void> record(const Outcome &outcome) { return record(QList<Outcome>{outcome}); }
    /// The outcomes of one answer: on the disk once, together.
    [[nodiscard]] Result<void> record(const QList<Outcome> &outcomes);
    /// The intents that mean nothing without this one, and those that mean nothing without them: record() blocks them
    /// when it is refused.
    [[nodiscard]] Result<QStringList> dependentsOf(const QString &iid);
    /// Everything up to here has its outcome: the server may forget it.
    [[nodiscard]] qint64 ackedThrough();

    /// Accepted intents whose effect no complete pull has brought yet.
    [[nodiscard]] Result<QStringList> awaitingEcho();
    [[nodiscard]] Result<void> markEchoed(const QStringList &iids);
    /// Deletes what was accepted and echoed more than 7 days ago: until then a restored server gets it again (2.20).
    /// And forms that nobody has written in for 30 days.
    [[nodiscard]] Result<void> forgetOld();

    /// A newer server understands what the last one did not: ops in the version that it states at least, with what was
    /// blocked along with them. True if there is something more to send now.
    [[nodiscard]] Result<bool> retryBlocked(const QMap<QString, int> &newestVersions);

    /// Undo before it was sent. Code::Conflict once it was put into a request. Blocks its dependents. What was sent of
    /// a draft or a form is journalled again.
    [[nodiscard]] Result<void> cancel(const QString &iid);
    /// The same of as many as were not sent yet, on the disk once, together; answers which.
    [[nodiscard]] Result<QStringList> cancelUnsent(const QStringList &iids);
    /// The agent gives up something that was refused.
    [[nodiscard]] Result<void> discard(const QString &iid);
    /// The agent sends something refused again, as a new intent: those that were blocked by the old one follow the new.
    [[nodiscard]] Result<void> replace(const QString &iid, const Intent &replacement);
    /// Erasure of customers: intents about them are cancelled with the reason `erased`, their text destroyed, and the
    /// drafts on these tickets go, with what was begun in forms. Returns the iids. What they said is added to
    /// `needles`.
    [[nodiscard]] Result<QStringList> eraseSubjects(const QStringList &customers, const QStringList &tickets,
                                                    Needles *needles = nullptr);

    /// Tickets on which something is pending or refused, or a draft is journalled.
    [[nodiscard]] Result<QSet<QString>> ticketsAtWork();

    // The parts of an erasure (eraser.h), in outboxerasing.cpp.
    /// Nothing where this device has not begun with it.
    [[nodiscard]] Result<std::optional<ErasureRecord>> erasure(const QString &id);
    [[nodiscard]] Result<void> keepErasure(const QString &id, const ErasureRecord &record);
    [[nodiscard]] Result<void> truncateWal();
    [[nodiscard]] Result<void> scan(const Needles &needles, ScanReport &report);
    [[nodiscard]] Result<void> scanLive(const Needles &needles, QSet<qsizetype> &found);
    [[nodiscard]] Result<void> rewrite();

    [[nodiscard]] int pendingCount(); ///< undecided
    [[nodiscard]] int notSentCount(); ///< refused, waiting for the agent
    [[nodiscard]] bool hasReady(); ///< something to send

    /// Within 500 ms of typing. One per draft id.
    [[nodiscard]] Result<void> journalDraft(const Draft &draft);
    /// What is journalled of it is in an intent, and shown.
    [[nodiscard]] Result<void> forgetDraft(const DraftId &draft);
    /// What is journalled and was not saved or sent yet, oldest first.
    [[nodiscard]] Result<QList<Draft>> journalledDrafts();
    /// What stands in a form that is still being written, as the command that it would make: within 500 ms of typing,
    /// for this device alone. One per formKey().
    [[nodiscard]] Result<void> journalForm(const Intent &begun);
    [[nodiscard]] Result<void> forgetForm(const QString &key);
    /// For where there is no cache to show it in.
    [[nodiscard]] Result<UnsentWork> unsentWork();
    /// The agent has read a ticket up to the message of this instant. Survives the cache: nobody else knows it.
    [[nodiscard]] Result<void> markSeen(const TicketId &ticket, const QDateTime &messageAt);

    /// Small facts of this installation (device id, lineage, offset of the server's time). Empty when never set.
    [[nodiscard]] QString fact(const QString &name);
    [[nodiscard]] Result<void> setFact(const QString &name, const QString &value);

private:
    Outbox(std::unique_ptr<Database> database, const Clock &clock, bool readOnly);

    /// Does `work` in one transaction, which is on the disk afterwards.
    [[nodiscard]] Result<void> change(const std::function<Result<void>()> &work);
    [[nodiscard]] Result<QString> readFact(const QString &name);
    [[nodiscard]] Result<void> keepFact(const QString &name, const QString &value); // within change()
    [[nodiscard]] Result<void> insert(const Intent &intent);
    [[nodiscard]] Result<void> appendOne(const Intent &intent); // within change()
    [[nodiscard]] Result<void> cancelOne(const QString &iid); // the same
    [[nodiscard]] Result<void> replaceDraft(const Command &command);
    [[nodiscard]] Result<void> putDraft(const Draft &draft); // within change()
    [[nodiscard]] Result<void> putForm(const Intent &begun); // the same
    [[nodiscard]] Result<void> removeForm(const QString &key); // the same
    [[nodiscard]] Result<QList<Intent>> begunForms();
    [[nodiscard]] Result<void> recordOne(const Outcome &outcome);
    [[nodiscard]] Result<void> reject(const Outcome &outcome);
    [[nodiscard]] Result<void> askAgain(const Outcome &outcome);
    /// What was sent, or is about to be, without a lineage: to this one.
    [[nodiscard]] Result<void> nameLineage(const QString &lineage);
    [[nodiscard]] Result<void> decide(const Outcome &outcome, IntentState state);
    [[nodiscard]] Result<void> block(const QStringList &iids);
    [[nodiscard]] Result<void> unblock(const QStringList &iids);
    [[nodiscard]] Result<void> number(QList<NumberedIntent> &batch, int maxIntents, qsizetype maxBytes);
    [[nodiscard]] Result<IntentState> stateOf(const QString &iid, bool &wasSent);
    [[nodiscard]] Result<void> remove(const QString &iid);
    [[nodiscard]] int count(const QString &condition);

    std::unique_ptr<Database> m_database;
    const Clock &m_clock;
    bool m_readOnly;
};

} // namespace akwaba
