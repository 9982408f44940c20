// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/puller.h"

#include "core/base/clock.h"
#include "core/domain/schema.h"
#include "core/protocol/codec.h"

namespace akwaba {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto resyncAtMostEvery = 1h;
constexpr qsizetype idsPerCall = 500;

QString errorType(const jmap::Invocation &answer)
{
    return answer.name == u"error" ? answer.arguments.value(u"type"_s).toString() : QString();
}

/// An error that says nothing about our state: the server is in trouble, or doesn't speak as agreed.
Error troubleOf(const jmap::Invocation &answer)
{
    const QString type = errorType(answer);
    const bool passing = type == u"serverUnavailable" || type == u"serverFail" || type == u"serverPartialFail";
    return {passing ? Code::Unreachable : Code::Protocol, type};
}

} // namespace

Puller::Puller(Cache &cache, Outbox &outbox, const Clock &clock, ApplyContext me, const WindowPolicy &window)
    : m_cache(cache), m_outbox(outbox), m_clock(clock), m_me(std::move(me)), m_window(window),
      m_completeAsOf(cache.asOf())
{
    const QString token = cache.resumeToken();
    m_fill = Fill::fromToken(token);
    if (!m_fill && !token.isEmpty()) m_fill = Fill{.kind = Fill::Kind::Resync};
    if (!m_fill && cache.cursor().isEmpty()) m_fill = Fill{};
}

void Puller::startRound()
{
    m_page.reset();
    m_held.reset(); // asked for again: it is not in the resume token
    m_wanted.clear();
    m_unseen.clear();
    m_roundOpen = false;
    m_asked = Asked::Nothing;
}

bool Puller::isUnderWay() const { return m_fill || m_page || m_roundOpen || m_behind || !m_wanted.isEmpty(); }

bool Puller::isUsable() const { return !m_cache.cursor().isEmpty() || (m_fill && m_fill->hasTickets()); }

Result<QByteArray> Puller::next(const wire::Session &session)
{
    if (m_fill) {
        if (m_fill->state.isEmpty() && m_fill->kind != Fill::Kind::Scope) {
            m_asked = Asked::State;
            return wire::bytes(session, {wire::syncState(session)});
        }
        m_asked = Asked::Page;
        return wire::bytes(session,
                           {wire::syncPage(session, m_fill->currentType()->name, m_fill->after, m_fill->pageSize())});
    }
    if (m_page) {
        m_asked = Asked::Records;
        const Result<QList<jmap::Invocation>> calls = callsForRecords(session);
        if (!calls) return tl::unexpected(calls.error());
        return wire::bytes(session, *calls);
    }
    if (!m_wanted.isEmpty()) {
        m_asked = Asked::Wanted;
        return wire::bytes(session, {wire::ticketsWithChildren(session, m_wanted.mid(0, wire::maxTickets))});
    }
    if (!m_roundOpen) {
        const Result<QStringList> accepted = m_outbox.awaitingEcho();
        if (!accepted) return tl::unexpected(accepted.error());
        m_covered = *accepted; // what was accepted before this request is in what it answers, or in a later page
        m_roundOpen = true;
        m_behind = false;
    }
    m_asked = Asked::Changes;
    return wire::bytes(session, {wire::syncChanges(session, m_cache.cursor(), m_cache.scopeState())});
}

Result<Pulled> Puller::take(const jmap::Response &response)
{
    const Asked asked = std::exchange(m_asked, Asked::Nothing);
    if (response.methodResponses.isEmpty()) return fail(Code::Protocol, u"empty response"_s);
    if (asked == Asked::Records) return takeRecords(response);
    const jmap::Invocation &answer = response.methodResponses.constFirst();
    if (!answer.arguments.value(u"erasures"_s).toArray().isEmpty()) {
        startRound();
        return Pulled{{}, Pulled::Step::EraseFirst};
    }
    if (answer.name == u"error") return cannotContinue(answer);
    switch (asked) {
    case Asked::State: return takeState(answer);
    case Asked::Page: return takePage(answer);
    case Asked::Changes: return takeChanges(answer);
    case Asked::Wanted: return takeWanted(answer);
    case Asked::Records:
    case Asked::Nothing: break;
    }
    return fail(Code::Internal, u"an answer to no question"_s);
}

// ------------------------------------------------------------------------------------------------ filling

