// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/http/message.h"

namespace akwaba::fuzz {

/// An answer as it goes out: one head that ends once, fields that are fields, as many bytes as it says.
void promiseWellFormed(const QByteArray &bytes, bool headOnly);
/// A download: the part that Range asked for, under the name that was asked for.
void promiseDownload(const http::Request &request, const http::Response &response, const QByteArray &blob);

} // namespace akwaba::fuzz
