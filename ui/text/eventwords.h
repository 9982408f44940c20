// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/message.h"

#include <functional>

/// Events of the time line as the agent reads them.
namespace akwaba {

/// What an object is called, by its id: an agent, a team, a category, a tag. Empty for an id that is not known.
using NameOf = std::function<QString(const QString &id)>;

/// One change as a phrase: "set to waiting for customer", "category Technical help".
[[nodiscard]] QString phrase(const FieldChange &change, const NameOf &nameOf);
/// All changes of an event, separated by commas; who made them in front: "Awa Koné: priority High".
[[nodiscard]] QString eventSentence(const Message &event, const NameOf &nameOf);
/// Several events folded into one line: "3 events: set to waiting for customer, priority High".
[[nodiscard]] QString foldedEvents(const QList<Message> &events, const NameOf &nameOf);

} // namespace akwaba
