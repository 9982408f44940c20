// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"
#include "core/base/random.h"
#include "tests/ui/pictures.h"
#include "tests/ui/ticket/fakekeeper.h"
#include "tests/ui/ticket/sample.h"
#include "ui/ticket/answerpopup.h"
#include "ui/ticket/conversationpane.h"
#include "ui/ticket/stepchips.h"
#include "ui/widgets/chips.h"
#include "ui/widgets/iconbutton.h"
#include "ui/widgets/label.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/splitbutton.h"

#include <QListWidget>
#include <QMenu>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QTextEdit>

using namespace akwaba;
using namespace Qt::StringLiterals;

namespace {

TextModule module(const QString &keyword, const QString &name, const QString &fr, const QString &en)
{
    TextModule module;
    module.id = TextModuleId{u"l-"_s + keyword};
    module.keyword = keyword;
    module.name = name;
    module.textFr = fr;
    module.textEn = en;
    return module;
}

MacroStep step(MacroAct act, const QString &value) { return {act, value, {}, {}}; }

Directories company()
{
    Directories all = sample::directories();
    all.teams.append(Team{TeamId{u"e-n2"_s}, u"Technique N2"_s, {}, true, 0});
    all.modules = {
        module(u"bonjour"_s, u"Salutation"_s, u"Bonjour {{customer.name}},"_s, u"Hello {{customer.name}},"_s),
        module(u"reference"_s, u"Référence de l’imprimante"_s,
               u"Merci de nous indiquer la référence exacte de votre imprimante."_s,
               u"Please tell us the exact reference of your printer."_s),
        module(u"suivi"_s, u"Commande en route"_s, u"Votre commande {{order.number}} est en route."_s,
               u"Your order {{order.number}} is on its way."_s)};
    Macro exchange;
    exchange.id = MacroId{u"r-exchange"_s};
    exchange.nameFr = u"Toner défectueux"_s;
    exchange.nameEn = u"Faulty toner: exchange"_s;
    exchange.steps = {{MacroAct::Reply,
                       {},
                       u"Bonjour {{customer.name}}, un toner neuf part pour {{order.number}}."_s,
                       u"Hello {{customer.name}}, a new toner leaves for {{order.number}}."_s},
                      step(MacroAct::Status, u"resolved"_s),
                      step(MacroAct::AddTag, u"g-urgent"_s),
                      step(MacroAct::Team, u"e-n2"_s)};
    Macro mine;
    mine.id = MacroId{u"r-mine"_s};
    mine.nameFr = u"Basse priorité"_s;
    mine.nameEn = u"Low priority"_s;
    mine.steps = {step(MacroAct::Priority, u"low"_s), step(MacroAct::RemoveTag, u"g-toner"_s)};
    Macro note;
    note.id = MacroId{u"r-note"_s};
    note.nameFr = u"À vérifier"_s;
    note.nameEn = u"To be checked"_s;
    note.steps = {{MacroAct::Note, {}, u"À vérifier par {{agent.name}}."_s, u"To be checked by {{agent.name}}."_s},
                  step(MacroAct::Priority, u"urgent"_s)};
    all.macros = {exchange, mine, note};
    return all;
}

struct Desk {
    ManualClock clock{sample::now};
    SeededRandom random{5};
    FakeKeeper kept;
    ConversationPane pane{clock, random, kept.keeper()};
    QList<Command> commands;
    QList<Command> together;
    QString macro;

