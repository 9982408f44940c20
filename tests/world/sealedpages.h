// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace akwaba::world {

/// The pages of a file and those in its log, without SQLite: it shows of each page only the newest, and a log holds all
/// that were written since it was emptied, and behind its end some of before that.
struct OpenedPages {
    QByteArray bytes;
    qint64 unreadable = 0; // by this key
};

/// Of a file that is encrypted with ChaCha20.
[[nodiscard]] OpenedPages openedPages(const QString &database, const QByteArray &key);

} // namespace akwaba::world
