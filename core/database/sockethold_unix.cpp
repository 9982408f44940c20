// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/sockethold.h"

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

namespace akwaba {

SocketHold::SocketHold(qintptr socket) : m_handle(fcntl(static_cast<int>(socket), F_DUPFD_CLOEXEC, 0)) { }

SocketHold::~SocketHold()
{
    if (isValid()) close(static_cast<int>(m_handle));
}

void SocketHold::shutDown() const { shutdown(static_cast<int>(m_handle), SHUT_RDWR); }

} // namespace akwaba
