// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/savedialog.h"

#include "ui/text/translate.h"

#include <QDesktopServices>
#include <QFileDialog>
#include <QStandardPaths>
#include <QUrl>

namespace akwaba {

using namespace Qt::StringLiterals;

FileChooser saveDialogOver(QWidget *window)
{
    return [window](const QString &name, const std::function<void(const QString &)> &chosen) {
        auto *dialog = new QFileDialog(window, translate("SaveDialog", "Save the attachment"),
                                       QStandardPaths::writableLocation(QStandardPaths::DownloadLocation));
        dialog->setObjectName(u"saveDialog"_s);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        dialog->selectFile(name);
        QObject::connect(dialog, &QFileDialog::fileSelected, dialog, chosen);
        dialog->open();
    };
}

std::function<void(const std::function<void(const QString &path)> &chosen)>
openDialogOver(QWidget *window, const QString &title, const QString &kinds)
{
    return [window, title, kinds](const std::function<void(const QString &)> &chosen) {
        auto *dialog =
            new QFileDialog(window, title, QStandardPaths::writableLocation(QStandardPaths::DownloadLocation), kinds);
        dialog->setObjectName(u"openDialog"_s);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::ExistingFile);
        QObject::connect(dialog, &QFileDialog::fileSelected, dialog, chosen);
        dialog->open();
    };
}

void openOutside(const QUrl &url) { QDesktopServices::openUrl(url); }

void showFolder(const QString &folder) { QDesktopServices::openUrl(QUrl::fromLocalFile(folder)); }

} // namespace akwaba
