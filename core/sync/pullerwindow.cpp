// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/puller.h"

// The part of the puller that knows of the window (core/cache/window.h): what pages leave out, and what is fetched
// later because it is to be here after all.
namespace akwaba {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::seconds clocksAgreeTo = 1h; // a server's clock that is set right is no larger window

} // namespace

Result<Window> Puller::windowAt(const QDateTime &serverTime) const
{
    Window window{windowStart(m_window, serverTime), {}};
    if (!window.from.isValid()) return window;
    return m_outbox.ticketsAtWork().map([&](QSet<QString> tickets) {
        window.kept = std::move(tickets);
        return std::move(window);
    });
}

/// What was left out and is to be here after all: where the window was made larger, all of it, as after a change of
/// scopes; and tickets on which another console of this agent has left a draft.
Result<void> Puller::lookForWanted(const QDateTime &serverTime)
{
    const QDateTime here = m_cache.wholeSince();
    if (!here.isValid() || !serverTime.isValid()) return {};
    const QDateTime from = windowStart(m_window, serverTime);
    if (!from.isValid() || from.addSecs(clocksAgreeTo.count()) < here) {
        const Fill fill{.kind = Fill::Kind::Scope, .scopeState = m_cache.scopeState()};
        return m_cache.beginFill(fill.toToken()).map([&] { m_fill = fill; });
    }
    return m_cache.missingOfDrafts(m_me.me).map([this](const QStringList &tickets) {
        m_wanted = tickets;
        m_wanted.removeIf([this](const QString &id) { return m_unseen.contains(id); });
    });
}

Result<Pulled> Puller::takeWanted(const jmap::Invocation &answer)
{
    if (!isPage(answer)) return fail(Code::Protocol, u"no tickets"_s);
    m_wanted = m_wanted.mid(wire::maxTickets);
    for (const QString &id : wire::strings(answer.arguments.value(u"notFound"_s)))
        m_unseen.insert(id);
    const Result<QList<Intent>> mine = pending();
    if (!mine) return tl::unexpected(mine.error());
    CachePage page;
    page.upserts = QList<TypedRecords>{{typeByName(u"Ticket"), wire::objects(answer.arguments.value(u"list"_s))}}
        + wire::childrenOf(answer.arguments);
    return m_cache.applyPage(page, *mine, m_me).map([](Changed changed) { return Pulled{std::move(changed)}; });
}

} // namespace akwaba
