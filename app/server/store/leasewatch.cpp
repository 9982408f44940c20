// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/leasewatch.h"

#include "app/server/store/devicekeys.h"
#include "app/server/store/store.h"

#include <QLoggingCategory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Q_LOGGING_CATEGORY(lcLeases, "akwaba.store.leases")

namespace akwaba::store {

LeaseWatch::LeaseWatch(Store &store, QObject *parent) : QObject(parent), m_store(store)
{
    m_timer.setInterval(1h);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        if (const auto done = look(); !done) qCWarning(lcLeases).noquote() << codeName(done.error().code);
    });
}

void LeaseWatch::start() { m_timer.start(); }

Result<void> LeaseWatch::look()
{
    return m_store.write([](Writer &writer) { return destroyOverdueKeys(writer); });
}

} // namespace akwaba::store
