// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/signaturemarks.h"

#include "core/text/fold.h"
#include "core/text/mailwords.h"
#include "core/text/quotemarks.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace akwaba::signaturemarks {
namespace {

using mailwords::vocabulary;

constexpr qsizetype longestCardLine = 90;
constexpr qsizetype mostCardLines = 16;

bool beginsWithAny(const QString &text, const QStringList &beginnings)
{
    return std::any_of(beginnings.begin(), beginnings.end(),
                       [&text](const QString &word) { return text.startsWith(word); });
}

bool containsAny(QStringView text, const QStringList &words)
{
    return std::any_of(words.begin(), words.end(), [text](const QString &word) { return text.contains(word); });
}

// Bold and italics of mails that became plain text, and the brackets round "(sent from a phone)".
QStringView bare(QStringView line)
{
    const auto isDecoration = [](QChar c) { return c.isSpace() || QStringView(u"*_<>()[]").contains(c); };
    while (!line.isEmpty() && isDecoration(line.front()))
        line = line.sliced(1);
    while (!line.isEmpty() && (isDecoration(line.back()) || QStringView(u".,!").contains(line.back())))
        line.chop(1);
    return line;
}

QString foldedWords(QStringView line) { return folded(bare(line)).simplified(); }

bool isClosingPhrase(QStringView foldedText)
{
    const auto &closings = vocabulary().closings;
    return std::any_of(closings.begin(), closings.end(),
                       [foldedText](const auto &phrase) { return phrase.matches(foldedText); });
}

// Also two of them: "Merci, bonne journée", "Cordialement / Best regards".
bool isClosing(QStringView line)
{
    constexpr qsizetype longestClosing = 160;
    if (line.size() > longestClosing || line.trimmed().endsWith(u':')) return false;
    QString text = foldedWords(line);
    if (isClosingPhrase(text)) return true;
    const QStringList several = text.replace(u'/', u',').replace(u'.', u',').split(u',', Qt::SkipEmptyParts);
    return several.size() > 1 && std::all_of(several.begin(), several.end(), [](const QString &phrase) {
               return isClosingPhrase(QStringView(phrase).trimmed());
           });
}

qsizetype digitsIn(QStringView text)
{
    return std::count_if(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

qsizetype wordsIn(QStringView text)
{
    qsizetype words = 0;
    bool inWord = false;
    for (const QChar c : text) {
        words += c.isLetter() && !inWord ? 1 : 0;
        inWord = c.isLetterOrNumber() || c == u'\'' || c == u'’';
    }
    return words;
}

// An address, a site, or a labelled telephone number: nobody ends a sentence so.
bool isLabelledContact(QStringView line)
{
    const QString text = foldedWords(line);
    if (text.contains(u'@') || text.contains(u"www.") || text.contains(u"http") || text.startsWith(u'+')) return true;
    const qsizetype label =
        std::find_if(text.begin(), text.end(), [](QChar c) { return QStringView(u" :.").contains(c); }) - text.begin();
    constexpr qsizetype shortestNumber = 2;
    return vocabulary().contacts.contains(text.first(label)) && digitsIn(text) >= shortestNumber;
}

bool isContact(QStringView line)
{
    constexpr qsizetype shortestTelephone = 8;
    return isLabelledContact(line) || digitsIn(line) >= shortestTelephone;
}

// "Koffi YAO", "Jean-Marc de Souza", "Ets Koné & Frères", "Awa Koné | Achats".
bool isName(QStringView line)
{
    constexpr qsizetype mostWords = 5;
    const qsizetype bar = line.indexOf(u'|');
    const QStringView name = bare(bar < 0 ? line : line.first(bar));
    if (name.isEmpty() || name.size() > 50 || !name.front().isUpper() || digitsIn(name) > 0 || name.contains(u'@'))
        return false;
    const QList<QStringView> words = name.split(u' ', Qt::SkipEmptyParts);
    // Particles are small and short.
    return words.size() <= mostWords && std::all_of(words.begin(), words.end(), [](QStringView word) {
               return word.front().isUpper() || !word.front().isLetter() || word.size() <= 3;
           });
}

bool isListItem(QStringView line)
{
    const QStringView text = line.trimmed();
    return text.size() > 1 && QStringView(u"-*•").contains(text.front()) && text[1] == u' ';
}

bool isPostscript(QStringView line)
{
    constexpr qsizetype longestMark = 8;
    const QString text = folded(line.trimmed().left(longestMark));
    return text.startsWith(u"ps ") || text.startsWith(u"ps:") || text.startsWith(u"p.s") || text.startsWith(u"nb ")
        || text.startsWith(u"nb:") || text.startsWith(u"n.b");
}

// Short, and no sentence.
bool isCardLine(QStringView line)
{
    constexpr qsizetype mostWords = 10;
    const QStringView text = line.trimmed();
    if (text.size() > longestCardLine || QStringView(u"?!:;").contains(text.back()) || isListItem(line)
        || isPostscript(line))
        return false;
    const qsizetype words = wordsIn(text);
    return words <= (text.endsWith(u'.') ? mostWords / 2 : mostWords);
}

bool isNotice(QStringView line)
{
    constexpr qsizetype enough = 600;
    const QString text = foldedWords(line.first(std::min(line.size(), enough)));
    return beginsWithAny(text, vocabulary().notices) && containsAny(text, vocabulary().noticeWords);
}

QList<qsizetype> lastWrittenLines(const QList<QStringView> &lines, qsizetype from, qsizetype end)
{
    QList<qsizetype> written;
    for (qsizetype at = end - 1; at >= from && written.size() <= mostCardLines; --at) {
        if (!lines[at].trimmed().isEmpty()) written.prepend(at);
    }
    return written;
}

// Takes the notices off the end of the lines: from the first line of the
// paragraph that begins like one.
QList<qsizetype> takeNotices(const QList<QStringView> &lines, QList<qsizetype> &written)
{
    const auto first =
        std::find_if(written.begin(), written.end(), [&lines](qsizetype at) { return isNotice(lines[at]); });
    QList<qsizetype> notices(first, written.end());
    written.erase(first, written.end());
    return notices;
}

// Under a closing formula a name and one way to reach it are a card.
bool isClosedCard(const QList<QStringView> &lines, const QList<qsizetype> &card)
{
    return card.size() >= 2 && isName(lines[card.first()])
        && std::any_of(card.begin() + 1, card.end(), [&lines](qsizetype at) { return isContact(lines[at]); });
}

// Without one more is asked for: a paragraph of its own, a full name, three lines, none of them the end of a sentence.
bool isBareCard(const QList<QStringView> &lines, const QList<qsizetype> &card)
{
    const qsizetype first = card.first();
    if (card.size() < 3 || !isName(lines[first]) || !bare(lines[first]).contains(u' ')) return false;
    const bool isParagraph = first == 0 || lines[first - 1].trimmed().isEmpty();
    const bool isSentence = std::any_of(card.begin() + 1, card.end(), [&lines](qsizetype at) {
        return lines[at].trimmed().front().isLower() && !isLabelledContact(lines[at]);
    });
    return isParagraph && !isSentence
        && std::any_of(card.begin() + 1, card.end(), [&lines](qsizetype at) { return isLabelledContact(lines[at]); });
}

QList<qsizetype> cardAtEnd(const QList<QStringView> &lines, const QList<qsizetype> &written)
{
    qsizetype first = written.size();
    while (first > 0 && !isClosing(lines[written[first - 1]]) && isCardLine(lines[written[first - 1]]))
        --first;
    if (first > 0 && isClosing(lines[written[first - 1]])) {
        const QList<qsizetype> card = written.sliced(first);
        return isClosedCard(lines, card) ? card : QList<qsizetype>();
    }
    // Short lines of text may stand above the card, but something must, and not "my address is:".
    for (first = std::max<qsizetype>(first, 1); first < written.size(); ++first) {
        const QList<qsizetype> card = written.sliced(first);
        const bool isAnnounced = lines[written[first - 1]].trimmed().endsWith(u':');
        if (!isAnnounced && isBareCard(lines, card)) return card;
    }
    return {};
}

// A postscript is text, though it stands below the card.
QList<qsizetype> abovePostscript(const QList<QStringView> &lines, const QList<qsizetype> &written)
{
    const auto last =
        std::find_if(written.rbegin(), written.rend(), [&lines](qsizetype at) { return isPostscript(lines[at]); });
    return written.first(written.rend() - last - (last == written.rend() ? 0 : 1));
}

// Two dashes are the mark of a signature and nothing else.
bool isLongRuler(QStringView line)
{
    constexpr qsizetype shortestRuler = 3;
    return line.trimmed().size() >= shortestRuler && isDelimiter(line);
}

bool hasLetters(QStringView line)
{
    return std::any_of(line.begin(), line.end(), [](QChar c) { return c.isLetter(); });
}

} // namespace

bool isDelimiter(QStringView line)
{
    const QStringView text = line.trimmed();
    if (text.isEmpty() || text.size() > 80) return false;
    if (text.size() == 1) return text[0] == u'—' || text[0] == u'ᐧ';
    return std::all_of(text.begin(), text.end(), [](QChar c) { return QStringView(u"-_—–").contains(c); });
}

bool isOfDevice(QStringView line)
{
    constexpr qsizetype longestSignature = 160;
    if (line.size() > longestSignature) return false;
    const QString text = foldedWords(line);
    const auto &words = vocabulary();
    if (std::any_of(words.sentFrom.begin(), words.sentFrom.end(),
                    [&text](const auto &phrase) { return phrase.matches(text); }))
        return true;
    if (text.endsWith(u"via mobile") || text.endsWith(u"from mobile")) return true;
    return std::any_of(words.sentBy.begin(), words.sentBy.end(), [&text, &words](const QString &start) {
        constexpr qsizetype longestName = 100;
        if (!text.startsWith(start) || text.size() > start.size() + longestName) return false;
        return containsAny(QStringView(text).sliced(start.size()), words.devices);
    });
}

bool opensBox(const QList<QStringView> &lines, qsizetype at)
{
    constexpr qsizetype tallestBox = 40;
    if (!isLongRuler(lines[at])) return false;
    bool isFilled = false;
    bool isClosed = false;
    for (qsizetype next = at + 1; next < std::min(lines.size(), at + tallestBox); ++next) {
        if (quotemarks::isQuoteLine(lines[next]) || quotemarks::startsEmbeddedMail(lines, next)) return false;
        if (isClosed && hasLetters(lines[next])) return !isNotice(lines[next]);
        isFilled = isFilled || hasLetters(lines[next]);
        isClosed = isClosed || (isFilled && isLongRuler(lines[next]));
    }
    return false;
}

QList<qsizetype> signatureWithoutDelimiter(const QList<QStringView> &lines, qsizetype from, qsizetype end)
{
    QList<qsizetype> written = lastWrittenLines(lines, from, end);
    const QList<qsizetype> notices = takeNotices(lines, written);
    QList<qsizetype> card = cardAtEnd(lines, written);
    if (card.isEmpty()) card = cardAtEnd(lines, abovePostscript(lines, written));
    return card + notices;
}

} // namespace akwaba::signaturemarks
