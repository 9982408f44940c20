// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/config/config.h"
#include "app/server/jobs/receivemail.h"

namespace akwaba {

/// What the configuration says of mail that comes in, with the files that it names. Code::BadInput and Code::NotFound
/// name the file and the place.
[[nodiscard]] Result<jobs::ReceiveSettings> receiveSettingsOf(const ServerConfig &config);

/// What the server writes to customers by itself. The same errors.
[[nodiscard]] Result<jobs::AnswerTemplates> answerTemplatesOf(const ServerConfig &config);

} // namespace akwaba
