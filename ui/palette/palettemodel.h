// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/fuzzy.h"

#include <QAbstractListModel>

namespace akwaba {

/// Something that the palette offers.
struct PaletteEntry {
    QString id; ///< within its group; stays the same
    QString icon;
    QString label; ///< what is typed is looked for in it
    QString key; ///< its shortcut, as people read it
    QString detail; ///< quiet words at the right
    QString unavailable; ///< why it can't be chosen now; empty where it can
};

struct PaletteGroup {
    QString name; ///< stays the same, in every language
    QString title;
    QList<PaletteEntry> entries;
    bool isFound = false; ///< they answer what was typed already, and stand in their order
};

/// The groups with what of them answers what was typed, a row for each title and each entry, the best entries of a
/// group first and no more than eight.
class PaletteModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { NameRole = Qt::UserRole, IconRole, KeyRole, DetailRole, UnavailableRole, MarksRole, TitleRole };

    using QAbstractListModel::QAbstractListModel;

    /// `recent` are names of entries, the last one that was chosen first.
    void show(const QList<PaletteGroup> &groups, const QString &typed, const QStringList &recent);
    /// What an entry is called among all groups: "action:reply".
    [[nodiscard]] static QString nameOf(const PaletteGroup &group, const PaletteEntry &entry);
    /// The row of an entry; -1 where it is not shown.
    [[nodiscard]] int rowOf(const QString &name) const;
    /// The first entry that can be chosen, else the first one at all; -1 where there is none.
    [[nodiscard]] int firstRow() const;
    /// The next entry from `row` on, over titles and round the ends.
    [[nodiscard]] int rowFrom(int row, int step) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Row {
        QString name; // empty: the title of a group
        QString group;
        PaletteEntry entry;
        QList<TextSpan> marks;
    };
    void addGroup(const PaletteGroup &group, const QString &typed, const QStringList &recent);
    [[nodiscard]] static QString spoken(const Row &row);

    QList<Row> m_rows;
};

} // namespace akwaba

Q_DECLARE_METATYPE(QList<akwaba::TextSpan>)
