// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"
#include "core/base/random.h"
#include "tests/ui/pictures.h"
#include "tests/ui/ticket/fakekeeper.h"
#include "tests/ui/ticket/sample.h"
#include "ui/ticket/addressfield.h"
#include "ui/ticket/conversationpane.h"
#include "ui/ticket/messagepictures.h"
#include "ui/ticket/momentdialog.h"
#include "ui/ticket/timeline.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/chips.h"
#include "ui/widgets/emptystate.h"

#include <QAbstractScrollArea>
#include <QAccessible>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTextEdit>

using namespace akwaba;
using namespace Qt::StringLiterals;

namespace {

struct Desk {
    ManualClock clock{sample::now};
    SeededRandom random{5};
    FakeKeeper kept;
    ConversationPane pane{clock, random, kept.keeper()};
    QList<Command> commands;

    explicit Desk(const QList<Draft> &drafts = {}, const Conversation &conversation = sample::conversation())
    {
        QObject::connect(&pane, &ConversationPane::commanded, &pane,
                         [this](const Command &command) { commands.append(command); });
        pane.setAuthor(sample::awa, DeviceId{u"d-1"_s});
        pane.setDirectories(sample::directories());
        pane.resize(560, 646);
        pane.show();
        (void)QTest::qWaitForWindowExposed(&pane);
        pane.open(conversation, drafts);
    }
    template <class T> [[nodiscard]] T last() const
    {
        return commands.isEmpty() || !std::holds_alternative<T>(commands.last()) ? T{} : std::get<T>(commands.last());
    }
    void type(const QString &text) { QTest::keyClicks(pane.composer()->editor(), text); }
    [[nodiscard]] QWidget *part(const QString &name) const { return pane.findChild<QWidget *>(name); }
    void choose(const QString &chip, const QString &text)
    {
        const QList<QAction *> actions = pane.findChild<StatusChip *>(chip)->menu()->actions();
        const auto found = std::ranges::find(actions, text, &QAction::text);
        QVERIFY(found != actions.end());
        (*found)->trigger();
    }
};

Draft replyDraft()
{
    Draft draft;
    draft.id = DraftId{u"w-1"_s};
    draft.text = u"Bonjour Madame Bamba,\nLe tambour est en bon état : c’est le toner. Un TN-2410 neuf (38 000 FCFA, "
                 "offert) part aujourd’hui, livraison mercredi 18 novembre avant 10:00."_s;
    draft.toAddresses = {{u"Rosine Bamba"_s, u"rosine@cabinet-bamba.example"_s}};
    draft.ccAddresses = {{{}, u"compta@cabinet-bamba.example"_s}};
    draft.basedOn = MessageId{u"m-7"_s};
    draft.writtenAt = sample::now.addSecs(-60);
    return draft;
}

} // namespace

class TestConversationPane : public QObject {
    Q_OBJECT

public:
    explicit TestConversationPane(Theme &theme) : m_theme(theme) { }

private:
    Theme &m_theme;

private Q_SLOTS:
    void aReply_isWrittenAndSentByKeyboard()
    {
        Desk desk;
        QVERIFY(desk.pane.perform(ActionId::Reply));
        QVERIFY(desk.pane.composer()->editor()->hasFocus());
        desk.type(u"Bonjour"_s);
        QVERIFY(desk.pane.perform(ActionId::Send));
        const auto reply = desk.last<Reply>();
        QCOMPARE(reply.text, u"Bonjour"_s);
        QCOMPARE(reply.toAddresses.value(0).address, u"rosine@cabinet-bamba.example"_s);
        QCOMPARE(reply.basedOn.value, u"m-7"_s);
        QCOMPARE(reply.fromStatus, TicketStatus::Open);
        QCOMPARE(reply.thenStatus, TicketStatus::WaitingCustomer);
        QVERIFY(isWellFormedId(reply.id.value));
        QVERIFY(!desk.pane.composer()->isVisible());
    }

    void sendAndNext_goesOnOnlyAfterSending()
    {
        Desk desk;
        QSignalSpy next(&desk.pane, &ConversationPane::nextRequested);
        desk.pane.perform(ActionId::Note);
        QVERIFY(!desk.pane.perform(ActionId::SendAndNext));
        QVERIFY(next.isEmpty());
        desk.type(u"Vu avec Ibrahim"_s);
        QVERIFY(desk.pane.perform(ActionId::SendAndNext));
        QCOMPARE(desk.last<AddNote>().text, u"Vu avec Ibrahim"_s);
        QCOMPARE(next.size(), 1);
    }