    explicit Desk(const QString &language = u"en"_s, const QString &order = {}, const QList<Draft> &drafts = {})
    {
        QObject::connect(&pane, &ConversationPane::commanded, &pane,
                         [this](const Command &command) { commands.append(command); });
        QObject::connect(&pane, &ConversationPane::commandedTogether, &pane,
                         [this](const QList<Command> &all, const QString &name) {
                             together = all;
                             macro = name;
                         });
        pane.setAuthor(sample::awa, DeviceId{u"d-1"_s});
        pane.setDirectories(company());
        pane.resize(680, 646);
        pane.show();
        (void)QTest::qWaitForWindowExposed(&pane);
        Conversation conversation = sample::conversation();
        conversation.ticket.language = language;
        conversation.order.number = order;
        pane.open(conversation, drafts);
    }
    void write()
    {
        pane.perform(ActionId::Reply);
        pane.activateWindow();
        QTRY_VERIFY(editor()->hasFocus());
    }
    [[nodiscard]] QTextEdit *editor() const { return pane.composer()->editor(); }
    [[nodiscard]] QString text() const { return editor()->toPlainText(); }
    [[nodiscard]] AnswerPopup *popup() const { return pane.findChild<AnswerPopup *>(); }
    [[nodiscard]] SearchField *field() const { return popup()->findChild<SearchField *>(); }
    [[nodiscard]] QListWidget *list() const { return popup()->findChild<QListWidget *>(); }
    [[nodiscard]] QStringList titles() const
    {
        QStringList titles;
        for (int i = 0; i < list()->count(); ++i)
            titles.append(list()->item(i)->text());
        return titles;
    }
    [[nodiscard]] QString warning() const { return pane.findChild<Label *>(u"composerWarning"_s)->text(); }
    [[nodiscard]] QStringList chips() const
    {
        QStringList texts;
        for (const FilterChip *chip : pane.findChild<StepChips *>()->findChildren<FilterChip *>())
            texts.append(chip->label());
        return texts;
    }
    void type(const QString &text) const { QTest::keyClicks(editor(), text); }
    void colons() const
    {
        type(u"::"_s);
        QTRY_VERIFY(popup()->isVisible());
    }
    void key(Qt::Key key) const { QTest::keyClick(field(), key); }
    void applyMacro(const QString &words) const
    {
        pane.findChild<IconButton *>(u"composerMacro"_s)->click();
        QTRY_VERIFY(popup()->isVisible());
        QTest::keyClicks(field(), words);
        key(Qt::Key_Return);
    }
};

} // namespace

class TestAnswers : public QObject {
    Q_OBJECT

public:
    explicit TestAnswers(Theme &theme) : m_theme(theme) { }

private:
    Theme &m_theme;
    QTemporaryDir m_settings;

private Q_SLOTS:
    void initTestCase()
    {
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
    }
    void init() { QSettings().clear(); }

    void twoColons_offerTexts_andEnterPutsOneInTheirPlace()
    {
        Desk desk;
        desk.write();
        desk.type(u"Well. "_s);
        desk.colons();
        QVERIFY(desk.field()->hasFocus());
        QCOMPARE(desk.titles().size(), 3);
        keepPictures(m_theme, *desk.popup(), u"answers-texts"_s);
        QTest::keyClicks(desk.field(), u"salut"_s);
        QCOMPARE(desk.titles(), QStringList{u"Salutation"_s});
        desk.key(Qt::Key_Return);
        QVERIFY(!desk.popup()->isVisible());
        QCOMPARE(desk.text(), u"Well. Hello Rosine Bamba,"_s);
        QVERIFY(desk.editor()->hasFocus());
        desk.type(u" and"_s);
        QCOMPARE(desk.text(), u"Well. Hello Rosine Bamba, and"_s);
    }

    void aText_isInTheLanguageOfTheTicket()
    {
        Desk desk(u"fr"_s);
        desk.write();
        desk.colons();
        desk.key(Qt::Key_Tab);
        QCOMPARE(desk.text(), u"Bonjour Rosine Bamba,"_s);
    }

    void arrowsChoose_andWhatIsUsed_comesFirstTheNextTime()
    {
        Desk desk;
        desk.write();
        desk.colons();
        desk.key(Qt::Key_Down);
        desk.key(Qt::Key_Down);
        desk.key(Qt::Key_Down); // there is none behind it
        QVERIFY(desk.field()->accessibleDescription().startsWith(u"Commande en route"_s));
        desk.key(Qt::Key_Up);
        desk.key(Qt::Key_Return);
        QCOMPARE(desk.text(), u"Please tell us the exact reference of your printer."_s);
        desk.type(u" "_s);
        desk.colons();
        QCOMPARE(desk.titles().constFirst(), u"Référence de l’imprimante"_s);
    }

