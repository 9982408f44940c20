// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"
#include "core/base/random.h"
#include "tests/ui/pictures.h"
#include "tests/ui/ticket/fakekeeper.h"
#include "tests/ui/ticket/sample.h"
#include "ui/ticket/addressfield.h"
#include "ui/widgets/chips.h"
#include "ui/widgets/label.h"
#include "ui/widgets/splitbutton.h"

#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QTextEdit>
#include <QVBoxLayout>

using namespace akwaba;
using namespace Qt::StringLiterals;

namespace {

const EmailAddress rosine{u"Rosine Bamba"_s, u"rosine@cabinet-bamba.example"_s};

struct Desk {
    ManualClock clock{sample::now};
    SeededRandom random{5};
    FakeKeeper kept;
    Composer composer{clock, random, kept.keeper()};

    explicit Desk(const QList<Draft> &drafts = {})
    {
        composer.setAuthor(sample::awa, DeviceId{u"d-1"_s});
        composer.resize(536, 220);
        composer.show();
        (void)QTest::qWaitForWindowExposed(&composer);
        composer.open(sample::conversation().ticket, {rosine}, drafts, MessageId{u"m-7"_s});
        composer.editor()->setFocus();
    }
    void type(const QString &text) { QTest::keyClicks(composer.editor(), text); }
    [[nodiscard]] QString state() const { return composer.findChild<Label *>(u"composerState"_s)->text(); }
    [[nodiscard]] SplitButton *send() const { return composer.findChild<SplitButton *>(); }
};

Draft draftOf(DraftForm form, const QString &text)
{
    Draft draft;
    draft.id = DraftId{u"w-"_s + wireName(form)};
    draft.form = form;
    draft.text = text;
    draft.toAddresses = {rosine};
    return draft;
}

} // namespace

class TestComposer : public QObject {
    Q_OBJECT

    Theme &m_theme;

public:
    explicit TestComposer(Theme &theme) : m_theme(theme) { }

private Q_SLOTS:
    void aCardNumber_isSaidToBeMasked_whileItStandsThere()
    {
        Desk desk;
        auto *warning = desk.composer.findChild<Label *>(u"composerWarning"_s);
        QVERIFY(warning->text().isEmpty());
        desk.type(u"Carte 4242 4242 4242 424"_s);
        QVERIFY(warning->text().isEmpty());
        desk.type(u"2"_s);
        QVERIFY(warning->text().contains(u"4242"_s));
        keepPictures(m_theme, desk.composer, u"composer-card"_s);
        desk.composer.setForm(DraftForm::Note);
        QVERIFY(warning->text().isEmpty());
        desk.composer.setForm(DraftForm::Reply);
        QVERIFY(!warning->text().isEmpty());
        desk.composer.sent();
        QVERIFY(warning->text().isEmpty());
    }

    void whatIsTyped_isJournalledWithinHalfASecond_andSaysSo()
    {
        Desk desk;
        QElapsedTimer timer;
        timer.start();
        desk.type(u"Bonjour"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!desk.kept.journalled.isEmpty(), 2000);
        QVERIFY2(timer.elapsed() < 500 + 200, qPrintable(QString::number(timer.elapsed()))); // and a slow machine
        const Draft draft = desk.kept.journalled.last();
        QCOMPARE(draft.text, u"Bonjour"_s);
        QCOMPARE(draft.ticket.value, u"t-4812"_s);
        QCOMPARE(draft.agent, sample::awa);
        QCOMPARE(draft.basedOn.value, u"m-7"_s);
        QCOMPARE(draft.toAddresses, QList<EmailAddress>{rosine});
        QTRY_COMPARE(desk.state(), u"Draft saved 15:20"_s);
    }

    void oneTextIsOneDraft_howeverOftenItChanges()
    {
        Desk desk;
        desk.type(u"Bon"_s);
        desk.composer.flush();
        desk.type(u"jour"_s);
        desk.composer.flush();
        QCOMPARE(desk.kept.journalled.size(), 2);
        QCOMPARE(desk.kept.journalled.at(0).id, desk.kept.journalled.at(1).id);
        QVERIFY(isWellFormedId(desk.kept.journalled.at(0).id.value));
    }

