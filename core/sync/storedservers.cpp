// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/storedservers.h"

#include "core/cache/outbox.h"

namespace akwaba {

using namespace Qt::StringLiterals;

namespace {
const QString factName = u"servers"_s;
}

QStringList storedServers(Outbox &outbox) { return outbox.fact(factName).split(u'\n', Qt::SkipEmptyParts); }

void storeServers(Outbox &outbox, const QStringList &urls)
{
    // Not worth an error: the next session tells them again.
    if (storedServers(outbox) != urls) (void)outbox.setFact(factName, urls.join(u'\n'));
}

} // namespace akwaba
