// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/cardnumbers.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <span>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

constexpr qsizetype fewestDigits = 13;
constexpr qsizetype mostDigits = 19;
constexpr qsizetype mostSeparators = 3; // "4242 - 4242"
constexpr qsizetype longestLabel = 40;
constexpr qsizetype mostGroups = 256; // looked at together; what is longer is looked at in parts that overlap

/// Which numbers an issuer gives out: those that begin with first to last, in the lengths whose bits are set.
struct Range {
    int first;
    int last;
    unsigned lengths;
};

constexpr unsigned lengths(auto... length) { return ((1U << unsigned(length)) | ...); }

constexpr unsigned fromSixteen = lengths(16, 17, 18, 19);

constexpr std::array ranges{
    Range{4, 4, lengths(13, 16, 18, 19)}, // Visa
    Range{51, 55, lengths(16)}, // Mastercard
    Range{2221, 2720, lengths(16)},
    Range{34, 34, lengths(15)}, // American Express
    Range{37, 37, lengths(15)},
    Range{300, 305, lengths(14) | fromSixteen}, // Diners Club
    Range{3095, 3095, lengths(14) | fromSixteen},
    Range{36, 36, lengths(14) | fromSixteen},
    Range{38, 39, lengths(14) | fromSixteen},
    Range{6011, 6011, fromSixteen}, // Discover
    Range{644, 659, fromSixteen},
    Range{3528, 3589, fromSixteen}, // JCB
    Range{62, 62, fromSixteen}, // UnionPay
    Range{81, 82, fromSixteen}, // UnionPay, RuPay
    Range{2200, 2204, fromSixteen}, // Mir
    Range{506099, 506198, lengths(16, 18, 19)}, // Verve
    Range{507865, 507964, lengths(16, 18, 19)},
    Range{508, 508, lengths(16)}, // RuPay
    Range{606985, 608500, lengths(16)},
    Range{9792, 9792, lengths(16)}, // Troy
    Range{5018, 5020, lengths(13, 14, 15) | fromSixteen}, // Maestro, Dankort
    Range{5038, 5038, lengths(13, 14, 15) | fromSixteen},
    Range{5612, 5612, lengths(13, 14, 15) | fromSixteen},
    Range{5893, 5893, lengths(13, 14, 15) | fromSixteen},
    Range{6304, 6304, lengths(13, 14, 15) | fromSixteen},
    Range{6759, 6763, lengths(13, 14, 15) | fromSixteen},
};

/// Digits that stand together, and how they are joined to those before them.
struct Group {
    qsizetype firstDigit; // index into Run::digits
    qsizetype size = 0;
    bool isOnNewLine = false;
};

/// Groups with nothing but separators between them.
struct Run {
    QList<int> digits;
    QList<qsizetype> positions;
    QList<Group> groups;
};

bool isDigit(QChar c) { return (c >= u'0' && c <= u'9') || c.category() == QChar::Number_DecimalDigit; }

/// Soft hyphens, joiners and the zero-width spaces of our own long words stand between digits without being seen.
bool isUnseen(QChar c) { return c.unicode() >= 0xAD && c.category() == QChar::Other_Format; }

bool isSeparator(QChar c)
{
    return c == u' ' || c == u'\t' || c == u'-' || c == u'.' || c == u'_' || c == QChar(0xB7)
        || (c.unicode() > 0x7F
            && (c.category() == QChar::Separator_Space || c.category() == QChar::Punctuation_Dash
                || c == QChar(0x2022)));
}

/// Where the next group begins when the last one ended at `at`, or -1. A line may be broken within a number, also a
/// quoted one.
qsizetype nextGroup(QStringView text, qsizetype at, bool &isOnNewLine)
{
    isOnNewLine = false;
    for (qsizetype separators = 0; at < text.size(); ++at) {
        const QChar c = text[at];
        if (isDigit(c)) return at;
        if (isUnseen(c) || c == u'\r' || (isOnNewLine && (c == u' ' || c == u'>'))) continue;
        if (c == u'\n' && !isOnNewLine)
            isOnNewLine = true;
        else if (!isSeparator(c) || ++separators > mostSeparators)
            return -1;
    }
    return -1;
}

