// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/quote.h"

#include "core/text/quotemarks.h"

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

// An attribution above text that is not marked as quoted means that the rest is
// the quote; at the very top it is the habit of those who answer below.
bool quotesTheRest(const Lines &lines, qsizetype after, bool textBefore)
{
    const qsizetype next = nextNotBlank(lines, after);
    return textBefore && (next == lines.count() || !quotemarks::isQuoteLine(lines.text[next]));
}

void classify(Lines &lines)
{
    bool textBefore = false;
    bool inSignature = false;
    for (qsizetype at = 0; at < lines.count(); ++at) {
        const QStringView line = lines.text[at];
        Line &kind = lines.kind[at];
        if (line.trimmed().isEmpty()) continue;
        if (quotemarks::isQuoteLine(line)) {
            kind = Line::Quote;
            inSignature = false;
        } else if (quotemarks::startsEmbeddedMail(lines.text, at)) {
            std::fill(lines.kind.begin() + at, lines.kind.end(), Line::Embedded);
            return;
        } else if (const qsizetype length = quotemarks::attributionLength(lines.text, at); length > 0) {
            if (quotesTheRest(lines, at + length, textBefore)) {
                std::fill(lines.kind.begin() + at, lines.kind.end(), Line::Embedded);
                return;
            }
            std::fill_n(lines.kind.begin() + at, length, Line::Attribution);
            inSignature = false;
            at += length - 1;
        } else if (inSignature || quotemarks::isSignatureDelimiter(line)) {
            // A ruler on top of everything signs nothing.
            inSignature = inSignature || textBefore;
            kind = inSignature ? Line::Signature : Line::Text;
        } else if (quotemarks::isDeviceSignature(line)) {
            kind = Line::Signature;
        } else {
            kind = Line::Text;
            textBefore = true;
        }
    }
}

// A quote below which somebody wrote belongs to what he wrote, unless it is the
// one quote on top, introduced by its attribution.
void keepAnsweredQuotes(Lines &lines)
{
    const auto first =
        std::find_if(lines.kind.begin(), lines.kind.end(), [](Line kind) { return kind != Line::Blank; });
    bool topQuote = first != lines.kind.end() && *first == Line::Attribution;
    const qsizetype lastText = lines.kind.lastIndexOf(Line::Text);
    for (qsizetype at = 0; at < lines.count(); ++at) {
        if (lines.kind[at] == Line::Text) topQuote = false;
        if (lines.kind[at] == Line::Quote && !topQuote && at < lastText) lines.kind[at] = Line::Text;
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
