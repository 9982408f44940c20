// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QStringList>

// The words that mail programs, and people at the end of a mail, write round a
// text. The table in mailwords.cpp has a row for each language and is the only
// place that knows one; here the rows are put together, folded.
namespace akwaba::mailwords {

/// "envoyé de mon*" stands for whatever begins so, "von mein*gesendet" for
/// whatever begins and ends so, and a phrase without an asterisk for itself.
struct Phrase {
    QString start;
    QString end;
    bool isOpen = false;

    [[nodiscard]] bool matches(QStringView foldedText) const;
};

enum class Header { From, Date, To, Subject, Other };

struct Vocabulary {
    QStringList wrote; // "a écrit", the end of an attribution
    QStringList wroteBeforeName; // "schrieb", which a name may follow
    QStringList addressed; // "m'a écrit" and "vous a écrit" say that a person speaks
    QStringList begins; // "le", "am": the first word of an attribution
    QHash<QString, Header> headers; // by label
    QStringList original; // "message d'origine", between two rulers
    QList<Phrase> sentFrom; // the signature that a telephone adds
    QStringList sentBy; // "envoyé depuis": one only before the name of a device
    QStringList devices;
    QList<Phrase> closings; // "cordialement"
    QStringList contacts; // "tél", the label of a telephone number
    QStringList notices; // beginnings of what a company's server adds
    QStringList noticeWords; // one of which such a notice holds
};

/// Built once, then shared by all threads.
[[nodiscard]] const Vocabulary &vocabulary();

} // namespace akwaba::mailwords
