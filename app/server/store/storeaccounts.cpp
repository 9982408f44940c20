// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/store.h"

#include "app/server/store/audit.h"
#include "app/server/store/credentials.h"
#include "app/server/store/membership.h"
#include "app/server/store/readconnection.h"
#include "app/server/store/secondfactor.h"
#include "app/server/store/sessions.h"
#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/text/extract.h"

using namespace Qt::StringLiterals;

// The part of Store that knows who somebody is.

namespace akwaba::store {

namespace {

constexpr std::chrono::milliseconds seenEvery = std::chrono::minutes(10);

bool isUsable(const Device &device, const AgentId &agent)
{
    return device.agent == agent && device.state == DeviceState::Active;
}

/// The device of before where it is this agent's and may still be used, else a new one.
Result<Device> deviceFor(Writer &writer, const AgentId &agent, const DeviceId &known)
{
    if (!known.isEmpty()) {
        const auto found = writer.find<Device>(known);
        if (!found) return tl::unexpected(found.error());
        if (*found && isUsable(**found, agent)) return **found;
    }
    Device device;
    device.id = newId<DeviceId>(writer.clock(), writer.random());
    device.agent = agent;
    return device;
}

} // namespace

/// A look of one statement, without the cost of a snapshot.
Result<Caller> Store::lookUp(const std::function<Result<Caller>(Database &)> &look)
{
    Result<Caller> caller = fail(Code::Internal, u"nobody looked"_s);
    auto connection = m_pool->take([&](Database &database) -> Result<void> {
        caller = look(database);
        if (caller || caller.error().code == Code::Unauthenticated) return {};
        return tl::unexpected(caller.error());
    });
    if (!connection) return tl::unexpected(connection.error());
    m_pool->give(std::move(*connection));
    return caller;
}

Result<Caller> Store::callerOf(const AgentId &agent, const DeviceId &device)
{
    return lookUp([&](Database &database) { return store::callerOf(database, agent, device); });
}

Result<Caller> Store::formerCaller(const QString &token)
{
    return lookUp([&](Database &database) { return formerCallerWith(database, token); });
}

Result<Account> Store::accountCalled(const QString &email, const DeviceId &device)
{
    auto snapshot = read();
    if (!snapshot) return tl::unexpected(snapshot.error());
    const auto agent = snapshot->agentByEmail(email);
    if (!agent) return tl::unexpected(agent.error());
    if (!*agent || !(*agent)->active) return Account();
    Account account;
    account.agent = (*agent)->id;
    const auto hash = passwordHashOf(snapshot->database(), account.agent);
    if (!hash) return tl::unexpected(hash.error());
    account.passwordHash = *hash;
    const auto second = store::hasSecondFactor(snapshot->database(), account.agent);
    if (!second) return tl::unexpected(second.error());
    account.hasSecondFactor = *second;
    if (device.isEmpty()) return account;
    const auto known = snapshot->find<Device>(device);
    if (!known) return tl::unexpected(known.error());
    account.knowsDevice = *known && isUsable(**known, account.agent);
    return account;
}

Result<Login> Store::openSession(const AgentId &agent, const Installation &installation)
{
    auto caller = callerOf(agent, {});
    if (!caller) return tl::unexpected(caller.error());
    const QString token = QString::fromLatin1(
        m_random.bytes(32).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
    const auto done = write([&](Writer &writer) -> Result<void> {
        auto device = deviceFor(writer, agent, installation.known);
        if (!device) return tl::unexpected(device.error());
        device->name = beginningOf(installation.name, 100);
        device->version = beginningOf(installation.version, 40);
        device->lastSeenAt = m_clock.now();
        caller->device = device->id;
        if (auto put = writer.put(*device); !put) return tl::unexpected(put.error());
        return revokeTokensOf(writer.database(), device->id, m_clock.now())
            .and_then([&] { return addToken(writer.database(), token, {agent, device->id}, m_clock.now()); })
            .and_then([&] { return writeAudit(writer, {AuditAction::LogIn, agent, agent, device->id}); });
    });
    if (!done) return tl::unexpected(done.error());
    return Login{token, *caller};
}

Result<Caller> Store::authenticate(const QString &token)
{
    auto caller = lookUp([&token](Database &database) { return callerWith(database, token); });
    if (caller) noteSeen(caller->device);
    return caller;
}

void Store::noteSeen(const DeviceId &device)
{
    const std::chrono::milliseconds now = m_clock.monotonic();
    const auto noted = m_notedAt.constFind(device);
    if (noted != m_notedAt.cend() && now - *noted < seenEvery) return;
    m_notedAt.insert(device, now);
    submit(
        [this, device](Writer &writer) -> Result<void> {
            auto found = writer.find<Device>(device);
            if (!found) return tl::unexpected(found.error());
            // Another process may have noted it.
            const bool isRecent = *found && (*found)->lastSeenAt.addMSecs(seenEvery.count()) > m_clock.now();
            if (!*found || isRecent) return {};
            (*found)->lastSeenAt = m_clock.now();
            return writer.put(**found).map([](const Device &) { });
        },
        {});
}

Result<void> Store::logOut(const QString &token)
{
    return write([&](Writer &writer) { return store::logOut(writer, token); });
}

Result<void> Store::setPassword(const AgentId &agent, const QString &password)
{
    return hashPassword(password).and_then([&](const QString &hash) { return setPasswordHash(agent, hash); });
}

Result<void> Store::setPasswordHash(const AgentId &agent, const QString &hash, const QString &kept)
{
    return write([&](Writer &writer) {
        const AgentId actor = kept.isEmpty() ? AgentId() : agent;
        return store::setPasswordHash(writer.database(), agent, hash, m_clock.now())
            .and_then([&] { return endSessions(writer, agent, kept); })
            .and_then([&] { return writeAudit(writer, {AuditAction::ChangePassword, actor, agent}); });
    });
}

Result<void> Store::setActive(const AgentId &agent, bool active)
{
    return write([&](Writer &writer) -> Result<void> {
        auto found = writer.find<Agent>(agent);
        if (!found) return tl::unexpected(found.error());
        if (!*found) return fail(Code::NotFound, u"agent"_s);
        (*found)->active = active;
        if (auto put = writer.put(**found); !put) return tl::unexpected(put.error());
        const auto action = active ? AuditAction::EnableAgent : AuditAction::DisableAgent;
        return writeAudit(writer, {action, {}, agent}).and_then([&] {
            return active ? Result<void>() : endSessions(writer, agent);
        });
    });
}

} // namespace akwaba::store
