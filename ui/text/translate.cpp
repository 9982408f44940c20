// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/translate.h"

#include "core/text/french.h"

#include <QCoreApplication>
#include <QLocale>

namespace akwaba {

bool speaksFrench() { return QLocale().language() == QLocale::French; }

QString polished(const QString &text) { return speaksFrench() ? withFrenchSpaces(text) : text; }

QString translate(const char *context, const char *source, const char *meaning, int n)
{
    return polished(QCoreApplication::translate(context, source, meaning, n));
}

} // namespace akwaba
