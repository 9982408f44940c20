// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/http/gzip.h"

#include <array>

#include <zlib.h>

namespace akwaba::http {

namespace {

constexpr int gzipWindow = 15 + 16; // the largest window, with gzip's own header instead of zlib's

Bytef *bytesOf(const QByteArray &data) { return reinterpret_cast<Bytef *>(const_cast<char *>(data.constData())); }

/// Ends a stream of zlib however the function that uses it is left.
struct Inflater {
    z_stream stream{};
    bool open = inflateInit2(&stream, gzipWindow) == Z_OK;
    Inflater() = default;
    Q_DISABLE_COPY_MOVE(Inflater)
    ~Inflater()
    {
        if (open) inflateEnd(&stream);
    }
};

} // namespace

QByteArray gzip(const QByteArray &plain)
{
    z_stream stream{};
    if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, gzipWindow, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        qFatal("zlib cannot start");
    QByteArray packed(qsizetype(deflateBound(&stream, static_cast<uLong>(plain.size()))), Qt::Uninitialized);
    stream.next_in = bytesOf(plain);
    stream.avail_in = static_cast<uInt>(plain.size());
    stream.next_out = reinterpret_cast<Bytef *>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    const int end = deflate(&stream, Z_FINISH);
    Q_ASSERT(end == Z_STREAM_END);
    Q_UNUSED(end)
    packed.truncate(qsizetype(stream.total_out));
    deflateEnd(&stream);
    return packed;
}

Result<QByteArray> gunzip(const QByteArray &packed, qsizetype limit)
{
    Inflater inflater;
    if (!inflater.open) return fail(Code::Internal, QStringLiteral("zlib cannot start"));
    z_stream &stream = inflater.stream;
    stream.next_in = bytesOf(packed);
    stream.avail_in = static_cast<uInt>(packed.size());
    QByteArray plain;
    std::array<char, 16 * 1024> piece{};
    for (;;) {
        stream.next_out = reinterpret_cast<Bytef *>(piece.data());
        stream.avail_out = static_cast<uInt>(piece.size());
        const int step = inflate(&stream, Z_NO_FLUSH);
        if (step != Z_OK && step != Z_STREAM_END) return fail(Code::BadInput, QStringLiteral("gzip is damaged"));
        plain.append(piece.data(), qsizetype(piece.size() - stream.avail_out));
        if (plain.size() > limit) return fail(Code::Unsupported, QStringLiteral("gzip inflates beyond the limit"));
        if (step == Z_STREAM_END)
            return stream.avail_in == 0 ? Result<QByteArray>(plain)
                                        : fail(Code::BadInput, QStringLiteral("bytes behind the end of gzip"));
    }
}

} // namespace akwaba::http
