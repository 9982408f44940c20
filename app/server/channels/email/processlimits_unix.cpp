// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/channels/email/processlimits.h"

#include <QProcess>

#include <sys/resource.h>

namespace akwaba::mail {

void limitProcess(QProcess &process)
{
    process.setChildProcessModifier([] {
        const rlimit memory{1UL << 30, 1UL << 30};
        const rlimit seconds{10, 10};
        const rlimit files{0, 0}; // nothing is written
        setrlimit(RLIMIT_AS, &memory);
        setrlimit(RLIMIT_CPU, &seconds);
        setrlimit(RLIMIT_FSIZE, &files);
    });
}

} // namespace akwaba::mail
