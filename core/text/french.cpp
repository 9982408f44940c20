// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/french.h"

#include <array>

using namespace Qt::StringLiterals;

namespace akwaba {
namespace {

bool digitAt(QStringView text, qsizetype at) { return at >= 0 && at < text.size() && text[at].isDigit(); }

bool isSpaceBeforeMark(QStringView text, qsizetype at)
{
    if (at + 1 >= text.size()) return false;
    if (text[at + 1] == u'%') return !digitAt(text, at + 2); // "%1" is a gap to be filled, not a percentage
    return QStringView(u":;?!»").contains(text[at + 1]);
}

bool isSpaceAfterMark(QStringView text, qsizetype at)
{
    if (at == 0) return false;
    if (text[at - 1] == u'«') return true;
    return at >= 2 && text[at - 1] == u'°' && (text[at - 2] == u'n' || text[at - 2] == u'N');
}

// A space inside a number: a digit before, exactly three digits after.
bool isSpaceInNumber(QStringView text, qsizetype at)
{
    return digitAt(text, at - 1) && digitAt(text, at + 1) && digitAt(text, at + 2) && digitAt(text, at + 3)
        && !digitAt(text, at + 4);
}

bool isSpaceBeforeUnit(QStringView text, qsizetype at)
{
    static constexpr std::array units{u"FCFA", u"€", u"min", u"h", u"s", u"j", u"ko", u"Mo", u"Go"};
    if (!digitAt(text, at - 1)) return false;
    const QStringView rest = text.sliced(at + 1);
    for (const QStringView unit : units) {
        if (rest.startsWith(unit) && (rest.size() == unit.size() || !rest[unit.size()].isLetterOrNumber())) return true;
    }
    return false;
}

QString grouped(quint64 value, QChar separator)
{
    QString digits = QString::number(value);
    for (qsizetype at = digits.size() - 3; at > 0; at -= 3)
        digits.insert(at, separator);
    return digits;
}

struct Currency {
    QStringView code;
    QStringView frenchSymbol;
    QStringView englishSymbol;
    int decimals;
};

Currency currencyOf(QStringView code)
{
    static constexpr std::array known{
        Currency{u"XOF", u"FCFA", u"FCFA", 0},
        Currency{u"XAF", u"FCFA", u"FCFA", 0},
        Currency{u"EUR", u"€", u"EUR", 2},
        Currency{u"USD", u"$", u"USD", 2},
    };
    for (const Currency &currency : known) {
        if (currency.code == code) return currency;
    }
    return {code, code, code, 2};
}

QString amount(qint64 smallestUnits, int decimals, QChar groupMark, QChar decimalMark)
{
    const bool negative = smallestUnits < 0;
    // Negating the smallest qint64 is undefined; unsigned arithmetic is not.
    const auto magnitude = negative ? quint64(0) - quint64(smallestUnits) : quint64(smallestUnits);
    quint64 unit = 1;
    for (int i = 0; i < decimals; ++i)
        unit *= 10;
    QString text = grouped(magnitude / unit, groupMark);
    if (decimals > 0) text += decimalMark + QString::number(magnitude % unit).rightJustified(decimals, u'0');
    return negative ? QChar(u'-') + text : text;
}

} // namespace

QString withFrenchSpaces(QStringView text)
{
    QString result = text.toString();
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (text[at] != u' ') continue;
        if (isSpaceBeforeMark(text, at) || isSpaceAfterMark(text, at) || isSpaceInNumber(text, at)
            || isSpaceBeforeUnit(text, at))
            result[at] = noBreakSpace;
    }
    return result;
}

QString frenchNumber(qint64 value) { return amount(value, 0, noBreakSpace, u','); }

QString frenchAmount(qint64 smallestUnits, QStringView currency)
{
    const Currency known = currencyOf(currency);
    return amount(smallestUnits, known.decimals, noBreakSpace, u',') + QChar(noBreakSpace) + known.frenchSymbol;
}

QString englishAmount(qint64 smallestUnits, QStringView currency)
{
    const Currency known = currencyOf(currency);
    return amount(smallestUnits, known.decimals, u',', u'.') + QChar(noBreakSpace) + known.englishSymbol;
}

QString unbreakableNumber(QStringView orderOrTicketNumber)
{
    return orderOrTicketNumber.toString().replace(u'-', noBreakHyphen);
}

} // namespace akwaba
