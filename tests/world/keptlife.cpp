// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "keptlife.h"

#include <QDir>
#include <QFile>

#include <algorithm>

namespace akwaba::world {

using namespace Qt::StringLiterals;

Result<Life> lifeFrom(const QString &text)
{
    Life life;
    bool hasSeed = false;
    for (const QString &line : text.split(u'\n', Qt::SkipEmptyParts)) {
        if (line.startsWith(u'#')) continue;
        QStringList words = line.split(u' ', Qt::SkipEmptyParts);
        const QString name = words.takeFirst();
        bool isNumber = true;
        if (name == u"seed" && words.size() == 1)
            life.seed = words.constFirst().toULongLong(&isNumber);
        else if (name == u"steps" && words.size() == 1)
            life.steps = words.constFirst().toInt(&isNumber);
        else if (name == u"without"
                 && std::ranges::all_of(words, [](const QString &w) { return troubles().contains(w); }))
            life.without = QSet<QString>(words.begin(), words.end());
        else if (name == u"forgets" && words.isEmpty())
            life.forgets = true;
        else
            return fail(Code::BadInput, line);
        if (!isNumber) return fail(Code::BadInput, line);
        hasSeed |= name == u"seed";
    }
    return hasSeed ? Result<Life>(life) : fail(Code::BadInput, u"no seed"_s);
}

QString textOf(const Life &life, const QString &comment)
{
    QString text;
    for (const QString &line : comment.split(u'\n', Qt::SkipEmptyParts))
        text += u"# %1\n"_s.arg(line);
    text += u"seed %1\nsteps %2\n"_s.arg(life.seed).arg(life.steps);
    QStringList without(life.without.begin(), life.without.end());
    without.sort();
    if (!without.isEmpty()) text += u"without %1\n"_s.arg(without.join(u' '));
    if (life.forgets) text += u"forgets\n"_s;
    return text;
}

QStringList keptLives(const QString &folder)
{
    QStringList paths;
    for (const QString &name : QDir(folder).entryList({u"*.seed"_s}, QDir::Files, QDir::Name))
        paths.append(QDir(folder).filePath(name));
    return paths;
}

Result<Life> readLife(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return fail(Code::NotFound, path);
    return lifeFrom(QString::fromUtf8(file.readAll()));
}

Life shrunk(Life life, int tries, const std::function<bool(const Life &)> &fails)
{
    // Fewer steps are the beginning of the same life. It need not fail at each number of them, so this is no search.
    for (int less = life.steps / 2; less > 0 && tries > 0;) {
        Life shorter = life;
        shorter.steps -= less;
        --tries;
        if (fails(shorter)) {
            life = shorter;
            less = std::min(less, life.steps / 2);
        } else {
            less /= 2;
        }
    }
    for (const QString &trouble : troubles()) {
        if (tries-- <= 0) break;
        Life calmer = life;
        calmer.without.insert(trouble);
        if (fails(calmer)) life = calmer;
    }
    return life;
}

} // namespace akwaba::world
