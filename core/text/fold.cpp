// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/fold.h"

namespace akwaba {
namespace {

// Accents of Latin, Greek and Cyrillic have combining classes from 200 on, the
// vowel points of Hebrew and Arabic 10 to 35. The marks of Indic scripts, Thai
// and kana are letters of their own there, and stay.
bool isAccent(QChar c)
{
    if (c.category() != QChar::Mark_NonSpacing) return false;
    const auto combining = c.combiningClass();
    return combining >= 200 || (combining >= 10 && combining <= 35);
}

// What neither decomposition nor case folding spells out.
QStringView spelledOut(QChar c)
{
    switch (c.unicode()) {
    case u'œ': return u"oe";
    case u'æ': return u"ae";
    case u'ø': return u"o";
    case u'ß': return u"ss";
    case u'đ': return u"d";
    case u'ð': return u"d";
    case u'ł': return u"l";
    case u'ħ': return u"h";
    case u'ŧ': return u"t";
    case u'þ': return u"th";
    case u'ı': return u"i";
    case u'‘':
    case u'’':
    case u'ʼ': return u"'";
    case u'“':
    case u'”':
    case u'«':
    case u'»': return u"\"";
    case u'‐':
    case u'‑':
    case u'–':
    case u'—': return u"-";
    default: return {};
    }
}

} // namespace

QString folded(QStringView text)
{
    const QString source = text.toString().normalized(QString::NormalizationForm_KD).toCaseFolded();
    QString result;
    result.reserve(source.size());
    for (const QChar c : source) {
        if (c.unicode() < 0x80) {
            result.append(c);
            continue;
        }
        if (isAccent(c) || c.category() == QChar::Other_Format) continue;
        if (const QStringView plain = spelledOut(c); !plain.isEmpty())
            result.append(plain);
        else
            result.append(c);
    }
    return result;
}

} // namespace akwaba
