// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/ticket/sample.h"
#include "ui/ticket/timelineitems.h"

#include <QTest>

using namespace akwaba;
using namespace Qt::StringLiterals;

namespace {

QString shape(const Conversation &conversation)
{
    QString letters;
    for (const TimelineItem &item : timelineItems(conversation)) {
        if (item.kind == TimelineItem::Kind::Day)
            letters += item.unread ? u'U' : u'D';
        else if (item.kind == TimelineItem::Kind::Events)
            letters += u'E' + QString::number(item.messages.size());
        else
            letters += u"canp"_s.at(static_cast<int>(item.look));
    }
    return letters;
}

} // namespace

class TestTimelineItems : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void days_eventsAndTheUnreadLine_standWhereTheyBelong() { QCOMPARE(shape(sample::conversation()), u"DcaE3nUc"_s); }

    void theUnreadLine_standsWithinADay()
    {
        Conversation conversation = sample::conversation();
        conversation.messages.append(sample::fromCustomer(u"m-8"_s, sample::at(17, 15, 10), u"?"_s));
        conversation.seenAt = sample::at(17, 15, 5);
        QCOMPARE(shape(conversation), u"DcaE3nDcUc"_s);
        QCOMPARE(firstUnread(conversation).value, u"m-8"_s);
    }

    void whenAllIsRead_thereIsNoUnreadLine()
    {
        Conversation conversation = sample::conversation();
        conversation.seenAt = sample::now;
        QCOMPARE(shape(conversation), u"DcaE3nDc"_s);
        QVERIFY(firstUnread(conversation).isEmpty());
    }

    void onATicketNeverOpened_noLineStandsAboveEverything()
    {
        Conversation conversation = sample::conversation();
        conversation.seenAt = {};
        QCOMPARE(shape(conversation), u"DcaE3nDc"_s);
        QCOMPARE(firstUnread(conversation).value, u"m-1"_s);
    }

    void aNoteOfAColleague_isNotUnread()
    {
        Conversation conversation = sample::conversation();
        conversation.seenAt = sample::now;
        conversation.messages.append(
            sample::fromAgent(u"m-9"_s, sample::at(17, 16, 0), sample::ibrahim, u"Vu."_s, MessageKind::Note));
        QVERIFY(firstUnread(conversation).isEmpty());
        QCOMPARE(lastMessage(conversation).value, u"m-9"_s);
    }

    void whatIsNotAccepted_isNotWhatTheAgentHasSeen()
    {
        Conversation conversation = sample::conversation();
        conversation.messages.append(sample::fromAgent(u"m-10"_s, sample::at(17, 15, 17), sample::awa, u"Bonjour"_s));
        conversation.unsent.insert(MessageId{u"m-10"_s}, IntentState::Ready);
        QCOMPARE(timelineItems(conversation).last().state, MessageState::Waiting);
        QCOMPARE(lastMessage(conversation).value, u"m-7"_s);
        conversation.unsent[MessageId{u"m-10"_s}] = IntentState::NeedsReview;
        QCOMPARE(timelineItems(conversation).last().state, MessageState::Refused);
    }

    void nothing_hasNoItems() { QVERIFY(timelineItems({}).isEmpty()); }
};

QTEST_GUILESS_MAIN(TestTimelineItems)
#include "tst_timelineitems.moc"
