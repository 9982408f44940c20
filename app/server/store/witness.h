// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QTimer>

namespace akwaba::store {

/// How far the change log had come, in a file outside the database: when the database comes back with less, somebody
/// has put an older one in its place without a word (sync.md 2.20). At most a second old, and as good as new after an
/// orderly end. On the store's thread.
class Witness {
public:
    explicit Witness(const QString &directory);
    ~Witness();
    Q_DISABLE_COPY_MOVE(Witness)

    /// Whether a log of this lineage was further than this.
    [[nodiscard]] bool contradicts(const QString &lineage, qint64 seq) const;
    void see(const QString &lineage, qint64 seq);

private:
    struct Seen {
        QString lineage;
        qint64 seq = 0;
    };
    [[nodiscard]] Seen read() const;
    void write();

    const QString m_path;
    Seen m_seen;
    QTimer m_timer;
};

} // namespace akwaba::store
