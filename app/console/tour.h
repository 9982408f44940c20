// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/options.h"
#include "app/console/tourplan.h"

#include <QObject>
#include <QPointer>
#include <QTimer>
#include <QWidget>

namespace akwaba {

class Console;
class Language;
class Theme;

/// Takes the pictures of the documentation: drives the real windows by key and by object name, and saves what they
/// show. A step whose widget is not there ends the program with an error. Does nothing without --tour.
class Tour : public QObject {
    Q_OBJECT

public:
    Tour(Console &console, Theme &theme, Language &language, const Options &options);

private:
    void begin(QWidget *window);
    void next();
    [[nodiscard]] bool done(const TourStep &step);
    [[nodiscard]] bool picture(const TourStep &step);
    [[nodiscard]] bool press(const TourStep &step);
    void fail(const TourStep &step, const QString &why);
    [[nodiscard]] QWidget *find(const QString &objectName) const;
    [[nodiscard]] QString markOf(const QString &name) const;

    Theme &m_theme;
    Language &m_language;
    QString m_folder;
    QList<TourStep> m_steps;
    QPointer<QWidget> m_window;
    QTimer m_pace;
    int m_patience = 0; // how often the current step was tried
};

} // namespace akwaba
