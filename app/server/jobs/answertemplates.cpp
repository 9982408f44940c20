// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/jobs/answertemplates.h"

#include <QDir>
#include <QFile>
#include <QLocale>
#include <QRegularExpression>
#include <QStringDecoder>

using namespace Qt::StringLiterals;

static void initAnswers() { Q_INIT_RESOURCE(answers); }

namespace akwaba::jobs {

namespace {

bool isEnglish(const QString &language) { return language.section(u'-', 0, 0).toLower() == u"en"; }

QString fileName(AnswerKind kind, bool inEnglish)
{
    const QString name = kind == AnswerKind::Acknowledgement ? u"acknowledgement"_s : u"out-of-hours"_s;
    return name + (inEnglish ? u".en.txt"_s : u".fr.txt"_s);
}

QStringList fileNames()
{
    QStringList names;
    for (const AnswerKind kind : {AnswerKind::Acknowledgement, AnswerKind::OutOfHours})
        names << fileName(kind, false) << fileName(kind, true);
    return names;
}

/// What no template may hold: it would be sent as it stands.
Result<void> check(const QString &text, const QString &path)
{
    static const QRegularExpression placeholder(u"\\{([^{}]*)\\}"_s);
    for (auto found = placeholder.globalMatch(text); found.hasNext();) {
        const QString name = found.next().captured(1);
        if (name != u"number" && name != u"opening")
            return fail(Code::BadInput, u"%1: {%2} is neither {number} nor {opening}"_s.arg(path, name));
    }
    if (text.trimmed().isEmpty()) return fail(Code::BadInput, path + u": is empty"_s);
    return {};
}

Result<QString> read(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return fail(Code::NotFound, u"can't read %1"_s.arg(path));
    QStringDecoder decode(QStringDecoder::Utf8);
    const QString text = decode(file.readAll());
    if (decode.hasError()) return fail(Code::BadInput, path + u": is no UTF-8"_s);
    return check(text, path).map([&text] { return text; });
}

/// "lundi 23 novembre 2026 à 08:00", as the templates say it.
QString openingWords(const AnswerFacts &facts, bool inEnglish)
{
    if (!facts.opening) return inEnglish ? u"soon"_s : u"bientôt"_s;
    const QDateTime local = facts.opening->toTimeZone(facts.zone);
    const QLocale locale(inEnglish ? QLocale(QLocale::English, QLocale::UnitedKingdom) : QLocale(QLocale::French));
    const QString day = locale.toString(local.date(), u"dddd d MMMM yyyy"_s);
    const QString time = local.time().toString(u"HH:mm"_s);
    return inEnglish ? u"on %1 at %2"_s.arg(day, time) : u"le %1 à %2"_s.arg(day, time);
}

} // namespace

Result<AnswerTemplates> AnswerTemplates::load(const QString &folder)
{
    initAnswers();
    if (!folder.isEmpty() && !QFileInfo(folder).isDir())
        return fail(Code::NotFound, u"there is no folder %1"_s.arg(folder));
    AnswerTemplates templates;
    const QStringList names = fileNames();
    for (const QString &name : names) {
        const QString own = QDir(folder).filePath(name);
        const bool isOverridden = !folder.isEmpty() && QFile::exists(own);
        const auto text = read(isOverridden ? own : QString(u":/akwaba/server/answers/"_s + name));
        if (!text) return tl::unexpected(text.error());
        templates.m_texts.insert(name, *text);
    }
    return templates;
}

QString AnswerTemplates::text(AnswerKind kind, const QString &language, const AnswerFacts &facts) const
{
    const bool inEnglish = isEnglish(language);
    QString text = m_texts.value(fileName(kind, inEnglish));
    text.replace(u"{number}"_s, facts.number);
    text.replace(u"{opening}"_s, openingWords(facts, inEnglish));
    return text.trimmed();
}

} // namespace akwaba::jobs
