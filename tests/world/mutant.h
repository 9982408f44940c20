// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QStringList>

#include <memory>

namespace akwaba::world {

class WorldServer;

/// A planted bug, sitting between a console and the server; the product knows none of them. Each stands for a mistake
/// that others made (sync.md 7), and the properties must find it.
class Mutant {
public:
    Mutant() = default;
    virtual ~Mutant() = default;
    Q_DISABLE_COPY_MOVE(Mutant)

    /// Changes a JMAP request on its way to the server.
    virtual QJsonObject request(QJsonObject jmap) { return jmap; }
    /// Changes the answer on its way back.
    virtual QJsonObject response(QJsonObject jmap) { return jmap; }
    /// True where the console's outbox does not survive a restart.
    [[nodiscard]] virtual bool dropsOutbox() const { return false; }
};

/// Those that dice find.
[[nodiscard]] QStringList mutantNames();
/// Those that take a restore, and a console with nothing else to say after it.
[[nodiscard]] QStringList restoreMutantNames();
/// Null for an unknown name.
[[nodiscard]] std::unique_ptr<Mutant> makeMutant(const QString &name, WorldServer &server);

} // namespace akwaba::world
