// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/calendarsdialog.h"

#include "rulefixture.h"
#include "ui/widgets/buttonlook.h"

#include <QCheckBox>
#include <QDateEdit>
#include <QDateTimeEdit>

using namespace akwaba;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct Desk : RuleDesk<CalendarsDialog> {
    explicit Desk(FakeRules &server) : RuleDesk(server.ways(), RuleDialog::Parts{FakeRules::clock, 0ms})
    {
        dialog.setCalendars(theCalendars(), thePolicies());
    }
};

} // namespace

class TestCalendarsDialog : public QObject {
    Q_OBJECT

public:
    explicit TestCalendarsDialog(Theme &theme) : m_theme(theme) { }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_english.load(u":/akwaba/translations/akwaba_en"_s)); // which has the plurals
        QVERIFY(QCoreApplication::installTranslator(&m_english));
    }
    void init() { m_server = {}; }

    void theFirstOne_isShown_andNothingCanBeAppliedYet()
    {
        const Desk desk(m_server);
        QCOMPARE(desk.rows(), (QStringList{u"Opening hours"_s, u"Saturdays"_s, u"Working days, 24 h"_s}));
        QCOMPARE(desk.title(), u"Working days, 24 h"_s);
        QCOMPARE(desk.must<QLineEdit>(u"hours1"_s)->text(), u"00:00-24:00"_s);
        QCOMPARE(desk.must<QLineEdit>(u"hours6"_s)->text(), QString());
        QVERIFY(!desk.apply()->isEnabled());
        QCOMPARE(desk.apply()->toolTip(), u"Nothing has been changed."_s);
    }

    void whatItWouldMove_appearsByItself_andIsAppliedWithAReason()
    {
        const Desk desk(m_server);
        desk.choose(0);
        desk.type(u"hours6"_s, u"8h-12h"_s);
        QTRY_COMPARE(desk.effect(), u"17 due dates move, 3 become late, 5 are no longer late."_s);
        QCOMPARE(m_server.triedCalendars.constLast().id.value, u"c2"_s);
        QCOMPARE(m_server.triedCalendars.constLast().version.weekly.constLast(), (WeeklyHours{6, {480, 720}}));
        QVERIFY(!desk.apply()->isEnabled());
        QVERIFY(desk.apply()->toolTip().startsWith(u"Say why"_s));
        const qsizetype asked = m_server.triedCalendars.size();
        desk.giveReason();
        desk.type(u"calendarNameEn"_s, u"Shop hours"_s);
        QTest::qWait(0);
        QCOMPARE(m_server.triedCalendars.size(), asked); // neither moves anything
        QVERIFY(desk.apply()->isEnabled());
        keepPictures(m_theme, *desk.list()->window(), u"calendars"_s);
        desk.apply()->click();
        QCOMPARE(m_server.setCalendars.size(), 1);
        const CalendarEdit &edit = m_server.setCalendars.at(0);
        QCOMPARE(edit.ifRev, 3);
        QCOMPARE(edit.nameEn, u"Shop hours"_s);
        QCOMPARE(edit.version.reason, u"Nouvel horaire"_s);
        QVERIFY(!edit.version.since.isValid());
        QTRY_COMPARE(desk.said(), u"“Shop hours” counts in its version 3: due dates are moving."_s);
        QVERIFY(!desk.apply()->isEnabled());
        QCOMPARE(desk.must<QLineEdit>(u"ruleReason"_s)->text(), QString());
    }

    void hoursThatAreNone_areMarked_andSaid()
    {
        const Desk desk(m_server);
        desk.choose(0);
        desk.type(u"hours2"_s, u"8-25"_s);
        QVERIFY(hasFieldError(desk.must<QLineEdit>(u"hours2"_s)));
        QVERIFY(desk.effect().startsWith(u"Tuesday: “8-25” are no hours."_s));
        QVERIFY(!desk.apply()->isEnabled());
        desk.type(u"hours2"_s, u"08:00-12:00, 11:00-18:00"_s);
        QVERIFY(!hasFieldError(desk.must<QLineEdit>(u"hours2"_s)));
        QCOMPARE(desk.effect(), u"Two stretches of a day overlap."_s);
        for (int day = 1; day <= 7; ++day)
            desk.type(u"hours%1"_s.arg(day), {});
        QVERIFY(desk.effect().startsWith(u"There is no opening hour"_s));
        QVERIFY(m_server.setCalendars.isEmpty());
    }

    void monday_isCopiedUntilFriday()
    {
        const Desk desk(m_server);
        desk.choose(0);
        desk.type(u"hours1"_s, u"07:30-15:30"_s);
        desk.press(u"calendarCopy"_s);
        for (int day = 1; day <= 5; ++day)
            QCOMPARE(desk.must<QLineEdit>(u"hours%1"_s.arg(day))->text(), u"07:30-15:30"_s);
        QCOMPARE(desk.must<QLineEdit>(u"hours6"_s)->text(), QString());
    }

    void exceptions_areAddedAndTakenAway()
    {
        const Desk desk(m_server);
        desk.choose(0);
        desk.press(u"exceptionAdd"_s);
        desk.press(u"exceptionAdd"_s);
        QVERIFY(desk.effect().contains(u"twice"_s)); // both today
        const auto days = desk.dialog.findChildren<QDateEdit *>(u"exceptionDay"_s);
        QCOMPARE(days.size(), 2);
        QCOMPARE(days.at(0)->date(), QDate(2026, 11, 23));
        days.at(1)->setDate(QDate(2026, 12, 24));
        desk.dialog.findChildren<QLineEdit *>(u"exceptionHours"_s).at(1)->setText(u"8-12"_s);
        QTRY_VERIFY(desk.effect().startsWith(u"17"_s));
        QCOMPARE(m_server.triedCalendars.constLast().version.exceptions,
                 (QList<CalendarException>{{QDate(2026, 11, 23), {}}, {QDate(2026, 12, 24), {{480, 720}}}}));
        desk.dialog.findChildren<QAbstractButton *>(u"exceptionDrop"_s).at(0)->click();
        QTRY_COMPARE(m_server.triedCalendars.constLast().version.exceptions.size(), 1);
    }

    void anUnknownZone_isSaid()
    {
        const Desk desk(m_server);
        desk.must<QComboBox>(u"calendarZone"_s)->setCurrentText(u"Africa/Atlantis"_s);
        QVERIFY(desk.effect().startsWith(u"Nobody knows this time zone"_s));
        desk.must<QComboBox>(u"calendarZone"_s)->setCurrentText(u"Europe/Paris"_s);
        QTRY_VERIFY(desk.effect().startsWith(u"17"_s));
    }

    void aCalendarThatIsUsed_staysInUse()
    {
        const Desk desk(m_server);
        desk.choose(0);
        desk.must<QCheckBox>(u"calendarActive"_s)->click();
        QVERIFY(desk.effect().startsWith(u"A policy or an escalation path counts"_s));
        desk.must<QCheckBox>(u"calendarActive"_s)->click();
        desk.choose(1); // nothing was changed, so nobody asks
        QCOMPARE(desk.title(), u"Saturdays"_s);
        desk.must<QCheckBox>(u"calendarActive"_s)->click();
        QTRY_VERIFY(desk.effect().startsWith(u"17"_s));
        QVERIFY(!m_server.triedCalendars.constLast().active);
    }

    void itCanCountLater()
    {
        const Desk desk(m_server);
        desk.choose(0);
        desk.type(u"hours6"_s, u"8-12"_s);
        desk.giveReason();
        const auto *title = desk.must<QLabel>(u"ruleEffectTitle"_s);
        QCOMPARE(title->text(), u"If it is applied"_s);
        desk.must<QCheckBox>(u"ruleLater"_s)->click();
        QCOMPARE(title->text(), u"If it counted from now on"_s); // a trial can't look into the future
        auto *since = desk.must<QDateTimeEdit>(u"ruleSince"_s);
        since->setDateTime(QDateTime(QDate(2026, 11, 1), QTime(0, 0)));
        QVERIFY(!desk.apply()->isEnabled());
        QVERIFY(desk.apply()->toolTip().contains(u"not before"_s));
        since->setDateTime(QDateTime(QDate(2026, 12, 1), QTime(0, 0)));
        desk.apply()->click();
        QCOMPARE(m_server.setCalendars.at(0).version.since, QDateTime(QDate(2026, 12, 1), QTime(0, 0)).toUTC());
    }

    void aNewOne_beginsWithTheHoursOfAShop()
    {
        const Desk desk(m_server);
        desk.press(u"ruleNew"_s);
        QCOMPARE(desk.title(), u"A new calendar"_s);
        QCOMPARE(desk.must<QLineEdit>(u"hours3"_s)->text(), u"08:00-12:00, 14:00-18:00"_s);
        QCOMPARE(desk.effect(), u"The name is needed in French and in English."_s);
        desk.type(u"calendarNameFr"_s, u"Soirées"_s);
        desk.type(u"calendarNameEn"_s, u"Evenings"_s);
        desk.giveReason();
        desk.apply()->click();
        QVERIFY(m_server.setCalendars.at(0).id.isEmpty());
        QTRY_COMPARE(desk.title(), u"Evenings"_s);
        QVERIFY(desk.rows().contains(u"Evenings"_s));
    }

    void whatIsTyped_isNotThrownAwayWithoutAQuestion()
    {
        Desk desk(m_server);
        desk.choose(0);
        desk.type(u"hours6"_s, u"junk"_s);
        desk.choose(1);
        QCOMPARE(desk.title(), u"Opening hours"_s);
        QCOMPARE(desk.list()->currentItem()->text(0), u"Opening hours"_s);
        desk.answerQuestion(QMessageBox::RejectRole);
        QCOMPARE(desk.must<QLineEdit>(u"hours6"_s)->text(), u"junk"_s);
        QTRY_VERIFY(!desk.question());
        QTest::keyClick(&desk.dialog, Qt::Key_Escape);
        QVERIFY(desk.dialog.isVisible() && desk.question());
        desk.answerQuestion(QMessageBox::RejectRole);
        QTRY_VERIFY(!desk.question());
        desk.dialog.close();
        QVERIFY(desk.dialog.isVisible());
        desk.answerQuestion(QMessageBox::RejectRole);
        QTRY_VERIFY(!desk.question());
        desk.choose(1);
        desk.answerQuestion(QMessageBox::DestructiveRole);
        QCOMPARE(desk.title(), u"Saturdays"_s);
        desk.press(u"ruleClose"_s);
        QVERIFY(!desk.dialog.isVisible());
    }

    void whatTheServerRefuses_isTold_andNothingIsLost()
    {
        Desk desk(m_server);
        desk.choose(0);
        desk.type(u"hours6"_s, u"8-12"_s);
        desk.giveReason();
        m_server.refuses = Error{Code::BadInput, u"stillUsed"_s};
        desk.apply()->click();
        QTRY_VERIFY(desk.said().startsWith(u"A policy or an escalation path"_s));
        QCOMPARE(desk.must<QLineEdit>(u"hours6"_s)->text(), u"8-12"_s);
        QCOMPARE(desk.must<QLineEdit>(u"ruleReason"_s)->text(), u"Nouvel horaire"_s);
        m_server.refuses = Error{Code::Conflict, {}};
        desk.apply()->click();
        QTRY_VERIFY(desk.said().startsWith(u"A colleague has changed this"_s));
        QList<Calendar> others = theCalendars();
        others[1].rev = 8;
        desk.dialog.setCalendars(others, thePolicies());
        QCOMPARE(desk.must<QLineEdit>(u"hours6"_s)->text(), u"8-12"_s);
        m_server.refuses.reset();
        desk.apply()->click();
        QCOMPARE(m_server.setCalendars.constLast().ifRev, 8); // he was told, and means it
    }

    void whatAColleagueDecides_isShown_whereNobodyTypes()
    {
        Desk desk(m_server);
        desk.choose(0);
        QList<Calendar> others = theCalendars();
        others[1].rev = 4;
        others[1].versions[0].weekly.removeLast();
        desk.dialog.setCalendars(others, thePolicies());
        QCOMPARE(desk.must<QLineEdit>(u"hours5"_s)->text(), u"08:00-12:00"_s);
    }

    void withoutAConnection_nothingCanBeChanged()
    {
        Desk desk(m_server);
        desk.choose(0);
        desk.type(u"hours6"_s, u"8-12"_s);
        desk.giveReason();
        desk.dialog.setOnline(false);
        QVERIFY(desk.said().contains(u"no connection"_s));
        QVERIFY(!desk.apply()->isEnabled());
        QVERIFY(desk.apply()->toolTip().contains(u"connection"_s));
        desk.dialog.setOnline(true);
        QVERIFY(desk.apply()->isEnabled());
    }

    void theKeyboard_reachesEverything()
    {
        Desk desk(m_server);
        desk.choose(0);
        desk.press(u"exceptionAdd"_s);
        desk.type(u"hours6"_s, u"8-12"_s);
        desk.giveReason();
        const QSet<QString> met = desk.reached(60);
        for (const QString &name :
             {u"calendarList"_s, u"ruleNew"_s, u"calendarNameFr"_s, u"calendarNameEn"_s, u"calendarZone"_s,
              u"calendarCopy"_s, u"hours1"_s, u"hours7"_s, u"exceptionAdd"_s, u"exceptionDay"_s, u"exceptionHours"_s,
              u"exceptionDrop"_s, u"calendarActive"_s, u"ruleReason"_s, u"ruleLater"_s, u"ruleClose"_s, u"ruleApply"_s})
            QVERIFY2(met.contains(name), qPrintable(name));
        QTest::keyClick(desk.must<QLineEdit>(u"hours1"_s), Qt::Key_Return);
        QVERIFY(m_server.setCalendars.isEmpty() && desk.dialog.isVisible());
        QCOMPARE(desk.nameless(), QString());
    }

    void inFrench_nothingIsCut()
    {
        QTranslator french;
        QVERIFY(french.load(u":/akwaba/translations/akwaba_fr"_s));
        QVERIFY(QCoreApplication::installTranslator(&french));
        const auto english = qScopeGuard([before = QLocale()] { QLocale::setDefault(before); });
        QLocale::setDefault(QLocale(QLocale::French, QLocale::France));
        Desk desk(m_server);
        desk.choose(0);
        desk.press(u"exceptionAdd"_s);
        desk.type(u"hours6"_s, u"08:00-12:00"_s);
        desk.giveReason();
        QTRY_VERIFY(desk.effect().contains(u"se déplacent"_s));
        keepPictures(m_theme, desk.dialog, u"calendars-fr"_s);
        QCOMPARE(desk.cut(), QString());
        QVERIFY(desk.dialog.width() <= 1366 && desk.dialog.height() <= 700); // of the 768 that small screens have
        desk.type(u"hours2"_s, u"8-25"_s);
        keepPictures(m_theme, desk.dialog, u"calendars-wrong-fr"_s);
    }

private:
    Theme &m_theme;
    QTranslator m_english;
    FakeRules m_server;
};

AKWABA_PICTURES_MAIN(TestCalendarsDialog)
#include "tst_calendarsdialog.moc"