    void escape_leavesWhatWasTyped_andNoColonsInAWordOpenAnything()
    {
        Desk desk;
        desk.write();
        desk.colons();
        QTest::keyClicks(desk.field(), u"nothing"_s);
        QVERIFY(desk.titles().isEmpty());
        desk.key(Qt::Key_Return); // chooses nothing
        QVERIFY(desk.popup()->isVisible());
        desk.key(Qt::Key_Escape);
        QCOMPARE(desk.text(), u"::nothing"_s);
        desk.type(u" std::"_s);
        QTest::qWait(0);
        QVERIFY(!desk.popup()->isVisible());
    }

    void theMouse_choosesToo()
    {
        Desk desk;
        desk.write();
        desk.pane.findChild<IconButton *>(u"composerText"_s)->click();
        QTRY_VERIFY(desk.popup()->isVisible());
        const QRect second = desk.list()->visualItemRect(desk.list()->item(1));
        QTest::mouseClick(desk.list()->viewport(), Qt::LeftButton, {}, second.center());
        QCOMPARE(desk.text(), u"Please tell us the exact reference of your printer."_s);
    }

    void whatIsNotKnown_isMarked_selected_said_andNotSent()
    {
        Desk desk;
        desk.write();
        desk.colons();
        QTest::keyClicks(desk.field(), u"suivi"_s);
        desk.key(Qt::Key_Return);
        QCOMPARE(desk.text(), u"Your order {{order.number}} is on its way."_s);
        QCOMPARE(desk.editor()->textCursor().selectedText(), u"{{order.number}}"_s);
        QCOMPARE(desk.editor()->extraSelections().size(), 1);
        QVERIFY2(desk.warning().contains(u"number of the order"_s), qPrintable(desk.warning()));
        ActionContext context;
        desk.pane.describe(context);
        QCOMPARE(whyUnavailable(ActionId::Send, context), std::optional(Unavailable::VariablesOpen));
        keepPictures(m_theme, *desk.pane.composer(), u"composer-open-value"_s);
        desk.pane.composer()->send(false);
        QVERIFY(desk.commands.isEmpty());
        desk.type(u"CMD-7"_s); // over what is selected
        QCOMPARE(desk.text(), u"Your order CMD-7 is on its way."_s);
        QVERIFY(desk.warning().isEmpty());
        QVERIFY(desk.editor()->extraSelections().isEmpty());
        desk.pane.composer()->send(false);
        QCOMPARE(desk.commands.size(), 1);
    }

    void aMacro_writesItsReply_andShowsItsOtherSteps()
    {
        Desk desk(u"en"_s, u"CMD-9"_s);
        desk.write();
        desk.type(u"Typed before."_s);
        desk.applyMacro(u"faulty"_s);
        QCOMPARE(desk.text(), u"Typed before.\nHello Rosine Bamba, a new toner leaves for CMD-9."_s);
        QCOMPARE(desk.chips(), (QStringList{u"Resolved"_s, u"+urgent"_s, u"→ Technique N2"_s}));
        QCOMPARE(desk.pane.composer()->findChild<SplitButton *>()->text(), u"Send and resolve"_s);
        keepPictures(m_theme, *desk.pane.composer(), u"composer-macro"_s);
        desk.pane.composer()->send(false);
        QCOMPARE(desk.together.size(), 3);
        QCOMPARE(std::get<Reply>(desk.together.at(0)).thenStatus, TicketStatus::Resolved);
        QCOMPARE(std::get<SetTags>(desk.together.at(1)).add, QList<TagId>{TagId{u"g-urgent"_s}});
        QCOMPARE(std::get<Assign>(desk.together.at(2)).team, TeamId{u"e-n2"_s});
        QVERIFY(desk.commands.isEmpty());
        QVERIFY(desk.chips().isEmpty());
    }

