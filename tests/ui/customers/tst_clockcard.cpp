// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/pictures.h"
#include "tests/ui/ticket/toldstory.h"
#include "ui/customers/clockcard.h"
#include "ui/text/timesleft.h"
#include "ui/widgets/label.h"
#include "ui/widgets/meterbar.h"
#include "ui/widgets/smallwidgets.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace akwaba;
using namespace Qt::StringLiterals;

class TestClockCard : public QObject {
    Q_OBJECT

public:
    explicit TestClockCard(Theme &theme) : m_theme(theme) { }

private:
    Theme &m_theme;
    ToldStory m_story;
    TimesLeft m_times;

private Q_SLOTS:
    void everyTarget_isShownOnce_whatIsDueNextFirst_andWhatIsDoneLast()
    {
        const std::vector<sla::SlaClock> shown = shownClocks(m_story.clocks);
        QCOMPARE(shown.size(), 3U);
        QCOMPARE(shown.at(0).target, Target::NextResponse);
        QCOMPARE(shown.at(1).target, Target::Resolution);
        QCOMPARE(shown.at(2).target, Target::FirstResponse);
    }

    void aClock_saysWhatIsLeft_whatWasPromised_andWhenItIsDue()
    {
        m_times.setRules(m_story.rules);
        ClockCard card;
        card.show(m_story.clocks, m_times, m_story.now);
        QStringList pills;
        for (const PillLabel *pill : card.findChildren<PillLabel *>())
            pills += pill->pill().text;
        QCOMPARE(pills, (QStringList{u"3 h 40"_s, u"5 h 40"_s, u"kept"_s}));
        QStringList texts;
        for (const Label *label : card.findChildren<Label *>())
            texts += label->text();
        QVERIFY(texts.contains(u"target 4 h of business time"_s));
        QVERIFY(texts.contains(u"Wed 11:00"_s));
        const auto bars = card.findChildren<MeterBar *>();
        QCOMPARE(bars.size(), 2); // what is done has none
        QCOMPARE(qRound(bars.at(1)->share() * 480), 140); // 2 h 20 of 8 h
    }

    void targets_areSaidInTheirUnits()
    {
        sla::SlaClock clock;
        clock.unit = ClockUnit::Wall;
        clock.length = 30 * 60'000;
        QCOMPARE(targetSentence(clock), u"target 30 min"_s);
        clock.unit = ClockUnit::BusinessDays;
        clock.days = 2;
        QVERIFY(targetSentence(clock).contains(u'2'));
        clock.isPromise = true;
        QCOMPARE(targetSentence(clock), u"promised to the customer"_s);
    }

    void why_isOneClickAway()
    {
        m_times.setRules(m_story.rules);
        ClockCard card;
        card.resize(m_theme.px(264), m_theme.px(200));
        card.show(m_story.clocks, m_times, m_story.now);
        card.QWidget::show();
        QSignalSpy asked(&card, &SectionCard::linkActivated);
        card.findChild<QPushButton *>()->click();
        QCOMPARE(asked.size(), 1);
        keepPictures(m_theme, card, u"clocks"_s);
    }
};

AKWABA_PICTURES_MAIN(TestClockCard)
#include "tst_clockcard.moc"
