// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <utility>

namespace akwaba::http {

class Server;

/// Writes figures in the text format that Prometheus reads, version 0.0.4.
class Figures {
public:
    using Labels = QList<std::pair<QByteArray, QByteArray>>;

    /// Before the values of a family; `type` is counter, gauge or histogram.
    void family(const QByteArray &name, const QByteArray &type, const QByteArray &help);
    void value(const QByteArray &name, const Labels &labels, double value);
    /// A family of one value.
    void single(const QByteArray &name, const QByteArray &type, const QByteArray &help, double value);

    [[nodiscard]] QByteArray text() const { return m_text; }

private:
    QByteArray m_text;
};

/// What a server of ours did and has open now.
void addFigures(Figures &figures, const Server &server);

} // namespace akwaba::http
