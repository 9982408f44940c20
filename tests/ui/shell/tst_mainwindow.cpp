// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/sync/stubserver.h"
#include "tests/ui/pictures.h"
#include "tests/ui/shell/resumed.h"
#include "ui/ticket/addressfield.h"
#include "ui/ticket/composer.h"
#include "ui/ticket/newticketdialog.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/toast.h"

#include <QAction>
#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSplitter>
#include <QTextEdit>

using namespace akwaba;
using namespace akwaba::test;

namespace {

const QByteArray content = "%PDF-1.7 une facture";

QJsonObject ticketOf(const QString &id, int minutes, const QString &agent)
{
    return with(ticketRecord(id, minutes), u"assignee"_s, agent);
}

QList<QJsonObject> ticketsOf(const QString &agent, const QString &prefix, int count)
{
    QList<QJsonObject> records;
    for (int i = 0; i < count; ++i)
        records.append(ticketOf(prefix + QString::number(i), i, agent));
    return records;
}

/// One ticket with one message that brings a file.
QList<TypedRecords> ticketWithAttachment()
{
    Attachment attachment;
    attachment.id.value = u"f1"_s;
    attachment.message.value = u"m1"_s;
    attachment.ticket.value = u"t0"_s;
    attachment.name = u"Facture.pdf"_s;
    attachment.type = u"application/pdf"_s;
    attachment.size = content.size();
    attachment.blob.value =
        u'b' + QString::fromLatin1(QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex());
    attachment.rev = 1;
    QJsonObject message = messageRecord(u"m1"_s, u"t0"_s, u"Bonjour"_s);
    message.insert(u"attachments"_s, QJsonArray{u"f1"_s});
    return {
        tickets(ticketsOf(u"a1"_s, u"t"_s, 1)), messages({message}), {&typeInfo<Attachment>(), {toJson(attachment)}}};
}

} // namespace

class TestMainWindow : public QObject {
    Q_OBJECT

public:
    explicit TestMainWindow(Theme &theme) : m_theme(theme) { }

private:
    Theme &m_theme;
    QTemporaryDir m_settings;

private Q_SLOTS:
    void initTestCase()
    {
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
    }

    void wordsThatCannotBeWrittenDown_goBackToWhereTheyWereWritten_data()
    {
        QTest::addColumn<ActionId>("form");
        QTest::newRow("reply") << ActionId::Reply;
        QTest::newRow("note") << ActionId::Note;
        QTest::newRow("call") << ActionId::LogCall;
    }
    void wordsThatCannotBeWrittenDown_goBackToWhereTheyWereWritten()
    {
        QFETCH(ActionId, form);
        Resumed console(m_theme, {tickets(ticketsOf(u"a1"_s, u"t"_s, 1))});
        auto outbox = must(Database::open(console.world.outboxPath(), {.key = outboxKey}));
        must(outbox.execute(u"CREATE TRIGGER full BEFORE INSERT ON intent BEGIN SELECT RAISE(ABORT, 'full'); END"_s));
        console.trigger(ActionId::NextTicket);
        console.trigger(form);
        auto *composer = console.window->findChild<Composer *>();
        composer->editor()->setPlainText(u"Your toner leaves today"_s);
        console.trigger(ActionId::Send);
        QCOMPARE(composer->editor()->toPlainText(), QString()); // on its way
        QTRY_VERIFY(console.window->findChild<QMessageBox *>());
        QCOMPARE(composer->editor()->toPlainText(), u"Your toner leaves today"_s);
        QVERIFY(composer->isVisible());
        const bool isCall = form == ActionId::LogCall;
        QCOMPARE(composer->form(),
                 isCall                       ? DraftForm::Call
                     : form == ActionId::Note ? DraftForm::Note
                                              : DraftForm::Reply);
    }

