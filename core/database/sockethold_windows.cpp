// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/sockethold.h"

#include <winsock2.h>

namespace akwaba {

namespace {

/// Sockets are not duplicated as other handles are: there may be layers between them and the system.
qintptr secondHandle(qintptr socket)
{
    WSAPROTOCOL_INFOW description{};
    if (WSADuplicateSocketW(static_cast<SOCKET>(socket), GetCurrentProcessId(), &description) != 0) return -1;
    return static_cast<qintptr>(WSASocketW(FROM_PROTOCOL_INFO, FROM_PROTOCOL_INFO, FROM_PROTOCOL_INFO, &description, 0,
                                           WSA_FLAG_NO_HANDLE_INHERIT));
}

} // namespace

static_assert(static_cast<qintptr>(INVALID_SOCKET) == -1);

SocketHold::SocketHold(qintptr socket) : m_handle(secondHandle(socket)) { }

SocketHold::~SocketHold()
{
    if (isValid()) closesocket(static_cast<SOCKET>(m_handle));
}

void SocketHold::shutDown() const { shutdown(static_cast<SOCKET>(m_handle), SD_BOTH); }

} // namespace akwaba
