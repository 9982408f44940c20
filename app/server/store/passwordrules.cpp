// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/passwordrules.h"

#include "core/domain/agent.h"
#include "core/text/fold.h"

#include <QFile>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

static void initPasswordResources() { Q_INIT_RESOURCE(passwords); }

namespace akwaba::store {

namespace {

constexpr qsizetype shortestPart = 4; // of a name: "Awa" is in too many words
constexpr qsizetype longestEnding = 6;
constexpr int fewestLetters = 5; // different ones

/// Without what stands between words.
QString joined(const QString &text)
{
    QString result = folded(text);
    result.removeIf([](QChar letter) { return letter.isSpace() || u"-_.,+/'"_s.contains(letter); });
    return result;
}

/// Signs that stand for a letter as that letter, so that p4ssw0rd is a word. Each sign gives one letter.
QString asLetters(QString text)
{
    static constexpr QStringView signs = u"0134578@$€!|l";
    static constexpr QStringView letters = u"oieastbaseiii";
    for (QChar &letter : text) {
        const qsizetype at = signs.indexOf(letter);
        if (at >= 0) letter = letters.at(at);
    }
    return text;
}

QSet<QString> readCommonWords()
{
    initPasswordResources();
    QSet<QString> words;
    QFile file(u":/akwaba/server/passwords/common.txt"_s);
    if (!file.open(QIODevice::ReadOnly)) return words;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n')) {
        if (line.startsWith(u'#')) continue;
        for (const QString &word : line.split(u' ', Qt::SkipEmptyParts))
            words.insert(asLetters(word));
    }
    return words;
}

const QSet<QString> &commonWords()
{
    static const QSet<QString> words = readCommonWords();
    return words;
}

bool areDigits(QStringView text)
{
    return std::ranges::all_of(text, [](QChar letter) { return letter.isDigit(); });
}

/// Digits that go up or down by one, round the end too, or stand still: 123456789, 0987, 0000.
bool isRun(QStringView digits)
{
    const auto step = [&digits](qsizetype i) {
        return (digits.at(i).digitValue() - digits.at(i - 1).digitValue() + 10) % 10;
    };
    if (!areDigits(digits)) return false;
    if (digits.size() < 2) return true;
    if (step(1) > 1 && step(1) < 9) return false;
    for (qsizetype i = 2; i < digits.size(); ++i)
        if (step(i) != step(1)) return false;
    return true;
}

/// What people put behind a word when they are told to take digits and signs.
bool isEnding(QStringView rest)
{
    if (std::ranges::any_of(rest, [](QChar letter) { return letter.isLetter(); })) return false;
    return rest.size() <= longestEnding || isRun(rest);
}

/// One or two common words and an ending. `letters` is `text` as letters, of the same length.
bool isOfCommonWords(QStringView text, QStringView letters, int words)
{
    if (words == 0) return false;
    for (qsizetype length = 1; length <= letters.size(); ++length) {
        if (!commonWords().contains(letters.first(length).toString())) continue;
        const QStringView rest = text.sliced(length);
        if (isEnding(rest) || isOfCommonWords(rest, letters.sliced(length), words - 1)) return true;
    }
    return false;
}

bool isCommon(const QString &password)
{
    const QString text = joined(password);
    if (QSet<QChar>(text.cbegin(), text.cend()).size() < fewestLetters) return true;
    return isRun(text) || isOfCommonWords(text, asLetters(text), 2);
}

bool isPersonal(const QString &password, const Agent &agent)
{
    const QString text = joined(password);
    QStringList parts = agent.name.split(u' ');
    parts += {agent.name, agent.email.section(u'@', 0, 0)};
    return std::ranges::any_of(parts, [&text](const QString &part) {
        const QString own = joined(part);
        return own.size() >= shortestPart && text.contains(own);
    });
}

} // namespace

std::optional<PasswordFlaw> flawOf(const QString &password, const Agent &agent)
{
    if (password.size() < shortestPassword) return PasswordFlaw::TooShort;
    if (password.size() > longestPassword) return PasswordFlaw::TooLong;
    if (isCommon(password)) return PasswordFlaw::Common;
    if (isPersonal(password, agent)) return PasswordFlaw::Personal;
    return std::nullopt;
}

} // namespace akwaba::store
