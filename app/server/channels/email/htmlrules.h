// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

#include <optional>

// The allow-list of untrusted HTML: what may be written, as pure functions.
namespace akwaba::mail::htmlrules {

enum class Element {
    Unknown, // its tags are left out, its text stays
    Dropped, // left out with everything inside
    Inline,
    Block,
    Paragraph,
    Quote,
    Preformatted,
    ListItem,
    Table,
    Row,
    Cell,
    Break,
    Ruler,
    Picture,
    Link,
};

[[nodiscard]] Element elementOf(QByteArrayView lowerCaseName);

/// The value to write for an attribute, or nothing when it has no business there.
/// `href` and `src` have their own functions below.
[[nodiscard]] std::optional<QString> allowedValue(QByteArrayView attribute, const QString &value);

/// http, https, mailto and tel links, without control characters; else nothing.
[[nodiscard]] std::optional<QString> allowedLink(const QString &href);

/// "cid:..." of this mail; every other picture would tell the sender who reads.
[[nodiscard]] std::optional<QString> allowedPicture(const QString &src);

} // namespace akwaba::mail::htmlrules
