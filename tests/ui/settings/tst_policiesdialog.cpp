// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/policiesdialog.h"

#include "rulefixture.h"

#include <QCheckBox>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>

using namespace akwaba;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

Directories directories()
{
    Directories all;
    Category help;
    help.id.value = u"g1"_s;
    help.nameFr = u"Aide technique"_s;
    help.nameEn = u"Technical help"_s;
    Team support;
    support.id.value = u"t1"_s;
    support.name = u"Support N1"_s;
    Tag vip;
    vip.id.value = u"k1"_s;
    vip.name = u"VIP"_s;
    all.categories = {help};
    all.teams = {support};
    all.tags = {vip};
    return all;
}

struct Desk : RuleDesk<PoliciesDialog> {
    explicit Desk(FakeRules &server) : RuleDesk(server.ways(), directories(), RuleDialog::Parts{FakeRules::clock, 0ms})
    {
        dialog.setPolicies(thePolicies(), theCalendars());
    }

    void check(const QString &field, const QString &name) const
    {
        auto *list = must<QComboBox>(u"condition-"_s + field)->findChild<QListWidget *>(u"checkList"_s);
        const auto found = list->findItems(name, Qt::MatchExactly);
        if (found.isEmpty()) qFatal("no %s", qPrintable(name));
        found.constFirst()->setCheckState(Qt::Checked);
    }
    [[nodiscard]] QSpinBox *length(const QString &target) const
    {
        return must<QSpinBox>(u"target-%1-length"_s.arg(target));
    }
    [[nodiscard]] QComboBox *box(const QString &target, const QString &what) const
    {
        return must<QComboBox>(u"target-%1-%2"_s.arg(target, what));
    }
};

QStringList idsIn(const PolicyOrder &order)
{
    QStringList ids;
    for (const SlaPolicyId &id : order.ids())
        ids.append(id.value);
    return ids;
}

} // namespace