    void chips_changeTheTicket_namingWhatTheAgentSaw()
    {
        Desk desk;
        desk.choose(u"ticketStatus"_s, u"Resolved"_s);
        QCOMPARE(desk.last<SetStatus>().from, TicketStatus::Open);
        QCOMPARE(desk.last<SetStatus>().to, TicketStatus::Resolved);
        QCOMPARE(desk.last<SetStatus>().basedOn.value, u"m-7"_s);
        desk.choose(u"ticketPriority"_s, u"Urgent"_s);
        QCOMPARE(desk.last<SetField>().from, u"high"_s);
        QCOMPARE(desk.last<SetField>().to, u"urgent"_s);
        desk.choose(u"ticketTags"_s, u"urgent"_s);
        QCOMPARE(desk.last<SetTags>().add, QList<TagId>{TagId{u"g-urgent"_s}});
        desk.choose(u"ticketOwner"_s, u"Ibrahim Ouattara"_s);
        QCOMPARE(desk.last<Assign>().assignee, sample::ibrahim);
        QCOMPARE(desk.last<Assign>().ifFrom, sample::awa);
        QVERIFY(!desk.last<Assign>().take);
    }

    void taking_isTaking()
    {
        Conversation free = sample::conversation();
        free.ticket.assignee = {};
        Desk desk({}, free);
        QVERIFY(desk.pane.perform(ActionId::Take));
        QVERIFY(desk.last<Assign>().take);
        desk.choose(u"ticketOwner"_s, u"Me"_s);
        QVERIFY(desk.last<Assign>().take);
        QCOMPARE(desk.commands.size(), 2);
        Desk mine;
        QVERIFY(!mine.pane.perform(ActionId::Take));
        QVERIFY(mine.commands.isEmpty());
    }

    void aDraft_opensTheComposerWhereItWasLeft()
    {
        Desk desk({replyDraft()});
        QVERIFY(desk.pane.composer()->isVisible());
        QVERIFY(desk.pane.composer()->editor()->toPlainText().startsWith(u"Bonjour Madame Bamba"_s));
    }

    void esc_closesTheComposer_keepsTheDraft_thenLeaves()
    {
        Desk desk;
        QSignalSpy left(&desk.pane, &ConversationPane::left);
        desk.pane.perform(ActionId::Reply);
        desk.type(u"Bonjour"_s);
        desk.pane.perform(ActionId::Back);
        QVERIFY(!desk.pane.composer()->isVisible());
        QCOMPARE(desk.kept.journalled.size(), 1);
        QVERIFY(left.isEmpty());
        desk.pane.perform(ActionId::Back);
        QCOMPARE(left.size(), 1);
        desk.pane.perform(ActionId::Reply);
        QCOMPARE(desk.pane.composer()->editor()->toPlainText(), u"Bonjour"_s);
    }

    void aMessageOfTheCustomer_whileOneWrites_isAnnounced_andReadBeforeItCounts()
    {
        Desk desk;
        desk.pane.perform(ActionId::Reply);
        desk.type(u"Bonjour"_s);
        Conversation newer = sample::conversation();
        newer.messages.append(sample::fromCustomer(u"m-8"_s, sample::at(17, 15, 21), u"C’est réglé, merci !"_s));
        desk.pane.update(newer);
        auto *news = desk.pane.findChild<Banner *>(u"conversationNews"_s);
        QVERIFY(news->isVisible());
        QCOMPARE(desk.pane.composer()->editor()->toPlainText(), u"Bonjour"_s);
        QCOMPARE(desk.pane.composer()->basedOn().value, u"m-7"_s);
        Q_EMIT news->actionTriggered();
        QVERIFY(!news->isVisible());
        QCOMPARE(desk.pane.composer()->basedOn().value, u"m-8"_s);
    }

    void whileNobodyWrites_aNewMessage_isSimplyThere()
    {
        Desk desk;
        Conversation newer = sample::conversation();
        newer.messages.append(sample::fromCustomer(u"m-8"_s, sample::at(17, 15, 21), u"C’est réglé, merci !"_s));
        desk.pane.update(newer);
        QVERIFY(!desk.part(u"conversationNews"_s)->isVisible());
        QCOMPARE(desk.pane.composer()->basedOn().value, u"m-8"_s);
    }

    void anotherTicketsChange_changesNothingHere()
    {
        Desk desk;
        Conversation other = sample::conversation();
        other.ticket.id = TicketId{u"t-other"_s};
        other.ticket.subject = u"autre"_s;
        desk.pane.update(other);
        QCOMPARE(desk.pane.ticket().value, u"t-4812"_s);
    }

