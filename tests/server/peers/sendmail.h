// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

/// Hands one mail to the mail server on this port of loopback, as any sender on the internet does. True when it was
/// taken.
[[nodiscard]] bool sendMail(quint16 port, const QByteArray &from, const QByteArray &to, const QByteArray &mail);
