// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/config/keys.h"
#include "app/server/config/reading.h"

using namespace Qt::StringLiterals;

namespace akwaba::config {

namespace {

/// A key with its meaning; what has to be given stands there, the rest is commented out at its default.
template <class Target> QString sampleOf(const Key<Target> &key, bool isNeeded)
{
    const QString value = key.example.isEmpty() ? literal(key.kind.get(Target())) : key.example;
    return u"# %1\n%2%3 = %4\n"_s.arg(key.says, isNeeded ? QString() : u"#"_s, key.name, value);
}

} // namespace

QString sampleFile()
{
    QString file = u"# The configuration of akwaba-server, TOML. What is commented out shows the default, or an\n"
                   "# example where there is none. \"akwaba-server check-config FILE\" tells every mistake.\n\n"_s;
    for (const Heading &heading : headings()) {
        if (!heading.name.isEmpty()) file += u"\n# %1\n[%2]\n"_s.arg(heading.says, heading.name);
        for (const Key<ServerConfig> &key : heading.keys)
            file += sampleOf(key, key.name == u"data");
    }
    file += u"\n# one mailbox that is polled; as many as wanted, each with a name of its own\n#[imap.support]\n"_s;
    for (const Key<ImapAccount> &key : mailboxKeys())
        file += sampleOf(key, false);
    return file;
}

} // namespace akwaba::config
