// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/actions/actions.h"

#include "core/actions/bulk.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

constexpr Places reading = Places(Place::List) | Place::Timeline;
constexpr Places everywhere = Place::Global;

// Chosen so that they can be typed on AZERTY and QWERTY alike: no Ctrl+Alt+letter (it is AltGr on Windows), nothing
// that AZERTY has only with Shift (digits, / . ?; the comma is plain on both), Alt+letter left to the menus.
constexpr auto table = std::to_array<ActionInfo>({
    {ActionId::NewCall, "newCall"_L1, "Ctrl+Shift+L"_L1, {}, everywhere, Menu::File, false},
    {ActionId::CaptureMessage, "captureMessage"_L1, "Ctrl+Shift+M"_L1, {}, everywhere, Menu::File, false},
    {ActionId::SyncNow, "syncNow"_L1, "F9"_L1, {}, everywhere, Menu::File, true},
    {ActionId::WorkOffline, "workOffline"_L1, {}, {}, everywhere, Menu::File, false},
    {ActionId::Preferences, "preferences"_L1, "Ctrl+,"_L1, {}, everywhere, Menu::File, true},
    {ActionId::LogOut, "logOut"_L1, {}, {}, everywhere, Menu::File, true},
    {ActionId::Quit, "quit"_L1, "Ctrl+Q"_L1, {}, everywhere, Menu::File, false},

    {ActionId::CancelSend, "cancelSend"_L1, "Ctrl+Z"_L1, {}, reading, Menu::Edit, false},
    {ActionId::CopyNumber, "copyNumber"_L1, "Ctrl+Shift+C"_L1, {}, reading, Menu::Edit, false},
    {ActionId::Palette, "palette"_L1, "Ctrl+K"_L1, {}, everywhere, Menu::Edit, true},
    {ActionId::SearchTickets, "searchTickets"_L1, "Ctrl+Shift+F"_L1, {}, everywhere, Menu::Edit, false},

    {ActionId::RefreshList, "refreshList"_L1, "F5"_L1, {}, everywhere, Menu::View, false},
    {ActionId::UnfoldQuotes, "unfoldQuotes"_L1, "Q"_L1, {}, reading, Menu::View, false},
    {ActionId::ToggleSideBar, "toggleSideBar"_L1, "F7"_L1, {}, everywhere, Menu::View, true},
    {ActionId::ToggleContext, "toggleContext"_L1, "F8"_L1, {}, everywhere, Menu::View, false},
    {ActionId::NextPane, "nextPane"_L1, "F6"_L1, {}, everywhere, Menu::View, false},
    {ActionId::PreviousPane, "previousPane"_L1, "Shift+F6"_L1, {}, everywhere, Menu::View, false},
    {ActionId::ShowOutbox, "showOutbox"_L1, "Ctrl+Shift+O"_L1, {}, everywhere, Menu::View, true},
    {ActionId::ShowNotSent, "showNotSent"_L1, {}, {}, everywhere, Menu::View, false},
    {ActionId::ShowNotices, "showNotices"_L1, "Ctrl+Shift+B"_L1, {}, everywhere, Menu::View, false},
    {ActionId::SchemeSystem, "schemeSystem"_L1, {}, {}, everywhere, Menu::View, true},
    {ActionId::SchemeLight, "schemeLight"_L1, {}, {}, everywhere, Menu::View, false},
    {ActionId::SchemeDark, "schemeDark"_L1, {}, {}, everywhere, Menu::View, false},
    {ActionId::DensityCompact, "densityCompact"_L1, {}, {}, everywhere, Menu::View, true},
    {ActionId::DensityNormal, "densityNormal"_L1, {}, {}, everywhere, Menu::View, false},
    {ActionId::DensityComfortable, "densityComfortable"_L1, {}, {}, everywhere, Menu::View, false},
    {ActionId::LanguageFrench, "languageFrench"_L1, {}, {}, everywhere, Menu::View, true},
    {ActionId::LanguageEnglish, "languageEnglish"_L1, {}, {}, everywhere, Menu::View, false},

    {ActionId::SelectTicket, "selectTicket"_L1, "Space"_L1, {}, Place::List, Menu::Edit, true},
    {ActionId::SelectAll, "selectAll"_L1, "Ctrl+A"_L1, {}, Place::List, Menu::Edit, false},
    {ActionId::ClearSelection, "clearSelection"_L1, "Esc"_L1, {}, Place::List, Menu::Edit, false},
    {ActionId::ShowBulk, "showBulk"_L1, {}, {}, everywhere, Menu::View, false},

    {ActionId::OpenTicket, "openTicket"_L1, "Return"_L1, "Enter"_L1, Place::List, Menu::Ticket, false},
    {ActionId::Back, "back"_L1, "Esc"_L1, {}, Places(Place::Timeline) | Place::Composer, Menu::Ticket, false},
    {ActionId::NextTicket, "nextTicket"_L1, "J"_L1, {}, reading, Menu::Ticket, false},
    {ActionId::PreviousTicket, "previousTicket"_L1, "K"_L1, {}, reading, Menu::Ticket, false},
    {ActionId::Reply, "reply"_L1, "R"_L1, {}, reading, Menu::Ticket, true},
    {ActionId::Note, "note"_L1, "O"_L1, "Ctrl+Shift+N"_L1, reading, Menu::Ticket, false},
    {ActionId::LogCall, "logCall"_L1, "L"_L1, {}, reading, Menu::Ticket, false},
    {ActionId::Take, "take"_L1, "M"_L1, {}, reading, Menu::Ticket, true},
    {ActionId::Assign, "assign"_L1, "A"_L1, {}, reading, Menu::Ticket, false},
    {ActionId::Status, "status"_L1, "S"_L1, {}, reading, Menu::Ticket, true},
    {ActionId::Resolve, "resolve"_L1, "E"_L1, {}, reading, Menu::Ticket, false},
    {ActionId::Priority, "priority"_L1, "P"_L1, {}, reading, Menu::Ticket, false},
    {ActionId::Category, "category"_L1, "C"_L1, {}, reading, Menu::Ticket, false},
    {ActionId::Tags, "tags"_L1, "T"_L1, {}, reading, Menu::Ticket, false},
    {ActionId::Follow, "follow"_L1, "W"_L1, {}, reading, Menu::Ticket, false},
    {ActionId::Escalate, "escalate"_L1, "X"_L1, {}, reading, Menu::Ticket, true},
    {ActionId::MoveEscalation, "moveEscalation"_L1, "Shift+X"_L1, {}, reading, Menu::Ticket, false},
    {ActionId::ResumeMail, "resumeMail"_L1, {}, {}, reading, Menu::Ticket, false},
    {ActionId::NoReplyNeeded, "noReplyNeeded"_L1, "D"_L1, {}, reading, Menu::Ticket, true},
    {ActionId::PromiseDate, "promiseDate"_L1, "B"_L1, {}, reading, Menu::Ticket, false},
    {ActionId::Snooze, "snooze"_L1, "Z"_L1, {}, reading, Menu::Ticket, false},
    {ActionId::WhyDue, "whyDue"_L1, "I"_L1, {}, reading, Menu::Ticket, false},
    {ActionId::Send, "send"_L1, "Ctrl+Return"_L1, "Ctrl+Enter"_L1, Place::Composer, Menu::Ticket, true},
    {ActionId::SendAndNext, "sendAndNext"_L1, "Ctrl+Shift+Return"_L1, "Ctrl+Shift+Enter"_L1, Place::Composer,
     Menu::Ticket, false},
    {ActionId::DiscardDraft, "discardDraft"_L1, "Ctrl+Shift+D"_L1, {}, Place::Composer, Menu::Ticket, false},

    {ActionId::ApplyMacro, "applyMacro"_L1, "Ctrl+M"_L1, {}, reading | Place::Composer, Menu::Ticket, true},
    {ActionId::InsertText, "insertText"_L1, "Ctrl+Shift+T"_L1, {}, Place::Composer, Menu::Ticket, false},

    {ActionId::Mailboxes, "mailboxes"_L1, {}, {}, everywhere, Menu::Administration, false},
    {ActionId::Policies, "policies"_L1, {}, {}, everywhere, Menu::Administration, false},
    {ActionId::Calendars, "calendars"_L1, {}, {}, everywhere, Menu::Administration, false},
    {ActionId::Holidays, "holidays"_L1, {}, {}, everywhere, Menu::Administration, false},
    {ActionId::TextModules, "textModules"_L1, {}, {}, everywhere, Menu::Administration, true},
    {ActionId::Macros, "macros"_L1, {}, {}, everywhere, Menu::Administration, false},

    {ActionId::Shortcuts, "shortcuts"_L1, "F1"_L1, {}, everywhere, Menu::Help, false},
    {ActionId::About, "about"_L1, {}, {}, everywhere, Menu::Help, false},
});

