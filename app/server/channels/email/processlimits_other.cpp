// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/channels/email/processlimits.h"

namespace akwaba::mail {

void limitProcess(QProcess &) { }

} // namespace akwaba::mail
