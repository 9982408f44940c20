// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/config/config.h"
#include "app/server/config/toml.h"

#include <functional>

/// Everything that may stand in a configuration file, said once: reading, the words for a mistake, check-config and
/// the sample file follow from it.
namespace akwaba::config {

/// How a value of some type goes into its place.
template <class Target> struct Kind {
    std::function<bool(Target &, const Value &)> take; ///< false where it is not what the key wants
    std::function<Value(Target)> get; ///< as it stands now; nothing where it is not set
    QString wants; ///< what a value must be, in words
};

template <class Target> struct Key {
    QString name;
    Kind<Target> kind;
    QString says; ///< for who writes the file
    QString example; ///< as TOML, where there is no default to show
};

/// The keys under one heading; the first heading is empty.
struct Heading {
    QString name;
    QString says;
    QList<Key<ServerConfig>> keys;
};

[[nodiscard]] const QList<Heading> &headings();
/// Of each [imap.NAME].
[[nodiscard]] const QList<Key<ImapAccount>> &mailboxKeys();

} // namespace akwaba::config
