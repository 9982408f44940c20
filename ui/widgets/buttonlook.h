// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

class QWidget;

namespace akwaba {

/// The variants of a button, kept in its dynamic property "look" and drawn by AkwabaStyle. At most one Primary on a
/// surface. Quiet also makes a QComboBox borderless.
enum class ButtonLook : quint8 { Secondary, Primary, Note, Escalate, Danger, Quiet, Link, SmallLink };

void setLook(QWidget *button, ButtonLook look);
/// Unknown or missing: Secondary. In a .ui file the property is a word: primary, note, escalate, danger, quiet, link,
/// small-link.
[[nodiscard]] ButtonLook lookOf(const QWidget *button);

/// Which side of a button touches its neighbour, so that this side has no round corners.
enum class Joined : quint8 { None, Start, End };
void setJoined(QWidget *button, Joined joined);
[[nodiscard]] Joined joinedOf(const QWidget *button);

/// Marks a field as wrong: it gets the border of an error. FormField::setError() does it with a sentence.
void setFieldError(QWidget *field, bool wrong);
[[nodiscard]] bool hasFieldError(const QWidget *field);

} // namespace akwaba
