// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/style.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QLocale>
#include <QTest>
#include <QTranslator>
#include <QWidget>

namespace akwaba {

/// Where AKWABA_PICTURES names a folder, keeps the widget there in light and dark, for people to look at.
inline void keepPictures(Theme &theme, QWidget &widget, const QString &name)
{
    const QString folder = qEnvironmentVariable("AKWABA_PICTURES");
    if (folder.isEmpty()) return;
    for (const Theme::Scheme scheme : {Theme::Scheme::Dark, Theme::Scheme::Light}) {
        theme.setScheme(scheme);
        QTest::qWait(50);
        const QString suffix = scheme == Theme::Scheme::Dark ? QStringLiteral("-dark") : QStringLiteral("-light");
        widget.grab().save(folder + QLatin1Char('/') + name + suffix + QStringLiteral(".png"));
    }
}

inline void speakForPictures()
{
    const QString file = qEnvironmentVariable("AKWABA_PICTURES_QM");
    auto *translator = new QTranslator(qApp);
    if (file.isEmpty() || !translator->load(file)) return;
    QLocale::setDefault(QLocale(translator->language()));
    QApplication::installTranslator(translator);
}

} // namespace akwaba

/// A main() with the program's style, in English whatever the machine speaks. The test is given the theme. For pictures
/// in another language AKWABA_PICTURES_QM names its file, made by lrelease.
#define AKWABA_PICTURES_MAIN(TestClass)                                                                                \
    int main(int argc, char **argv)                                                                                    \
    {                                                                                                                  \
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));                                        \
        QApplication application(argc, argv);                                                                          \
        akwaba::speakForPictures();                                                                                    \
        akwaba::Theme theme;                                                                                           \
        theme.setScheme(akwaba::Theme::Scheme::Light);                                                                 \
        QApplication::setStyle(new akwaba::AkwabaStyle(theme));                                                        \
        TestClass test(theme);                                                                                         \
        return QTest::qExec(&test, argc, argv);                                                                        \
    }
