// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/rewritten.h"

#include "core/text/html.h"
#include "tests/fuzz/promise.h"

#include <QRegularExpression>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace akwaba::fuzz {

namespace {

/// An attribute as it may be written.
void promiseAttribute(const QString &name, const QString &value)
{
    static const QStringList known{u"align"_s,   u"alt"_s,   u"border"_s, u"cellpadding"_s, u"cellspacing"_s,
                                   u"colspan"_s, u"dir"_s,   u"height"_s, u"href"_s,        u"rowspan"_s,
                                   u"src"_s,     u"start"_s, u"title"_s,  u"valign"_s,      u"width"_s};
    promise(known.contains(name), "only known attributes", name);
    static const QRegularExpression target(u"^(?:https?://|mailto:|tel:)"_s, QRegularExpression::CaseInsensitiveOption);
    if (name == u"href")
        promise(target.match(value).hasMatch(), "a link goes to the web, a mail or a telephone", value);
    // Neither reaches out by itself: one is a part of the mail, the other a number that the server knows.
    if (name == u"src") promise(value.startsWith(u"cid:") || value.startsWith(u"remote:"), "no picture from outside");
}

bool isEmptyElement(const QString &name) { return name == u"br" || name == u"hr" || name == u"img"; }

/// What is not markup: letters, and characters that were escaped.
void promiseText(const QString &text)
{
    static const QRegularExpression loose(u"&(?!(?:amp|lt|gt|quot|nbsp|#39);)"_s);
    promise(!loose.match(text).hasMatch(), "an ampersand is escaped");
    promise(!text.contains(u'>') && !text.contains(u'<'), "a bracket is escaped");
    qsizetype letters = 0;
    for (const QChar c : text) {
        letters = c.isSpace() || c == QChar(0x200B) ? 0 : letters + 1;
        // An escaped character counts for one in the writer and for up to six here.
        promise(letters <= 7 * longestWord, "words are breakable");
    }
}

} // namespace

void promiseAllowed(const QString &html, const mail::HtmlLimits &limits)
{
    static const QRegularExpression tag(uR"x(<(/?)([a-z][a-z0-9]*)((?: [a-z]+="[^"<>]*")*)>)x"_s);
    static const QRegularExpression attribute(uR"x( ([a-z]+)="([^"]*)")x"_s);
    QStringList open;
    qsizetype from = 0;
    auto tags = tag.globalMatch(html);
    while (tags.hasNext()) {
        const auto found = tags.next();
        promiseText(html.mid(from, found.capturedStart() - from));
        from = found.capturedEnd();
        const QString name = found.captured(2);
        static const QStringList never{u"script"_s, u"style"_s, u"iframe"_s, u"form"_s,   u"input"_s,  u"object"_s,
                                       u"embed"_s,  u"svg"_s,   u"math"_s,   u"link"_s,   u"meta"_s,   u"base"_s,
                                       u"video"_s,  u"audio"_s, u"frame"_s,  u"applet"_s, u"button"_s, u"select"_s};
        promise(!never.contains(name), "no element that does something", name);
        auto attributes = attribute.globalMatch(found.captured(3));
        while (attributes.hasNext()) {
            const auto each = attributes.next();
            promiseAttribute(each.captured(1), each.captured(2));
        }
        if (isEmptyElement(name)) continue;
        if (found.captured(1).isEmpty()) {
            open.append(name);
            promise(open.size() <= limits.depth, "not too deep");
            promise(open.count(u"table"_s) <= limits.tableDepth, "not too many tables in one another");
        } else {
            promise(!open.isEmpty() && open.takeLast() == name, "tags close in order", name);
        }
    }
    promiseText(html.mid(from));
    promise(open.isEmpty(), "every tag closes");
    promise(html.count(u"<td"_s) + html.count(u"<th"_s) <= limits.cells, "not too many cells");
}

} // namespace akwaba::fuzz
