// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QDateTime>
#include <QStringList>

namespace akwaba::http {

/// Makes a self-signed certificate (EC P-256, 10 years) for these host names and addresses. Refuses to overwrite;
/// the key is readable by its owner alone.
[[nodiscard]] Result<void> makeCertificate(const QStringList &hosts, const QDateTime &from,
                                           const QString &certificateFile, const QString &keyFile);
/// SHA-256 of a certificate file as "AA:BB:...", which a person can compare.
[[nodiscard]] Result<QString> certificateFingerprint(const QString &certificateFile);

} // namespace akwaba::http
