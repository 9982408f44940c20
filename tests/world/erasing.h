// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "consoleimage.h"
#include "properties.h"

namespace akwaba::world {

/// What was looked for in the files of consoles, and what came of it.
struct ErasureFigures {
    qint64 erasures = 0;
    qint64 revocations = 0;
    qint64 devices = 0; // answers to both, each of a device
    qint64 byteClean = 0; // of them
    qint64 scans = 0; // of all files of a console: one at each of its answers, and one at the end
    qint64 files = 0; // in them
    qint64 bytes = 0;
    qint64 needles = 0; // looked for in them
    qint64 before = 0; // needles that lay in files before their erasure
    qint64 blobs = 0; // files of attachments that lay there
    qint64 remnants = 0; // of all that after it

    void add(const ErasureFigures &other);
};

/// Whoever was erased in a world, and what he and others had written of him (P7). From its making on each console is
/// searched at the moment in which it says that it has done what it was asked for. Whatever its disks do not fail.
class Erasures {
public:
    explicit Erasures(FakeWorld &world);
    Q_DISABLE_COPY_MOVE(Erasures)

    /// Erases a customer who was not yet. What is known of him, and `unsent` of it, is looked for in every console's
    /// files first, where all of it has to be found that is shown there, or the search that finds nothing afterwards
    /// would prove nothing. Returns his tickets.
    QStringList erase(const CustomerId &customer, const QStringList &unsent = {});
    /// P7: every device has answered, and in none of its files is anything of anybody who was erased.
    void check();
    /// Those who are left to be erased, and of whom there is something.
    [[nodiscard]] static QList<Customer> candidates(FakeWorld &world);
    [[nodiscard]] const ErasureFigures &figures() const { return m_figures; }

private:
    struct Texts {
        QStringList bodies; // cut into pieces
        QStringList whole;
    };

    [[nodiscard]] Texts textsOf(const Customer &customer, const QStringList &tickets) const;
    void lookBefore(const Texts &texts);
    void acknowledging(int console, const QString &erasure);
    void checkServer();
    void search(int console, Pieces &pieces, const QString &erasure); // empty: at the end
    void checkBlobs(const WorldConsole &console, Pieces &pieces);
    void remains(const QString &what);

    FakeWorld &m_world;
    QHash<QString, Texts> m_erased; // by the erasure
    QHash<int, QHash<QString, KeptFile>> m_blobs; // by console and name: all that lay there when somebody was erased
    ErasureFigures m_figures;
};

} // namespace akwaba::world
