// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QUrl>

namespace akwaba {

/// The server that an agent named: "support.example.ci" becomes https. Code::BadInput for what is no address,
/// Code::InsecureAddress for plain http to anywhere else than this machine.
[[nodiscard]] Result<QUrl> serverAddress(const QString &typed);

/// The second half of the rule, for an address from elsewhere.
[[nodiscard]] bool isSecureOrLocal(const QUrl &url);

} // namespace akwaba
