// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"
#include "tests/ui/pictures.h"
#include "tests/ui/ticket/sample.h"
#include "ui/ticket/messagepictures.h"
#include "ui/ticket/timeline.h"

#include <QAccessible>
#include <QBuffer>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolTip>

using namespace akwaba;
using namespace Qt::StringLiterals;

namespace {

Conversation longConversation(int messages)
{
    Conversation conversation;
    conversation.ticket.id = TicketId{u"t-long"_s};
    for (int i = 0; i < messages; ++i)
        conversation.messages.append(
            sample::fromCustomer(u"m-%1"_s.arg(i), sample::at(1, 8, 0).addSecs(i),
                                 QString(u"Bonjour, toujours la même trace. "_s).repeated(1 + i % 17)));
    conversation.seenAt = sample::now;
    return conversation;
}

struct Window {
    ManualClock clock{sample::now};
    Timeline timeline{clock};
    explicit Window(const Conversation &conversation, int height = 400)
    {
        timeline.resize(560, height);
        timeline.show();
        (void)QTest::qWaitForWindowExposed(&timeline);
        timeline.open(conversation, sample::directories().names());
    }
    [[nodiscard]] int lastItem() const { return static_cast<int>(timeline.items().size()) - 1; }
};

} // namespace

class TestTimeline : public QObject {
    Q_OBJECT

public:
    explicit TestTimeline(Theme &theme) : m_theme(theme) { }

private:
    Theme &m_theme;

private Q_SLOTS:
    void opens_onTheFirstUnreadMessage()
    {
        Conversation conversation = longConversation(300);
        conversation.seenAt = conversation.messages.at(149).at;
        Window window(conversation);
        int separator = 0;
        while (!window.timeline.items().at(separator).unread)
            ++separator;
        const QRect rect = window.timeline.itemRect(separator);
        QVERIFY2(rect.top() >= 0 && rect.top() < 40, qPrintable(QString::number(rect.top())));
    }

    void opens_atTheEnd_whenAllIsRead()
    {
        Window window(longConversation(300));
        QVERIFY(window.timeline.isAtEnd());
        QVERIFY(window.timeline.itemRect(window.lastItem()).bottom() <= window.timeline.viewport()->height());
    }

