// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/processsignals.h"

#include <array>

#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace akwaba {

namespace {

// A signal handler may touch nothing but this (signal-safety(7)).
std::array<int, 2> ends{-1, -1};

constexpr std::array handled{SIGTERM, SIGINT, SIGHUP};

void wake(int number)
{
    const char byte = static_cast<char>(number);
    [[maybe_unused]] const auto written = write(ends[1], &byte, 1);
}

} // namespace

ProcessSignals::ProcessSignals(QObject *parent) : QObject(parent)
{
    if (pipe2(ends.data(), O_CLOEXEC | O_NONBLOCK) != 0) return;
    m_notifier = std::make_unique<QSocketNotifier>(ends[0], QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, [this] { receive(); });
    // A file that may not grow further is a full disk to us, told by write(), and no reason to die.
    std::signal(SIGXFSZ, SIG_IGN);
    struct sigaction action = {};
    action.sa_handler = wake;
    action.sa_flags = SA_RESTART;
    for (const int number : handled)
        sigaction(number, &action, nullptr);
}

void ProcessSignals::receive()
{
    char number = 0;
    while (read(ends[0], &number, 1) > 0) {
        if (number == SIGHUP)
            Q_EMIT reloadRequested();
        else
            Q_EMIT terminationRequested();
    }
}

ProcessSignals::~ProcessSignals()
{
    for (const int number : handled)
        std::signal(number, SIG_DFL);
    close(ends[0]);
    close(ends[1]);
}

} // namespace akwaba
