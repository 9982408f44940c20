// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/channels/hostile/rewrittenrules.h"

#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace akwaba::hostile {

namespace {

constexpr qsizetype largest = 256 * 1024; // bytes
constexpr qsizetype deepest = 100;
constexpr qsizetype deepestTable = 6;
constexpr int mostCells = 2000;
constexpr qsizetype longestWord = 1000;

const QSet<QString> &allowedElements()
{
    static const QSet<QString> names = [] {
        const QString all =
            u"a abbr address article b big blockquote br caption center cite code dd del div dl dt em font footer h1 "
            "h2 h3 h4 h5 h6 header hr i img ins kbd li ol p pre s samp section small span strike strong sub sup table "
            "td th tr tt u ul var"_s;
        const QStringList list = all.split(u' ');
        return QSet<QString>(list.begin(), list.end());
    }();
    return names;
}

const QSet<QString> &allowedAttributes()
{
    static const QSet<QString> names{u"align"_s,       u"valign"_s,      u"dir"_s,    u"width"_s, u"height"_s,
                                     u"colspan"_s,     u"rowspan"_s,     u"border"_s, u"start"_s, u"alt"_s,
                                     u"cellpadding"_s, u"cellspacing"_s, u"title"_s,  u"href"_s,  u"src"_s};
    return names;
}

QString faultOfAttribute(const QString &element, const QString &name, const QString &value)
{
    if (!allowedAttributes().contains(name)) return u"attribute "_s + name;
    static const QRegularExpression link(u"^(https?://|mailto:|tel:)[^\\s]+$"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    if (name == u"href" && (element != u"a" || !link.match(value).hasMatch())) return u"link "_s + value;
    static const QRegularExpression picture(u"^(cid:[^\\s]*|remote:[0-9a-f]{16})$"_s);
    if (name == u"src" && (element != u"img" || !picture.match(value).hasMatch())) return u"picture "_s + value;
    return {};
}

class Checker {
public:
    QString tag(const QRegularExpressionMatch &match)
    {
        const QString name = match.captured(2);
        if (!allowedElements().contains(name)) return u"element "_s + name;
        if (!match.captured(1).isEmpty()) {
            if (m_open.isEmpty() || m_open.takeLast() != name) return u"not balanced: "_s + name;
            return {};
        }
        static const QRegularExpression attribute(u" ([a-z]+)=\"([^\"]*)\""_s);
        auto attributes = attribute.globalMatch(match.captured(3));
        while (attributes.hasNext()) {
            const auto one = attributes.next();
            if (const QString fault = faultOfAttribute(name, one.captured(1), one.captured(2)); !fault.isEmpty())
                return fault;
        }
        if (name == u"br" || name == u"hr" || name == u"img") return {};
        m_open.append(name);
        if (m_open.size() > deepest) return u"too deep"_s;
        if (name == u"table" && m_open.count(name) > deepestTable) return u"too many tables in each other"_s;
        if ((name == u"td" || name == u"th") && ++m_cells > mostCells) return u"too many cells"_s;
        return {};
    }

    [[nodiscard]] bool isBalanced() const { return m_open.isEmpty(); }

private:
    QStringList m_open;
    int m_cells = 0;
};

/// Words go on over tags that break no line.
QString faultOfWords(QString html)
{
    static const QRegularExpression inlineTag(
        u"</?(?:a|abbr|b|big|cite|code|del|em|font|i|ins|kbd|s|samp|small|span|strike|strong|sub|sup|tt|u|var)"
        "(?: [^>]*)?>"_s);
    static const QRegularExpression entity(u"&(?:amp|lt|gt|quot|#39|nbsp);"_s);
    static const QRegularExpression tag(u"<[^>]*>"_s);
    html.remove(inlineTag);
    html.replace(tag, u" "_s);
    html.replace(entity, u"x"_s);
    qsizetype length = 0;
    for (const QChar c : std::as_const(html)) {
        const bool breaks = c == u' ' || c == u'\n' || c == u'\t' || c == u'\r' || c == QChar(0x200B);
        length = breaks ? 0 : length + 1;
        if (length > longestWord + 1) return u"a word of more than 1000 letters"_s; // one more: never within a pair
    }
    return {};
}

} // namespace

QString faultOf(const QString &rewritten)
{
    if (rewritten.toUtf8().size() > largest) return u"%1 bytes"_s.arg(rewritten.toUtf8().size());
    static const QRegularExpression tagPattern(u"<(/?)([a-z][a-z0-9]*)((?: [a-z]+=\"[^\"<>]*\")*)>"_s);
    Checker checker;
    qsizetype at = 0;
    auto tags = tagPattern.globalMatch(rewritten);
    while (tags.hasNext()) {
        const auto tag = tags.next();
        const QStringView between = QStringView(rewritten).sliced(at, tag.capturedStart() - at);
        if (between.contains(u'<') || between.contains(u'>')) return u"stray markup: "_s + between.left(80);
        if (const QString fault = checker.tag(tag); !fault.isEmpty()) return fault;
        at = tag.capturedEnd();
    }
    if (QStringView(rewritten).sliced(at).contains(u'<')) return u"stray markup at the end"_s;
    return checker.isBalanced() ? faultOfWords(rewritten) : u"not balanced at the end"_s;
}

} // namespace akwaba::hostile
