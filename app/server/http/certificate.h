// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QDateTime>
#include <QSslCertificate>
#include <QSslKey>
#include <QStringList>

namespace akwaba::http {

/// Makes a self-signed certificate (EC P-256, 10 years) for these host names and addresses. Refuses to overwrite;
/// the key is readable by its owner alone.
[[nodiscard]] Result<void> makeCertificate(const QStringList &hosts, const QDateTime &from,
                                           const QString &certificateFile, const QString &keyFile);
/// SHA-256 of a certificate file as "AA:BB:...", which a person can compare.
[[nodiscard]] Result<QString> certificateFingerprint(const QString &certificateFile);

/// What a server shows its clients, and the key that proves it.
struct ServerCertificate {
    QList<QSslCertificate> chain; // ours first
    QSslKey key;
    QDateTime expiresAt; // the first of the chain that does
};
/// From files in PEM. Code::Io for what can't be read, Code::BadInput for what is none, and for a key that does not
/// belong to the certificate: no client would get in.
[[nodiscard]] Result<ServerCertificate> readCertificate(const QString &certificateFile, const QString &keyFile);

} // namespace akwaba::http
