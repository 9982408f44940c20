// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QSystemTrayIcon;

namespace akwaba {

/// Tells the agent something while another program has his eyes: by a message of the system's tray, or, where there is
/// none, by the window's entry in the task bar.
class TrayIcon : public QObject {
    Q_OBJECT

public:
    explicit TrayIcon(QWidget *window);
    void tell(const QString &sentence);

Q_SIGNALS:
    /// He pressed the message, or the icon.
    void pressed();

private:
    QWidget *m_window;
    QSystemTrayIcon *m_icon = nullptr; // from the first message on
};

} // namespace akwaba
