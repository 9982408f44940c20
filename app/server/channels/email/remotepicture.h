// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace akwaba::mail {

/// A picture of a mail that lies at somebody's server. Its key stands in the rewritten HTML as src="remote:<key>": made
/// from the address, so that it names the same picture whenever and however the mail is parsed, and tells nothing of
/// it.
struct RemotePicture {
    QString key; // 16 hexadecimal digits
    QString address; // http or https, as the sender wrote it
    bool operator==(const RemotePicture &) const = default;
};

[[nodiscard]] RemotePicture remotePictureAt(const QString &address);

} // namespace akwaba::mail
