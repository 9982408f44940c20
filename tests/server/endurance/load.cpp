// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/endurance/load.h"

#include <QTimer>

#include <algorithm>

using namespace akwaba;
using namespace Qt::StringLiterals;

namespace {

constexpr int waitMs = 60'000;
constexpr qsizetype mostTold = 20;
constexpr quint64 mostAsked = 12;
constexpr quint64 mostMs = 25; // several commits

} // namespace

std::unique_ptr<Random> seededRandom()
{
    bool isGiven = false;
    const quint64 given = qEnvironmentVariable("AKWABA_SEED").toULongLong(&isGiven);
    const quint64 seed = isGiven ? given : SystemRandom().below(1'000'000);
    qInfo("AKWABA_SEED=%llu", seed);
    return std::make_unique<SeededRandom>(seed);
}

void Load::furnish(const store::Place &place, int devices)
{
    m_company = ::furnish(place, devices, *m_random);
    for (int i = 0; i < devices; ++i)
        m_senders.push_back(std::make_unique<Sender>(m_company, i, *m_random));
}

void Load::begin(const QList<QUrl> &servers)
{
    QList<QUrl> mine = servers;
    for (const auto &device : m_senders) {
        device->useServers(mine);
        device->begin();
        mine.append(mine.takeFirst());
    }
}

bool Load::settle()
{
    for (const auto &device : m_senders)
        device->finish();
    return QTest::qWaitFor(
        [this] { return std::ranges::all_of(m_senders, [](const auto &device) { return device->isSettled(); }); },
        waitMs);
}

bool Load::keptEveryPromise(const store::Place &place)
{
    if (!settle()) {
        QStringList complaints{u"some intents have no outcome"_s};
        for (const auto &device : m_senders)
            complaints += device->complaints().mid(0, 1);
        m_problem = complaints.join(u'\n');
        return false;
    }
    endUndoTime(place);
    if (!waitUntilMailed(place)) {
        m_problem = u"some mail stays on its way"_s;
        return false;
    }
    m_verdict = verify(place, m_senders, m_sink);
    const Sender::Troubles met = troubles();
    qInfo("%s; without an answer %d requests, unavailable %d, transient %d intents", qPrintable(m_verdict.text()),
          met.noAnswer, met.unavailable, met.transient);
    m_problem = m_verdict.violations.mid(0, mostTold).join(u'\n');
    return m_verdict.violations.isEmpty();
}

qsizetype Load::decided() const
{
    qsizetype sum = 0;
    for (const auto &device : m_senders)
        sum += device->decided();
    return sum;
}

Sender::Troubles Load::troubles() const
{
    Sender::Troubles sum;
    for (const auto &device : m_senders) {
        sum.noAnswer += device->troubles().noAnswer;
        sum.unavailable += device->troubles().unavailable;
        sum.transient += device->troubles().transient;
    }
    return sum;
}

bool Load::waitForDecided(qsizetype more)
{
    const qsizetype enough = decided() + more;
    return QTest::qWaitFor([this, enough] { return decided() >= enough; }, waitMs);
}

bool Load::killInTheMidst(const std::function<void()> &kill)
{
    auto left = qsizetype(1 + m_random->below(mostAsked));
    const auto after = std::chrono::milliseconds(m_random->below(mostMs));
    bool isKilled = false;
    QObject context;
    for (const auto &device : m_senders) {
        connect(device.get(), &Sender::asked, &context, [&] {
            // The moment is left to chance; nothing waits for it to be over.
            if (--left == 0)
                QTimer::singleShot(after, Qt::PreciseTimer, &context, [&] {
                    kill();
                    isKilled = true;
                });
        });
    }
    return QTest::qWaitFor([&isKilled] { return isKilled; }, waitMs);
}

bool Load::waitForTrouble(int times)
{
    QList<int> before;
    for (const auto &device : m_senders)
        before.append(device->troubles().all());
    const auto all = [this, times, &before] {
        for (std::size_t i = 0; i < m_senders.size(); ++i) {
            if (m_senders[i]->troubles().all() < before.at(qsizetype(i)) + times) return false;
        }
        return true;
    };
    return QTest::qWaitFor(all, waitMs);
}
