// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <random>

namespace akwaba {

/// Where random numbers come from: the system in the programs, a seed in tests, the simulator and the demo.
class Random {
public:
    Random() = default;
    virtual ~Random() = default;
    Q_DISABLE_COPY_MOVE(Random)

    [[nodiscard]] virtual quint64 next() = 0;

    [[nodiscard]] QByteArray bytes(qsizetype count);
    /// Even over [0, limit); limit > 0.
    [[nodiscard]] quint64 below(quint64 limit) { return next() % limit; }
};

/// The system's generator, fit for keys and tokens.
class SystemRandom final : public Random {
public:
    [[nodiscard]] quint64 next() override;
};

/// The same numbers for the same seed, on every platform. Not for secrets.
class SeededRandom final : public Random {
public:
    explicit SeededRandom(quint64 seed) : m_engine(seed) { }
    [[nodiscard]] quint64 next() override { return m_engine(); }

private:
    std::mt19937_64 m_engine;
};

} // namespace akwaba
