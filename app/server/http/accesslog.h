// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/http/exchange.h"
#include "core/base/result.h"

#include <QFile>

#include <memory>

namespace akwaba {
class Clock;
}

namespace akwaba::http {

/// A line for each answer: when, method, route, status, bytes, milliseconds, device. Nothing in it leads to a person
/// but by the database (decisions/0002). A line that can't be written is lost: serving goes on.
class AccessLog {
public:
    explicit AccessLog(const Clock &clock) : m_clock(clock) { }

    /// A path, or "stderr". The same again after the file was moved away begins a new one; where that can't be made the
    /// old one stays in use.
    [[nodiscard]] Result<void> open(const QString &path);
    void write(const Exchange &exchange);

private:
    const Clock &m_clock;
    std::unique_ptr<QFile> m_file;
};

} // namespace akwaba::http
