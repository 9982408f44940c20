// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/intents/handling.h"

#include "core/base/random.h"

using namespace Qt::StringLiterals;

namespace akwaba::intents {

namespace {

/// What a whole team reads stands on a ticket that its author sees. One's own work is kept in any case.
Result<Reason> refusalToShare(const Handling &handling, const Draft &draft)
{
    if (draft.visibility != Visibility::Team) return Reason::None;
    return handling.ticket(draft.ticket).map([](const WorkTicket &work) {
        return work.refusal == Reason::Invalid ? Reason::None : work.refusal; // a merged one is still there to be seen
    });
}

/// Not before what writes it: the command may bear the instant of the text that it replaces, by which whatever the
/// device sent in between would have seen this one (Handling::hasSeen).
QDateTime whenWritten(const Draft &draft, const Intent &intent)
{
    return draft.writtenAt.isValid() ? std::max(draft.writtenAt, intent.writtenAt) : intent.writtenAt;
}

} // namespace

Result<Outcome> decide(const Handling &handling, const SaveDraft &command)
{
    auto &writer = handling.writer();
    Draft draft = command.draft;
    draft.agent = handling.agent().id;
    draft.device = handling.device();
    draft.writtenAt = whenWritten(draft, handling.intent());
    const auto unshared = refusalToShare(handling, draft);
    if (!unshared) return tl::unexpected(unshared.error());
    if (*unshared != Reason::None) return handling.rejected(*unshared, draft.id.value);
    const auto late = writer.hasToErase(draft.device, draft.ticket.value);
    if (!late) return tl::unexpected(late.error());
    if (*late) return handling.rejected(Reason::Erased, draft.id.value);
    const auto existing = writer.find<Draft>(draft.id);
    if (!existing) return tl::unexpected(existing.error());
    if (!*existing) {
        const auto refusal = handling.refusalOfNew<Draft>(draft.id);
        if (!refusal) return tl::unexpected(refusal.error());
        if (*refusal != Reason::None) return handling.rejected(*refusal, draft.id.value);
    } else if ((*existing)->agent != draft.agent) {
        return handling.rejected(Reason::Denied, draft.id.value);
    }
    QJsonObject patch;
    if (*existing && !handling.hasSeen(**existing) && (*existing)->text != draft.text) {
        Draft copy = **existing;
        copy.id = newId<DraftId>(writer.clock(), writer.random());
        if (const auto kept = writer.put(copy); !kept) return tl::unexpected(kept.error());
        patch = {{u"copy"_s, copy.id.value}};
    }
    const auto stored = writer.put(draft);
    if (!stored) return tl::unexpected(stored.error());
    return patch.isEmpty() ? handling.accepted(draft.id.value, stored->rev)
                           : handling.merged(draft.id.value, stored->rev, patch);
}

Result<Outcome> decide(const Handling &handling, const DiscardDraft &command)
{
    const auto existing = handling.writer().find<Draft>(command.draft);
    if (!existing) return tl::unexpected(existing.error());
    // It is what was wanted: gone.
    if (!*existing) return handling.accepted(command.draft.value, 0);
    if ((*existing)->agent != handling.agent().id) return handling.rejected(Reason::Denied, command.draft.value);
    if (!handling.hasSeen(**existing))
        return handling.merged(command.draft.value, (*existing)->rev, {{u"copy"_s, command.draft.value}});
    return handling.writer().destroy<Draft>(command.draft).map([&] {
        return handling.accepted(command.draft.value, 0);
    });
}

} // namespace akwaba::intents
