// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/keptpreferences.h"

#include <QSettings>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

// In the order of the enumerations.
constexpr std::array schemeNames{"system"_L1, "light"_L1, "dark"_L1};
constexpr std::array densityNames{"compact"_L1, "normal"_L1, "comfortable"_L1};

template <class E, std::size_t n>
E valueOf(const std::array<QLatin1StringView, n> &names, const QString &name, E otherwise)
{
    const auto found = std::ranges::find(names, name);
    return found == names.end() ? otherwise : static_cast<E>(found - names.begin());
}

QString groupOf(const AgentId &agent) { return u"agents/"_s + agent.value + u"/shortcuts"_s; }

} // namespace

Appearance appearanceOf(const Theme &theme)
{
    return {theme.scheme(), theme.density(), qRound(theme.scale() * 100), theme.showsInitials(), theme.spellsIcons()};
}

void apply(const Appearance &appearance, Theme &theme)
{
    theme.setScheme(appearance.scheme);
    theme.setDensity(appearance.density);
    theme.setScale(appearance.textSize / 100.0);
    theme.setShowsInitials(appearance.showsInitials);
    theme.setSpellsIcons(appearance.spellsIcons);
}

Appearance keptAppearance()
{
    const QSettings kept;
    const Appearance first;
    return {valueOf(schemeNames, kept.value(u"theme"_s).toString(), first.scheme),
            valueOf(densityNames, kept.value(u"density"_s).toString(), first.density),
            std::clamp(kept.value(u"textSize"_s, first.textSize).toInt(), 80, 200),
            kept.value(u"showsInitials"_s, first.showsInitials).toBool(),
            kept.value(u"spellsIcons"_s, first.spellsIcons).toBool()};
}

void changeAppearance(Theme &theme, const Appearance &wanted)
{
    const Appearance before = appearanceOf(theme);
    apply(wanted, theme);
    // Not the rest: the command line may have chosen it for this time alone.
    QSettings kept;
    const auto keep = [&kept](const QString &key, const auto &now, const auto &then, const QVariant &value) {
        if (now != then) kept.setValue(key, value);
    };
    keep(u"theme"_s, wanted.scheme, before.scheme, QString(schemeNames[std::size_t(wanted.scheme)]));
    keep(u"density"_s, wanted.density, before.density, QString(densityNames[std::size_t(wanted.density)]));
    keep(u"textSize"_s, wanted.textSize, before.textSize, wanted.textSize);
    keep(u"showsInitials"_s, wanted.showsInitials, before.showsInitials, wanted.showsInitials);
    keep(u"spellsIcons"_s, wanted.spellsIcons, before.spellsIcons, wanted.spellsIcons);
}

Keymap keptKeymap(const AgentId &agent)
{
    QSettings settings;
    settings.beginGroup(groupOf(agent));
    QHash<QString, QString> kept;
    for (const QString &name : settings.childKeys())
        kept.insert(name, settings.value(name).toString());
    return keymapFrom(kept);
}

void keepKeymap(const Keymap &keymap, const AgentId &agent)
{
    QSettings settings;
    settings.remove(groupOf(agent));
    settings.beginGroup(groupOf(agent));
    for (auto each = keymap.cbegin(); each != keymap.cend(); ++each)
        settings.setValue(actionInfo(each.key()).name, each.value());
}

} // namespace akwaba