Result<Pulled> Puller::takeState(const jmap::Invocation &answer)
{
    const QString state = answer.arguments.value(u"state"_s).toString();
    if (state.isEmpty()) return fail(Code::Protocol, u"no state"_s);
    Fill begun = *m_fill; // not before it stands in the cache: a disk that fails has the state asked for again
    begun.state = state;
    begun.scopeState = answer.arguments.value(u"scopeState"_s).toString();
    if (const Lineages lineages = lineagesFromJson(answer.arguments); !lineages.current.isEmpty()) {
        if (Result<void> done = m_outbox.follow(lineages); !done) return tl::unexpected(done.error());
    }
    if (Result<void> stored = m_cache.beginFill(begun.toToken()); !stored) return tl::unexpected(stored.error());
    m_fill = begun;
    return Pulled{};
}

bool Puller::isPage(const jmap::Invocation &answer)
{
    return answer.name != u"error" && answer.arguments.value(u"list"_s).isArray();
}

std::optional<QByteArray> Puller::readAhead(const wire::Session &session, const jmap::Response &response)
{
    if (m_asked != Asked::Page || m_held || response.methodResponses.isEmpty()) return std::nullopt;
    const jmap::Invocation &answer = response.methodResponses.constFirst();
    Fill next = *m_fill;
    const bool more = isPage(answer) && next.advance(answer.arguments.value(u"after"_s).toString());
    if (!more || (next.type == m_fill->type && next.after == m_fill->after)) return std::nullopt;
    m_held = answer; // m_asked stays: the answer to come is a page as well
    return wire::bytes(session, {wire::syncPage(session, next.currentType()->name, next.after, next.pageSize())});
}

Result<Pulled> Puller::takeHeld()
{
    const jmap::Invocation page = *std::exchange(m_held, std::nullopt);
    return takePage(page);
}

Result<Pulled> Puller::takePage(const jmap::Invocation &answer)
{
    if (!isPage(answer)) return fail(Code::Protocol, u"no page"_s);
    QList<TypedRecords> upserts{{m_fill->currentType(), wire::objects(answer.arguments.value(u"list"_s))}};
    upserts += wire::childrenOf(answer.arguments);
    Fill after = *m_fill;
    for (const TypedRecords &records : upserts)
        after.rowsDone += records.records.size();
    after.rowsTotal = answer.arguments.value(u"total"_s).toInteger();
    const bool more = after.advance(answer.arguments.value(u"after"_s).toString());
    if (more && after.type == m_fill->type && after.after == m_fill->after)
        return fail(Code::Protocol, u"the page does not go on"_s);

    const Result<QList<Intent>> mine = pending();
    if (!mine) return tl::unexpected(mine.error());
    const Result<Window> window = windowAt(wire::serverTimeOf(answer));
    if (!window) return tl::unexpected(window.error());
    const bool keepsCursor = m_fill->kind == Fill::Kind::Scope;
    CachePage page;
    page.upserts = std::move(upserts);
    page.window = *window;
    if (more) {
        page.resumeToken = after.toToken();
    } else {
        page.resumeToken = QString();
        page.cursor = keepsCursor ? QString() : m_fill->state;
        page.scopeState = m_fill->scopeState;
        page.sweepsStale = true;
    }
    Result<Changed> changed = m_cache.applyPage(page, *mine, m_me);
    if (!changed) return tl::unexpected(changed.error());
    if (more) {
        m_fill = after;
    } else {
        m_fill.reset();
        m_behind = true; // a round of changes follows at once: the pages are older than now
    }
    return Pulled{std::move(*changed)};
}

// ------------------------------------------------------------------------------------------------ changes

Result<Pulled> Puller::takeChanges(const jmap::Invocation &answer)
{
    Result<SyncPage> page = syncPageFromJson(answer.arguments);
    if (!page) return fail(Code::Protocol, page.error().detail);
    if (page->oldState != m_cache.cursor()) return fail(Code::Protocol, u"an answer to another cursor"_s);
    if (page->hasMoreChanges && page->newState == page->oldState)
        return fail(Code::Protocol, u"changes do not go on"_s);
    const bool needsRecords = std::ranges::any_of(
        page->changes, [](const TypeChanges &c) { return !c.created.isEmpty() || !c.updated.isEmpty(); });
    m_page = std::move(*page);
    if (!needsRecords) return applyChanges({});
    auto along = recordsIn(answer);
    if (!along) return tl::unexpected(along.error());
    return *along ? applyChanges(std::move(**along)) : Result<Pulled>(Pulled{});
}

