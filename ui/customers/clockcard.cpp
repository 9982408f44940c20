// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/customers/clockcard.h"

#include "core/text/french.h"
#include "ui/text/quantities.h"
#include "ui/text/timesleft.h"
#include "ui/text/translate.h"
#include "ui/widgets/label.h"
#include "ui/widgets/meterbar.h"
#include "ui/widgets/smallwidgets.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

/// In which order they interest the agent.
int rankOf(const sla::SlaClock &clock)
{
    if (!clock.isOpen()) return 2;
    return clock.dueAt ? 0 : 1;
}

Token barColor(PillTone tone)
{
    switch (tone) {
    case PillTone::Warn:
    case PillTone::Hot: return Token::C2;
    case PillTone::Filled:
    case PillTone::GoodLate: return Token::Breach;
    default: return Token::LineStrong;
    }
}

QString dueWords(const sla::SlaClock &clock, const QDateTime &now)
{
    if (!clock.dueAt) return {};
    return dueMoment(QDateTime::fromMSecsSinceEpoch(*clock.dueAt, Qt::UTC), now);
}

} // namespace

std::vector<sla::SlaClock> shownClocks(const std::vector<sla::SlaClock> &clocks)
{
    std::map<Target, sla::SlaClock> last;
    for (const sla::SlaClock &clock : clocks)
        last.insert_or_assign(clock.target, clock);
    std::vector<sla::SlaClock> shown;
    shown.reserve(last.size());
    for (const auto &[target, clock] : last)
        shown.push_back(clock);
    std::ranges::stable_sort(shown, [](const sla::SlaClock &one, const sla::SlaClock &other) {
        const auto order = [](const sla::SlaClock &clock) {
            return std::pair(rankOf(clock), clock.dueAt.value_or(clock.startedAt));
        };
        return order(one) < order(other);
    });
    return shown;
}

QString targetSentence(const sla::SlaClock &clock)
{
    if (clock.isPromise) return translate("Clock", "promised to the customer");
    switch (clock.unit) {
    case ClockUnit::Wall: return translate("Clock", "target %1").arg(timeLeft(clock.length));
    case ClockUnit::Business:
        return translate("Clock", "target %1 of business time", "%1 is 4 h or 30 min").arg(timeLeft(clock.length));
    case ClockUnit::BusinessDays: return translate("Clock", "target %n working day(s)", nullptr, clock.days);
    }
    Q_UNREACHABLE();
}

ClockCard::ClockCard(QWidget *parent) : SectionCard(u"alarm"_s, translate("Clock", "Deadlines"), parent)
{
    setObjectName(u"clockCard"_s);
    setLink(translate("Clock", "Why?"));
}

void ClockCard::show(const std::vector<sla::SlaClock> &clocks, const TimesLeft &times, const QDateTime &now)
{
    delete m_rows;
    m_rows = new QWidget(this);
    auto *column = new QVBoxLayout(m_rows);
    column->setContentsMargins({});
    column->setSpacing(themeOf(this).px(8));
    body()->addWidget(m_rows);
    const std::vector<sla::SlaClock> shown = shownClocks(clocks);
    for (const sla::SlaClock &clock : shown)
        addClock(clock, times, now);
}

void ClockCard::addClock(const sla::SlaClock &clock, const TimesLeft &times, const QDateTime &now)
{
    const Theme &theme = themeOf(this);
    const Pill pill = times.pillOf(clock, now);
    const QString spoken = polished(word(clock.target) + u", "_s + pill.text);
    auto *row = new QWidget(m_rows);
    auto *column = new QVBoxLayout(row);
    column->setContentsMargins({});
    column->setSpacing(theme.px(4));
    auto *head = new QHBoxLayout;
    head->setSpacing(theme.px(8));
    head->addWidget(new Label(word(clock.target), TextStyle::SmallMedium, Token::Text1, row));
    head->addStretch(1);
    auto *left = new PillLabel(row);
    left->setPill(pill, spoken);
    head->addWidget(left);
    column->addLayout(head);
    if (clock.isOpen()) {
        auto *bar = new MeterBar(row);
        const double length = double(std::max<qint64>(1, clock.length));
        bar->setShare(double(clock.used) / length, barColor(pill.tone));
        column->addWidget(bar);
        auto *foot = new QHBoxLayout;
        foot->setSpacing(theme.px(8));
        auto *target = new Label(targetSentence(clock), TextStyle::Micro, Token::Text3, row);
        target->setElided(true);
        foot->addWidget(target, 1);
        foot->addWidget(new Label(dueWords(clock, now), TextStyle::Micro, Token::Text3, row));
        column->addLayout(foot);
    }
    m_rows->layout()->addWidget(row);
}

} // namespace akwaba
