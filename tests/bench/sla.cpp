// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How many due dates a second: of clocks that began at any time in a year, with holidays and pauses.
#include "core/sla/opentime.h"
#include "tests/bench/report.h"

#include <QRandomGenerator>

#include <array>
#include <vector>

using namespace akwaba;
using namespace akwaba::bench;
using namespace Qt::StringLiterals;

namespace {

constexpr int clocks = 100'000;
constexpr int runs = 20;
constexpr qint64 hour = 3'600'000;

struct Asked {
    qint64 start = 0;
    qint64 msecs = 0;
    std::array<sla::Span, 2> pauses;
};

sla::Schedule shopHours()
{
    sla::Schedule calendar = sla::usualHours();
    for (const QDate &day :
         {QDate(2026, 12, 25), QDate(2027, 1, 1), QDate(2027, 3, 29), QDate(2027, 5, 1), QDate(2027, 5, 6),
          QDate(2027, 5, 17), QDate(2027, 8, 7), QDate(2027, 8, 15), QDate(2027, 11, 1), QDate(2027, 11, 15)})
        calendar.holidays.insert(day);
    return calendar;
}

std::vector<Asked> someClocks()
{
    QRandomGenerator dice(1);
    const qint64 begin = QDateTime({2026, 11, 23}, {}, Qt::UTC).toMSecsSinceEpoch();
    std::vector<Asked> all(clocks);
    for (Asked &each : all) {
        each.start = begin + dice.bounded(365 * 24 * hour);
        each.msecs = 1 + dice.bounded(56 * hour);
        qint64 from = each.start;
        for (sla::Span &pause : each.pauses) {
            from += dice.bounded(20 * hour);
            pause = {from, from + dice.bounded(48 * hour)};
            from = pause.to;
        }
    }
    return all;
}

} // namespace

int main()
{
    const sla::OpenTime time(shopHours());
    const std::vector<Asked> all = someClocks();
    const auto perSecond = [&](const Figure &figure, std::size_t pauses) {
        QList<double> samples;
        qint64 sum = 0;
        for (int run = 0; run < runs; ++run) {
            QElapsedTimer timer;
            timer.start();
            for (const Asked &each : all)
                sum += sla::due(time, each.start, each.msecs, std::span(each.pauses).first(pauses)).value_or(0);
            samples += clocks / (milliseconds(timer) / 1e3);
        }
        if (sum == 0) giveUp(Error{Code::Internal, u"no due date"_s});
        print(figure, samples);
    };
    perSecond({u"sla due without pauses"_s, u"1/s"_s, {}, {}}, 0);
    perSecond({u"sla due with holidays and two pauses"_s, u"1/s"_s, u">= 2 million/s on one core"_s, {}}, 2);
    return 0;
}
