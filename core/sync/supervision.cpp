// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/supervision.h"

#include "core/domain/livefiguresfields.h"
#include "core/protocol/codec.h"

using namespace Qt::StringLiterals;

namespace akwaba {

Supervision::Supervision(const ServerAddress &server, const QByteArray &token)
    : m_server(server, token, u"/supervision"_s)
{
}

QFuture<Result<LiveFigures>> Supervision::live()
{
    return m_server.ask<LiveFigures>("GET", u"/live"_s, {}, [](const QJsonObject &object) {
        return fromJson<LiveFigures>(object).map_error(
            [](const Error &error) { return Error{Code::Protocol, error.detail}; });
    });
}

} // namespace akwaba