    void aReplyThatIsSent_isNoDraftAnyMore_andOneThatIsTakenBackIsOneAgain()
    {
        Resumed console(m_theme, {tickets(ticketsOf(u"a1"_s, u"t"_s, 2))});
        console.trigger(ActionId::NextTicket);
        console.trigger(ActionId::Reply);
        auto *composer = console.window->findChild<Composer *>();
        composer->findChild<AddressField *>(u"composerTo"_s)
            ->setAddresses({{u"Rosine"_s, u"rosine@cabinet.example"_s}});
        QTest::keyClicks(composer->editor(), u"Votre toner part demain."_s);
        const auto drafts = [&console] { return console.reader->drafts().value_or(QList<DraftItem>()).size(); };
        QTRY_COMPARE(drafts(), 1);
        console.trigger(ActionId::Send);
        QTRY_COMPARE(console.reader->notYetSent().value_or(QList<OutboxItem>()).size(), 1);
        QCOMPARE(drafts(), 0);
        QTRY_VERIFY(console.can(ActionId::CancelSend));
        QVERIFY(!composer->isVisible());
        console.trigger(ActionId::CancelSend);
        QTRY_COMPARE(composer->editor()->toPlainText(), u"Votre toner part demain."_s);
        QVERIFY(composer->isVisible());
        QCOMPARE(drafts(), 1);
        QVERIFY(console.reader->notYetSent()->isEmpty());
    }

    void theSecondOfTwoReplies_isTakenBackAsWell()
    {
        Resumed console(m_theme, {tickets(ticketsOf(u"a1"_s, u"t"_s, 2))});
        auto *composer = console.window->findChild<Composer *>();
        const auto waiting = [&console] { return console.reader->notYetSent().value_or(QList<OutboxItem>()).size(); };
        const QSignalSpy expired(console.window->findChild<Toast *>(u"undoToast"_s), &Toast::expired);
        for (const int count : {1, 2}) {
            console.trigger(ActionId::NextTicket);
            console.trigger(ActionId::Reply);
            composer->findChild<AddressField *>(u"composerTo"_s)
                ->setAddresses({{u"Rosine"_s, u"rosine@cabinet.example"_s}});
            QTest::keyClicks(composer->editor(), u"Votre toner part demain."_s);
            console.trigger(ActionId::Send);
            QTRY_COMPARE(waiting(), count);
            QTRY_VERIFY(console.can(ActionId::CancelSend) && expired.size() == count - 1);
        }
        console.trigger(ActionId::CancelSend);
        QTRY_COMPARE(waiting(), 1);
        QTRY_VERIFY(composer->isVisible());
        QVERIFY(!console.can(ActionId::CancelSend));
    }

    void whatIsRecordedOfACustomer_isAboutHim_forAnErasure()
    {
        Resumed console(m_theme, {tickets(ticketsOf(u"a1"_s, u"t"_s, 1))});
        console.trigger(ActionId::NewCall);
        auto *dialog = console.window->findChild<NewTicketDialog *>();
        QVERIFY(dialog);
        NewTicket call;
        call.customer.id.value = u"c1"_s;
        call.subject = u"Toner"_s;
        call.text = u"Elle attend son toner."_s;
        Q_EMIT dialog->commanded(commandsOf(call, console.world.clock, console.world.random));
        const auto waiting = [&console] { return console.reader->notYetSent().value_or(QList<OutboxItem>()); };
        QTRY_COMPARE(waiting().size(), 2);
        for (const OutboxItem &item : waiting())
            QCOMPARE(item.intent.subjects, QStringList{u"c1"_s});
    }

    void aRefusedReplyThatIsSentAgain_leavesWhatWasWrittenInItsDraftSince()
    {
        Draft draft;
        draft.id = {u"w1"_s};
        draft.ticket = {u"t1"_s};
        draft.text = u"Votre toner part demain."_s;
        Resumed console(m_theme, {tickets(ticketsOf(u"a1"_s, u"t"_s, 2))}, {}, [&draft](World &world) {
            Reply reply{.id = {u"m1"_s}, .ticket = draft.ticket, .text = draft.text, .draft = draft.id};
            const Intent refused = world.intent(reply);
            must(world.outbox->append(refused));
            (void)must(world.outbox->compose(1, 1000));
            must(world.outbox->record(Outcome{.iid = refused.iid, .kind = OutcomeKind::NeedsReview}));
            draft.text += u" Le colis suit."_s;
            must(world.outbox->journalDraft(draft));
        });
        console.trigger(ActionId::ShowNotSent);
        console.window->findChild<QPushButton *>(u"notSentResend"_s)->click();
        const auto sent = [&console] {
            for (const OutboxItem &item : console.reader->notYetSent().value_or(QList<OutboxItem>())) {
                if (item.intent.op == u"message.reply") return std::optional(item.intent);
            }
            return std::optional<Intent>();
        };
        QTRY_VERIFY(sent());
        QCOMPARE(sent()->args.value(u"draft"_s).toString(), QString());
        const auto drafts = console.reader->drafts().value_or(QList<DraftItem>());
        QCOMPARE(drafts.size(), 1);
        QCOMPARE(drafts.first().draft.text, draft.text);
    }

