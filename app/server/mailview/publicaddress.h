// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>

namespace akwaba::mailview {

/// True for an address of the public Internet: none of this machine, of a private network, of a link, of a provider's
/// own network, of a group, nor one that stands for another address (mapped, translated, tunnelled).
[[nodiscard]] bool isPublicAddress(const QHostAddress &address);

} // namespace akwaba::mailview