    void aChipThatIsTakenAway_isNotDone()
    {
        Desk desk(u"en"_s, u"CMD-9"_s);
        desk.write();
        desk.applyMacro(u"faulty"_s);
        auto *first = desk.pane.findChild<StepChips *>()->findChild<FilterChip *>();
        QCOMPARE(first->accessibleName(), u"Status: Resolved"_s);
        first->setFocus();
        QTest::keyClick(first, Qt::Key_Delete);
        QCOMPARE(desk.chips(), (QStringList{u"+urgent"_s, u"→ Technique N2"_s}));
        QCOMPARE(desk.pane.composer()->findChild<SplitButton *>()->text(), u"Send and set waiting for customer"_s);
        auto *next = desk.pane.findChild<StepChips *>()->findChild<FilterChip *>();
        QTest::keyClick(next, Qt::Key_Backspace);
        desk.pane.composer()->send(false);
        QCOMPARE(desk.together.size(), 2);
        QCOMPARE(std::get<Reply>(desk.together.at(0)).thenStatus, TicketStatus::WaitingCustomer);
        QVERIFY(std::holds_alternative<Assign>(desk.together.at(1)));
    }

    void steps_areJournalledWithTheDraft_andThereAgain()
    {
        Draft kept;
        {
            Desk desk(u"en"_s, u"CMD-9"_s);
            desk.write();
            desk.applyMacro(u"faulty"_s);
            desk.pane.composer()->flush();
            kept = desk.kept.journalled.constLast();
        }
        QCOMPARE(kept.steps.size(), 3);
        const Desk again(u"en"_s, u"CMD-9"_s, {kept});
        QCOMPARE(again.chips(), (QStringList{u"Resolved"_s, u"+urgent"_s, u"→ Technique N2"_s}));
        QCOMPARE(again.pane.composer()->findChild<SplitButton *>()->text(), u"Send and resolve"_s);
    }

    void aMacroThatWritesNothing_isDoneAtOnce()
    {
        Desk desk;
        desk.pane.perform(ActionId::ApplyMacro);
        QTRY_VERIFY(desk.popup()->isVisible());
        keepPictures(m_theme, *desk.popup(), u"answers-macros"_s);
        QTest::keyClicks(desk.field(), u"low"_s);
        desk.key(Qt::Key_Return);
        QCOMPARE(desk.macro, u"Low priority"_s);
        QCOMPARE(desk.together.size(), 2);
        QCOMPARE(std::get<SetField>(desk.together.at(0)).to, u"low"_s);
        QCOMPARE(std::get<SetTags>(desk.together.at(1)).remove, QList<TagId>{TagId{u"g-toner"_s}});
        QVERIFY(!desk.pane.composer()->isVisible());
    }

    void aNoteOfAMacro_opensTheNote_andItsStepsGoWithIt()
    {
        Desk desk(u"fr"_s);
        desk.pane.perform(ActionId::ApplyMacro);
        QTRY_VERIFY(desk.popup()->isVisible());
        QTest::keyClicks(desk.field(), u"verifier"_s);
        desk.key(Qt::Key_Return);
        QCOMPARE(desk.pane.composer()->form(), DraftForm::Note);
        QCOMPARE(desk.text(), u"To be checked by Awa Koné."_s); // colleagues speak her language
        desk.pane.composer()->send(false);
        QCOMPARE(desk.together.size(), 2);
        QVERIFY(std::holds_alternative<AddNote>(desk.together.at(0)));
        QCOMPARE(std::get<SetField>(desk.together.at(1)).to, u"urgent"_s);
    }

    void anotherStatusOfTheMenu_isWhatCounts()
    {
        Desk desk(u"en"_s, u"CMD-9"_s);
        desk.write();
        desk.applyMacro(u"faulty"_s);
        const auto actions = desk.pane.composer()->findChild<QMenu *>()->actions();
        const auto open = std::ranges::find(actions, u"Send"_s, &QAction::text);
        QVERIFY(open != actions.end());
        (*open)->trigger();
        QCOMPARE(std::get<Reply>(desk.together.at(0)).thenStatus, TicketStatus::Open);
        QCOMPARE(desk.together.size(), 3); // the status stands in the reply
    }
};

AKWABA_PICTURES_MAIN(TestAnswers)
#include "tst_answers.moc"
