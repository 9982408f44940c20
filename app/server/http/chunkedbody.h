// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace akwaba::http {

/// How far a body has come: what was taken in of the bytes, and the status to refuse it with, or 0.
struct BodyProgress {
    qsizetype consumed = 0;
    int refusal = 0;
};

/// Reads a chunked body (RFC 9112 7.1) out of pieces that begin and end anywhere, which makes no difference to what is
/// read or refused. Extensions and trailers are read over. Whatever another parser might take for the end of a line
/// within one is refused: there a request of somebody else's making would begin.
class ChunkedBody {
public:
    /// Appends to `body` what the bytes hold of it; 413 for a chunk with which it would be longer than `limit`. What is
    /// not consumed is shown again, with more behind it.
    [[nodiscard]] BodyProgress read(QByteArrayView bytes, QByteArray &body, qsizetype limit);
    [[nodiscard]] bool isComplete() const { return m_awaits == Awaits::Nothing; }

private:
    enum class Awaits { Size, Data, EndOfData, Trailer, Nothing };

    /// Does what comes next with the first of the bytes; consumes none where they are too few.
    [[nodiscard]] BodyProgress step(QByteArrayView bytes, QByteArray &body, qsizetype limit);
    [[nodiscard]] BodyProgress readData(QByteArrayView bytes, QByteArray &body);
    [[nodiscard]] BodyProgress readLine(QByteArrayView bytes, qsizetype room);
    [[nodiscard]] int beginChunk(QByteArrayView line, qsizetype room);
    [[nodiscard]] int readTrailer(QByteArrayView line);

    Awaits m_awaits = Awaits::Size;
    qsizetype m_left = 0; // of the chunk
};

} // namespace akwaba::http