    void theKeyboardIsInTheList_alsoWhenItsTicketsComeLater()
    {
        Resumed console(m_theme, {});
        QVERIFY(!console.inbox().view()->isVisible());
        console.window->activateWindow();
        QTRY_VERIFY(console.inbox().emptyState()->hasFocus());
        auto cache = must(Cache::open(console.world.cachePath(), cacheKey));
        (void)must(cache->applyPage({.upserts = {tickets(ticketsOf(u"a1"_s, u"t"_s, 2))}, .cursor = u"2"_s}, {},
                                    console.world.me));
        console.inbox().refresh();
        QTRY_VERIFY(console.inbox().view()->hasFocus());
    }

    void onAKeptProfile_nextIsPossible_asFarAsTheListGoes_data()
    {
        QTest::addColumn<int>("count");
        QTest::newRow("two") << 2;
        QTest::newRow("more than a page") << 300;
    }
    void onAKeptProfile_nextIsPossible_asFarAsTheListGoes()
    {
        QFETCH(int, count);
        Resumed console(m_theme, {tickets(ticketsOf(u"a1"_s, u"t"_s, count))});
        QVERIFY(console.can(ActionId::NextTicket));
        QTRY_COMPARE(console.rows(), count);
        QVERIFY(console.can(ActionId::NextTicket));
        const int before = console.current();
        console.trigger(ActionId::NextTicket);
        QCOMPARE(console.current(), before + 1);
        QTest::keyClick(console.inbox().view(), Qt::Key_End);
        QCOMPARE(console.current(), count - 1);
        QVERIFY(!console.can(ActionId::NextTicket));
        QVERIFY(console.can(ActionId::PreviousTicket));
    }

    void anEmptyView_hasNoNext_andTheOneChosenAfterIt_has()
    {
        Resumed console(m_theme, {tickets(ticketsOf({}, u"t"_s, 3))});
        QCOMPARE(console.rows(), 0);
        QVERIFY(!console.can(ActionId::NextTicket));
        Q_EMIT console.sideBar().viewChosen(u"unassigned"_s);
        QTRY_COMPARE(console.rows(), 3);
        QVERIFY(console.can(ActionId::NextTicket));
    }

    void aShorterView_isGoneThroughFromItsStart()
    {
        Resumed console(m_theme, {tickets(ticketsOf(u"a1"_s, u"t"_s, 6)), tickets(ticketsOf({}, u"u"_s, 2))});
        QTest::keyClick(console.inbox().view(), Qt::Key_End);
        QTRY_COMPARE(console.current(), 5);
        Q_EMIT console.sideBar().viewChosen(u"unassigned"_s);
        QTRY_COMPARE(console.rows(), 2);
        QVERIFY(console.can(ActionId::NextTicket));
        QVERIFY(console.whatCanBeDoneIsRight());
    }

    void backInTheViewOfTheOpenTicket_itsPlaceIsKnown()
    {
        Resumed console(m_theme, {tickets(ticketsOf(u"a1"_s, u"t"_s, 6)), tickets(ticketsOf({}, u"u"_s, 2))});
        QTest::keyClick(console.inbox().view(), Qt::Key_End);
        Q_EMIT console.sideBar().viewChosen(u"active"_s);
        QTRY_COMPARE(console.rows(), 8);
        QTRY_VERIFY(console.current() >= 0);
        QVERIFY(console.can(ActionId::PreviousTicket));
        QVERIFY(console.whatCanBeDoneIsRight());
    }