    void thousandsOfMessages_areOpenedWithoutLayingThemAllOut()
    {
        QElapsedTimer timer;
        timer.start();
        Window window(longConversation(20'000));
        QVERIFY2(timer.elapsed() < 5'000, qPrintable(QString::number(timer.elapsed())));
        QVERIFY(window.timeline.isAtEnd());
    }

    void scrollingUp_keepsWhatIsAtTheTop_whenHeightsBecomeKnown()
    {
        Window window(longConversation(200));
        QScrollBar *bar = window.timeline.verticalScrollBar();
        for (int i = 0; i < 60; ++i) {
            const int before = bar->value();
            bar->triggerAction(QAbstractSlider::SliderSingleStepSub);
            QVERIFY(bar->value() < before + 1);
            for (int item = 1; item <= window.lastItem(); ++item) // they never overlap
                QVERIFY(window.timeline.itemRect(item).top() >= window.timeline.itemRect(item - 1).bottom());
        }
    }

    void aNewMessage_doesNotMoveWhatOneReads_butIsFollowedAtTheEnd()
    {
        Conversation conversation = longConversation(100);
        Window window(conversation);
        conversation.messages.append(sample::fromCustomer(u"m-new"_s, sample::at(17, 15, 19), u"Alors ?"_s));
        window.timeline.update(conversation);
        QVERIFY(window.timeline.isAtEnd());
        window.timeline.verticalScrollBar()->setValue(500);
        conversation.messages.append(sample::fromCustomer(u"m-newer"_s, sample::at(17, 15, 20), u"Alors ??"_s));
        window.timeline.update(conversation);
        QCOMPARE(window.timeline.verticalScrollBar()->value(), 500);
    }

    void aMessageThatCameBack_saysWhy_inItsOwnSpace_andAloud()
    {
        Conversation conversation;
        conversation.ticket.id = TicketId{u"t-1"_s};
        conversation.messages = {sample::fromAgent(u"m-1"_s, sample::at(17, 9, 0), sample::awa, u"Bonjour"_s)};
        conversation.seenAt = sample::now;
        Window arrived(conversation);
        Message &message = conversation.messages.first();
        message.delivery = Delivery::Failed;
        message.deliveryLog = {{message.at, Delivery::Failed, u"5.2.2"_s}};
        Window failed(conversation);
        QVERIFY(failed.timeline.itemRect(1).height() > arrived.timeline.itemRect(1).height());
        QAccessible::setActive(true);
        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(&failed.timeline);
        QVERIFY(list->child(1)->text(QAccessible::Name).contains(u"The mailbox is full."_s));
        QAccessible::setActive(false);
    }

    void whyAMailJoined_isSaid()
    {
        Conversation conversation = longConversation(2);
        conversation.messages.last().joinedBecause = u"token"_s;
        Window window(conversation);
        QAccessible::setActive(true);
        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(&window.timeline);
        const QString because = u"joined because it was sent to the ticket’s address"_s;
        QVERIFY(!list->child(window.lastItem() - 1)->text(QAccessible::Name).contains(because));
        QVERIFY(list->child(window.lastItem())->text(QAccessible::Name).contains(because));
        QAccessible::setActive(false);
    }

    void quotes_areFolded_andUnfoldWithQ()
    {
        Window window(sample::conversation(), 900);
        QVERIFY(window.timeline.hasQuotes());
        const int folded = window.timeline.itemRect(window.lastItem()).height();
        window.timeline.setQuotesShown(true);
        QVERIFY(window.timeline.itemRect(window.lastItem()).height() > folded);
        window.timeline.setQuotesShown(false);
        QCOMPARE(window.timeline.itemRect(window.lastItem()).height(), folded);
    }

    void tab_reachesEverythingThatCanBePressed_andThenLeaves()
    {
        Window window(sample::conversation(), 900);
        QSignalSpy attachments(&window.timeline, &Timeline::attachmentActivated);
        window.timeline.setFocus();
        window.timeline.verticalScrollBar()->setValue(0);
        const int eventItem = 3;
        const int before = window.timeline.itemRect(eventItem).height();
        QTest::keyClick(&window.timeline, Qt::Key_Tab); // the events
        QTest::keyClick(&window.timeline, Qt::Key_Return);
        QVERIFY(window.timeline.itemRect(eventItem).height() > before);
        QTest::keyClick(&window.timeline, Qt::Key_Tab); // the picture
        QTest::keyClick(&window.timeline, Qt::Key_Return);
        QCOMPARE(attachments.size(), 1);
        QCOMPARE(attachments.at(0).at(0).value<Attachment>().name, u"IMG_2041.jpg"_s);
        QTest::keyClick(&window.timeline, Qt::Key_Tab); // the quoted text
        const int folded = window.timeline.itemRect(window.lastItem()).height();
        QTest::keyClick(&window.timeline, Qt::Key_Return);
        QVERIFY(window.timeline.itemRect(window.lastItem()).height() > folded);
    }

    void text_canBeSelected_withinAMessage()
    {
        Window window(sample::conversation(), 900);
        QWidget *viewport = window.timeline.viewport();
        const QRect first = window.timeline.itemRect(1);
        const QPoint start = first.topLeft() + QPoint(53, 40);
        QTest::mousePress(viewport, Qt::LeftButton, {}, start);
        QTest::mouseMove(viewport, start + QPoint(300, 0));
        QTest::mouseRelease(viewport, Qt::LeftButton, {}, start + QPoint(300, 0));
        QVERIFY2(window.timeline.selectedText().startsWith(u"Bonjour, depuis"_s),
                 qPrintable(window.timeline.selectedText()));
    }

    void marksOfAMail_neverLoadAnything()
    {
        Conversation conversation = sample::conversation();
        conversation.messages.last().text = u"Bonjour"_s;
        conversation.messages.last().html =
            u"<p>Bonjour <img src=\"file:///etc/hostname\"><img src=\"https://x.example/a\"></p>"_s;
        const ManualClock clock{sample::now};
        MessageDocument document(m_theme);
        document.setMessage(conversation.messages.last(), false);
        document.layOut(480);
        // A placeholder of ours, since Qt looks for a file of that name where it is given nothing.
        const QVariant shown = document.resource(QTextDocument::ImageResource, QUrl(u"file:///etc/hostname"_s));
        QCOMPARE(shown.value<QImage>(),
                 document.resource(QTextDocument::ImageResource, QUrl(u"cid:none"_s)).value<QImage>());
        QVERIFY(!shown.value<QImage>().isNull());
        QVERIFY(document.resource(QTextDocument::StyleSheetResource, QUrl(u"file:///etc/hostname"_s)).isNull());
        QVERIFY(document.toPlainText().startsWith(u"Bonjour"_s));
    }

    void whatACustomerWrote_isNeverMarkUp()
    {
        Message message = sample::fromCustomer(u"m-1"_s, sample::now, u"<b>5 < 6</b> & <script>x</script>"_s);
        MessageDocument document(m_theme);
        document.setMessage(message, false);
        QCOMPARE(document.toPlainText(), message.text);
    }

    void aScreenReader_findsOneItemPerMessage()
    {
        Window window(sample::conversation());
        QAccessible::setActive(true);
        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(&window.timeline);
        QVERIFY(list);
        QCOMPARE(list->childCount(), window.timeline.items().size());
        QAccessibleInterface *note = list->child(4);
        QVERIFY(note);
        const QString said = note->text(QAccessible::Name);
        QVERIFY2(said.startsWith(u"Internal note, Ibrahim Ouattara"_s), qPrintable(said));
        QVERIFY2(said.contains(u"Lot 2611-B"_s), qPrintable(said));
        QCOMPARE(list->indexOfChild(note), 4);
        QAccessible::setActive(false);
    }

    void aScreenReader_findsWhatTabReached_andCanPressIt()
    {
        Window window(sample::conversation(), 900);
        QAccessible::setActive(true);
        window.timeline.setFocus();
        window.timeline.verticalScrollBar()->setValue(0);
        QTest::keyClick(&window.timeline, Qt::Key_Tab); // the events
        QTest::keyClick(&window.timeline, Qt::Key_Tab); // the picture
        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(&window.timeline);
        QVERIFY(list);
        QAccessibleInterface *picture = list->child(window.lastItem())->child(0);
        QVERIFY(picture);
        const QString said = picture->text(QAccessible::Name);
        QVERIFY2(said.startsWith(u"Attachment IMG_2041.jpg, "_s), qPrintable(said));
        QVERIFY(picture->state().focused);
        QCOMPARE(picture->role(), QAccessible::Button);
        QAccessibleInterface *message = picture->parent();
        QCOMPARE(message->child(message->indexOfChild(picture)), picture);
        QCOMPARE(message->parent()->indexOfChild(message), window.lastItem());

        QSignalSpy activated(&window.timeline, &Timeline::attachmentActivated);
        picture->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(activated.size(), 1);
        window.timeline.clear();
        QVERIFY(!picture->isValid());
        QVERIFY(picture->text(QAccessible::Name).isEmpty());
        QAccessible::setActive(false);
    }

    void whatWasFocused_andIsGone_isNotPressed()
    {
        Window window(sample::conversation(), 900);
        QSignalSpy activated(&window.timeline, &Timeline::attachmentActivated);
        window.timeline.setFocus();
        QTest::keyClick(&window.timeline, Qt::Key_Backtab); // the last: quoted text
        window.timeline.update(longConversation(1));
        QTest::keyClick(&window.timeline, Qt::Key_Return);
        window.timeline.clear();
        QTest::keyClick(&window.timeline, Qt::Key_Return);
        QVERIFY(activated.isEmpty());
    }

    void whatIsDisplayedOtherwise_isSaid_withWhatCanBeDone()
    {
        Conversation conversation = sample::conversation();
        conversation.messages.last().notices = {MessageNotice::HtmlCut, MessageNotice::UnknownCharset};
        Window window(conversation, 900);
        const int last = window.lastItem();
        QVERIFY(window.timeline.spokenItem(last).contains(u"longer than what is displayed"));
        const QList<HotSpot> spots = window.timeline.hotSpots(last);
        QCOMPARE(spots.at(0).action, NoticeAction::ShowText);
        QCOMPARE(spots.at(1).action, NoticeAction::SaveOriginal);
        QSignalSpy texts(&window.timeline, &Timeline::textRequested);
        QSignalSpy originals(&window.timeline, &Timeline::originalRequested);
        const QPoint corner = window.timeline.itemRect(last).topLeft();
        for (int spot : {0, 1})
            QTest::mouseClick(window.timeline.viewport(), Qt::LeftButton, {},
                              corner + spots.at(spot).rect.center().toPoint());
        QCOMPARE(texts.size(), 1);
        QCOMPARE(originals.size(), 1);
        QCOMPARE(originals.at(0).at(0).value<Message>().id.value, u"m-7"_s);
    }

    void aMailWithoutTroubles_hasNoNotice()
    {
        Window window(sample::conversation(), 900);
        for (int item = 0; item <= window.lastItem(); ++item)
            for (const HotSpot &spot : window.timeline.hotSpots(item))
                QVERIFY(spot.kind != HotSpot::Kind::Notice);
    }

    void remotePictures_areBlocked_untilTheAgentWantsThem()
    {
        QStringList asked;
        QImage red(300, 200, QImage::Format_RGB32);
        red.fill(Qt::red);
        QByteArray png;
        QBuffer buffer(&png);
        buffer.open(QIODevice::WriteOnly);
        red.save(&buffer, "PNG");
        MessagePictures pictures({[](const Attachment &) { return answered<QByteArray>(fail(Code::NotFound)); },
                                  [&](const MessageId &, const QString &key) {
                                      asked.append(key);
                                      return answered<QByteArray>(png);
                                  }});
        Conversation conversation = sample::conversation();
        conversation.messages.last().text = u"Voici"_s;
        conversation.messages.last().html = u"<p>Voici <img src=\"remote:00112233445566ff\" alt=\"Page\"></p>"_s;
        conversation.messages.last().notices = {MessageNotice::TrackingPixels};
        Window window(conversation, 900);
        window.timeline.setPictures(&pictures);
        window.timeline.open(conversation, sample::directories().names());
        const int last = window.lastItem();
        const int before = window.timeline.itemRect(last).height();
        QVERIFY(asked.isEmpty());
        QCOMPARE(window.timeline.hotSpots(last).first().action, NoticeAction::ShowPictures);
        window.timeline.press(last, 0);
        QTRY_VERIFY(window.timeline.itemRect(last).height() > before + 100);
        QCOMPARE(asked, QStringList{u"00112233445566ff"_s});
        QVERIFY(window.timeline.isAtEnd());
        for (const HotSpot &spot : window.timeline.hotSpots(last))
            QVERIFY(spot.kind != HotSpot::Kind::Notice);
    }

    void aPictureOfABody_isOfferedAsAFile_whereItsPlaceIsNotDisplayed()
    {
        Conversation conversation = sample::conversation();
        Message &message = conversation.messages.last();
        Attachment &picture = conversation.attachments[message.id].first();
        picture.isInline = true;
        picture.contentId = u"page@t.ci"_s;
        const auto isOffered = [&conversation] {
            Window window(conversation, 900);
            const QList<HotSpot> spots = window.timeline.hotSpots(window.lastItem());
            return std::ranges::any_of(spots,
                                       [](const HotSpot &spot) { return spot.kind == HotSpot::Kind::Attachment; });
        };
        QVERIFY(isOffered()); // only the text is there
        message.text = u"Voici"_s;
        message.html = u"<p>Voici <img src=\"cid:page@t.ci\"></p>"_s;
        QVERIFY(!isOffered());
        message.notices = {MessageNotice::HtmlCut};
        QVERIFY(!isOffered());
        message.html = u"<p>Voici</p>"_s;
        QVERIFY(isOffered());
    }

    void links_areReachedByKey_saidWithTheirTarget_andOpened()
    {
        Conversation conversation = sample::conversation();
        conversation.messages.last().text = u"Voir toner.example"_s;
        conversation.messages.last().html =
            u"<p>Voir <a href=\"https://evil.example/a\">toner<b>.example</b></a></p>"_s;
        Window window(conversation, 900);
        QSignalSpy activated(&window.timeline, &Timeline::linkActivated);
        const int last = window.lastItem();
        const HotSpot link = window.timeline.hotSpots(last).first();
        QCOMPARE(link.kind, HotSpot::Kind::Link);
        QCOMPARE(link.linkText, u"toner.example"_s);
        QVERIFY2(link.spoken.contains(u"evil.example"), qPrintable(link.spoken));
        QVERIFY2(link.spoken.contains(u"another address"), qPrintable(link.spoken));
        window.timeline.setFocus();
        window.timeline.verticalScrollBar()->setValue(0);
        QTest::keyClick(&window.timeline, Qt::Key_Tab); // the events
        QTest::keyClick(&window.timeline, Qt::Key_Tab); // the link
        QTRY_VERIFY(QToolTip::text().contains(u"https://evil.example/a"));
        QTest::keyClick(&window.timeline, Qt::Key_Return);
        QCOMPARE(activated.size(), 1);
        QCOMPARE(activated.at(0), (QVariantList{u"https://evil.example/a"_s, u"toner.example"_s}));
        QTest::mouseClick(window.timeline.viewport(), Qt::LeftButton, {},
                          window.timeline.itemRect(last).topLeft() + link.rect.center().toPoint());
        QCOMPARE(activated.size(), 2);
        QToolTip::hideText();
    }

    void aClickOnAnAttachment_activatesIt()
    {
        Window window(sample::conversation(), 900);
        QSignalSpy activated(&window.timeline, &Timeline::attachmentActivated);
        const int last = window.lastItem();
        const QList<HotSpot> spots = window.timeline.hotSpots(last);
        QCOMPARE(spots.first().kind, HotSpot::Kind::Attachment);
        QTest::mouseClick(window.timeline.viewport(), Qt::LeftButton, {},
                          window.timeline.itemRect(last).topLeft() + spots.first().rect.center().toPoint());
        QCOMPARE(activated.size(), 1);
    }
};

AKWABA_PICTURES_MAIN(TestTimeline)
#include "tst_timeline.moc"