    void aFullDisk_isSaid_andTheTextStays()
    {
        Desk desk;
        desk.kept.error = Code::DiskFull;
        desk.type(u"Bonjour"_s);
        desk.composer.flush();
        QTRY_VERIFY2(desk.state().startsWith(u"Draft not saved. The disk is full."_s), qPrintable(desk.state()));
        QCOMPARE(desk.composer.editor()->toPlainText(), u"Bonjour"_s);
        desk.kept.error.reset();
        desk.composer.flush();
        QTRY_COMPARE(desk.state(), u"Draft saved 15:20"_s);
    }

    void replyNoteAndCall_keepTheirOwnTexts()
    {
        Desk desk({draftOf(DraftForm::Reply, u"pour la cliente"_s), draftOf(DraftForm::Note, u"entre nous"_s)});
        QCOMPARE(desk.composer.editor()->toPlainText(), u"pour la cliente"_s);
        desk.composer.setForm(DraftForm::Note);
        QCOMPARE(desk.composer.editor()->toPlainText(), u"entre nous"_s);
        desk.composer.setForm(DraftForm::Call);
        QVERIFY(!desk.composer.hasText());
        desk.composer.setForm(DraftForm::Reply);
        QCOMPARE(desk.composer.editor()->toPlainText(), u"pour la cliente"_s);
        QVERIFY(desk.kept.journalled.isEmpty()); // looking is not writing
    }

    void leavingForAnotherTicket_journalsFirst_andTakesNothingAlong()
    {
        Desk desk;
        desk.type(u"Bonjour"_s);
        Ticket other = sample::conversation().ticket;
        other.id = TicketId{u"t-other"_s};
        desk.composer.open(other, {}, {}, {});
        QCOMPARE(desk.kept.journalled.size(), 1);
        QCOMPARE(desk.kept.journalled.at(0).ticket.value, u"t-4812"_s);
        QVERIFY(!desk.composer.hasText());
        QTest::qWait(600);
        QCOMPARE(desk.kept.journalled.size(), 1);
    }

    void theButton_saysWhatItWillDo()
    {
        Desk desk;
        QCOMPARE(desk.send()->text(), u"Send and set waiting for customer"_s);
        desk.composer.setForm(DraftForm::Note);
        QVERIFY(!desk.send()->isVisible());
        QCOMPARE(desk.composer.findChild<QPushButton *>(u"composerAdd"_s)->text(), u"Add the note"_s);
        QCOMPARE(desk.state(), u"Invisible to the customer"_s);
    }

    void anotherStatus_isChosenFromTheMenu()
    {
        Desk desk;
        desk.type(u"Bonjour"_s);
        QSignalSpy sent(&desk.composer, &Composer::sendRequested);
        const QList<QAction *> choices = desk.composer.findChild<QMenu *>()->actions();
        const auto resolve = std::ranges::find(choices, u"Send and resolve"_s, &QAction::text);
        QVERIFY(resolve != choices.end());
        (*resolve)->trigger();
        QCOMPARE(sent.size(), 1);
        QCOMPARE(sent.at(0).at(0).value<Outgoing>().then, TicketStatus::Resolved);
    }

    void nothingIsSent_withoutText_orToNobody()
    {
        Desk desk;
        QSignalSpy sent(&desk.composer, &Composer::sendRequested);
        desk.composer.send(false);
        desk.type(u"  "_s);
        desk.composer.send(false);
        desk.type(u"Bonjour"_s);
        desk.composer.findChild<AddressField *>(u"composerTo"_s)->setAddresses({});
        desk.composer.send(false);
        QVERIFY(sent.isEmpty());
        desk.composer.setForm(DraftForm::Note);
        desk.type(u"Vu"_s);
        desk.composer.send(true);
        QCOMPARE(sent.size(), 1);
        QVERIFY(sent.at(0).at(0).value<Outgoing>().goToNext);
    }

    void aCall_saysItsDirectionDurationAndOutcome()
    {
        Desk desk;
        desk.composer.setForm(DraftForm::Call);
        desk.composer.findChild<QComboBox *>(u"callDirection"_s)->setCurrentIndex(1);
        desk.composer.findChild<QComboBox *>(u"callOutcome"_s)->setCurrentIndex(3);
        desk.composer.findChild<QSpinBox *>(u"callMinutes"_s)->setValue(4);
        desk.composer.findChild<QSpinBox *>(u"callSeconds"_s)->setValue(5);
        desk.type(u"A message was left"_s);
        QSignalSpy sent(&desk.composer, &Composer::sendRequested);
        desk.composer.send(false);
        const auto outgoing = sent.at(0).at(0).value<Outgoing>();
        QCOMPARE(outgoing.direction, Direction::Outgoing);
        QCOMPARE(outgoing.callOutcome, CallOutcome::Voicemail);
        QCOMPARE(outgoing.callSeconds, 245);
    }

