// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/presencewords.h"

#include "ui/text/translate.h"

using namespace Qt::StringLiterals;

namespace akwaba {

TicketPresence withoutMe(TicketPresence presence, const AgentId &me)
{
    presence.present.removeIf([&me](const Present &one) { return one.agent == me; });
    return presence;
}

QString presenceSentence(const TicketPresence &presence, const NameOf &nameOf)
{
    QStringList phrases;
    for (const Present &one : presence.present) {
        const QString known = nameOf(one.agent.value);
        const QString name = known.isEmpty() ? translate("Presence", "Somebody") : known;
        phrases += one.mode == PresenceMode::Replying ? translate("Presence", "%1 is replying").arg(name)
                                                      : translate("Presence", "%1 is viewing").arg(name);
    }
    return phrases.join(u", "_s);
}

} // namespace akwaba
