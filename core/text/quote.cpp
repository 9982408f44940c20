// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/quote.h"

#include "core/text/quotemarks.h"
#include "core/text/signaturemarks.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace akwaba {
namespace {

enum class Line { Blank, Text, Attribution, Quote, Signature, Embedded };

struct Lines {
    QList<QStringView> text;
    QList<Line> kind;

    [[nodiscard]] qsizetype count() const { return text.size(); }
};

qsizetype nextNotBlank(const Lines &lines, qsizetype from)
{
    while (from < lines.count() && lines.text[from].trimmed().isEmpty())
        ++from;
    return from;
}

// A person, too, may say who wrote something; then what follows is his own text.
bool isQuoteMarked(const Lines &lines, qsizetype after)
{
    const qsizetype next = nextNotBlank(lines, after);
    return next < lines.count() && quotemarks::isQuoteLine(lines.text[next]);
}

struct Passage {
    Line kind = Line::Blank;
    qsizetype lines = 0;
};

// What is quoted from here on, or says so; without lines where nothing is.
Passage quotedAt(const Lines &lines, qsizetype at, bool textBefore)
{
    const Passage rest{Line::Embedded, lines.count() - at};
    if (quotemarks::isQuoteLine(lines.text[at])) return {Line::Quote, 1};
    if (quotemarks::startsEmbeddedMail(lines.text, at)) return rest;
    const auto attribution = quotemarks::attributionAt(lines.text, at);
    if (attribution.lines == 0) return {};
    const bool isMarked = isQuoteMarked(lines, at + attribution.lines);
    if (!isMarked && !attribution.isExact) return {};
    // Above unmarked text it means that the rest is the quote; at the very top it is the habit of those who answer
    // below.
    return textBefore && !isMarked ? rest : Passage{Line::Attribution, attribution.lines};
}

void classify(Lines &lines)
{
    bool textBefore = false;
    bool inSignature = false;
    bool inBox = false;
    for (qsizetype at = 0; at < lines.count(); ++at) {
        const QStringView line = lines.text[at];
        if (line.trimmed().isEmpty()) continue;
        Line &kind = lines.kind[at];
        if (const Passage quoted = quotedAt(lines, at, textBefore); quoted.lines > 0) {
            std::fill_n(lines.kind.begin() + at, quoted.lines, quoted.kind);
            inSignature = false;
            at += quoted.lines - 1;
        } else if (inSignature) {
            kind = Line::Signature;
        } else if (signaturemarks::isDelimiter(line)) {
            // A ruler on top of everything signs nothing, nor do the two round a part of the text.
            const bool opensBox = !inBox && signaturemarks::opensBox(lines.text, at);
            inSignature = textBefore && !inBox && !opensBox;
            inBox = opensBox;
            kind = inSignature ? Line::Signature : Line::Text;
        } else if (signaturemarks::isOfDevice(line)) {
            kind = Line::Signature;
        } else {
            kind = Line::Text;
            textBefore = true;
        }
    }
}

bool isWritten(Line kind) { return kind == Line::Text || kind == Line::Blank; }

// What a company adds stands at the end of all, below the quotes too; what
// stands above it may end with a signature of its own.
void foldSignatures(Lines &lines)
{
    for (qsizetype end = lines.kind.lastIndexOf(Line::Text) + 1; end > 0;) {
        qsizetype from = end;
        while (from > 0 && isWritten(lines.kind[from - 1]))
            --from;
        for (const qsizetype at : signaturemarks::signatureWithoutDelimiter(lines.text, from, end))
            lines.kind[at] = Line::Signature;
        const qsizetype last = lines.kind.lastIndexOf(Line::Text, end - 1);
        if (last >= from) return;
        end = last + 1;
    }
}

qsizetype quotesBefore(const Lines &lines, qsizetype end)
{
    qsizetype quotes = 0;
    bool inQuote = false;
    for (qsizetype at = 0; at < end; ++at) {
        if (lines.kind[at] == Line::Blank) continue;
        quotes += lines.kind[at] == Line::Quote && !inQuote ? 1 : 0;
        inQuote = lines.kind[at] == Line::Quote;
    }
    return quotes;
}

// A quote below which somebody wrote belongs to what he wrote, unless it is the
// only one, on top, introduced by its attribution.
void keepAnsweredQuotes(Lines &lines)
{
    const auto first =
        std::find_if(lines.kind.begin(), lines.kind.end(), [](Line kind) { return kind != Line::Blank; });
    const qsizetype lastText = lines.kind.lastIndexOf(Line::Text);
    const bool isTopQuote =
        first != lines.kind.end() && *first == Line::Attribution && quotesBefore(lines, lastText) == 1;
    if (isTopQuote) return;
    for (qsizetype at = 0; at < lastText; ++at) {
        if (lines.kind[at] == Line::Quote) lines.kind[at] = Line::Text;
    }
}

BodyPartKind partOf(Line kind)
{
    switch (kind) {
    case Line::Signature: return BodyPartKind::Signature;
    case Line::Attribution:
    case Line::Quote:
    case Line::Embedded: return BodyPartKind::Quoted;
    case Line::Blank:
    case Line::Text: break;
    }
    return BodyPartKind::Visible;
}

QList<BodyPart> joined(const Lines &lines)
{
    QList<BodyPart> parts;
    for (qsizetype at = 0; at < lines.count(); ++at) {
        const bool blank = lines.kind[at] == Line::Blank;
        const BodyPartKind kind = blank && !parts.isEmpty() ? parts.last().kind : partOf(lines.kind[at]);
        if (parts.isEmpty() || parts.last().kind != kind)
            parts.append({kind, lines.text[at].toString()});
        else
            parts.last().text += u'\n' + lines.text[at];
    }
    return parts;
}

QString withoutBlankEnds(const QString &text)
{
    QStringView view(text);
    while (!view.isEmpty() && view.back().isSpace())
        view.chop(1);
    // The indent of the first line is part of it.
    for (qsizetype end = view.indexOf(u'\n'); end >= 0 && view.first(end).trimmed().isEmpty();
         end = view.indexOf(u'\n'))
        view = view.sliced(end + 1);
    return view.toString();
}

QString textOf(const QList<BodyPart> &parts, BodyPartKind kind)
{
    QStringList texts;
    for (const BodyPart &part : parts) {
        if (part.kind == kind) texts.append(part.text);
    }
    return withoutBlankEnds(texts.join(u'\n'));
}

// What a person writes stands in the first pages. The rest of a log or a book
// joins the last part, so that no body takes longer than this many letters do.
QStringView analysedHead(const QString &source)
{
    constexpr qsizetype longestHead = 256 * 1024;
    if (source.size() <= longestHead) return source;
    const qsizetype end = source.lastIndexOf(u'\n', longestHead);
    return QStringView(source).first(end < 0 ? longestHead : end);
}

} // namespace

QList<BodyPart> bodyParts(QStringView body)
{
    QString source = body.toString();
    source.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n');
    const QStringView head = analysedHead(source);
    Lines lines;
    lines.text = head.split(u'\n');
    lines.kind.fill(Line::Blank, lines.text.size());
    classify(lines);
    foldSignatures(lines);
    keepAnsweredQuotes(lines);
    QList<BodyPart> parts = joined(lines);
    parts.last().text += QStringView(source).sliced(head.size());
    if (textOf(parts, BodyPartKind::Visible).isEmpty()) return {{BodyPartKind::Visible, source}};
    return parts;
}

ReplyParts replyParts(QStringView body)
{
    const QList<BodyPart> parts = bodyParts(body);
    return {textOf(parts, BodyPartKind::Visible), textOf(parts, BodyPartKind::Quoted),
            textOf(parts, BodyPartKind::Signature)};
}

} // namespace akwaba