Run runFrom(QStringView text, qsizetype &at)
{
    Run run;
    bool isOnNewLine = false;
    while (at < text.size()) {
        Group group{run.digits.size(), 0, isOnNewLine};
        for (; at < text.size() && (isDigit(text[at]) || isUnseen(text[at])); ++at) {
            if (isUnseen(text[at]) || ++group.size > mostDigits) continue;
            run.digits.append(text[at].digitValue());
            run.positions.append(at);
        }
        run.groups.append(group);
        const qsizetype next = nextGroup(text, at, isOnNewLine);
        if (next < 0) break;
        if (run.groups.size() == mostGroups) {
            at = run.positions[run.groups[mostGroups - mostDigits].firstDigit];
            break;
        }
        at = next;
    }
    return run;
}

/// A number that leaves the range early has fewer digits than its ends, so it is smaller than both.
bool isIssued(std::span<const int> digits)
{
    return std::ranges::any_of(ranges, [digits](const Range &range) {
        if ((range.lengths & (1U << digits.size())) == 0) return false;
        int prefix = 0;
        for (std::size_t i = 0; prefix * 10 <= range.last && i < digits.size(); ++i)
            prefix = prefix * 10 + digits[i];
        return prefix >= range.first && prefix <= range.last;
    });
}

/// The check digit of ISO/IEC 7812-1, annex B.
bool isChecked(std::span<const int> digits)
{
    int sum = 0;
    bool isDoubled = false;
    for (std::size_t i = digits.size(); i-- > 0; isDoubled = !isDoubled) {
        const int value = isDoubled ? digits[i] * 2 : digits[i];
        sum += value > 9 ? value - 9 : value;
    }
    return sum % 10 == 0;
}

/// A GTIN of 13 digits with the check digit of its own kind: what stands under a bar code.
bool isGtin(std::span<const int> digits)
{
    if (digits.size() != 13) return false;
    int sum = 0;
    for (std::size_t i = 0; i < digits.size(); ++i)
        sum += digits[i] * (i % 2 == 0 ? 1 : 3);
    return sum % 10 == 0;
}

/// As cards are embossed, or as people copy them.
bool isUsualGrouping(const QList<qsizetype> &sizes)
{
    static const QList<QList<qsizetype>> usual{
        {4, 4, 4, 4}, {4, 6, 5}, {4, 6, 4}, {8, 8},       {4, 4, 4, 4, 3}, {4, 4, 4, 4, 2}, {6, 13},
        {4, 4, 4, 1}, {4, 4, 8}, {4, 12},   {4, 4, 4, 3}, {8, 4, 4},       {4, 4, 4, 4, 1}, {4, 4, 4, 2}};
    return usual.contains(sizes);
}

/// What a pattern finds around a place and over it; empty where it finds nothing.
QString found(const QRegularExpression &pattern, QStringView text, qsizetype start, qsizetype end)
{
    constexpr qsizetype around = 80;
    const qsizetype from = std::max<qsizetype>(start - around, 0);
    auto matches = pattern.globalMatch(text.sliced(from, std::min(end + around, text.size()) - from).toString());
    while (matches.hasNext()) {
        const auto match = matches.next();
        if (from + match.capturedStart() < end && from + match.capturedEnd() > start) return match.captured();
    }
    return {};
}

