// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QString>

/// The functions of a program or library that was not stripped, by their addresses in it. Read when first asked for.
class Symbols {
public:
    explicit Symbols(QString file) : m_file(std::move(file)) { }

    /// Without its arguments and those of templates: "akwaba::Outbox::append". Empty where nothing is known.
    [[nodiscard]] QString function(quint64 address);

private:
    void read();

    QString m_file;
    QMap<quint64, QByteArray> m_names; // as the compiler wrote them
};
