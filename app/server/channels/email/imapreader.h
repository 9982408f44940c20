// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <optional>

namespace akwaba::mail {

/// One response of an IMAP server: its line with the literals taken out.
struct ImapResponse {
    QByteArray line;
    QList<QByteArray> literals;
};

/// Cuts the bytes of an IMAP server into responses (RFC 3501, 4.3), however they
/// arrive. A server that sends endless lines or larger literals than asked for
/// breaks the reader, and it stays broken.
class ImapReader {
public:
    explicit ImapReader(qsizetype largestLiteral) : m_largestLiteral(largestLiteral) { }

    void feed(const QByteArray &bytes) { m_buffer += bytes; }
    [[nodiscard]] std::optional<ImapResponse> next();
    [[nodiscard]] bool isBroken() const { return m_broken; }
    /// Forgets what came before TLS was agreed on.
    void clear();

private:
    bool takeLiteral();
    bool takeLine();

    qsizetype m_largestLiteral;
    QByteArray m_buffer;
    ImapResponse m_response;
    qsizetype m_literalLength = -1; // of the literal that comes next
    qsizetype m_searchedUpTo = 0;
    bool m_complete = false;
    bool m_broken = false;
};

/// "* SEARCH 4 7 9" as numbers; empty for another response.
[[nodiscard]] QList<quint32> searchResult(const ImapResponse &response);

/// The number after `key` ("[UIDVALIDITY 42]", "RFC822.SIZE 1234"); 0 when absent.
[[nodiscard]] quint32 numberAfter(const QByteArray &line, const QByteArray &key);

/// True where "* QUOTA root (STORAGE 96 100)" (RFC 9208) says that hardly anything more fits.
[[nodiscard]] bool isQuotaReached(const ImapResponse &response);

/// A string as IMAP quotes it, or nothing where only a literal could carry it.
[[nodiscard]] std::optional<QByteArray> imapQuoted(const QString &text);

} // namespace akwaba::mail
