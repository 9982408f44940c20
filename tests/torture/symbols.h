// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QString>

/// The functions of a program or library that was not stripped, by their addresses in it.
class Symbols {
public:
    explicit Symbols(const QString &file);

    /// Without its arguments and those of templates: "akwaba::Outbox::append". Empty where nothing is known.
    [[nodiscard]] QString function(quint64 address) const;

private:
    QMap<quint64, QByteArray> m_names; // as the compiler wrote them
};
