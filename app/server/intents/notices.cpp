// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/intents/handling.h"

using namespace Qt::StringLiterals;

namespace akwaba::intents {

Result<Outcome> decide(const Handling &handling, const ReadNotice &command)
{
    const auto found = handling.writer().find<Notice>(command.notice);
    if (!found) return tl::unexpected(found.error());
    const QString &entity = command.notice.value;
    // It is what was wanted: nothing is left to be read.
    if (!*found) return handling.accepted(entity, 0);
    Notice notice = **found;
    if (notice.agent != handling.agent().id) return handling.rejected(Reason::Denied, entity);
    // On another device, before.
    if (notice.readAt.isValid()) return handling.merged(entity, notice.rev, {{u"readAt"_s, utcDate(notice.readAt)}});
    notice.readAt = handling.now();
    return handling.writer().put(notice).map(
        [&](const Notice &stored) { return handling.accepted(entity, stored.rev); });
}

} // namespace akwaba::intents
