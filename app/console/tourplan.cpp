// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/tourplan.h"

namespace akwaba {

using namespace Qt::StringLiterals;

// The verbs: what a line of a plan may begin with.
//   await WINDOW            until a window of this object name is on the screen
//   size [WIDTH HEIGHT]     of the current window; that of the screen
//   language fr|en, theme light|dark
//   action NAME             triggers an action of the table
//   click OBJECT            a button
//   focus OBJECT            gives it the keyboard
//   key KEYS                as in menus: Ctrl+Return, J
//   type TEXT               into whatever has the focus
//   wait OBJECT             until a widget of this name is visible
//   picture FILE [OBJECT]   of the current window, and of the popup OBJECT over it
//   pause N                 N times the pace, for what comes from the network
//   mark NAME               tells a second console, on a tour into the same folder, that we came so far
//   until NAME              until the other one has come there
//   quit

namespace {

const QStringList verbs{u"await"_s, u"size"_s, u"language"_s, u"theme"_s, u"action"_s, u"click"_s, u"focus"_s, u"key"_s,
                        u"type"_s,  u"wait"_s, u"picture"_s,  u"pause"_s, u"mark"_s,   u"until"_s, u"quit"_s};

} // namespace

Result<QList<TourStep>> parseTour(const QString &text)
{
    QList<TourStep> steps;
    int number = 0;
    for (const QString &line : text.split(u'\n')) {
        ++number;
        const QString trimmed = line.trimmed();
        if (trimmed.isEmpty() || trimmed.startsWith(u'#')) continue;
        QStringList words = trimmed.split(u' ', Qt::SkipEmptyParts);
        const QString verb = words.takeFirst();
        if (!verbs.contains(verb)) return fail(Code::BadInput, u"tour, line %1: %2"_s.arg(number).arg(verb));
        steps.append({number, verb, words});
    }
    return steps;
}

} // namespace akwaba
