// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/macrosdialog.h"
#include "ui/settings/textmodulesdialog.h"

#include "rulefixture.h"

#include <QCheckBox>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace akwaba;
using namespace Qt::StringLiterals;

namespace {

Directories company()
{
    Directories all;
    Category help;
    help.id.value = u"k1"_s;
    help.nameFr = u"Aide technique"_s;
    help.nameEn = u"Technical help"_s;
    all.categories = {help};
    all.teams = {Team{TeamId{u"e1"_s}, u"Technique N2"_s, {}, true, 0}};
    all.tags = {Tag{TagId{u"g1"_s}, u"toner"_s, true, 0}, Tag{TagId{u"g2"_s}, u"urgent"_s, true, 0}};
    TextModule greeting;
    greeting.id.value = u"l1"_s;
    greeting.name = u"Salutation"_s;
    greeting.keyword = u"bonjour"_s;
    greeting.textFr = u"Bonjour {{customer.name}},"_s;
    greeting.textEn = u"Hello {{customer.name}},"_s;
    greeting.rev = 4;
    TextModule old = greeting;
    old.id.value = u"l2"_s;
    old.name = u"Ancienne formule"_s;
    old.keyword = u"ancien"_s;
    old.active = false;
    all.modules = {old, greeting};
    Macro exchange;
    exchange.id.value = u"r1"_s;
    exchange.nameFr = u"Échange de toner"_s;
    exchange.nameEn = u"Exchange of a toner"_s;
    exchange.steps = {{MacroAct::Reply, {}, u"Un toner neuf part pour {{order.number}}."_s, {}},
                      {MacroAct::Status, u"resolved"_s, {}, {}},
                      {MacroAct::AddTag, u"g1"_s, {}, {}}};
    exchange.position = 3;
    exchange.rev = 2;
    all.macros = {exchange};
    return all;
}

/// A server that remembers what was asked of it.
struct FakeMacros {
    QList<TextModule> modules;
    QList<Macro> macros;
    std::optional<Error> refuses;

    template <class T> QFuture<Result<T>> answer(T value) const
    {
        if (value.id.isEmpty()) value.id.value = u"new"_s;
        ++value.rev;
        return answered<T>(refuses ? Result<T>(tl::unexpected(*refuses)) : value);
    }
    MacroWays ways()
    {
        return {[this](const TextModule &module) {
                    modules.append(module);
                    return answer(module);
                },
                [this](const Macro &macro) {
                    macros.append(macro);
                    return answer(macro);
                }};
    }
};

template <class D> struct Desk : RuleDesk<D> {
    explicit Desk(FakeMacros &server) : RuleDesk<D>(server.ways()) { this->dialog.setDirectories(company()); }

    [[nodiscard]] QPlainTextEdit *text(const QString &name) const { return this->template must<QPlainTextEdit>(name); }
    [[nodiscard]] QString why() const { return this->apply()->toolTip(); }
    void choose(const QString &box, const QString &name) const
    {
        auto *field = this->template must<QComboBox>(box);
        const int row = field->findText(name);
        if (row < 0) qFatal("no %s but %s", qPrintable(name), qPrintable(field->itemText(2)));
        field->setCurrentIndex(row);
    }
    void check(const QString &box, const QString &name) const
    {
        auto *list = this->template must<QComboBox>(box)->template findChild<QListWidget *>(u"checkList"_s);
        const auto found = list->findItems(name, Qt::MatchExactly);
        if (found.isEmpty()) qFatal("no %s", qPrintable(name));
        found.constFirst()->setCheckState(Qt::Checked);
    }
};
using Texts = Desk<TextModulesDialog>;
using Macros = Desk<MacrosDialog>;

} // namespace

