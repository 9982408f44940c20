// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/demo/generator.h"

#include "app/server/demo/story.h"

#include <QFile>

#include <algorithm>
#include <cmath>

namespace akwaba::demo {

using namespace Qt::StringLiterals;

namespace {

Result<QList<Scenario>> builtIn(const QString &language)
{
    QFile file(u":/akwaba/scenarios/"_s + language + u".txt"_s);
    if (!file.open(QIODevice::ReadOnly)) return fail(Code::NotFound, file.fileName());
    return parseScenarios(QString::fromUtf8(file.readAll()));
}

/// Most of an inbox is young: ages grow exponentially, up to four months; received when people are awake.
QDateTime receivedAt(const QDateTime &now, int count, Random &random)
{
    const double part = (double(random.below(1'000'000)) + 1) / 1'000'001.0;
    const double meanHours = std::clamp(count / 3.0, 48.0, 1200.0);
    const double hours = std::min(-std::log(part) * meanHours, 24.0 * 120);
    QDateTime at = now.addSecs(-qint64(hours * 3600) - 180 - qint64(random.below(600)));
    if (at.time().hour() < 7) at = at.addSecs(7 * 3600);
    return at < now ? at : now.addSecs(-240);
}

} // namespace

Result<std::unique_ptr<Generator>> Generator::create(const Settings &settings)
{
    Result<QList<Scenario>> french = builtIn(u"fr"_s);
    if (!french) return tl::unexpected(french.error());
    Result<QList<Scenario>> english = builtIn(u"en"_s);
    if (!english) return tl::unexpected(english.error());
    return std::unique_ptr<Generator>(new Generator(settings, std::move(*french), std::move(*english)));
}

Generator::Generator(const Settings &settings, QList<Scenario> french, QList<Scenario> english)
    : m_settings(settings), m_random(settings.seed), m_clock(settings.now.addYears(-1)), m_french(std::move(french)),
      m_english(std::move(english)), m_staff(makeStaff(m_clock, m_random)),
      m_catalogue(makeCatalogue(m_clock, m_random))
{
    for (int i = 0; i < settings.tickets; ++i)
        m_times.append(receivedAt(settings.now, settings.tickets, m_random));
    std::sort(m_times.begin(), m_times.end());
    const int people = std::max(12, settings.tickets / 4);
    for (int i = 0; i < people; ++i) {
        m_people.append(makePerson(m_clock, m_random));
        for (int j = 0; j < 2; ++j) {
            const QString number =
                u"CMD-%1-%2"_s.arg(settings.now.date().year()).arg(m_orders.size() + 1800, 5, 10, QLatin1Char('0'));
            m_orders.append(
                makeOrder(m_catalogue, m_people.last().customer.id, number, settings.now, m_clock, m_random));
        }
    }
}

QList<Customer> Generator::customers() const
{
    QList<Customer> result;
    for (const Person &person : m_people)
        result.append(person.customer);
    return result;
}

std::optional<Story> Generator::next()
{
    if (m_next == m_times.size()) return std::nullopt;
    const auto who = qsizetype(m_random.below(quint64(m_people.size())));
    const Person &person = m_people[who];
    const QList<Scenario> &scenarios = person.english ? m_english : m_french;
    const Scenario &scenario = scenarios[qsizetype(m_random.below(quint64(scenarios.size())))];
    const Order &order = m_orders[2 * who + qsizetype(m_random.below(2))];
    const QDateTime at = m_times[m_next++];
    return tell({scenario, person, order, m_catalogue.pair(m_random), m_staff, at, m_settings.now}, m_clock, m_random);
}

} // namespace akwaba::demo
