// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace akwaba::outside {

/// shared/data stands beside the checkout, or above it when the source is a work tree.
inline QString dataFolder(const QString &name)
{
    QDir folder(qEnvironmentVariable("AKWABA_SOURCE_DIR"));
    do {
        const QString candidate = folder.filePath(QStringLiteral("../shared/data/") + name);
        if (QFileInfo::exists(candidate)) return QDir::cleanPath(candidate);
    } while (folder.cdUp());
    return {};
}

inline QJsonArray casesIn(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return {};
    return QJsonDocument::fromJson(file.readAll()).object()[QStringLiteral("cases")].toArray();
}

} // namespace akwaba::outside
