// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/soak/processuse.h"

#include <QFile>

#include <filesystem>

using namespace Qt::StringLiterals;

ProcessUse ProcessUse::of(qint64 pid)
{
    const QString folder = u"/proc/%1/"_s.arg(pid);
    ProcessUse use;
    std::error_code error;
    const std::filesystem::directory_iterator descriptors(QString(folder + u"fd"_s).toStdString(), error);
    use.descriptors = std::distance(begin(descriptors), end(descriptors));
    QFile status(folder + u"status"_s);
    if (!status.open(QIODevice::ReadOnly)) return use;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmRSS:")) use.residentKb = line.simplified().split(' ').value(1).toLongLong();
    }
    return use;
}

ProcessUse &ProcessUse::operator+=(const ProcessUse &other)
{
    residentKb += other.residentKb;
    descriptors += other.descriptors;
    return *this;
}
