// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ticket/picturereading.h"

#include <QBuffer>
#include <QImageReader>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

constexpr qint64 mostPixels = 25'000'000;
constexpr int mostMegabytes = 256; // what a reader may allocate: more than 25 megapixels need

bool isOnlyAPicture(const QByteArray &format)
{
    constexpr std::array formats{"png", "jpeg", "jpg", "gif", "webp", "bmp"};
    return std::ranges::any_of(formats, [&format](const char *known) { return format == known; });
}

} // namespace

Result<QImage> readPicture(const QByteArray &content, int widest)
{
    QBuffer buffer;
    buffer.setData(content);
    buffer.open(QIODevice::ReadOnly);
    QImageReader::setAllocationLimit(mostMegabytes);
    QImageReader reader(&buffer);
    reader.setDecideFormatFromContent(true);
    reader.setAutoTransform(true);
    if (!isOnlyAPicture(QImageReader::imageFormat(&buffer))) return fail(Code::Unsupported, u"no picture"_s);
    const QSize size = reader.size();
    if (!size.isValid() || size.isEmpty()) return fail(Code::Corrupt, u"a picture without a size"_s);
    if (qint64(size.width()) * size.height() > mostPixels) return fail(Code::Unsupported, u"too many pixels"_s);
    if (size.width() > widest)
        reader.setScaledSize({widest, std::max(1, int(qint64(size.height()) * widest / size.width()))});
    const QImage image = reader.read();
    if (image.isNull()) return fail(Code::Corrupt, u"a picture that can't be read"_s);
    return image;
}

} // namespace akwaba
