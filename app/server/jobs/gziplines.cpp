// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/jobs/gziplines.h"

#include <QFile>

#include <array>

#include <zlib.h>

using namespace Qt::StringLiterals;

namespace akwaba::jobs {

namespace {

constexpr int gzipWindow = 15 + 16; // zlib's largest, with the head of a gzip file
constexpr int memoryLevel = 8;
using Piece = std::array<char, 64 * 1024>; // kept from line to line: to clear one takes longer than most lines

} // namespace

struct GzipLineWriter::Stream {
    z_stream z{};
    bool open = false;
    Piece output{};
};

GzipLineWriter::GzipLineWriter(const QString &path) : m_file(path), m_stream(std::make_unique<Stream>())
{
    m_stream->open = m_file.open(QIODevice::WriteOnly)
        && deflateInit2(&m_stream->z, Z_DEFAULT_COMPRESSION, Z_DEFLATED, gzipWindow, memoryLevel, Z_DEFAULT_STRATEGY)
            == Z_OK;
}

GzipLineWriter::~GzipLineWriter()
{
    if (m_stream->open) deflateEnd(&m_stream->z);
}

Result<void> GzipLineWriter::deflate(const QByteArray &bytes, bool last)
{
    if (!m_stream->open) return fail(Code::Io, u"can't write %1"_s.arg(m_file.fileName()));
    QByteArray input = bytes; // zlib's interface has no const
    Piece &output = m_stream->output;
    z_stream &z = m_stream->z;
    z.next_in = reinterpret_cast<Bytef *>(input.data());
    z.avail_in = static_cast<uInt>(input.size());
    do {
        z.next_out = reinterpret_cast<Bytef *>(output.data());
        z.avail_out = static_cast<uInt>(output.size());
        (void)::deflate(&z, last ? Z_FINISH : Z_NO_FLUSH);
        const auto made = static_cast<qint64>(output.size() - z.avail_out);
        if (m_file.write(output.data(), made) != made)
            return fail(m_file.error() == QFileDevice::ResourceError ? Code::DiskFull : Code::Io, m_file.fileName());
    } while (z.avail_out == 0);
    return {};
}

Result<void> GzipLineWriter::write(const QByteArray &line) { return deflate(line + '\n', false); }

Result<void> GzipLineWriter::finish()
{
    return deflate({}, true).and_then([this]() -> Result<void> {
        if (m_file.commit()) return {};
        return fail(m_file.error() == QFileDevice::ResourceError ? Code::DiskFull : Code::Io, m_file.fileName());
    });
}

struct GzipLineReader::File {
    gzFile file = nullptr;
    QString path;
    Piece piece{};
};

GzipLineReader::GzipLineReader(const QString &path) : m_file(std::make_unique<File>())
{
    m_file->path = path;
    m_file->file = gzopen(QFile::encodeName(path).constData(), "rb");
}

GzipLineReader::~GzipLineReader()
{
    if (m_file->file != nullptr) gzclose(m_file->file);
}

Result<std::optional<QByteArray>> GzipLineReader::next()
{
    if (m_file->file == nullptr) return fail(Code::NotFound, m_file->path);
    QByteArray line;
    Piece &piece = m_file->piece;
    while (gzgets(m_file->file, piece.data(), static_cast<int>(piece.size())) != nullptr) {
        line += piece.data();
        if (!line.endsWith('\n')) continue;
        line.chop(1);
        return std::optional(std::move(line));
    }
    int error = Z_OK;
    (void)gzerror(m_file->file, &error);
    const bool whole = error == Z_OK || error == Z_STREAM_END;
    if (!whole || !line.isEmpty()) return fail(Code::Corrupt, m_file->path);
    return std::optional<QByteArray>();
}

} // namespace akwaba::jobs
