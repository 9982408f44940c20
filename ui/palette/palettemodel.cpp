// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/palette/palettemodel.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

constexpr qsizetype mostOfAGroup = 8;

QList<RankedChoice> answersOf(const PaletteGroup &group, const QString &typed, const QStringList &recent)
{
    if (group.isFound) {
        QList<RankedChoice> answers;
        for (qsizetype i = 0; i < group.entries.size(); ++i)
            answers += {i, fuzzyMatch(typed, group.entries.at(i).label).value_or(FuzzyMatch())};
        return answers;
    }
    QList<Choice> choices;
    for (const PaletteEntry &entry : group.entries)
        choices += {entry.label, int(recent.indexOf(PaletteModel::nameOf(group, entry)))};
    QList<RankedChoice> answers = ranked(typed, choices);
    std::ranges::stable_partition(
        answers, [&group](const RankedChoice &answer) { return group.entries.at(answer.index).unavailable.isEmpty(); });
    return answers;
}

} // namespace

QString PaletteModel::nameOf(const PaletteGroup &group, const PaletteEntry &entry)
{
    return group.name + u':' + entry.id;
}

void PaletteModel::show(const QList<PaletteGroup> &groups, const QString &typed, const QStringList &recent)
{
    beginResetModel();
    m_rows.clear();
    for (const PaletteGroup &group : groups)
        addGroup(group, typed, recent);
    endResetModel();
}

void PaletteModel::addGroup(const PaletteGroup &group, const QString &typed, const QStringList &recent)
{
    const QList<RankedChoice> answers = answersOf(group, typed, recent);
    if (answers.isEmpty()) return;
    m_rows += {{}, group.title, {}, {}};
    for (const RankedChoice &answer : answers.first(qMin(answers.size(), mostOfAGroup))) {
        const PaletteEntry &entry = group.entries.at(answer.index);
        m_rows += {nameOf(group, entry), group.title, entry, answer.match.marks};
    }
}

int PaletteModel::rowOf(const QString &name) const
{
    const auto found = std::ranges::find(m_rows, name, &Row::name);
    return name.isEmpty() || found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

int PaletteModel::firstRow() const
{
    const auto isEntry = [](const Row &row) { return !row.name.isEmpty(); };
    const auto canBeChosen = [&](const Row &row) { return isEntry(row) && row.entry.unavailable.isEmpty(); };
    auto found = std::ranges::find_if(m_rows, canBeChosen);
    if (found == m_rows.end()) found = std::ranges::find_if(m_rows, isEntry);
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

int PaletteModel::rowFrom(int row, int step) const
{
    const int count = rowCount();
    for (int i = 1; i <= count; ++i) {
        const int next = ((row + i * step) % count + count) % count;
        if (!m_rows.at(next).name.isEmpty()) return next;
    }
    return -1;
}

int PaletteModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_rows.size()); }

QString PaletteModel::spoken(const Row &row)
{
    QStringList words{row.entry.label, row.entry.unavailable, row.entry.detail, row.entry.key, row.group};
    words.removeAll(QString());
    return words.join(u", "_s);
}

QVariant PaletteModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const Row &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return row.name.isEmpty() ? row.group : row.entry.label;
    case Qt::AccessibleTextRole: return row.name.isEmpty() ? row.group : spoken(row);
    case NameRole: return row.name;
    case IconRole: return row.entry.icon;
    case KeyRole: return row.entry.key;
    case DetailRole: return row.entry.detail;
    case UnavailableRole: return row.entry.unavailable;
    case MarksRole: return QVariant::fromValue(row.marks);
    case TitleRole: return row.name.isEmpty();
    default: return {};
    }
}

Qt::ItemFlags PaletteModel::flags(const QModelIndex &index) const
{
    if (!index.isValid()) return {};
    const bool isTitle = m_rows.at(index.row()).name.isEmpty();
    return isTitle ? Qt::ItemNeverHasChildren : Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

} // namespace akwaba
