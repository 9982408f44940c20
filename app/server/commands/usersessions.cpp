// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/commands/usersessions.h"

#include "app/server/commands/commands.h"
#include "app/server/store/audit.h"
#include "app/server/store/secondfactor.h"
#include "app/server/store/sessions.h"
#include "core/protocol/codec.h"

using namespace Qt::StringLiterals;

namespace akwaba::commands {

Result<void> resetSecondFactor(store::Store &store, const AgentId &agent)
{
    return store.write([&agent](store::Writer &writer) {
        return store::removeSecondFactor(writer, agent).and_then([&](bool there) -> Result<void> {
            if (!there) return fail(Code::NotFound, u"he has no second factor"_s);
            return store::writeAudit(writer, {store::AuditAction::ResetSecondFactor, {}, agent});
        });
    });
}

Result<void> listDevices(store::Store &store, const AgentId &agent)
{
    const auto devices =
        store.read().and_then([&agent](const store::Snapshot &snapshot) { return store::devicesOf(snapshot, agent); });
    if (!devices) return tl::unexpected(devices.error());
    for (const auto &[device, createdAt] : *devices) {
        // Name and version are what a console says of itself.
        say(QStringList{device.id.value, wireName(device.state), utcDate(createdAt), utcDate(device.lastSeenAt),
                        device.version.simplified(), device.name.simplified()}
                .join(u'\t'));
    }
    return {};
}

Result<void> revokeDevice(store::Store &store, const AgentId &agent, const DeviceId &device)
{
    return store.write([&](store::Writer &writer) -> Result<void> {
        const auto found = writer.find<Device>(device);
        if (!found) return tl::unexpected(found.error());
        if (!*found || (*found)->agent != agent) return fail(Code::NotFound, u"he has no such device"_s);
        return store::revokeDevice(writer, device, {});
    });
}

} // namespace akwaba::commands
