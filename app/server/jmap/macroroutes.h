// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/http/router.h"
#include "app/server/jmap/door.h"

namespace akwaba::store {
class Store;
}

namespace akwaba::jmap {

/// The company's text modules and macros, for administrators and supervisors; what they are comes with the sync. POST
/// /admin/textmodules/set with {textModule, ifRev} and /admin/macros/set with {macro, ifRev} make a new one, where it
/// has no id, or another of the one with that id, and answer it as it is then. 409 where `ifRev` is not its rev, 400
/// with {flaw}, the name of a MacroFlaw, where it is not as it has to be. Nothing is deleted: `active` false retires
/// it. Registers itself in the router and must outlive it.
class MacroRoutes {
public:
    MacroRoutes(http::Router &router, store::Store &store, const Door &door);
    Q_DISABLE_COPY_MOVE(MacroRoutes)

private:
    template <class T> [[nodiscard]] http::Response set(const http::Request &request, const QString &member) const;

    store::Store &m_store;
    const Door m_door;
};

} // namespace akwaba::jmap