class TestAnswersDialog : public QObject {
    Q_OBJECT

public:
    explicit TestAnswersDialog(Theme &theme) : m_theme(theme) { }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_english.load(u":/akwaba/translations/akwaba_en"_s)); // which has the plurals
        QVERIFY(QCoreApplication::installTranslator(&m_english));
    }
    void init() { m_server = {}; }

    void theTextsThatThereAre_standBesideTheFirst_withWhatItReadsLike()
    {
        Texts desk(m_server);
        QCOMPARE(desk.rows(), (QStringList{u"Salutation"_s, u"Ancienne formule"_s}));
        QCOMPARE(desk.list()->topLevelItem(1)->text(1), u"retired"_s);
        desk.RuleDesk::choose(0);
        QCOMPARE(desk.title(), u"Salutation"_s);
        QCOMPARE(desk.must<QLabel>(u"moduleTextFrPreview"_s)->text(), u"It reads: Bonjour Rosine Bamba,"_s);
        QVERIFY(!desk.apply()->isEnabled());
        QCOMPARE(desk.why(), u"Nothing has been changed."_s);
        QCOMPARE(desk.nameless(), QString());
        keepPictures(m_theme, desk.dialog, u"textmodules"_s);
    }

    void aText_isEditedWithAValue_andSaved()
    {
        Texts desk(m_server);
        desk.RuleDesk::choose(0);
        auto *english = desk.text(u"moduleTextEn"_s);
        desk.dialog.activateWindow();
        english->setFocus();
        QTRY_VERIFY(english->hasFocus());
        english->moveCursor(QTextCursor::End);
        english->insertPlainText(u" order "_s);
        const auto values = desk.must<QPushButton>(u"moduleTextInsert"_s)->menu()->actions();
        const auto order = std::ranges::find(values, u"number of the order"_s, &QAction::text);
        QVERIFY(order != values.end());
        (*order)->trigger();
        QCOMPARE(english->toPlainText(), u"Hello {{customer.name}}, order {{order.number}}"_s);
        desk.press(u"ruleApply"_s);
        QCOMPARE(m_server.modules.size(), 1);
        QCOMPARE(m_server.modules.at(0).rev, 4);
        QCOMPARE(m_server.modules.at(0).textEn, english->toPlainText());
        QTRY_COMPARE(desk.said(), u"“Salutation” is saved: every colleague has it now."_s);
        QVERIFY(!desk.apply()->isEnabled());
    }

    void whatIsWrong_isSaidBeforeItIsSent()
    {
        Texts desk(m_server);
        desk.press(u"ruleNew"_s);
        QCOMPARE(desk.why(), u"A name is missing."_s);
        desk.type(u"moduleName"_s, u"Encore"_s);
        desk.type(u"moduleKeyword"_s, u"bon jour"_s);
        QVERIFY(desk.why().startsWith(u"The keyword is one word"_s));
        desk.type(u"moduleKeyword"_s, u"BONJOUR"_s);
        QCOMPARE(desk.why(), u"Another text module has this keyword."_s);
        desk.type(u"moduleKeyword"_s, u"encore"_s);
        QVERIFY(desk.why().startsWith(u"The text is missing"_s));
        desk.text(u"moduleTextFr"_s)->setPlainText(u"{{nobody}}"_s);
        QVERIFY(desk.why().startsWith(u"The text asks for a value that does not exist"_s));
        desk.text(u"moduleTextFr"_s)->setPlainText(u"Encore"_s);
        QVERIFY(desk.apply()->isEnabled());
        desk.press(u"ruleApply"_s);
        QVERIFY(m_server.modules.at(0).id.isEmpty());
        QTRY_COMPARE(desk.rows().size(), 3);
    }

    void withoutAConnection_itIsReadOnly_andSaysSo()
    {
        Texts desk(m_server);
        desk.RuleDesk::choose(0);
        desk.dialog.setOnline(false);
        QVERIFY(desk.said().startsWith(u"There is no connection to the server"_s));
        desk.type(u"moduleName"_s, u"Autre"_s);
        QVERIFY(!desk.apply()->isEnabled());
        QCOMPARE(desk.why(), u"there is no connection to the server"_s);
    }

    void whoeverWasSlower_isTold_andMayInsist()
    {
        Texts desk(m_server);
        desk.RuleDesk::choose(0);
        desk.type(u"moduleName"_s, u"Autre"_s);
        m_server.refuses = Error{Code::Conflict, {}};
        desk.press(u"ruleApply"_s);
        QTRY_VERIFY(desk.said().startsWith(u"A colleague has changed this meanwhile"_s));
        Directories newer = company();
        newer.modules[1].rev = 9;
        desk.dialog.setDirectories(newer);
        QCOMPARE(desk.must<QLineEdit>(u"moduleName"_s)->text(), u"Autre"_s);
        m_server.refuses.reset();
        desk.press(u"ruleApply"_s);
        QCOMPARE(m_server.modules.constLast().rev, 9);
    }

    void aMacro_isShownWithItsSteps_andSavedAsItWas()
    {
        Macros desk(m_server);
        QCOMPARE(desk.rows(), QStringList{u"Exchange of a toner"_s});
        QCOMPARE(desk.must<QComboBox>(u"stepWrites"_s)->currentText(), u"Write a reply"_s);
        QCOMPARE(desk.must<QComboBox>(u"step-status"_s)->currentText(), u"Resolved"_s);
        QCOMPARE(desk.must<QComboBox>(u"step-addTag"_s)->currentText(), u"toner"_s);
        QCOMPARE(desk.must<QComboBox>(u"step-removeTag"_s)->currentText(), u"none"_s);
        QVERIFY(desk.must<QLabel>(u"stepTextFrPreview"_s)->text().contains(u"CMD-2026-01874"_s));
        QVERIFY(!desk.apply()->isEnabled());
        QCOMPARE(desk.nameless(), QString());
        keepPictures(m_theme, desk.dialog, u"macros"_s);
        desk.type(u"macroNameEn"_s, u"Exchange"_s);
        desk.press(u"ruleApply"_s);
        QCOMPARE(m_server.macros.at(0).steps, company().macros.at(0).steps);
    }

    void aNewMacro_standsBehindTheOthers_andHasWhatWasChosen()
    {
        Macros desk(m_server);
        desk.press(u"ruleNew"_s);
        desk.type(u"macroNameFr"_s, u"Vers N2"_s);
        desk.type(u"macroNameEn"_s, u"To tier 2"_s);
        QVERIFY(desk.why().startsWith(u"Add a step"_s));
        desk.choose(u"step-team"_s, u"Technique N2"_s);
        desk.choose(u"step-agent"_s, u"Whoever applies it"_s);
        desk.choose(u"step-snooze"_s, u"3 hours"_s);
        desk.check(u"step-removeTag"_s, u"urgent"_s);
        desk.check(u"macroPlaces"_s, u"while reading"_s);
        desk.check(u"condition-category"_s, u"Technical help"_s);
        QVERIFY(desk.apply()->isEnabled());
        desk.press(u"ruleApply"_s);
        const Macro &made = m_server.macros.at(0);
        QCOMPARE(made.position, 4);
        QCOMPARE(made.places, QList<MacroPlace>{MacroPlace::Reading});
        QCOMPARE(made.conditions, (QList<FieldCondition>{{u"category"_s, {u"k1"_s}, false}}));
        QCOMPARE(made.steps,
                 (QList<MacroStep>{{MacroAct::Team, u"e1"_s, {}, {}},
                                   {MacroAct::Agent, u"me"_s, {}, {}},
                                   {MacroAct::Snooze, u"180"_s, {}, {}},
                                   {MacroAct::RemoveTag, u"g2"_s, {}, {}}}));
    }

    void whatWasTyped_isNotThrownAwayWithoutAQuestion()
    {
        Macros desk(m_server);
        desk.type(u"macroNameEn"_s, u"Other"_s);
        desk.press(u"ruleNew"_s);
        QCOMPARE(desk.title(), u"Exchange of a toner"_s);
        desk.answerQuestion(QMessageBox::DestructiveRole);
        QCOMPARE(desk.title(), u"A new macro"_s);
    }

    void inFrench_nothingIsCutOff()
    {
        QTranslator french;
        QVERIFY(french.load(u":/akwaba/translations/akwaba_fr"_s));
        QVERIFY(QCoreApplication::installTranslator(&french));
        const QScopeGuard back([&french] {
            QCoreApplication::removeTranslator(&french);
            QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        });
        QLocale::setDefault(QLocale(QLocale::French, QLocale::France));
        Texts texts(m_server);
        texts.RuleDesk::choose(0);
        keepPictures(m_theme, texts.dialog, u"textmodules-fr"_s);
        QCOMPARE(texts.cut(), QString());
        Macros macros(m_server);
        keepPictures(m_theme, macros.dialog, u"macros-fr"_s);
        QCOMPARE(macros.cut(), QString());
        QVERIFY(macros.dialog.width() <= 1366 && macros.dialog.height() <= 700);
    }

private:
    Theme &m_theme;
    QTranslator m_english;
    FakeMacros m_server;
};

AKWABA_PICTURES_MAIN(TestAnswersDialog)
#include "tst_answersdialog.moc"
