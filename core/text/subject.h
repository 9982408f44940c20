// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace akwaba {

/// A subject without its Re:, TR:, Fwd:, AW: ... and without the ticket number
/// in brackets: "Re: [A-10482] TR: Toner vide" is "Toner vide".
[[nodiscard]] QString bareSubject(QStringView subject);

/// The first ticket number in brackets ("A-10482" of "Re: [A-10482] Toner"),
/// or nothing. A number without brackets may be an order and is not taken.
[[nodiscard]] QString ticketNumberIn(QStringView subject);

/// What a reply is called: "Re: [A-10482] Toner vide". Without a number (a
/// ticket still pending) the brackets are left out.
[[nodiscard]] QString replySubject(QStringView subject, QStringView ticketNumber);

} // namespace akwaba
