// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDate>
#include <QList>
#include <QString>
#include <QStringList>

#include <tl/expected.hpp>

#include <variant>

/// TOML as values of Qt, so that the library behind it, which is heavy, is compiled once.
namespace akwaba::config {

/// What is wrong in a file, for its operator. Line 0 is the whole of it.
struct Mistake {
    int line = 0;
    QString what;
};

/// Nothing stands for what no key of ours takes: floats, times, lists of other things than strings.
using Value = std::variant<std::monostate, QString, qint64, bool, QDate, QStringList>;

struct Entry {
    QString key;
    int line = 0;
    Value value;
};

/// What stands under one heading.
struct Section {
    QStringList path; // of [imap.sav]: imap, sav; of what stands above all headings: empty
    int line = 0;
    QList<Entry> entries;
};

/// The sections in the order of the file, the nameless one first. A file that is not TOML has one mistake: behind it
/// nobody knows what was meant.
[[nodiscard]] tl::expected<QList<Section>, Mistake> readToml(const QByteArray &content);

/// A value as TOML writes it.
[[nodiscard]] QString literal(const Value &value);

} // namespace akwaba::config
