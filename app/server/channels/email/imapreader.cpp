// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/channels/email/imapreader.h"

#include <QString>

#include <utility>

namespace akwaba::mail {
namespace {

constexpr qsizetype longestLine = 4 * 1024 * 1024; // a search may answer with 500,000 numbers

// "... {123}" announces 123 bytes that follow the line; -1 when it does not.
qsizetype announcedLiteral(const QByteArray &line)
{
    const qsizetype open = line.lastIndexOf('{');
    if (open < 0 || !line.endsWith('}')) return -1;
    bool ok = false;
    const qlonglong length = line.sliced(open + 1, line.size() - open - 2).toLongLong(&ok);
    return ok && length >= 0 ? qsizetype(length) : -1;
}

} // namespace

std::optional<ImapResponse> ImapReader::next()
{
    while (!m_broken && !m_complete) {
        if (m_literalLength >= 0 ? !takeLiteral() : !takeLine()) return {};
    }
    if (m_broken) return {};
    m_complete = false;
    return std::exchange(m_response, {});
}

void ImapReader::clear()
{
    m_buffer.clear();
    m_response = {};
    m_literalLength = -1;
    m_searchedUpTo = 0;
    m_complete = false;
}

bool ImapReader::takeLiteral()
{
    if (m_buffer.size() < m_literalLength) return false;
    m_response.literals.append(m_buffer.first(m_literalLength));
    m_buffer.remove(0, m_literalLength);
    m_literalLength = -1;
    return true;
}

bool ImapReader::takeLine()
{
    const qsizetype end = m_buffer.indexOf('\n', m_searchedUpTo);
    if (end < 0) {
        m_searchedUpTo = m_buffer.size();
        m_broken = m_buffer.size() > longestLine;
        return false;
    }
    QByteArray line = m_buffer.first(end);
    m_buffer.remove(0, end + 1);
    m_searchedUpTo = 0;
    if (line.endsWith('\r')) line.chop(1);
    m_literalLength = announcedLiteral(line);
    m_broken = m_literalLength > m_largestLiteral || m_response.line.size() + line.size() > longestLine;
    m_response.line += line;
    m_complete = m_literalLength < 0;
    return !m_broken;
}

QList<quint32> searchResult(const ImapResponse &response)
{
    QList<quint32> numbers;
    if (!response.line.toUpper().startsWith("* SEARCH")) return numbers;
    for (const QByteArray &word : response.line.sliced(8).split(' ')) {
        if (const quint32 number = word.toUInt(); number > 0) numbers.append(number);
    }
    return numbers;
}

quint32 numberAfter(const QByteArray &line, const QByteArray &key)
{
    const qsizetype at = line.toUpper().indexOf(QByteArray(key + ' '));
    if (at < 0) return 0;
    qsizetype end = at + key.size() + 1;
    const qsizetype start = end;
    while (end < line.size() && line[end] >= '0' && line[end] <= '9')
        ++end;
    return line.sliced(start, end - start).toUInt();
}

bool isQuotaReached(const ImapResponse &response)
{
    constexpr qint64 hundredthsLeft = 2;
    const QByteArray line = response.line.toUpper();
    const qsizetype at = line.indexOf("STORAGE ");
    if (!line.startsWith("* QUOTA ") || at < 0) return false;
    const QList<QByteArray> words = line.sliced(at + 8).replace(')', ' ').split(' ');
    const qint64 used = words.value(0).toLongLong();
    const qint64 most = words.value(1).toLongLong();
    return most > 0 && used * 100 >= most * (100 - hundredthsLeft);
}

std::optional<QByteArray> imapQuoted(const QString &text)
{
    QByteArray quoted = "\"";
    for (const QChar c : text) {
        if (c.unicode() < 0x20 || c.unicode() > 0x7E) return {};
        if (c == u'"' || c == u'\\') quoted += '\\';
        quoted += char(c.unicode());
    }
    return quoted + '"';
}

} // namespace akwaba::mail
