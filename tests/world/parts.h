// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>

#include <memory>
#include <optional>
#include <vector>

namespace akwaba::world {

/// Several processes of this program, which share a list of things to do: each takes every so many-th and tells what
/// came of it on a line of its own. They are ended with this object.
class Parts {
public:
    /// `arguments` are this program's own; each process gets them and "--part" with its number, from 0 on.
    Parts(int processes, const QStringList &arguments);
    ~Parts();
    Q_DISABLE_COPY_MOVE(Parts)

    /// What is told of the next one of the list; waits for it. Nothing where its process ended over it: no other call
    /// then.
    [[nodiscard]] std::optional<QByteArray> next();

private:
    std::vector<std::unique_ptr<QProcess>> m_processes;
    std::size_t m_turn = 0;
};

} // namespace akwaba::world