    void textTwiceAsLarge_leavesAllPanesInTheWindow_andBackAgainEachWhereItWas()
    {
        Resumed console(m_theme, {tickets(ticketsOf(u"a1"_s, u"t"_s, 6))});
        console.trigger(ActionId::NextTicket);
        console.window->resize(1366, 768);
        QTest::qWait(0);
        const auto widths = [&console] { return console.window->findChild<QSplitter *>(u"panes"_s)->sizes(); };
        const QList<int> before = widths();
        m_theme.setScale(2);
        QTest::qWait(0);
        QCOMPARE(console.window->size(), QSize(1366, 768));
        const QList<QWidget *> panes{&console.sideBar(), &console.inbox(), &console.timeline()};
        for (const QWidget *pane : panes) {
            const QRect place(pane->mapTo(console.window.get(), QPoint()), pane->size());
            QVERIFY2(console.window->rect().contains(place), qPrintable(pane->objectName()));
        }
        QVERIFY(!panes[0]->geometry().intersects(panes[1]->geometry()));
        m_theme.setScale(1);
        QTest::qWait(0);
        QCOMPARE(widths(), before);
    }

    void aKeyOfTheAgentsOwn_isNamedWhereverKeysAre()
    {
        Resumed console(m_theme, {tickets(ticketsOf(u"a1"_s, u"t"_s, 1))});
        console.trigger(ActionId::NextTicket);
        console.window->actions().setKeymap({{ActionId::Reply, u"Ctrl+J"_s}, {ActionId::SearchTickets, u"F3"_s}});
        QCOMPARE(console.window->actions().action(ActionId::Reply)->shortcut(), QKeySequence(u"Ctrl+J"_s));
        QVERIFY(console.window->findChild<QPushButton *>(u"replyButton"_s)->toolTip().contains(u"Ctrl+J"));
        QCOMPARE(console.window->findChild<QWidget *>(u"search"_s)->accessibleDescription(), u"F3"_s);
        console.trigger(ActionId::Shortcuts);
        QStringList shown;
        for (const auto *key : console.window->findChild<QWidget *>(u"shortcutSheet"_s)->findChildren<QLabel *>())
            shown += key->text();
        QVERIFY(shown.contains(u"Ctrl+J"_s));
        QVERIFY(!shown.contains(u"R"_s));
    }

    void anAttachment_isReachedByKey_downloaded_andSaved()
    {
        StubServer server([](const QByteArray &request) {
            return request.startsWith("GET /jmap/download/A1/") ? StubServer::http("200 OK", content) : QByteArray();
        });
        Resumed console(m_theme, ticketWithAttachment(), server.url());
        console.trigger(ActionId::NextTicket);
        QVERIFY(!console.timeline().items().isEmpty());
        console.timeline().setFocus();
        QTest::keyClick(&console.timeline(), Qt::Key_Tab);
        QTest::keyClick(&console.timeline(), Qt::Key_Return);
        const auto *toast = console.window->findChild<Toast *>(u"savedToast"_s);
        QTRY_COMPARE(toast->accessibleName(), u"Saved: Facture.pdf"_s);
        QFile file(console.world.dir.filePath(u"Facture.pdf"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), content);
        QVERIFY(toast->isVisible());
        QVERIFY(toast->parentWidget()->rect().contains(toast->geometry()));
    }

    void offline_anAttachment_isSaidToNeedTheNetwork()
    {
        Resumed console(m_theme, ticketWithAttachment());
        console.trigger(ActionId::NextTicket);
        QVERIFY(!console.timeline().items().isEmpty());
        console.timeline().setFocus();
        QTest::keyClick(&console.timeline(), Qt::Key_Tab);
        QTest::keyClick(&console.timeline(), Qt::Key_Return);
        QTRY_VERIFY(console.window->findChild<QMessageBox *>(u"errorBox"_s));
        const auto *box = console.window->findChild<QMessageBox *>(u"errorBox"_s);
        QVERIFY2(box->text().contains(u"needs the network"_s), qPrintable(box->text()));
        QVERIFY(!QFile::exists(console.world.dir.filePath(u"Facture.pdf"_s)));
    }
};

AKWABA_PICTURES_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
