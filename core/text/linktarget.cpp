// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/linktarget.h"

#include <QRegularExpression>
#include <QStringList>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

constexpr qsizetype longestShown = 300;

/// In its own letters, whatever registry it belongs to: that of the link's text is compared with it.
QString decodedHost(const QString &host) { return QUrl::fromAce(host.toLatin1(), QUrl::IgnoreIDNWhitelist).toLower(); }

QString encodedHost(const QString &host)
{
    const QByteArray ascii = QUrl::toAce(host, QUrl::IgnoreIDNWhitelist);
    return ascii.isEmpty() ? host.toLower() : QString::fromLatin1(ascii);
}

bool isPlain(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; });
}

QString withoutUnseen(const QString &text)
{
    QString seen = text;
    seen.removeIf([](QChar c) { return c.category() == QChar::Other_Format || c.category() == QChar::Other_Control; });
    return seen;
}

/// Names of files look like names of hosts.
bool isFileName(const QString &host)
{
    static const QStringList endings{u"pdf"_s, u"doc"_s, u"docx"_s, u"xls"_s, u"xlsx"_s, u"ppt"_s,  u"pptx"_s,
                                     u"odt"_s, u"ods"_s, u"txt"_s,  u"csv"_s, u"jpg"_s,  u"jpeg"_s, u"png"_s,
                                     u"gif"_s, u"htm"_s, u"html"_s, u"php"_s, u"asp"_s,  u"eml"_s};
    return endings.contains(host.section(u'.', -1));
}

/// The place that a text seems to name; empty where it names none.
QString hostIn(const QString &text)
{
    // Bounded: a hostile text costs no more than its length.
    static const QRegularExpression pattern(uR"(((?:[\w-]{1,63}\.){1,8})(\p{L}{2,24}|xn--[\w-]{1,59})(?![\w@]))"_s,
                                            QRegularExpression::UseUnicodePropertiesOption);
    const QString seen = withoutUnseen(text.left(longestShown)).toLower();
    const auto match = pattern.match(seen);
    if (!match.hasMatch()) return {};
    const bool isWritten = seen.contains(u"://") || seen.startsWith(u"www.");
    return isFileName(match.captured()) && !isWritten ? QString() : match.captured();
}

QString bare(QString host)
{
    host = encodedHost(host);
    return host.startsWith(u"www.") ? host.sliced(4) : host;
}

bool isSamePlace(const QString &said, const QString &host)
{
    return bare(said) == bare(host) || bare(host).endsWith(u'.' + bare(said));
}

} // namespace

LinkTarget linkTarget(const QString &text, const QString &target)
{
    const QUrl url(target);
    LinkTarget result;
    const bool isMail = url.scheme() == u"mailto";
    result.host = isMail ? decodedHost(url.path().section(u'@', -1).section(u'?', 0, 0)) : decodedHost(url.host());
    if (!result.host.isEmpty() && !isPlain(result.host)) result.ascii = encodedHost(result.host);
    QString shown = url.isValid() ? url.toDisplayString(QUrl::RemoveUserInfo) : target;
    if (!isMail && !url.host().isEmpty()) shown.replace(url.host(), result.host);
    shown = withoutUnseen(shown);
    result.shown = shown.size() > longestShown ? shown.first(longestShown) + u'…' : shown;
    const QString said = hostIn(text);
    const bool saysOther = !said.isEmpty() && !result.host.isEmpty() && !isSamePlace(said, result.host);
    result.isDisguised = saysOther || (!isMail && !url.userInfo().isEmpty());
    return result;
}

} // namespace akwaba
