// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace akwaba {

/// Where a link of a stranger leads, as a person should see it before it is opened.
struct LinkTarget {
    QString shown; // without encodings that hide letters; cut where it is very long
    QString host; // in its own letters; of a mail address, what stands behind the @
    QString ascii; // the same host as computers write it, where that is something else: it may only look like another
    bool isDisguised = false; // the text of the link says another place, or a name stands before the host
    bool operator==(const LinkTarget &) const = default;
};

/// `text` is what the link says. Nothing of it is looked up anywhere.
[[nodiscard]] LinkTarget linkTarget(const QString &text, const QString &target);

} // namespace akwaba
