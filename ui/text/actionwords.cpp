// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/actionwords.h"

#include "ui/text/translate.h"

using namespace Qt::StringLiterals;

namespace akwaba {

QString actionLabel(ActionId id)
{
    switch (id) {
    case ActionId::NewCall: return translate("Action", "Record a call…");
    case ActionId::LogCall: return translate("Action", "Log a call");
    case ActionId::CaptureMessage: return translate("Action", "Record a social message…");
    case ActionId::SyncNow: return translate("Action", "Synchronise now");
    case ActionId::WorkOffline: return translate("Action", "Work offline");
    case ActionId::Preferences: return translate("Action", "Settings…");
    case ActionId::Palette: return translate("Action", "Search or do…");
    case ActionId::LogOut: return translate("Action", "Log out");
    case ActionId::Quit: return translate("Action", "Quit");
    case ActionId::SearchTickets: return translate("Action", "Search tickets");
    case ActionId::CopyNumber: return translate("Action", "Copy the number");
    case ActionId::CancelSend: return translate("Action", "Take back what was sent");
    case ActionId::RefreshList: return translate("Action", "Refresh the list");
    case ActionId::UnfoldQuotes: return translate("Action", "Show quoted text");
    case ActionId::ToggleSideBar: return translate("Action", "Side bar");
    case ActionId::ToggleContext: return translate("Action", "Customer and order");
    case ActionId::NextPane: return translate("Action", "Next pane");
    case ActionId::PreviousPane: return translate("Action", "Previous pane");
    case ActionId::ShowOutbox: return translate("Action", "Waiting to be sent");
    case ActionId::ShowNotSent: return translate("Action", "Not sent");
    case ActionId::ShowNotices: return translate("Action", "Notifications");
    case ActionId::SchemeSystem: return translate("Action", "Colours of the system");
    case ActionId::SchemeLight: return translate("Action", "Light");
    case ActionId::SchemeDark: return translate("Action", "Dark");
    case ActionId::DensityCompact: return translate("Action", "Compact rows");
    case ActionId::DensityNormal: return translate("Action", "Normal rows");
    case ActionId::DensityComfortable: return translate("Action", "Comfortable rows");
    case ActionId::LanguageFrench: return u"Français"_s; // a language is called by its own name
    case ActionId::LanguageEnglish: return u"English"_s;
    case ActionId::SelectTicket: return translate("Action", "Select the ticket");
    case ActionId::SelectAll: return translate("Action", "Select all");
    case ActionId::ClearSelection: return translate("Action", "Select nothing");
    case ActionId::ShowBulk: return translate("Action", "Last change of several tickets…");
    case ActionId::OpenTicket: return translate("Action", "Open");
    case ActionId::Back: return translate("Action", "Back to the list");
    case ActionId::NextTicket: return translate("Action", "Next ticket");
    case ActionId::PreviousTicket: return translate("Action", "Previous ticket");
    case ActionId::Reply: return translate("Action", "Reply");
    case ActionId::Note: return translate("Action", "Internal note");
    case ActionId::Take: return translate("Action", "Assign to me");
    case ActionId::Assign: return translate("Action", "Assign…");
    case ActionId::Status: return translate("Action", "Status…");
    case ActionId::Resolve: return translate("Action", "Resolve");
    case ActionId::Priority: return translate("Action", "Priority…");
    case ActionId::Category: return translate("Action", "Category…");
    case ActionId::Tags: return translate("Action", "Tags…");
    case ActionId::Follow: return translate("Action", "Follow");
    case ActionId::Escalate: return translate("Action", "Escalate…");
    case ActionId::MoveEscalation: return translate("Action", "Escalation…");
    case ActionId::ResumeMail: return translate("Action", "Resume mail");
    case ActionId::NoReplyNeeded: return translate("Action", "No reply needed");
    case ActionId::PromiseDate: return translate("Action", "Promise a date…");
    case ActionId::Snooze: return translate("Action", "Snooze…");
    case ActionId::WhyDue: return translate("Action", "Why this due date?");
    case ActionId::Send: return translate("Action", "Send");
    case ActionId::SendAndNext: return translate("Action", "Send and go to the next");
    case ActionId::DiscardDraft: return translate("Action", "Discard the draft");
    case ActionId::ApplyMacro: return translate("Action", "Apply a macro…");
    case ActionId::InsertText: return translate("Action", "Insert a text module…");
    case ActionId::TextModules: return translate("Action", "Text modules…");
    case ActionId::Macros: return translate("Action", "Macros…");
    case ActionId::Mailboxes: return translate("Action", "Mailboxes…");
    case ActionId::Holidays: return translate("Action", "Holidays…");
    case ActionId::Calendars: return translate("Action", "Calendars…");
    case ActionId::Policies: return translate("Action", "Service policies…");
    case ActionId::Shortcuts: return translate("Action", "Keyboard shortcuts");
    case ActionId::About: return translate("Action", "About Akwaba");
    }
    Q_UNREACHABLE();
}

QString actionIcon(ActionId id)
{
    switch (id) {
    case ActionId::NewCall:
    case ActionId::LogCall: return u"phone"_s;
    case ActionId::CaptureMessage: return u"world"_s;
    case ActionId::SyncNow: return u"refresh"_s;
    case ActionId::WorkOffline: return u"cloud-off"_s;
    case ActionId::Preferences: return u"settings"_s;
    case ActionId::Palette: return u"command"_s;
    case ActionId::SearchTickets: return u"search"_s;
    case ActionId::CopyNumber: return u"copy"_s;
    case ActionId::CancelSend: return u"arrow-back-up"_s;
    case ActionId::RefreshList: return u"refresh"_s;
    case ActionId::UnfoldQuotes: return u"dots"_s;
    case ActionId::ToggleSideBar: return u"layout-sidebar"_s;
    case ActionId::ToggleContext: return u"layout-sidebar-right"_s;
    case ActionId::ShowOutbox: return u"cloud-upload"_s;
    case ActionId::ShowNotSent: return u"alert-triangle"_s;
    case ActionId::ShowNotices: return u"bell"_s;
    case ActionId::SchemeSystem: return u"palette"_s;
    case ActionId::SchemeDark: return u"moon"_s;
    case ActionId::LanguageFrench: return u"language"_s;
    case ActionId::LanguageEnglish: return u"language"_s;
    case ActionId::Back: return u"chevron-left"_s;
    case ActionId::NextTicket: return u"chevron-down"_s;
    case ActionId::Reply: return u"corner-up-left"_s;
    case ActionId::Note: return u"lock"_s;
    case ActionId::Take: return u"user-check"_s;
    case ActionId::Assign: return u"users"_s;
    case ActionId::Status: return u"circle-check"_s;
    case ActionId::Resolve: return u"check"_s;
    case ActionId::Priority: return u"flag"_s;
    case ActionId::Category: return u"category"_s;
    case ActionId::Tags: return u"tag"_s;
    case ActionId::Follow: return u"star"_s;
    case ActionId::Escalate:
    case ActionId::MoveEscalation: return u"stairs-up"_s;
    case ActionId::ResumeMail: return u"player-play"_s;
    case ActionId::NoReplyNeeded: return u"thumb-up"_s;
    case ActionId::PromiseDate: return u"calendar"_s;
    case ActionId::Snooze: return u"clock-pause"_s;
    case ActionId::WhyDue: return u"alarm"_s;
    case ActionId::Send: return u"send"_s;
    case ActionId::DiscardDraft: return u"trash"_s;
    case ActionId::ApplyMacro:
    case ActionId::Macros: return u"bolt"_s;
    case ActionId::InsertText:
    case ActionId::TextModules: return u"template"_s;
    case ActionId::Mailboxes: return u"mail"_s;
    case ActionId::Holidays: return u"calendar-off"_s;
    case ActionId::Calendars: return u"calendar"_s;
    case ActionId::Policies: return u"alarm"_s;
    case ActionId::Shortcuts: return u"keyboard"_s;
    case ActionId::About: return u"info-circle"_s;
    case ActionId::SelectTicket:
    case ActionId::SelectAll: return u"checklist"_s;
    case ActionId::ShowBulk: return u"list-check"_s;
    case ActionId::LogOut:
    case ActionId::Quit:
    case ActionId::NextPane:
    case ActionId::PreviousPane:
    case ActionId::SchemeLight:
    case ActionId::DensityCompact:
    case ActionId::DensityNormal:
    case ActionId::DensityComfortable:
    case ActionId::OpenTicket:
    case ActionId::PreviousTicket:
    case ActionId::ClearSelection:
    case ActionId::SendAndNext: return {};
    }
    Q_UNREACHABLE();
}

QString sentence(const KeyProblem &problem)
{
    switch (problem.fault) {
    case KeyFault::AltGr:
        return translate("KeyFault", "Ctrl+Alt with a character is AltGr on some keyboards, and types.");
    case KeyFault::OpensMenu: return translate("KeyFault", "Alt with a letter opens a menu.");
    case KeyFault::Writes:
        return translate("KeyFault", "This key types or edits text, and the action is there where one writes, too.");
    case KeyFault::Moves: return translate("KeyFault", "This key leads from row to row, or on to the next field.");
    case KeyFault::SeveralKeys: return translate("KeyFault", "One key only, with Ctrl or Shift where it needs them.");
    case KeyFault::Taken:
        return translate("KeyFault", "“%1” has this key.").arg(problem.by ? actionLabel(*problem.by) : QString());
    }
    Q_UNREACHABLE();
}

QString menuTitle(Menu menu)
{
    switch (menu) {
    case Menu::None: return {};
    case Menu::File: return translate("Menu", "&File");
    case Menu::Edit: return translate("Menu", "&Edit");
    case Menu::View: return translate("Menu", "&View");
    case Menu::Ticket: return translate("Menu", "&Ticket");
    case Menu::Tools: return translate("Menu", "T&ools");
    case Menu::Administration: return translate("Menu", "&Administration");
    case Menu::Help: return translate("Menu", "&Help");
    }
    Q_UNREACHABLE();
}

} // namespace akwaba
