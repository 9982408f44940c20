// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/jobs/csv.h"

#include <QStringDecoder>

using namespace Qt::StringLiterals;

namespace akwaba::jobs {

namespace {

struct RawRow {
    int line = 0;
    QStringList fields;
};

QChar separatorOf(const QString &text)
{
    const QString header = text.section(u'\n', 0, 0);
    return header.count(u';') > header.count(u',') ? u';' : u',';
}

/// Splits text into records, one character at a time.
class Splitter {
public:
    explicit Splitter(const QString &text) : m_text(text), m_separator(separatorOf(text)) { }

    Result<QList<RawRow>> split()
    {
        for (qsizetype i = 0; i < m_text.size(); ++i) {
            const QChar c = m_text.at(i);
            if (m_quoted)
                inQuotes(c, i);
            else
                outside(c);
            if (c == u'\n') ++m_line;
        }
        if (m_quoted) return fail(Code::BadInput, u"line %1: a quote has no end"_s.arg(m_quoteLine));
        endRow();
        return m_rows;
    }

private:
    void inQuotes(QChar c, qsizetype &i)
    {
        if (c != u'"')
            m_field += c;
        else if (i + 1 < m_text.size() && m_text.at(i + 1) == u'"')
            m_field += m_text.at(++i);
        else
            m_quoted = false;
    }

    void outside(QChar c)
    {
        if (c == u'"' && m_field.isEmpty()) {
            m_quoted = true;
            m_quoteLine = m_line;
        } else if (c == m_separator) {
            endField();
        } else if (c == u'\n') {
            endRow();
        } else {
            m_field += c;
        }
    }

    void endField()
    {
        m_row.fields += m_field;
        m_field.clear();
    }

    void endRow()
    {
        endField();
        const bool blank = m_row.fields.size() == 1 && m_row.fields.first().trimmed().isEmpty();
        if (!blank) m_rows.append(m_row);
        m_row = {m_line + 1, {}};
    }

    const QString &m_text;
    const QChar m_separator;
    QList<RawRow> m_rows;
    RawRow m_row{1, {}};
    QString m_field;
    bool m_quoted = false;
    int m_line = 1;
    int m_quoteLine = 0;
};

Result<void> checkHeader(const QStringList &header, const QStringList &columns)
{
    QStringList missing;
    QStringList unknown;
    for (const QString &column : columns) {
        if (!header.contains(column)) missing += column;
    }
    for (const QString &column : header) {
        if (!columns.contains(column)) unknown += column;
    }
    // Not what stands there instead: it may be the first customer.
    if (missing.size() == columns.size())
        return fail(Code::BadInput, u"the first line is no header; expected: %1"_s.arg(columns.join(u' ')));
    QStringList wrong;
    if (!missing.isEmpty()) wrong += u"missing: "_s + missing.join(u' ');
    if (!unknown.isEmpty()) wrong += u"unknown: "_s + unknown.join(u' ');
    if (wrong.isEmpty() && header.size() > columns.size()) wrong += u"a column stands twice"_s;
    if (wrong.isEmpty()) return {};
    return fail(Code::BadInput, u"wrong columns; %1; expected: %2"_s.arg(wrong.join(u"; "_s), columns.join(u' ')));
}

} // namespace

Result<QList<CsvRow>> readCsv(const QByteArray &content, const QStringList &columns)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    QString text = decoder.decode(content);
    if (decoder.hasError()) return fail(Code::BadInput, u"the file is not UTF-8"_s);
    // Spreadsheets of old Macs end lines with a CR alone.
    text.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n');
    const auto rows = Splitter(text).split();
    if (!rows) return tl::unexpected(rows.error());
    if (rows->isEmpty()) return fail(Code::BadInput, u"the file is empty"_s);
    QStringList header;
    for (const QString &name : rows->first().fields)
        header += name.trimmed();
    if (const auto fits = checkHeader(header, columns); !fits) return tl::unexpected(fits.error());
    QList<CsvRow> result;
    for (const RawRow &row : rows->mid(1)) {
        if (row.fields.size() != header.size()) {
            return fail(Code::BadInput,
                        u"line %1: %2 values for %3 columns"_s.arg(row.line).arg(row.fields.size()).arg(header.size()));
        }
        CsvRow named{row.line, {}};
        for (qsizetype i = 0; i < header.size(); ++i)
            named.values.insert(header.at(i), row.fields.at(i));
        result.append(named);
    }
    return result;
}

} // namespace akwaba::jobs
