// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/message.h"

#include <QList>
#include <QString>

namespace akwaba {

/// What an agent can do about how a message is displayed.
enum class NoticeAction { ShowPictures, ShowText, SaveOriginal };

[[nodiscard]] QString label(NoticeAction action);

/// One strip above the body of a message: what is displayed otherwise than it was written, and what can be done.
struct BodyNotice {
    QString text;
    QList<NoticeAction> actions;
    bool operator==(const BodyNotice &) const = default;
};

/// What the console itself found out as it laid the message out.
struct BodyState {
    bool isCut = false;
    bool isSimplified = false;
    int blockedPictures = 0; ///< that the agent may ask for
    int missingPictures = 0; ///< that he asked for, and that could not be had
};

[[nodiscard]] QList<BodyNotice> bodyNotices(const Message &message, const BodyState &state);

} // namespace akwaba
