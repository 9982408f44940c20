// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/subject.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace akwaba {
namespace {

const QRegularExpression &numberPattern()
{
    static const QRegularExpression pattern(uR"(\[\s*([A-Za-z]{1,3})[-\x{2010}\x{2011}]([0-9]{1,12})\s*\])"_s);
    return pattern;
}

// Re[2]:, RE :, Réf :, TR:, Tr :, Fwd:, FW:, WG:, AW:, SV:, VS:, RV:, Rif:, R:, I:, ENC:, Antw:, Odp:, YNT:, İLT:
const QRegularExpression &prefixPattern()
{
    static const QRegularExpression pattern(
        uR"(^(?:re|réf|ref|tr|fwd?|wg|aw|sv|vs|vb|rv|res|rif|r|i|enc|antw|odp|pd|ynt|ilt|doorst|trs|回复|答复|转发)(?:\s*[\[(]\d{1,4}[\])])?\s*[:：]\s*)"_s,
        QRegularExpression::CaseInsensitiveOption);
    return pattern;
}

} // namespace

QString bareSubject(QStringView subject)
{
    QString bare = subject.toString().simplified();
    bare.remove(numberPattern());
    bare = bare.simplified();
    for (;;) {
        const auto match = prefixPattern().match(bare);
        if (!match.hasMatch()) return bare;
        bare.remove(0, match.capturedLength());
    }
}

QString ticketNumberIn(QStringView subject)
{
    const auto match = numberPattern().match(subject.toString());
    if (!match.hasMatch()) return {};
    return match.captured(1).toUpper() + u'-' + match.captured(2);
}

QString replySubject(QStringView subject, QStringView ticketNumber)
{
    const QString bare = bareSubject(subject);
    QString reply = u"Re: "_s;
    if (!ticketNumber.isEmpty()) reply += u'[' + ticketNumber + u"] ";
    reply += bare;
    return reply.trimmed();
}

} // namespace akwaba
