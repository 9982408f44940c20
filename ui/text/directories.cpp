// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/directories.h"

#include "ui/text/translate.h"

#include <QHash>

namespace akwaba {

QString nameOf(const Category &category)
{
    const QString &wanted = speaksFrench() ? category.nameFr : category.nameEn;
    return wanted.isEmpty() ? category.nameFr + (category.nameFr.isEmpty() ? category.nameEn : QString()) : wanted;
}

QString nameOf(const EscalationPath &path)
{
    return speaksFrench() || path.nameEn.isEmpty() ? path.nameFr : path.nameEn;
}

QString nameOf(const Macro &macro) { return speaksFrench() || macro.nameEn.isEmpty() ? macro.nameFr : macro.nameEn; }

NameOf Directories::names() const
{
    QHash<QString, QString> known;
    for (const Agent &agent : agents)
        known.insert(agent.id.value, agent.name);
    for (const Team &team : teams)
        known.insert(team.id.value, team.name);
    for (const Category &category : categories)
        known.insert(category.id.value, nameOf(category));
    for (const Tag &tag : tags)
        known.insert(tag.id.value, tag.name);
    for (const EscalationPath &path : paths)
        known.insert(path.id.value, nameOf(path));
    return [known](const QString &id) { return known.value(id); };
}

} // namespace akwaba
