// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/escalation.h"

#include <QDateTime>

/// What a customer is told of an escalation, in his language and not in the agent's: from templates. Names nobody of
/// ours. Pure, but for the templates that the program brings along.
namespace akwaba {

struct NoticeFacts {
    QString language; ///< English for "en" and its variants, else French
    QString number; ///< of the ticket
    QString customer; ///< his name
    QStringList steps; ///< in his language
    QDateTime promisedAt; ///< in the zone in which it is said
};

[[nodiscard]] QString noticeText(const NoticeFacts &facts);
/// "mercredi 18 novembre 2026 à 11:00", as it stands in the text.
[[nodiscard]] QString noticeDate(const NoticeFacts &facts);
[[nodiscard]] bool isEnglish(const QString &language);
[[nodiscard]] QStringList stepsOf(const EscalationPath &path, const QString &language);

} // namespace akwaba
