// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/pictures.h"
#include "tests/ui/ticket/toldstory.h"
#include "ui/text/timesleft.h"
#include "ui/ticket/clockstrip.h"
#include "ui/ticket/whydialog.h"
#include "ui/widgets/chips.h"
#include "ui/widgets/label.h"

#include <QClipboard>
#include <QPushButton>
#include <QScopeGuard>
#include <QTabBar>
#include <QTest>
#include <QTreeWidget>

#include <ctime>

using namespace akwaba;
using namespace Qt::StringLiterals;

namespace {

void setZone(const QByteArray &zone)
{
    qputenv("TZ", zone);
    tzset();
}

} // namespace

class TestWhyDialog : public QObject {
    Q_OBJECT

public:
    explicit TestWhyDialog(Theme &theme) : m_theme(theme) { }

private:
    Theme &m_theme;
    ToldStory m_story;
    TimesLeft m_times;

    [[nodiscard]] WhyDialog::Parts parts()
    {
        m_times.setRules(m_story.rules);
        std::vector<sla::SlaClock> clocks;
        for (const Target target : {Target::Resolution, Target::NextResponse, Target::FirstResponse}) {
            for (const sla::SlaClock &clock : m_story.clocks) {
                if (clock.target == target) clocks.push_back(clock);
            }
        }
        const auto nameOf = [](const QString &id) { return id == u"k1" ? u"Technical help"_s : QString(); };
        return {m_story.rules, clocks, m_times, nameOf, m_story.now};
    }
    /// Received on Monday at 9 with four hours to answer, which end at 15; that the day was a holiday is said at 16.
    [[nodiscard]] WhyDialog::Parts annulled(const AgentId &by)
    {
        Holiday holiday;
        holiday.id.value = u"h1"_s;
        holiday.from = QDate(2026, 11, 16);
        holiday.to = holiday.from;
        holiday.nameFr = u"Deuil national"_s;
        holiday.nameEn = u"Day of mourning"_s;
        holiday.confirmedAt = ToldStory::at(16, 16);
        holiday.decidedBy = by;
        SlaPolicy policy = m_story.rules->policies().constFirst();
        policy.versions[0].conditions.clear();
        const auto rules =
            std::make_shared<sla::Rules>(m_story.rules->calendars(), QList{holiday}, QList<SlaPolicy>{policy});
        sla::Facts facts;
        facts.receivedAt = ToldStory::at(16, 9).toMSecsSinceEpoch();
        facts.facts = {{facts.receivedAt, sla::Fact::Kind::CustomerWrote, {}, {}, {}}};
        std::vector<sla::SlaClock> clocks;
        for (const sla::SlaClock &clock : sla::clocksOf(*rules, facts, m_story.now.toMSecsSinceEpoch())) {
            if (clock.target == Target::FirstResponse) clocks.push_back(clock);
        }
        m_times.setRules(rules);
        const auto nameOf = [](const QString &id) { return id == u"a1"_s ? u"Awa Koné"_s : QString(); };
        return {rules, clocks, m_times, nameOf, m_story.now};
    }

    [[nodiscard]] ClockExplanation told(const sla::Rules &rules, const sla::SlaClock &clock)
    {
        const sla::Explanation found = sla::explain(rules, clock, m_story.now.toMSecsSinceEpoch());
        return inWords(found, rules, clock, m_story.now, parts().nameOf);
    }
    /// The same story where the calendar is that of a shop in Paris.
    [[nodiscard]] WhyDialog::Parts inParis()
    {
        Calendar calendar = m_story.rules->calendars().constFirst();
        calendar.versions[0].zone = u"Europe/Paris"_s;
        const auto rules = std::make_shared<sla::Rules>(QList{calendar}, QList<Holiday>(), m_story.rules->policies());
        WhyDialog::Parts all = parts();
        all.rules = rules;
        all.clocks = sla::clocksOf(*rules, ToldStory::facts(), m_story.now.toMSecsSinceEpoch());
        std::erase_if(all.clocks, [](const sla::SlaClock &clock) { return clock.target != Target::Resolution; });
        m_times.setRules(rules);
        return all;
    }

    static QString plain(QString text) { return text.replace(QChar(0xA0), u' '); }

private Q_SLOTS:
    void vector2_isToldInWords()
    {
        const ClockExplanation said = told(*m_story.rules, parts().clocks.front());
        QCOMPARE(said.title, u"Wednesday 18 November 2026 11:00"_s);
        QCOMPARE(plain(said.summary), u"8 h of business time promised, 2 h 20 used, 5 h 40 left."_s);
        QCOMPARE(said.policy, u"Policy High technical, v3"_s);
        QCOMPARE(said.because, u"Taken because of category Technical help and priority High."_s);
        QCOMPARE(said.calendar, u"Opening hours, v5"_s);
        QCOMPARE(said.zone, u"Times: Africa/Abidjan"_s);
        QStringList rows;
        for (const ClockExplanation::Row &row : said.rows)
            rows += plain(row.from + u' ' + row.to + u' ' + row.effect + u' ' + row.duration);
        QCOMPARE(rows,
                 (QStringList{u"Mon 09:00 Mon 11:00 Counted 2 h"_s, u"Mon 11:00 15:00 Pause –"_s,
                              u"15:00 15:20 Counted 20 min"_s, u"15:20 Wed 11:00 To come 5 h 40"_s}));
        QCOMPARE(said.alerts, u"alerts: Wed 09:00 (75%), Wed 10:12 (90%)"_s);
    }

