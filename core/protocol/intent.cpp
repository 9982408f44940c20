// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/intent.h"

#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/protocol/codec.h"
#include "core/protocol/commandfields.h"

namespace akwaba {

using namespace Qt::StringLiterals;

namespace {

template <class C> QString opName() { return QString::fromLatin1(Fields<C>::type); }

QString entityOf(const Command &command)
{
    return std::visit(
        [](const auto &c) -> QString {
            using C = std::remove_cvref_t<decltype(c)>;
            if constexpr (std::is_same_v<C, CreateCustomer>)
                return c.customer.id.value;
            else if constexpr (std::is_same_v<C, CreateTicket>)
                return c.ticket.id.value;
            else if constexpr (std::is_same_v<C, SaveDraft>)
                return c.draft.id.value;
            else if constexpr (std::is_same_v<C, DiscardDraft>)
                return c.draft.value;
            else if constexpr (std::is_same_v<C, Escalate>)
                return c.escalation.id.value;
            else if constexpr (std::is_same_v<C, MoveEscalation>)
                return c.escalation.value;
            else if constexpr (std::is_same_v<C, ReadNotice>)
                return c.notice.value;
            else if constexpr (requires { c.id; })
                return c.id.value;
            else if constexpr (requires { c.message; })
                return c.message.value;
            else
                return c.ticket.value;
        },
        command);
}

template <class C> constexpr DraftForm formOf = DraftForm::Reply;
template <> constexpr DraftForm formOf<AddNote> = DraftForm::Note;
template <> constexpr DraftForm formOf<LogCall> = DraftForm::Call;

qint64 revSeen(const Command &command)
{
    return std::visit(
        [](const auto &c) -> qint64 {
            using C = std::remove_cvref_t<decltype(c)>;
            if constexpr (std::is_same_v<C, SaveDraft>)
                return c.draft.rev;
            else if constexpr (requires { c.draftRev; })
                return c.draftRev;
            else
                return 0;
        },
        command);
}

// Tries the alternatives of Command in turn: the table of ops is the variant itself.
template <std::size_t I = 0> Result<Command> parse(const Intent &intent)
{
    if constexpr (I == std::variant_size_v<Command>) {
        return fail(Code::Unsupported, u"op "_s + intent.op);
    } else {
        using C = std::variant_alternative_t<I, Command>;
        if (intent.op != opName<C>()) return parse<I + 1>(intent);
        if (intent.opver != 1) return fail(Code::Unsupported, u"opver %1 of %2"_s.arg(intent.opver).arg(intent.op));
        Result<C> command = fromJson<C>(intent.args);
        if (!command) return tl::unexpected(command.error());
        return Command(std::move(*command));
    }
}

template <std::size_t I = 0> bool known(const QString &op)
{
    if constexpr (I == std::variant_size_v<Command>)
        return false;
    else
        return op == opName<std::variant_alternative_t<I, Command>>() || known<I + 1>(op);
}

} // namespace

Intent makeIntent(const Command &command, const Clock &clock, Random &random)
{
    Intent intent;
    intent.iid = newUuid7(clock, random);
    intent.op = opOf(command);
    intent.entity = entityOf(command);
    intent.args = std::visit([](const auto &c) { return toJson(c); }, command);
    intent.baseRev = revSeen(command);
    intent.writtenAt = clock.now();
    return intent;
}

Result<Command> commandOf(const Intent &intent) { return parse(intent); }

QString opOf(const Command &command)
{
    return std::visit([](const auto &c) { return opName<std::remove_cvref_t<decltype(c)>>(); }, command);
}

TicketId ticketOf(const Command &command)
{
    return std::visit(
        [](const auto &c) -> TicketId {
            using C = std::remove_cvref_t<decltype(c)>;
            if constexpr (std::is_same_v<C, CreateTicket>)
                return c.ticket.id;
            else if constexpr (std::is_same_v<C, SaveDraft>)
                return c.draft.ticket;
            else if constexpr (std::is_same_v<C, Escalate>)
                return c.escalation.ticket;
            else if constexpr (requires { c.ticket; })
                return c.ticket;
            else
                return {};
        },
        command);
}

DraftId draftOf(const Command &command)
{
    return std::visit(
        [](const auto &c) -> DraftId {
            using C = std::remove_cvref_t<decltype(c)>;
            if constexpr (std::is_same_v<C, SaveDraft>)
                return c.draft.id;
            else if constexpr (requires { c.draft; })
                return c.draft;
            else
                return {};
        },
        command);
}

std::optional<Draft> writtenIn(const Command &command)
{
    return std::visit(
        [](const auto &c) -> std::optional<Draft> {
            using C = std::remove_cvref_t<decltype(c)>;
            if constexpr (requires { c.draft, c.text; }) {
                if (c.draft.isEmpty()) return std::nullopt;
                Draft draft;
                draft.id = c.draft;
                draft.rev = c.draftRev;
                draft.ticket = c.ticket;
                draft.text = c.text;
                draft.form = formOf<C>;
                if constexpr (std::is_same_v<C, Reply>) {
                    draft.toAddresses = c.toAddresses;
                    draft.ccAddresses = c.ccAddresses;
                    draft.basedOn = c.basedOn;
                }
                return draft;
            } else {
                return std::nullopt;
            }
        },
        command);
}

QString formKey(const Command &command)
{
    if (const auto *escalate = std::get_if<Escalate>(&command)) return escalate->escalation.id.value;
    if (const auto *moved = std::get_if<MoveEscalation>(&command))
        return moved->escalation.value + u'/' + wireName(moved->to);
    return {};
}

bool isKnownOp(const QString &op) { return known(op); }

} // namespace akwaba
