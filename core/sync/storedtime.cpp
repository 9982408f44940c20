// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/storedtime.h"

#include "core/cache/outbox.h"

namespace akwaba {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
const QString name = u"serverTimeOffset"_s;
}

std::optional<std::chrono::milliseconds> storedOffset(Outbox &outbox)
{
    bool isNumber = false;
    const qint64 offset = outbox.fact(name).toLongLong(&isNumber);
    return isNumber ? std::optional(std::chrono::milliseconds(offset)) : std::nullopt;
}

void storeOffset(Outbox &outbox, std::chrono::milliseconds offset)
{
    const auto stored = storedOffset(outbox);
    if (stored && std::chrono::abs(*stored - offset) < 1s) return;
    // Not worth an error: the next answer measures it again.
    (void)outbox.setFact(name, QString::number(offset.count()));
}

} // namespace akwaba
