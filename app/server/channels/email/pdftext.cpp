// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/channels/email/pdftext.h"

#include "app/server/channels/email/processlimits.h"

#include <QDeadlineTimer>
#include <QProcess>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace akwaba::mail {

namespace {

constexpr qsizetype longestText = 16 * 1024 * 1024; // of a book of some 5000 pages
constexpr auto longestWait = 10s;

} // namespace

Result<QString> textOfPdf(const QByteArray &pdf)
{
    QProcess process;
    process.setStandardErrorFile(QProcess::nullDevice());
    limitProcess(process);
    process.start(u"pdftotext"_s, {u"-q"_s, u"-enc"_s, u"UTF-8"_s, u"-"_s, u"-"_s});
    if (!process.waitForStarted()) return fail(Code::Unsupported, u"pdftotext is missing: install poppler-utils"_s);
    process.write(pdf);
    process.closeWriteChannel();
    const QDeadlineTimer deadline(longestWait);
    QByteArray text;
    while (text.size() < longestText && process.waitForReadyRead(int(deadline.remainingTime())))
        text += process.readAllStandardOutput();
    const bool hasEnded = process.state() == QProcess::NotRunning
        || (text.size() < longestText && process.waitForFinished(int(deadline.remainingTime())));
    if (!hasEnded) {
        process.kill();
        process.waitForFinished();
    }
    text += process.readAllStandardOutput();
    // What was read of one that took too long is better than nothing.
    if (text.isEmpty() && (!hasEnded || process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0))
        return fail(Code::BadInput, u"a PDF that can't be read"_s);
    return QString::fromUtf8(text);
}

} // namespace akwaba::mail
