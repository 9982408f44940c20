// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"

#include <QCoreApplication>

#include <array>
#include <cstdio>

using namespace akwaba;
using namespace Qt::StringLiterals;

namespace {

struct Word {
    QStringView group;
    QStringView name;
    int (*run)(const QStringList &arguments);
};

constexpr std::array words{
    Word{u"privacy", u"map", ctl::privacyMap}, Word{u"privacy", u"redact", ctl::privacyRedact},
    Word{u"sla", u"due", ctl::slaDue},         Word{u"sla", u"elapsed", ctl::slaElapsed},
    Word{u"sla", u"open", ctl::slaOpen},       Word{u"sla", u"intervals", ctl::slaIntervals},
    Word{u"sla", u"--batch", ctl::slaBatch},
};

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QStringList arguments = QCoreApplication::arguments();
    for (const Word &word : words) {
        if (arguments.value(1) != word.group || arguments.value(2) != word.name) continue;
        arguments.remove(1, 2);
        return word.run(arguments);
    }
    for (const Word &word : words)
        std::fprintf(stderr, "akwabactl %s %s\n", qPrintable(word.group.toString()), qPrintable(word.name.toString()));
    return ctl::Usage;
}