    void theNextCall_isAnotherOne_onThisTicketOrTheNext()
    {
        for (const bool isSent : {true, false}) {
            Desk desk;
            desk.composer.setForm(DraftForm::Call);
            auto *outcome = desk.composer.findChild<QComboBox *>(u"callOutcome"_s);
            auto *direction = desk.composer.findChild<QComboBox *>(u"callDirection"_s);
            auto *minutes = desk.composer.findChild<QSpinBox *>(u"callMinutes"_s);
            direction->setCurrentIndex(1);
            outcome->setCurrentIndex(1);
            minutes->setValue(12);
            desk.type(u"Nobody there"_s);
            Ticket other = sample::conversation().ticket;
            other.id = TicketId{u"t-other"_s};
            if (isSent)
                desk.composer.sent();
            else
                desk.composer.open(other, {rosine}, {}, {});
            QCOMPARE(direction->currentIndex(), 0);
            QCOMPARE(outcome->currentIndex(), 0);
            QCOMPARE(minutes->value(), 0);
        }
    }

    void afterSending_theTextIsNoDraftAnyMore()
    {
        Desk desk;
        desk.type(u"Bonjour"_s);
        desk.composer.send(false);
        desk.composer.sent();
        QVERIFY(!desk.composer.hasText());
        QVERIFY(!desk.composer.hasDraft());
        const auto journalled = desk.kept.journalled.size();
        QTest::qWait(600);
        QCOMPARE(desk.kept.journalled.size(), journalled);
    }

    void whatAnotherDeviceWrote_isTakenOver_whileNothingIsWrittenHere()
    {
        Draft draft = draftOf(DraftForm::Reply, u"du bureau"_s);
        Desk desk({draft});
        desk.composer.editor()->clearFocus();
        draft.text = u"du bureau, et du portable"_s;
        draft.device = {u"d-2"_s};
        draft.rev = 2;
        desk.composer.setDrafts({draft});
        QCOMPARE(desk.composer.editor()->toPlainText(), draft.text);
        // Sent from there: it is none here either.
        desk.composer.setDrafts({});
        QVERIFY(!desk.composer.hasText());
        QVERIFY(!desk.composer.hasDraft());
    }

    void anotherTicket_showsItsOwnDraft_howeverTheFirstIsLeft()
    {
        Desk desk;
        desk.type(u"la cliente d'avant"_s);
        QVERIFY(desk.composer.editor()->hasFocus());
        Ticket other = sample::conversation().ticket;
        other.id = {u"t-4813"_s};
        desk.composer.open(other, {rosine}, {draftOf(DraftForm::Reply, u"pour l’autre"_s)}, {});
        QCOMPARE(desk.composer.editor()->toPlainText(), u"pour l’autre"_s);
        QCOMPARE(desk.kept.journalled.last().text, u"la cliente d'avant"_s);
        desk.composer.open(sample::conversation().ticket, {rosine}, {}, {});
        QVERIFY(!desk.composer.hasText());
    }

    void whatAnotherDeviceWrote_neverReplacesWhatIsBeingWritten()
    {
        Draft draft = draftOf(DraftForm::Reply, u"du bureau"_s);
        Desk desk({draft});
        desk.type(u", puis"_s);
        draft.text = u"du portable"_s;
        draft.device = {u"d-2"_s};
        draft.rev = 2;
        desk.composer.setDrafts({draft});
        QCOMPARE(desk.composer.editor()->toPlainText(), u"du bureau, puis"_s);
        desk.composer.flush();
        QCOMPARE(desk.kept.journalled.last().rev, 0); // written without a look at the other
        // Gone elsewhere: what is written on is a new one.
        desk.composer.setDrafts({});
        QCOMPARE(desk.composer.editor()->toPlainText(), u"du bureau, puis"_s);
        desk.type(u" ici"_s);
        desk.composer.flush();
        QVERIFY(desk.kept.journalled.last().id != draft.id);
    }

