// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>

#include <csignal>

#include <sys/prctl.h>

namespace akwaba::bench {

/// What a benchmark starts ends with it, also when it ends by a failure. To be called before the start.
inline void endWithMe(QProcess &process)
{
    process.setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGTERM); });
}

} // namespace akwaba::bench