std::optional<Unavailable> unlessTicket(const ActionContext &context)
{
    if (!context.ticket) return Unavailable::NoTicket;
    if (context.ticket->status == TicketStatus::Merged) return Unavailable::TicketMerged;
    return std::nullopt;
}

std::optional<Unavailable> unless(bool possible, Unavailable reason)
{
    return possible ? std::nullopt : std::optional(reason);
}

std::optional<Unavailable> unlessOnline(const ActionContext &context)
{
    if (context.workingOffline) return Unavailable::WorkingOffline;
    return unless(context.isConnected, Unavailable::NotConnected);
}

std::optional<Unavailable> whyNotSend(const ActionContext &context)
{
    if (const auto reason = unlessTicket(context)) return reason;
    if (!context.writing) return Unavailable::NotWriting;
    if (!context.hasText) return Unavailable::NothingWritten;
    if (context.hasOpenVariables) return Unavailable::VariablesOpen;
    return unless(!context.needsRecipient || context.hasRecipient, Unavailable::NoRecipient);
}

std::optional<Unavailable> whyNotEscalate(const ActionContext &context)
{
    if (const auto reason = unlessTicket(context)) return reason;
    if (!isActive(context.ticket->status)) return Unavailable::TicketDone;
    if (!context.hasPaths) return Unavailable::NobodyToEscalateTo;
    return unless(context.hasPathLeft, Unavailable::AlreadyEscalated);
}

