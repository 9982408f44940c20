// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/channels/email/htmlrules.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace akwaba::mail::htmlrules {
namespace {

struct Rule {
    QByteArrayView name;
    Element element;
};

constexpr std::array rules{
    Rule{"a", Element::Link},           Rule{"abbr", Element::Inline},      Rule{"address", Element::Block},
    Rule{"article", Element::Block},    Rule{"b", Element::Inline},         Rule{"base", Element::Dropped},
    Rule{"big", Element::Inline},       Rule{"blockquote", Element::Quote}, Rule{"br", Element::Break},
    Rule{"caption", Element::Block},    Rule{"center", Element::Block},     Rule{"cite", Element::Inline},
    Rule{"code", Element::Inline},      Rule{"dd", Element::List},          Rule{"del", Element::Inline},
    Rule{"desc", Element::Dropped},     Rule{"div", Element::Block},        Rule{"dl", Element::Block},
    Rule{"dt", Element::Block},         Rule{"em", Element::Inline},        Rule{"font", Element::Inline},
    Rule{"footer", Element::Block},     Rule{"h1", Element::Block},         Rule{"h2", Element::Block},
    Rule{"h3", Element::Block},         Rule{"h4", Element::Block},         Rule{"h5", Element::Block},
    Rule{"h6", Element::Block},         Rule{"header", Element::Block},     Rule{"hr", Element::Ruler},
    Rule{"i", Element::Inline},         Rule{"img", Element::Picture},      Rule{"ins", Element::Inline},
    Rule{"kbd", Element::Inline},       Rule{"li", Element::ListItem},      Rule{"meta", Element::Dropped},
    Rule{"metadata", Element::Dropped}, Rule{"ol", Element::Block},         Rule{"p", Element::Paragraph},
    Rule{"pre", Element::Preformatted}, Rule{"s", Element::Inline},         Rule{"samp", Element::Inline},
    Rule{"script", Element::Dropped},   Rule{"section", Element::Block},    Rule{"small", Element::Inline},
    Rule{"span", Element::Inline},      Rule{"strike", Element::Inline},    Rule{"strong", Element::Inline},
    Rule{"style", Element::Dropped},    Rule{"sub", Element::Inline},       Rule{"sup", Element::Inline},
    Rule{"table", Element::Table},      Rule{"td", Element::Cell},          Rule{"template", Element::Dropped},
    Rule{"th", Element::Cell},          Rule{"title", Element::Dropped},    Rule{"tr", Element::Row},
    Rule{"tt", Element::Inline},        Rule{"u", Element::Inline},         Rule{"ul", Element::List},
    Rule{"var", Element::Inline},       Rule{"xml", Element::Dropped},
};

constexpr qsizetype longestAddress = 2048;
constexpr int widest = 4096;
constexpr int widestTable = 440; // the text column of the narrowest window

QString withoutControls(const QString &value)
{
    QString clean;
    for (const QChar c : value) {
        if (c.unicode() > 0x20 && c.unicode() != 0x7F && c.category() != QChar::Other_Format) clean.append(c);
    }
    return clean;
}

std::optional<QString> number(const QString &value, int highest)
{
    const bool percent = value.endsWith(u'%');
    QString digits = value.trimmed();
    if (percent) digits.chop(1);
    if (digits.endsWith(u"px")) digits.chop(2);
    bool ok = false;
    const int parsed = digits.toInt(&ok);
    if (!ok || parsed < 0) return {};
    return QString::number(std::min(parsed, percent ? 100 : highest)) + (percent ? u"%"_s : QString());
}

std::optional<QString> oneOf(const QString &value, std::initializer_list<QStringView> words)
{
    const QString lower = value.trimmed().toLower();
    return std::find(words.begin(), words.end(), QStringView(lower)) != words.end() ? std::optional(lower)
                                                                                    : std::nullopt;
}

} // namespace

Element elementOf(QByteArrayView lowerCaseName)
{
    static_assert(std::is_sorted(rules.begin(), rules.end(), [](const Rule &a, const Rule &b) {
        return std::string_view(a.name.data(), size_t(a.name.size()))
            < std::string_view(b.name.data(), size_t(b.name.size()));
    }));
    const auto rule = std::lower_bound(rules.begin(), rules.end(), lowerCaseName,
                                       [](const Rule &a, QByteArrayView name) { return a.name < name; });
    return rule != rules.end() && rule->name == lowerCaseName ? rule->element : Element::Unknown;
}

std::optional<QString> allowedValue(QByteArrayView attribute, const QString &value)
{
    if (attribute == "align") return oneOf(value, {u"left", u"right", u"center", u"justify"});
    if (attribute == "valign") return oneOf(value, {u"top", u"middle", u"bottom"});
    if (attribute == "dir") return oneOf(value, {u"ltr", u"rtl"});
    if (attribute == "width" || attribute == "height") return number(value, widest);
    if (attribute == "colspan" || attribute == "rowspan") return number(value, 50);
    if (attribute == "border") return number(value, 4);
    if (attribute == "cellpadding" || attribute == "cellspacing") return number(value, 24);
    if (attribute == "start") return number(value, 100'000);
    if (attribute == "alt" || attribute == "title") {
        QString clean = value.left(300);
        clean.removeIf(isUnwanted);
        return clean;
    }
    return {};
}

std::optional<QString> allowedLink(const QString &href)
{
    const QString clean = withoutControls(href);
    if (clean.size() > longestAddress) return {};
    for (const QStringView scheme : {u"http://", u"https://", u"mailto:", u"tel:"}) {
        if (clean.size() > scheme.size() && clean.startsWith(scheme, Qt::CaseInsensitive)) return clean;
    }
    return {};
}

std::optional<QString> allowedPicture(const QString &src)
{
    static const QRegularExpression placeholder(u"^remote:[0-9a-f]{16}$"_s);
    const QString clean = withoutControls(src);
    if (placeholder.match(clean).hasMatch()) return clean;
    if (clean.size() > longestAddress || !clean.startsWith(u"cid:", Qt::CaseInsensitive)) return {};
    return u"cid:"_s + clean.sliced(4);
}

std::optional<QString> remoteAddress(const QString &src)
{
    const QString clean = withoutControls(src);
    if (clean.size() > longestAddress) return {};
    if (clean.startsWith(u"//")) return u"https:"_s + clean;
    const bool isWeb =
        clean.startsWith(u"http://", Qt::CaseInsensitive) || clean.startsWith(u"https://", Qt::CaseInsensitive);
    return isWeb ? std::optional(clean) : std::nullopt;
}

bool isUnseen(const HtmlAttributes &picture)
{
    static const QRegularExpression style(
        u"(?:^|;)(?:display:none|visibility:hidden|opacity:0(?:\\.0*)?|(?:max-)?(?:width|height):[01](?:px)?)"
        "(?:!important)?(?:;|$)"_s);
    return std::any_of(picture.begin(), picture.end(), [](const HtmlAttribute &attribute) {
        if (attribute.name == "hidden") return true;
        if (attribute.name == "width" || attribute.name == "height") {
            const auto side = number(attribute.value, widest);
            return side == u"0" || side == u"1";
        }
        if (attribute.name != "style") return false;
        QString value = attribute.value.left(longestAddress).toLower();
        value.removeIf([](QChar c) { return c.isSpace(); });
        return style.match(value).hasMatch();
    });
}

std::optional<QString> tableWidth(const QString &allowedWidth)
{
    const bool fits = allowedWidth.endsWith(u'%') || allowedWidth.toInt() <= widestTable;
    return fits ? std::optional(allowedWidth) : std::nullopt;
}

} // namespace akwaba::mail::htmlrules
