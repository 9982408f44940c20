// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <chrono>

namespace akwaba::http {

/// One request and its answer, as figures and the access log know it: nothing that says who it was or what about. The
/// route is the pattern, never the path; a method or path that is none of ours is "-".
struct Exchange {
    QByteArray method = "-";
    QString route = QStringLiteral("-");
    int status = 0;
    qint64 bytes = 0; ///< of the answer, head included
    std::chrono::milliseconds took{0}; ///< from the whole request to the whole answer, without the wire
    QByteArray principal; ///< Response::principal
};

} // namespace akwaba::http
