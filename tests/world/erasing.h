// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "properties.h"

namespace akwaba::world {

/// What was looked for in the files of consoles, and what came of it.
struct ErasureFigures {
    qint64 erasures = 0;
    qint64 revocations = 0;
    qint64 devices = 0; // answers to both, each of a device
    qint64 byteClean = 0; // of them
    qint64 files = 0; // scanned at the end
    qint64 bytes = 0;
    qint64 before = 0; // texts found in files before their erasure
    qint64 remnants = 0; // and after it

    void add(const ErasureFigures &other);
};

/// Whoever was erased in a world, and what he and others had written of him (P7).
class Erasures {
public:
    /// Erases a customer who was not yet. What is known of him is looked for in every console's files first, where it
    /// has to be found, or the search that finds nothing afterwards would prove nothing. Returns his tickets.
    QStringList erase(FakeWorld &world, const CustomerId &customer);
    /// P7: every device has answered, and in none of its files is anything of anybody who was erased.
    void check(FakeWorld &world);
    /// Those who are left to be erased, and of whom there is something.
    [[nodiscard]] static QList<Customer> candidates(FakeWorld &world);
    [[nodiscard]] const ErasureFigures &figures() const { return m_figures; }

private:
    QStringList m_texts;
    ErasureFigures m_figures;
};

} // namespace akwaba::world
