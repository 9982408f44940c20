// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/noticedesk.h"

#include "core/base/clock.h"
#include "core/cache/changed.h"
#include "core/domain/schema.h"
#include "ui/shell/noticepopup.h"
#include "ui/text/noticewords.h"
#include "ui/text/translate.h"

#include <QWidget>

#include <algorithm>

namespace akwaba {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostShown = 200; // the server keeps them for a month

} // namespace

NoticeDesk::NoticeDesk(CacheReader &reader, const Clock &clock, Tell tell, QWidget *window)
    : QObject(window), m_reader(&reader), m_clock(clock), m_tell(std::move(tell)), m_popup(new NoticePopup(window))
{
    connect(m_popup, &NoticePopup::chosen, this, &NoticeDesk::open);
    connect(m_popup, &NoticePopup::allReadRequested, this, &NoticeDesk::markAllRead);
    setReader(reader);
}

/// What waited for him while he was away, the bell says.
void NoticeDesk::setReader(CacheReader &reader)
{
    m_reader = &reader;
    const QList<NoticeItem> known = reader.notices(1).value_or(QList<NoticeItem>());
    if (!known.isEmpty()) m_newest = known.constFirst().notice.at;
}

QList<NoticeItem> NoticeDesk::items() { return m_reader->notices(mostShown).value_or(QList<NoticeItem>()); }

void NoticeDesk::applyChange(const Changed &changed)
{
    if (!changed.types.contains(typeInfo<Notice>().name)) return;
    if (m_popup->isVisible()) m_popup->setItems(items(), m_clock.now());
    tellNew();
}

void NoticeDesk::tellNew()
{
    QList<NoticeItem> fresh = items();
    fresh.removeIf([this](const NoticeItem &item) {
        return item.notice.readAt.isValid() || (m_newest.isValid() && item.notice.at <= m_newest);
    });
    if (fresh.isEmpty()) return;
    m_newest = fresh.constFirst().notice.at;
    m_tell(fresh.size() == 1 ? sentence(fresh.constFirst(), m_clock.now())
                             : translate("Notices", "%n new notifications", nullptr, int(fresh.size())));
}

void NoticeDesk::showPopup(const QWidget *anchor)
{
    m_popup->setItems(items(), m_clock.now());
    m_popup->openBelow(anchor, PopupFrame::Align::End);
}

void NoticeDesk::open(const NoticeItem &item)
{
    const Notice &notice = item.notice;
    if (!notice.readAt.isValid()) Q_EMIT commanded(ReadNotice{notice.id});
    if (notice.count == 1) return Q_EMIT ticketWanted(notice.tickets.value(0));
    // Where not all are listed, a list of them would say less than there is.
    if (notice.count > notice.tickets.size())
        return Q_EMIT viewWanted(notice.kind == NoticeKind::SlaAtRisk ? u"atRisk"_s : u"late"_s);
    FieldCondition which{u"id"_s, {}};
    for (const TicketId &ticket : notice.tickets)
        which.values.append(ticket.value);
    Q_EMIT ticketsWanted(sentence(item, m_clock.now()), {.conditions = {which}, .sort = TicketSort::Due});
}

void NoticeDesk::markAllRead()
{
    for (const NoticeItem &item : items()) {
        if (!item.notice.readAt.isValid()) Q_EMIT commanded(ReadNotice{item.notice.id});
    }
}

} // namespace akwaba
