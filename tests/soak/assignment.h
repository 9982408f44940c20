// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/secrets.h"
#include "tests/server/endurance/company.h"

#include <QJsonObject>
#include <QUrl>

#include <chrono>

/// What a process with consoles is told first: one console for each seat of the company, with files of its own in the
/// folder. Travels as JSON.
struct Assignment {
    QUrl server;
    QString folder;
    std::chrono::milliseconds pace{0}; ///< between two things that an agent does, on average
    quint64 seed = 0;
    int first = 0; ///< number of the first console
    Company company;
    QList<akwaba::Secrets> secrets; ///< one for each seat
};

[[nodiscard]] QJsonObject toJson(const Assignment &assignment);
[[nodiscard]] Assignment assignmentFrom(const QJsonObject &object);

/// Where the n-th console of an assignment keeps its files, and what it needs to open them.
[[nodiscard]] QString cacheFileOf(const Assignment &assignment, int index);
[[nodiscard]] QString outboxFileOf(const Assignment &assignment, int index);

/// The text of a message, found nowhere else. `kind` is reply or note, `number` counts from 1.
[[nodiscard]] QString textOf(const QString &kind, qint64 number, int console);
