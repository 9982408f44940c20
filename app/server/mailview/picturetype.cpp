// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/mailview/picturetype.h"

namespace akwaba::mailview {

QByteArray pictureType(const QByteArray &content)
{
    if (content.startsWith("\x89PNG\r\n\x1a\n")) return "image/png";
    if (content.startsWith("\xff\xd8\xff")) return "image/jpeg";
    if (content.startsWith("GIF87a") || content.startsWith("GIF89a")) return "image/gif";
    if (content.startsWith("RIFF") && content.sliced(4).indexOf("WEBP") == 4) return "image/webp";
    return {};
}

} // namespace akwaba::mailview
