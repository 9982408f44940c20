// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/trayicon.h"

#include <QApplication>
#include <QSystemTrayIcon>
#include <QWidget>

namespace akwaba {

using namespace Qt::StringLiterals;

TrayIcon::TrayIcon(QWidget *window) : QObject(window), m_window(window) { }

void TrayIcon::tell(const QString &sentence)
{
    QApplication::alert(m_window);
    if (!QSystemTrayIcon::isSystemTrayAvailable()) return;
    if (m_icon == nullptr) {
        m_icon = new QSystemTrayIcon(QApplication::windowIcon(), this);
        m_icon->setToolTip(u"Akwaba"_s);
        connect(m_icon, &QSystemTrayIcon::messageClicked, this, &TrayIcon::pressed);
        connect(m_icon, &QSystemTrayIcon::activated, this, &TrayIcon::pressed);
        m_icon->show();
    }
    m_icon->showMessage(u"Akwaba"_s, sentence, QApplication::windowIcon());
}

} // namespace akwaba
