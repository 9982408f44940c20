// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

namespace akwaba::demo {

/// A valid PDF of one page with these lines in Helvetica, so that the demonstration's attachments really open.
[[nodiscard]] QByteArray onePagePdf(const QStringList &lines);

} // namespace akwaba::demo
