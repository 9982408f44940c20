// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/channels/email/gmime.h"
#include "app/server/channels/email/incomingmail.h"

namespace akwaba::mail {

/// What a person reads of a mail, and everything else as attachments. No named
/// part is hidden, whatever its disposition says.
struct MailBody {
    QString text;
    QString html; // rewritten
    bool hasHtml = false;
    bool isJoined = false; // html is that of several parts
    QList<MailAttachment> attachments;
    QList<RemotePicture> remotePictures;
    int trackingPixels = 0;
    QStringList warnings;
};

[[nodiscard]] MailBody bodyOf(GMimeMessage *message);

} // namespace akwaba::mail