    void mailIsResumed_byASupervisor_whereALoopWasStopped()
    {
        Conversation stopped = sample::conversation();
        stopped.ticket.loopStoppedAt = sample::at(17, 15, 1);
        Desk desk({}, stopped);
        QVERIFY(!desk.pane.perform(ActionId::ResumeMail)); // an agent
        Directories directories = sample::directories();
        directories.agents.first().roles = {Role::Supervisor};
        desk.pane.setDirectories(directories);
        QVERIFY(desk.pane.perform(ActionId::ResumeMail));
        QCOMPARE(desk.last<ResumeMail>().ticket, stopped.ticket.id);
    }

    void noReplyNeeded_isSaid_andTakenBack()
    {
        Conversation waiting = sample::conversation();
        waiting.ticket.waitingSince = sample::at(17, 15, 0);
        Desk desk({}, waiting);
        QVERIFY(desk.pane.perform(ActionId::NoReplyNeeded));
        QVERIFY(desk.last<NeedNoReply>().noReplyNeeded);
        QVERIFY(!desk.last<NeedNoReply>().basedOn.isEmpty());
        Message said;
        said.id = MessageId{u"m-said"_s};
        said.kind = MessageKind::Event;
        said.at = sample::at(17, 15, 22);
        said.changes = {{u"noReplyNeeded"_s, {}, u"true"_s}};
        waiting.ticket.waitingSince = {};
        waiting.messages.append(said);
        desk.pane.update(waiting);
        QVERIFY(desk.pane.perform(ActionId::NoReplyNeeded));
        QVERIFY(!desk.last<NeedNoReply>().noReplyNeeded);
    }

    void aPromise_isChosenInADialog()
    {
        Desk desk;
        QVERIFY(desk.pane.perform(ActionId::PromiseDate));
        auto *dialog = desk.pane.findChild<MomentDialog *>();
        QVERIFY(dialog != nullptr);
        QTest::keyClick(dialog, Qt::Key_Return);
        QVERIFY(desk.last<Promise>().promisedAt > sample::now);
        QCOMPARE(desk.last<Promise>().ticket.value, u"t-4812"_s);
    }

    void whatSleeps_canBeWokenUp()
    {
        Conversation sleeping = sample::conversation();
        sleeping.ticket.snoozedUntil = sample::at(18, 8, 0);
        Desk desk({}, sleeping);
        QVERIFY(desk.pane.perform(ActionId::Snooze));
        desk.pane.findChild<QPushButton *>(u"momentWithdraw"_s)->click();
        QCOMPARE(desk.last<SetField>().name, u"snoozedUntil"_s);
        QCOMPARE(desk.last<SetField>().to, QString());
    }

    void aMergedTicket_canBeReadButNotChanged()
    {
        Conversation merged = sample::conversation();
        merged.ticket.status = TicketStatus::Merged;
        Desk desk({}, merged);
        QVERIFY(!desk.pane.perform(ActionId::Reply));
        QVERIFY(!desk.part(u"ticketStatus"_s)->isEnabled());
    }

    void withoutATicket_nothingIsOffered()
    {
        Desk desk;
        desk.pane.clear();
        QVERIFY(desk.part(u"conversationEmpty"_s)->isVisible());
        ActionContext context;
        desk.pane.describe(context);
        QVERIFY(!context.ticket);
        QVERIFY(!desk.pane.perform(ActionId::Reply));
    }