class TestPoliciesDialog : public QObject {
    Q_OBJECT

public:
    explicit TestPoliciesDialog(Theme &theme) : m_theme(theme) { }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_english.load(u":/akwaba/translations/akwaba_en"_s)); // which has the plurals
        QVERIFY(QCoreApplication::installTranslator(&m_english));
    }
    void init()
    {
        m_server = {};
        m_server.trial.matches = {{{u"p1"_s}, 10, 10, {u"A-10481"_s, u"A-10482"_s}},
                                  {{u"p2"_s}, 14, 12, {u"A-10483"_s}},
                                  {{u"p3"_s}, 340, 318, {}}};
        m_server.trial.warnings = {{PolicyDoubt::Overlaps, {u"p1"_s}, {u"p2"_s}, 2}};
    }

    void thePolicies_standInTheirOrder_withWhatTheyTake()
    {
        const Desk desk(m_server);
        QCOMPARE(desk.rows(), (QStringList{u"1. Chat"_s, u"2. Urgent"_s, u"3. All requests"_s}));
        QCOMPARE(desk.title(), u"Chat"_s);
        QTRY_COMPARE(desk.list()->topLevelItem(2)->text(1), u"318"_s);
        QVERIFY(desk.notes().startsWith(u"It takes 10 of 340 open tickets: A-10481, A-10482, …"_s));
        QVERIFY(desk.notes().contains(u"“Chat” and “Urgent” fit the same 2 open tickets: the first one counts."_s));
        QVERIFY(!desk.apply()->isEnabled());
        keepPictures(m_theme, *desk.list()->window(), u"policies"_s);
    }

    void whatIsShown_isWhatIsThere()
    {
        const Desk desk(m_server);
        desk.choose(1);
        QCOMPARE(desk.must<QComboBox>(u"condition-priority"_s)->currentText(), u"Urgent"_s);
        QCOMPARE(desk.must<QComboBox>(u"condition-channel"_s)->currentText(), u"any"_s);
        QCOMPARE(desk.length(u"firstResponse"_s)->value(), 1);
        QCOMPARE(desk.box(u"firstResponse"_s, u"unit"_s)->currentText(), u"hours"_s);
        QCOMPARE(desk.box(u"firstResponse"_s, u"calendar"_s)->currentText(), u"Opening hours"_s);
        QCOMPARE(desk.length(u"nextResponse"_s)->value(), 90);
        QCOMPARE(desk.box(u"nextResponse"_s, u"unit"_s)->currentText(), u"minutes"_s);
        QVERIFY(desk.box(u"nextResponse"_s, u"calendar"_s)->currentText().startsWith(u"Around the clock"_s));
        QVERIFY(!desk.must<QCheckBox>(u"target-update-promised"_s)->isChecked());
        QVERIFY(!desk.length(u"update"_s)->isEnabled());
        QCOMPARE(desk.must<QLineEdit>(u"policyPercents"_s)->text(), u"75, 90"_s);
    }

    void whatIsEdited_isTried_andAppliedWithItsReason()
    {
        const Desk desk(m_server);
        desk.choose(1);
        desk.check(u"category"_s, u"Technical help"_s);
        desk.length(u"resolution"_s)->setValue(3);
        desk.box(u"resolution"_s, u"unit"_s)->setCurrentIndex(3);
        desk.type(u"conditionTier"_s, u"gold, silver"_s);
        desk.must<QCheckBox>(u"target-update-promised"_s)->click();
        QTRY_VERIFY(desk.effect().startsWith(u"17 due dates move"_s));
        QTRY_COMPARE(m_server.triedPolicies.constLast().at(0).version.targets.size(), 4);
        desk.giveReason();
        desk.apply()->click();
        QCOMPARE(m_server.setPolicies.size(), 1);
        QCOMPARE(m_server.setPolicies.at(0).size(), 1); // the others stay as they are
        const PolicyEdit &edit = m_server.setPolicies.at(0).at(0);
        QCOMPARE(edit.id.value, u"p2"_s);
        QCOMPARE(edit.ifRev, 5);
        QCOMPARE(edit.version.position, 2);
        QCOMPARE(edit.version.reason, u"Nouvel horaire"_s);
        QCOMPARE(edit.version.conditions,
                 (QList<FieldCondition>{{u"priority"_s, {u"urgent"_s}, false},
                                        {u"category"_s, {u"g1"_s}, false},
                                        {u"tier"_s, {u"gold"_s, u"silver"_s}, false}}));
        const auto resolution = std::ranges::find(edit.version.targets, Target::Resolution, &SlaTarget::target);
        QCOMPARE(*resolution, (SlaTarget{Target::Resolution, ClockUnit::BusinessDays, 3, {u"c2"_s}}));
        QTRY_COMPARE(desk.said(), u"1 policy changed: due dates are moving."_s);
    }

    void theOrder_isArrangedByKeyboard_andDecidedAsOne()
    {
        Desk desk(m_server);
        desk.choose(1);
        desk.dialog.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&desk.dialog));
        desk.list()->setFocus();
        QTest::keyClick(desk.list(), Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(desk.rows(), (QStringList{u"1. Urgent"_s, u"2. Chat"_s, u"3. All requests"_s}));
        QCOMPARE(desk.title(), u"Urgent"_s);
        QTest::keyClick(desk.list(), Qt::Key_Up, Qt::AltModifier); // it is the first
        QTRY_COMPARE(m_server.triedPolicies.constLast().size(), 2);
        desk.giveReason();
        desk.apply()->click();
        const QList<PolicyEdit> &edits = m_server.setPolicies.at(0);
        QCOMPARE(edits.size(), 2);
        QCOMPARE(edits.at(0).id.value, u"p1"_s);
        QCOMPARE(edits.at(0).version.position, 2);
        QCOMPARE(edits.at(1).version.position, 1);
        QCOMPARE(edits.at(0).version.reason, u"Nouvel horaire"_s);
    }

    void theLastOne_staysTheLast()
    {
        const Desk desk(m_server);
        desk.choose(2);
        QVERIFY(!desk.button(u"policyUp"_s)->isEnabled() && !desk.button(u"policyDown"_s)->isEnabled());
        desk.check(u"channel"_s, u"Chat"_s);
        QVERIFY(desk.effect().startsWith(u"The last policy has to take every ticket"_s));
        desk.choose(1);
        desk.answerQuestion(QMessageBox::DestructiveRole);
        QVERIFY(!desk.button(u"policyDown"_s)->isEnabled());
        QVERIFY(desk.button(u"policyUp"_s)->isEnabled());
    }

    void anotherOrder_isNotThrownAwayWithoutAQuestion()
    {
        Desk desk(m_server);
        desk.choose(1);
        desk.press(u"policyUp"_s);
        desk.choose(1); // Chat, to look at it
        QCOMPARE(desk.title(), u"Chat"_s);
        QCOMPARE(desk.rows().constFirst(), u"1. Urgent"_s);
        desk.press(u"ruleClose"_s);
        QVERIFY(desk.dialog.isVisible());
        desk.answerQuestion(QMessageBox::DestructiveRole);
        QVERIFY(!desk.dialog.isVisible());
    }

    void aNewOne_standsBeforeTheLast_andPromisesTheSame()
    {
        const Desk desk(m_server);
        desk.press(u"ruleNew"_s);
        QCOMPARE(desk.rows(), (QStringList{u"1. Chat"_s, u"2. Urgent"_s, u"3. New policy"_s, u"4. All requests"_s}));
        QCOMPARE(desk.box(u"firstResponse"_s, u"calendar"_s)->currentText(), u"Working days, 24 h"_s);
        desk.check(u"tags"_s, u"VIP"_s);
        desk.type(u"policyNameFr"_s, u"Privilège"_s);
        desk.type(u"policyNameEn"_s, u"Privileged"_s);
        desk.press(u"policyUp"_s);
        desk.giveReason();
        desk.apply()->click();
        const QList<PolicyEdit> &edits = m_server.setPolicies.at(0);
        QCOMPARE(edits.size(), 3); // those behind it make room
        QVERIFY(edits.constLast().id.isEmpty());
        QCOMPARE(edits.constLast().version.position, 2);
        QTRY_COMPARE(desk.title(), u"Privileged"_s);
    }

    void whatIsSaidOfOthers_isNotSaidOfANewOne()
    {
        m_server.trial.warnings = {{PolicyDoubt::MatchesNothing, {u"p1"_s}, {}, 340},
                                   {PolicyDoubt::MatchesEverything, {}, {}, 340},
                                   {PolicyDoubt::Overlaps, {u"p1"_s}, {}, 0},
                                   {PolicyDoubt::Overlaps, {u"p2"_s}, {}, 0}};
        const Desk desk(m_server);
        desk.press(u"ruleNew"_s);
        desk.type(u"policyNameFr"_s, u"Tout"_s);
        desk.type(u"policyNameEn"_s, u"All"_s);
        QTRY_COMPARE(desk.notes(),
                     u"“New policy” fits every open ticket: the policies after it take none.\n"
                     "It can fit the same tickets as Chat, Urgent: the first one counts."_s);
    }

    void aNewOneThatWasThrownAway_leavesNoTrace()
    {
        const Desk desk(m_server);
        desk.press(u"ruleNew"_s);
        desk.press(u"policyUp"_s);
        desk.type(u"policyNameFr"_s, u"Rien"_s);
        desk.choose(0);
        desk.answerQuestion(QMessageBox::DestructiveRole);
        QCOMPARE(desk.rows().size(), 3);
        QCOMPARE(desk.apply()->toolTip(), u"Nothing has been changed."_s);
    }

    void aRetiredOne_standsBehind_andComesBackBeforeTheLast()
    {
        Desk desk(m_server);
        desk.must<QCheckBox>(u"policyActive"_s)->click();
        desk.giveReason();
        desk.apply()->click();
        QVERIFY(!m_server.setPolicies.at(0).at(0).version.active);
        QTRY_COMPARE(desk.rows(), (QStringList{u"1. Urgent"_s, u"2. All requests"_s, u"Chat"_s}));
        desk.must<QCheckBox>(u"policyActive"_s)->click();
        desk.giveReason();
        desk.apply()->click();
        QTRY_COMPARE(desk.rows(), (QStringList{u"1. Urgent"_s, u"2. Chat"_s, u"3. All requests"_s}));
    }

    void whatCantBe_isSaidAtOnce_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("said");
        QTest::newRow("no name") << u"policyNameEn"_s << QString() << u"The name is needed"_s;
        QTest::newRow("falling") << u"policyPercents"_s << u"90, 75"_s << u"Alerts rise"_s;
        QTest::newRow("100 %") << u"policyPercents"_s << u"75 100"_s << u"Alerts rise"_s;
        QTest::newRow("words") << u"policyPercents"_s << u"often"_s << u"Alerts rise"_s;
    }

    void whatCantBe_isSaidAtOnce()
    {
        QFETCH(QString, field);
        QFETCH(QString, text);
        QFETCH(QString, said);
        const Desk desk(m_server);
        desk.giveReason();
        desk.type(field, text);
        QVERIFY2(desk.effect().startsWith(said), qPrintable(desk.effect()));
        QVERIFY(!desk.apply()->isEnabled());
    }

    void targetsThatCantBe_areSaidAtOnce()
    {
        const Desk desk(m_server);
        desk.length(u"firstResponse"_s)->setValue(0);
        QCOMPARE(desk.effect(), u"A promised time is missing."_s);
        desk.length(u"firstResponse"_s)->setValue(1);
        desk.box(u"resolution"_s, u"calendar"_s)->setCurrentIndex(0); // days of no calendar
        QCOMPARE(desk.effect(), u"A promise needs a calendar that is in use."_s);
        desk.must<QCheckBox>(u"target-firstResponse-promised"_s)->click();
        desk.must<QCheckBox>(u"target-resolution-promised"_s)->click();
        QCOMPARE(desk.effect(), u"Promise at least one thing."_s);
    }

    void conditionsThatItCantShow_areKept_andSaid()
    {
        Desk desk(m_server);
        QList<SlaPolicy> policies = thePolicies();
        policies[0].rev = 6;
        policies[0].versions[0].conditions.append({u"channel"_s, {u"email"_s}, true}); // a second one on the field
        desk.dialog.setPolicies(policies, theCalendars());
        const auto labels = desk.dialog.findChildren<QLabel *>();
        QVERIFY(std::ranges::any_of(labels, [](const QLabel *label) {
            return label->isVisibleTo(label->window()) && label->text() == u"And: channel other than E-mail"_s;
        }));
        desk.length(u"firstResponse"_s)->setValue(2);
        desk.giveReason();
        desk.apply()->click();
        QCOMPARE(m_server.setPolicies.at(0).at(0).version.conditions, policies.at(0).versions.at(0).conditions);
    }

    void allButSomeValues_isReadAndChosen_byKeyboard()
    {
        Desk desk(m_server);
        QList<SlaPolicy> policies = thePolicies();
        policies[0].rev = 6;
        policies[0].versions[0].conditions = {{u"team"_s, {u"t1"_s}, true}, {u"tier"_s, {u"gold"_s}, true}};
        desk.dialog.setPolicies(policies, theCalendars());
        auto *team = desk.must<QPushButton>(u"relation-team"_s);
        QCOMPARE(team->text(), u"is none of"_s);
        QCOMPARE(team->accessibleName(), u"Team is none of"_s);
        QCOMPARE(desk.must<QPushButton>(u"relation-tier"_s)->text(), u"is none of"_s);
        QVERIFY(!desk.must<QPushButton>(u"relation-channel"_s)->isVisible()); // of no value there is nothing to say
        QVERIFY(!desk.apply()->isEnabled());
        QCOMPARE(desk.apply()->toolTip(), u"Nothing has been changed."_s);
        desk.check(u"channel"_s, u"Chat"_s);
        auto *channel = desk.must<QPushButton>(u"relation-channel"_s);
        QCOMPARE(channel->text(), u"is one of"_s);
        desk.dialog.activateWindow();
        desk.must<QComboBox>(u"condition-channel"_s)->setFocus();
        QTRY_VERIFY(desk.must<QComboBox>(u"condition-channel"_s)->hasFocus());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QCOMPARE(channel->text(), u"is none of"_s);
        QTest::keyClick(team, Qt::Key_Space);
        desk.giveReason();
        desk.apply()->click();
        QCOMPARE(m_server.setPolicies.at(0).at(0).version.conditions,
                 (QList<FieldCondition>{{u"channel"_s, {u"chat"_s}, true},
                                        {u"team"_s, {u"t1"_s}, false},
                                        {u"tier"_s, {u"gold"_s}, true}}));
    }

    void whatTheServerRefuses_isTold_andNothingIsLost()
    {
        const Desk desk(m_server);
        desk.length(u"firstResponse"_s)->setValue(5);
        desk.giveReason();
        m_server.refuses = Error{Code::BadInput, u"samePosition"_s};
        desk.apply()->click();
        QTRY_VERIFY(desk.said().startsWith(u"A colleague has changed the order"_s));
        QCOMPARE(desk.length(u"firstResponse"_s)->value(), 5);
        m_server.refuses = Error{Code::BadInput, u"somethingNew"_s};
        desk.apply()->click();
        QTRY_VERIFY(desk.said().startsWith(u"The server can't make sense"_s));
        QVERIFY(desk.apply()->isEnabled());
    }

    void theKeyboard_reachesEverything()
    {
        Desk desk(m_server);
        desk.choose(1);
        desk.length(u"firstResponse"_s)->setValue(5);
        desk.giveReason();
        const QSet<QString> met = desk.reached(80);
        for (const QString &name : {u"policyList"_s,
                                    u"ruleNew"_s,
                                    u"policyUp"_s,
                                    u"policyNameFr"_s,
                                    u"policyNameEn"_s,
                                    u"condition-channel"_s,
                                    u"condition-productKind"_s,
                                    u"conditionTier"_s,
                                    u"relation-priority"_s,
                                    u"target-resolution-promised"_s,
                                    u"target-resolution-length"_s,
                                    u"target-resolution-unit"_s,
                                    u"target-resolution-calendar"_s,
                                    u"policyPercents"_s,
                                    u"policyReopened"_s,
                                    u"policyPauses"_s,
                                    u"policyEnforced"_s,
                                    u"policyActive"_s,
                                    u"ruleReason"_s,
                                    u"ruleLater"_s,
                                    u"ruleApply"_s})
            QVERIFY2(met.contains(name), qPrintable(name));
        QCOMPARE(desk.nameless(), QString());
    }

    void aListOfValues_isOpenedAndCheckedByKeyboard()
    {
        const Desk desk(m_server);
        auto *field = desk.must<QComboBox>(u"condition-priority"_s);
        QTest::keyClick(field, Qt::Key_Space);
        auto *values = field->findChild<QListWidget *>(u"checkList"_s);
        QVERIFY(values->isVisible());
        QTest::keyClick(values, Qt::Key_Down);
        QTest::keyClick(values, Qt::Key_Space);
        QCOMPARE(field->currentText(), u"Normal"_s);
        keepPictures(m_theme, *values->window(), u"policies-values"_s);
        QTest::keyClick(values, Qt::Key_Escape);
        QVERIFY(!values->isVisible());
        QVERIFY(desk.dialog.isVisible());
    }

    void positions_changeAsLittleAsTheyCan()
    {
        QList<SlaPolicy> policies = thePolicies();
        policies[0].versions[0].position = 10;
        policies[1].versions[0].position = 20;
        policies[2].versions[0].position = 20;
        PolicyOrder order(policies);
        QCOMPARE(idsIn(order), (QStringList{u"p1"_s, u"p2"_s, u"p3"_s}));
        QCOMPARE(order.positions(policies).value({u"p3"_s}), 21); // no two at one place
        order.move({u"p2"_s}, -1);
        QCOMPARE(order.positions(policies).value({u"p2"_s}), 10);
        QCOMPARE(order.positions(policies).value({u"p1"_s}), 20);
        order.insert({});
        QCOMPARE(idsIn(order), (QStringList{u"p2"_s, u"p1"_s, QString(), u"p3"_s}));
        QCOMPARE(order.positions(policies).value({}), 21);
        QCOMPARE(order.positions(policies).value({u"p3"_s}), 22);
        order.follow(PolicyOrder(policies));
        QCOMPARE(idsIn(order), (QStringList{u"p2"_s, u"p1"_s, u"p3"_s}));
    }

    void inFrench_nothingIsCut()
    {
        QTranslator french;
        QVERIFY(french.load(u":/akwaba/translations/akwaba_fr"_s));
        QVERIFY(QCoreApplication::installTranslator(&french));
        const auto english = qScopeGuard([before = QLocale()] { QLocale::setDefault(before); });
        QLocale::setDefault(QLocale(QLocale::French, QLocale::France));
        Desk desk(m_server);
        desk.choose(1);
        desk.length(u"firstResponse"_s)->setValue(2);
        desk.giveReason();
        m_server.trial.warnings.append({PolicyDoubt::NeverFirst, {u"p2"_s}, {}, 4});
        m_server.trial.effect.begun = 2;
        desk.check(u"channel"_s, u"E-mail"_s);
        desk.check(u"channel"_s, u"Téléphone"_s);
        desk.button(u"relation-channel"_s)->click();
        desk.check(u"productKind"_s, u"Toner"_s);
        desk.button(u"relation-productKind"_s)->click();
        desk.type(u"conditionTier"_s, u"or"_s);
        QTRY_VERIFY(desk.effect().contains(u"apparaissent"_s));
        keepPictures(m_theme, desk.dialog, u"policies-fr"_s);
        QCOMPARE(desk.cut(), QString());
        QVERIFY(desk.dialog.width() <= 1366 && desk.dialog.height() <= 700); // of the 768 that small screens have
    }

private:
    Theme &m_theme;
    QTranslator m_english;
    FakeRules m_server;
};

AKWABA_PICTURES_MAIN(TestPoliciesDialog)
#include "tst_policiesdialog.moc"
