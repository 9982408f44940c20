// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace akwaba::store {

/// A state string taken apart: `<lineage>.<schema_gen>.<seq>.<mac>` (sync.md 2.3), opaque to clients.
struct StateParts {
    QString lineage;
    int schemaGen = 0;
    qint64 seq = -1;
    bool genuine = false; // the MAC holds: this server, or one with its key file, wrote it
};

/// Writes and reads state strings under a key that lies outside the database. Pure, any thread.
class StateKey {
public:
    explicit StateKey(QByteArray key) : m_key(std::move(key)) { }

    [[nodiscard]] QString write(const QString &lineage, int schemaGen, qint64 seq) const;
    /// A string that is none has seq -1.
    [[nodiscard]] StateParts read(const QString &state) const;

    /// A key of its own for another purpose, which tells nothing of this one.
    [[nodiscard]] QByteArray derived(const QByteArray &purpose) const;

private:
    [[nodiscard]] QString mac(const QString &body) const;
    QByteArray m_key;
};

} // namespace akwaba::store
