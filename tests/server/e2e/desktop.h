// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QString>

#include <memory>

/// A desktop of its own for a test: an X server without a screen, a session bus, an unlocked keyring and AT-SPI, all
/// below one folder. Nothing of the machine's own session is touched. Everything ends with the object.
class Desktop {
public:
    /// `folder` takes the place of the home.
    explicit Desktop(QString folder);
    ~Desktop();
    Q_DISABLE_COPY_MOVE(Desktop)

    /// This process talks to the same bus and keyring afterwards.
    [[nodiscard]] bool start();
    /// For programs that run on it.
    [[nodiscard]] const QProcessEnvironment &environment() const { return m_environment; }
    /// Why start() failed.
    [[nodiscard]] const QString &problem() const { return m_problem; }

private:
    [[nodiscard]] bool startDisplay();
    [[nodiscard]] bool startBus();
    [[nodiscard]] bool startKeyring();
    [[nodiscard]] bool fail(const QString &problem);

    QString m_folder;
    QProcessEnvironment m_environment;
    QString m_problem;
    QProcess m_display;
    QProcess m_bus;
    QProcess m_keyring;
};
