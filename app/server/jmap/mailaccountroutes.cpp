// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/jmap/mailaccountroutes.h"

#include "app/server/jmap/requesterror.h"
#include "app/server/store/mailaccounts.h"
#include "app/server/store/store.h"
#include "core/domain/mailaccountfields.h"
#include "core/protocol/codec.h"

#include <QJsonArray>

#include <algorithm>

namespace akwaba::jmap {

using namespace Qt::StringLiterals;

namespace {

struct Wanted {
    MailAccount account;
    MailPasswords passwords;
};

bool isHost(const MailHost &host)
{
    const auto fits = [](QChar c) { return c.isLetterOrNumber() || c == u'.' || c == u'-' || c == u':'; };
    return !host.host.isEmpty() && host.host.size() <= 253 && std::ranges::all_of(host.host, fits) && host.port > 0
        && host.port <= 65535;
}

bool isAddress(const QString &address)
{
    const auto fits = [](QChar c) { return c.unicode() > 0x20 && c != u'<' && c != u'>' && c != u','; };
    return address.count(u'@') == 1 && !address.startsWith(u'@') && !address.endsWith(u'@')
        && std::ranges::all_of(address, fits);
}

bool isWhole(const MailAccount &account)
{
    const bool isDay = account.fromDate.isEmpty() || QDate::fromString(account.fromDate, Qt::ISODate).isValid();
    return !account.name.trimmed().isEmpty() && isAddress(account.address) && isHost(account.imap)
        && isHost(account.smtp) && !account.folder.isEmpty() && isDay;
}

Result<Wanted> wantedBy(const http::Request &request)
{
    const QJsonObject object = bodyOf(request);
    const auto account = fromJson<MailAccount>(object.value(u"account"_s).toObject());
    const auto passwords = fromJson<MailPasswords>(object.value(u"passwords"_s).toObject());
    if (!account) return tl::unexpected(account.error());
    if (!passwords) return tl::unexpected(passwords.error());
    if (!isWhole(*account)) return fail(Code::BadInput, u"mail account"_s);
    return Wanted{*account, *passwords};
}

template <class T> QJsonArray arrayOf(const QList<T> &values)
{
    QJsonArray array;
    for (const T &value : values)
        array.append(toJson(value));
    return array;
}

/// Mail to the address makes tickets of the team, and its answers leave from there.
Result<void> giveToTeam(store::Writer &writer, const MailAccount &account)
{
    if (account.team.isEmpty()) return {};
    auto team = writer.find<Team>(account.team);
    const auto taken = writer.teamByAddress(account.address);
    if (!team) return tl::unexpected(team.error());
    if (!taken) return tl::unexpected(taken.error());
    if (!*team) return fail(Code::NotFound, u"team"_s);
    if (*taken && (*taken)->id != account.team) return fail(Code::Conflict, u"address of another team"_s);
    if ((*team)->email.address == account.address) return {};
    (*team)->email = {(*team)->name, account.address};
    return writer.put(**team).map([](const Team &) { });
}

} // namespace

MailAccountRoutes::MailAccountRoutes(http::Router &router, store::Store &store, const Door &door, MailAccountDesk desk)
    : m_store(store), m_door(door), m_desk(std::move(desk))
{
    router.add("GET", u"/admin/mail-accounts"_s,
               [this](const http::Request &request, http::Responder responder) { responder.answer(list(request)); });
    router.add("POST", u"/admin/mail-accounts/set"_s,
               [this](const http::Request &request, http::Responder responder) { responder.answer(set(request)); });
    router.add("POST", u"/admin/mail-accounts/remove"_s,
               [this](const http::Request &request, http::Responder responder) { responder.answer(remove(request)); });
    router.add("POST", u"/admin/mail-accounts/test"_s, [this](const http::Request &request, http::Responder responder) {
        test(request, std::move(responder));
    });
}

Result<Session> MailAccountRoutes::administrator(const http::Request &request) const
{
    return sessionOf(m_door, request, {Role::Administrator});
}

http::Response MailAccountRoutes::list(const http::Request &request) const
{
    const auto session = administrator(request);
    if (!session) return m_door.authenticator.refusal(session.error());
    const auto accounts = m_store.read().and_then(
        [](const store::Snapshot &snapshot) { return store::mailAccounts(snapshot.database()); });
    if (!accounts) return m_door.authenticator.refusal(accounts.error());
    return forDevice(session->caller.device,
                     jsonResponse(200, {{u"accounts"_s, arrayOf(*accounts + m_desk.configured())}}));
}

http::Response MailAccountRoutes::set(const http::Request &request) const
{
    const auto session = administrator(request);
    if (!session) return m_door.authenticator.refusal(session.error());
    auto wanted = wantedBy(request);
    if (!wanted) return m_door.authenticator.refusal(wanted.error());
    MailAccount &mailbox = wanted->account;
    if (mailbox.id.isEmpty()) mailbox.id = newId<MailAccountId>(m_store.clock(), m_store.random());
    if (!isWellFormedId(mailbox.id.value)) return m_door.authenticator.refusal({Code::BadInput, {}});
    const auto done = m_store.write([&](store::Writer &writer) {
        return giveToTeam(writer, mailbox).and_then([&] {
            return store::putMailAccount(writer, m_door.doorkeeper.secrets(), mailbox, wanted->passwords);
        });
    });
    if (!done) return m_door.authenticator.refusal(done.error());
    m_desk.changed();
    return forDevice(session->caller.device, jsonResponse(200, {{u"id"_s, mailbox.id.value}}));
}

http::Response MailAccountRoutes::remove(const http::Request &request) const
{
    const auto session = administrator(request);
    if (!session) return m_door.authenticator.refusal(session.error());
    const MailAccountId id{bodyOf(request).value(u"id"_s).toString()};
    const auto removed = m_store.write([&id](store::Writer &writer) {
        return store::removeMailAccount(writer, id).and_then([](bool was) -> Result<void> {
            return was ? Result<void>() : fail(Code::NotFound, u"mail account"_s);
        });
    });
    if (!removed) return m_door.authenticator.refusal(removed.error());
    m_desk.changed();
    return nothingToSay(session->caller.device);
}

/// Those of the account, for the log-ins that it has.
Result<MailPasswords> MailAccountRoutes::storedPasswords(const MailAccount &wanted) const
{
    return m_store.read().and_then([&](const store::Snapshot &snapshot) -> Result<MailPasswords> {
        const auto known = store::mailAccount(snapshot.database(), wanted.id);
        if (!known) return tl::unexpected(known.error());
        if (!*known) return MailPasswords();
        auto passwords = store::mailPasswords(snapshot.database(), m_door.doorkeeper.secrets(), wanted.id);
        if (passwords && !isSameLogIn((*known)->imap, wanted.imap)) passwords->imap.clear();
        if (passwords && !isSameLogIn((*known)->smtp, wanted.smtp)) passwords->smtp.clear();
        return passwords;
    });
}

void MailAccountRoutes::test(const http::Request &request, http::Responder responder)
{
    const auto session = administrator(request);
    if (!session) return responder.answer(m_door.authenticator.refusal(session.error()));
    auto wanted = wantedBy(request);
    if (!wanted) return responder.answer(m_door.authenticator.refusal(wanted.error()));
    if (m_isTesting) return responder.answer(m_door.authenticator.refusal({Code::Throttled, u"60"_s}));
    const auto stored = storedPasswords(wanted->account);
    if (!stored) return responder.answer(m_door.authenticator.refusal(stored.error()));
    if (wanted->passwords.imap.isEmpty()) wanted->passwords.imap = stored->imap;
    if (wanted->passwords.smtp.isEmpty()) wanted->passwords.smtp = stored->smtp;
    m_isTesting = true;
    const auto later = std::make_shared<http::Responder>(std::move(responder));
    m_desk.check(wanted->account, wanted->passwords,
                 [this, later, device = session->caller.device](const QList<MailCheck> &checks) {
                     m_isTesting = false;
                     later->answer(forDevice(device, jsonResponse(200, {{u"checks"_s, arrayOf(checks)}})));
                 });
}

} // namespace akwaba::jmap
