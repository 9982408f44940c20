// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace akwaba {

enum class BodyPartKind { Visible, Quoted, Signature };

struct BodyPart {
    BodyPartKind kind = BodyPartKind::Visible;
    QString text;
    bool operator==(const BodyPart &) const = default;
};

struct ReplyParts {
    QString visible;
    QString quoted;
    QString signature;
    bool operator==(const ReplyParts &) const = default;
};

/// A plain-text body cut into what was newly written, what was quoted, and the
/// signature, in the order in which it stands: no line is ever dropped, so a
/// console can fold a part where it is. Quotes that are answered below stay
/// visible, since the answers make no sense without them; a single one on top,
/// introduced by its attribution, does not. When nothing visible would be left
/// of a body that is not blank, it is all visible.
[[nodiscard]] QList<BodyPart> bodyParts(QStringView body);

/// The same, with the parts of each kind joined and trimmed of blank lines.
[[nodiscard]] ReplyParts replyParts(QStringView body);

} // namespace akwaba
