// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/ticket.h"

#include <QString>

#include <optional>
#include <span>

/// Everything that an agent can do, one entry each. Menus, keys, tooltips, the palette and the shortcut sheet are made
/// from this table; the words stand in ui/text.
namespace akwaba {

enum class ActionId {
    NewCall,
    CaptureMessage,
    SyncNow,
    WorkOffline,
    Preferences,
    LogOut,
    Quit,
    Palette,
    SearchTickets,
    CopyNumber,
    CancelSend,
    RefreshList,
    UnfoldQuotes,
    ToggleSideBar,
    ToggleContext,
    NextPane,
    PreviousPane,
    ShowOutbox,
    ShowNotSent,
    ShowNotices,
    SchemeSystem,
    SchemeLight,
    SchemeDark,
    DensityCompact,
    DensityNormal,
    DensityComfortable,
    LanguageFrench,
    LanguageEnglish,
    SelectTicket,
    SelectAll,
    ClearSelection,
    ShowBulk,
    OpenTicket,
    Back,
    NextTicket,
    PreviousTicket,
    Reply,
    Note,
    LogCall,
    Take,
    Assign,
    Status,
    Resolve,
    Priority,
    Category,
    Tags,
    Follow,
    Escalate,
    MoveEscalation,
    ResumeMail,
    NoReplyNeeded,
    PromiseDate,
    Snooze,
    WhyDue,
    Send,
    SendAndNext,
    DiscardDraft,
    ApplyMacro,
    InsertText,
    Mailboxes,
    Policies,
    Calendars,
    Holidays,
    TextModules,
    Macros,
    Shortcuts,
    About,
};

/// Where the focus is. A single letter is a shortcut in a list or in the timeline, never where one writes.
enum class Place { Global = 1, List = 2, Timeline = 4, Composer = 8 };
Q_DECLARE_FLAGS(Places, Place)
Q_DECLARE_OPERATORS_FOR_FLAGS(Places)

enum class Menu { None, File, Edit, View, Ticket, Tools, Administration, Help };

struct ActionInfo {
    ActionId id;
    QLatin1StringView name; ///< stable: settings, object names
    QLatin1StringView shortcut; ///< as QKeySequence's PortableText; empty for none
    QLatin1StringView alternative; ///< a second shortcut
    Places places;
    Menu menu;
    bool startsGroup; ///< a separator stands before it in its menu
};

/// In the order of the menus.
[[nodiscard]] std::span<const ActionInfo> actionTable();
[[nodiscard]] const ActionInfo &actionInfo(ActionId id);
[[nodiscard]] std::optional<ActionId> actionByName(QStringView name);

/// What decides whether an action makes sense now. A plain value, filled by whoever shows the action.
struct ActionContext {
    AgentId me;
    std::optional<Ticket> ticket; ///< open, or current in the list
    bool hasNext = false;
    bool hasPrevious = false;
    bool hasQuotes = false;
    bool hasClocks = false; ///< something was promised on the ticket
    bool saidNoReplyNeeded = false; ///< of the customer's last words
    bool hasPaths = false; ///< there is somebody to escalate to
    bool hasPathLeft = false; ///< the same, of a kind that is not open on the ticket
    bool isEscalated = false; ///< something of it is open on the ticket
    bool hasEscalationMoves = false; ///< that this agent may make
    bool writing = false; ///< a composer is open
    bool needsRecipient = false; ///< what is written is a reply
    bool hasRecipient = false;
    bool hasText = false;
    bool hasOpenVariables = false; ///< what is written asks for something still
    bool hasMacros = false; ///< one is in use
    bool hasTextModules = false; ///< the same
    bool hasDraft = false; ///< something of it is journalled
    bool canUndoSend = false;
    bool workingOffline = false;
    bool supervises = false; ///< is over teams: a supervisor or an administrator
    bool isConnected = true; ///< to the server, as far as we know
    bool isAdministrator = false;
    int selected = 0; ///< tickets in the list, for a change of all of them
    bool hasList = false; ///< there are tickets to select
    bool hasBulk = false; ///< a change of many tickets was made, and what became of it can be seen
};

enum class Unavailable {
    NoTicket,
    TicketMerged,
    NumberPending,
    AlreadyYours,
    AlreadyResolved,
    NobodyToEscalateTo,
    AlreadyEscalated,
    NotEscalated,
    NotYourEscalation,
    NothingStopped,
    NothingPromised,
    NobodyWaits,
    TicketDone,
    SupervisorsOnly,
    AtTheEnd,
    AtTheStart,
    NoQuotes,
    NotWriting,
    NothingWritten,
    VariablesOpen,
    NoMacro,
    NoTextModule,
    NoRecipient,
    NothingToUndo,
    NoDraft,
    NotAdministrator,
    NotConnected,
    WorkingOffline,
    EmptyList,
    NothingSelected,
    NothingDoneToMany,
};

/// Why an action can't be done now, or nothing when it can.
[[nodiscard]] std::optional<Unavailable> whyUnavailable(ActionId id, const ActionContext &context);

} // namespace akwaba
