// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/values.h"

/// What agents don't want to write or click again: texts, and several steps in one.
namespace akwaba {

/// A text that is put in where one types "::" and its keyword. May ask for values (variables.h).
struct TextModule {
    TextModuleId id;
    QString name;
    QString keyword; // one word; no other active module has it
    QString textFr;
    QString textEn; // either may be empty: the other stands for it
    TeamId team; // that it is for; empty: everybody
    bool active = true;
    qint64 rev = 0;
    bool operator==(const TextModule &) const = default;
};

/// What one step of a macro does.
enum class MacroAct { Reply, Note, Status, Priority, Category, AddTag, RemoveTag, Team, Agent, Snooze };
template <> struct EnumNames<MacroAct> {
    static constexpr auto all = std::to_array<std::string_view>(
        {"reply", "note", "status", "priority", "category", "addTag", "removeTag", "team", "agent", "snooze"});
};

/// A reply and a note have a text, in both languages, the others a value as on the wire. The word "me" stands for the
/// agent who applies the macro; a ticket is snoozed for a number of minutes.
struct MacroStep {
    MacroAct act = MacroAct::Reply;
    QString value;
    QString textFr;
    QString textEn;
    bool operator==(const MacroStep &) const = default;
};

/// Where an agent is who may want a macro.
enum class MacroPlace { Reading, Replying, Noting };
template <> struct EnumNames<MacroPlace> {
    static constexpr auto all = std::to_array<std::string_view>({"reading", "replying", "noting"});
};

/// Several steps on a ticket with one key. At most one of them is a text.
struct Macro {
    MacroId id;
    QString nameFr;
    QString nameEn;
    TeamId team; // as of a text module
    QList<FieldCondition> conditions; // as of a policy: all hold for the ticket
    QList<MacroPlace> places; // where it is offered; none: everywhere
    QList<MacroStep> steps; // in their order
    int position = 0;
    bool active = true;
    qint64 rev = 0;
    bool operator==(const Macro &) const = default;
};

/// True where the step writes to somebody.
[[nodiscard]] inline bool isText(MacroAct act) { return act == MacroAct::Reply || act == MacroAct::Note; }

} // namespace akwaba
