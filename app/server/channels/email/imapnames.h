// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/channels/email/imapreader.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace akwaba::mail {

/// The name of a folder as IMAP writes it, "Envoyés" as "Envoy&AOk-s" (RFC 3501, 5.1.3), quoted.
[[nodiscard]] QByteArray imapFolder(const QString &name);
/// Numbers as IMAP takes them, "3:5,9". They ascend.
[[nodiscard]] QByteArray imapSet(const QList<quint32> &numbers);
/// The folder with this attribute ("\Sent", RFC 6154) among the answers to LIST, quoted as it came.
[[nodiscard]] std::optional<QByteArray> folderWith(const QByteArray &attribute, const QList<ImapResponse> &listed);

} // namespace akwaba::mail
