// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/actions/keymap.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

/// "Ctrl+Shift+L" in its parts.
struct Stroke {
    bool ctrl = false;
    bool shift = false;
    bool alt = false;
    bool meta = false;
    QString key;

    explicit Stroke(QString text)
    {
        const auto take = [&text](const QString &modifier) {
            const bool has = text.startsWith(modifier);
            if (has) text.remove(0, modifier.size());
            return has;
        };
        // In whatever order; "+" may be the key itself.
        for (bool more = true; more;) {
            more = false;
            more |= take(u"Ctrl+"_s) && (ctrl = true);
            more |= take(u"Shift+"_s) && (shift = true);
            more |= take(u"Alt+"_s) && (alt = true);
            more |= take(u"Meta+"_s) && (meta = true);
        }
        key = text;
    }

    [[nodiscard]] bool isCharacter() const { return key.size() == 1 || key == u"Space"; }
    [[nodiscard]] bool isPlain() const { return !ctrl && !alt && !meta; }
};

bool isArrowLike(const QString &key)
{
    static const QSet<QString> keys{u"Up"_s,   u"Down"_s, u"Left"_s, u"Right"_s,
                                    u"Home"_s, u"End"_s,  u"PgUp"_s, u"PgDown"_s};
    return keys.contains(key);
}

bool moves(const Stroke &stroke)
{
    const bool isTab = stroke.key == u"Tab" || stroke.key == u"Backtab";
    return isTab || (isArrowLike(stroke.key) && stroke.isPlain() && !stroke.shift);
}

bool writes(const Stroke &stroke)
{
    static const QSet<QString> plain{u"Backspace"_s, u"Del"_s, u"Ins"_s, u"Return"_s, u"Enter"_s};
    if (isArrowLike(stroke.key)) return !stroke.alt; // goes on in the text, or selects
    if (stroke.isPlain()) return stroke.isCharacter() || plain.contains(stroke.key);
    // Undo, copy, paste, bold and what else editors know.
    static const QSet<QString> edited{u"A"_s, u"B"_s, u"C"_s, u"I"_s,         u"U"_s,   u"V"_s,
                                      u"X"_s, u"Y"_s, u"Z"_s, u"Backspace"_s, u"Del"_s, u"Ins"_s};
    static const QSet<QString> editedWithShift{u"Z"_s, u"V"_s, u"Backspace"_s, u"Del"_s};
    return stroke.ctrl && !stroke.alt && (stroke.shift ? editedWithShift : edited).contains(stroke.key);
}

std::optional<KeyFault> faultOf(const ActionInfo &info, const QString &key)
{
    if (key.contains(u", "_s)) return KeyFault::SeveralKeys;
    const Stroke stroke(key);
    if (stroke.isCharacter() && stroke.alt) return stroke.ctrl ? KeyFault::AltGr : KeyFault::OpensMenu;
    if (moves(stroke)) return KeyFault::Moves;
    const bool whereOneWrites = info.places.testAnyFlags(Places(Place::Composer) | Place::Global);
    if (whereOneWrites && writes(stroke)) return KeyFault::Writes;
    return std::nullopt;
}

bool meet(Places a, Places b) { return a.testFlag(Place::Global) || b.testFlag(Place::Global) || a.testAnyFlags(b); }

} // namespace

QStringList keysOf(ActionId id, const Keymap &keymap)
{
    const ActionInfo &info = actionInfo(id);
    const auto chosen = keymap.constFind(id);
    QStringList keys =
        chosen != keymap.constEnd() ? QStringList{*chosen} : QStringList{info.shortcut, info.alternative};
    keys.removeAll(QString());
    return keys;
}

std::optional<KeyProblem> whyNotKey(ActionId id, const QString &key, const Keymap &keymap)
{
    if (key.isEmpty()) return std::nullopt;
    const ActionInfo &info = actionInfo(id);
    if (const auto fault = faultOf(info, key)) return KeyProblem{*fault, std::nullopt};
    for (const ActionInfo &other : actionTable())
        if (other.id != id && meet(info.places, other.places) && keysOf(other.id, keymap).contains(key))
            return KeyProblem{KeyFault::Taken, other.id};
    return std::nullopt;
}

Keymap keymapFrom(const QHash<QString, QString> &kept)
{
    Keymap keymap;
    for (auto each = kept.cbegin(); each != kept.cend(); ++each)
        if (const std::optional<ActionId> id = actionByName(each.key())) keymap.insert(*id, each.value());
    // One that goes gives its action the table's key back, which another one may have.
    const auto misfit = [&keymap](const ActionInfo &info) {
        return keymap.contains(info.id) && whyNotKey(info.id, keymap.value(info.id), keymap).has_value();
    };
    for (auto bad = std::ranges::find_if(actionTable(), misfit); bad != actionTable().end();
         bad = std::ranges::find_if(actionTable(), misfit))
        keymap.remove(bad->id);
    return keymap;
}

} // namespace akwaba
