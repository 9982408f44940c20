// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/commands/usersessions.h"

#include "app/server/store/secondfactor.h"

using namespace Qt::StringLiterals;

namespace akwaba::commands {

Result<void> resetSecondFactor(store::Store &store, const AgentId &agent)
{
    return store.write([&agent](store::Writer &writer) {
        return store::removeSecondFactor(writer, agent).and_then([](bool there) -> Result<void> {
            return there ? Result<void>() : fail(Code::NotFound, u"he has no second factor"_s);
        });
    });
}

} // namespace akwaba::commands
