// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ticket/noticetext.h"

#include "core/text/french.h"

#include <QFile>
#include <QLocale>

using namespace Qt::StringLiterals;

static void initNotices() { Q_INIT_RESOURCE(notices); }

namespace akwaba {

namespace {

QString noticeTemplate(bool inEnglish)
{
    initNotices();
    QFile file(inEnglish ? u":/akwaba/notices/escalation.en.txt"_s : u":/akwaba/notices/escalation.fr.txt"_s);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).trimmed() : QString();
}

QString numbered(const QStringList &steps)
{
    QStringList lines;
    for (qsizetype i = 0; i < steps.size(); ++i)
        lines.append(u"%1. %2"_s.arg(i + 1).arg(steps.at(i)));
    return lines.join(u'\n');
}

/// Without the sentence that announces them, where there are none.
QString withoutSteps(const QString &text)
{
    QStringList lines = text.split(u'\n');
    const qsizetype at = lines.indexOf(u"{steps}"_s);
    if (at < 1) return text;
    QString &before = lines[at - 1];
    before.truncate(before.lastIndexOf(u". "_s) + 1);
    lines.removeAt(at);
    return lines.join(u'\n');
}

} // namespace

bool isEnglish(const QString &language) { return language.section(u'-', 0, 0).toLower() == u"en"; }

QStringList stepsOf(const EscalationPath &path, const QString &language)
{
    return isEnglish(language) ? path.stepsEn : path.stepsFr;
}

QString noticeDate(const NoticeFacts &facts)
{
    const bool inEnglish = isEnglish(facts.language);
    const QLocale locale(inEnglish ? QLocale(QLocale::English, QLocale::UnitedKingdom) : QLocale(QLocale::French));
    QString day = locale.toString(facts.promisedAt.date(), u"dddd d MMMM yyyy"_s);
    if (!inEnglish) day.replace(u" 1 "_s, u" 1er "_s);
    const QString time = facts.promisedAt.time().toString(u"HH:mm"_s);
    return inEnglish ? u"%1 at %2"_s.arg(day, time) : u"%1 à %2"_s.arg(day, time);
}

QString noticeText(const NoticeFacts &facts)
{
    const bool inEnglish = isEnglish(facts.language);
    QString text = noticeTemplate(inEnglish);
    if (facts.steps.isEmpty()) text = withoutSteps(text);
    // What is put in last is what people wrote: no placeholder of theirs is filled.
    text.replace(u"{date}"_s, inEnglish ? noticeDate(facts) : u"le "_s + noticeDate(facts));
    text.replace(u"{number}"_s, facts.number);
    text.replace(u"{steps}"_s, numbered(facts.steps));
    text.replace(u"{customer}"_s, facts.customer.isEmpty() ? QString() : u' ' + facts.customer);
    return inEnglish ? text : withFrenchSpaces(text);
}

} // namespace akwaba
