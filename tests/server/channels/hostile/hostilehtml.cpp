// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/channels/hostile/hostilehtml.h"

#include <QDir>
#include <QFile>

static void initHostileFiles() { Q_INIT_RESOURCE(hostile); }

using namespace Qt::StringLiterals;

namespace akwaba::hostile {

namespace {

class Collection {
public:
    void add(const QString &name, const QString &html) { m_parts.append({name, html.toUtf8(), "utf-8"}); }
    void addDisputed(const QString &name, const QString &html) { m_parts.append({name, html.toUtf8(), "utf-8", true}); }
    void addBytes(const QString &name, const QByteArray &bytes, const QByteArray &charset)
    {
        m_parts.append({name, bytes, charset});
    }
    [[nodiscard]] QList<Html> parts() const { return m_parts; }

private:
    QList<Html> m_parts;
};

QString times(const QString &part, int count) { return part.repeated(count); }

/// `count` parts that differ by their number, which stands for "%1".
QString numbered(const QString &part, int count)
{
    QString all;
    for (int i = 0; i < count; ++i)
        all += part.arg(i);
    return all;
}

void addNesting(Collection &all)
{
    for (const QString &name : {u"div"_s, u"span"_s, u"blockquote"_s, u"b"_s, u"font"_s, u"section"_s, u"form"_s,
                                u"o:p"_s, u"center"_s, u"pre"_s})
        all.add(u"nested "_s + name, times(u'<' + name + u'>', 100'000) + u"fin"_s);
    for (const QString &name : {u"ul><li"_s, u"ol><li"_s, u"dl><dd"_s, u"table><tr><td"_s, u"a href='https://t.ci'"_s})
        all.add(u"nested <"_s + name + u'>', times(u'<' + name + u'>', 30'000) + u"fin"_s);
    all.add(u"twenty tables"_s, times(u"<table><tr><td>"_s, 20) + u"fin"_s + times(u"</td></tr></table>"_s, 20));
    all.add(u"ninety-nine quotes"_s, times(u"<blockquote>mot "_s, 99) + u"fin"_s + times(u"</blockquote>"_s, 99));
    all.add(u"ninety-nine lists"_s, times(u"<ul><li>mot "_s, 49) + u"fin"_s + times(u"</li></ul>"_s, 49));
    all.add(u"quotes in cells"_s, times(u"<table><tr><td><blockquote><ul><li>mot "_s, 16) + u"fin"_s);
    all.add(u"tables within limits, each padded"_s,
            times(u"<table border=4 cellpadding=24 cellspacing=24 width=4000><tr><td>mot<td>mot<td>"_s, 6) + u"fin"_s);
    all.add(u"wrong ends"_s, times(u"<div>"_s, 50'000) + times(u"</b>"_s, 50'000) + u"fin"_s);
    all.add(u"ends without beginnings"_s, times(u"</table></div></td>"_s, 50'000) + u"fin"_s);
    all.add(u"crossed"_s, times(u"<b><i>mot</b>mot</i> "_s, 20'000) + u"fin"_s);
    all.add(u"crossed tables"_s, times(u"<table><b><tr><i><td>mot</table></b></i> "_s, 3'000) + u"fin"_s);
    all.add(u"unclosed everything"_s,
            times(u"<p><b><i><u><table><tr><td><ul><li><a href='https://t.ci/'><font color=red><pre>mot "_s, 2'000)
                + u"fin"_s);
    all.add(u"deep and then scripts"_s,
            times(u"<div>"_s, 5'000)
                + u"<style>p{color:red}</style><!-- x --><script>alert(1)</script>&eacute;t&#233; fin"_s);
}

void addTables(Collection &all)
{
    all.add(u"rows"_s, u"<table>"_s + times(u"<tr><td>a</td></tr>"_s, 20'000) + u"</table>fin"_s);
    all.add(u"columns"_s, u"<table><tr>"_s + times(u"<td>a</td>"_s, 20'000) + u"</tr></table>fin"_s);
    all.add(u"two thousand cells"_s,
            u"<table>"_s + times(u"<tr>"_s + times(u"<td>a</td>"_s, 50) + u"</tr>"_s, 40) + u"</table>fin"_s);
    all.add(u"two thousand columns"_s, u"<table><tr>"_s + times(u"<td>a"_s, 2'000) + u"</table>fin"_s);
    all.add(u"tables of one cell"_s, times(u"<table><tr><td>a</td></tr></table>"_s, 5'000) + u"fin"_s);
    all.add(u"wide cells"_s,
            u"<table>"_s + times(u"<tr><td colspan=50>a<td colspan=50>b</tr>"_s, 1'000) + u"</table>fin"_s);
    all.add(u"high cells"_s,
            u"<table>"_s + times(u"<tr><td rowspan=50>a<td rowspan=50>b</tr>"_s, 1'000) + u"</table>fin"_s);
    all.add(u"wide and high cells"_s,
            u"<table>"_s + times(u"<tr><td colspan=50 rowspan=50>a"_s, 2'000) + u"</table>fin"_s);
    all.add(u"colspan of a thousand million"_s, u"<table><tr><td colspan=1000000000 rowspan=65534>fin</table>"_s);
    all.add(u"empty tables"_s, times(u"<table></table>"_s, 20'000) + u"fin"_s);
    all.add(u"rows without a table"_s, times(u"<tr><td>mot</td></tr>"_s, 20'000) + u"fin"_s);
    all.add(u"cells of paragraphs"_s,
            u"<table>"_s + times(u"<tr><td><p>un<p>deux</td><td><div>trois</div></td></tr>"_s, 1'000)
                + u"</table>fin"_s);
    all.add(u"colgroups"_s,
            u"<table>"_s + times(u"<colgroup span=1000><col width=1>"_s, 5'000) + u"<tr><td>fin</table>"_s);
}

void addLength(Collection &all)
{
    all.add(u"a word"_s, QString(1'000'000, u'a') + u" fin"_s);
    all.add(u"a word in pieces"_s, times(u"aaaaaaaaaa<b></b>"_s, 20'000) + u" fin"_s);
    all.add(u"a word in unknown pieces"_s, times(u"aaaaaaaaaa<o:p></o:p>"_s, 20'000) + u" fin"_s);
    all.add(u"a word in cells that are left out"_s, times(u"aaaaaaaaaa<td></td>"_s, 20'000) + u" fin"_s);
    all.add(u"a word of no-break spaces"_s, times(u"a&nbsp;"_s, 60'000) + u" fin"_s);
    all.add(u"a word of joiners"_s, times(u"a\u2060\u202F\u2007\uFEFF"_s, 40'000) + u" fin"_s);
    all.add(u"marks on one letter"_s, u"a"_s + QString(200'000, QChar(0x0301)) + u" fin"_s);
    all.add(u"preformatted"_s, u"<pre>"_s + QString(1'000'000, u'b') + u"</pre>fin"_s);
    all.add(u"preformatted lines"_s, u"<pre>"_s + times(u"a\n"_s, 100'000) + u"</pre>fin"_s);
    all.add(u"preformatted spaces"_s, u"<pre>"_s + QString(300'000, u' ') + u"</pre>fin"_s);
    all.add(u"paragraphs"_s, times(u"<p>a</p>"_s, 100'000) + u"fin"_s);
    all.add(u"breaks"_s, times(u"a<br>"_s, 100'000) + u"fin"_s);
    all.add(u"rulers"_s, times(u"<hr>"_s, 50'000) + u"fin"_s);
    all.add(u"list items"_s, u"<ul>"_s + times(u"<li>a"_s, 60'000) + u"</ul>fin"_s);
    all.add(u"lists"_s, times(u"<ol start=99999><li>a</ol>"_s, 20'000) + u"fin"_s);
    all.add(u"spans"_s, times(u"<span>a</span>"_s, 100'000) + u"fin"_s);
    all.add(u"formats"_s, numbered(u"<b>%1</b><i><u>%1</u></i> "_s, 20'000) + u"fin"_s);
    all.add(u"fonts"_s, numbered(u"<font size='%1' color='#%1' face='f%1'>a</font>"_s, 20'000) + u"fin"_s);
    all.add(u"empty elements"_s, times(u"<b></b>"_s, 200'000) + u"fin"_s);
    all.add(u"one line of words"_s, times(u"mot "_s, 60'000) + u"fin"_s);
    all.add(u"letters of all the world"_s,
            times(u"日本語のメール。 Абидjан مرحبا بكم שלום नमस्ते สวัสดีครับ 안녕하세요 "_s, 2'000) + u"fin"_s);
    all.add(u"emoji"_s, times(u"👩🏽‍🚀🇨🇮 "_s, 20'000) + u"fin"_s);
    all.add(u"five megabytes"_s, times(u"<p>abcdefg</p>"_s, 400'000) + u"fin"_s);
    all.add(u"five megabytes of script"_s,
            u"<script>"_s + times(u"var a = '<p>';\n"_s, 400'000) + u"</script><p>&eacute;t&#233; fin</p>"_s);
}

void addFloods(Collection &all)
{
    all.add(u"rules of style"_s, u"<style>"_s + times(u"p{color:red}"_s, 20'000) + u"</style>fin"_s);
    all.add(u"styles"_s,
            times(u"<p style='color:red;position:fixed;width:9999px;background:url(//x.ci)'>mot</p>"_s, 3'000)
                + u"fin"_s);
    all.add(u"one long style"_s, u"<p style='"_s + times(u"color:red;"_s, 100'000) + u"'>fin</p>"_s);
    all.add(u"classes"_s, numbered(u"<p class='c%1' id='i%1'>mot</p>"_s, 10'000) + u"fin"_s);
    all.add(u"attributes"_s, u"<p "_s + numbered(u"a%1=1 "_s, 20'000) + u">fin</p>"_s);
    all.add(u"one long attribute"_s, u"<p title=\""_s + QString(1'000'000, u'x') + u"\">fin</p>"_s);
    all.add(u"ampersands"_s, times(u"&"_s, 300'000) + u" fin"_s);
    all.add(u"entities"_s, times(u"&lt;&#60;&#x3c;&amp;lt;"_s, 30'000) + u" fin"_s);
    all.add(u"entities without end"_s, times(u"&#"_s, 100'000) + u" fin"_s);
    all.add(u"entities of nothing"_s, times(u"&#0;&#xD800;&#x110000;&#xFFFE;&#99999999999;"_s, 5'000) + u" fin"_s);
    all.addDisputed(u"less-than signs"_s, times(u"<"_s, 300'000) + u" fin"_s);
    all.addDisputed(u"open comments"_s, times(u"<!--"_s, 100'000) + u"--> fin"_s);
    all.addDisputed(u"open declarations"_s, times(u"<!"_s, 100'000) + u"> fin"_s);
    all.addDisputed(u"open instructions"_s, times(u"<?"_s, 100'000) + u"> fin"_s);
    all.add(u"comments"_s, times(u"<!-- x -->a"_s, 50'000) + u"fin"_s);
    all.add(u"doctypes"_s, times(u"<!DOCTYPE html>"_s, 20'000) + u"fin"_s);
    all.add(u"pages in pages"_s, times(u"<html><head><title>t</title></head><body>mot "_s, 5'000) + u"fin"_s);
    all.add(u"links"_s, numbered(u"<a href='https://t.ci/%1'>mot</a> "_s, 10'000) + u"fin"_s);
    all.add(u"giant pictures"_s, times(u"<img src='cid:a@t.ci' width=4000 height=4000>"_s, 2'000) + u"fin"_s);
    all.add(u"many pictures"_s, numbered(u"<img src='cid:p%1@t.ci'>"_s, 5'000) + u"fin"_s);
    all.add(u"many remote pictures"_s, numbered(u"<img src='https://x.ci/p%1.png'>"_s, 5'000) + u"fin"_s);
    all.add(u"alternative texts"_s, numbered(u"<img src='https://x.ci/%1.png' alt='Image %1'> "_s, 3'000) + u"fin"_s);
    all.add(u"source sets"_s, u"<img srcset='"_s + numbered(u"https://x.ci/%1.png %1w,"_s, 5'000) + u"'>fin"_s);
    all.add(u"frames of text documents"_s, QString(20'000, QChar(0xFDD0)) + QString(20'000, QChar(0xFDD1)) + u"fin"_s);
    all.add(u"objects that are letters"_s, times(u"\uFFFC\u2028\u2029\u0085"_s, 5'000) + u"fin"_s);
    all.add(u"control characters"_s, times(u"\u0001\u0008\u000b\u000c\u001b\u007f"_s, 5'000) + u"fin"_s);
}

void addBytes(Collection &all)
{
    all.addBytes(u"malformed UTF-8"_s, QByteArray("<p>caf\xC3 \xA9t\xE2\x82 \xF0\x9F\xFF\xFE</p>fin").repeated(500),
                 "utf-8");
    all.addBytes(u"overlong UTF-8"_s, "<p>\xC0\xBCscript\xC0\xBE\xE0\x80\xBCimg src=http://x.ci/a\xE0\x80\xBE fin",
                 "utf-8");
    all.addBytes(u"surrogates in UTF-8"_s, "<p>\xED\xA0\xBD\xED\xB8\x80 fin", "utf-8");
    all.addBytes(u"Latin letters called UTF-8"_s, "<p>\xC9t\xE9 \xE0 Abidjan fin", "utf-8");
    all.addBytes(u"two charsets"_s, "<p>\xC9t\xE9</p><p>\xC3\x89t\xC3\xA9 fin</p>", "utf-8");
    all.addBytes(u"UTF-7"_s, "+ADw-script+AD4-alert(1)+ADw-/script+AD4-<p>fin", "utf-7");
    all.addBytes(u"UTF-16"_s, QByteArray("\xFF\xFE<\0p\0>\0f\0i\0n\0<\0/\0p\0>\0", 22), "utf-16");
    all.addBytes(u"Shift_JIS that eats a quote"_s, "<img alt='\x81' src='http://x.ci/a'>fin", "shift_jis");
    all.addBytes(u"ISO-2022-JP"_s, "<p>\x1B$B%F%9%H\x1B(B fin", "iso-2022-jp");
    all.addBytes(u"an unknown charset"_s, "<p>\xC9t\xE9 fin", "x-nowhere");
    all.addBytes(u"NUL letters"_s, QByteArray("<scr\0ipt>a</scr\0ipt><p>f\0in", 28), "utf-8");
    all.addBytes(u"a BOM in the middle"_s, "<p>mot\xEF\xBB\xBF<\xEF\xBB\xBFscript> fin", "utf-8");
}

void addFiles(Collection &all)
{
    const QDir folder(u":/akwaba/hostile"_s);
    for (const QString &name : folder.entryList(QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly)) continue;
        const QString html = QString::fromUtf8(file.readAll());
        if (name.startsWith(u"disputed-"))
            all.addDisputed(name, html);
        else
            all.add(name, html);
    }
}

} // namespace

QList<Html> htmlParts()
{
    initHostileFiles();
    Collection all;
    addNesting(all);
    addTables(all);
    addLength(all);
    addFloods(all);
    addBytes(all);
    addFiles(all);
    return all.parts();
}

} // namespace akwaba::hostile
