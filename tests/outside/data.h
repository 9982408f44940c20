// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

// Cases that nobody here wrote. They are not part of the repository: where they are absent the tests are skipped, and
// say so.
namespace akwaba::outside {

/// Empty where it is absent. shared/data stands beside the checkout, or above it when the source is a work tree.
inline QString dataFolder(const QString &name)
{
    QDir folder(qEnvironmentVariable("AKWABA_SOURCE_DIR"));
    do {
        const QString candidate = folder.filePath(QStringLiteral("../shared/data/") + name);
        if (QFileInfo::exists(candidate)) return QDir::cleanPath(candidate);
    } while (folder.cdUp());
    return {};
}

inline QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline QJsonArray casesIn(const QString &path)
{
    return QJsonDocument::fromJson(contentOf(path)).object().value(QStringLiteral("cases")).toArray();
}

} // namespace akwaba::outside
