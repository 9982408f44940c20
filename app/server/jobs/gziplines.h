// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QSaveFile>

#include <memory>
#include <optional>

namespace akwaba::jobs {

/// A compressed file of lines, which is there, and on the disk, only once it was finished.
class GzipLineWriter {
public:
    explicit GzipLineWriter(const QString &path);
    ~GzipLineWriter();
    Q_DISABLE_COPY_MOVE(GzipLineWriter)

    [[nodiscard]] Result<void> write(const QByteArray &line);
    [[nodiscard]] Result<void> finish();

private:
    struct Stream;
    [[nodiscard]] Result<void> deflate(const QByteArray &bytes, bool last);

    QSaveFile m_file;
    std::unique_ptr<Stream> m_stream;
};

/// Reads it back. Code::Corrupt for a file that was cut or changed.
class GzipLineReader {
public:
    explicit GzipLineReader(const QString &path);
    ~GzipLineReader();
    Q_DISABLE_COPY_MOVE(GzipLineReader)

    /// Nothing at the end.
    [[nodiscard]] Result<std::optional<QByteArray>> next();

private:
    struct File;
    std::unique_ptr<File> m_file;
};

} // namespace akwaba::jobs
