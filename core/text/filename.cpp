// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/filename.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

constexpr qsizetype mostBytes = 200;
constexpr qsizetype longestExtension = 20;

bool isUnseen(char32_t letter)
{
    switch (QChar::category(letter)) {
    case QChar::Other_Control:
    case QChar::Other_Format: // reverses the reading direction, too: an .exe reads as a .pdf
    case QChar::Other_Surrogate:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph: return true;
    default: return false;
    }
}

QString withoutWhatNoSystemKeeps(const QString &name)
{
    static const QString forbidden = uR"(/\<>:"|?*)"_s;
    QString result;
    for (const char32_t letter : name.toUcs4()) { // U+FFFD for half a letter
        if (isUnseen(letter)) continue;
        const auto units = QChar::fromUcs4(letter);
        result.append(forbidden.contains(QStringView(units)) ? QStringView(u"_") : QStringView(units));
    }
    return result;
}

/// Windows drops dots and spaces at the end; a dot in front hides a file.
QString withoutEnds(const QString &name)
{
    static const QRegularExpression ends(uR"(^[\s.]+|[\s.]+$)"_s, QRegularExpression::UseUnicodePropertiesOption);
    return QString(name).remove(ends);
}

bool isDevice(const QString &name)
{
    static const QRegularExpression devices(
        u"^(?:con|prn|aux|nul|conin\\$|conout\\$|(?:com|lpt)[0-9¹²³])\\s*(?:\\.|$)"_s,
        QRegularExpression::CaseInsensitiveOption);
    return devices.match(name).hasMatch();
}

QString shortened(QString text, qsizetype bytes)
{
    while (text.toUtf8().size() > bytes) {
        const bool pair = text.size() > 1 && text.back().isLowSurrogate();
        text.chop(pair ? 2 : 1);
    }
    return text;
}

} // namespace

QString safeFileName(const QString &name, const QString &fallback)
{
    QString result = withoutEnds(withoutWhatNoSystemKeeps(name.left(4096)));
    if (result.isEmpty()) return fallback;
    if (isDevice(result)) result.prepend(u'_');
    if (result.toUtf8().size() <= mostBytes) return result;
    const qsizetype dot = result.lastIndexOf(u'.');
    const QString extension = dot > 0 && result.size() - dot <= longestExtension ? result.mid(dot) : QString();
    const QString stem = result.chopped(extension.size());
    return withoutEnds(shortened(stem, mostBytes - extension.toUtf8().size())) + extension;
}

} // namespace akwaba
