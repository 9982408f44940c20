// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/config/toml.h"

#include <algorithm>

#define TOML_EXCEPTIONS 0
#define TOML_ENABLE_FORMATTERS 0
#include <toml++/toml.h>

using namespace Qt::StringLiterals;

namespace akwaba::config {

namespace {

QString textOf(std::string_view text) { return QString::fromUtf8(text.data(), qsizetype(text.size())); }

Value listOf(const toml::array &array)
{
    QStringList list;
    for (const toml::node &node : array) {
        const auto *text = node.as_string();
        if (!text) return {};
        list.append(textOf(text->get()));
    }
    return list;
}

Value valueOf(const toml::node &node)
{
    if (const auto *text = node.as_string()) return textOf(text->get());
    if (const auto *number = node.as_integer()) return qint64(number->get());
    if (const auto *truth = node.as_boolean()) return truth->get();
    if (const auto *date = node.as_date()) return QDate(date->get().year, date->get().month, date->get().day);
    if (const auto *array = node.as_array()) return listOf(*array);
    return {};
}

/// A heading that only opens others, as imap does for [imap.sav], says nothing.
bool saysSomething(const toml::table &table)
{
    return table.empty()
        || std::any_of(table.begin(), table.end(), [](const auto &pair) { return !pair.second.is_table(); });
}

void collect(const toml::table &table, const QStringList &path, QList<Section> &sections)
{
    if (path.isEmpty() || saysSomething(table)) sections.append({path, int(table.source().begin.line), {}});
    const qsizetype own = sections.size() - 1;
    for (const auto &[key, node] : table) {
        if (const auto *inner = node.as_table())
            collect(*inner, path + QStringList{textOf(key.str())}, sections);
        else
            sections[own].entries.append({textOf(key.str()), int(key.source().begin.line), valueOf(node)});
    }
}

template <class T> void sortByLine(QList<T> &things)
{
    std::stable_sort(things.begin(), things.end(), [](const T &a, const T &b) { return a.line < b.line; });
}

QString quoted(QString text)
{
    text.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s).replace(u'\n', u"\\n"_s);
    return u'"' + text + u'"';
}

} // namespace

tl::expected<QList<Section>, Mistake> readToml(const QByteArray &content)
{
    const toml::parse_result parsed = toml::parse(std::string_view(content.data(), std::size_t(content.size())));
    if (!parsed) {
        const toml::parse_error &error = parsed.error();
        return tl::unexpected(Mistake{int(error.source().begin.line), textOf(error.description())});
    }
    QList<Section> sections;
    collect(parsed.table(), {}, sections);
    sections.first().line = 0;
    sortByLine(sections);
    for (Section &section : sections)
        sortByLine(section.entries);
    return sections;
}

QString literal(const Value &value)
{
    struct Writer {
        QString operator()(std::monostate) const { return {}; }
        QString operator()(const QString &text) const { return quoted(text); }
        QString operator()(qint64 number) const { return QString::number(number); }
        QString operator()(bool truth) const { return truth ? u"true"_s : u"false"_s; }
        QString operator()(QDate date) const { return date.toString(Qt::ISODate); }
        QString operator()(const QStringList &list) const
        {
            QStringList items;
            for (const QString &item : list)
                items.append(quoted(item));
            return u'[' + items.join(u", "_s) + u']';
        }
    };
    return std::visit(Writer(), value);
}

} // namespace akwaba::config
