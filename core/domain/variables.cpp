// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/variables.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace akwaba {

QString placeholder(Variable variable) { return u"{{"_s + wireName(variable) + u"}}"_s; }

QList<OpenVariable> openVariables(const QString &text)
{
    // Words only: what else stands between braces is a text of its own.
    static const QRegularExpression pattern(uR"(\{\{[ \t]*([A-Za-z][A-Za-z.]*)[ \t]*\}\})"_s);
    QList<OpenVariable> found;
    for (const QRegularExpressionMatch &match : pattern.globalMatch(text))
        found.append({match.capturedStart(), match.capturedLength(), match.captured(1)});
    return found;
}

QStringList openNames(const QString &text)
{
    QStringList names;
    for (const OpenVariable &open : openVariables(text)) {
        if (!names.contains(open.name)) names.append(open.name);
    }
    return names;
}

QString filled(const QString &text, const VariableValues &values)
{
    QString result;
    qsizetype end = 0;
    for (const OpenVariable &open : openVariables(text)) {
        const std::optional<Variable> variable = fromWireName<Variable>(open.name);
        if (!variable || !values.contains(*variable)) continue;
        result += QStringView(text).mid(end, open.start - end);
        result += values.value(*variable);
        end = open.start + open.length;
    }
    return result + QStringView(text).mid(end);
}

} // namespace akwaba
