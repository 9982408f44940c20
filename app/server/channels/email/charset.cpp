// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/channels/email/charset.h"

#include <QStringDecoder>

#include <iconv.h>

#include <array>
#include <cerrno>

namespace akwaba::mail {
namespace {

struct Alias {
    const char *label;
    const char *charset;
};

// The labels of encoding.spec.whatwg.org on which mail programs and iconv differ.
QByteArray charsetOf(const QByteArray &label)
{
    static constexpr std::array aliases{
        Alias{"iso-8859-1", "windows-1252"},
        Alias{"iso8859-1", "windows-1252"},
        Alias{"latin1", "windows-1252"},
        Alias{"l1", "windows-1252"},
        Alias{"us-ascii", "windows-1252"},
        Alias{"ascii", "windows-1252"},
        Alias{"ansi_x3.4-1968", "windows-1252"},
        Alias{"x-cp1252", "windows-1252"},
        Alias{"cp-1252", "windows-1252"},
        Alias{"iso-8859-9", "windows-1254"},
        Alias{"iso-8859-11", "windows-874"},
        Alias{"tis-620", "windows-874"},
        Alias{"gb2312", "gb18030"},
        Alias{"gbk", "gb18030"},
        Alias{"x-gbk", "gb18030"},
        Alias{"shift_jis", "cp932"},
        Alias{"shift-jis", "cp932"},
        Alias{"x-sjis", "cp932"},
        Alias{"ks_c_5601-1987", "cp949"},
        Alias{"euc-kr", "cp949"},
        Alias{"big5", "big5-hkscs"},
        Alias{"iso-8859-8-i", "iso-8859-8"},
        Alias{"unicode-1-1-utf-7", "utf-7"},
        Alias{"x-mac-roman", "macintosh"},
        Alias{"utf8", "utf-8"},
        Alias{"unicode-1-1-utf-8", "utf-8"},
    };
    const QByteArray lower = label.trimmed().toLower();
    for (const Alias &alias : aliases) {
        if (lower == alias.label) return alias.charset;
    }
    return lower;
}

class Converter {
public:
    explicit Converter(const QByteArray &charset) : m_handle(iconv_open("UTF-8", charset.constData())) { }
    ~Converter()
    {
        if (isValid()) iconv_close(m_handle);
    }
    Q_DISABLE_COPY_MOVE(Converter)

    // iconv_open says "no" with the pointer -1.
    [[nodiscard]] bool isValid() const { return reinterpret_cast<intptr_t>(m_handle) != -1; }

    [[nodiscard]] DecodedText convert(QByteArray bytes) const
    {
        DecodedText result;
        QByteArray utf8;
        char *in = bytes.data();
        size_t left = size_t(bytes.size());
        std::array<char, 8192> buffer{};
        while (left > 0) {
            char *out = buffer.data();
            size_t room = buffer.size();
            const bool stuck = iconv(m_handle, &in, &left, &out, &room) == size_t(-1) && errno != E2BIG;
            utf8.append(buffer.data(), out - buffer.data());
            if (stuck && left > 0) {
                utf8.append("\xEF\xBF\xBD");
                result.damaged = true;
                ++in;
                --left;
            }
        }
        std::array<char, 64> tail{};
        char *out = tail.data();
        size_t room = tail.size();
        iconv(m_handle, nullptr, nullptr, &out, &room);
        utf8.append(tail.data(), out - tail.data());
        result.text = QString::fromUtf8(utf8);
        return result;
    }

private:
    iconv_t m_handle;
};

// Five bytes have no letter in windows-1252; browsers read them as control characters.
DecodedText windows1252(const QByteArray &bytes)
{
    static constexpr char16_t upper[] = u"\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039"
                                        u"\u0152\u008D\u017D\u008F\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014"
                                        u"\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";
    DecodedText result;
    result.text = QString::fromLatin1(bytes);
    for (QChar &c : result.text) {
        if (c.unicode() >= 0x80 && c.unicode() < 0xA0) c = QChar(upper[c.unicode() - 0x80]);
    }
    return result;
}

DecodedText guessed(const QByteArray &bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder(bytes);
    return decoder.hasError() ? windows1252(bytes) : DecodedText{text, false, false};
}

} // namespace

DecodedText decodedText(const QByteArray &bytes, const QByteArray &label)
{
    const QByteArray charset = charsetOf(label);
    if (charset.isEmpty() || charset == "utf-8") {
        DecodedText result = guessed(bytes);
        if (result.text.startsWith(QChar(QChar::ByteOrderMark))) result.text.remove(0, 1);
        return result;
    }
    if (charset == "windows-1252") {
        // Mail programs that say us-ascii and send UTF-8 are more common than curly quotes in Latin letters.
        return guessed(bytes);
    }
    const Converter converter(charset);
    if (!converter.isValid()) {
        DecodedText result = guessed(bytes);
        result.unknownCharset = true;
        return result;
    }
    return converter.convert(bytes);
}

} // namespace akwaba::mail
