// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/escalations/boardwords.h"

#include "ui/text/enumwords.h"
#include "ui/text/escalationwords.h"
#include "ui/text/quantities.h"
#include "ui/text/translate.h"

#include <QMap>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

BoardCard cardOf(const OpenEscalation &open, const NameOf &names, const QDateTime &now)
{
    const Escalation &escalation = open.escalation;
    BoardCard card;
    card.id = escalation.id;
    card.ticket = escalation.ticket;
    card.state = escalation.state;
    card.title = open.ticket.number.isEmpty() ? open.ticket.subject
                                              : open.ticket.number + QChar(u'\u2002') + open.ticket.subject;
    const QString worker = names(escalation.acceptedBy.value);
    card.people =
        QStringList{open.ticket.customerName, worker.isEmpty() ? translate("Board", "nobody yet") : worker}.join(
            u" · "_s);
    if (open.ticket.customerName.isEmpty()) card.people = card.people.mid(3);
    const QDateTime due = nextDueOf(escalation);
    card.isLate = due.isValid() && due <= now;
    if (due.isValid())
        card.due = (escalation.state == EscalationState::Requested ? translate("Board", "accept by %1")
                                                                   : translate("Board", "news by %1"))
                       .arg(dueWords(due, now));
    if (escalation.promisedAt.isValid())
        card.promised = translate("Board", "promised %1").arg(dueWords(escalation.promisedAt, now));
    return card;
}

bool isSooner(const OpenEscalation &one, const OpenEscalation &other)
{
    const auto rank = [](const OpenEscalation &open) {
        const QDateTime due = nextDueOf(open.escalation);
        return std::tuple(!due.isValid(), due, open.escalation.openedAt, open.escalation.id.value);
    };
    return rank(one) < rank(other);
}

} // namespace

QString BoardCard::sentence() const
{
    QStringList parts{title, word(state), people, due, promised};
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

QList<BoardTier> boardOf(const QList<OpenEscalation> &open, const Directories &directories, const QDateTime &now)
{
    QMap<int, QStringList> paths; // by tier
    for (const EscalationPath &path : directories.paths)
        paths[path.tier].append(nameOf(path));
    for (const OpenEscalation &each : open)
        paths[each.escalation.tier]; // also one to which no path leads any more
    QList<OpenEscalation> sorted = open;
    std::ranges::stable_sort(sorted, isSooner);
    const NameOf names = directories.names();
    QList<BoardTier> tiers;
    for (auto path = paths.cbegin(); path != paths.cend(); ++path) {
        BoardTier tier{path.key(), translate("Board", "Tier %1").arg(path.key()), path.value().join(u", "_s), {}};
        for (const OpenEscalation &each : std::as_const(sorted))
            if (each.escalation.tier == tier.tier) tier.cards.append(cardOf(each, names, now));
        tiers.append(tier);
    }
    return tiers;
}

} // namespace akwaba
