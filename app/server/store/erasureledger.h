// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>

namespace akwaba::store {

/// One erasure, as it is remembered outside the database and its backups. `digest` is of the customer's id, under a
/// key.
struct LedgerLine {
    QString erasure;
    QString digest;
    QDateTime at;
};

/// The file erasures.ledger beside the key of the state strings (sync.md 2.20): a backup that is older than an erasure
/// brings back what was erased, and this says what has to be erased again. Only added to; each line is on the disk
/// before append() returns, and holds a keyed hash of itself and the line before, so that none can be changed, taken
/// out or put in between unnoticed. Taking away the last ones is not noticed by it alone. Holds nothing about a person
/// but that hash.
class ErasureLedger {
public:
    ErasureLedger(const QString &directory, QByteArray key);

    /// Code::Corrupt where the chain does not hold.
    [[nodiscard]] Result<QList<LedgerLine>> read() const;
    [[nodiscard]] Result<void> append(const LedgerLine &line) const;
    /// Of the id of a person.
    [[nodiscard]] QString digestOf(const QString &id) const;

private:
    struct Chain {
        QList<LedgerLine> lines;
        QByteArray last; // hash
        qint64 end = 0; // of the last whole line
    };
    [[nodiscard]] Result<Chain> readChain() const;
    [[nodiscard]] QByteArray hash(const QByteArray &previous, const QByteArray &text) const;

    QString m_path;
    QByteArray m_key;
};

} // namespace akwaba::store
