// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QDateTime>
#include <QHash>
#include <QTimeZone>

namespace akwaba::jobs {

enum class AnswerKind { Acknowledgement, OutOfHours, LaterDate };

/// What stands in for {number}, {opening} and {date} in a template.
struct AnswerFacts {
    QString number; // of the ticket
    std::optional<QDateTime> at; // the next opening, or the new date
    QTimeZone zone; // in which that is said
};

/// The texts that the server answers by itself, in French and English: its own, and those of a folder that an operator
/// wrote in their place, by the same file names (acknowledgement.fr.txt, later-date.en.txt).
class AnswerTemplates {
public:
    /// `folder` may be empty. Code::NotFound for one that is missing, Code::BadInput for a text that can't be sent: the
    /// detail names the file.
    [[nodiscard]] static Result<AnswerTemplates> load(const QString &folder);

    /// In English for "en" and its variants, else in French.
    [[nodiscard]] QString text(AnswerKind kind, const QString &language, const AnswerFacts &facts) const;

private:
    QHash<QString, QString> m_texts; // by file name
};

} // namespace akwaba::jobs