std::optional<Unavailable> whyNotMove(const ActionContext &context)
{
    if (const auto reason = unlessTicket(context)) return reason;
    if (!context.isEscalated) return Unavailable::NotEscalated;
    return unless(context.hasEscalationMoves, Unavailable::NotYourEscalation);
}

bool isDone(TicketStatus status) { return status == TicketStatus::Resolved || status == TicketStatus::Closed; }

} // namespace

std::span<const ActionInfo> actionTable() { return table; }

const ActionInfo &actionInfo(ActionId id)
{
    // tst_actions asserts that every id has its entry.
    return *std::ranges::find(table, id, &ActionInfo::id);
}

std::optional<ActionId> actionByName(QStringView name)
{
    const auto found = std::ranges::find_if(table, [name](const ActionInfo &info) { return info.name == name; });
    return found == table.end() ? std::nullopt : std::optional(found->id);
}

std::optional<Unavailable> whyUnavailable(ActionId id, const ActionContext &context)
{
    if (context.selected > 0 && isForMany(id)) return std::nullopt;
    switch (id) {
    case ActionId::Reply:
    case ActionId::Note:
    case ActionId::LogCall:
    case ActionId::Assign:
    case ActionId::Status:
    case ActionId::Priority:
    case ActionId::Category:
    case ActionId::Tags:
    case ActionId::Follow: return unlessTicket(context);
    case ActionId::OpenTicket:
    case ActionId::Back: return unless(context.ticket.has_value(), Unavailable::NoTicket);
    case ActionId::Take:
        if (const auto reason = unlessTicket(context)) return reason;
        return unless(context.ticket->assignee != context.me, Unavailable::AlreadyYours);
    case ActionId::Resolve:
        if (const auto reason = unlessTicket(context)) return reason;
        return unless(!isDone(context.ticket->status), Unavailable::AlreadyResolved);
    case ActionId::Escalate: return whyNotEscalate(context);
    case ActionId::MoveEscalation: return whyNotMove(context);
    case ActionId::ResumeMail:
        if (const auto reason = unlessTicket(context)) return reason;
        if (!context.ticket->loopStoppedAt.isValid()) return Unavailable::NothingStopped;
        return unless(context.supervises, Unavailable::SupervisorsOnly);
    case ActionId::NoReplyNeeded:
        if (const auto reason = unlessTicket(context)) return reason;
        return unless(context.ticket->waitingSince.isValid() || context.saidNoReplyNeeded, Unavailable::NobodyWaits);
    case ActionId::PromiseDate:
    case ActionId::Snooze:
        if (const auto reason = unlessTicket(context)) return reason;
        return unless(isActive(context.ticket->status), Unavailable::TicketDone);
    case ActionId::WhyDue:
        if (!context.ticket) return Unavailable::NoTicket;
        return unless(context.hasClocks, Unavailable::NothingPromised);
    case ActionId::CopyNumber:
        if (!context.ticket) return Unavailable::NoTicket;
        return unless(!context.ticket->number.isEmpty(), Unavailable::NumberPending);
    case ActionId::UnfoldQuotes: return unless(context.hasQuotes, Unavailable::NoQuotes);
    case ActionId::NextTicket: return unless(context.hasNext, Unavailable::AtTheEnd);
    case ActionId::PreviousTicket: return unless(context.hasPrevious, Unavailable::AtTheStart);
    case ActionId::Send:
    case ActionId::SendAndNext: return whyNotSend(context);
    case ActionId::ApplyMacro:
        if (const auto reason = unlessTicket(context)) return reason;
        return unless(context.hasMacros, Unavailable::NoMacro);
    case ActionId::InsertText:
        if (!context.writing) return Unavailable::NotWriting;
        return unless(context.hasTextModules, Unavailable::NoTextModule);
    case ActionId::DiscardDraft: return unless(context.hasDraft || context.hasText, Unavailable::NoDraft);
    case ActionId::CancelSend: return unless(context.canUndoSend, Unavailable::NothingToUndo);
    case ActionId::SyncNow: return unless(!context.workingOffline, Unavailable::WorkingOffline);
    case ActionId::Mailboxes:
        if (!context.isAdministrator) return Unavailable::NotAdministrator;
        return unlessOnline(context);
    case ActionId::Policies:
    case ActionId::Calendars:
    case ActionId::Holidays:
    case ActionId::TextModules:
    case ActionId::Macros:
        if (!context.supervises) return Unavailable::SupervisorsOnly;
        return unlessOnline(context);
    case ActionId::SelectTicket:
    case ActionId::SelectAll: return unless(context.hasList, Unavailable::EmptyList);
    case ActionId::ClearSelection: return unless(context.selected > 0, Unavailable::NothingSelected);
    case ActionId::ShowBulk: return unless(context.hasBulk, Unavailable::NothingDoneToMany);
    case ActionId::NewCall:
    case ActionId::CaptureMessage:
    case ActionId::WorkOffline:
    case ActionId::LogOut:
    case ActionId::Quit:
    case ActionId::SearchTickets:
    case ActionId::RefreshList:
    case ActionId::ToggleSideBar:
    case ActionId::ToggleContext:
    case ActionId::NextPane:
    case ActionId::PreviousPane:
    case ActionId::Preferences:
    case ActionId::Palette:
    case ActionId::ShowOutbox:
    case ActionId::ShowNotSent:
    case ActionId::ShowNotices:
    case ActionId::SchemeSystem:
    case ActionId::SchemeLight:
    case ActionId::SchemeDark:
    case ActionId::DensityCompact:
    case ActionId::DensityNormal:
    case ActionId::DensityComfortable:
    case ActionId::LanguageFrench:
    case ActionId::LanguageEnglish:
    case ActionId::Shortcuts:
    case ActionId::About: return std::nullopt;
    }
    Q_UNREACHABLE();
}

} // namespace akwaba
