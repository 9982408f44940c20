// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/e2e/program.h"

#include <QDeadlineTimer>

#include <csignal>
#include <sys/prctl.h>

using namespace Qt::StringLiterals;

QString programPath(const QString &name) { return qEnvironmentVariable("AKWABA_BIN_DIR") + u'/' + name; }

QByteArray firstLine(QProcess &process, int ms)
{
    const QDeadlineTimer deadline(ms);
    while (!process.canReadLine() && !deadline.hasExpired()) {
        if (!process.waitForReadyRead(static_cast<int>(deadline.remainingTime()))) break;
    }
    return process.readLine().trimmed();
}

void endWithTest(QProcess &process)
{
    process.setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGKILL); });
}

bool end(QProcess &process)
{
    if (process.state() == QProcess::NotRunning) return true;
    process.terminate();
    if (process.waitForFinished(15000)) return process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    process.kill();
    process.waitForFinished();
    return false;
}
