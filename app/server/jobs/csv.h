// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QStringList>

namespace akwaba::jobs {

/// One record of a CSV file; `line` is where it begins, from 1.
struct CsvRow {
    int line = 0;
    QHash<QString, QString> values; // by column

    [[nodiscard]] QString operator[](const QString &column) const { return values.value(column).trimmed(); }
};

/// A CSV file with a header (RFC 4180; UTF-8, with or without its mark; separated by commas or, as spreadsheets in
/// French do, by semicolons). Code::BadInput, in words, for bytes that are no UTF-8, for a quote without end, for a
/// record of another length than the header, and for a header that lacks one of `columns` or has others.
[[nodiscard]] Result<QList<CsvRow>> readCsv(const QByteArray &content, const QStringList &columns);

} // namespace akwaba::jobs
