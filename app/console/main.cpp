// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/console.h"
#include "app/console/startedmark.h"
#include "app/console/tour.h"
#include "core/sync/qtkeyring.h"
#include "ui/preferences/keptpreferences.h"
#include "ui/shell/language.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/style.h"

#include <QApplication>
#include <QSettings>

#include <cstdio>

using namespace akwaba;
using namespace Qt::StringLiterals;

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QApplication::setOrganizationName(u"Akwaba"_s);
    QApplication::setApplicationName(u"akwaba"_s);
    QApplication::setApplicationDisplayName(QString());
    QApplication::setApplicationVersion(QStringLiteral(AKWABA_VERSION));
    QApplication::setWindowIcon(QIcon(u":/akwaba/akwaba.svg"_s));
    const Result<Options> options = parseOptions(QApplication::arguments());
    if (!options) {
        std::fprintf(stderr, "akwaba: %s\n", qPrintable(options.error().detail));
        return 2;
    }

    Theme theme;
    apply(keptAppearance(), theme);
    if (options->scheme) theme.setScheme(*options->scheme);
    QApplication::setStyle(new AkwabaStyle(theme));
    Language language;
    language.use(options->language.isEmpty() ? QSettings().value(u"language"_s, u"fr"_s).toString()
                                             : options->language);
    const SystemClock clock;
    SystemRandom random;
    QtKeyring keyring;
    Console console(*options, {theme, language, clock, random, keyring});
    StartedMark mark(options->startedMark);
    QObject::connect(&console, &Console::shown, &mark, &StartedMark::watch);
    Tour tour(console, theme, language, *options);
    console.start();
    return QApplication::exec();
}
