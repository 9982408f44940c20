// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/channels/email/htmlflatten.h"

#include "app/server/channels/email/htmlrules.h"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <array>
#include <optional>

using namespace Qt::StringLiterals;

namespace akwaba::mail {
namespace {

using htmlrules::Element;

constexpr qsizetype longestName = 20;

/// Behind the first `end` from `at` on, or the end of all.
qsizetype behind(QStringView source, QStringView end, qsizetype at)
{
    const qsizetype found = source.indexOf(end, at);
    return found < 0 ? source.size() : found + end.size();
}

struct Tag {
    Element element = Element::Unknown;
    std::array<char, longestName> letters{}; // in here, since there may be a million of them
    qsizetype length = 0;
    bool closes = false;
    qsizetype end = 0; // behind it

    [[nodiscard]] QByteArrayView name() const { return QByteArrayView(letters).first(length); }
};

/// Where "<" begins no tag, its end is its beginning. In a flood one tag is mostly like the one `before`.
Tag tagAt(QStringView source, qsizetype at, const Tag &before)
{
    Tag tag;
    tag.end = at;
    const QStringView rest = source.sliced(at + 1);
    if (rest.startsWith(u"!--"))
        tag.end = behind(source, u"-->", at);
    else if (rest.startsWith(u'!') || rest.startsWith(u'?'))
        tag.end = behind(source, u">", at);
    tag.closes = rest.startsWith(u'/');
    const QStringView named = tag.closes ? rest.sliced(1) : rest;
    if (named.isEmpty() || named[0].unicode() >= 0x80 || !named[0].isLetter()) return tag;
    while (tag.length < std::min(longestName, named.size()) && named[tag.length].isLetterOrNumber()) {
        tag.letters[std::size_t(tag.length)] = named[tag.length].toLower().toLatin1();
        ++tag.length;
    }
    tag.element = tag.name() == before.name() ? before.element : htmlrules::elementOf(tag.name());
    tag.end = behind(source, u">", at);
    return tag;
}

bool staysInLine(Element element)
{
    return element == Element::Unknown || element == Element::Inline || element == Element::Link
        || element == Element::Picture || element == Element::Dropped;
}

/// Those without an end tag are dropped alone.
bool hasContent(QByteArrayView name) { return name != "base" && name != "meta"; }

/// The letter that "&name;" or "&#number;" at `at` stands for, and the place behind it; nothing where it is a "&".
std::optional<char32_t> letterAt(QStringView source, qsizetype &at)
{
    const qsizetype end = source.first(std::min(at + longestName, source.size())).indexOf(u';', at + 1);
    if (end < 0) return {};
    const QByteArray name = source.sliced(at + 1, end - at - 1).toLatin1();
    bool ok = true;
    uint code = 0;
    if (name.startsWith("#x") || name.startsWith("#X"))
        code = name.sliced(2).toUInt(&ok, 16);
    else if (name.startsWith('#'))
        code = name.sliced(1).toUInt(&ok);
    else if (const htmlEntityDesc *entity = htmlEntityLookup(reinterpret_cast<const xmlChar *>(name.constData())))
        code = entity->value;
    if (!ok || code == 0 || code > 0x10FFFF || QChar::isSurrogate(code)) return {};
    at = end + 1;
    return char32_t(code);
}

/// `room` holds it where it is another text than `source`.
QStringView decoded(QStringView source, QString &room)
{
    if (!source.contains(u'&')) return source;
    QString text;
    for (qsizetype at = 0; at < source.size();) {
        const qsizetype next = source.indexOf(u'&', at);
        text += source.sliced(at, (next < 0 ? source.size() : next) - at);
        if (next < 0) break;
        at = next;
        if (const auto letter = letterAt(source, at))
            text += QChar::fromUcs4(*letter);
        else
            text += source[at++];
    }
    room = std::move(text);
    return room;
}

} // namespace

void readFlat(QStringView source, const std::function<void(QStringView)> &text, const std::function<void()> &lineBreak)
{
    QString room;
    Tag before;
    for (qsizetype at = 0; at < source.size();) {
        const Tag tag = source[at] == u'<' ? tagAt(source, at, before) : Tag{.end = at};
        if (tag.end == at) {
            const qsizetype next = source.indexOf(u'<', at + 1);
            const qsizetype end = next < 0 ? source.size() : next;
            text(decoded(source.sliced(at, end - at), room));
            at = end;
            continue;
        }
        at = tag.end;
        before = tag;
        if (tag.element == Element::Dropped && !tag.closes && hasContent(tag.name())) {
            const QString end = u"</"_s + QString::fromLatin1(tag.name());
            const qsizetype close = source.indexOf(end, at, Qt::CaseInsensitive);
            at = close < 0 ? source.size() : behind(source, u">", close);
        } else if (!staysInLine(tag.element) && !tag.closes) {
            lineBreak();
        }
    }
}

} // namespace akwaba::mail
