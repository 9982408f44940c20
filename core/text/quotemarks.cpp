// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/quotemarks.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace akwaba::quotemarks {
namespace {

// No attribution or header is longer; longer lines are not even tried.
constexpr qsizetype longestMark = 600;
constexpr qsizetype longestAttribution = 4;

QRegularExpression pattern(const QString &text)
{
    return QRegularExpression(
        text, QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
}

bool matches(const QRegularExpression &expression, const QString &text)
{
    return text.size() <= longestMark && expression.match(text).hasMatch();
}

// The word with which an attribution ends, in any language, then at most a date and a colon.
const QRegularExpression &wroteAtEnd()
{
    static const QRegularExpression expression = pattern(
        uR"((?:\b(?:wrote|writes|a écrit|schrieb|escribió|escribio|ha scritto|scrive|schreef|geschreven|escreveu|)"
        uR"(skrev|kirjoitti|napisał(?:\(a\))?|pisze|napsal(?:\(a\))?|napísal(?:\(a\))?|ezt írta|írta|yazdı|a scris|)"
        uR"(написал(?:а|\(а\))?|пишет|писал(?:а)?|έγραψε|menulis|đã viết)\b|写道|寫道|のメール|כתב|כתבה|كتب)(.{0,90}?)\s*([:：]?)\s*-*\s*$)"_s);
    return expression;
}

// The words with which one begins, or a date.
const QRegularExpression &attributionStart()
{
    static const QRegularExpression expression = pattern(
        uR"(^\s*(?:-{2,}\s*)?(?:(?:on|le|am|el|il|in data|op|em|a|den|på|w dniu|dnia|dne|pe|la|pada|vào|στις)\s|\d{1,4}[\s./年-]))"_s);
    return expression;
}

// "2016-03-03 17:21 GMT+01:00 Some One <some@one>:", an old Gmail
const QRegularExpression &datedName()
{
    static const QRegularExpression expression =
        pattern(uR"(^\d{4}-\d\d-\d\d \d{1,2}:\d\d (?:GMT|UTC)[+-]\d\d:?\d\d \S.{0,120}$)"_s);
    return expression;
}

bool hasDateOrAddress(const QString &text)
{
    return text.contains(u'@') || std::any_of(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
}

// Nearly every line fails here, without any pattern.
bool mayEndAttribution(const QString &text)
{
    if (text.endsWith(u':') || text.endsWith(u'：') || text.endsWith(u'-')) return true;
    static constexpr std::array words{u"wrote", u"écrit", u"schrieb", u"escribió", u"scritto", u"escreveu", u"skrev"};
    return std::any_of(words.begin(), words.end(),
                       [&text](QStringView word) { return text.endsWith(word, Qt::CaseInsensitive); });
}

bool isAttribution(const QString &joined, bool oneLine)
{
    if (!mayEndAttribution(joined)) return false;
    if (joined.size() > longestMark || !hasDateOrAddress(joined)) return false;
    const bool starts = attributionStart().match(joined).hasMatch();
    if (!oneLine && !starts) return false;
    const auto end = wroteAtEnd().match(joined);
    if (!end.hasMatch()) return false;
    // "He wrote 3 times" is a sentence: without a colon nothing may follow the verb.
    const bool colon = !end.captured(2).isEmpty();
    return colon || (starts && end.captured(1).isEmpty());
}

enum HeaderKind { From = 1, Date = 2, To = 4, Subject = 8, Other = 16 };

const QRegularExpression &headerLine()
{
    static const QRegularExpression expression = pattern(
        uR"(^\s*[>*_\s]*(?:(?<from>from|de|von|van|da|fra|från|od|от|отправитель|kimden|gönderen|feladó|lähettäjä|发件人|差出人|από|nadawca|expéditeur)|)"
        uR"((?<date>sent|envoyé|envoyée|date|gesendet|datum|enviado|enviada|enviado el|inviato|data|dato|sendt|skickat|verzonden|wysłano|odesláno|дата|отправлено|tarih|gönderildi|dátum|elküldve|lähetetty|päivämäärä|fecha|发送时间|日期|送信日時|ημερομηνία)|)"
        uR"((?<to>to|à|a|an|para|aan|til|till|do|komu|кому|kime|címzett|vastaanottaja|收件人|宛先|προς|destinataire)|)"
        uR"((?<subject>subject|objet|betreff|asunto|assunto|oggetto|onderwerp|emne|ämne|temat|předmět|тема|konu|tárgy|aihe|主题|件名|θέμα)|)"
        uR"((?<other>cc|cci|bcc|reply-to|répondre à|importance|priorité|attachments|pièces jointes))\s*[*_]*\s*[:：])"_s);
    return expression;
}

int headerKind(QStringView line)
{
    if (line.size() > longestMark) return 0;
    constexpr qsizetype longestLabel = 40;
    const QStringView label = line.first(std::min(line.size(), longestLabel));
    if (!label.contains(u':') && !label.contains(u'：')) return 0;
    const auto match = headerLine().match(line.toString());
    if (!match.hasMatch()) return 0;
    if (match.hasCaptured(u"from"_s)) return From;
    if (match.hasCaptured(u"date"_s)) return Date;
    if (match.hasCaptured(u"to"_s)) return To;
    return match.hasCaptured(u"subject"_s) ? Subject : Other;
}

// A sender and two of date, recipient, subject: a name with a colon alone is not a header.
bool isHeaderBlock(const QList<QStringView> &lines, qsizetype at)
{
    int seen = headerKind(lines[at]);
    if (seen != From && seen != Date && seen != Subject) return false;
    constexpr qsizetype tallestBlock = 12;
    int strangers = 0;
    for (qsizetype i = at + 1; i < lines.size() && i < at + tallestBlock; ++i) {
        if (lines[i].trimmed().isEmpty()) continue;
        const int kind = headerKind(lines[i]);
        if (kind == 0 && ++strangers > 2) break;
        seen |= kind;
    }
    const int others = ((seen & Date) != 0) + ((seen & To) != 0) + ((seen & Subject) != 0);
    return (seen & From) != 0 && others >= 2;
}

const QRegularExpression &originalMessage()
{
    static const QRegularExpression expression = pattern(
        uR"(^\s*[>*\s]*[-_]{3,}\s*(?:original\s+message|original\s+appointment|message\s+d['’]origine|message\s+original|message\s+transféré|)"
        uR"(e-?mail\s+d['’]origine|forwarded\s+message|forwarded\s+by\s.{1,80}|ursprüngliche\s+nachricht|weitergeleitete\s+nachricht|mensaje\s+original|mensaje\s+reenviado|)"
        uR"(messaggio\s+originale|messaggio\s+inoltrato|mensagem\s+original|oorspronkelijk\s+bericht|oprindelig\s+(?:besked|meddelelse)|)"
        uR"(opprinnelig\s+melding|ursprungligt\s+meddelande|alkuperäinen\s+viesti|wiadomość\s+oryginalna|původní\s+zpráva|исходное\s+сообщение|)"
        uR"(orijinal\s+mesaj|eredeti\s+üzenet|原始邮件|転送メッセージ)\s*[-_]{3,}\s*$)"_s);
    return expression;
}

const QRegularExpression &beginForwarded()
{
    static const QRegularExpression expression = pattern(
        uR"(^\s*(?:begin forwarded message|début du message (?:transféré|réexpédié)|anfang der weitergeleiteten nachricht|inicio del mensaje reenviado|inizio messaggio inoltrato)\s*:\s*$)"_s);
    return expression;
}

bool isRuler(QStringView line)
{
    const QStringView bare = line.trimmed();
    return bare.size() >= 5 && std::all_of(bare.begin(), bare.end(), [](QChar c) {
               return c == u'_' || c == u'-' || c == u'=' || c == u'—';
           });
}

} // namespace

bool isQuoteLine(QStringView line)
{
    qsizetype at = 0;
    while (at < line.size() && at < 3 && line[at] == u' ')
        ++at;
    return at < line.size() && line[at] == u'>';
}

bool isSignatureDelimiter(QStringView line)
{
    const QStringView bare = line.trimmed();
    if (bare.isEmpty() || bare.size() > 80) return false;
    if (bare.size() == 1) return bare[0] == u'—' || bare[0] == u'ᐧ';
    return std::all_of(bare.begin(), bare.end(), [](QChar c) { return QStringView(u"-_—–").contains(c); });
}

bool isDeviceSignature(QStringView line)
{
    static const QRegularExpression expression = pattern(
        uR"(^\s*(?:(?:sent|get|gesendet|from)\s+(?:from|via|with|outlook|mit|von|my)\b.{0,90}|)"
        uR"((?:envoyé|envoyée|télécharger|obtenez|obtenir)\s+(?:de|depuis|à\s+partir|avec|via|par|outlook|mon)\b.{0,90}|)"
        uR"(provenance\s*:\s*courrier\s+pour\s+windows.{0,40}|von\s+mein.{1,60}gesendet\.?|enviado\s+(?:desde|do|de)\s.{1,80}|)"
        uR"(inviato\s+da\s.{1,80}|verzonden\s+(?:vanaf|met|via)\s.{1,80}|skickat\s+från\s.{1,60}|sendt\s+fra\s.{1,60}|lähetetty\s.{1,40}sta|)"
        uR"(wysłane\s+z\s.{1,60}|отправлено\s+(?:с|из)\s.{1,60}|diese\s+nachricht\s+wurde\s+von\s.{1,60}gesendet\.?|.{0,30}\bvia\s+mobile|.{0,30}\bfrom\s+mobile)\s*$)"_s);
    return line.size() <= 160 && matches(expression, line.toString());
}

qsizetype attributionLength(const QList<QStringView> &lines, qsizetype at)
{
    QString joined;
    for (qsizetype count = 1; count <= longestAttribution && at + count <= lines.size(); ++count) {
        const QStringView line = lines[at + count - 1].trimmed();
        if (line.isEmpty() || joined.size() + line.size() > longestMark || (count > 1 && isQuoteLine(line))) return 0;
        joined += (count > 1 ? u" "_s : QString()) + line;
        if (isAttribution(joined, count == 1) || matches(datedName(), joined)) return count;
    }
    return 0;
}

bool startsEmbeddedMail(const QList<QStringView> &lines, qsizetype at)
{
    const QString line = lines[at].toString();
    if (matches(originalMessage(), line) || matches(beginForwarded(), line)) return true;
    if (isRuler(lines[at])) {
        qsizetype next = at + 1;
        while (next < lines.size() && lines[next].trimmed().isEmpty())
            ++next;
        return next < lines.size() && next <= at + 3 && isHeaderBlock(lines, next);
    }
    return isHeaderBlock(lines, at);
}

} // namespace akwaba::quotemarks