    void everythingThatTakesTheFocus_hasAName()
    {
        Desk desk({replyDraft()});
        for (const QWidget *widget : desk.pane.findChildren<QWidget *>()) {
            if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible()) continue;
            if (qobject_cast<const QAbstractScrollArea *>(widget->parentWidget())) continue;
            if (widget->objectName().startsWith(u"qt_"_s)) continue;
            const QAccessibleInterface *access = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget));
            QVERIFY2(access && !access->text(QAccessible::Name).isEmpty(),
                     qPrintable(QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName()));
        }
    }

    void whoElseIsHere_isSaidAboveTheConversation_andMovesNothing()
    {
        Desk desk;
        const int foot = desk.pane.timelineFoot();
        auto *words = desk.part(u"ticketPresence"_s);
        QVERIFY(!words->isVisible());
        const TicketPresence others{desk.pane.ticket(), {{sample::awa, PresenceMode::Replying}}};
        desk.pane.setPresence(others, u"Koffi Yao is replying"_s);
        QVERIFY(words->isVisible());
        QCOMPARE(qobject_cast<QLabel *>(words)->text(), u"Koffi Yao is replying"_s);
        QCOMPARE(desk.pane.timelineFoot(), foot);
        desk.pane.setPresence({}, {});
        QVERIFY(!words->isVisible());
    }

    void onlyAnOpenReply_isReplying()
    {
        Desk desk;
        QVERIFY(!desk.pane.isReplying());
        desk.pane.perform(ActionId::Note);
        QVERIFY(!desk.pane.isReplying());
        desk.pane.perform(ActionId::Reply);
        QVERIFY(desk.pane.isReplying());
        desk.pane.clear();
        QVERIFY(!desk.pane.isReplying());
    }

    void pictures()
    {
        Desk reply({replyDraft()});
        reply.pane.setPresence({reply.pane.ticket(), {{sample::awa, PresenceMode::Replying}}},
                               u"Koffi Yao is replying"_s);
        keepPictures(m_theme, reply.pane, u"conversation-reply"_s);
        Draft note = replyDraft();
        note.form = DraftForm::Note;
        note.text = u"Tambour à 64 %, même lot 2611-B : je fais l’échange."_s;
        Desk noted({note});
        noted.pane.composer()->editor()->setFocus();
        keepPictures(m_theme, noted.pane, u"conversation-note"_s);
        Conversation waiting = sample::conversation();
        waiting.seenAt = sample::now;
        waiting.messages.append(sample::fromAgent(
            u"m-8"_s, {}, sample::awa,
            u"Bonjour Madame Bamba, le tambour est en bon état : c’est le toner. Un TN-2410 neuf part aujourd’hui."_s));
        waiting.messages.last().writtenAt = sample::now;
        waiting.unsent.insert(MessageId{u"m-8"_s}, IntentState::Ready);
        Desk offline({}, waiting);
        keepPictures(m_theme, offline.pane, u"conversation-offline"_s);
        waiting.unsent.insert(MessageId{u"m-8"_s}, IntentState::Rejected);
        Desk refused({}, waiting);
        refused.pane.resize(1000, 900);
        keepPictures(m_theme, refused.pane, u"conversation-refused-wide"_s);
        Desk call;
        call.pane.perform(ActionId::LogCall);
        keepPictures(m_theme, call.pane, u"conversation-call"_s);
        Conversation marked = sample::conversation();
        marked.seenAt = sample::now;
        Message &mail = marked.messages.last();
        mail.html = u"<p>Bonjour,</p><p>Le <b>tambour</b> est à <font>64 %</font>, voici <a "
                    "href=\"https://toner.example/page\">la page</a> et <a "
                    "href=\"https://evil.example/\">www.toner.example</a> :</p>"
                    "<table border=\"1\"><tr><th>Référence</th><th>Reste</th></tr><tr><td>TN-2410</td><td>98 "
                    "%</td></tr></table>"
                    "<p><img src=\"remote:0011223344556677\" alt=\"Page de configuration\" width=\"600\"></p>"
                    "<p>-- <br>Rosine Bamba<br>Cabinet Bamba</p>"_s;
        mail.text = u"Bonjour,\n\nLe tambour est à 64 %, voici la page <https://toner.example/page> et "
                    "www.toner.example <https://evil.example/> :\nRéférence Reste\nTN-2410 98 %\n\n-- \nRosine "
                    "Bamba\nCabinet Bamba"_s;
        mail.notices = {MessageNotice::HtmlCut, MessageNotice::TrackingPixels};
        MessagePictures pictures(
            {[](const Attachment &) { return answered<QByteArray>(fail(Code::NotFound)); },
             [](const MessageId &, const QString &) { return answered<QByteArray>(fail(Code::NotFound)); }});
        Desk html;
        html.pane.timeline()->setPictures(&pictures);
        html.pane.open(marked, {});
        keepPictures(m_theme, html.pane, u"conversation-html"_s);
        html.pane.resize(480, 646);
        keepPictures(m_theme, html.pane, u"conversation-html-480"_s);
        Desk many({replyDraft()});
        many.pane.composer()
            ->findChild<AddressField *>(u"composerCc"_s)
            ->setAddresses(QList<EmailAddress>(6, {{}, u"service.comptabilite@cabinet-bamba.example"_s}));
        keepPictures(m_theme, many.pane, u"conversation-many-recipients"_s);
        m_theme.setScale(1.5);
        reply.pane.resize(840, 969);
        keepPictures(m_theme, reply.pane, u"conversation-reply-150"_s);
        m_theme.setScale(1.0);
        QTest::qWait(50);
        reply.pane.resize(480, 646); // never narrower
        keepPictures(m_theme, reply.pane, u"conversation-reply-480"_s);
        QCOMPARE(reply.pane.timeline()->items().size(), 7);
        QVERIFY(reply.pane.minimumSizeHint().width() <= 480);
    }
};

AKWABA_PICTURES_MAIN(TestConversationPane)
#include "tst_conversationpane.moc"
