// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/attachmentsaver.h"

class QUrl;
class QWidget;

namespace akwaba {

/// The system's dialog over `window`, which must outlive it, in the folder for downloads.
[[nodiscard]] FileChooser saveDialogOver(QWidget *window);

/// The system's dialog for one file that is there already; `kinds` as QFileDialog wants them.
[[nodiscard]] std::function<void(const std::function<void(const QString &path)> &chosen)>
openDialogOver(QWidget *window, const QString &title, const QString &kinds);

/// Shows a folder in the system's file manager.
void showFolder(const QString &folder);
/// In the program that the system has for it.
void openOutside(const QUrl &url);

} // namespace akwaba
