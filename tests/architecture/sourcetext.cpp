// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/architecture/sourcetext.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace akwaba::architecture {

namespace {

// One alternative per thing that may hold misleading words; the first that matches at a place wins.
const QRegularExpression &token()
{
    static const QRegularExpression expression(uR"x(//[^\n]*)x"
                                               uR"x(|/\*.*?\*/)x"
                                               uR"x(|R"(?<fence>[^(\s]*)\((?<raw>.*?)\)\k<fence>")x"
                                               uR"x(|"(?<string>(?:[^"\\\n]|\\.)*)")x"
                                               uR"x(|(?<![0-9a-zA-Z_])(?:u8?|U|L)?'(?:[^'\\\n]|\\.)+')x"_s,
                                               QRegularExpression::DotMatchesEverythingOption);
    return expression;
}

QString blank(const QString &text) { return QString(text.count(u'\n'), u'\n'); }

bool isBetweenLiterals(QStringView gap)
{
    static const QRegularExpression expression(uR"(^(?:_s|_L1|s|sv)?\s*(?:u8|u|U|L)?$)"_s);
    return expression.match(gap.toString()).hasMatch();
}

QList<Include> includesOf(const QString &text)
{
    static const QRegularExpression expression(uR"(^[ \t]*#[ \t]*include[ \t]*([<"])([^>"\n]+)[>"])"_s,
                                               QRegularExpression::MultilineOption);
    QList<Include> includes;
    auto matches = expression.globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        const auto line = text.left(match.capturedStart(1)).count(u'\n') + 1;
        includes.append({match.captured(2), match.captured(1) == u"\""_s, int(line)});
    }
    return includes;
}

} // namespace

SourceText takeApart(const QString &text)
{
    SourceText source;
    source.includes = includesOf(text);
    qsizetype from = 0;
    bool afterLiteral = false;
    auto tokens = token().globalMatch(text);
    while (tokens.hasNext()) {
        const auto match = tokens.next();
        const QString gap = text.mid(from, match.capturedStart() - from);
        source.code += gap;
        const bool isLiteral = match.hasCaptured(u"string"_s) || match.hasCaptured(u"raw"_s);
        if (isLiteral) {
            const QString words = match.captured(u"string"_s) + match.captured(u"raw"_s);
            if (afterLiteral && isBetweenLiterals(gap))
                source.literals.last().text += words;
            else
                source.literals.append({words, int(source.code.count(u'\n')) + 1});
            source.code += u"\"\""_s;
            afterLiteral = true;
        } else if (!gap.trimmed().isEmpty()) {
            afterLiteral = false;
        }
        source.code += blank(match.captured());
        from = match.capturedEnd();
    }
    source.code += text.mid(from);
    return source;
}

} // namespace akwaba::architecture
