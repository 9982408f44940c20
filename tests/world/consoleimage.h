// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pieces.h"
#include "worldconsole.h"

namespace akwaba::world {

/// Everything that lies in the folder of a console at one moment: its files as they are, what their pages and those of
/// their logs say once they are opened, what the files of attachments say that a key is there for, and the words of the
/// text index, each at the end of a line.
struct ConsoleImage {
    QByteArray bytes;
    QByteArray words;
    qint64 files = 0;
    qint64 unreadable = 0; // pages

    [[nodiscard]] QSet<qsizetype> found(const Pieces &pieces) const { return pieces.foundIn(bytes, words); }
};

[[nodiscard]] ConsoleImage imageOf(const WorldConsole &console);

/// The content of an attachment that lies here, and what opens it.
struct KeptFile {
    QString blob;
    QByteArray key;
    QString name;
    bool isNamed = false; // by an attachment

    [[nodiscard]] QString path(const WorldConsole &console) const;
};

[[nodiscard]] QList<KeptFile> keptFiles(const WorldConsole &console);

} // namespace akwaba::world