Result<QList<jmap::Invocation>> Puller::callsForRecords(const wire::Session &session)
{
    QList<jmap::Invocation> calls;
    for (const TypeChanges &changes : m_page->changes) {
        QStringList ids = changes.created + changes.updated;
        if (changes.type->name == u"Ticket") {
            // A ticket that comes into sight brings messages which the log does not name again. "Updated" may be such
            // a one too: a page of a first sync missed it, a /get did not find it any more when it was away, or it
            // had left the window.
            const Result<QStringList> missing = m_cache.missing(*changes.type, changes.updated);
            if (!missing) return tl::unexpected(missing.error());
            const QStringList entering = changes.created + *missing;
            for (const QString &id : entering)
                ids.removeAll(id);
            for (qsizetype i = 0; i < entering.size(); i += wire::maxTickets)
                calls.append(wire::ticketsWithChildren(session, entering.mid(i, wire::maxTickets)));
        }
        for (qsizetype i = 0; i < ids.size(); i += idsPerCall) // a whole transaction may be more than a /get may ask
            calls.append(wire::get(session, changes.type->name, ids.mid(i, idsPerCall)));
    }
    return calls;
}

Result<void> Puller::Found::add(const TypeInfo &type, const QJsonObject &rows)
{
    if (!rows.value(u"list"_s).isArray()) return fail(Code::Protocol, u"no records"_s);
    upserts.append({&type, wire::objects(rows.value(u"list"_s))});
    upserts += wire::childrenOf(rows);
    // Gone or out of sight since the page was made; the next page says which.
    const QStringList notFound = wire::strings(rows.value(u"notFound"_s));
    if (!notFound.isEmpty()) gone.append({&type, notFound, GoneKind::Removed});
    return {};
}

bool Puller::Found::has(const TypeInfo &type, const QStringList &ids) const
{
    QSet<QString> missing(ids.begin(), ids.end());
    for (const TypedRecords &records : upserts) {
        if (records.type != &type) continue;
        for (const QJsonObject &record : records.records)
            missing.remove(record.value(u"id"_s).toString());
    }
    for (const Gone &some : gone) {
        if (some.type == &type) missing.subtract(QSet<QString>(some.ids.begin(), some.ids.end()));
    }
    return missing.isEmpty();
}

/// Not where a ticket is "updated" that is not here: it is asked for with its children (callsForRecords).
Result<std::optional<Puller::Found>> Puller::recordsIn(const jmap::Invocation &answer)
{
    const QJsonValue along = answer.arguments.value(u"records"_s);
    if (!along.isArray()) return std::nullopt; // too many, or a server of before
    Found found;
    for (const QJsonValue &each : along.toArray()) {
        const QJsonObject rows = each.toObject();
        const TypeInfo *type = typeByName(rows.value(u"type"_s).toString());
        if (type == nullptr) continue; // of a newer server
        if (const auto added = found.add(*type, rows); !added) return tl::unexpected(added.error());
    }
    for (const TypeChanges &changes : m_page->changes) {
        if (!found.has(*changes.type, changes.created + changes.updated)) return std::nullopt;
        if (changes.type->name != u"Ticket") continue;
        const Result<QStringList> missing = m_cache.missing(*changes.type, changes.updated);
        if (!missing) return tl::unexpected(missing.error());
        if (!missing->isEmpty()) return std::nullopt;
    }
    return found;
}

Result<Pulled> Puller::takeRecords(const jmap::Response &response)
{
    Found found;
    for (const jmap::Invocation &answer : response.methodResponses) {
        if (answer.name == u"error") return cannotContinue(answer);
        const TypeInfo *type = typeByName(answer.callId == wire::enteringCall ? u"Ticket"_s : answer.callId);
        if (type == nullptr) return fail(Code::Protocol, u"no records"_s);
        if (const auto added = found.add(*type, answer.arguments); !added) return tl::unexpected(added.error());
    }
    return applyChanges(std::move(found));
}

