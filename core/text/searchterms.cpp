// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/searchterms.h"

#include "core/text/fold.h"

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

bool opensPhrase(QChar c) { return c == u'"' || c == u'«' || c == u'“' || c == u'”' || c == u'„'; }

bool closesPhrase(QChar c) { return c == u'"' || c == u'»' || c == u'“' || c == u'”'; }

/// Reads what was typed from its beginning to its end.
class Reading {
public:
    explicit Reading(QStringView typed, const QStringList &fields) : m_typed(typed), m_fields(fields) { }

    [[nodiscard]] QList<SearchTerm> all()
    {
        QList<SearchTerm> terms;
        while (skipBlanks())
            terms.append(next());
        return terms;
    }

private:
    [[nodiscard]] bool atEnd() const { return m_at >= m_typed.size(); }
    [[nodiscard]] QChar here() const { return m_typed.at(m_at); }

    bool skipBlanks()
    {
        while (!atEnd() && here().isSpace())
            ++m_at;
        return !atEnd();
    }

    SearchTerm next()
    {
        SearchTerm term;
        term.from = m_at;
        const bool hasMore = m_at + 1 < m_typed.size() && !m_typed.at(m_at + 1).isSpace();
        term.isNegated = here() == u'-' && hasMore;
        if (term.isNegated) ++m_at;
        term.field = takeField();
        if (!atEnd() && opensPhrase(here()))
            takePhrase(term);
        else
            takeWord(term);
        term.length = m_at - term.from;
        return term;
    }

    /// "from:" before a value that follows at once, or "#" before a digit.
    QString takeField()
    {
        if (here() == u'#' && m_at + 1 < m_typed.size() && m_typed.at(m_at + 1).isLetterOrNumber()) {
            ++m_at;
            return u"#"_s;
        }
        qsizetype end = m_at;
        while (end < m_typed.size() && m_typed.at(end).isLetter())
            ++end;
        const bool isOperator = end > m_at && end < m_typed.size() && m_typed.at(end) == u':';
        const QString name = isOperator ? folded(m_typed.sliced(m_at, end - m_at)) : QString();
        if (!isOperator || !m_fields.contains(name)) return {};
        m_at = end + 1;
        return name;
    }

    void takePhrase(SearchTerm &term)
    {
        term.isPhrase = true;
        const qsizetype begin = ++m_at;
        while (!atEnd() && !closesPhrase(here()))
            ++m_at;
        term.text = m_typed.sliced(begin, m_at - begin).trimmed().toString();
        term.isOpen = atEnd();
        if (!atEnd()) ++m_at;
    }

    void takeWord(SearchTerm &term)
    {
        const qsizetype begin = m_at;
        while (!atEnd() && !here().isSpace())
            ++m_at;
        term.text = m_typed.sliced(begin, m_at - begin).toString();
        term.isOpen = atEnd();
    }

    QStringView m_typed;
    const QStringList &m_fields;
    qsizetype m_at = 0;
};

} // namespace

QList<SearchTerm> searchTerms(QStringView typed, const QStringList &fields) { return Reading(typed, fields).all(); }

QList<TextSpan> wordPlaces(QStringView text)
{
    const auto isPart = [](QChar c) { return c.isLetterOrNumber() || c.isMark() || c.isSurrogate(); };
    QList<TextSpan> places;
    qsizetype begin = -1;
    for (qsizetype i = 0; i <= text.size(); ++i) {
        const bool goesOn = i < text.size() && isPart(text.at(i));
        if (goesOn && begin < 0) begin = i;
        if (goesOn || begin < 0) continue;
        places.append({begin, i - begin});
        begin = -1;
    }
    return places;
}

QStringList searchedWords(QStringView text)
{
    const QString line = folded(text);
    QStringList words;
    for (const TextSpan &place : wordPlaces(line))
        words.append(line.sliced(place.from, place.length));
    return words;
}

} // namespace akwaba
