// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/store/caller.h"
#include "app/server/store/writer.h"
#include "core/base/clock.h"
#include "core/protocol/intent.h"

namespace akwaba::intents {

/// A ticket that the caller may work on, or why not.
struct WorkTicket {
    Ticket ticket;
    Reason refusal = Reason::None;
};

/// The entity is kept where it is an id: the ledger, which holds no content, takes nothing else from a stranger.
[[nodiscard]] Outcome outcomeOf(const Intent &intent, OutcomeKind kind, Reason reason, const QString &entity);

/// What every handler needs: who, what, with which writer; and the outcomes in short. Lives for one intent.
class Handling {
public:
    /// Reads the agent and his scopes as they are now, not as they were when the request came.
    [[nodiscard]] static Result<Handling> begin(store::Writer &writer, const store::Caller &caller,
                                                const Intent &intent, SentBefore sentBefore);

    [[nodiscard]] store::Writer &writer() const { return *m_writer; }
    [[nodiscard]] const Intent &intent() const { return *m_intent; }
    [[nodiscard]] SentBefore sentBefore() const { return m_sentBefore; }
    [[nodiscard]] bool isRepeated() const { return m_sentBefore != SentBefore::No; }
    [[nodiscard]] const Agent &agent() const { return m_agent; }
    [[nodiscard]] const DeviceId &device() const { return m_device; }
    [[nodiscard]] QDateTime now() const { return m_writer->clock().now(); }
    [[nodiscard]] ActorId actor() const { return {m_agent.id.value}; }
    /// Agents, supervisors and administrators work on tickets; other roles read them.
    [[nodiscard]] bool mayWork() const;
    [[nodiscard]] bool isOverTeams() const;

    [[nodiscard]] Result<WorkTicket> ticket(const TicketId &id) const;
    /// Why a new object can't have this id, if so.
    template <class T, class I> [[nodiscard]] Result<Reason> refusalOfNew(const I &id) const
    {
        return refusalOfNewId(typeInfo<T>(), id.value);
    }
    template <class T, class I> [[nodiscard]] Result<bool> isKnown(const I &id) const
    {
        if (id.isEmpty()) return true;
        return m_writer->row(typeInfo<T>(), id.value).map([](const store::StoredRow &row) { return row.exists(); });
    }

    [[nodiscard]] Outcome accepted(const QString &entity, qint64 rev) const;
    [[nodiscard]] Outcome merged(const QString &entity, qint64 rev, const QJsonObject &patch) const;
    [[nodiscard]] Outcome needsReview(Reason reason, const QString &entity, const QJsonObject &patch) const;
    [[nodiscard]] Outcome rejected(Reason reason, const QString &entity, const QJsonObject &patch = {}) const;

    /// What stands in it was written on this device before the intent, or its agent saw it.
    [[nodiscard]] bool hasSeen(const Draft &draft) const;
    /// The draft that was sent goes, where it is the agent's and holds nothing that he has not seen.
    [[nodiscard]] Result<void> discardSent(const DraftId &draft) const;
    /// Writes the ticket and the event that tells the change; nothing when nothing changed.
    [[nodiscard]] Result<Ticket> change(const Ticket &ticket, const QList<FieldChange> &changes) const;
    /// Writes a message of the time line and what follows from it for the ticket.
    [[nodiscard]] Result<Ticket> addMessage(const Message &message, Ticket ticket,
                                            const QList<FieldChange> &changes) const;

private:
    Handling(store::Writer &writer, const Intent &intent) : m_writer(&writer), m_intent(&intent) { }
    [[nodiscard]] Result<Reason> refusalOfNewId(const TypeInfo &type, const QString &id) const;
    [[nodiscard]] Outcome outcome(OutcomeKind kind, Reason reason, const QString &entity) const;

    store::Writer *m_writer;
    const Intent *m_intent;
    Agent m_agent;
    DeviceId m_device;
    QStringList m_scopes;
    SentBefore m_sentBefore = SentBefore::No;
};

/// One of these for each command; they stand in files by family.
[[nodiscard]] Result<Outcome> decide(const Handling &handling, const CreateCustomer &command);
[[nodiscard]] Result<Outcome> decide(const Handling &handling, const CreateTicket &command);
[[nodiscard]] Result<Outcome> decide(const Handling &handling, const SetStatus &command);
[[nodiscard]] Result<Outcome> decide(const Handling &handling, const Assign &command);
[[nodiscard]] Result<Outcome> decide(const Handling &handling, const SetField &command);
[[nodiscard]] Result<Outcome> decide(const Handling &handling, const SetTags &command);
[[nodiscard]] Result<Outcome> decide(const Handling &handling, const Follow &command);
[[nodiscard]] Result<Outcome> decide(const Handling &handling, const Reply &command);
[[nodiscard]] Result<Outcome> decide(const Handling &handling, const AddNote &command);
[[nodiscard]] Result<Outcome> decide(const Handling &handling, const LogCall &command);
[[nodiscard]] Result<Outcome> decide(const Handling &handling, const CaptureMessage &command);
[[nodiscard]] Result<Outcome> decide(const Handling &handling, const CancelSend &command);
[[nodiscard]] Result<Outcome> decide(const Handling &handling, const SaveDraft &command);
[[nodiscard]] Result<Outcome> decide(const Handling &handling, const DiscardDraft &command);
[[nodiscard]] Result<Outcome> decide(const Handling &handling, const ResumeMail &command);
[[nodiscard]] Result<Outcome> decide(const Handling &handling, const NeedNoReply &command);
[[nodiscard]] Result<Outcome> decide(const Handling &handling, const Promise &command);
[[nodiscard]] Result<Outcome> decide(const Handling &handling, const Escalate &command);
[[nodiscard]] Result<Outcome> decide(const Handling &handling, const MoveEscalation &command);
[[nodiscard]] Result<Outcome> decide(const Handling &handling, const ReadNotice &command);

} // namespace akwaba::intents
