// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QStringList>

/// What a program answered.
struct Ran {
    int exit = -1; // -1: it crashed or did not end
    QByteArray out;
    QByteArray err;
};

inline QString programPath(const QString &name) { return qEnvironmentVariable("AKWABA_BIN_DIR") + u'/' + name; }

/// One of our programs from its start to its end.
inline Ran run(const QStringList &arguments, const QByteArray &input = {},
               const QString &program = QStringLiteral("akwaba-server"))
{
    QProcess process;
    process.start(programPath(program), arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(60000) || process.exitStatus() != QProcess::NormalExit) return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}
