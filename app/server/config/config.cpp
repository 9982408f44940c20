// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/config/config.h"

#include "app/server/config/reading.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

Result<ServerConfig> readNaming(const QByteArray &content, const QString &before)
{
    const config::Reading reading = config::examine(content);
    if (reading.mistakes.isEmpty()) return reading.config;
    QStringList lines;
    for (const config::Mistake &mistake : reading.mistakes)
        lines.append(before + config::sentence(mistake));
    return fail(Code::BadInput, lines.join(u'\n'));
}

} // namespace

QString certificateFileOf(const ServerConfig &config)
{
    return config.certificateFile.isEmpty() ? config.dataDirectory + u"/server.crt"_s : config.certificateFile;
}

QString keyFileOf(const ServerConfig &config)
{
    return config.keyFile.isEmpty() ? config.dataDirectory + u"/server.key"_s : config.keyFile;
}

Result<ServerConfig> readConfig(const QByteArray &content) { return readNaming(content, {}); }

Result<ServerConfig> loadConfig(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return fail(Code::NotFound, u"can't read %1"_s.arg(path));
    return readNaming(file.readAll(), path + u": "_s);
}

} // namespace akwaba
