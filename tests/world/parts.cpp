// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "parts.h"

#include <QCoreApplication>

namespace akwaba::world {

using namespace Qt::StringLiterals;

Parts::Parts(int processes, const QStringList &arguments)
{
    for (int part = 0; part < processes; ++part) {
        auto process = std::make_unique<QProcess>();
        process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process->start(QCoreApplication::applicationFilePath(),
                       arguments + QStringList{u"--part"_s, QString::number(part)}, QIODevice::ReadOnly);
        m_processes.push_back(std::move(process));
    }
}

Parts::~Parts()
{
    for (const auto &process : m_processes) {
        process->kill();
        process->waitForFinished();
    }
}

std::optional<QByteArray> Parts::next()
{
    QProcess &process = *m_processes[m_turn];
    m_turn = (m_turn + 1) % m_processes.size();
    while (!process.canReadLine()) {
        if (!process.waitForReadyRead(-1)) return std::nullopt;
    }
    return process.readLine();
}

} // namespace akwaba::world
