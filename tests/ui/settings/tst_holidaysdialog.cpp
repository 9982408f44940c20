// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/pictures.h"
#include "ui/settings/holidaysdialog.h"
#include "ui/settings/holidaywords.h"
#include "ui/text/rulewords.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/emptystate.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTimeEdit>
#include <QTreeWidget>

#include <algorithm>

using namespace akwaba;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

class FixedClock final : public Clock {
public:
    [[nodiscard]] QDateTime now() const override { return QDateTime(QDate(2026, 5, 26), QTime(12, 0), Qt::UTC); }
    [[nodiscard]] std::chrono::milliseconds monotonic() const override { return {}; }
};

Holiday holiday(const QString &id, const QDate &day, const QString &fr, const QString &en,
                HolidayState state = HolidayState::Confirmed)
{
    Holiday made;
    made.id.value = id;
    made.from = day;
    made.to = day;
    made.nameFr = fr;
    made.nameEn = en;
    made.state = state;
    made.rev = 1;
    return made;
}

QList<Holiday> theYears()
{
    return {
        holiday(u"h1"_s, {2026, 1, 1}, u"Jour de l’An"_s, u"New Year's Day"_s),
        holiday(u"h2"_s, {2026, 5, 27}, u"Tabaski (Aïd el-Adha)"_s, u"Tabaski (Eid al-Adha)"_s, HolidayState::Planned),
        holiday(u"h3"_s, {2026, 8, 7}, u"Fête nationale"_s, u"Independence Day"_s),
        holiday(u"h4"_s, {2026, 8, 25}, u"Lendemain du Maouloud"_s, u"Day after the Mawlid"_s, HolidayState::Planned),
        holiday(u"h5"_s, {2026, 12, 24}, u"Fermeture exceptionnelle"_s, u"Closed for once"_s, HolidayState::Cancelled),
        holiday(u"h6"_s, {2026, 12, 25}, u"Noël"_s, u"Christmas Day"_s),
        holiday(u"h7"_s, {2027, 1, 1}, u"Jour de l’An"_s, u"New Year's Day"_s),
        holiday(u"h8"_s, {2025, 12, 25}, u"Noël"_s, u"Christmas Day"_s)};
}

QList<Calendar> calendars()
{
    Calendar days;
    days.id.value = u"c1"_s;
    days.nameFr = u"Jours ouvrés 24 h"_s;
    days.nameEn = u"Working days, 24 h"_s;
    Calendar opening;
    opening.id.value = u"c2"_s;
    opening.nameFr = u"Heures d’ouverture"_s;
    opening.nameEn = u"Opening hours"_s;
    return {days, opening};
}

/// A server that remembers what was asked of it.
struct FakeServer {
    QList<Holiday> tried;
    QList<Holiday> sets;
    QList<QByteArray> imported;
    RuleEffect effect{1204, 17, 3, 5};
    HolidayImport import;
    std::optional<Code> refuses;
    QString file; // what the agent chooses
    std::vector<Answer<RuleEffect>> waiting; // while it takes its time
    bool isSlow = false;

    HolidayWays ways()
    {
        return {[this](const Holiday &wanted) {
                    tried.append(wanted);
                    if (!isSlow) return answered<RuleEffect>(refuses ? Result<RuleEffect>(fail(*refuses)) : effect);
                    return waiting.emplace_back().future();
                },
                [this](const Holiday &wanted) {
                    sets.append(wanted);
                    Holiday stored = wanted;
                    if (stored.id.isEmpty()) stored.id.value = u"h-new"_s;
                    ++stored.rev;
                    return answered<Holiday>(refuses ? Result<Holiday>(fail(*refuses)) : stored);
                },
                [this](const QByteArray &ics) {
                    imported.append(ics);
                    return answered<HolidayImport>(refuses ? Result<HolidayImport>(fail(*refuses)) : import);
                },
                [this](const auto &chosen) { chosen(file); }};
    }
};

/// The dialog under a supervisor's hands.
struct Desk {
    FixedClock clock;
    HolidaysDialog dialog;

