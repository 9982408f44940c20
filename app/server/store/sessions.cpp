// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/sessions.h"

#include "app/server/store/audit.h"
#include "app/server/store/credentials.h"
#include "app/server/store/devicekeys.h"
#include "app/server/store/snapshot.h"
#include "app/server/store/writer.h"
#include "core/base/clock.h"
#include "core/database/statement.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace akwaba::store {

namespace {

Result<QHash<QString, QDateTime>> firstTokens(Database &database, const AgentId &agent)
{
    QHash<QString, QDateTime> created;
    Statement select(database, u"SELECT device, MIN(created_at) FROM tokens WHERE agent = ? GROUP BY device"_s);
    return select.bind(0, agent.value)
        .forEach([&created](const Statement &row) { created.insert(row.text(0), row.instant(1)); })
        .map([&created] { return std::move(created); });
}

} // namespace

Result<void> endSessions(Writer &writer, const AgentId &agent, const QString &kept)
{
    const auto devices = devicesWithTokens(writer.database(), agent, kept);
    if (!devices) return tl::unexpected(devices.error());
    if (auto done = revokeTokensOf(writer.database(), agent, kept, writer.clock().now()); !done) return done;
    for (const DeviceId &device : *devices) {
        if (auto done = writer.touch<Device>(device); !done) return done;
    }
    return {};
}

Result<void> logOut(Writer &writer, const QString &token)
{
    const auto row = tokenRow(writer.database(), token);
    if (!row) return tl::unexpected(row.error());
    return revokeToken(writer.database(), token, writer.clock().now())
        .and_then([&] { return writer.touch<Device>(row->device); })
        .and_then([&] { return writeAudit(writer, {AuditAction::LogOut, row->agent, row->agent, row->device}); });
}

Result<void> revokeDevice(Writer &writer, const DeviceId &device, const AgentId &by)
{
    auto found = writer.find<Device>(device);
    if (!found) return tl::unexpected(found.error());
    if (!*found) return fail(Code::NotFound, u"device"_s);
    (*found)->state = DeviceState::Revoked;
    return revokeTokensOf(writer.database(), device, writer.clock().now())
        .and_then([&] { return destroyKeys(writer, device); })
        .and_then([&] { return writer.put(**found); })
        .and_then([&](const Device &revoked) {
            return writeAudit(writer, {AuditAction::RevokeDevice, by, revoked.agent, device});
        });
}

Result<QList<KnownDevice>> devicesOf(const Snapshot &snapshot, const AgentId &agent)
{
    const auto created = firstTokens(snapshot.database(), agent);
    if (!created) return tl::unexpected(created.error());
    const auto all = snapshot.all<Device>();
    if (!all) return tl::unexpected(all.error());
    QList<KnownDevice> devices;
    for (const Device &device : *all) {
        if (device.agent == agent) devices.append({device, created->value(device.id.value)});
    }
    std::ranges::sort(devices, std::greater<>(), [](const KnownDevice &known) { return known.device.lastSeenAt; });
    return devices;
}

} // namespace akwaba::store
