// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>

namespace akwaba::http {

[[nodiscard]] QByteArray gzip(const QByteArray &plain);
/// BadInput for what is not gzip, and Unsupported for what would inflate to more than `limit` bytes: it stops there.
[[nodiscard]] Result<QByteArray> gunzip(const QByteArray &packed, qsizetype limit);

} // namespace akwaba::http
