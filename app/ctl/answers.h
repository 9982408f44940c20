// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>

#include <functional>
#include <optional>

class QCommandLineParser;

/// How the words of `akwabactl` answer: one JSON object a line.
namespace akwaba::ctl {

void sayObject(const QJsonObject &object);
[[nodiscard]] QJsonObject badInput(const QString &message);
/// Each line of standard input is an object; its answer is said before the next is read. Ok.
[[nodiscard]] int answerLines(const std::function<QJsonObject(const QJsonObject &)> &answer);
/// Nothing where the word is to be run; else what it ends with, after what was wrong or asked for was said.
[[nodiscard]] std::optional<int> parsed(QCommandLineParser &parser, const QStringList &arguments);

} // namespace akwaba::ctl
