// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

#include <chrono>

namespace akwaba {

/// Where time comes from. Everything that needs it is given a Clock, so that tests and the simulator own time.
class Clock {
public:
    Clock() = default;
    virtual ~Clock() = default;
    Q_DISABLE_COPY_MOVE(Clock)

    /// Wall clock, UTC, milliseconds. May jump.
    [[nodiscard]] virtual QDateTime now() const = 0;
    /// Never goes back; its zero means nothing.
    [[nodiscard]] virtual std::chrono::milliseconds monotonic() const = 0;
};

class SystemClock final : public Clock {
public:
    [[nodiscard]] QDateTime now() const override;
    [[nodiscard]] std::chrono::milliseconds monotonic() const override;
};

/// Another clock, put forward: the server's, as far as this machine knows it (sla.md rule 27).
class ShiftedClock final : public Clock {
public:
    explicit ShiftedClock(const Clock &clock) : m_clock(clock) { }
    [[nodiscard]] QDateTime now() const override { return m_clock.now().addMSecs(m_by.count()); }
    [[nodiscard]] std::chrono::milliseconds monotonic() const override { return m_clock.monotonic(); }
    void setShift(std::chrono::milliseconds by) { m_by = by; }

private:
    const Clock &m_clock;
    std::chrono::milliseconds m_by{0};
};

/// A clock that stands still until told otherwise. For tests and the simulator.
class ManualClock final : public Clock {
public:
    explicit ManualClock(QDateTime start) : m_now(std::move(start)) { }
    [[nodiscard]] QDateTime now() const override { return m_now; }
    [[nodiscard]] std::chrono::milliseconds monotonic() const override { return m_elapsed; }
    void advance(std::chrono::milliseconds by)
    {
        m_now = m_now.addMSecs(by.count());
        m_elapsed += by;
    }
    /// A jump of the wall clock alone, as after a power cut with an empty battery.
    void jump(std::chrono::milliseconds by) { m_now = m_now.addMSecs(by.count()); }

private:
    QDateTime m_now;
    std::chrono::milliseconds m_elapsed{0};
};

} // namespace akwaba
