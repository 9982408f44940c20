// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/config/config.h"
#include "app/server/config/toml.h"

namespace akwaba::config {

/// One key as it counts: what the file says, or the default; empty where there is neither.
struct Setting {
    QString heading;
    QString key;
    QString value; // as TOML; of a password only the path
    bool isGiven = false;
};

/// A file with everything that is wrong in it. The configuration is whole where nothing is.
struct Reading {
    ServerConfig config;
    QList<Setting> settings;
    QList<Mistake> mistakes; // in the order of their lines
};

[[nodiscard]] Reading examine(const QByteArray &content);
/// "line 3: ...", or without a line where it is about the whole file.
[[nodiscard]] QString sentence(const Mistake &mistake);
/// The word that was probably meant; empty where none is near.
[[nodiscard]] QString nearest(const QString &word, const QStringList &known);

/// A file that holds every key with its meaning, what is not needed commented out.
[[nodiscard]] QString sampleFile();

} // namespace akwaba::config