Result<Pulled> Puller::applyChanges(Found found)
{
    const SyncPage page = *std::exchange(m_page, std::nullopt);
    for (const TypeChanges &changes : page.changes) {
        if (!changes.destroyed.isEmpty()) found.gone.append({changes.type, changes.destroyed, GoneKind::Destroyed});
        if (!changes.removed.isEmpty()) found.gone.append({changes.type, changes.removed, GoneKind::Removed});
        if (!changes.erased.isEmpty()) found.gone.append({changes.type, changes.erased, GoneKind::Erased});
    }
    // Before the page: its cursor must not pass an erasure that the outbox has not seen.
    if (Result<void> erased = eraseInOutbox(page); !erased) return tl::unexpected(erased.error());
    const bool isLast = !page.hasMoreChanges;
    Result<QList<Intent>> mine = pending();
    if (!mine) return tl::unexpected(mine.error());
    // The last page brings the echo of what was accepted before: from here on the row alone shows it.
    const Result<QStringList> echoed = isLast ? echoedNow() : QStringList();
    if (!echoed) return tl::unexpected(echoed.error());
    mine->removeIf([&echoed](const Intent &intent) { return echoed->contains(intent.iid); });
    Result<Window> window = windowAt(page.serverTime);
    if (!window) return tl::unexpected(window.error());
    CachePage stored;
    stored.window = std::move(*window);
    stored.upserts = std::move(found.upserts);
    stored.gone = std::move(found.gone);
    stored.cursor = page.newState;
    stored.scopeState = page.scopeState;
    stored.settled = *echoed;
    stored.asOf = isLast ? page.serverTime : QDateTime();
    Result<Changed> changed = m_cache.applyPage(stored, *mine, m_me);
    if (!changed) return tl::unexpected(changed.error());
    if (isLast) {
        // After the cache, never before: a crash in between shows the intent once more, over its own echo (2.9).
        if (Result<void> done = m_outbox.markEchoed(*echoed); !done) return tl::unexpected(done.error());
        m_covered.clear();
        m_roundOpen = false;
        if (page.serverTime.isValid()) m_completeAsOf = page.serverTime;
        if (Result<void> done = lookForWanted(page.serverTime); !done) return tl::unexpected(done.error());
    }
    return Pulled{std::move(*changed)};
}

/// Not what was found meanwhile to be lost by a server that was restored: that is in nothing that it answered.
Result<QStringList> Puller::echoedNow()
{
    return m_outbox.awaitingEcho().map([this](const QStringList &accepted) {
        QStringList echoed = m_covered;
        echoed.removeIf([&accepted](const QString &iid) { return !accepted.contains(iid); });
        return echoed;
    });
}

Result<void> Puller::eraseInOutbox(const SyncPage &page)
{
    QStringList customers;
    QStringList tickets;
    for (const TypeChanges &changes : page.changes) {
        if (changes.type->name == u"Customer") customers += changes.erased;
        if (changes.type->name == u"Ticket") tickets += changes.erased;
    }
    if (customers.isEmpty() && tickets.isEmpty()) return {};
    const Result<QStringList> cancelled = m_outbox.eraseSubjects(customers, tickets);
    return cancelled ? Result<void>() : tl::unexpected(cancelled.error());
}

// ------------------------------------------------------------------------------------------------ starting over

Result<Pulled> Puller::cannotContinue(const jmap::Invocation &answer)
{
    m_page.reset();
    m_roundOpen = false;
    const QString type = errorType(answer);
    if (type == u"scopeChanged") return rescope(answer.arguments);
    if (type == u"cannotCalculateChanges") return resync();
    return tl::unexpected(troubleOf(answer));
}

Result<Pulled> Puller::resync()
{
    const auto now = m_clock.monotonic();
    if (m_lastResync && now - *m_lastResync < resyncAtMostEvery) return Pulled{{}, Pulled::Step::AskFirst};
    m_lastResync = now;
    // The rows stay to be read until the new ones are there; the outbox is not touched at all.
    m_fill = Fill{.kind = Fill::Kind::Resync};
    return Pulled{};
}

Result<Pulled> Puller::rescope(const QJsonObject &arguments)
{
    Fill fill{.kind = Fill::Kind::Scope, .scopeState = arguments.value(u"scopeState"_s).toString()};
    if (fill.scopeState.isEmpty() || !arguments.value(u"scopes"_s).isArray())
        return fail(Code::Protocol, u"a change of scopes without scopes"_s);
    const Result<QList<Intent>> mine = pending();
    if (!mine) return tl::unexpected(mine.error());
    Result<Changed> changed =
        m_cache.rescope(wire::strings(arguments.value(u"scopes"_s)), fill.scopeState, fill.toToken(), *mine, m_me);
    if (!changed) return tl::unexpected(changed.error());
    m_fill = fill;
    return Pulled{std::move(*changed)};
}

Result<QList<Intent>> Puller::pending() const { return m_outbox.pending(); }

} // namespace akwaba
