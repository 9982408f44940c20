// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ticket/usecounts.h"

#include <QSettings>

using namespace Qt::StringLiterals;

namespace akwaba {

UseCounts readUseCounts()
{
    QSettings settings;
    settings.beginGroup(u"uses"_s);
    UseCounts uses;
    for (const QString &id : settings.childKeys())
        uses.insert(id, settings.value(id).toInt());
    return uses;
}

void countUse(const QString &id)
{
    QSettings settings;
    const QString key = u"uses/"_s + id;
    settings.setValue(key, settings.value(key).toInt() + 1);
}

} // namespace akwaba