    /// This computer is in another zone than the calendar (the tests' is UTC).
    void everyTime_isOfTheCalendarsZone_andTheDialogSaysSo()
    {
        WhyDialog dialog(inParis());
        dialog.show();
        keepPictures(m_theme, dialog, u"why-paris"_s);
        QCOMPARE(dialog.findChild<StatusChip *>(u"whyZone"_s)->accessibleName(),
                 u"Times: Europe/Paris (here it is 15:20)"_s);
        QCOMPARE(dialog.findChild<Label *>(u"whyTitle"_s)->text(), u"Wednesday 18 November 2026 12:00"_s);
        const auto *rows = dialog.findChild<QTreeWidget *>();
        QCOMPARE(rows->topLevelItem(0)->text(0), u"Mon 10:00"_s);
        QCOMPARE(rows->topLevelItem(rows->topLevelItemCount() - 1)->text(0), u"16:20"_s);
    }

    /// A date that was given by hand is counted in no calendar, nor is wall time.
    void withoutACalendar_everyTimeIsOfThisComputersZone()
    {
        const sla::Rules none({}, {}, {});
        sla::Facts facts;
        facts.receivedAt = ToldStory::at(16, 9).toMSecsSinceEpoch();
        sla::Fact date{facts.receivedAt, sla::Fact::Kind::Promised, {}, {}, {}};
        date.promised = ToldStory::at(18, 10).toMSecsSinceEpoch();
        facts.status = TicketStatus::Open;
        facts.facts = {{facts.receivedAt, sla::Fact::Kind::CustomerWrote, {}, {}, {}}, date};
        const auto clocks = sla::clocksOf(none, facts, m_story.now.toMSecsSinceEpoch());
        QCOMPARE(clocks.size(), 1U);
        const auto back = qScopeGuard([before = qgetenv("TZ")] { setZone(before); });
        setZone("Asia/Tokyo");
        const ClockExplanation said = told(none, clocks.front());
        QCOMPARE(said.title, u"Wednesday 18 November 2026 19:00"_s);
        QVERIFY2(said.zone.startsWith(u"Times: Asia/Tokyo"_s), qPrintable(said.zone));
        QVERIFY(!said.zone.contains(u"here"_s));
    }

    void eachTarget_hasItsTab_andWhatIsDoneIsMarked()
    {
        WhyDialog dialog(parts());
        auto *tabs = dialog.findChild<QTabBar *>();
        QCOMPARE(tabs->count(), 3);
        QCOMPARE(tabs->tabText(0), u"Resolution"_s);
        QCOMPARE(tabs->tabText(2), u"First response ✓"_s);
        tabs->setCurrentIndex(2);
        QVERIFY(dialog.findChild<Label *>(u"whyTitle"_s)->text().startsWith(u"Kept on"_s));
        QCOMPARE(dialog.findChild<QTreeWidget *>()->topLevelItemCount(), 1);
    }

    void whatIsTold_canBeCopied()
    {
        WhyDialog dialog(parts());
        for (auto *button : dialog.findChildren<QPushButton *>())
            if (button->text() == u"Copy"_s) button->click();
        const QString copied = QGuiApplication::clipboard()->text();
        QVERIFY2(copied.contains(u"Taken because of category Technical help"_s), qPrintable(copied));
        QVERIFY2(copied.contains(u"To come"_s), qPrintable(copied));
    }

    void anAnnulledBreach_saysWhoAnnulledIt_andWhy()
    {
        WhyDialog dialog(annulled({u"a1"_s}));
        dialog.show();
        const auto *said = dialog.findChild<Label *>(u"whyAnnulled"_s);
        QVERIFY(said->isVisible());
        QCOMPARE(
            plain(said->text()),
            u"Late on Monday 16 November 2026 15:00, which was annulled on Monday 16 November 2026 16:00 by Awa Koné: “Day of mourning” is a holiday."_s);
        keepPictures(m_theme, dialog, u"holidays-why"_s);
        const WhyDialog bySystem(annulled({}));
        QCOMPARE(
            plain(bySystem.findChild<Label *>(u"whyAnnulled"_s)->text()),
            u"Late on Monday 16 November 2026 15:00, which was annulled on Monday 16 November 2026 16:00: “Day of mourning” is a holiday."_s);
        const WhyDialog usual(parts());
        QVERIFY(!usual.findChild<Label *>(u"whyAnnulled"_s)->isVisibleTo(&usual));
    }

    void aPictureOfEveryDay_standsAboveTheTable()
    {
        WhyDialog dialog(parts());
        dialog.show();
        auto *strip = dialog.findChild<ClockStrip *>();
        QVERIFY(strip->isVisible());
        QVERIFY(strip->height() >= m_theme.px(3 * 42)); // three days
        keepPictures(m_theme, dialog, u"why"_s);
    }
};

AKWABA_PICTURES_MAIN(TestWhyDialog)
#include "tst_whydialog.moc"