/// What is said just before the number to be, or what it is glued to.
bool saysWhatItIs(QStringView text, qsizetype start, qsizetype end)
{
    static const QRegularExpression label(
        uR"((?:\b(?:imei|sir[ei][nt]|iban|rib|gtin|ean|isbn|tracking|suivi|colis|parcel|serial|s/n|uuid)|s[ée]rie))"
        uR"(s?[^\p{L}\d\n]{0,4}(?:n[°ºo]|num(?:ber|[ée]ro)|nr|code|id|du|de|colis)?[^\p{L}\d\n]{0,4}$)"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression address(uR"(^[\w.+=$-]*@\w)"_s);
    static const QRegularExpression uuid(uR"(\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b)"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression digest(uR"(\b(?=[0-9]*[a-f])[0-9a-f]{24,}\b)"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    const qsizetype from = std::max<qsizetype>(start - longestLabel, 0);
    return label.match(text.sliced(from, start - from)).hasMatch()
        || address.match(text.sliced(end, std::min<qsizetype>(text.size() - end, 200))).hasMatch()
        || !found(uuid, text, start, end).isEmpty() || !found(digest, text, start, end).isEmpty();
}

/// The remainder of ISO 7064 that an IBAN leaves.
bool isIban(QStringView text)
{
    QString letters;
    for (const QChar c : text) {
        if (!c.isSpace()) letters.append(c.toUpper());
    }
    int remainder = 0;
    const QString turned = letters.sliced(4) + letters.first(4);
    for (const QChar c : turned) {
        const int value = c.isDigit() ? c.digitValue() : c.unicode() - u'A' + 10;
        remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
    }
    return remainder == 1;
}

bool isWithinIban(QStringView text, qsizetype start, qsizetype end)
{
    static const QRegularExpression pattern(uR"(\b[A-Z]{2}[0-9]{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b)"_s);
    const QString iban = found(pattern, text, start, end);
    return !iban.isEmpty() && isIban(iban);
}

class Search {
public:
    explicit Search(QStringView text) : m_text(text) { }

    QList<CardNumber> all()
    {
        for (qsizetype at = 0; at < m_text.size();) {
            if (!isDigit(m_text[at])) {
                ++at;
                continue;
            }
            const Run run = runFrom(m_text, at);
            if (run.digits.size() >= fewestDigits) search(run);
        }
        return std::move(m_found);
    }

private:
    void search(const Run &run)
    {
        for (qsizetype first = 0; first < run.groups.size();) {
            const qsizetype count = longestCardAt(run, first);
            if (count > 0) take(run, first, count);
            first += std::max<qsizetype>(count, 1);
        }
    }

    /// How many groups from this one on are a card number; none: 0.
    qsizetype longestCardAt(const Run &run, qsizetype first)
    {
        qsizetype longest = 0;
        qsizetype size = 0;
        for (qsizetype last = first; last < run.groups.size(); ++last) {
            size += run.groups[last].size;
            if (size > mostDigits) break;
            if (size >= fewestDigits && isCard(run, first, last - first + 1)) longest = last - first + 1;
        }
        return longest;
    }

    bool isCard(const Run &run, qsizetype first, qsizetype count)
    {
        const std::span groups(run.groups.constData() + first, std::size_t(count));
        const qsizetype firstDigit = groups.front().firstDigit;
        const qsizetype size = groups.back().firstDigit + groups.back().size - firstDigit;
        const std::span digits(run.digits.constData() + firstDigit, std::size_t(size));
        if (!isIssued(digits) || !isChecked(digits) || isGtin(digits)) return false;
        const bool isBroken =
            std::any_of(groups.begin() + 1, groups.end(), [](const Group &group) { return group.isOnNewLine; });
        const bool isAlone = count == run.groups.size() && !isBroken;
        QList<qsizetype> sizes;
        for (const Group &group : groups)
            sizes.append(group.size);
        if (count > 1 && !isAlone && !isUsualGrouping(sizes)) return false;
        // The number of a French company has a check digit of the same kind, and groups of its own.
        if (sizes == QList<qsizetype>{3, 3, 3, 5}) return false;
        const qsizetype start = run.positions[firstDigit];
        const qsizetype end = run.positions[firstDigit + size - 1] + 1;
        // The telephone numbers of the world have up to 15 digits and begin with a plus sign.
        if (start > 0 && m_text[start - 1] == u'+' && size <= 15) return false;
        return !saysWhatItIs(m_text, start, end) && !isWithinIban(m_text, start, end);
    }

    void take(const Run &run, qsizetype first, qsizetype count)
    {
        const Group &last = run.groups[first + count - 1];
        CardNumber card;
        for (qsizetype i = run.groups[first].firstDigit; i < last.firstDigit + last.size; ++i)
            card.digits.append(run.positions[i]);
        card.start = card.digits.first();
        card.end = card.digits.last() + 1;
        if (!m_found.isEmpty() && card.start < m_found.last().end) return; // where two parts overlap
        for (qsizetype i = last.firstDigit + last.size - 4; i < last.firstDigit + last.size; ++i)
            card.last4 += QString::number(run.digits[i]);
        m_found.append(std::move(card));
    }

    QStringView m_text;
    QList<CardNumber> m_found;
};

} // namespace

QList<CardNumber> cardNumbersIn(QStringView text) { return Search(text).all(); }

QString withoutCardNumbers(const QString &text)
{
    QString masked = text;
    // The last digits of one that was masked may make another with what follows.
    for (QList<CardNumber> cards = cardNumbersIn(masked); !cards.isEmpty(); cards = cardNumbersIn(masked)) {
        for (const CardNumber &card : std::as_const(cards)) {
            for (const qsizetype digit : card.digits.first(card.digits.size() - 4))
                masked[digit] = u'*';
        }
    }
    return masked;
}

void maskCardNumbers(std::string_view field, QString &text)
{
    text = field == "html" ? htmlWithoutCardNumbers(text) : withoutCardNumbers(text);
}

} // namespace akwaba
