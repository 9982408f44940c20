// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/supervisiondesk.h"

#include "ui/supervision/livepage.h"
#include "ui/text/errorwords.h"
#include "ui/text/quantities.h"
#include "ui/text/translate.h"

using namespace std::chrono_literals;

namespace akwaba {

namespace {

constexpr auto atMostEvery = 1s;
constexpr auto atLeastEvery = 30s;

} // namespace

SupervisionDesk::SupervisionDesk(SupervisionWays ways, LivePage &page, QObject *parent)
    : QObject(parent), m_ways(std::move(ways)), m_page(page)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(atMostEvery);
    connect(&m_soon, &QTimer::timeout, this, &SupervisionDesk::ask);
    m_regularly.setInterval(atLeastEvery);
    connect(&m_regularly, &QTimer::timeout, this, &SupervisionDesk::ask);
}

void SupervisionDesk::setShown(bool shown)
{
    m_shown = shown;
    if (!shown) {
        m_soon.stop();
        return m_regularly.stop();
    }
    if (!m_asOf.isValid() && m_ways.kept) {
        if (const std::optional<LiveFigures> last = m_ways.kept()) show(*last);
    }
    m_regularly.start();
    ask();
}

void SupervisionDesk::setOnline(bool online)
{
    if (std::exchange(m_online, online) != online) noteChange();
}

void SupervisionDesk::noteChange()
{
    if (!m_shown) return;
    if (m_asking)
        m_askAgain = true;
    else if (!m_soon.isActive())
        m_soon.start();
}

void SupervisionDesk::ask()
{
    if (!m_shown || !m_ways.live) return;
    if (!m_online) return showTrouble(Code::Unreachable);
    if (m_asking) return;
    m_asking = true;
    onResult(m_ways.live(), this, [this](const Result<LiveFigures> &figures) { take(figures); });
}

void SupervisionDesk::take(const Result<LiveFigures> &figures)
{
    m_asking = false;
    if (figures) {
        m_page.setTrouble({});
        show(*figures);
        keep(*figures);
    } else {
        showTrouble(figures.error().code);
    }
    if (std::exchange(m_askAgain, false)) noteChange();
}

void SupervisionDesk::show(const LiveFigures &figures)
{
    m_asOf = figures.at;
    m_page.setFigures(figures);
}

/// Seldom, since each time is a write to the disk.
void SupervisionDesk::keep(const LiveFigures &figures)
{
    const bool isRecent =
        m_keptOf.isValid() && m_keptOf.addSecs(std::chrono::seconds(atLeastEvery).count()) > figures.at;
    if (!m_ways.keep || isRecent) return;
    m_keptOf = figures.at;
    m_ways.keep(figures);
}

void SupervisionDesk::showTrouble(Code code)
{
    const QString what = code == Code::Unreachable ? translate("Supervision", "Offline.") : sentence(code);
    m_page.setTrouble(
        m_asOf.isValid()
            ? translate("Supervision", "%1 Figures of %2.", "what is wrong, a moment").arg(what, clockTime(m_asOf))
            : translate("Supervision", "%1 Figures come from the server.", "what is wrong").arg(what));
}

} // namespace akwaba
