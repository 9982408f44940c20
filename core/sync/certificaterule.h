// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QSslCertificate>
#include <QSslError>

namespace akwaba {

/// SHA-256 of a certificate in hex with colons, as `akwaba-server init` prints it; empty for none.
[[nodiscard]] QString fingerprintOf(const QSslCertificate &certificate);

/// Whether a connection with these errors may go on because the agent confirmed this very certificate. An expired
/// certificate that was pinned is still the pinned one.
[[nodiscard]] bool isPinned(const QSslCertificate &certificate, const QString &pinnedFingerprint);

} // namespace akwaba
