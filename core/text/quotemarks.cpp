// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/quotemarks.h"

#include "core/text/fold.h"
#include "core/text/mailwords.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <optional>

using namespace Qt::StringLiterals;

namespace akwaba::quotemarks {
namespace {

using mailwords::Header;
using mailwords::vocabulary;

// No attribution or header is longer; longer lines are not even tried.
constexpr qsizetype longestMark = 600;
constexpr qsizetype longestAttribution = 4;

QString foldedLine(QStringView line) { return folded(line).simplified(); }

bool isDigit(QChar c) { return c >= u'0' && c <= u'9'; }

bool hasDateOrAddress(QStringView text)
{
    return text.contains(u'@') || std::any_of(text.begin(), text.end(), isDigit);
}

// "10:12", "10.12"
bool hasMinute(QStringView text)
{
    for (qsizetype at = 1; at + 2 < text.size(); ++at) {
        const bool separates = text[at] == u':' || text[at] == u'.';
        if (separates && isDigit(text[at - 1]) && isDigit(text[at + 1]) && isDigit(text[at + 2])) return true;
    }
    return false;
}

bool beginsWithWord(QStringView text, QStringView word)
{
    return text.size() > word.size() && text.startsWith(word) && text[word.size()] == u' ';
}

bool endsWithWord(QStringView text, QStringView word)
{
    return text.size() > word.size() && text.endsWith(word) && text[text.size() - word.size() - 1] == u' ';
}

struct Verb {
    qsizetype start = -1;
    qsizetype end = -1;
    bool nameMayFollow = false;
};

// A word of its own, and not what somebody wrote to somebody ("m'a écrit").
// Chinese and Japanese have no spaces that could be asked for.
bool standsAlone(QStringView text, qsizetype start, qsizetype end)
{
    constexpr char16_t firstOfTheEast = 0x2E80;
    if (text[start].unicode() >= firstOfTheEast) return true;
    if (end < text.size() && text[end].isLetterOrNumber()) return false;
    if (start == 0) return true;
    if (text[start - 1].isLetterOrNumber() || text[start - 1] == u'\'') return false;
    const QStringView before = text.first(start).trimmed();
    const auto &addressed = vocabulary().addressed;
    return std::none_of(addressed.begin(), addressed.end(),
                        [before](const QString &word) { return endsWithWord(before, word); });
}

Verb lastVerb(QStringView text)
{
    Verb last;
    const auto look = [&last, text](const QStringList &words, bool nameMayFollow) {
        for (const QString &word : words) {
            const qsizetype start = text.lastIndexOf(word);
            const qsizetype end = start + word.size();
            const bool isLater = start > last.start || (start == last.start && end > last.end);
            if (start >= 0 && isLater && standsAlone(text, start, end)) last = {start, end, nameMayFollow};
        }
    };
    look(vocabulary().wrote, false);
    look(vocabulary().wroteBeforeName, true);
    return last;
}

// With one of the words that begin an attribution, or with a date.
bool beginsWithDate(QStringView text)
{
    while (text.startsWith(u'-') || text.startsWith(u' '))
        text = text.sliced(1);
    const auto &begins = vocabulary().begins;
    if (std::any_of(begins.begin(), begins.end(), [text](const QString &word) { return beginsWithWord(text, word); }))
        return true;
    const qsizetype digits = std::find_if_not(text.begin(), text.end(), isDigit) - text.begin();
    return digits > 0 && digits <= 4 && digits < text.size() && QStringView(u" ./-年").contains(text[digits]);
}

// "вт, 3 мар. 2026 г. в 10:12, SAV <sav@toner.ci>:" has no verb at all.
bool isDatedAddress(QStringView text)
{
    const qsizetype address = text.lastIndexOf(u'<');
    return address > 0 && text.endsWith(u">:") && text.contains(u'@') && hasMinute(text.first(address));
}

// "2016-03-03 17:21 GMT+01:00 Some One <some@one>:", an old Gmail
bool isDatedName(const QString &text)
{
    static const QRegularExpression expression(
        uR"(^\d{4}-\d\d-\d\d \d{1,2}:\d\d (?:gmt|utc)[+-]\d\d:?\d\d \S.{0,120}$)"_s);
    return expression.match(text).hasMatch();
}

// What may stand between the verb and the colon: "schrieb Aya", "wrote on 3 March".
bool mayFollowVerb(QStringView rest, bool nameMayFollow)
{
    constexpr qsizetype longestRest = 120;
    return rest.isEmpty() || (rest.size() <= longestRest && (nameMayFollow || hasDateOrAddress(rest)));
}

bool isAttribution(const QString &text, bool isOneLine)
{
    if (!hasDateOrAddress(text)) return false;
    if (isDatedName(text) || isDatedAddress(text)) return true;
    const Verb verb = lastVerb(text);
    if (verb.end < 0) return false;
    QStringView rest = QStringView(text).sliced(verb.end).trimmed();
    while (rest.endsWith(u'-'))
        rest.chop(1);
    const bool hasColon = rest.endsWith(u':');
    if (hasColon) rest = rest.chopped(1).trimmed();
    const bool startsWell = beginsWithDate(text);
    // "He wrote 3 times" is a sentence: without a colon nothing may follow the verb.
    if (!hasColon) return startsWell && rest.isEmpty();
    return (isOneLine || startsWell || text.contains(u'@')) && mayFollowVerb(rest, verb.nameMayFollow);
}

// Nearly every line fails here, before anything is folded in full.
bool mayEndAttribution(QStringView line)
{
    if (line.endsWith(u':') || line.endsWith(u'：') || line.endsWith(u'-')) return true;
    constexpr qsizetype longestVerb = 24;
    const QString end = folded(line.last(std::min(line.size(), longestVerb)));
    const auto endsSo = [&end](const QString &word) { return end.endsWith(word); };
    return std::any_of(vocabulary().wrote.begin(), vocabulary().wrote.end(), endsSo)
        || std::any_of(vocabulary().wroteBeforeName.begin(), vocabulary().wroteBeforeName.end(), endsSo);
}

// Text that happens to stand above an attribution must not be taken for its first line.
bool hidesAnother(const QList<QStringView> &lines, qsizetype at, qsizetype count)
{
    if (at > 0 && !lines[at - 1].trimmed().isEmpty()) return true;
    for (qsizetype later = 1; later < count; ++later) {
        QString rest;
        for (qsizetype line = at + later; line < at + count; ++line)
            rest += lines[line] + u' ';
        const QString text = foldedLine(rest);
        if (beginsWithDate(text) || isAttribution(text, later == count - 1)) return true;
    }
    return false;
}

std::optional<Header> headerOf(QStringView line)
{
    constexpr qsizetype longestLabel = 40;
    QStringView label = line.first(std::min(line.size(), longestLabel)).trimmed();
    const auto isDecoration = [](QChar c) { return c.isSpace() || QStringView(u">*_").contains(c); };
    while (!label.isEmpty() && isDecoration(label.front()))
        label = label.sliced(1);
    const auto colon = std::find_if(label.begin(), label.end(), [](QChar c) { return c == u':' || c == u'：'; });
    if (colon == label.end()) return {};
    label = label.first(colon - label.begin());
    while (!label.isEmpty() && isDecoration(label.back()))
        label.chop(1);
    const auto &headers = vocabulary().headers;
    const auto found = headers.find(foldedLine(label));
    return found == headers.end() ? std::nullopt : std::optional(*found);
}

bool isRuler(QStringView line)
{
    constexpr qsizetype shortestRuler = 3;
    const QStringView bare = line.trimmed();
    return bare.size() >= shortestRuler
        && std::all_of(bare.begin(), bare.end(), [](QChar c) { return QStringView(u"_-=—").contains(c); });
}

// "-----Message d'origine-----", "Début du message réexpédié :"; Yahoo puts the header on the same line.
bool isOriginalMessage(QStringView line)
{
    const QStringView bare = line.trimmed();
    if (bare.isEmpty() || (!QStringView(u"-_>*").contains(bare.front()) && !bare.endsWith(u':'))) return false;
    const QString whole = foldedLine(line.first(std::min(line.size(), longestMark)));
    QStringView text(whole);
    while (text.startsWith(u'>') || text.startsWith(u'*') || text.startsWith(u' '))
        text = text.sliced(1);
    const auto isDash = [](QChar c) { return c == u'-' || c == u'_'; };
    const qsizetype dashes = std::find_if_not(text.begin(), text.end(), isDash) - text.begin();
    const bool isRuled = dashes >= 3;
    if (!isRuled && (!text.endsWith(u':') || dashes > 0)) return false;
    text = text.sliced(dashes).trimmed();
    const auto &original = vocabulary().original;
    return std::any_of(original.begin(), original.end(), [text, isRuled](const QString &words) {
        if (!text.startsWith(words)) return false;
        const QStringView rest = text.sliced(words.size()).trimmed();
        return isRuled ? rest.isEmpty() || rest.contains(u"--") || rest.contains(u"__") : rest == u":";
    });
}

// A sender and two of date, recipient, subject; one of them a subject or an
// address, since a parcel, too, goes from a place to a place on a date.
bool isHeaderBlock(const QList<QStringView> &lines, qsizetype at)
{
    const auto first = headerOf(lines[at]);
    if (!first || *first == Header::To || *first == Header::Other) return false;
    constexpr qsizetype tallestBlock = 12;
    constexpr int mostStrangers = 2; // long lists of recipients are broken
    std::array<bool, 5> seen{};
    bool hasAddress = false;
    int strangers = 0;
    for (qsizetype i = at; i < std::min(at + tallestBlock, lines.size()); ++i) {
        if (lines[i].trimmed().isEmpty()) continue;
        const auto header = headerOf(lines[i]);
        if (!header && (++strangers > mostStrangers || isOriginalMessage(lines[i]))) break;
        if (!header) continue;
        // Another sender is another mail.
        if (*header == Header::From && seen[size_t(Header::From)]) break;
        seen[size_t(*header)] = true;
        hasAddress = hasAddress || lines[i].first(std::min(lines[i].size(), longestMark)).contains(u'@');
    }
    const bool hasSubject = seen[size_t(Header::Subject)];
    const int others = int(seen[size_t(Header::Date)]) + int(seen[size_t(Header::To)]) + int(hasSubject);
    return seen[size_t(Header::From)] && others >= 2 && (hasSubject || hasAddress);
}

// Yahoo's telephones write the first line of the quote behind the colon.
bool isGluedAttribution(QStringView line)
{
    const QStringView head = line.first(std::min(line.size(), longestMark));
    if (!head.contains(u'@') || !head.contains(u':')) return false;
    const QString text = foldedLine(head);
    if (!beginsWithDate(text) || !hasMinute(text)) return false;
    const qsizetype address = text.indexOf(u'>');
    const qsizetype colon = text.indexOf(u':', std::max<qsizetype>(address, 0));
    return address > 0 && colon > 0 && colon + 1 < text.size() && isAttribution(text.first(colon + 1), true);
}

} // namespace

bool isQuoteLine(QStringView line)
{
    qsizetype at = 0;
    while (at < line.size() && at < 3 && line[at] == u' ')
        ++at;
    return at < line.size() && line[at] == u'>';
}

Attribution attributionAt(const QList<QStringView> &lines, qsizetype at)
{
    QString joined;
    for (qsizetype count = 1; count <= longestAttribution && at + count <= lines.size(); ++count) {
        const QStringView line = lines[at + count - 1].trimmed();
        if (line.isEmpty() || joined.size() + line.size() > longestMark || (count > 1 && isQuoteLine(line))) return {};
        joined += (count > 1 ? u" "_s : QString()) + line;
        if (!mayEndAttribution(line) && !joined.front().isDigit()) continue;
        const QString text = foldedLine(joined);
        if (!isAttribution(text, count == 1)) continue;
        if (count > 1 && !beginsWithDate(text) && hidesAnother(lines, at, count)) return {};
        return {count, text.contains(u'@') || hasMinute(text)};
    }
    return {};
}

bool startsEmbeddedMail(const QList<QStringView> &lines, qsizetype at)
{
    const QStringView line = lines[at];
    if (isOriginalMessage(line)) return true;
    if (isRuler(line)) {
        qsizetype next = at + 1;
        while (next < lines.size() && next <= at + 3 && lines[next].trimmed().isEmpty())
            ++next;
        return next < lines.size() && next <= at + 3 && isHeaderBlock(lines, next);
    }
    return isHeaderBlock(lines, at) || isGluedAttribution(line);
}

} // namespace akwaba::quotemarks
