// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/console.h"
#include "app/console/startedmark.h"
#include "app/console/tour.h"
#include "core/sync/qtkeyring.h"
#include "ui/shell/language.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/style.h"

#include <QApplication>
#include <QSettings>

#include <cstdio>

using namespace akwaba;
using namespace Qt::StringLiterals;

namespace {

Theme::Scheme chosenScheme(const Options &options)
{
    const QString kept = QSettings().value(u"theme"_s).toString();
    return options.scheme.value_or(kept == u"dark"        ? Theme::Scheme::Dark
                                       : kept == u"light" ? Theme::Scheme::Light
                                                          : Theme::Scheme::System);
}

} // namespace

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
    theme.setScheme(chosenScheme(*options));
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