    explicit Desk(FakeServer &server, const QList<Holiday> &holidays = theYears()) : dialog({server.ways(), clock, 0ms})
    {
        dialog.setHolidays(holidays, calendars());
        dialog.show();
    }

    template <class W> [[nodiscard]] W *must(const QString &name) const
    {
        auto *found = dialog.findChild<W *>(name);
        if (!found) qFatal("no %s", qPrintable(name));
        return found;
    }
    void type(const QString &field, const QString &text) const { must<QLineEdit>(field)->setText(text); }
    void press(const QString &button) const { must<QAbstractButton>(button)->click(); }
    [[nodiscard]] QAbstractButton *button(const QString &name) const { return must<QAbstractButton>(name); }
    [[nodiscard]] QString effect() const { return must<QLabel>(u"holidayEffect"_s)->text(); }
    [[nodiscard]] QString said() const
    {
        const auto *banner = dialog.findChild<Banner *>();
        return banner->isVisible() ? banner->text() : QString();
    }
    [[nodiscard]] QTreeWidget *list() const { return must<QTreeWidget>(u"holidayList"_s); }
    void choose(const QString &name) const
    {
        const auto found = list()->findItems(name, Qt::MatchExactly | Qt::MatchRecursive);
        if (found.isEmpty()) qFatal("no row %s", qPrintable(name));
        list()->setCurrentItem(found.constFirst());
    }
    void fillIn() const
    {
        type(u"holidayNameFr"_s, u"Deuil national"_s);
        type(u"holidayNameEn"_s, u"Day of mourning"_s);
    }
};

} // namespace

