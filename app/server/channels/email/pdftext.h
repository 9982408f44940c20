// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace akwaba::mail {

/// What pdftotext (poppler-utils) reads in a PDF, in a process of its own with little memory and time. Code::BadInput
/// for one that it cannot read, or not in that time; Code::Unsupported where the program is missing. Blocks for ten
/// seconds at most: not for a thread that others wait for. Writes nothing to the disk.
[[nodiscard]] Result<QString> textOfPdf(const QByteArray &pdf);

} // namespace akwaba::mail
