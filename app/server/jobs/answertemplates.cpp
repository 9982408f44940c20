// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/jobs/answertemplates.h"

#include <QDir>
#include <QFile>
#include <QLocale>
#include <QRegularExpression>
#include <QStringDecoder>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

static void initAnswers() { Q_INIT_RESOURCE(answers); }

namespace akwaba::jobs {

namespace {

bool isEnglish(const QString &language) { return language.section(u'-', 0, 0).toLower() == u"en"; }

struct Template {
    AnswerKind kind;
    QLatin1StringView name; // of its files
    QLatin1StringView instant; // what its date is called in it
};

constexpr std::array templates{
    Template{AnswerKind::Acknowledgement, "acknowledgement"_L1, "opening"_L1},
    Template{AnswerKind::OutOfHours, "out-of-hours"_L1, "opening"_L1},
    Template{AnswerKind::LaterDate, "later-date"_L1, "date"_L1},
};

const Template &templateOf(AnswerKind kind) { return *std::ranges::find(templates, kind, &Template::kind); }

QString fileName(const Template &which, bool inEnglish)
{
    return which.name + (inEnglish ? ".en.txt"_L1 : ".fr.txt"_L1);
}

/// What no template may hold: it would be sent as it stands.
Result<void> check(const QString &text, const QString &path, const Template &which)
{
    static const QRegularExpression placeholder(u"\\{([^{}]*)\\}"_s);
    for (auto found = placeholder.globalMatch(text); found.hasNext();) {
        const QString name = found.next().captured(1);
        if (name != u"number" && name != which.instant)
            return fail(Code::BadInput, u"%1: {%2} is neither {number} nor {%3}"_s.arg(path, name, which.instant));
    }
    if (text.trimmed().isEmpty()) return fail(Code::BadInput, path + u": is empty"_s);
    return {};
}

Result<QString> read(const QString &path, const Template &which)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return fail(Code::NotFound, u"can't read %1"_s.arg(path));
    QStringDecoder decode(QStringDecoder::Utf8);
    const QString text = decode(file.readAll());
    if (decode.hasError()) return fail(Code::BadInput, path + u": is no UTF-8"_s);
    return check(text, path, which).map([&text] { return text; });
}

/// "lundi 23 novembre 2026 à 08:00", as the templates say it.
QString instantWords(const AnswerFacts &facts, bool inEnglish)
{
    if (!facts.at) return inEnglish ? u"soon"_s : u"bientôt"_s;
    const QDateTime local = facts.at->toTimeZone(facts.zone);
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
    AnswerTemplates loaded;
    for (const Template &which : templates) {
        for (const bool inEnglish : {false, true}) {
            const QString name = fileName(which, inEnglish);
            const QString own = QDir(folder).filePath(name);
            const bool isOverridden = !folder.isEmpty() && QFile::exists(own);
            const auto text = read(isOverridden ? own : QString(u":/akwaba/server/answers/"_s + name), which);
            if (!text) return tl::unexpected(text.error());
            loaded.m_texts.insert(name, *text);
        }
    }
    return loaded;
}

QString AnswerTemplates::text(AnswerKind kind, const QString &language, const AnswerFacts &facts) const
{
    const bool inEnglish = isEnglish(language);
    const Template &which = templateOf(kind);
    QString text = m_texts.value(fileName(which, inEnglish));
    text.replace(u"{number}"_s, facts.number);
    text.replace(u'{' + which.instant + u'}', instantWords(facts, inEnglish));
    return text.trimmed();
}

} // namespace akwaba::jobs
