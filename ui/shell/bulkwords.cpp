// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/bulkwords.h"

#include "ui/shell/intentwords.h"
#include "ui/text/enumwords.h"
#include "ui/text/quantities.h"
#include "ui/text/translate.h"

#include <QMap>

namespace akwaba {

using namespace Qt::StringLiterals;

namespace {

struct ChangeTitle {
    const NameOf &nameOf;
    const QDateTime &now;

    QString operator()(const BulkAssign &change) const
    {
        if (!change.team.isEmpty()) return translate("Bulk", "Team: %1").arg(nameOf(change.team.value));
        if (change.assignee.isEmpty()) return translate("Bulk", "Assigned to nobody");
        return translate("Bulk", "Assigned to %1").arg(nameOf(change.assignee.value));
    }
    QString operator()(const BulkTake &) const { return translate("Bulk", "Assigned to me"); }
    QString operator()(const BulkStatus &change) const { return translate("Bulk", "Status: %1").arg(word(change.to)); }
    QString operator()(const BulkPriority &change) const
    {
        return translate("Bulk", "Priority: %1").arg(word(change.to));
    }
    QString operator()(const BulkCategory &change) const
    {
        return translate("Bulk", "Category: %1").arg(nameOf(change.to.value));
    }
    QString operator()(const BulkTag &change) const
    {
        return (change.add ? translate("Bulk", "Tag added: %1") : translate("Bulk", "Tag removed: %1"))
            .arg(nameOf(change.tag.value));
    }
    QString operator()(const BulkSnooze &change) const
    {
        return translate("Bulk", "Snoozed until %1").arg(dueMoment(change.until, now));
    }
};

QString phraseOf(BulkSkip why)
{
    switch (why) {
    case BulkSkip::AlreadySo: return translate("BulkSkip", "already so");
    case BulkSkip::Merged: return translate("BulkSkip", "merged into another ticket");
    case BulkSkip::Done: return translate("BulkSkip", "the ticket is done");
    case BulkSkip::NotFromHere: return translate("BulkSkip", "not possible from the status it has");
    case BulkSkip::Gone: return translate("BulkSkip", "no longer here");
    case BulkSkip::ChangedSince: return translate("BulkSkip", "changed again since");
    case BulkSkip::NotReached: return translate("BulkSkip", "stopped before");
    }
    Q_UNREACHABLE();
}

/// "3 skipped: already so", one for each reason.
QStringList skippedWords(const BulkRun &run)
{
    QMap<BulkSkip, int> reasons;
    for (const BulkItem &item : run.items)
        if (item.skip) ++reasons[*item.skip];
    QStringList words;
    for (auto reason = reasons.cbegin(); reason != reasons.cend(); ++reason) {
        const int count = reason.value();
        words += translate("Bulk", "%n skipped: %1", nullptr, count).arg(phraseOf(reason.key()));
    }
    return words;
}

QString stateWords(const BulkItem &item, bool online)
{
    switch (item.state()) {
    case BulkItem::State::Skipped: return translate("Bulk", "skipped: %1").arg(phraseOf(*item.skip));
    case BulkItem::State::Planned: return {};
    case BulkItem::State::Waiting:
        if (item.outcome) return itemState(*item.outcome, online);
        return online ? translate("Outbox", "about to be sent") : translate("Outbox", "waiting for the network");
    case BulkItem::State::Refused: return itemState(*item.outcome, online);
    case BulkItem::State::TakenBack: return translate("Bulk", "taken back");
    case BulkItem::State::Done: break;
    }
    return item.outcome->state == IntentState::Merged ? translate("Bulk", "done, over a change made meanwhile")
                                                      : translate("Bulk", "done");
}

} // namespace

QString bulkTitle(const BulkRun &run, const NameOf &nameOf, const QDateTime &now)
{
    const QString title = std::visit(ChangeTitle{nameOf, now}, run.change);
    return polished(run.isUndo ? translate("Bulk", "Undo of “%1”").arg(title) : title);
}

QString bulkEffect(const BulkRun &run)
{
    const int steps = run.steps();
    QStringList sentences = skippedWords(run);
    if (steps > 0)
        sentences.prepend(translate("Bulk", "%n ticket(s) change", nullptr, steps));
    else
        sentences.prepend(translate("Bulk", "No ticket changes"));
    return polished(sentences.join(u". "_s) + u'.');
}

QString bulkSummary(const BulkRun &run, bool online)
{
    using State = BulkItem::State;
    QStringList parts;
    const int done = run.count(State::Done);
    const int waiting = run.count(State::Waiting);
    const int refused = run.count(State::Refused);
    const int takenBack = run.count(State::TakenBack);
    if (done > 0) parts += translate("Bulk", "%n done", nullptr, done);
    if (refused > 0) parts += translate("Bulk", "%n refused", nullptr, refused);
    if (waiting > 0)
        parts += online ? translate("Bulk", "%n being sent", nullptr, waiting)
                        : translate("Bulk", "%n waiting for the network", nullptr, waiting);
    if (takenBack > 0) parts += translate("Bulk", "%n taken back", nullptr, takenBack);
    parts += skippedWords(run);
    return polished(parts.join(u", "_s));
}

QString bulkItemState(const BulkItem &item, bool online)
{
    QString words = stateWords(item, online);
    if (!words.isEmpty()) words[0] = words.at(0).toUpper();
    return words;
}

QString bulkItemIcon(const BulkItem &item)
{
    switch (item.state()) {
    case BulkItem::State::Skipped: return u"info-circle"_s;
    case BulkItem::State::Planned:
    case BulkItem::State::Waiting: return u"cloud-upload"_s;
    case BulkItem::State::Done: return u"check"_s;
    case BulkItem::State::Refused: return u"alert-triangle"_s;
    case BulkItem::State::TakenBack: return u"arrow-back-up"_s;
    }
    Q_UNREACHABLE();
}

QString bulkItemTitle(const BulkItem &item)
{
    if (item.ticket.id.isEmpty()) return translate("Bulk", "A ticket that is no longer here");
    const QString number = item.ticket.number.isEmpty() ? translate("Outbox", "number pending")
                                                        : translate("Outbox", "No. %1").arg(item.ticket.number);
    return item.ticket.subject.isEmpty() ? number : number + u" · "_s + item.ticket.subject;
}

} // namespace akwaba
