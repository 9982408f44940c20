// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QFileInfo>

namespace akwaba {

/// shared/data stands beside the checkout, or above it when the source is a work tree. Empty where it is absent.
inline QString dataFolder(const QString &name)
{
    QDir folder(qEnvironmentVariable("AKWABA_SOURCE_DIR"));
    do {
        const QString candidate = folder.filePath(QStringLiteral("../shared/data/") + name);
        if (QFileInfo::exists(candidate)) return QDir::cleanPath(candidate);
    } while (folder.cdUp());
    return {};
}

} // namespace akwaba