class TestHolidaysDialog : public QObject {
    Q_OBJECT

public:
    explicit TestHolidaysDialog(Theme &theme) : m_theme(theme) { }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_english.load(u":/akwaba/translations/akwaba_en"_s)); // which has the plurals
        QVERIFY(QCoreApplication::installTranslator(&m_english));
    }
    void init() { m_server = {}; }

    void theList_saysTheStateInWords_nextOnesFirst()
    {
        const Desk desk(m_server);
        QStringList years;
        for (int i = 0; i < desk.list()->topLevelItemCount(); ++i)
            years.append(desk.list()->topLevelItem(i)->text(0));
        QCOMPARE(years, (QStringList{u"2026"_s, u"2027"_s, u"2026, over"_s, u"2025, over"_s}));
        const QTreeWidgetItem *next = desk.list()->topLevelItem(0)->child(0);
        QCOMPARE(next->text(0), u"Tabaski (Eid al-Adha)"_s);
        QCOMPARE(next->text(1), u"Wed 27 May"_s);
        QCOMPARE(next->text(2), u"Planned"_s);
        QVERIFY(!next->icon(2).isNull());
        QCOMPARE(next->data(0, Qt::AccessibleTextRole).toString(), u"Tabaski (Eid al-Adha), Wed 27 May, Planned"_s);
        QVERIFY(desk.list()->topLevelItem(0)->isExpanded());
        QVERIFY(!desk.list()->topLevelItem(2)->isExpanded());
    }

    void whatItWouldMove_appearsByItself_onceTheFormIsWhole()
    {
        const Desk desk(m_server);
        QCOMPARE(desk.effect(), u"The name is needed in French and in English."_s);
        QVERIFY(!desk.button(u"holidayDecide"_s)->isEnabled());
        QVERIFY(m_server.tried.isEmpty());
        desk.fillIn();
        QTRY_COMPARE(desk.effect(), u"17 due dates move, 3 become late, 5 are no longer late."_s);
        QCOMPARE(m_server.tried.size(), 1); // though two fields were typed into
        QCOMPARE(m_server.tried.at(0).state, HolidayState::Confirmed);
        QCOMPARE(m_server.tried.at(0).from, QDate(2026, 5, 26));
        QVERIFY(m_server.sets.isEmpty());
        desk.type(u"holidaySource"_s, u"Communiqué"_s); // moves nothing else
        QTest::qWait(0);
        QCOMPARE(m_server.tried.size(), 1);
        keepPictures(m_theme, *desk.must<QWidget>(u"holidayEffect"_s)->window(), u"holidays-declare"_s);
    }

    void oneQuestionAtATime_andTheLastOneCounts()
    {
        m_server.isSlow = true;
        const Desk desk(m_server);
        desk.fillIn();
        QTRY_COMPARE(m_server.tried.size(), 1);
        desk.must<QDateEdit>(u"holidayFrom"_s)->setDate(QDate(2026, 6, 1));
        desk.must<QDateEdit>(u"holidayFrom"_s)->setDate(QDate(2026, 6, 2));
        QTest::qWait(0);
        QCOMPARE(m_server.tried.size(), 1);
        m_server.waiting[0].give(RuleEffect{1, 1, 1, 1});
        QTRY_COMPARE(m_server.tried.size(), 2);
        QCOMPARE(m_server.tried.at(1).from, QDate(2026, 6, 2));
        QCOMPARE(desk.effect(), u"Counting which due dates move…"_s);
        m_server.waiting[1].give(RuleEffect{9, 1, 0, 0});
        QTRY_COMPARE(desk.effect(), u"1 due date moves."_s);
    }

    void declaring_isOneStep()
    {
        const Desk desk(m_server);
        desk.fillIn();
        QCOMPARE(desk.button(u"holidayDecide"_s)->text(), u"Declare"_s);
        desk.press(u"holidayDecide"_s);
        QCOMPARE(m_server.sets.size(), 1);
        const Holiday &wanted = m_server.sets.at(0);
        QVERIFY(wanted.id.isEmpty());
        QCOMPARE(wanted.state, HolidayState::Confirmed);
        QCOMPARE(wanted.nameFr, u"Deuil national"_s);
        QCOMPARE(wanted.closed, (HoursOfADay{0, 1440}));
        QVERIFY(wanted.calendars.isEmpty());
        QTRY_VERIFY(desk.said().contains(u"“Day of mourning” counts from now on"_s));
        QCOMPARE(desk.must<QLabel>(u"holidayTitle"_s)->text(), u"Day of mourning"_s);
    }

    void hoursAndCalendars_areTaken()
    {
        const Desk desk(m_server);
        desk.fillIn();
        desk.must<QCheckBox>(u"holidayWholeDay"_s)->click();
        desk.must<QTimeEdit>(u"holidayCloses"_s)->setTime(QTime(13, 30));
        desk.must<QCheckBox>(u"holidaySunday"_s)->click();
        desk.must<QCheckBox>(u"holidayEverywhere"_s)->click();
        QCOMPARE(desk.effect(), u"Choose at least one calendar."_s);
        QVERIFY(!desk.button(u"holidayDecide"_s)->isEnabled());
        desk.dialog.findChildren<QCheckBox *>(u"holidayCalendar"_s).at(1)->click();
        keepPictures(m_theme, *desk.list()->window(), u"holidays-hours"_s);
        desk.press(u"holidayDecide"_s);
        QCOMPARE(m_server.sets.at(0).closed, (HoursOfADay{13 * 60 + 30, 1440})); // 00:00 is the end of the day
        QCOMPARE(m_server.sets.at(0).calendars, QList<CalendarId>{{u"c2"_s}});
        QVERIFY(m_server.sets.at(0).movesFromSunday);
    }

    void aLastDay_followsTheFirst_untilSomebodySetsIt()
    {
        const Desk desk(m_server);
        auto *from = desk.must<QDateEdit>(u"holidayFrom"_s);
        auto *to = desk.must<QDateEdit>(u"holidayTo"_s);
        from->setDate(QDate(2026, 5, 20));
        QCOMPARE(to->date(), QDate(2026, 5, 20));
        to->setDate(QDate(2026, 5, 22));
        from->setDate(QDate(2026, 5, 21));
        QCOMPARE(to->date(), QDate(2026, 5, 22));
        desk.fillIn();
        to->setDate(QDate(2026, 5, 1));
        QCOMPARE(desk.effect(), u"The last day comes before the first."_s);
    }

    void aPlannedOne_isConfirmedInOneStep()
    {
        const Desk desk(m_server);
        desk.choose(u"Tabaski (Eid al-Adha)"_s);
        QCOMPARE(desk.button(u"holidayDecide"_s)->text(), u"Confirm"_s);
        QVERIFY(!desk.button(u"holidaySave"_s)->isEnabled()); // nothing was changed
        QTRY_VERIFY(desk.effect().startsWith(u"17 due dates"_s));
        QCOMPARE(m_server.tried.constLast().state, HolidayState::Confirmed);
        desk.press(u"holidayDecide"_s);
        QCOMPARE(m_server.sets.at(0).id.value, u"h2"_s);
        QCOMPARE(m_server.sets.at(0).state, HolidayState::Confirmed);
        QCOMPARE(m_server.sets.at(0).rev, 1);
    }

    void whatCounts_isCancelled_afterAQuestion_andKeepsItsDays()
    {
        const Desk desk(m_server);
        desk.choose(u"Independence Day"_s);
        QVERIFY(!desk.button(u"holidayDecide"_s)->isVisible());
        QVERIFY(!desk.must<QDateEdit>(u"holidayFrom"_s)->isEnabled());
        QVERIFY(desk.must<QLabel>(u"holidayFixed"_s)->isVisible());
        QTRY_VERIFY(!m_server.tried.isEmpty());
        QCOMPARE(m_server.tried.constLast().state, HolidayState::Cancelled);
        desk.type(u"holidayNameEn"_s, u"National Day"_s);
        QVERIFY(desk.button(u"holidaySave"_s)->isEnabled());
        desk.press(u"holidayCancel"_s);
        auto *question = desk.must<QMessageBox>(u"holidayQuestion"_s);
        QVERIFY(question->text().contains(u"Independence Day"_s));
        QVERIFY(m_server.sets.isEmpty());
        for (QAbstractButton *button : question->buttons()) {
            if (question->buttonRole(button) == QMessageBox::AcceptRole) button->click();
        }
        QCOMPARE(m_server.sets.size(), 1);
        QCOMPARE(m_server.sets.at(0).state, HolidayState::Cancelled);
        QCOMPARE(m_server.sets.at(0).nameEn, u"Independence Day"_s); // what was typed is not meant
        QTRY_VERIFY(desk.said().contains(u"no longer counts"_s));
    }

    void whatWasCancelled_canOnlyBeRead()
    {
        const Desk desk(m_server);
        desk.choose(u"Closed for once"_s);
        for (const QString &name : {u"holidayDecide"_s, u"holidaySave"_s, u"holidayCancel"_s})
            QVERIFY(!desk.button(name)->isVisible());
        QVERIFY(desk.must<QLineEdit>(u"holidayNameFr"_s)->isReadOnly());
        QVERIFY(desk.effect().contains(u"stays so"_s));
        desk.press(u"holidayNew"_s);
        QVERIFY(desk.button(u"holidayDecide"_s)->isVisible());
        QVERIFY(!desk.must<QLineEdit>(u"holidayNameFr"_s)->isReadOnly());
    }

    void whatTheServerRefuses_isTold_andNothingIsLost()
    {
        m_server.refuses = Code::Conflict;
        const Desk desk(m_server);
        desk.fillIn();
        desk.press(u"holidayDecide"_s);
        QTRY_VERIFY(desk.said().contains(u"A colleague has changed this holiday"_s));
        QVERIFY(desk.button(u"holidayDecide"_s)->isEnabled());
        QCOMPARE(desk.must<QLineEdit>(u"holidayNameFr"_s)->text(), u"Deuil national"_s);
        QTRY_VERIFY(desk.effect().contains(u"can't be told now"_s));
    }

    void whatAColleagueDecides_isShown_butNotOverWhatIsTyped()
    {
        Desk desk(m_server);
        desk.choose(u"Tabaski (Eid al-Adha)"_s);
        QList<Holiday> holidays = theYears();
        holidays[1].state = HolidayState::Confirmed;
        holidays[1].rev = 2;
        desk.dialog.setHolidays(holidays, calendars());
        QVERIFY(!desk.button(u"holidayDecide"_s)->isVisible());
        QCOMPARE(desk.list()->currentItem()->text(2), u"Confirmed"_s);
        desk.type(u"holidayNameEn"_s, u"Eid"_s);
        holidays[1].nameEn = u"Tabaski"_s;
        holidays[1].rev = 3;
        desk.dialog.setHolidays(holidays, calendars());
        QCOMPARE(desk.must<QLineEdit>(u"holidayNameEn"_s)->text(), u"Eid"_s);
    }

    void withoutAConnection_nothingCanBeChanged()
    {
        Desk desk(m_server);
        desk.fillIn();
        desk.dialog.setOnline(false);
        QVERIFY(desk.said().contains(u"no connection"_s));
        for (const QString &name : {u"holidayDecide"_s, u"holidayImport"_s, u"holidaySave"_s})
            QVERIFY(!desk.button(name)->isEnabled());
        desk.dialog.setOnline(true);
        QVERIFY(desk.said().isEmpty());
        QVERIFY(desk.button(u"holidayDecide"_s)->isEnabled());
    }

    void aFile_isImported_andWhatWasLeftOutIsTold()
    {
        const QTemporaryDir folder;
        m_server.file = folder.filePath(u"2027.ics"_s);
        QFile file(m_server.file);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("BEGIN:VCALENDAR") > 0);
        file.close();
        m_server.import.added = theYears().first(2);
        m_server.import.skipped = {{u"Point"_s, {}, ImportSkip::Timed},
                                   {u"Noël"_s, {}, ImportSkip::Known},
                                   {u"Jour de l’An"_s, {}, ImportSkip::Known}};
        const Desk desk(m_server);
        desk.press(u"holidayImport"_s);
        QCOMPARE(m_server.imported, QList<QByteArray>{"BEGIN:VCALENDAR"});
        QTRY_COMPARE(
            desk.said(),
            u"2 holidays added as planned: they count once confirmed. Left out: 2 already known, 1 not of whole "
            "days."_s);
    }

    void filesThatAreNone_areToldApart()
    {
        const QTemporaryDir folder;
        m_server.file = folder.filePath(u"missing.ics"_s);
        const Desk desk(m_server);
        desk.press(u"holidayImport"_s);
        QVERIFY(desk.said().contains(u"could not be read"_s));
        QFile file(m_server.file);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("x") == 1);
        file.close();
        m_server.refuses = Code::BadInput;
        desk.press(u"holidayImport"_s);
        QTRY_VERIFY(desk.said().contains(u"no iCalendar file"_s));
        m_server.refuses = Code::NotFound;
        desk.press(u"holidayImport"_s);
        QTRY_VERIFY(desk.said().contains(u"no event"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(QByteArray(largestHolidayFile + 1, 'x')) > 0);
        file.close();
        desk.press(u"holidayImport"_s);
        QVERIFY(desk.said().contains(u"too large"_s));
        QCOMPARE(m_server.imported.size(), 2); // a large one stays here
    }

    void anEmptyList_saysWhatToDo()
    {
        const Desk desk(m_server, {});
        QVERIFY(!desk.list()->isVisible());
        QVERIFY(desk.dialog.findChild<EmptyState *>()->isVisible());
        keepPictures(m_theme, *desk.list()->window(), u"holidays-empty"_s);
    }

    void theKeyboard_reachesEverything()
    {
        Desk desk(m_server);
        desk.fillIn();
        QTRY_VERIFY(desk.effect().startsWith(u"17"_s));
        desk.dialog.activateWindow();
        desk.must<QDateEdit>(u"holidayFrom"_s)->setFocus();
        QSet<QString> met;
        for (int i = 0; i < 60; ++i) {
            if (const QWidget *focus = desk.dialog.focusWidget()) met.insert(focus->objectName());
            QTest::keyClick(desk.dialog.focusWidget(), Qt::Key_Tab);
        }
        for (const QString &name :
             {u"holidayList"_s, u"holidayNew"_s, u"holidayImport"_s, u"holidayFrom"_s, u"holidayTo"_s,
              u"holidayNameFr"_s, u"holidayNameEn"_s, u"holidaySource"_s, u"holidayWholeDay"_s, u"holidaySunday"_s,
              u"holidayEverywhere"_s, u"holidayDecide"_s, u"holidaySave"_s, u"holidayClose"_s})
            QVERIFY2(met.contains(name), qPrintable(name));
        // Return in a field decides nothing.
        desk.must<QLineEdit>(u"holidayNameFr"_s)->setFocus();
        QTest::keyClick(desk.must<QLineEdit>(u"holidayNameFr"_s), Qt::Key_Return);
        QVERIFY(m_server.sets.isEmpty() && desk.dialog.isVisible());
    }

    void everythingHasAName()
    {
        const Desk desk(m_server);
        for (const QWidget *widget : desk.dialog.findChildren<QWidget *>()) {
            const bool isField = qobject_cast<const QLineEdit *>(widget)
                || qobject_cast<const QAbstractSpinBox *>(widget) || qobject_cast<const QTreeWidget *>(widget);
            const bool isOurs = isField && !widget->objectName().startsWith(u"qt_"_s);
            if (isOurs) QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(widget->objectName()));
        }
    }

    void plurals_areRight()
    {
        QCOMPARE(sentence(RuleEffect{10, 0, 0, 0}), u"No due date moves."_s);
        QCOMPARE(sentence(RuleEffect{10, 1, 1, 1}), u"1 due date moves, 1 becomes late, 1 is no longer late."_s);
        QCOMPARE(sentence(RuleEffect{9999, 2048, 0, 0}), u"2,048 due dates move."_s);
        QVERIFY(extentOf(RuleEffect{1, 1, 0, 0}).startsWith(u"Counted on 1 open clock of"_s));
        QVERIFY(extentOf(RuleEffect{1204, 1, 0, 0}).startsWith(u"Counted on 1,204 open clocks of"_s));
    }

    void inFrench_nothingIsCut()
    {
        QTranslator french;
        QVERIFY(french.load(u":/akwaba/translations/akwaba_fr"_s));
        QVERIFY(QCoreApplication::installTranslator(&french));
        const auto english = qScopeGuard([before = QLocale()] { QLocale::setDefault(before); });
        QLocale::setDefault(QLocale(QLocale::French, QLocale::France));
        Desk desk(m_server);
        desk.fillIn();
        QTRY_COMPARE(desk.effect().replace(QChar(0xA0), u' '),
                     u"17 échéances se déplacent, 3 passent en retard, 5 ne sont plus en retard."_s);
        keepPictures(m_theme, desk.dialog, u"holidays-declare-fr"_s);
        desk.choose(u"Tabaski (Aïd el-Adha)"_s);
        QTRY_VERIFY(desk.effect().startsWith(u"17"_s));
        keepPictures(m_theme, desk.dialog, u"holidays-confirm-fr"_s);
        desk.choose(u"Fête nationale"_s);
        m_server.effect = {1204, 1, 1, 0};
        QTRY_VERIFY(!desk.effect().isEmpty());
        for (const QAbstractButton *button : desk.dialog.findChildren<QAbstractButton *>()) {
            if (button->isVisible())
                QTRY_VERIFY2(button->width() >= button->sizeHint().width(), qPrintable(button->text()));
        }
        QVERIFY(desk.dialog.width() <= 1366 && desk.dialog.height() <= 700); // of the 768 that small screens have
        keepPictures(m_theme, desk.dialog, u"holidays-cancel-fr"_s);
    }

private:
    Theme &m_theme;
    QTranslator m_english;
    FakeServer m_server;
};

AKWABA_PICTURES_MAIN(TestHolidaysDialog)
#include "tst_holidaysdialog.moc"