    void anotherVersion_isOfferedBesideTheOneThatIsShown()
    {
        Draft shown = draftOf(DraftForm::Reply, u"du bureau"_s);
        Draft copy = draftOf(DraftForm::Reply, u"du portable"_s);
        copy.id = {u"w-copy"_s};
        copy.device = {u"d-2"_s};
        copy.writtenAt = sample::now.addSecs(-600);
        Desk desk({shown, copy});
        auto *row = desk.composer.findChild<QWidget *>(u"composerOtherRow"_s);
        QVERIFY(row->isVisible());
        keepPictures(m_theme, desk.composer, u"composer-other-version"_s);
        auto *go = desk.composer.findChild<QPushButton *>(u"composerGoToOther"_s);
        go->click();
        QCOMPARE(desk.composer.editor()->toPlainText(), copy.text);
        go->click();
        QCOMPARE(desk.composer.editor()->toPlainText(), shown.text);
        desk.composer.setForm(DraftForm::Note);
        QVERIFY(!row->isVisible());
        desk.composer.setForm(DraftForm::Reply);
        desk.composer.discard();
        QCOMPARE(desk.kept.discarded, QList<DraftId>{shown.id});
        desk.composer.setDrafts({shown, copy}); // not written down yet
        QVERIFY(!desk.composer.hasText() || desk.composer.editor()->toPlainText() == copy.text);
        desk.composer.setDrafts({copy});
        QVERIFY(row->isVisible() || desk.composer.editor()->toPlainText() == copy.text);
    }

    void discarding_forgetsTheDraftThatWasKept()
    {
        Desk desk({draftOf(DraftForm::Reply, u"à jeter"_s)});
        desk.composer.discard();
        QCOMPARE(desk.kept.discarded, QList<DraftId>{DraftId{u"w-reply"_s}});
        QVERIFY(!desk.composer.hasText());
    }

    void manyRecipients_areAllInSight_howeverNarrowTheWindow()
    {
        Desk desk;
        auto *to = desk.composer.findChild<AddressField *>(u"composerTo"_s);
        QWidget window;
        auto *column = new QVBoxLayout(&window);
        column->addWidget(&desk.composer);
        window.resize(480, 600);
        window.show();
        to->setAddresses(QList<EmailAddress>(8, {{}, u"service.comptabilite@cabinet-bamba.example"_s}));
        const auto inSight = [to] { // asked anew: the chips of before live on until the event loop runs
            int count = 0;
            for (const FilterChip *chip : to->findChildren<FilterChip *>())
                if (!chip->isHidden() && to->rect().contains(chip->geometry())
                    && chip->visibleRegion().boundingRect() == chip->rect())
                    ++count;
            return count;
        };
        QTRY_COMPARE(inSight(), 8);
        QCOMPARE(window.width(), 480);
        desk.composer.setParent(nullptr);
    }

    void addresses_areTyped_checked_andTakenBackWithBackspace()
    {
        Desk desk;
        auto *cc = desk.composer.findChild<AddressField *>(u"composerCc"_s);
        QVERIFY(!cc->isVisible());
        QTest::mouseClick(desk.composer.findChild<QPushButton *>(u"composerAddCc"_s), Qt::LeftButton);
        QVERIFY(cc->field()->hasFocus());
        QTest::keyClicks(cc->field(), u"Compta <compta@cabinet-bamba.example>,"_s);
        QCOMPARE(cc->addresses().size(), 1);
        QCOMPARE(cc->addresses().at(0).name, u"Compta"_s);
        QTest::keyClicks(cc->field(), u"nobody"_s);
        QTest::keyClick(cc->field(), Qt::Key_Return);
        QCOMPARE(cc->addresses().size(), 1);
        QCOMPARE(cc->field()->text(), u"nobody"_s);
        cc->field()->clear();
        QTest::keyClick(cc->field(), Qt::Key_Backspace);
        QVERIFY(cc->addresses().isEmpty());
        QCOMPARE(addressFrom(u"\"Koffi, Assi\" <koffi@example.ci>"_s).name, u"Koffi, Assi"_s);
        QVERIFY(addressFrom(u"a b@c"_s).address.isEmpty());
    }
};

AKWABA_PICTURES_MAIN(TestComposer)
#include "tst_composer.moc"
