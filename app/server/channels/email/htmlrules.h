// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace akwaba::mail {

struct HtmlAttribute {
    QByteArray name;
    QString value;
};
using HtmlAttributes = QList<HtmlAttribute>;

} // namespace akwaba::mail

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
    List, // its content is indented
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

/// "cid:..." of this mail, or what already is a placeholder; every other picture would tell the sender who reads.
[[nodiscard]] std::optional<QString> allowedPicture(const QString &src);

/// Where a picture lies that would have to be fetched; nothing for what can't be.
[[nodiscard]] std::optional<QString> remoteAddress(const QString &src);

/// A picture that is hidden, or so small that nobody sees it: it is there to tell who reads.
[[nodiscard]] bool isUnseen(const HtmlAttributes &picture);

/// The width of a table or cell unless a window might be narrower.
[[nodiscard]] std::optional<QString> tableWidth(const QString &allowedWidth);

/// Letters that are none: controls, what turns the direction of all that follows, and those that QTextDocument takes
/// for its own marks.
[[nodiscard]] constexpr bool isUnwanted(QChar c)
{
    const char16_t code = c.unicode();
    if (code < 0x20) return code != u'\n' && code != u'\t' && code != u'\r';
    if (code < 0x7F) return false;
    const bool isControl = code < 0xA0;
    const bool isOverride = code == 0x202D || code == 0x202E;
    const bool isSeparator = code == 0x2028 || code == 0x2029;
    const bool isDocuments = (code >= 0xFDD0 && code <= 0xFDEF) || code >= 0xFFFE || code == 0xFFFC;
    return isControl || isOverride || isSeparator || isDocuments;
}

} // namespace akwaba::mail::htmlrules
